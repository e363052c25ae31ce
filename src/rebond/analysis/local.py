"""The ordinary level near each day: a long export drifts, and one level for all of it would see episodes in seasons.

Median of the fourteen days before, episodes left out (methods/statistics.md B). Around the main crisis it agrees with
the baseline the review prints; far from it, other episodes are judged by their own time.
"""

import numpy as np

from rebond.analysis.baseline import SMALL, bursts, calm_days, expected_posts
from rebond.analysis.days import DAY, Days, split_days
from rebond.analysis.shapes import Baseline, Volume
from rebond.settings import Parameters

BEFORE_DAYS = 14
LEAST_DAYS = 7  # fewer calm days than this before: the baseline as it is
BOUNDS = (0.5, 2.0)  # of the baseline: more is no drift
HOURLY = 3.0  # posts a bin, from which the median bin is used; under it the median day


def local_expected(volume: Volume, baseline: Baseline, parameters: Parameters) -> np.ndarray:
    """Posts an ordinary bin would hold at that time, shape (n,), float, all > 0."""
    expected = expected_posts(volume, baseline)
    if (baseline.per_day or 0.0) < SMALL:
        return expected
    days = split_days(volume, baseline.zone)
    calm = np.flatnonzero(calm_days(volume, days, baseline, expected, bursts(volume, baseline, expected, parameters)))
    if len(calm) < LEAST_DAYS:
        return expected
    levels = _levels(_by_day(volume, days, baseline, expected), calm)
    return expected * np.clip(levels, *BOUNDS)[days.of]


def _by_day(volume: Volume, days: Days, baseline: Baseline, expected: np.ndarray) -> np.ndarray:
    """Counts against expectation, one row a local day: each bin where posts are many, else the day as a whole."""
    n_days = len(days.totals)
    if float(np.median(expected)) < HOURLY or volume.seconds >= DAY:
        return (days.totals / max(baseline.per_day or 1.0, 1e-9))[:, None]
    first = np.concatenate(([0], np.flatnonzero(np.diff(days.of)) + 1))
    place = np.arange(len(volume.posts)) - first[days.of - days.of[0]]
    table = np.full((n_days, int(place.max()) + 1), np.nan)
    table[days.of, place] = np.where(volume.observed, volume.posts / expected, np.nan)
    return table


def _levels(table: np.ndarray, calm: np.ndarray) -> np.ndarray:
    """Ordinary level of each day, in times the baseline, shape (d,)."""
    levels = np.ones(len(table))
    for day in range(len(table)):
        near = calm[calm < day][-BEFORE_DAYS:]  # in a long crisis: the last calm days before it
        if len(near) >= LEAST_DAYS:
            levels[day] = np.nanmedian(table[near])
    return levels
