"""Peaks of an episode: told apart on the level path, then placed on the highest hour (methods/statistics.md B).

A peak is a local maximum of the path whose prominence is at least a third of the episode's log height, that rises to
a fifth of its height above normal, at least 6 h from a higher one. It stands on the busiest hour between the troughs
beside it (the path is a multiple of normal: at night it may be highest where few posts were). Its window is the stretch
around it at half its height or more.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from rebond.analysis.measure import Window
from rebond.analysis.shapes import Peak, Volume
from rebond.settings import Parameters

HOUR = 3600
TELL_APART = 20  # posts in the highest bin, under which several peaks cannot be told apart (domain.md 7.5)


@dataclass(frozen=True, slots=True)
class Top:
    """A plateau of the path that is higher than both neighbours, in bins [first, last)."""

    first: int
    last: int
    level: float
    prominence: float  # in log level


def find_peaks(volume: Volume, path: np.ndarray, run: tuple[int, int], parameters: Parameters) -> tuple[Peak, ...]:
    """At least one peak for a run of at least one bin, in time order; their windows never overlap."""
    start, end = run
    level = np.log(np.maximum(path[start:end], 1.0))
    wanted = parameters.peak_prominence * float(level.max())
    least = 1 + parameters.peak_least_share * (float(np.exp(level.max())) - 1)
    tops = [t for t in _tops(level) if t.prominence >= wanted and np.exp(t.level) >= least] or [_whole(level)]
    apart = -(-parameters.peak_distance_hours * HOUR // volume.seconds)
    edges = [start, *(start + _trough(level, a, b) for a, b in pairwise(tops)), end]
    bins = [first + int(volume.posts[first:last].argmax()) for first, last in pairwise(edges)]
    kept = _far_apart(volume, bins, apart)
    if volume.posts[kept].max() < TELL_APART:
        kept = [max(kept, key=lambda at: (volume.posts[at], -at))]
    return _with_windows(volume, run, kept)


def _whole(level: np.ndarray) -> Top:
    return Top(0, len(level), float(level.max()), float(level.max()))


def _trough(level: np.ndarray, left: Top, right: Top) -> int:
    """First bin of the lowest stretch between two tops."""
    return left.last + int(level[left.last : right.first].argmin()) if right.first > left.last else right.first


def _tops(level: np.ndarray) -> list[Top]:
    """Local maxima with their prominence. Outside the run the level counts as normal (0)."""
    edges = [0, *(np.flatnonzero(np.diff(level)) + 1).tolist(), len(level)]
    steps = [float(level[e]) for e in edges[:-1]]
    found = []
    for i, here in enumerate(steps):
        left, right = steps[:i], steps[i + 1 :]
        if (left and left[-1] >= here) or (right and right[0] >= here):
            continue
        base = max(_lowest_until_higher(left[::-1], here), _lowest_until_higher(right, here))
        found.append(Top(edges[i], edges[i + 1], here, here - base))
    return found


def _lowest_until_higher(steps: list[float], here: float) -> float:
    """Lowest level met before one that is higher; the run's outside (0) when none is."""
    lowest = here
    for step in steps:
        if step > here:
            return lowest
        lowest = min(lowest, step)
    return 0.0


def _far_apart(volume: Volume, bins: list[int], apart: int) -> list[int]:
    """Bins in time order, the lower of two too close left out; ties go to the earlier."""
    kept: list[int] = []
    for at in sorted(bins, key=lambda b: (-volume.posts[b], b)):
        if all(abs(at - other) >= apart for other in kept):
            kept.append(at)
    return sorted(kept)


def _with_windows(volume: Volume, run: tuple[int, int], bins: list[int]) -> tuple[Peak, ...]:
    """Half-height stretch around each peak, on a 3-bin mean, cut at the lowest bin between two peaks."""
    start, end = run
    smooth = np.convolve(volume.posts.astype(float), np.ones(3) / 3, "same")
    borders = [start]
    for left, right in pairwise(bins):
        borders.append(left + 1 + int(smooth[left + 1 : right].argmin()) if right > left + 1 else right)
    borders.append(end)
    peaks = []
    for i, at in enumerate(bins):
        first, last = at, at + 1
        half = 0.5 * max(smooth[at], volume.posts[at] / 2)
        while first > borders[i] and volume.observed[first - 1] and smooth[first - 1] >= half:
            first -= 1
        while last < borders[i + 1] and volume.observed[last] and smooth[last] >= half:
            last += 1
        window = Window(volume.starts_of(first), volume.starts_of(last))
        hour, posts = _highest_hour(volume, at, borders[i], borders[i + 1])
        peaks.append(Peak(at=volume.starts_of(hour), posts=posts, window=window))
    return tuple(peaks)


def _highest_hour(volume: Volume, at: int, first: int, last: int) -> tuple[int, int]:
    """First bin and posts of the highest hour that holds bin `at`, inside [first, last); the bin itself if longer."""
    width = max(1, HOUR // volume.seconds)
    starts = range(max(first, at - width + 1), max(first, min(at, last - width)) + 1)
    return max(((s, int(volume.posts[s : min(s + width, last)].sum())) for s in starts), key=lambda c: (c[1], -c[0]))
