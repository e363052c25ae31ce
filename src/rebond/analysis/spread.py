"""How much, how high, how concentrated, on which platforms: M-10 and M-15 to M-22 of domain.md 3.4."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import ibis
import numpy as np
import pyarrow as pa

from rebond.analysis.baseline import expected_posts
from rebond.analysis.counted import counted
from rebond.analysis.measure import Measure, Rows, Window
from rebond.analysis.shapes import Baseline, Phases, Volume, posts_between
from rebond.sentences import N_, Sentence, say
from rebond.tables import collect

METHOD = "spread/1"
FEW_ACCOUNTS = 30  # below: concentration is not told (domain.md M-19)

NO_NORMAL = N_("There is no normal level to compare with.")
PSEUDO_NORMAL = N_("The normal level was taken from a calm stretch of the same export: low confidence.")
NO_PEAK = N_("Too few posts to tell a peak.")
NO_VIEWS = N_("The exports do not carry views.")
NO_INTERACTIONS = N_("The exports do not carry interactions.")
FEW = N_("Fewer than 30 accounts have interactions.")
NO_FOLLOWERS = N_("The exports do not carry followers.")
BANDS = N_("Followers are kept in bands, so this is a range; it is an audience that could have seen, not one that saw.")
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
        _excess(volume, baseline, crisis, captured.n),
        _peak_ratio(volume, baseline, crisis),
        *_peaks(phases, volume, crisis, captured.n),
        _half_life(volume, baseline, phases),
        _back_to_normal(phases, window),
    )


def crisis_window(phases: Phases, window: Window) -> Window:
    """Outbreak to return to normal; where either was not seen, the captured window stands in for it.

    A return that a cut hides has happened by the end of its range.
    """
    starts = phases.outbreak.retained or window.starts
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


def _excess(volume: Volume, baseline: Baseline, crisis: Window, n: int) -> Measure:
    """Posts above normal, hour by hour of the daily rhythm (M-10); what was not observed adds nothing."""
    if baseline.per_day is None:
        return _untold("excess_volume", "count", baseline.why or say(NO_NORMAL))
    first, last = _span(volume, crisis)
    counts = np.where(volume.observed, volume.posts, 0)[first:last]
    expected = expected_posts(volume, baseline)[first:last]
    margin = 1.96 * 1.2533 * (baseline.spread_per_day or 0.0) / np.sqrt(max(baseline.days, 1))  # se of a median
    scale = np.array([max(baseline.per_day - margin, 0), baseline.per_day, baseline.per_day + margin])
    scale = scale / baseline.per_day if baseline.per_day else np.ones(3)
    high, value, low = (round(float(np.maximum(counts - expected * k, 0).sum())) for k in scale)
    whole_bins = Window(*(volume.starts_of(edge) for edge in _span(volume, crisis)))
    return Measure(
        metric="excess_volume",
        unit="count",
        value=value,
        low=low,
        high=high,
        interval_is="poisson95",
        n=n,
        window=crisis,
        method=METHOD,
        against=baseline.per_day,
        against_is="normal",
        caveats=_on_baseline(baseline),
        rows=Rows(window=whole_bins),
    )


def _span(volume: Volume, window: Window) -> tuple[int, int]:
    step = timedelta(seconds=volume.seconds)
    first = max(0, (window.starts - volume.starts) // step)
    return first, max(first, min(len(volume.posts), -(-(window.ends - volume.starts) // step)))


# --- how high ------------------------------------------------------------------------------------
def _peak_ratio(volume: Volume, baseline: Baseline, crisis: Window) -> Measure:
    """Highest 24 hours against the normal day (M-15)."""
    if baseline.per_day is None:
        return _untold("peak_ratio", "ratio", baseline.why or say(NO_NORMAL))
    first, last = _span(volume, crisis)
    counts = volume.posts[first:last]
    width = min(max(1, 86400 // volume.seconds), len(counts))
    sums = np.convolve(counts, np.ones(width, dtype=np.int64), "valid")
    at = first + int(sums.argmax())
    top, normal = int(volume.posts[at : at + width].sum()), max(baseline.per_day, 1.0)
    window = Window(volume.starts_of(at), volume.starts_of(at + width))
    error = 1.96 * np.sqrt(max(top, 1))
    return Measure(
        metric="peak_ratio",
        unit="ratio",
        value=top / normal,
        low=max(0.0, top - error) / normal,
        high=(top + error) / normal,
        interval_is="poisson95",
        n=top,
        window=window,
        method=METHOD,
        against=baseline.per_day,
        against_is="normal",
        caveats=_on_baseline(baseline),
        details={"posts": top},
        rows=Rows(window=window),
    )


def _peaks(phases: Phases, volume: Volume, crisis: Window, n: int) -> Iterable[Measure]:
    """Time to the highest hour, number of peaks, posts in that hour (M-15)."""
    peak = phases.main_peak
    if peak is None or phases.too_few:
        yield _untold("time_to_peak", "duration", say(NO_PEAK))
        yield _untold("n_peaks", "count", say(NO_PEAK))
        return
    outbreak = phases.outbreak
    hour = Window(peak.at, peak.at + timedelta(seconds=max(3600, volume.seconds)))
    if outbreak.retained is None:
        yield _untold("time_to_peak", "duration", outbreak.why or say(NO_PEAK))
    else:
        yield Measure(
            metric="time_to_peak",
            unit="duration",
            value=peak.at - outbreak.retained,
            low=max(timedelta(0), hour.starts - (outbreak.high or outbreak.retained)),
            high=hour.ends - (outbreak.low or outbreak.retained),
            interval_is="boundary",
            n=peak.posts,
            window=Window(outbreak.retained, hour.ends),
            method=METHOD,
            rows=Rows(window=hour),
        )
    yield Measure(
        metric="n_peaks",
        unit="count",
        value=len(phases.peaks),
        n=n,
        window=crisis,
        method=METHOD,
        rows=Rows(window=crisis),
    )
    yield Measure(
        metric="volume",
        facet="peak_hour",
        unit="count",
        value=peak.posts,
        n=peak.posts,
        window=hour,
        method=METHOD,
        rows=Rows(window=hour),
    )


def _half_life(volume: Volume, baseline: Baseline, phases: Phases) -> Measure:
    """Time for the smoothed volume to fall half-way back from the main peak and stay there 6 h (M-16).

    The daily rhythm is taken out first: a night is not a fall.
    """
    peak = phases.main_peak
    if peak is None or phases.too_few:
        return _untold("half_life", "duration", say(NO_PEAK))
    if baseline.per_day is None:
        return _untold("half_life", "duration", baseline.why or say(NO_NORMAL))
    expected = expected_posts(volume, baseline)
    floor = float(expected.mean())
    smooth = np.convolve(volume.posts * floor / expected, np.ones(3) / 3, "same")
    first = volume.bin_of(peak.at)
    half, hold = floor + (smooth[first] - floor) / 2, max(1, 6 * 3600 // volume.seconds)
    seen = len(volume.posts) if volume.observed[first:].all() else first + int(np.argmin(volume.observed[first:]))
    for bin_ in range(first + 1, seen - hold + 1):
        if (smooth[bin_ : bin_ + hold] <= half).all():
            lasted = timedelta(seconds=volume.seconds * (bin_ - first))
            window = Window(peak.at, peak.at + lasted)
            return Measure(
                metric="half_life",
                unit="duration",
                value=lasted,
                n=posts_between(volume, window),
                window=window,
                method=METHOD,
                rows=Rows(window=window),
            )
    lasted = timedelta(seconds=volume.seconds * max(0, seen - first))
    window = Window(peak.at, peak.at + max(lasted, timedelta(hours=1)))
    return Measure(
        metric="half_life",
        unit="duration",
        value=lasted,
        censored=True,
        n=posts_between(volume, window),
        window=window,
        method=METHOD,
        rows=Rows(window=window),
    )


def _back_to_normal(phases: Phases, window: Window) -> Measure:
    start, end = phases.outbreak.retained, phases.normal
    if start is None:
        return _untold("rtb", "duration", phases.outbreak.why or say(NO_NORMAL))
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
            n=1,
            n_of="days",
            window=crisis,
            method=METHOD,
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
            n=1,
            n_of="days",
            window=crisis,
            method=METHOD,
            caveats=() if end.why is None else (end.why,),
            rows=Rows(window=crisis),
        )
    if end.why is not None and not end.censored:
        return _untold("rtb", "duration", end.why)
    seen = max(window.ends - start, timedelta(0))
    crisis = Window(start, max(window.ends, start + timedelta(hours=1)))
    return Measure(
        metric="rtb",
        unit="duration",
        value=seen,
        censored=True,
        n=1,
        n_of="days",
        window=crisis,
        method=METHOD,
        caveats=(end.why or say(NOT_OVER),),
        rows=Rows(window=crisis),
    )


# --- who carried it ----------------------------------------------------------------------------------
def measure_voices(posts: ibis.Table, authors: pa.Table, crisis: Window) -> tuple[Measure, ...]:
    """M-18 to M-21. authors: AUTHORS, every account of the case."""
    per_author = interactions_by_author(posts, crisis)
    return (
        _views(posts, crisis),
        _audience(posts, authors, crisis),
        *_concentration(per_author, crisis),
        _tipping_post(posts, crisis),
    )


def interactions_by_author(posts: ibis.Table, crisis: Window) -> pa.Table:
    """author_id, interactions (likes + reposts + replies; null where the exports carry none), posts."""
    kept = counted(posts, crisis).filter(lambda t: t.author_id.notnull())
    given = kept.likes.notnull() | kept.reposts.notnull() | kept.replies.notnull()
    total = kept.likes.fill_null(0) + kept.reposts.fill_null(0) + kept.replies.fill_null(0)
    kept = kept.mutate(given=given.cast("int64"), total=total)
    table = kept.group_by("author_id").aggregate(
        interactions=kept.total.sum(), given=kept.given.sum(), posts=kept.count()
    )
    return collect(table, by="author_id")


def _views(posts: ibis.Table, crisis: Window) -> Measure:
    kept = counted(posts, crisis).filter(lambda t: t.views.notnull())
    found = kept.aggregate(n=kept.count(), views=kept.views.sum()).to_pyarrow().to_pylist()[0]
    if not found["n"]:
        return _untold("reach_measured", "count", say(NO_VIEWS))
    return Measure(
        metric="reach_measured",
        unit="count",
        value=int(found["views"]),
        n=int(found["n"]),
        window=crisis,
        method=METHOD,
        rows=Rows(window=crisis, carrying="views"),
    )


BAND = {
    "0-99": (0, 99),
    "100-999": (100, 999),
    "1k-9k": (1_000, 9_999),
    "10k-99k": (10_000, 99_999),
    "100k-999k": (100_000, 999_999),
    "1M+": (1_000_000, None),
}


def _audience(posts: ibis.Table, authors: pa.Table, crisis: Window) -> Measure:
    """Followers of the distinct accounts that spoke. Never added to views, never called reach (M-18)."""
    spoke = set(
        collect(
            counted(posts, crisis).filter(lambda t: t.author_id.notnull()).select("author_id").distinct(),
            by="author_id",
        )["author_id"].to_pylist()
    )
    bands = [
        BAND[row["followers_band"]]
        for row in authors.to_pylist()
        if row["author_id"] in spoke and row["followers_band"] in BAND
    ]
    if not bands:
        return _untold("audience_potential", "count", say(NO_FOLLOWERS))
    open_ended = any(high is None for _, high in bands)
    return Measure(
        metric="audience_potential",
        unit="count",
        value=None,
        low=sum(low for low, _ in bands),
        high=None if open_ended else sum(high or 0 for _, high in bands),
        interval_is="boundary",
        n=len(bands),
        n_of="accounts",
        window=crisis,
        method=METHOD,
        caveats=(say(BANDS),),
        rows=Rows(window=crisis),
    )


def _concentration(per_author: pa.Table, crisis: Window) -> Iterable[Measure]:
    given = np.array(per_author["given"].to_pylist(), dtype=np.int64)
    x = np.array(per_author["interactions"].to_pylist(), dtype=float)[given > 0]
    names = ("gini_author", "top1_share", "effective_voices")
    units: tuple[Unit, ...] = ("index", "share", "count")
    why = say(NO_INTERACTIONS) if not given.any() else say(FEW) if len(x) < FEW_ACCOUNTS or x.sum() == 0 else None
    if why is not None:
        yield from (_untold(name, unit, why) for name, unit in zip(names, units, strict=True))
        return
    values = (gini(x), top_share(x), float(1 / ((x / x.sum()) ** 2).sum()))
    for name, unit, value in zip(names, units, values, strict=True):
        yield Measure(
            metric=name,
            unit=unit,
            value=value,
            n=len(x),
            n_of="accounts",
            window=crisis,
            method=METHOD,
            details={"accounts": max(1, -(-len(x) // 100))},
            rows=Rows(window=crisis),
        )


def gini(x: np.ndarray) -> float:
    """Gini index of non-negative amounts, shape (n,): 0 when equal, (n − 1)/n when one holds all (M-19)."""
    ordered = np.sort(x.astype(float))
    n, rank = len(ordered), np.arange(1, len(ordered) + 1)
    return float(2 * (rank * ordered).sum() / (n * ordered.sum()) - (n + 1) / n)


def top_share(x: np.ndarray) -> float:
    """Share of the total held by the top ⌈1 %⌉ of accounts (M-20)."""
    return float(np.sort(x)[::-1][: -(-len(x) // 100)].sum() / x.sum())


def _tipping_post(posts: ibis.Table, crisis: Window) -> Measure:
    """Most reposts or answers recorded for one post: the export's links between posts, not a guess (M-21)."""
    kept = counted(posts, crisis)
    pointed = kept.mutate(target=kept.repost_of.fill_null(kept.parent_id)).filter(lambda t: t.target.notnull())
    table = collect(pointed.group_by("target").aggregate(n=pointed.count()), by="target")
    if not table.num_rows:
        return _untold(
            "amplifiers", "count", say(N_("The exports do not say which post a repost or an answer belongs to."))
        )
    rows = sorted(table.to_pylist(), key=lambda row: (-row["n"], row["target"]))
    return Measure(
        metric="amplifiers",
        unit="count",
        value=rows[0]["n"],
        n=rows[0]["n"],
        window=crisis,
        method=METHOD,
        details={"target": rows[0]["target"]},
        rows=Rows(window=crisis, points_to=rows[0]["target"]),
    )


