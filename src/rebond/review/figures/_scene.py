"""What the timeline shows, before any drawing: the hot stretch by the hour, the days after, what was not observed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import ceil
from zoneinfo import ZoneInfo

import numpy as np

from rebond.analysis.measure import Window
from rebond.analysis.shapes import Phases, Volume
from rebond.crisis import Crisis

INSTANT, HOUR, DAY = timedelta(microseconds=1), timedelta(hours=1), timedelta(days=1)
FEW_DAYS = 3  # counted by the day: fewer make no curve
HOT_DAYS, LEAD_DAYS, WHOLE_DAYS = 10, 2, 9  # longest curve; signs shown before the outbreak; short enough to show all
MOST_BINS, MOST_BARS = 1500, 70
SLACK = 0.25  # of a bin: days counted in one season begin an hour off midnight in the other


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One bar: posts captured from `first` on. observed: share of its hours in which we were looking."""

    first: date
    posts: int
    observed: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """hot: drawn as a curve; None: bars only. bins: (start, posts) of the curve, None where we were not looking.

    days: bars after the curve, or all of them; each stands for `bar_days` days.
    """

    hot: Window | None
    bin: timedelta
    bins: tuple[tuple[datetime, int | None], ...]
    unobserved: tuple[Window, ...]
    days: tuple[Day, ...]
    bar_days: int
    every_day: tuple[Day, ...]


def scene(crisis: Crisis) -> Scene:
    """Choose what is drawn hour by hour and what day by day."""
    zone = ZoneInfo(crisis.sheet.time_zone or "UTC")
    hot = hot_stretch(crisis, zone)
    width, bins = (HOUR, ()) if hot is None else _bins(crisis.volume, hot)
    after = crisis.window.starts if hot is None else hot.ends
    days = per_day(crisis.volume, Window(after, crisis.window.ends), zone, 1) if after < crisis.window.ends else ()
    bar_days = 1 if len(days) <= MOST_BARS else 7
    if bar_days > 1:
        days = per_day(crisis.volume, Window(after, crisis.window.ends), zone, bar_days)
    return Scene(
        hot=hot, bin=width, bins=bins, days=days, bar_days=bar_days,
        unobserved=() if hot is None else tuple(_cut(unobserved(crisis.volume), hot)),
        every_day=per_day(crisis.volume, crisis.window, zone, bar_days),
    )  # fmt: skip


# --- which stretch -----------------------------------------------------------------------------------
def hot_stretch(crisis: Crisis, zone: ZoneInfo) -> Window | None:
    """From the first signs (two days before the outbreak at most) to the exit, ten days at most; None: bars say enough.

    Whole local days, unless the crisis is shorter than two days. Where the collection stopped, a little of what
    was not observed is kept in view.
    """
    phases, whole, counts = crisis.phases, crisis.window, crisis.volume
    if counts.seconds >= DAY.total_seconds() and len(counts.posts) < FEW_DAYS:
        return None
    if phases.too_few or (phases.main_peak is None and whole.lasts > WHOLE_DAYS * DAY):
        return None
    starts, ends = _edges(phases, whole)
    if ends - starts > 1.5 * DAY:
        starts, ends = _midnight(starts, zone), _midnight(ends - HOUR / 60, zone, after=True)
    else:
        starts, ends = _hour(starts - 3 * HOUR), _hour(ends) + 3 * HOUR
    starts, last = max(starts, _hour(whole.starts)), _hour(whole.ends) + HOUR
    cut = any(gap.why in ("abrupt_end", "after_collection") and gap.platform is None for gap in crisis.volume.gaps)
    if ends < last:
        return Window(starts, last if last - ends < 2 * DAY else ends)
    return Window(starts, last + (last - starts) * 0.08 if cut else last)


def _edges(phases: Phases, whole: Window) -> tuple[datetime, datetime]:
    if phases.main_peak is None or whole.lasts <= WHOLE_DAYS * DAY:
        return whole.starts, whole.ends
    outbreak = phases.outbreak.retained or phases.main_peak.at - DAY
    sign = phases.warning.retained
    starts = max(sign, outbreak - LEAD_DAYS * DAY) if sign is not None else outbreak - DAY / 4
    starts = max(starts, phases.main_peak.window.starts - (HOT_DAYS - 2) * DAY)
    seen = [p.window.ends for p in phases.peaks if starts <= p.at < starts + (HOT_DAYS - 2) * DAY]
    over = phases.exit.retained
    ends = max(seen, default=phases.main_peak.window.ends) + 2 * DAY if over is None else over + DAY / 2
    return starts, min(max(ends, phases.main_peak.window.ends), starts + HOT_DAYS * DAY)


