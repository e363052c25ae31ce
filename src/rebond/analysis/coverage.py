"""How much of what was published the files hold, by platform and by hour, and why not the rest: M-46 of domain.md.

No export tells a total, and a crisis has no usual pace to draw one from: what is known is when each platform was
watched (docs/decisions/0064).
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

import ibis

from rebond.analysis.counted import within
from rebond.analysis.gaps import find_holes
from rebond.analysis.measure import Measure, Rows, Window
from rebond.analysis.missing import Missing
from rebond.analysis.shapes import Gap, Volume
from rebond.analysis.volume import fill
from rebond.corpus.exports import Export
from rebond.sentences import N_, say
from rebond.settings import Parameters
from rebond.tables import collect

METHOD = "coverage/1"
HOUR = timedelta(hours=1)
# What platforms and tools write in the place of a post that is no longer there.
DELETED = ("[deleted]", "[removed]", "[Deleted]", "[Removed]", "[supprimé]", "[deleted by user]", "[removed by reddit]",
           "[ Removed by Reddit ]", "[removed by moderator]")  # fmt: skip
# What a review leaves open where a file carries none of these fields, in the order in which it is told.
ASPECTS: Mapping[str, tuple[str, ...]] = {
    "text": ("text",), "handle": ("handle", "author_name"), "likes": ("likes", "reposts", "replies"),
    "views": ("views",), "followers": ("followers",), "parent_id": ("parent_id", "root_id"),
}  # fmt: skip

LIKE_THE_OTHERS = N_("A share of the hours; of the posts, if the hours not observed were like the others.")
MOST_ENGAGED = N_("In the hours observed, only the most engaged posts were captured.")
NOT_ALL = N_("In the hours observed, not all posts were captured.")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformCoverage:
    """One platform over the captured window. deleted, without_text: posts; None: the files carry no text of it.

    reasons: (why, hours not observed), each hour under one reason. lacking: how posts are missing in the hours
    observed, if they are.
    """

    platform: str
    posts: int
    hours: int
    observed: int
    reasons: tuple[tuple[str, int], ...] = ()
    deleted: int | None = None
    without_text: int | None = None
    lacking: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Platforms, the one with most posts first. absent: field → files that do not carry it; doubtful: perhaps cut."""

    platforms: tuple[PlatformCoverage, ...] = ()
    missing: tuple[Missing, ...] = ()
    files: int = 0  # whose fields are known
    absent: Mapping[str, int] | None = None
    doubtful: int = 0


def describe_coverage(
    posts: ibis.Table, window: Window, gaps: Sequence[Gap], exports: Sequence[Export], missing: tuple[Missing, ...]
) -> Coverage:
    """posts: WALK_POSTS, every captured post; window: first to last of them; gaps: of the collection."""
    known = [export for export in exports if export.carries is not None]
    return Coverage(
        platforms=tuple(_platform(row, window, gaps, missing) for row in _counts(within(posts, window))),
        missing=missing,
        files=len(known),
        absent=dict(_absent(known)),
        doubtful=sum(export.cut is not None and not export.cut.sure for export in exports),
    )


def _counts(posts: ibis.Table) -> list[Mapping[str, int | str]]:
    kept = posts.mutate(
        deleted=posts.text.isin(DELETED).cast("int64"),
        empty=((posts.text == "") & (posts.kind != "repost")).cast("int64"),
    )
    table = collect(
        kept.group_by("platform").aggregate(posts=kept.count(), deleted=kept.deleted.sum(), empty=kept.empty.sum()),
        by="platform",
    )
    return sorted(table.to_pylist(), key=lambda row: (-row["posts"], row["platform"]))


