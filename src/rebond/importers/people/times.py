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
from rebond.importers.people.clocks import BARE, BARE_MARK, LAST, Hours, find_clocks, find_hours, is_night, minute_of
from rebond.importers.people.days import Days, Nearby, find_days
from rebond.importers.people.folding import fold, squeeze
from rebond.importers.people.zones import SHORT, zone_named

LONGEST = 300  # characters of a cell looked at: what is longer tells a story, not a time
SERIAL_START = date(1899, 12, 30)
_SERIAL = re.compile(r"^\s*(\d{5})(?:[.,](\d+))?\s*$")
_FRACTION = re.compile(r"^\s*0?[.,](\d+)\s*$|^\s*0\s*$")
_EXCEL_TIME = re.compile(r"^\s*(?:1899-12-3[01]|1900-01-0[01])[ T](\d{2}):(\d{2})")
_MIDNIGHT = re.compile(r"(?<=\d)[ T]00:00(?::00(?:\.0+)?)?\s*$")
_OFFSET = re.compile(r"(?<=\d)(?:\s?Z|(?<=:\d\d)\s[+-]\d{4}|(?P<iso>[+-]\d{2}(?::?\d{2})?))\s*$")
_ISO_CLOCK = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d")
# Two-letter names are words too ("et", "est"): only in capitals are they zones.
_ZONE = re.compile(
    r"(?<!\w)((?:UTC|GMT)\s?[+-]\d{1,2}(?!\d|:)|" + "|".join(SHORT).upper() + r")(?!\w)"
    r"|\(([^()]*\b(?:[Hh]eure|[Tt]ime|UTC|GMT)\b[^()]*)\)"
    r"|\b([Hh]eure (?:de l['’]\w+|d['’]\w+|de \w+|du \w+)|(?:Eastern|Central|Mountain|Pacific|Atlantic)(?: [Tt]ime)?)\b"
)
_TO = re.compile(
    r"\s*(?:(?<=\s)(?:-+|a|to|et|and|jusqu'a|jusqu'au|until|till|ou|or|au)(?=\s)|>|(?<=[\dhm.])-+(?=\d)|(?<=[\dhm])/(?=\d+\s?[h:]))\s*"
)
_NUMBERS = re.compile(r"(?<![\d:-])(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d\d))?(?![\d/.:-])")
# "14.10.2025 17.30": an hour with a dot, only beside a day.
_DOTTED = re.compile(r"(?<=#)\s+([01]?\d|2[0-3])\.([0-5]\d)\s*$")
_ABOUT_BARE = re.compile(
    r"(?i)(?:vers|environ|avant|après|around|about|approx\.?|before|after|by|circa|c\.|[~≈<>])\s?\d{1,2}"
)
_BARE_PAIR = re.compile(r"(\d{1,2})\s?(?:-|–|à|a|to|et|and)\s?(\d{1,2})")
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

    def when(self, zone: str) -> When:
        """The range in UTC. An hour that the clocks skip or repeat widens it to both readings."""
        local = ZoneInfo(self.zone or zone)
        both = [at.replace(tzinfo=local, fold=f).astimezone(UTC) for at in (self.starts, self.ends) for f in (0, 1)]
        return When(min(both), max(both))


def read_time(text: str, near: Nearby, in_time_column: bool = False) -> Reading | None:
    """What a cell says about a time, or None. in_time_column: a bare "9" or "1705" is an hour there.

    near: completes what was not written. Without a day in the text, the day nearby is used.
    """
    bare, offset = _take_offset(squeeze(text[:LONGEST]))
    bare, zone = _take_zone(bare)
    plain = _prepared(bare, in_time_column)
    if not plain:
        return None
    found = _span(plain, near) or _single(plain, near)
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


# --- preparing a cell --------------------------------------------------------------------------------
def _prepared(text: str, in_time_column: bool) -> str:
    clean = squeeze(_MIDNIGHT.sub("", text) if not in_time_column else text)
    excel = _EXCEL_TIME.match(clean)
    if excel:
        return f"{excel.group(1)}:{excel.group(2)}"
    serial = _SERIAL.match(clean)
    if serial and 36_526 <= int(serial.group(1)) < 60_000:
        return _from_serial(int(serial.group(1)), float("0." + (serial.group(2) or "0")))
    if in_time_column:
        return fold(_bare_hour(clean))
    return re.sub(r"(?<=\d)t(?=\d{1,2}:)", " ", fold(clean))


def _from_serial(day: int, fraction: float) -> str:
    at = datetime.combine(SERIAL_START, datetime.min.time()) + timedelta(days=day, minutes=round(fraction * 1440))
    return f"{at:%Y-%m-%d %H:%M}" if fraction else f"{at:%Y-%m-%d}"


