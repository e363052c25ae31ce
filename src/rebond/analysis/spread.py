"""How far it was seen, and on which platforms: M-18 and M-22 of domain.md 3.4; M-19 to M-21 have files of their own."""

from bisect import bisect_left
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from typing import Any

import ibis
import pyarrow as pa

from rebond.analysis.carriers import measure_amplifiers, measure_tipping_post
from rebond.analysis.concentration import measure_concentration
from rebond.analysis.counted import counted
from rebond.analysis.measure import Measure, Rows, Window, untold
from rebond.sentences import N_, Sentence, say
from rebond.tables import collect

METHOD = "spread/3"

HOUR = timedelta(hours=1)
LEAST_POSTS, LEAST_SHARE = 3, 0.05  # of a platform's posts of the crisis: what came before is stray

ONE_PLATFORM = N_("The posts of this crisis were captured on one platform.")
NO_VIEWS = N_("The exports do not carry views.")
NOT_BEFORE = N_("Nothing of this platform was captured before the outbreak: its collection may have begun later.")
NO_FOLLOWERS = N_("The exports do not carry followers.")
BANDS = N_("Followers are kept in bands, so this is a range; it is an audience that could have seen, not one that saw.")


# --- who carried it ----------------------------------------------------------------------------------
def measure_voices(posts: ibis.Table, authors: pa.Table, crisis: Window) -> tuple[Measure, ...]:
    """M-18 to M-21. authors: AUTHORS, every account of the case."""
    return (
        _views(posts, crisis),
        _audience(posts, authors, crisis),
        *measure_concentration(posts, crisis),
        measure_amplifiers(posts, crisis),
        measure_tipping_post(posts, crisis),
    )


def _views(posts: ibis.Table, crisis: Window) -> Measure:
    kept = counted(posts, crisis).filter(lambda t: t.views.notnull())
    found = kept.aggregate(n=kept.count(), views=kept.views.sum()).to_pyarrow().to_pylist()[0]
    if not found["n"]:
        return untold(METHOD, "reach_measured", "count", say(NO_VIEWS))
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
        return untold(METHOD, "audience_potential", "count", say(NO_FOLLOWERS))
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


# --- platforms ---------------------------------------------------------------------------------------
def measure_platforms(posts: ibis.Table, crisis: Window) -> tuple[Measure, ...]:
    """Arrival of the matter on each platform, and its lag behind the first one (M-22)."""
    kept = counted(posts, crisis)
    hours = kept.mutate(hour=(kept.published_at.epoch_seconds() // 3600).cast("int64"))
    table = collect(hours.group_by("platform", "hour").aggregate(n=hours.count()), by=("platform", "hour"))
    arrivals = sorted(_arrivals(table).items(), key=lambda item: (item[1][0], item[0]))
    if not arrivals:
        return ()
    if len(arrivals) == 1:
        return (untold(METHOD, "platform_lag", "duration", say(ONE_PLATFORM)),)
    hours_of, seen_before = [at for _, (at, _) in arrivals], _captured_before(posts, crisis)
    return tuple(
        Measure(
            metric="platform_lag",
            facet=platform,
            unit="duration",
            **_lag(hours_of, at),
            n=total,
            window=Window(at, at + HOUR),
            method=METHOD,
            caveats=() if platform in seen_before or at == hours_of[0] else (say(NOT_BEFORE),),
            notes=(_rank(hours_of, at),),
            details={"order": 1 + hours_of.index(at)},  # platforms reached in the same hour share a rank
            rows=Rows(window=crisis, platform=platform),
        )
        for platform, (at, total) in arrivals
    )


def _lag(hours_of: list[datetime], at: datetime) -> dict[str, Any]:
    """Both arrivals are known to the hour: of several platforms in the first one, none is said to be first."""
    lag = at - hours_of[0]
    if lag:
        return {"value": lag, "low": max(timedelta(0), lag - HOUR), "high": lag + HOUR, "interval_is": "boundary"}
    if hours_of.count(at) == 1:
        return {"value": lag}
    return {"value": None, "low": lag, "high": HOUR, "interval_is": "boundary"}


def _rank(hours_of: list[datetime], at: datetime) -> Sentence:
    """What a lag of zero means: the first platform, or one of several in the same hour."""
    if at != hours_of[0]:
        return say(N_("Rank of arrival: %(rank)s of %(all)s."), rank=1 + hours_of.index(at), all=len(hours_of))
    if hours_of.count(at) == 1:
        return say(N_("The first platform reached: the others are counted from it."))
    return say(N_("Reached in the first hour, like others: which came first cannot be told to less than an hour."))


def _captured_before(posts: ibis.Table, crisis: Window) -> set[str]:
    """Platforms of which anything, about us or not, was captured before the outbreak."""
    firsts = collect(posts.group_by("platform").aggregate(first=posts.published_at.min()), by="platform").to_pylist()
    return {row["platform"] for row in firsts if row["first"] < crisis.starts}


def _arrivals(table: pa.Table) -> dict[str, tuple[datetime, int]]:
    """Hour by which a platform holds max(3, 5 % of its posts of the crisis), and how many it holds in all.

    Counted from the outbreak on (decision 0016); platforms with fewer than three posts are left out.
    """
    by_platform: dict[str, list[tuple[int, int]]] = {}
    for row in table.to_pylist():
        by_platform.setdefault(row["platform"], []).append((row["hour"], row["n"]))
    found: dict[str, tuple[datetime, int]] = {}
    for platform, hours in by_platform.items():
        so_far = list(accumulate(n for _, n in hours))
        enough = max(LEAST_POSTS, LEAST_SHARE * so_far[-1])
        if so_far[-1] >= enough:
            hour = hours[bisect_left(so_far, enough)][0]
            found[platform] = datetime.fromtimestamp(hour * 3600, tz=UTC), so_far[-1]
    return found
