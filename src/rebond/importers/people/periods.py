"""Periods that are counted: an hour, a day, a week, a month. What a cell leaves unsaid, the whole column says."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from rebond.importers.people.days import Nearby
from rebond.importers.people.times import read_cells

DAY, WEEK = timedelta(days=1), timedelta(days=7)
_MONTH = re.compile(r"\s*(?:(20\d\d)[-/](\d{1,2})|(\d{1,2})[-/](20\d\d))\s*")
_WEEK = re.compile(r"\s*(?:(20\d\d)[ -]?[WSws](\d{1,2})|[WSws](?:em\.?|emaine|eek|k)?\s?(\d{1,2})[ ,/-]+(20\d\d))\s*")
_WEEKLY = re.compile(r"\b(?:semaine|week|hebdo\w*|weekly)\b")
_MONTHLY = re.compile(r"\b(?:mois|month|mensuel\w*|monthly)\b")
_ENDING = re.compile(r"\b(?:ending|ended|terminee?|se terminant|finissant)\b")


@dataclass(frozen=True, slots=True)
class Period:
    """Local time, start included, end excluded. ends = starts when only an instant was written."""

    starts: datetime
    ends: datetime
    zone: str | None = None


def period_of(cell: str, near: Nearby, hour: str = "", until: str = "") -> Period | None:
    """The period a cell says, with the cells of the hour and of the end where there are some. None: not understood."""
    if len(cell) > 60 or not cell.strip():
        return None
    whole = _month(cell) or _week(cell)
    if whole:
        return whole
    found = read_cells(cell, hour, near, until)
    if found is None or (not found.has_day and not hour.strip()):
        return None
    if found.has_clock:
        return Period(found.starts, found.ends, found.zone)
    return Period(found.starts, found.ends + timedelta(minutes=1), found.zone)


def _month(cell: str) -> Period | None:
    found = _MONTH.fullmatch(cell)
    if found is None:
        return None
    year, month = (int(found[1]), int(found[2])) if found[1] else (int(found[4]), int(found[3]))
    return Period(datetime(year, month, 1), _month_after(datetime(year, month, 1))) if 1 <= month <= 12 else None


def _week(cell: str) -> Period | None:
    """ "2025-W42", "S42 2025": from Monday on."""
    found = _WEEK.fullmatch(cell)
    if found is None:
        return None
    year, week = (int(found[1]), int(found[2])) if found[1] else (int(found[4]), int(found[3]))
    try:
        monday = datetime.combine(date.fromisocalendar(year, week, 1), datetime.min.time())
    except ValueError:
        return None
    return Period(monday, monday + WEEK)


def _month_after(at: datetime) -> datetime:
    return (at + timedelta(days=31)).replace(day=1)


def lengths_of(periods: Sequence[Period], header: str) -> list[tuple[datetime, datetime]]:
    """Start and end of each period. header: folded name of the column of dates ("semaine du", "week ending")."""
    starts = sorted({period.starts for period in periods})
    steps = [after - before for before, after in pairwise(starts)]
    single = all(period.ends - period.starts in (timedelta(0), DAY) for period in periods)
    midnight = all(at.hour == at.minute == 0 for at in starts)
    if single and midnight and (_WEEKLY.search(header) or (len(steps) > 2 and set(steps) == {WEEK})):
        back = WEEK - DAY if _ENDING.search(header) else timedelta(0)
        return [(p.starts - back, p.starts - back + WEEK) for p in periods]
    if single and midnight and _are_months(starts, header):
        return [(p.starts, _month_after(p.starts)) for p in periods]
    step = min((step for step in steps if step > timedelta(0)), default=DAY)
    return [(p.starts, p.ends if p.ends > p.starts else p.starts + min(step, DAY)) for p in periods]


def _are_months(starts: Sequence[datetime], header: str) -> bool:
    firsts = all(at.day == 1 for at in starts)
    apart = len(starts) > 2 and all(28 * DAY <= after - before <= 31 * DAY for before, after in pairwise(starts))
    return firsts and (apart or bool(_MONTHLY.search(header)))
