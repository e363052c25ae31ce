"""The normal level: posts on an ordinary day, and how an ordinary day is spread over its hours.

Median of observed days outside episodes × robust time-of-day factor in local hours (methods/statistics.md B), over
the 28 days that end 2 days before the first sign (domain.md 1.1). The baseline decides more than the algorithm
behind it (a contaminated one takes the episodes' IoU from 0.8 to 0.3–0.5), so episodes are found and left out
in turn, starting from a low level, until the days that remain no longer change.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import numpy as np

from rebond.analysis.levels import joined, level_path, runs_above
from rebond.analysis.measure import Window
from rebond.analysis.shapes import Baseline, Volume
from rebond.sentences import N_, Sentence, say, say_count
from rebond.settings import Parameters

DAY, HOUR = 86400, 3600
ROUNDS = 8  # of leaving episodes out; settles in two or three
WHOLE_DAY = 0.9  # share of a local day that must be observed (23-hour days of spring count)
TAINTED = 0.25  # a day in which bursts add more than this share of a normal day is left out
LEAST_DAYS = 2  # under this nothing can serve as normal
LEAST_PER_DAY = 0.5  # the level path needs some expectation, even where nothing is said for weeks
PRIOR_POSTS = 8.0  # posts per hour of the day that the data must outweigh before the rhythm is believed
RHYTHM = (0.2, 4.0)  # bounds of the time-of-day factor
FLAT = (1.0,) * 24
USUAL_DISPERSION = 12.0  # of the study's brands; weighs as PRIOR_MASS
PRIOR_MASS = 200.0
POISSON = 1e6
SMALL = 1.0  # posts a day, under which counts are taken as exact Poisson (domain.md 7.1)

NO_DAYS = N_("Too few whole days were observed outside the crisis to tell a normal level.")
SHORT = (
    N_("Only %(n)s ordinary day was captured before the first sign: the normal level is of low confidence."),
    N_("Only %(n)s ordinary days were captured before the first sign: the normal level is of low confidence."),
)
AROUND = (
    N_("Too little was captured before the first sign: the normal level rests on %(n)s day around the crisis."),
    N_("Too little was captured before the first sign: the normal level rests on %(n)s days around the crisis."),
)


@dataclass(frozen=True, slots=True)
class Days:
    """The curve by local day. of, hours: local day (from 0) and hour of each bin, shape (n,)."""

    of: np.ndarray
    hours: np.ndarray
    totals: np.ndarray  # posts, shape (d,)
    whole: np.ndarray  # bool, shape (d,): observed from midnight to midnight


@dataclass(frozen=True, slots=True)
class Choice:
    """Days taken as normal, and why they are not the ones wished for."""

    days: np.ndarray  # indices
    calm: np.ndarray  # indices of every day outside bursts: the rhythm needs more days than the level
    kind: str
    why: Sentence | None


def find_baseline(volume: Volume, parameters: Parameters, zone: str | None) -> Baseline:
    """Normal level before the crisis; around it, with low confidence, when too little lies before; else none.

    zone: IANA name of the local hours; None: UTC.
    """
    days = split_days(volume, zone)
    whole = np.flatnonzero(days.whole)
    if len(whole) < LEAST_DAYS:
        return no_baseline(zone)
    chosen = Choice(whole, whole, "quiet", None)
    guess = _summary(volume, days, chosen, zone, _low_start(days.totals[whole]))
    for _ in range(ROUNDS):
        again = _choose(volume, days, guess, parameters)
        if again is None:
            return no_baseline(zone)
        # A burst once seen stays out, even where the level it lifted makes it look ordinary afterwards.
        if again.kind == "quiet" and chosen.kind != "quiet":
            break
        settled = np.array_equal(again.days, chosen.days)
        chosen, guess = again, _summary(volume, days, again, zone, None)
        if settled:
            break
    return guess


def no_baseline(zone: str | None) -> Baseline:
    """Nothing can serve as normal."""
    return Baseline(
        kind="none", window=None, per_day=None, spread_per_day=None, days=0, profile=FLAT,
        dispersion=USUAL_DISPERSION, why=say(NO_DAYS), zone=zone,
    )  # fmt: skip


def expected_posts(volume: Volume, baseline: Baseline) -> np.ndarray:
    """Posts a normal bin would hold, shape (n,), float, all > 0. 1 a bin when there is no baseline."""
    if baseline.per_day is None:
        return np.ones(len(volume.posts))
    rate = max(baseline.per_day, LEAST_PER_DAY) * volume.seconds / DAY
    if volume.seconds >= DAY:
        return np.full(len(volume.posts), rate)
    return rate * np.array(baseline.profile)[local_hours(volume, baseline.zone)[0]]


# --- local days and hours ------------------------------------------------------------------------
def local_hours(volume: Volume, zone: str | None) -> tuple[np.ndarray, np.ndarray]:
    """Local hour (0–23) and local day number of each bin's start, shape (n,) each."""
    epochs = int(volume.starts.timestamp()) + volume.seconds * np.arange(len(volume.posts), dtype=np.int64)
    local = epochs + _offsets(epochs, zone)
    return (local % DAY) // HOUR, local // DAY


