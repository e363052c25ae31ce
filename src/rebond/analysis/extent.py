"""How much, how high, how long: M-10 and M-15 to M-17 of domain.md 3.4; above.py holds it against the normal level."""

from collections.abc import Iterable
from datetime import timedelta

import ibis
import numpy as np

from rebond.analysis.above import measure_excess, measure_peak_ratio
from rebond.analysis.baseline import expected_posts
from rebond.analysis.counted import counted
from rebond.analysis.fall import NO_NORMAL, measure_half_life, no_peak, smoothed
from rebond.analysis.measure import Measure, Rows, Window, at_least, untold
from rebond.analysis.shapes import Baseline, Phases, Volume, has_a_hole
from rebond.sentences import N_, say

METHOD = "extent/4"
HOUR = 3600
FEW_AN_HOUR = 20  # posts, smoothed, at the highest (domain.md M-15, 7.5)

CANNOT_TELL_PEAKS = N_(
    "Under 20 posts an hour at the highest, averaged over the hours around: too few to tell peaks apart."
)
UNSEEN_HOUR = N_("Part of this hour was not observed: it can only hold more.")
NOT_OVER = N_("The captured posts stop before the volume came back to normal.")


def measure_volume(
    posts: ibis.Table, volume: Volume, baseline: Baseline, phases: Phases, window: Window
) -> tuple[Measure, ...]:
    """M-10, M-15, M-16, M-17."""
    crisis = crisis_window(phases, window)
    captured = _captured(posts, crisis)
    return (
        captured,
        _accounts(posts, crisis),
        measure_excess(volume, baseline, phases, crisis),
        measure_peak_ratio(volume, baseline, crisis),
        *_peaks(phases, volume, baseline, crisis, captured.n),
        measure_half_life(volume, baseline, phases),
        _back_to_normal(phases, window),
    )


def crisis_window(phases: Phases, window: Window) -> Window:
    """Outbreak to return to normal; where either was not seen, the captured window stands in for it.

    A return that a cut hides has happened by the end of its range.
    """
    starts = phases.outbreak.retained or phases.outbreak.high or window.starts
    ends = phases.normal.retained or phases.normal.high or window.ends
    return Window(starts, ends) if ends > starts else window


# --- how much ------------------------------------------------------------------------------------
def _captured(posts: ibis.Table, crisis: Window) -> Measure:
    n = int(counted(posts, crisis).count().to_pyarrow().as_py())
    return Measure(metric="volume", unit="count", value=n, n=n, window=crisis, method=METHOD, rows=Rows(window=crisis))


def _accounts(posts: ibis.Table, crisis: Window) -> Measure:
    n = int(counted(posts, crisis).author_id.nunique().to_pyarrow().as_py() or 0)
    known = n > 0
    return Measure(
        metric="volume",
        facet="accounts",
        unit="count",
        value=n if known else None,
        n=n,
        n_of="accounts",
        window=crisis,
        method=METHOD,
        rows=Rows(window=crisis),
        why_not=None if known else say(N_("The exports do not name accounts.")),
    )


# --- how high ------------------------------------------------------------------------------------
def _peaks(phases: Phases, volume: Volume, baseline: Baseline, crisis: Window, n: int) -> Iterable[Measure]:
    """Time to the highest hour, number of peaks, posts in that hour (M-15)."""
    peak = phases.main_peak
    if peak is None or phases.too_few:
        yield untold(METHOD, "time_to_peak", "duration", no_peak(phases))
        yield untold(METHOD, "n_peaks", "count", no_peak(phases))
        return
    outbreak = phases.outbreak
    hour = Window(peak.at, peak.at + timedelta(seconds=max(3600, volume.seconds)))
    if outbreak.retained is None:
        yield untold(METHOD, "time_to_peak", "duration", outbreak.why or no_peak(phases))
    else:
        yield Measure(
            metric="time_to_peak",
            unit="duration",
            value=max(timedelta(0), peak.at - outbreak.retained),
            low=max(timedelta(0), hour.starts - (outbreak.high or outbreak.retained)),
            high=hour.ends - (outbreak.low or outbreak.retained),
            interval_is="boundary",
            n=peak.posts,
            window=Window(outbreak.retained, hour.ends),
            method=METHOD,
            rows=Rows(window=hour),
        )
    yield _number_of_peaks(phases, volume, baseline, crisis, n)
    highest = Measure(
        metric="volume",
        facet="peak_hour",
        unit="count",
        value=peak.posts,
        n=peak.posts,
        window=hour,
        method=METHOD,
        rows=Rows(window=hour),
    )
    yield at_least(highest, peak.posts, say(UNSEEN_HOUR)) if has_a_hole(volume, hour) else highest


def _number_of_peaks(phases: Phases, volume: Volume, baseline: Baseline, crisis: Window, n: int) -> Measure:
    """Under 20 posts an hour (or a bin, where bins are longer), simulated storms show peaks where there are none."""
    expected = expected_posts(volume, baseline)
    busiest = float(smoothed(volume.posts * np.mean(expected) / expected).max()) * max(1.0, HOUR / volume.seconds)
    if busiest < FEW_AN_HOUR:
        return untold(METHOD, "n_peaks", "count", say(CANNOT_TELL_PEAKS))
    return Measure(
        metric="n_peaks",
        unit="count",
        value=len(phases.peaks),
        n=n,
        window=crisis,
        method=METHOD,
        rows=Rows(window=crisis),
    )


def _back_to_normal(phases: Phases, window: Window) -> Measure:
    start, end = phases.outbreak.retained, phases.normal
    if start is None:
        return untold(METHOD, "rtb", "duration", phases.outbreak.why or say(NO_NORMAL))
    if end.retained is not None:
        crisis = Window(start, end.retained)
        low = end.low - start if end.low else None
        high = end.high - start if end.high else None
        return Measure(
            metric="rtb",
            unit="duration",
            value=end.retained - start,
            low=low,
            high=high,
            interval_is="boundary",
            n=_days(crisis),
            n_of="days",
            window=crisis,
            method=METHOD,
            caveats=() if end.why is None else (end.why,),
            rows=Rows(window=crisis),
        )
    if end.low is not None and end.high is not None:  # a cut in the collection hides it
        crisis = Window(start, end.high)
        return Measure(
            metric="rtb",
            unit="duration",
            value=None,
            low=max(timedelta(0), end.low - start),
            high=end.high - start,
            interval_is="boundary",
            n=_days(crisis),
            n_of="days",
            window=crisis,
            method=METHOD,
            caveats=() if end.why is None else (end.why,),
            rows=Rows(window=crisis),
        )
    if end.why is not None and not end.censored:
        return untold(METHOD, "rtb", "duration", end.why)
    seen = max(window.ends - start, timedelta(0))
    crisis = Window(start, max(window.ends, start + timedelta(hours=1)))
    return Measure(
        metric="rtb",
        unit="duration",
        value=seen,
        censored=True,
        n=_days(crisis),
        n_of="days",
        window=crisis,
        method=METHOD,
        caveats=(end.why or say(NOT_OVER),),
        rows=Rows(window=crisis),
    )


def _days(window: Window) -> int:
    """Days of the window, the last one begun."""
    return max(1, -(-window.lasts // timedelta(days=1)))
