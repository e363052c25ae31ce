"""When it was over: measured exit and return to normal, on volume alone (domain.md 1.2), each with its range.

Exit: the first instant after the last peak from which, for 24 h, no following day holds more than
max(normal + 3 spreads, 5 % of the crisis' highest day). Return: from which 6 of the next 7 days hold no more than
normal + 2 spreads, and no other episode begins. Both look ahead, so both may lie beyond what was captured; and both
may lie where the collection was cut, in which case they have a range and no instant.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np

from rebond.analysis.fall import NO_NORMAL
from rebond.analysis.shapes import Baseline, Boundary, Volume
from rebond.sentences import N_, say
from rebond.settings import Parameters

DAY, HOUR = 86400, 3600
MOSTLY = 0.9  # share of a day that must be observed for its volume to be told
EXIT_SPREADS, NORMAL_SPREADS = 3.0, 2.0
MAY_EXCEED = 1  # of the days a return is judged on

STOPS = N_("The captured posts stop before the volume came back to normal.")
STOPS_EXIT = N_("The captured posts stop before an exit could be observed.")
HIDDEN = N_("It lies where the collection was cut: only a range can be told.")
NO_LEVEL = N_("Without a normal level, a return to normal cannot be told.")


@dataclass(frozen=True, slots=True)
class Days:
    """What the 24 h that begin with each bin hold. volumes: shape (n,), NaN where too little was observed."""

    volumes: np.ndarray
    width: int  # bins in 24 h


def rolling_days(volume: Volume) -> Days:
    """Posts of the 24 h from each bin on; a few unobserved bins are made up for in proportion."""
    width = max(1, DAY // volume.seconds)
    sums = [np.concatenate(([0.0], np.cumsum(x))) for x in (volume.posts * volume.observed, volume.observed)]
    n = len(volume.posts)
    ends = np.minimum(np.arange(n) + width, n)
    posts, seen = (s[ends] - s[:n] for s in sums)
    share = seen / width
    return Days(np.where(share >= MOSTLY, posts / np.maximum(share, 1e-9), np.nan), width)


def date_exit(
    volume: Volume, baseline: Baseline, run: tuple[int, int], after: int, ends: Boundary, parameters: Parameters
) -> Boundary:
    """The measured exit. run: bins of the crisis; after: first bin past its last peak; ends: of its last episode."""
    if baseline.per_day is None:  # an ordinary day may well hold more than 5 % of the highest: that alone dates nothing
        return Boundary(computed=None, low=None, high=None, why=say(NO_NORMAL))
    days = rolling_days(volume)
    limit = exit_limit(volume, baseline, run, parameters)
    hold = max(1, round(parameters.exit_hours * HOUR / volume.seconds))

    swing = swing_of(baseline, limit)
    early, at, late = (_first_held(days.volumes <= most, after, hold) for most in (limit + swing, limit, limit - swing))
    if at is None:
        return _beyond(volume, _still_open(days, limit, after), STOPS_EXIT)
    if _is_hidden(volume, days, at, after, ends):
        known = Days(days.volumes[:at], days.width)
        high = volume.starts_of(at + int(np.argmax(volume.observed[at:])))
        low = ends.low if ends.computed is None else None
        if low is None or low > high:  # the episode went on after this lull
            low = min(volume.starts_of(_still_open(known, limit, after)), high)
        return Boundary(computed=None, low=low, high=high, censored=True, why=say(HIDDEN))
    return _dated(volume, early, at, late)


def exit_limit(volume: Volume, baseline: Baseline, run: tuple[int, int], parameters: Parameters) -> float:
    """Most posts a day may hold once the crisis is over. run: bins of the crisis."""
    days = rolling_days(volume)
    inside = days.volumes[max(0, run[0] - days.width // 2) : run[1]]
    highest = float(np.nanmax(inside)) if not np.isnan(inside).all() else float(volume.posts[slice(*run)].sum())
    return max(level_of(baseline, EXIT_SPREADS), parameters.exit_peak_share * highest)


def flares_after(
    volume: Volume, path: np.ndarray, span: tuple[int, int], limit: float, parameters: Parameters
) -> list[tuple[int, int]]:
    """Stretches of `span` (bins from the exit to the end of the episode) in which the matter flares again.

    The path climbs two levels above its lowest since the exit, and the day that follows exceeds the limit of an exit.
    """
    days, climb = rolling_days(volume), parameters.level_step**1.99
    found: list[tuple[int, int]] = []
    lowest, began = np.inf, -1
    for at in range(*span):
        if began < 0 and path[at] >= climb * lowest:
            began = at
        elif began >= 0 and path[at] < climb * lowest:
            found.append((began, at))
            began = -1
        lowest = min(lowest, float(path[at]))
    if began >= 0:
        found.append((began, span[1]))
    return [run for run in found if np.nanmax(np.append(days.volumes[slice(*run)], 0.0)) > limit]


def date_normal(
    volume: Volume, baseline: Baseline, exit: Boundary, onsets: list[datetime], parameters: Parameters
) -> Boundary:
    """The return to normal. onsets: starts of the episodes that follow the crisis."""
    if baseline.per_day is None:
        return Boundary(computed=None, low=None, high=None, why=say(NO_LEVEL))
    sure = exit.computed or exit.high
    if sure is None:
        return Boundary(computed=None, low=exit.low, high=None, censored=True, why=exit.why or say(STOPS))
    days, after = rolling_days(volume), volume.bin_of(sure)
    limit = level_of(baseline, NORMAL_SPREADS)
    swing = swing_of(baseline, limit)
    early, at, late = (
        _first_week(volume, days, most, after, onsets, parameters.normal_days)
        for most in (limit + swing, limit, limit - swing)
    )
    if at is None:
        return _beyond(volume, _still_open(days, limit, after), STOPS)
    if exit.computed is None:
        return Boundary(computed=None, low=exit.low, high=volume.starts_of(at), censored=True, why=exit.why)
    return _dated(volume, early, at, late)


def level_of(baseline: Baseline, spreads: float) -> float:
    """Posts of a normal day and so many of its spreads."""
    return (baseline.per_day or 0.0) + spreads * (baseline.spread_per_day or 0.0)


def swing_of(baseline: Baseline, limit: float) -> float:
    """How much an ordinary day may be off: the range of an end is where the limit, give or take that, is crossed."""
    return max(baseline.spread_per_day or 0.0, limit**0.5)


def _first_held(holds: np.ndarray, after: int, hold: int) -> int | None:
    """First bin from `after` on at which `holds` and stays so for `hold` bins."""
    sums = np.concatenate(([0], np.cumsum(holds)))
    starts = np.arange(after, len(holds) - hold + 1)
    found = starts[sums[starts + hold] - sums[starts] == hold] if len(starts) else starts
    return int(found[0]) if len(found) else None


def _first_week(volume: Volume, days: Days, most: float, after: int, onsets: list[datetime], wanted: int) -> int | None:
    """First bin from which all but one of `wanted` days are within `most`, and no episode begins in them."""
    low = np.concatenate((days.volumes <= most, np.zeros(wanted * days.width, dtype=bool)))
    known = np.concatenate((~np.isnan(days.volumes), np.zeros(wanted * days.width, dtype=bool)))
    starts = np.arange(after, len(days.volumes))
    each = starts[:, None] + days.width * np.arange(wanted)[None, :]
    good = (low[each].sum(axis=1) >= wanted - MAY_EXCEED) & known[each].all(axis=1) & low[each[:, 0]]
    for onset in onsets:
        begins = volume.bin_of(onset)
        good &= ~((starts <= begins) & (begins < starts + wanted * days.width))
    return int(starts[good][0]) if good.any() else None


def _is_hidden(volume: Volume, days: Days, at: int, after: int, ends: Boundary) -> bool:
    """Whether the fall itself was not observed: the day before is not known, or the last episode ended in a cut."""
    over = volume.starts_of(at)
    is_lost = ends.computed is None and ends.low is not None and ends.low <= over
    if is_lost and (ends.high is None or over <= ends.high + timedelta(days=1)):
        return True
    return at > after and bool(np.isnan(days.volumes[at - 1]))


def _still_open(days: Days, limit: float, after: int) -> int:
    """Earliest bin an end may yet turn out to have been: after the last day known to exceed the limit."""
    above = np.flatnonzero(days.volumes[after:] > limit)
    return after + int(above[-1]) + 1 if len(above) else after


def _beyond(volume: Volume, earliest: int, why: str) -> Boundary:
    return Boundary(computed=None, low=volume.starts_of(earliest), high=None, censored=True, why=say(why))


def _dated(volume: Volume, early: int | None, at: int, late: int | None) -> Boundary:
    return Boundary(
        computed=volume.starts_of(at),
        low=volume.starts_of(at if early is None else min(at, early)),
        high=None if late is None else volume.starts_of(max(at, late)),
    )