def _offsets(epochs: np.ndarray, zone: str | None) -> np.ndarray:
    """Seconds to add to UTC. The zone is asked once a day, and each bin on the days the clocks change."""
    if zone is None or not len(epochs):
        return np.zeros_like(epochs)
    place = ZoneInfo(zone)

    def at(epoch: int) -> int:
        shift = datetime.fromtimestamp(epoch, tz=UTC).astimezone(place).utcoffset()
        return 0 if shift is None else int(shift.total_seconds())

    days = epochs // DAY
    midnights = np.array([at(int(d) * DAY) for d in range(days[0], days[-1] + 2)], dtype=np.int64)
    offsets = midnights[days - days[0]]
    changing = np.flatnonzero(offsets != midnights[days - days[0] + 1])
    offsets[changing] = [at(int(e)) for e in epochs[changing]]
    return offsets


def split_days(volume: Volume, zone: str | None) -> Days:
    """Totals by local day, and which days were observed whole."""
    hours, numbers = local_hours(volume, zone)
    of = numbers - numbers[0]
    totals = np.bincount(of, weights=volume.posts).astype(np.int64)
    seen = np.bincount(of, weights=volume.observed * float(volume.seconds))
    return Days(of, hours, totals, seen >= WHOLE_DAY * DAY)


# --- which days are normal -------------------------------------------------------------------------
def _low_start(totals: np.ndarray) -> float:
    """A level to begin with that a long crisis cannot lift: the first quartile of the days."""
    quarter = float(np.quantile(totals, 0.25))
    calm = totals[totals <= np.quantile(totals, 0.9)]
    return max(quarter, min(1.0, float(calm.mean())), LEAST_PER_DAY)


def _choose(volume: Volume, days: Days, guess: Baseline, parameters: Parameters) -> Choice | None:
    """Days outside bursts: the 28 that end 2 days before the first sign, else the nearest ones around."""
    expected = expected_posts(volume, guess)
    runs = bursts(volume, guess, expected, parameters)
    calm = days.whole & ~_tainted(volume, days, expected, runs, guess.per_day or LEAST_PER_DAY)
    rest = np.flatnonzero(calm)
    if not runs:  # nothing stands out: the last ordinary days are the normal level
        return Choice(rest[-parameters.baseline_days :], rest, "quiet", None) if len(rest) >= LEAST_DAYS else None
    excess = volume.posts - expected
    start, end = max(runs, key=lambda run: (float(excess[run[0] : run[1]].sum()), -run[0]))
    first, last = int(days.of[start]), int(days.of[end - 1])
    guard = parameters.baseline_guard_days
    index = np.arange(len(calm))
    before = index[calm & (index < first - guard)][-parameters.baseline_days :]
    if len(before) >= parameters.baseline_min_days:
        return Choice(before, before, "before", None)
    near_before = index[calm & (index < first)]
    after = index[calm & (index > last)]
    if len(near_before) + len(after) < LEAST_DAYS:
        return None
    if not len(after):  # all that there is: the guard is given up before the method is
        return Choice(near_before, rest, "pseudo", say_count(*SHORT, len(near_before)))
    room = parameters.baseline_days - len(before)
    around = np.concatenate([before, index[calm & (index > last + guard)][:room]])
    if len(around) < LEAST_DAYS:
        around = np.concatenate([near_before, after])
    return Choice(around, rest, "pseudo", say_count(*AROUND, len(around)))


