"""How much more than usual: posts beyond the normal level (M-10), and the highest 24 hours against it (M-15)."""

from datetime import timedelta

import numpy as np

from rebond.analysis.baseline import LEAST_PER_DAY, SMALL, expected_posts
from rebond.analysis.fall import NO_NORMAL, no_peak
from rebond.analysis.intervals import Z95
from rebond.analysis.measure import Measure, Rows, Window, at_least, untold
from rebond.analysis.shapes import Baseline, Phases, Volume, has_a_hole, posts_between
from rebond.sentences import N_, Sentence, say, say_count

METHOD = "above/2"
MEDIAN = 1.2533  # standard error of a median, in those of a mean
HALF_A_POST = 0.5  # to which the median of whole numbers is known: it weighs where few posts make a day

PSEUDO_NORMAL = N_("The normal level was taken from a calm stretch of the same export: low confidence.")
HARDLY_ANY = N_("The usual level is under one post a day: a multiple of it would say nothing.")
UNSEEN = N_("Part of these 24 hours was not observed: the multiple can only be higher.")
UNSEEN_EXCESS = N_("Part of this window was not observed: there can only be more beyond the usual level.")
WITHIN_USUAL = (
    N_("%(n)s post was counted, where as long a time usually holds %(low)s to %(high)s."),
    N_("%(n)s posts were counted, where as long a time usually holds %(low)s to %(high)s."),
)


def measure_excess(volume: Volume, baseline: Baseline, phases: Phases, crisis: Window) -> Measure:
    """Posts counted less those expected, over the observed hours (M-10); untold where the usual may hold as many.

    Hours above and below the usual level offset each other: the chance of single hours is no excess (decision 0013).
    The interval is that of what as long a time would usually hold: its level is known from few days, and days differ.
    Where posts are missing, its lower end is a lower bound.
    """
    if phases.main_peak is None:
        return untold(METHOD, "excess_volume", "count", no_peak(phases))
    if baseline.per_day is None:
        return untold(METHOD, "excess_volume", "count", baseline.why or say(NO_NORMAL))
    inside = _shares_inside(volume, crisis)
    observed = inside * volume.observed
    counted = posts_between(volume, crisis)
    seen = counted - int(volume.posts[(inside > 0) & ~volume.observed].sum())
    usual, days = float((_usual(volume, baseline) * observed).sum()), observed.sum() * volume.seconds / 86400
    doubt = _doubt(baseline, days)
    low, high = max(0, round(usual - doubt)), round(usual + doubt)
    if seen <= high:
        return untold(METHOD, "excess_volume", "count", say_count(*WITHIN_USUAL, seen, low=low, high=high))
    excess = Measure(
        metric="excess_volume",
        unit="count",
        value=seen - round(usual),
        low=seen - high,
        high=seen - low,
        interval_is="usual95",
        n=counted,
        window=crisis,
        method=METHOD,
        against=baseline.per_day,
        against_is="normal",
        caveats=_on_baseline(baseline),
        rows=Rows(window=crisis),
    )
    return at_least(excess, seen - high, say(UNSEEN_EXCESS)) if has_a_hole(volume, crisis) else excess


def measure_peak_ratio(volume: Volume, baseline: Baseline, crisis: Window) -> Measure:
    """Highest 24 hours against the normal day (M-15); untold under one post a day.

    The normal day is taken to the tenth of a post, as the page prints it: whoever divides finds the same multiple.
    """
    if baseline.per_day is None:
        return untold(METHOD, "peak_ratio", "ratio", baseline.why or say(NO_NORMAL))
    if baseline.per_day < SMALL:
        return untold(METHOD, "peak_ratio", "ratio", say(HARDLY_ANY))
    first, last = _bins(volume, crisis)
    counts = volume.posts[first:last]
    width = min(max(1, 86400 // volume.seconds), len(counts))
    sums = np.convolve(counts, np.ones(width, dtype=np.int64), "valid")
    at = first + int(sums.argmax())
    # The first bin may hold posts of before the crisis: as few as there are, the page would not add up with them.
    window = Window(max(volume.starts_of(at), crisis.starts), min(volume.starts_of(at + width), crisis.ends))
    top, normal = posts_between(volume, window), round(baseline.per_day, 1)
    error = Z95 * float(np.sqrt(max(top, 1)))
    level = Z95 * MEDIAN * (baseline.spread_per_day or 0.0) / float(np.sqrt(max(baseline.days, 1)))
    ratio = Measure(
        metric="peak_ratio",
        unit="ratio",
        value=top / normal,
        low=max(0.0, top - error) / (normal + level),
        high=(top + error) / max(normal - level, SMALL),
        interval_is="poisson95",
        n=top,
        window=window,
        method=METHOD,
        against=normal,
        against_is="normal",
        caveats=_on_baseline(baseline),
        details={"posts": top},
        rows=Rows(window=window),
    )
    all_seen = volume.observed[at : at + width].all() and not has_a_hole(volume, window)
    return ratio if all_seen else at_least(ratio, top / normal, say(UNSEEN))


def _doubt(baseline: Baseline, days: float) -> float:
    """Half the 95 % interval of what so many usual days hold: they differ, and so do the few their level is told on."""
    spread = Z95 * (baseline.spread_per_day or 0.0)
    drawn = spread * float(np.sqrt(days + (days * MEDIAN) ** 2 / max(baseline.days, 1)))
    return drawn + HALF_A_POST * days


def _usual(volume: Volume, baseline: Baseline) -> np.ndarray:
    """Posts a normal bin would hold, without the floor that the level path needs."""
    level = baseline.per_day or 0.0
    return expected_posts(volume, baseline) * min(1.0, level / LEAST_PER_DAY)


def _bins(volume: Volume, window: Window) -> tuple[int, int]:
    """First bin of a window, and the one after its last."""
    step = timedelta(seconds=volume.seconds)
    first = max(0, (window.starts - volume.starts) // step)
    return first, max(first, min(len(volume.posts), -(-(window.ends - volume.starts) // step)))


def _shares_inside(volume: Volume, window: Window) -> np.ndarray:
    """Share of each bin that lies in a window, shape (n,): turning points are dated more finely than bins."""
    edges = np.arange(len(volume.posts) + 1) * float(volume.seconds)
    starts, ends = ((at - volume.starts).total_seconds() for at in (window.starts, window.ends))
    return np.clip(np.minimum(edges[1:], ends) - np.maximum(edges[:-1], starts), 0, None) / volume.seconds


def _on_baseline(baseline: Baseline) -> tuple[Sentence, ...]:
    return () if baseline.kind == "before" else (baseline.why or say(PSEUDO_NORMAL),)
