"""Where posts are missing since an export was cut at its maximum number of rows (docs/decisions/0063).

A cut by date hides a stretch, until another file of the same tool covers it. A cut by engagement, or in no order that
can be told, leaves counts that are lower bounds over its whole period.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from rebond.analysis.measure import Window
from rebond.analysis.shapes import Gap
from rebond.corpus.exports import Export
from rebond.importers.cuts import By

JOINS = 10  # posts at the pace of the cut: files no further apart than this follow each other
MOST_POSTS = 0.5  # share of the posts captured from which the hole of a platform is that of the whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """What one cut export lacks. An end that is None: no file tells how far."""

    by: By
    starts: datetime | None
    ends: datetime | None
    platforms: tuple[str, ...]

    @property
    def by_date(self) -> bool:
        return self.by in ("newest_first", "oldest_first")

    def touches(self, window: Window) -> bool:
        """Whether posts of the window may be among those missing; the instant of the cut itself counts."""
        return (self.starts is None or self.starts <= window.ends) and (self.ends is None or self.ends >= window.starts)


def find_missing(exports: Sequence[Export]) -> tuple[Missing, ...]:
    """What the cut exports lack and no other file gives, each once. A cut that is not sure lacks nothing known."""
    found = (_missing(one, [other for other in exports if other is not one]) for one in exports)
    return tuple(dict.fromkeys(one for one in found if one is not None))


def _missing(export: Export, others: Sequence[Export]) -> Missing | None:
    if export.cut is None or not export.cut.sure:
        return None
    ending = export.cut.ending
    if ending.at is None or not export.cut.by_date:
        return Missing(by=ending.by, starts=ending.first, ends=ending.last, platforms=export.platforms)
    near = [one for one in others if set(one.platforms) & set(export.platforms)]
    if any(one.tool == export.tool and _covers(one, export) for one in near):
        return None
    at = ending.at
    if ending.by == "newest_first":
        before = max((one.last for one in near if one.last and one.last <= at), default=None)
        return Missing(by=ending.by, starts=before, ends=at, platforms=export.platforms)
    after = min((one.first for one in near if one.first and one.first >= at), default=None)
    return Missing(by=ending.by, starts=at, ends=after, platforms=export.platforms)


def _covers(other: Export, export: Export) -> bool:
    """Whether another file goes on where this one stops."""
    assert export.cut is not None and export.cut.ending.at is not None
    at, pace = export.cut.ending.at, export.cut.ending.per_hour
    if other.first is None or other.last is None or (other.cut and other.cut.sure and not other.cut.by_date):
        return False
    beside = timedelta(hours=JOINS / pace) if pace else timedelta(minutes=1)
    if export.cut.ending.by == "newest_first":
        return other.first < at - beside <= other.last
    return other.first <= at + beside < other.last


def gaps_of(missing: Sequence[Missing], window: Window, posts: Mapping[str, int]) -> tuple[Gap, ...]:
    """Gaps of the collection, inside the window. posts: captured, by platform.

    What one platform lacks is a gap of that platform alone, unless it holds half of all posts.
    """
    total = sum(posts.values())
    found: list[Gap] = []
    for one in missing:
        starts, ends = max(one.starts or window.starts, window.starts), min(one.ends or window.ends, window.ends)
        if starts >= ends:
            continue
        share = sum(posts.get(platform, 0) for platform in one.platforms)
        where = (None,) if share >= MOST_POSTS * total else one.platforms
        gap = Gap(window=Window(starts, ends), why="capped" if one.by_date else "cap")
        found += [replace(gap, platform=platform) for platform in where]
    return tuple(dict.fromkeys(found))