def _midnight(at: datetime, zone: ZoneInfo, after: bool = False) -> datetime:
    """Local midnight before (or after) an instant, in UTC."""
    day = at.astimezone(zone).date() + (DAY if after else timedelta(0))
    return datetime.combine(day, time(), zone).astimezone(at.tzinfo)


def _hour(at: datetime) -> datetime:
    return at.replace(minute=0, second=0, microsecond=0)


# --- counts -------------------------------------------------------------------------------------------
def _bins(volume: Volume, hot: Window) -> tuple[timedelta, tuple[tuple[datetime, int | None], ...]]:
    """Bins of the curve, joined by twos, threes … when there are more than a drawing can show."""
    step = timedelta(seconds=volume.seconds)
    first = max(0, -(-(hot.starts - volume.starts) // step))
    last = min(len(volume.posts), -(-(hot.ends - volume.starts) // step))
    joined = max(1, -(-(last - first) // MOST_BINS))
    found: list[tuple[datetime, int | None]] = []
    for at in range(first, last, joined):
        seen = bool(volume.observed[at : at + joined].all())
        found.append((volume.starts + at * step, int(volume.posts[at : at + joined].sum()) if seen else None))
    return step * joined, tuple(found)


def per_day(volume: Volume, window: Window, zone: ZoneInfo, days: int) -> tuple[Day, ...]:
    """Bars over local days (or several of them), from the day of the window's start to that of its end."""
    step = timedelta(seconds=volume.seconds)
    first, last = window.starts.astimezone(zone).date(), (window.ends - INSTANT).astimezone(zone).date()
    bars = []
    while first <= last:
        following = first + timedelta(days=days)
        a, b = (
            min(max(0, ceil((datetime.combine(day, time(), zone) - volume.starts) / step - SLACK)), len(volume.posts))
            for day in (first, following)
        )
        seen = volume.observed[a:b]
        bars.append(
            Day(first=first, posts=int(volume.posts[a:b].sum()), observed=float(seen.mean()) if seen.size else 0.0)
        )
        first = following
    return tuple(bars)


def unobserved(volume: Volume) -> list[Window]:
    """Stretches in which nothing could be captured anywhere: bins so marked, and gaps that lie outside the bins."""
    step = timedelta(seconds=volume.seconds)
    edges = np.flatnonzero(np.diff(np.concatenate(([0], (~volume.observed).astype(np.int8), [0]))))
    found = [
        Window(volume.starts + int(a) * step, volume.starts + int(b) * step)
        for a, b in zip(edges[::2], edges[1::2], strict=True)
    ]
    found += [g.window for g in volume.gaps if g.platform is None and g.certain and g.why != "cap"]
    ends = volume.starts + len(volume.posts) * step
    if any(g.why in ("abrupt_end", "after_collection") and g.platform is None for g in volume.gaps):
        found.append(Window(ends, ends + 3650 * DAY))
    return _joined(found)


def observed(window: Window, missing: Iterable[Window]) -> tuple[Window, ...]:
    """What is left of a window outside the stretches that were not observed. missing: in order, none meets another."""
    left, starts = [], window.starts
    for gap in missing:
        left.append(Window(starts, min(gap.starts, window.ends)))
        starts = max(starts, gap.ends)
    return tuple(one for one in (*left, Window(starts, window.ends)) if one.ends > one.starts)


def _joined(windows: list[Window]) -> list[Window]:
    held: list[Window] = []
    for window in sorted(windows, key=lambda w: (w.starts, w.ends)):
        if held and window.starts <= held[-1].ends:
            held[-1] = Window(held[-1].starts, max(held[-1].ends, window.ends))
        else:
            held.append(window)
    return held


def _cut(windows: list[Window], hot: Window) -> list[Window]:
    cut = [Window(max(w.starts, hot.starts), min(w.ends, hot.ends)) for w in windows]
    return [w for w in cut if w.ends > w.starts]