# --- platforms ---------------------------------------------------------------------------------------
def measure_platforms(posts: ibis.Table, crisis: Window) -> tuple[Measure, ...]:
    """Arrival of the matter on each platform, and its lag behind the first one (M-22)."""
    kept = counted(posts, crisis)
    hours = kept.mutate(hour=(kept.published_at.epoch_seconds() // 3600).cast("int64"))
    table = collect(hours.group_by("platform", "hour").aggregate(n=hours.count()), by=("platform", "hour"))
    arrivals = sorted(_arrivals(table).items(), key=lambda item: (item[1][0], item[0]))
    if not arrivals:
        return ()
    first = arrivals[0][1][0]
    return tuple(
        Measure(
            metric="platform_lag",
            facet=platform,
            unit="duration",
            value=at - first,
            n=total,
            window=Window(at, at + timedelta(hours=1)),
            method=METHOD,
            details={"order": order},
            rows=Rows(window=crisis, platform=platform),
        )
        for order, (platform, (at, total)) in enumerate(arrivals, start=1)
    )


def _arrivals(table: pa.Table) -> dict[str, tuple[datetime, int]]:
    """First hour with at least max(3, 5 % of the platform's posts); platforms that never reach it are left out."""
    found: dict[str, tuple[datetime, int]] = {}
    rows = table.to_pylist()
    for platform in sorted({row["platform"] for row in rows}):
        mine = [row for row in rows if row["platform"] == platform]
        total = sum(row["n"] for row in mine)
        hour = next((row["hour"] for row in mine if row["n"] >= max(3, 0.05 * total)), None)
        if hour is not None:
            found[platform] = (datetime.fromtimestamp(hour * 3600, tz=UTC), total)
    return found


def _on_baseline(baseline: Baseline) -> tuple[Sentence, ...]:
    if baseline.kind == "before":
        return ()
    return (baseline.why or say(PSEUDO_NORMAL),)


def _untold(metric: str, unit: str, why: Sentence) -> Measure:
    return Measure(metric=metric, value=None, unit=unit, n=0, method=METHOD, why_not=why, rows=Rows(posts=False))  # type: ignore[arg-type]
