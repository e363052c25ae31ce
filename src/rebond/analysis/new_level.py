"""A crisis that never comes back to its usual level may settle at another one (domain.md 1.2, new_normal)."""

from dataclasses import dataclass
from datetime import datetime

import numpy as np

from rebond.analysis.ending import MOSTLY, NORMAL_SPREADS, level_of, rolling_days, swing_of
from rebond.analysis.shapes import Baseline, Boundary, Volume
from rebond.sentences import N_, say
from rebond.settings import Parameters

JUDGED = 28  # days, whole weeks, that must be level
MAY_DIP = 4  # of these days, to the usual range
SLOPE = 0.01  # of the log of a day's volume, per day: less is level

SETTLED = N_("The volume did not come back to its usual level: it settled at another one, above it.")


@dataclass(frozen=True, slots=True)
class NewLevel:
    """starts: the first day on which the 28 before it were level, above the usual range."""

    starts: Boundary
    per_day: float  # their median


def find_new_level(
    volume: Volume, baseline: Baseline, exit: Boundary, onsets: list[datetime], parameters: Parameters
) -> NewLevel | None:
    """Where the volume settled, `new_normal_wait_days` after the exit at the earliest; None where it did not.

    onsets: starts of the episodes that follow the crisis: a level they interrupt is none.
    """
    if exit.computed is None or baseline.per_day is None:
        return None
    days = rolling_days(volume)
    steps = np.arange(-JUDGED, 0) * days.width
    first = volume.bin_of(exit.computed) + parameters.new_normal_wait_days * days.width
    wanted = np.arange(first, len(volume.posts) + 1, days.width)  # day after day, at the hour of the exit
    limit = level_of(baseline, NORMAL_SPREADS)
    swing = swing_of(baseline, limit)
    flares = [volume.bin_of(onset) for onset in onsets]
    early, at, late = (
        next((int(day) for day in wanted if _is_level(days.volumes, day + steps, most, flares)), None)
        for most in (limit - swing, limit, limit + swing)
    )
    if at is None:
        return None
    starts = Boundary(
        computed=volume.starts_of(at),
        low=volume.starts_of(at if early is None else min(at, early)),
        high=None if late is None else volume.starts_of(max(at, late)),
        why=say(SETTLED),
    )
    return NewLevel(starts=starts, per_day=float(np.nanmedian(days.volumes[at + steps])))


def _is_level(volumes: np.ndarray, days: np.ndarray, limit: float, flares: list[int]) -> bool:
    """Whether these days, given by their first bins, stand above the limit without rising or falling."""
    if days[0] < 0 or any(days[0] <= flare <= days[-1] for flare in flares):
        return False
    each = volumes[days]
    known = ~np.isnan(each)
    if known.sum() < MOSTLY * len(each) or (each[known] <= limit).sum() > MAY_DIP:
        return False
    slope = np.polyfit(np.flatnonzero(known), np.log(np.maximum(each[known], 0.5)), 1)[0]
    return bool(abs(slope) < SLOPE)
