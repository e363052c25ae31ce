"""Which exports to ask for in the place of one that was cut: short periods, and the days of ordinary talk before them.

Dates are those of the organisation's zone, which people type into a tool.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from rebond.importers.cuts import Cut

BASELINE_DAYS = 28  # before the crisis, for the usual volume (domain.md 1.1)
FILLED = 0.8  # share of the maximum that the busiest period seen may fill…
FILLED_UNKNOWN = 0.5  # …and where posts are missing throughout, so that the true pace is not known
LEAST_DAYS, MOST_DAYS = 3, 31  # asked for on the side of a cut by date
PARTS = (12, 8, 6, 4, 3, 2, 1)  # hours into which a day can be cut
DAY = timedelta(days=1)
BESIDE = 2 * DAY  # next to a cut, asked for by the hour where a day does not fit


@dataclass(frozen=True, slots=True)
class Period:
    """One export to ask for, or one every so many hours of these days where a whole day is too long for one."""

    first: date
    last: date  # included
    hours: int | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """The exports that would make up for a cut: in time order, then the ordinary days before them."""

    periods: tuple[Period, ...]
    baseline: Period


def ask_again(cut: Cut, zone: str) -> Asked | None:
    """None when the file holds no date from which to reckon."""
    first, last = _days_of(cut, ZoneInfo(zone))
    if first is None or last is None:
        return None
    return Asked(tuple(_periods(cut, first, last)), Period(first - BASELINE_DAYS * DAY, first - DAY))


def _days_of(cut: Cut, zone: ZoneInfo) -> tuple[date | None, date | None]:
    """First and last day to ask for: the whole file again, or as long again on the side that was cut."""
    ending = cut.ending
    if ending.first is None or ending.last is None:
        return None, None
    first, last = (at.astimezone(zone).date() for at in (ending.first, ending.last))
    if not cut.by_date or ending.at is None:
        return first, last
    edge = ending.at.astimezone(zone).date()
    more = min(max(last - first, (LEAST_DAYS - 1) * DAY), (MOST_DAYS - 1) * DAY)
    return (edge - more, edge) if ending.by == "newest_first" else (edge, edge + more)


def _periods(cut: Cut, first: date, last: date) -> Iterator[Period]:
    """In whole days where the busiest day seen fits; else in hours, but only beside a cut: that pace is of there."""
    room = (FILLED if cut.by_date else FILLED_UNKNOWN) * cut.cap
    days = int(room / max(cut.ending.busiest_day, 1))
    if days:
        yield from _by_days(first, last, days)
        return
    hours = next((part for part in PARTS if part * cut.ending.busiest_6h <= 6 * room), PARTS[-1])
    if cut.ending.by == "newest_first":
        yield from _by_days(first, last - BESIDE, 1)
        yield Period(last - BESIDE + DAY, last, hours=hours)
    elif cut.ending.by == "oldest_first":
        yield Period(first, first + BESIDE - DAY, hours=hours)
        yield from _by_days(first + BESIDE, last, 1)
    else:
        yield Period(first, last, hours=hours)


def _by_days(first: date, last: date, days: int) -> list[Period]:
    """Even lengths rather than a last scrap."""
    whole = (last - first).days + 1
    many = -(-whole // days)
    edges = [first + timedelta(days=whole * n // many) for n in range(many + 1)]
    return [Period(a, b - DAY) for a, b in pairwise(edges)]
