"""The normal level: posts on an ordinary day, and how an ordinary day is spread over its hours.

Median of observed days outside episodes × robust time-of-day factor in local hours (methods/statistics.md B), over
the 28 days that end 2 days before the first sign (domain.md 1.1). The baseline decides more than the algorithm
behind it (a contaminated one takes the episodes' IoU from 0.8 to 0.3–0.5), so episodes are found and left out
in turn, starting from a low level, until the days that remain no longer change.
"""

from dataclasses import dataclass, replace

import numpy as np

from rebond.analysis.days import DAY, HOUR, Days, local_hours, split_days
from rebond.analysis.levels import joined, level_path, runs_above
from rebond.analysis.measure import Window
from rebond.analysis.shapes import Baseline, Volume
from rebond.sentences import N_, Sentence, say, say_count
from rebond.settings import Parameters

ROUNDS = 8  # of leaving episodes out; settles in two or three
TAINTED = 0.25  # a day in which bursts add more than this share of a normal day is left out
LEAST_DAYS = 2  # under this nothing can serve as normal
CALM_QUARTER = 1 / 3  # of the busiest day: the last quarter may stand in for normal under this
FEW_CALM = 1 / 3  # of the days outside the main burst: fewer calm ones, and it is they that are out of the ordinary
HALF_OF_DAYS = 7  # observed days from which their calmer half may stand in
LEAST_PER_DAY = 0.5  # the level path needs some expectation, even where nothing is said for weeks
PRIOR_POSTS = 8.0  # posts per hour of the day that the data must outweigh before the rhythm is believed
RHYTHM = (0.2, 4.0)  # bounds of the time-of-day factor
FLAT, EVEN = (1.0,) * 24, (1.0,) * 7
EPOCH_WEEKDAY = 3  # 1 January 1970 was a Thursday; Monday is 0
WORKING, WEEKEND = [0, 1, 2, 3, 4], [5, 6]
WEEKS_DAYS = 21  # calm days from which weekdays are told apart (domain.md 1.1: three weeks)
WEEK_PRIOR = 1.0  # days' weight of "every day alike" against each weekday's own days
WEEK = (0.3, 2.0)  # bounds of the weekday factor
USUAL_DISPERSION = 12.0  # of the study's brands; weighs as PRIOR_MASS
PRIOR_MASS = 200.0
CALM_SHARE = 0.97  # the highest residuals of quiet bins are left out: small bursts that no path saw
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
CALMER_HALF = (
    N_("Too few ordinary days were captured: the calmest %(n)s day stands in for the normal level."),
    N_("Too few ordinary days were captured: the calmest %(n)s days, half of all, stand in for the normal level."),
)
AFTERMATH = (
    N_("Nothing ordinary was captured: the last %(n)s day captured stands in for the normal level."),
    N_("Nothing ordinary was captured: the last %(n)s days captured stand in for the normal level."),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """Days taken as normal, and why they are not the ones wished for."""

    days: np.ndarray  # indices
    calm: np.ndarray  # indices of every day outside bursts: the rhythm needs more days than the level
    kind: str
    why: Sentence | None
    is_thin: bool = False  # most days outside the main burst are not calm either


def find_baseline(volume: Volume, parameters: Parameters, zone: str | None) -> Baseline:
    """Normal level before the crisis; around it, with low confidence, when too little lies before; else none.

    zone: IANA name of the local hours; None: UTC.
    """
    days = split_days(volume, zone)
    whole = np.flatnonzero(days.whole)
    if len(whole) < LEAST_DAYS:
        return no_baseline(zone)
    chosen = Choice(whole, whole, "quiet", None)
    guess = _summary(volume, days, chosen, zone, _low_start(days.totals[whole] / _by_day(volume, days, zone)[whole]))
    for _ in range(ROUNDS):
        again = _choose(volume, days, guess, parameters)
        if again is None or again.is_thin:
            rest = _calmer_half(days, whole, zone, volume) if again else _last_quarter(days, whole)
            rest = rest or again or _calmer_half(days, whole, zone, volume)
            return _summary(volume, days, rest, zone, None) if rest else no_baseline(zone)
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
    hours, numbers = local_hours(volume, baseline.zone)
    daily = rate * np.array(baseline.week)[(numbers + EPOCH_WEEKDAY) % 7]
    return daily if volume.seconds >= DAY else daily * np.array(baseline.profile)[hours]


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
    calm = calm_days(volume, days, guess, expected, runs)
    rest = np.flatnonzero(calm)
    if not runs:  # nothing stands out: the last ordinary days are the normal level
        return Choice(rest[-parameters.baseline_days :], rest, "quiet", None) if len(rest) >= LEAST_DAYS else None
    excess = np.where(volume.observed, volume.posts - expected, 0.0)
    start, end = max(runs, key=lambda run: (highest_day(excess, run, volume.seconds), -run[0]))
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
    outside = int(days.whole[(index < first) | (index > last)].sum())
    thin = len(near_before) + len(after) < FEW_CALM * outside
    if not len(after):  # all that there is: the guard is given up before the method is
        return Choice(near_before, rest, "pseudo", say_count(*SHORT, len(near_before)), thin)
    room = parameters.baseline_days - len(before)
    around = np.concatenate([before, index[calm & (index > last + guard)][:room]])
    if len(around) < LEAST_DAYS:
        around = np.concatenate([near_before, after])
    return Choice(around, rest, "pseudo", say_count(*AROUND, len(around)), thin)


def _calmer_half(days: Days, whole: np.ndarray, zone: str | None, volume: Volume) -> Choice | None:
    """The half of the observed days that hold least: a collection that has hardly begun knows no ordinary week."""
    if len(whole) < HALF_OF_DAYS:
        return None
    totals = days.totals[whole] / _by_day(volume, days, zone)[whole]
    calm = np.sort(whole[np.argsort(totals, kind="stable")[: (len(whole) + 1) // 2]])
    return Choice(calm, calm, "pseudo", say_count(*CALMER_HALF, len(calm)))


def _last_quarter(days: Days, whole: np.ndarray) -> Choice | None:
    """Where nothing else is left: the last quarter of what was observed (domain.md 1.1), if calm against the rest."""
    last = whole[-(len(whole) // 4) :] if len(whole) >= 4 * LEAST_DAYS else whole[:0]
    if len(last) < LEAST_DAYS or np.median(days.totals[last]) > CALM_QUARTER * days.totals[whole].max():
        return None
    return Choice(last, last, "pseudo", say_count(*AFTERMATH, len(last)))


def highest_day(excess: np.ndarray, run: tuple[int, int], seconds: int) -> float:
    """Most posts above normal in any 24 h of a stretch: a storm of two hours outdoes a month of slight unrest."""
    held, width = excess[slice(*run)], max(1, DAY // seconds)
    return float(np.convolve(held, np.ones(min(width, len(held))), "valid").max()) if len(held) else 0.0


def bursts(volume: Volume, baseline: Baseline, expected: np.ndarray, parameters: Parameters) -> list[tuple[int, int]]:
    """Stretches above normal, in bins, less than the holding time apart joined."""
    path = level_path(volume.posts, expected, volume.observed, baseline.dispersion, parameters)
    runs = runs_above(path, parameters.episode_on, parameters.episode_off)
    return joined(runs, -(-parameters.episode_hold_hours * HOUR // volume.seconds))


def calm_days(
    volume: Volume, days: Days, baseline: Baseline, expected: np.ndarray, runs: list[tuple[int, int]]
) -> np.ndarray:
    """Whole days to which no burst adds much, bool, shape (d,)."""
    inside = np.zeros(len(volume.posts), dtype=bool)
    for start, end in runs:
        inside[start:end] = True
    added = np.bincount(days.of, weights=np.where(inside, np.maximum(volume.posts - expected, 0.0), 0.0))
    return days.whole & (added <= max(TAINTED * (baseline.per_day or LEAST_PER_DAY), 3.0))


# --- what those days say -----------------------------------------------------------------------------
def _summary(volume: Volume, days: Days, chosen: Choice, zone: str | None, level: float | None) -> Baseline:
    """Level, spread, rhythm and dispersion of the chosen days. level: taken as it is, in the first round."""
    week = week_factors(volume, days, zone)
    totals = days.totals[chosen.days] / _by_day(volume, days, zone)[chosen.days]
    middle = float(np.median(totals))
    per_day = level if level is not None else middle if middle >= SMALL else float(totals.mean())
    spread = max(1.4826 * float(np.median(np.abs(totals - middle))), float(np.sqrt(max(per_day, 0.0))), 1.0)
    inside = np.isin(days.of, chosen.calm) & volume.observed
    profile = _rhythm(volume, days, inside) if volume.seconds < DAY else FLAT
    first, last = (int(np.flatnonzero(np.isin(days.of, chosen.days))[i]) for i in (0, -1))
    known = Baseline(
        kind="pseudo" if chosen.kind == "pseudo" else "before",
        window=Window(volume.starts_of(first), volume.starts_of(last + 1)),
        per_day=per_day, spread_per_day=spread, days=len(chosen.days), profile=profile, week=week,
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


def week_factors(volume: Volume, days: Days, zone: str | None) -> tuple[float, ...]:
    """Weekday factors, median 1: each day against the week around it, which a crisis lifts as much.

    Told from three weeks on; drawn to 1 when a weekday has few days.
    """
    whole = np.flatnonzero(days.whole)
    if len(whole) < WEEKS_DAYS or float(np.median(days.totals[whole])) < SMALL:
        return EVEN
    weekdays = (int(local_hours(volume, zone)[1][0]) + whole + EPOCH_WEEKDAY) % 7
    around = np.array([np.mean(days.totals[whole[np.abs(whole - day) <= 3]]) for day in whole])
    ratios = days.totals[whole] / np.maximum(around, LEAST_PER_DAY)
    factors = np.ones(7)
    for part in (WORKING, WEEKEND):  # two classes, not seven: a decaying crisis leaves four of each weekday at best
        own = ratios[np.isin(weekdays, part)]
        if len(own):
            factors[part] = (len(own) * float(np.median(own)) + WEEK_PRIOR) / (len(own) + WEEK_PRIOR)
    kept = np.clip(factors, *WEEK)
    return tuple(float(f) for f in kept / np.median(kept))


def _by_day(volume: Volume, days: Days, zone: str | None) -> np.ndarray:
    """Weekday factor of each local day, shape (d,)."""
    weekdays = (int(local_hours(volume, zone)[1][0]) + np.arange(len(days.totals)) + EPOCH_WEEKDAY) % 7
    return np.array(week_factors(volume, days, zone))[weekdays]


def _with_dispersion(volume: Volume, baseline: Baseline, inside: np.ndarray) -> Baseline:
    """Negative-binomial r by moments on the quiet bins, drawn to the study's 12 when posts are few.

    The highest squared residuals are left out; small organisations are exact Poisson.
    """
    if (baseline.per_day or 0.0) < SMALL:
        return replace(baseline, dispersion=POISSON)
    mean = expected_posts(volume, baseline)[inside]
    extra = (volume.posts[inside] - mean) ** 2 - mean
    kept = extra <= np.quantile(extra, CALM_SHARE)
    inverse = (extra[kept].sum() + PRIOR_MASS / USUAL_DISPERSION) / ((mean[kept] ** 2).sum() + PRIOR_MASS)
    return replace(baseline, dispersion=float(np.clip(1 / max(inverse, 1e-6), 1.5, 200.0)))
