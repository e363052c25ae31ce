"""Figures over times that are known roughly: the least and the most they can be, over every time the record allows.

An entry of the log may have happened at any instant of its range, whatever the others did (domain.md A1). Comparing the
earliest entry with the latest one is then wrong at both ends: which comes first may itself be open. Each function here
gives exact ends, and two equal ends where nothing is open.
"""

from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from heapq import heappop, heappush
from itertools import accumulate, permutations

from rebond.actions import Action, When
from rebond.analysis.measure import Window

NONE = timedelta(0)


def first_time(times: Iterable[When]) -> When:
    """When the first of several acts happened; raises ValueError without any."""
    known = tuple(times)
    return When(min(when.earliest for when in known), min(when.latest for when in known))


def last_time(times: Iterable[When]) -> When:
    """When the last of several acts happened; raises ValueError without any."""
    known = tuple(times)
    return When(max(when.earliest for when in known), max(when.latest for when in known))


def between_firsts(groups: Sequence[Sequence[Action]]) -> tuple[timedelta, timedelta]:
    """Least and most time between the first group to begin and the last one, each at its own first act.

    An act may be of several groups: a text in two languages is the same instant in both.
    """
    firsts = [first_time(act.when for act in group) for group in groups]
    least = max(first.earliest for first in firsts) - min(first.latest for first in firsts)
    # One group is latest with all its acts at their latest; those it shares then hold back the other group as well.
    alone = [(late, [a.when.earliest for a in other if a not in late]) for late, other in permutations(groups, 2)]
    most = [min(a.when.latest for a in late) - min(starts) for late, starts in alone if starts]
    return max(NONE, least), max([NONE, *most])


# --- stretches without an act ---------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Stretch:
    """The longest stretch without an act: least and most it may hold, and where it would hold most."""

    least: int
    most: int
    window: Window


def longest_stretch(acts: Iterable[When], window: Window, held: Callable[[datetime], int]) -> Stretch:
    """The stretch of `window` without an act that holds most, of time or of posts.

    held: how much lies between the start of the window and an instant of it; never less at a later instant.
    """
    inside = sorted((_within(window, when.earliest), _within(window, when.latest)) for when in acts)
    # From each place where one can start: what may lie before it does, the rest comes at its latest.
    soonest = [*accumulate((latest for _, latest in reversed(inside)), min, initial=window.ends)][::-1]
    places = zip((window.starts, *(earliest for earliest, _ in inside)), soonest, strict=True)
    starts, ends = max(places, key=lambda place: (held(place[1]) - held(place[0]), place[0]))
    most, marks = held(ends) - held(starts), sorted((held(a), held(b)) for a, b in inside)
    if all(low == high for low, high in marks):
        return Stretch(most, most, Window(starts, ends))
    whole = held(window.ends)
    least = bisect_left(range(most), True, key=lambda step: _can_be_crossed(marks, whole, step))
    return Stretch(least, most, Window(starts, ends))


def _within(window: Window, at: datetime) -> datetime:
    """An act beyond the window breaks nothing inside it, no more than one at its edge."""
    return min(max(at, window.starts), window.ends)


def _can_be_crossed(marks: list[tuple[int, int]], end: int, step: int) -> bool:
    """Whether the marks, each placed in its range, can lead from 0 to `end` by steps no longer than `step`.

    marks: (lowest, highest) place, sorted. The one that must come soonest goes first, as far on as a step allows:
    exchanged for another, it would never lead further.
    """
    ahead, ready, reached = deque(marks), list[int](), 0
    while reached + step < end:
        while ahead and ahead[0][0] <= reached + step:
            heappush(ready, ahead.popleft()[1])
        while ready and ready[0] <= reached:
            heappop(ready)
        if not ready:
            return False
        reached = min(heappop(ready), reached + step)
    return True
