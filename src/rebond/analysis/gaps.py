"""Where we were not looking: starts, cuts, holes and caps of the collection, told from the shape of the curve.

A zero there is not a zero, and the fall into it is not the end of a crisis. Four rules, on volume alone. They look at
every post captured, about us or not: a post about something else proves that somebody was collecting. A start is also
looked for among the posts that count, for they may have been asked for later than the others.

- abrupt start: hardly a stray post, then the usual flow at once (starts.py).
- abrupt end: a sustained run stops at its highest pace and the next hours hold far less than the fastest natural
  decay would leave (half-life of ten minutes on a ten-minute scale, and so on). What follows stays in doubt until
  half the usual flow is back.
- hole: a stretch without any post where local level × daily rhythm makes none implausible (p < 1e-4 over all
  stretches tried).
- cap: the highest count comes back to the unit, again and again: a limit of the export, not of the conversation.

What is known of cut files (missing.py) goes before what the curve shows: a shape inside such a gap is not told twice.

What lies before and after the collection is found at the count (`volume.count_posts`).
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np

from rebond.analysis.measure import Window
from rebond.analysis.shapes import Gap, Volume, posts_between
from rebond.analysis.starts import abrupt_start, blocks
from rebond.settings import Parameters

MINUTE, HOUR, DAY = 60, 3600, 86400

# Abrupt end.
CUT_MINUTES = (10, 30, 60)  # scales: posts in that many minutes, half-life of as many, looked at over six times as many
CUT_CHANCE = 1e-4
CUT_DISPERSION = 12.0  # negative-binomial r of what should have followed
CUT_AT_TOP = 0.6  # the last stretch holds this share of the highest one
CUT_SUSTAINED = 4  # the four stretches before it…
CUT_LEAD = 0.5  # …hold together half as much: a flash of copies ends as abruptly, and is no cut
CUT_ABOVE_USUAL = 2.0  # times the pace of the median day
AHEAD = 6  # stretches looked at after it
RESUMED = 0.5  # share of the usual flow that ends the doubt
RESUMED_POSTS = 24  # the flow is looked at over the time that usually brings this many posts…
RESUMED_HOURS = (6, 24)  # …within these bounds

# Holes and caps.
HOLE_CHANCE = 1e-4
AROUND_DAYS = 7  # the local level is the median day this far on both sides
HOLE_DISPERSION = (1.0, 12.0)
CAP_TIMES = 5
CAP_POSTS = 50


def find_gaps(
    counted: Volume,
    parameters: Parameters,
    captured: Volume | None = None,
    happened: tuple[datetime, datetime] | None = None,
    known: tuple[Gap, ...] = (),
) -> tuple[Gap, ...]:
    """Gaps of the collection, in time order: those of the count, those known, and those the shape of the curve shows.

    captured: every post, on the bins of `counted`; None: every post counts. happened: when people say it happened.
    """
    whole = captured or counted
    found = [*counted.gaps, *known]
    if whole.posts.sum() >= parameters.too_few_posts:
        start = abrupt_start(whole, happened)
        trusted = mark_gaps(whole, (*start, *known))
        cuts = _abrupt_ends(trusted)
        trusted = mark_gaps(trusted, cuts)
        shown = [*start, *cuts, *find_holes(trusted), *_caps(trusted)]
        if captured is not None and counted.posts.sum() >= parameters.too_few_posts:
            shown += abrupt_start(counted, happened, start[0].window.ends if start else None)
        found += [gap for gap in shown if not any(_is_told(gap, by) for by in known)]
    return tuple(sorted(found, key=lambda g: (g.window.starts, g.window.ends, g.why, g.platform or "")))


def _is_told(gap: Gap, known: Gap) -> bool:
    """Whether what the curve shows is a cut that is known: both begin or end at the same place."""
    if known.platform is not None or known.why != "capped":
        return False
    edges = (gap.window.starts, gap.window.ends)
    return any(known.window.starts <= edge <= known.window.ends for edge in edges)


def mark_gaps(volume: Volume, gaps: tuple[Gap, ...]) -> Volume:
    """The same curve, not observed in the bins that lie wholly in a gap, nor in the bin a gap ends in.

    The bin in which a cut falls holds what was captured before it and stays observed. Caps stay observed: their
    counts are lower bounds. A gap of one platform leaves the others observed.
    """
    observed = volume.observed.copy()
    for gap in gaps:
        if gap.platform is None and gap.why != "cap":
            first = volume.bin_of(gap.window.starts)
            first += volume.starts_of(first) < gap.window.starts
            observed[max(first, 0) : max(volume.bin_of(gap.window.ends), 0)] = False
    return replace(volume, observed=observed, gaps=gaps)


# --- cuts ----------------------------------------------------------------------------------------
def _abrupt_ends(volume: Volume) -> tuple[Gap, ...]:
    """Cuts in the collection, each until the usual flow is back. Needs times to the minute."""
    if volume.resolution > MINUTE or volume.seconds >= DAY or not len(volume.minutes):
        return ()
    last = int(volume.starts_of(len(volume.posts)).timestamp()) // MINUTE
    found: list[Gap] = []
    for scale in CUT_MINUTES:
        for minute in _cut_minutes(volume.minutes, volume.per_minute, scale, last):
            starts = datetime.fromtimestamp((minute + 1) * MINUTE, tz=UTC)
            window = Window(starts, _resumes(volume, starts))
            # Where the usual flow goes on at once, a burst ended, not the collection.
            lost = volume.bin_of(window.ends) > volume.bin_of(starts) + 1
            if (
                lost
                and _is_high(volume, starts, scale)
                and all(not g.window.starts <= starts <= g.window.ends for g in found)
            ):
                found.append(Gap(window=window, why="abrupt_end", certain=False))
    return tuple(found)


def _is_high(volume: Volume, at: datetime, scale: int) -> bool:
    """Whether the stretch before it stands above the usual pace; else what follows is a hole in an ordinary day."""
    days = blocks(np.where(volume.observed, volume.posts, 0), max(1, DAY // volume.seconds))
    usual = float(np.median(days[days > 0])) if (days > 0).any() else 0.0
    held = posts_between(volume, Window(at - timedelta(minutes=scale), at))
    return held * DAY / (scale * MINUTE) >= CUT_ABOVE_USUAL * usual


def _cut_minutes(minutes: np.ndarray, posts: np.ndarray, scale: int, last: int) -> list[int]:
    """Last minutes before a cut, on one scale. minutes, posts: shape (m,); last: end of the curve, in minutes."""
    sums = np.concatenate(([0], np.cumsum(posts)))

    def between(start: np.ndarray, end: np.ndarray) -> np.ndarray:  # posts in (start, end]
        return sums[np.searchsorted(minutes, end, "right")] - sums[np.searchsorted(minutes, start, "right")]

    held = between(minutes - scale, minutes)
    ahead = between(minutes, minutes + AHEAD * scale)
    lead = between(minutes - (CUT_SUSTAINED + 1) * scale, minutes - scale)
    left = held / np.log(2) * (1 - 0.5**AHEAD)  # what the fastest natural decay would still bring
    tried = (minutes + AHEAD * scale <= last) & (lead >= CUT_LEAD * held) & (ahead < 0.5 * left)
    day = DAY // MINUTE
    found: list[int] = []
    for i in np.flatnonzero(tried):
        near = slice(*np.searchsorted(minutes, [minutes[i] - day, minutes[i] + day]))
        at_top = held[i] >= CUT_AT_TOP * held[near].max()
        if at_top and few_chance(int(ahead[i]), float(left[i]), CUT_DISPERSION) <= CUT_CHANCE:
            if found and minutes[i] - found[-1] <= scale:
                found.pop()  # the same cut: its last minute counts
            found.append(int(minutes[i]))
    return found


def few_chance(count: int, mean: float, dispersion: float) -> float:
    """P(N ≤ count) for a negative-binomial count, summed term by term."""
    k = np.arange(1, count + 1)
    ratio = mean / (mean + dispersion)
    logs = np.cumsum(np.log((k - 1 + dispersion) / k * ratio))
    return float(np.exp(dispersion * np.log1p(-ratio)) * (1.0 + np.exp(logs).sum()))


def _resumes(volume: Volume, starts: datetime) -> datetime:
    """When half the usual flow is back after a cut; the end of the curve when it never is."""
    days = blocks(np.where(volume.observed, volume.posts, 0), max(1, DAY // volume.seconds))
    usual = days[days > 0]
    first = volume.bin_of(starts) + 1
    for level in (float(np.median(usual)), float(np.quantile(usual, 0.25))) if len(usual) else ():
        hours = float(np.clip(24 * RESUMED_POSTS / level, *RESUMED_HOURS))
        width = int(hours * HOUR // volume.seconds)
        sums = np.convolve(volume.posts, np.ones(width, dtype=np.int64))[
            width - 1 :
        ]  # posts in the stretch from each bin
        back = np.flatnonzero((sums[first:] >= RESUMED * level * hours / 24) & (volume.posts[first:] > 0))
        if len(back):
            return volume.starts_of(first + int(back[0]))
    return volume.starts_of(len(volume.posts))


# --- holes and caps ------------------------------------------------------------------------------
def find_holes(volume: Volume) -> tuple[Gap, ...]:
    """Stretches without a post where posts were to be expected."""
    runs = _empty_runs(volume)
    if not runs:
        return ()
    width = max(1, DAY // volume.seconds)
    rhythm = _clock_rhythm(volume, width)
    days = blocks(np.where(volume.observed, volume.posts, 0), width)
    dispersion = _day_dispersion(days)
    found = []
    for start, end in runs:
        near = days[max(0, start // width - AROUND_DAYS) : end // width + AROUND_DAYS + 1]
        level = float(np.median(near[near > 0])) if (near > 0).any() else 0.0
        mean = level * float(rhythm[np.arange(start, end) % width].sum())
        if (1 + mean / dispersion) ** -dispersion * len(runs) < HOLE_CHANCE:
            found.append(Gap(window=Window(volume.starts_of(start), volume.starts_of(end)), why="hole", certain=False))
    return tuple(found)


def _empty_runs(volume: Volume) -> list[tuple[int, int]]:
    """Observed stretches without a post, between two posts, of at least two bins."""
    empty = (volume.posts == 0) & volume.observed
    edges = np.flatnonzero(np.diff(np.concatenate(([0], empty.astype(np.int8), [0]))))
    runs = [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    return [(a, b) for a, b in runs if b - a >= 2 and a > 0 and b < len(empty)]


def _clock_rhythm(volume: Volume, width: int) -> np.ndarray:
    """Share of a day's posts in each bin of the day (from the first bin on), shape (width,), smoothed over 3 bins."""
    if width < 3:
        return np.full(width, 1 / width)
    place = np.arange(len(volume.posts)) % width
    capped = np.minimum(volume.posts, np.quantile(volume.posts[volume.observed], 0.99))
    sums = np.bincount(place[volume.observed], weights=capped[volume.observed], minlength=width) + 1.0
    smooth = (np.roll(sums, 1) + 2 * sums + np.roll(sums, -1)) / 4
    return smooth / smooth.sum()


def _day_dispersion(days: np.ndarray) -> float:
    """How unlike the days are, as a negative-binomial r, by quartiles (storms must not hide holes)."""
    lively = days[days > 0]
    if len(lively) < 4:
        return HOLE_DISPERSION[0]
    low, middle, high = np.quantile(lively, [0.25, 0.5, 0.75])
    variance = ((high - low) / 1.349) ** 2
    return float(np.clip(middle**2 / max(variance - middle, 1e-9), *HOLE_DISPERSION))


def _caps(volume: Volume) -> tuple[Gap, ...]:
    """Bins that all stop at the same highest count."""
    top = int(volume.posts.max())
    at = np.flatnonzero(volume.posts == top)
    if top < CAP_POSTS or len(at) < CAP_TIMES:
        return ()
    return tuple(
        Gap(window=Window(volume.starts_of(b), volume.starts_of(b + 1)), why="cap", certain=False) for b in at.tolist()
    )