def _platform(
    row: Mapping[str, int | str], window: Window, gaps: Sequence[Gap], missing: Sequence[Missing]
) -> PlatformCoverage:
    platform, posts = str(row["platform"]), int(row["posts"])
    hours = max(1, -(-window.lasts // HOUR))
    reasons = _reasons([gap for gap in gaps if gap.platform in (None, platform)], window)
    throughout = [one for one in missing if not one.by_date and platform in one.platforms and one.touches(window)]
    has_text = int(row["empty"]) < posts
    return PlatformCoverage(
        platform=platform, posts=posts, hours=hours, observed=max(0, hours - sum(n for _, n in reasons)),
        reasons=reasons, deleted=int(row["deleted"]) if has_text else None,
        without_text=int(row["empty"]) if has_text else None, lacking=throughout[0].by if throughout else None,
    )  # fmt: skip


def _reasons(gaps: Sequence[Gap], window: Window) -> tuple[tuple[str, int], ...]:
    """Whole hours not observed by reason, most first. An hour that two gaps cover counts once, under the earlier."""
    hours, seen = Counter[str](), window.starts
    for gap in sorted(gaps, key=lambda one: (one.window.starts, -one.window.lasts, one.why)):
        starts, ends = max(gap.window.starts, seen), min(gap.window.ends, window.ends)
        if gap.why != "cap" and ends > starts:
            hours[gap.why] += (ends - starts) // HOUR
            seen = ends
    return tuple(sorted(((why, n) for why, n in hours.items() if n), key=lambda item: (-item[1], item[0])))


def _absent(exports: Sequence[Export]) -> Iterator[tuple[str, int]]:
    for aspect, fields in ASPECTS.items():
        n = sum(not set(fields) & set(export.carries or ()) for export in exports)
        if n:
            yield aspect, n


def find_outages(posts: ibis.Table, window: Window | None, volume: Volume, parameters: Parameters) -> tuple[Gap, ...]:
    """Stretches in which one platform of several gave nothing though posts were to be expected, as gaps.find_holes."""
    kept = within(posts, window)
    first, seconds, n = int(volume.starts.timestamp()), volume.seconds, len(volume.posts)
    kept = kept.mutate(bin=((kept.published_at.epoch_seconds() - first) // seconds).cast("int64"))
    table = collect(kept.group_by("platform", "bin").aggregate(posts=kept.count()), by=("platform", "bin"))
    names, bins, counts = (table[name].to_numpy(zero_copy_only=False) for name in ("platform", "bin", "posts"))
    found: list[Gap] = []
    for platform in sorted(set(names)):
        one = names == platform
        if not one.all() and counts[one].sum() >= parameters.too_few_posts:
            own = replace(volume, posts=fill(bins[one], counts[one], n), gaps=())
            found += [replace(gap, platform=platform) for gap in find_holes(own)]
    return tuple(found)


def measure_coverage(coverage: Coverage, window: Window) -> tuple[Measure, ...]:
    """M-46: hours observed by platform, then the shares deleted since and without text over all of them."""
    return (
        *(_hours(one, window) for one in coverage.platforms),
        *_share("deleted", [(one.posts, one.deleted) for one in coverage.platforms], window),
        *_share("without_text", [(one.posts, one.without_text) for one in coverage.platforms], window),
    )


def _hours(one: PlatformCoverage, window: Window) -> Measure:
    share = one.observed / one.hours
    caveats = [say(LIKE_THE_OTHERS)] if one.observed < one.hours else []
    caveats += [say(MOST_ENGAGED if one.lacking == "engagement" else NOT_ALL)] if one.lacking else []
    return Measure(
        metric="coverage", facet=one.platform, unit="share", value=None if one.lacking else share,
        high=share if one.lacking else None, n=one.posts, window=window, method=METHOD, caveats=tuple(caveats),
        rows=Rows(window=window, counted=False, platform=one.platform), details={"hours": one.hours},
    )  # fmt: skip


def _share(facet: str, counts: Sequence[tuple[int, int | None]], window: Window) -> Iterator[Measure]:
    """Over the platforms whose texts the files carry; nothing where none is."""
    told = [(posts, part) for posts, part in counts if part is not None]
    total, part = sum(posts for posts, _ in told), sum(part for _, part in told)
    if total:
        yield Measure(
            metric="coverage", facet=facet, unit="share", value=part / total, n=total, window=window, method=METHOD,
            rows=Rows(window=window, counted=False), details={"posts": part},
        )  # fmt: skip
