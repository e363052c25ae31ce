"""Times as people write them, in French and English, to ranges in UTC.

"14 octobre 2025 à 17 h" is an instant; "mardi pm" is Tuesday from noon to six; "vers 14 h" is 13:30 to 14:30; a day
alone is that whole local day. What is not understood gives None: the row is kept aside, never guessed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from rebond.actions import When
from rebond.importers.people.bounds import DAY, LAST, bound_of, is_none
from rebond.importers.people.clocks import BARE, find_clocks, half_of, minute_of
from rebond.importers.people.days import NO_DAY, Days, Nearby, find_days
from rebond.importers.people.folding import squeeze
from rebond.importers.people.hours import Hours, find_hours, hidden, is_night
from rebond.importers.people.preparing import prepared, take_offset, take_zone

LONGEST = 300  # characters of a cell looked at: what is longer tells a story, not a time
_TO = re.compile(
    r"\s*(?:(?<=\s)(?P<word>-+|a|to|et|and|jusqu'a|jusqu'au|until|till|ou|or|au|/|(?:et|and|but|mais)(?=\s))(?=\s)|>"
    r"|(?<=[\dhm.])-+(?=\d)|(?<=[\dhm])/(?=\d+\s?[h:]))\s*"
)
_NUMBERS = re.compile(r"(?<![\d:-])(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d\d))?(?![\d/.:-])")
_OR = frozenset({"ou", "or", "/"})
_OPENING = re.compile(r"^\s*(?:entre|between|from|de|du)\s+")


@dataclass(frozen=True, slots=True)
class Reading:
    """Local time, both ends included. day: the day it stands on, carried to the rows below.

    has_day, has_clock: what the text itself said. zone: IANA name when the text named one. completed: part of the
    date came from a day nearby.
    """

    starts: datetime
    ends: datetime
    day: date
    has_day: bool
    has_clock: bool
    completed: bool = False
    zone: str | None = None

    @property
    def whole_day(self) -> "Reading":
        """Its day, when its hour is not understood."""
        return replace(self, starts=_at(self.day, 0), ends=_at(self.day, LAST), has_clock=False)

    def when(self, zone: str) -> When:
        """The range in UTC. An hour that the clocks skip or repeat widens it to both readings."""
        local = ZoneInfo(self.zone or zone)
        both = [at.replace(tzinfo=local, fold=f).astimezone(UTC) for at in (self.starts, self.ends) for f in (0, 1)]
        return When(min(both), max(both))


def read_time(text: str, near: Nearby, in_time_column: bool = False) -> Reading | None:
    """What a cell says about a time, or None. in_time_column: a bare "9" or "1705" is an hour there.

    near: completes what was not written. Without a day in the text, the day nearby is used.
    """
    bare, offset = take_offset(squeeze(text[:LONGEST]))
    bare, zone = take_zone(bare)
    plain = prepared(bare, in_time_column)
    if not plain:
        return None
    found = None if _names_none(plain, near) else _span(plain, near) or _single(plain, near)
    if found is None or offset is None:
        return replace(found, zone=zone) if found and zone else found
    return replace(found, starts=found.starts - offset, ends=found.ends - offset, zone="UTC")


def read_cells(day: str, hour: str, near: Nearby, until: str = "") -> Reading | None:
    """A date cell and an hour cell; either may be empty, either may hold both. until: a cell for the end."""
    on = read_time(day, near) if day.strip() else None
    if day.strip() and on is None and not hour.strip():
        return None
    if hour.strip():
        here = replace(near, day=on.day, carried=True) if on else near
        at = read_time(hour, here, in_time_column=True)
        if at is None or (day.strip() and on is None and not at.has_day):
            return None
        on = replace(at, has_day=at.has_day or on is not None, completed=at.completed and on is None,
                     zone=at.zone or (on.zone if on else None))  # fmt: skip
    if on is None or not until.strip():
        return on
    end = read_time(until, replace(near, day=on.day, carried=True), in_time_column=True)
    if end is None:
        return on
    ends = end.ends + timedelta(days=1) if end.ends < on.starts and not end.has_day else end.ends
    return replace(on, ends=ends) if ends >= on.starts else on


def day_order(values: Sequence[str], near: date | None) -> tuple[str, bool]:
    """dmy or mdy for a whole column, and whether the column leaves no doubt. near: a day of the crisis."""
    pairs = [m for m in map(_NUMBERS.search, values) if m]
    if not pairs or any(int(m[1]) > 12 for m in pairs):
        return "dmy", True
    if any(int(m[2]) > 12 for m in pairs):
        return "mdy", True
    if all(m[1] == m[2] for m in pairs):
        return "dmy", True
    spans = {order: _spread(values, order, near) for order in ("dmy", "mdy")}
    if min(spans.values()) * 3 < max(spans.values()):
        return min(spans, key=lambda order: spans[order]), True
    return ("mdy", False) if any(re.search(r"\d\s?[AP]M\b", v) for v in values) else ("dmy", False)


def _spread(values: Sequence[str], order: str, near: date | None) -> int:
    found = [r.day for r in (read_time(v, Nearby(day=near, order=order)) for v in values) if r]
    days = [*found, near] if near else found
    return (max(days) - min(days)).days if days else 0


# --- one time, or from one to another -------------------------------------------------------------------
def _names_none(text: str, near: Nearby) -> bool:
    """Whether words beside a time say that it is none: what is not understood is not read as something else."""
    days = find_days(text, near)
    whole = _without(text, days)
    rest = hidden(whole)
    unplaced = not near.carried and _is_of_the_end(whole, days)
    return unplaced or is_none(rest) or NO_DAY.search(rest) is not None


def _is_of_the_end(whole: str, days: Sequence[Days]) -> bool:
    """ "17:00 → 15 Oct 8:15": the day is that of the second hour; the first is of the day above, if there is one."""
    if len(days) != 1:
        return False
    joined = any(joint.end() == days[0].start for joint in _TO.finditer(whole))
    return joined and bool(find_clocks(whole[: days[0].start]) and find_clocks(whole[days[0].end :]))


def _single(text: str, near: Nearby) -> Reading | None:
    found = find_days(text, near)
    rest = _without(text, found)
    hours = find_hours(rest, near.clock)
    if not found:
        if hours is None or near.day is None or not near.carried:
            return None
        return _reading(Days(near.day, near.day, False, 0, 0), hours, has_day=False)
    if hours is None and _is_open(rest, found):
        return None
    if len(found) == 2 and hours and is_night(hours) and found[1].first - found[0].first == timedelta(days=1):
        return _reading(replace(found[0], completed=found[1].completed), hours, has_day=True)
    first, last = min(one.first for one in found), max(one.last for one in found)
    return _reading(replace(found[0], first=first, last=last), hours, has_day=True)


def _is_open(rest: str, days: Sequence[Days]) -> bool:
    """ "Before 2 November", "after Friday": one end of it is not written. "Since Friday" began that day."""
    bound = bound_of(rest, days[0].start, days[-1].end)
    return bound is not None and bound.kind in ("until", "after", "just_before", "just_after")


def _reading(days: Days, hours: Hours | None, has_day: bool) -> Reading:
    first, last = (hours.first, hours.last) if hours else (0, LAST)
    if hours and is_night(hours) and days.last > days.first:  # "dans la nuit du 14 au 15" is one night
        days = replace(days, last=days.first)
    starts, ends = _at(days.first, first), _at(days.last, last)
    return Reading(starts, max(starts, ends), days.first, has_day, hours is not None, days.completed)


def _span(text: str, near: Nearby) -> Reading | None:
    """ "entre 9 h et 11 h", "14 oct. 17 h → 15 oct. 8 h", "mardi pm ou mercredi am": both ends must be of one kind.

    A day written once is the day of both ends, before or after them: "between 8:00 and 16:00 on 2 November".
    """
    days = find_days(text, near)
    whole = _without(text, days)
    if len(days) != 1 or _is_of_the_end(whole, days):
        return _joined(text, whole, near)
    day = days[0]
    found = _joined(whole, whole, replace(near, day=day.first, carried=True))
    longer = day.last - day.first
    return found and replace(found, ends=found.ends + longer, has_day=True, completed=day.completed)


def _joined(text: str, whole: str, near: Nearby) -> Reading | None:
    """The first two times that a word joins. whole: the text with its days hidden."""
    for joint in _TO.finditer(whole):
        left, right = _OPENING.sub("", text[: joint.start()]), text[joint.end() :]
        start = _single(_with_half(left, whole[joint.end() :]), near)
        if start is None:
            continue
        end = _single(right, replace(near, day=start.day, carried=True))
        either = joint["word"] in _OR
        if end is None or not _of_one_kind(start, end, either):
            continue
        found = _between(start, end, either)
        if found.ends >= found.starts:
            return replace(found, completed=start.completed or (end.completed and not start.has_day))
    return None


def _of_one_kind(start: Reading, end: Reading, either: bool) -> bool:
    """Two hours, or two days; of "Monday or Tuesday morning" the morning may be of the second alone."""
    if start.has_clock != end.has_clock and not (either and end.has_clock):
        return False
    return start.has_clock or (start.has_day and end.has_day)


def _between(start: Reading, end: Reading, either: bool) -> Reading:
    """either: one or the other, in whatever order they were written."""
    if either:
        return replace(start, starts=min(start.starts, end.starts), ends=max(start.ends, end.ends))
    over_midnight = end.ends < start.starts and not end.has_day
    return replace(start, ends=end.ends + timedelta(days=1) if over_midnight else end.ends)


def _with_half(left: str, right: str) -> str:
    """ "9 et 11 h", "9 to 11 am": the first hour takes the mark of the second."""
    bare, clocks = BARE.search(left), find_clocks(right)
    if bare is None or not clocks or find_clocks(left[: bare.start()]):
        return left
    half, minute, hour = half_of(clocks[0]), minute_of(clocks[0]), int(bare.group(1))
    if half and minute is not None:
        hour %= 12
        hour += 12 if half == "p" and hour <= minute // 60 - 12 else 0
    return left if hour > 23 else f"{left[: bare.start()]}{hour}:{bare.group(2) or '00'}"


def _without(text: str, days: Sequence[Days]) -> str:
    for one in days:
        text = text[: one.start] + DAY * (one.end - one.start) + text[one.end :]
    return text


def _at(day: date, minute: int) -> datetime:
    return datetime(day.year, day.month, day.day) + timedelta(minutes=minute)
