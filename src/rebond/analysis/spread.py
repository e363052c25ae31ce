"""How far it was seen, and on which platforms: M-18 and M-22 of domain.md 3.4; M-19 to M-21 have files of their own."""

from datetime import UTC, datetime, timedelta

import ibis
import pyarrow as pa

from rebond.analysis.carriers import measure_amplifiers, measure_tipping_post
from rebond.analysis.concentration import measure_concentration
from rebond.analysis.counted import counted
from rebond.analysis.measure import Measure, Rows, Window, untold
from rebond.sentences import N_, Sentence, say
from rebond.tables import collect

METHOD = "spread/2"

HOUR = timedelta(hours=1)

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
    first, seen_before = arrivals[0][1][0], _captured_before(posts, crisis)
    hours_of = [at for _, (at, _) in arrivals]
    alone = hours_of.count(first) == 1
    return tuple(
        Measure(
            metric="platform_lag",
            facet=platform,
            unit="duration",
            value=at - first,
            low=None if alone and at == first else max(timedelta(0), at - first - HOUR),  # both are known to the hour
            high=None if alone and at == first else at - first + HOUR,
            interval_is="none" if alone and at == first else "boundary",
            n=total,
            window=Window(at, at + HOUR),
            method=METHOD,
            caveats=() if platform in seen_before or at == first else (say(NOT_BEFORE),),
            notes=(_rank(hours_of, at),),
            details={"order": 1 + hours_of.index(at)},  # platforms reached in the same hour share a rank
            rows=Rows(window=crisis, platform=platform),
        )
        for platform, (at, total) in arrivals
    )


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
