"""A crisis with planted truth: who posted what, when, where, and what the organisation did.

It shares no code and no constant with the analysis, so that finding what was planted proves something. Equal plan and
seed give equal posts. They are made in time order and handed on as they are made: a million need not fit in memory.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from rebond.drill.plan import Plan
from rebond.drill.post import Post
from rebond.drill.schedule import Schedule, draw_schedule
from rebond.drill.street import Street
from rebond.drill.truth import Truth, planted


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulation:
    """One drawn crisis, and what was planted in it."""

    plan: Plan
    seed: int
    truth: Truth
    schedule: Schedule

    def __len__(self) -> int:
        return len(self.schedule)

    def posts(self) -> Iterator[Post]:
        """Every post, in time order; the same ones each time it is asked."""
        return Street(self.plan, self.seed).walk(self.schedule)


def simulate(plan: Plan, seed: int, *, posts: int | None = None) -> Simulation:
    """Draw a crisis. posts: how many in all, for trials of speed; None: as many as the plan's public writes."""
    return Simulation(plan=plan, seed=seed, truth=planted(plan), schedule=draw_schedule(plan, seed, posts))