def _bare_hour(text: str) -> str:
    """ "9" → 9 o'clock, "9-11" → between 9 and 11, "1705" → 17:05, "0.708333" → 17:00, in a column of hours."""
    if _FRACTION.match(text):
        minutes = round(float(text.replace(",", ".")) * 1440)
        return f"{minutes // 60:02d}:{minutes % 60:02d}"
    whole = re.fullmatch(r"(\d{1,2})(?:[.,]0)?", text)
    if whole and int(whole[1]) < 24:
        return f"{whole[1]}:00" if whole[1].startswith("0") else f"{whole[1]} {BARE_MARK}"
    if _ABOUT_BARE.fullmatch(text):
        return f"{text} o'clock"
    pair = _BARE_PAIR.fullmatch(text)
    if pair:
        return f"entre {pair[1]} et {pair[2]}"
    if re.fullmatch(r"(?:[01]?\d|2[0-3])[0-5]\d", text):
        return f"{text[:-2]}:{text[-2:]}"
    return re.sub(r"^(\d{1,2})[.,]([0-5]\d)$", r"\1:\2", text)


def _take_offset(text: str) -> tuple[str, timedelta | None]:
    """An offset written after the hour ("…T17:00:00-04:00", "17:00:00 -0400"): the text without it, and its length."""
    found = _OFFSET.search(text)
    if found is None or (not _ISO_CLOCK.search(text) and (found["iso"] or "Z" in found.group())):
        return text, None
    digits = re.sub(r"\D", "", found.group()).ljust(4, "0")
    length = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return text[: found.start()], -length if "-" in found.group() else length


def _take_zone(text: str) -> tuple[str, str | None]:
    for found in _ZONE.finditer(text):
        zone = zone_named(found.group(1) or found.group(2) or found.group(3))
        if zone:
            return text[: found.start()] + " " + text[found.end() :], zone
    return text, None


# --- one time, or from one to another -------------------------------------------------------------------
def _single(text: str, near: Nearby) -> Reading | None:
    found = find_days(text, near)
    rest = _without(text, found)
    hours = find_hours(_DOTTED.sub(r"\1:\2", rest) if found else rest, near.clock)
    if not found and (hours is None or near.day is None or not near.carried):
        return None
    if found:
        days = found[0]
    else:
        assert near.day is not None
        days = Days(near.day, near.day, False, 0, 0)
    if len(found) == 2 and hours and is_night(hours) and found[1].first - found[0].first == timedelta(days=1):
        days = replace(found[0], completed=found[1].completed)
    return _reading(days, hours, bool(found))


def _reading(days: Days, hours: Hours | None, has_day: bool) -> Reading:
    first, last = (hours.first, hours.last) if hours else (0, LAST)
    if hours and is_night(hours) and days.last > days.first:  # "dans la nuit du 14 au 15" is one night
        days = replace(days, last=days.first)
    starts, ends = _at(days.first, first), _at(days.last, last)
    return Reading(starts, max(starts, ends), days.first, has_day, hours is not None, days.completed)


def _span(text: str, near: Nearby) -> Reading | None:
    """ "entre 9 h et 11 h", "14 oct. 17 h → 15 oct. 8 h", "mardi pm ou mercredi am": both ends must be of one kind."""
    days = find_days(text, near)
    whole = _without(text, days)
    for joint in _TO.finditer(whole):
        left, right = _OPENING.sub("", text[: joint.start()]), text[joint.end() :]
        start = _single(_with_half(left, whole[joint.end() :]), near)
        if start is None:
            continue
        end = _single(right, replace(near, day=start.day, carried=True))
        if end is None or start.has_clock != end.has_clock or not (start.has_clock or (start.has_day and end.has_day)):
            continue
        ends = end.ends + timedelta(days=1) if end.ends < start.starts and not end.has_day else end.ends
        if ends >= start.starts:
            return replace(start, ends=ends, completed=start.completed or (end.completed and not start.has_day))
    return None


def _with_half(left: str, right: str) -> str:
    """ "9 et 11 h", "9 to 11 am": the first hour takes the mark of the second."""
    bare, clocks = BARE.search(left), find_clocks(right)
    if bare is None or not clocks or find_clocks(left[: bare.start()]):
        return left
    mark, minute, hour = clocks[0]["x1"] or clocks[0]["x3"], minute_of(clocks[0]), int(bare.group(1))
    if mark and minute is not None:
        hour %= 12
        hour += 12 if mark.startswith("p") and hour <= minute // 60 - 12 else 0
    return left if hour > 23 else f"{left[: bare.start()]}{hour}:{bare.group(2) or '00'}"


def _without(text: str, days: Sequence[Days]) -> str:
    for one in days:
        text = text[: one.start] + "#" * (one.end - one.start) + text[one.end :]
    return text


def _at(day: date, minute: int) -> datetime:
    return datetime(day.year, day.month, day.day) + timedelta(minutes=minute)
