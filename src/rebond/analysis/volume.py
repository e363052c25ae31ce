"""How much was said: posts per bin, from the first to the last captured post.

Counting is done by the engine, in whole numbers, on bins of epoch // seconds in UTC (DESIGN 5); everything
else is NumPy on a few thousand bins.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import ibis
import numpy as np
import pyarrow as pa

from rebond.analysis.counted import counted, within
from rebond.analysis.measure import Window
from rebond.analysis.shapes import Gap, Volume
from rebond.settings import Parameters
from rebond.tables import collect

MINUTE, QUARTER, HOUR, DAY = 60, 900, 3600, 86400
COARSE_SHARE = 0.05  # from this share of posts dated to the day (or hour) only, bins are no finer than that
TELLING_HOUR = 10  # posts in the busiest hour, from which an hour tells something even of a small organisation
QUARTER_POSTS = 2000  # quarter-hour bins need more posts than this…
QUARTER_SPAN = 48 * HOUR  # …in less than this
TYPICAL_DAY = 1  # posts on the median day, under which the organisation is "small" (domain.md 7.1)
MOST_BINS = 200_000  # 22 years of hours: beyond, days


@dataclass(frozen=True, slots=True)
class Span:
    """First and last second captured, over all platforms and by platform."""

    first: int
    last: int
    platforms: tuple[tuple[str, int, int], ...]


def count_posts(posts: ibis.Table, window: Window | None, parameters: Parameters, zone: str | None = None) -> Volume:
    """Count the posts about the organisation, its own left out, in each bin of the captured window.

    posts: WALK_POSTS, every captured post: those about something else are not counted, but they show that
    somebody was collecting, so the curve runs from the first to the last of all of them. Cut to `window`.
    zone: IANA name; bins of a day are the days of that place. None: UTC.
    Gaps: what lies in `window` before or after the collection, as a whole and by platform.
    Raises ValueError when nothing was captured in the window (the walk asks `captured_window` first).
    """
    span = _span(within(posts, window))
    kept = counted(posts, window)
    kept = kept.mutate(minute=(kept.published_at.epoch_seconds() // MINUTE).cast("int64"))
    table = _by_minute(kept)
    minutes, per_minute, originals = (table[name].to_numpy() for name in ("minute", "posts", "originals"))
    resolution = _resolution(kept)
    seconds = parameters.bin_seconds or choose_bin(minutes, per_minute, span, resolution)
    opens = midnight(minutes, per_minute, zone) if seconds >= DAY else 0
    first = (span.first - opens) // seconds
    n = (span.last - opens) // seconds - first + 1
    starts = first * seconds + opens
    return Volume(
        starts=_instant(starts),
        seconds=seconds,
        posts=fill((minutes * MINUTE - starts) // seconds, per_minute, n),
        originals=fill((minutes * MINUTE - starts) // seconds, originals, n),
        accounts=_accounts(kept, seconds, starts, n),
        observed=np.ones(n, dtype=bool),
        gaps=_outside(span, window),
        minutes=minutes,
        per_minute=per_minute,
        resolution=resolution,
    )


def count_captured(posts: ibis.Table, window: Window | None, counted: Volume) -> Volume:
    """Every captured post of `window` on the bins of `counted`: ours and those about something else too.

    It tells when somebody was collecting; originals and accounts are not counted again.
    """
    kept = within(posts, window)
    kept = kept.mutate(minute=(kept.published_at.epoch_seconds() // MINUTE).cast("int64"))
    table = collect(kept.group_by("minute").aggregate(posts=kept.count()), by="minute")
    minutes, per_minute = (table[name].to_numpy() for name in ("minute", "posts"))
    place = (minutes * MINUTE - int(counted.starts.timestamp())) // counted.seconds
    return replace(counted, posts=fill(place, per_minute, len(counted.posts)), minutes=minutes, per_minute=per_minute)


def choose_bin(minutes: np.ndarray, per_minute: np.ndarray, span: Span, resolution: int) -> int:
    """Width of a bin in seconds, where the parameters leave it to the data.

    The hour, unless: (1) times are known to the day only: the day; (2) the whole export lasts less than 48 h and
    holds more than 2,000 posts: the quarter of an hour; (3) the organisation is small (median day under one post)
    and its busiest 24 hours hold under 30 posts, its busiest hour under 10: the day, where exact Poisson counts still
    tell something.
    Domain.md 1.1 would take days for any export longer than 30 days; a storm inside a long export is still dated
    to the hour here, because the busiest day decides, not the length of the silence around it.
    """
    lasts = span.last - span.first
    if resolution >= DAY or lasts > MOST_BINS * HOUR:
        return DAY
    if lasts < QUARTER_SPAN and per_minute.sum() > QUARTER_POSTS and resolution <= QUARTER:
        return QUARTER
    days = fill(minutes // 1440 - span.first // DAY, per_minute, span.last // DAY - span.first // DAY + 1)
    if np.median(days) >= TYPICAL_DAY or busiest(minutes, per_minute, HOUR // MINUTE) >= TELLING_HOUR:
        return HOUR
    return DAY if busiest(minutes, per_minute, DAY // MINUTE) < Parameters().too_few_posts else HOUR


def midnight(minutes: np.ndarray, per_minute: np.ndarray, zone: str | None) -> int:
    """When days begin where the organisation is, in seconds after midnight UTC, as on the busiest day.

    A post known to the day alone lies at its local midnight, which a day of UTC would hold in the day before or cut
    in two. Clocks that change leave other seasons an hour off, on days that the crisis is only compared with.
    """
    if zone is None or not len(minutes):
        return 0
    days = minutes // (DAY // MINUTE)
    top = days[0] + int(np.bincount(days - days[0], weights=per_minute).argmax())
    shift = _instant(top * DAY + DAY // 2).astimezone(ZoneInfo(zone)).utcoffset()
    return 0 if shift is None else -int(shift.total_seconds()) % DAY


def busiest(minutes: np.ndarray, per_minute: np.ndarray, length: int) -> int:
    """Most posts in any `length` minutes."""
    if not len(minutes):
        return 0
    before = np.concatenate(([0], np.cumsum(per_minute)))
    ends = np.searchsorted(minutes, minutes + length)
    return int((before[ends] - before[:-1]).max())


def _span(posts: ibis.Table) -> Span:
    at = posts.published_at.truncate("s").epoch_seconds()  # some platforms give milliseconds
    table = collect(posts.group_by("platform").aggregate(first=at.min(), last=at.max()), by="platform").to_pylist()
    if not table:
        raise ValueError("no post in the window")
    ends = tuple((row["platform"], row["first"], row["last"]) for row in table)
    return Span(first=min(e[1] for e in ends), last=max(e[2] for e in ends), platforms=ends)


def _by_minute(kept: ibis.Table) -> pa.Table:
    original = (kept.kind != "repost").cast("int64")
    return collect(kept.group_by("minute").aggregate(posts=kept.count(), originals=original.sum()), by="minute")


def _accounts(kept: ibis.Table, seconds: int, starts: int, n: int) -> np.ndarray:
    bins = kept.mutate(bin=((kept.minute * MINUTE - starts) // seconds).cast("int64"))
    table = collect(bins.group_by("bin").aggregate(accounts=bins.author_id.nunique()), by="bin")
    return fill(table["bin"].to_numpy(), table["accounts"].to_numpy(), n)


def _resolution(kept: ibis.Table) -> int:
    """Seconds to which times can be trusted: the coarsest precision that matters."""
    table = collect(kept.group_by("precision").aggregate(n=kept.count()), by="precision")
    counts = {row["precision"]: row["n"] for row in table.to_pylist()}
    total = max(sum(counts.values()), 1)
    if counts.get("day", 0) >= COARSE_SHARE * total and counts.get("day"):
        return DAY
    if (counts.get("hour", 0) + counts.get("day", 0)) >= COARSE_SHARE * total and counts.get("hour"):
        return HOUR
    return MINUTE


def _outside(span: Span, window: Window | None) -> tuple[Gap, ...]:
    """Parts of the asked window, and of the curve, in which a platform was not collected yet, or no longer."""
    starts = window.starts if window else _instant(span.first)
    ends = window.ends if window else _instant(span.last + 1)
    several = len(span.platforms) > 1
    sides = [(None, span.first, span.last), *(span.platforms if several else ())]
    found = []
    for platform, first, last in sides:
        began, stopped = _instant(first), _instant(last + 1)
        if began - starts > timedelta(days=1):
            found.append(Gap(window=Window(starts, began), why="before_collection", platform=platform))
        if ends - stopped > timedelta(days=1):
            found.append(Gap(window=Window(stopped, ends), why="after_collection", platform=platform))
    return tuple(found)


def fill(place: np.ndarray, counts: np.ndarray, n: int) -> np.ndarray:
    """Counts per bin, shape (n,), int64, zeros where no post fell."""
    filled = np.zeros(n, dtype=np.int64)
    np.add.at(filled, place, counts)
    return filled


def _instant(epoch: int) -> datetime:
    return datetime.fromtimestamp(int(epoch), tz=UTC)