def bursts(volume: Volume, baseline: Baseline, expected: np.ndarray, parameters: Parameters) -> list[tuple[int, int]]:
    """Stretches above normal, in bins, less than the holding time apart joined."""
    path = level_path(volume.posts, expected, volume.observed, baseline.dispersion, parameters)
    runs = runs_above(path, parameters.episode_on, parameters.episode_off)
    return joined(runs, -(-parameters.episode_hold_hours * HOUR // volume.seconds))


def _tainted(
    volume: Volume, days: Days, expected: np.ndarray, runs: list[tuple[int, int]], per_day: float
) -> np.ndarray:
    """Days a burst adds much to, shape (d,)."""
    inside = np.zeros(len(volume.posts), dtype=bool)
    for start, end in runs:
        inside[start:end] = True
    added = np.bincount(days.of, weights=np.where(inside, np.maximum(volume.posts - expected, 0.0), 0.0))
    return added > max(TAINTED * per_day, 3.0)


# --- what those days say -----------------------------------------------------------------------------
def _summary(volume: Volume, days: Days, chosen: Choice, zone: str | None, level: float | None) -> Baseline:
    """Level, spread, rhythm and dispersion of the chosen days. level: taken as it is, in the first round."""
    totals = days.totals[chosen.days]
    middle = float(np.median(totals))
    per_day = level if level is not None else middle if middle >= SMALL else float(totals.mean())
    spread = max(1.4826 * float(np.median(np.abs(totals - middle))), float(np.sqrt(max(per_day, 0.0))), 1.0)
    inside = np.isin(days.of, chosen.calm) & volume.observed
    profile = _rhythm(volume, days, inside) if volume.seconds < DAY else FLAT
    first, last = (int(np.flatnonzero(np.isin(days.of, chosen.days))[i]) for i in (0, -1))
    known = Baseline(
        kind="pseudo" if chosen.kind == "pseudo" else "before",
        window=Window(volume.starts_of(first), volume.starts_of(last + 1)),
        per_day=per_day, spread_per_day=spread, days=len(chosen.days), profile=profile,
        dispersion=USUAL_DISPERSION, why=chosen.why, zone=zone,
    )  # fmt: skip
    return known if level is not None else _with_dispersion(volume, known, inside)


def _rhythm(volume: Volume, days: Days, inside: np.ndarray) -> tuple[float, ...]:
    """Time-of-day factors, mean 1: trimmed mean of each hour, smoothed over 3 hours, drawn to 1 when posts are few.

    The trimmed mean (highest tenth of the days left out) keeps one lively evening from becoming a habit.
    """
    hourly = np.zeros((int(days.of.max()) + 1, 24))
    np.add.at(hourly, (days.of[inside], days.hours[inside]), volume.posts[inside])
    kept = np.sort(hourly[np.unique(days.of[inside])], axis=0)
    kept = kept[: max(1, len(kept) - len(kept) // 10)]
    sums = kept.sum(axis=0)
    smooth = (np.roll(sums, 1) + 2 * sums + np.roll(sums, -1)) / 4
    factors = (smooth + PRIOR_POSTS) / (smooth.mean() + PRIOR_POSTS)
    factors = np.clip(factors, *RHYTHM)
    return tuple(float(f) for f in factors / factors.mean())


def _with_dispersion(volume: Volume, baseline: Baseline, inside: np.ndarray) -> Baseline:
    """Negative-binomial r by moments on the quiet bins, drawn to the study's 12 when posts are few.

    The highest hundredth of the squared residuals is left out; small organisations are exact Poisson.
    """
    if (baseline.per_day or 0.0) < SMALL:
        return replace(baseline, dispersion=POISSON)
    mean = expected_posts(volume, baseline)[inside]
    extra = (volume.posts[inside] - mean) ** 2 - mean
    kept = extra <= np.quantile(extra, 0.99)
    inverse = (extra[kept].sum() + PRIOR_MASS / USUAL_DISPERSION) / ((mean[kept] ** 2).sum() + PRIOR_MASS)
    return replace(baseline, dispersion=float(np.clip(1 / max(inverse, 1e-6), 1.5, 200.0)))
