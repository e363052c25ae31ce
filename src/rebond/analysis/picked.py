"""What people picked instead of exporting: told in order of time, each with the range its time allows, never counted.

Where nothing else is there, the study of volume and every measure on posts are null, with one reason. What the log
says of itself stands: a delay between two entries rests on no post (docs/decisions/0066).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import ibis
import numpy as np

from rebond.actions import When
from rebond.analysis.counted import within
from rebond.analysis.measure import Measure, Rows, Window
from rebond.analysis.shapes import Baseline, Boundary, Phases, Volume
from rebond.analysis.study import Study
from rebond.sentences import N_, Sentence, say_count
from rebond.tables import BY_HAND, collect

BARRED = (
    N_("%(n)s item chosen by people: no share, trend or effect can be drawn"),
    N_("%(n)s items chosen by people: no share, trend or effect can be drawn"),
)
HOUR = timedelta(hours=1)
SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One post that somebody picked. when: as exactly as it is known."""

    post_id: str
    when: When
    platform: str
    kind: str
    is_ours: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Picked:
    """Every item in the window asked for, in order of time. alone: no post of an export stands beside them."""

    items: tuple[Item, ...] = ()
    files: int = 0
    alone: bool = False

    @property
    def why(self) -> Sentence:
        """What cannot be drawn from them."""
        return say_count(*BARRED, len(self.items))


def find_picked(posts: ibis.Table, exported: ibis.Table, asked: Window | None, zone: str) -> Picked:
    """posts: WALK_POSTS; exported: those of exports; zone: IANA, of days."""
    kept = within(posts.filter(posts.source_tool == BY_HAND), asked)
    columns = kept.select("post_id", "published_at", "precision", "platform", "kind", "is_ours", "raw_file")
    rows = collect(columns, by="post_id").to_pylist()
    items = (
        Item(post_id=row["post_id"], when=when_of(row["published_at"], row["precision"], zone),
             platform=row["platform"], kind=row["kind"], is_ours=row["is_ours"])
        for row in rows
    )  # fmt: skip
    inside = within(exported, asked)
    return Picked(
        items=tuple(sorted(items, key=lambda item: (item.when.earliest, item.when.latest, item.post_id))),
        files=len({row["raw_file"] for row in rows}),
        alone=bool(rows) and not inside.count().to_pyarrow().as_py(),
    )


def when_of(at: datetime, precision: str, zone: str) -> When:
    """The range in which a post was published. A day begins at `at`, and ends by the clock of the zone."""
    if precision == "hour":
        return When(at, at + HOUR - SECOND)
    if precision != "day":
        return When(at, at)
    next_day = at.astimezone(ZoneInfo(zone)) + timedelta(days=1)  # on the wall: 23, 24 or 25 hours later
    return When(at, next_day.astimezone(UTC) - SECOND)


# --- what cannot be drawn from them -------------------------------------------------------------------
def barred_study(picked: Picked, window: Window) -> Study:
    """No curve, no normal level, no phase: each says why."""
    why, none = picked.why, np.zeros(1, np.int64)
    unseen = Boundary(computed=None, low=None, high=None, why=why)
    not_observed = replace(unseen, censored=True)  # the start that the case sheet states may stand in for it
    return Study(
        volume=Volume(starts=window.starts.replace(minute=0, second=0, microsecond=0), seconds=3600, posts=none,
                      originals=none, accounts=none, observed=np.zeros(1, bool)),
        baseline=Baseline(kind="none", window=None, per_day=None, spread_per_day=None, days=0, profile=(1.0,) * 24,
                          dispersion=1.0, why=why),
        episodes=(),
        phases=Phases(phases=(), warning=unseen, outbreak=not_observed, exit=unseen, normal=unseen, main_peak=None,
                      peaks=(), too_few=True),
    )  # fmt: skip


def barred(measures: Iterable[Measure], picked: Picked) -> tuple[Measure, ...]:
    """The measures, those that rest on posts without a value, whatever was counted for them."""
    return tuple(measure if _is_of_the_log(measure) else _without_value(measure, picked.why) for measure in measures)


def _is_of_the_log(measure: Measure) -> bool:
    return measure.n_of == "entries" and measure.unit in ("duration", "count", "time")


def _without_value(measure: Measure, why: Sentence) -> Measure:
    return replace(measure, value=None, low=None, high=None, interval_is="none", n=0, window=None, censored=False,
                   not_recorded=False, why_not=why, caveats=(), notes=(), rows=Rows(posts=False),
                   details={})  # fmt: skip
