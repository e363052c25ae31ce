"""How a date column is to be read: the order of day and month, the zone, decided once on the whole column.

The zone is stated (an offset in the values, a name in the header), else proved (by the clock of X ids), else given by
the user, else assumed: then it is a question. Where ids contradict what is stated, the ids are right.
"""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from statistics import multimode
from zoneinfo import ZoneInfo

from rebond.importers.dates import SERIAL, SHORT, Reading, read_date
from rebond.importers.ids import x_time
from rebond.importers.names import plain
from rebond.importers.people.zones import zone_named
from rebond.importers.source import Dates

# Words of a header that name a zone. Tools that write "EST" follow the law of New York, summer included.
HEADER_ZONES = {
    "utc": "UTC", "gmt": "UTC", "et": "America/New_York", "est": "America/New_York", "edt": "America/New_York",
    "eastern": "America/New_York", "ct": "America/Chicago", "cst": "America/Chicago", "cdt": "America/Chicago",
    "mst": "America/Denver", "mdt": "America/Denver", "pt": "America/Los_Angeles", "pst": "America/Los_Angeles",
    "pdt": "America/Los_Angeles", "cet": "Europe/Paris", "cest": "Europe/Paris", "paris": "Europe/Paris",
    "montreal": "America/Toronto", "toronto": "America/Toronto", "quebec": "America/Toronto", "hne": "America/Toronto",
    "hae": "America/Toronto", "bst": "Europe/London", "london": "Europe/London", "bruxelles": "Europe/Brussels",
    "brussels": "Europe/Brussels", "geneve": "Europe/Zurich", "zurich": "Europe/Zurich",
}  # fmt: skip
TRIED = ("UTC", "America/Toronto", "Europe/Paris", "Europe/London", "America/Chicago", "America/Denver",
         "America/Los_Angeles", "America/Halifax", "America/Sao_Paulo", "Europe/Athens", "Europe/Moscow", "Asia/Dubai",
         "Asia/Kolkata", "Asia/Shanghai", "Asia/Tokyo", "Australia/Sydney")  # fmt: skip
SLACK = {"second": timedelta(minutes=2), "minute": timedelta(minutes=2), "hour": timedelta(minutes=61)}
AGREE = 0.95  # share of ids that must agree
MANY_IDS = 400  # of a column, spread over it: they tell a share as well as thousands would
ENOUGH_IDS = 3
FURTHEST = timedelta(hours=26)  # a local time is never further from its instant

Ids = Sequence[str | None]


def decide(
    values: Sequence[str],
    name: str,
    ids: Ids,
    given: str | None,
    written: str | None = None,
    usual: str | None = None,
) -> Dates:
    """How a date column is to be read.

    values: a sample of cells, spread over the file; name: its header, which may state a zone; ids: the X id of each
    value, or None; given: the user's zone; written, usual: the zone and the order in which the tool writes, if known.
    """
    shape = _shape(values)
    order, sure = _order(values, ids, usual)
    readings = [read_date(value, Dates(shape=shape, order=order)) for value in values]
    zone, zone_is, trusted = _zone(readings, _header_zone(name) or written, ids, given)
    return Dates(
        shape=shape, order=order, order_sure=sure, zone=zone, zone_is=zone_is, trust_offsets=trusted,
        day_only=_is_day_only(readings),
    )  # fmt: skip


def _shape(values: Sequence[str]) -> str:
    """serial when the cells are a spreadsheet's day numbers."""
    filled = [value for value in values if value]
    serial = sum(bool(SERIAL.fullmatch(value)) for value in filled)
    return "serial" if serial > len(filled) / 2 else "written"


def _is_day_only(readings: Sequence[Reading | None]) -> bool:
    """Days that a spreadsheet wrote with a midnight nobody typed."""
    found = [r for r in readings if r is not None and r.precision != "day"]
    return len(found) >= 5 and all((r.at.hour, r.at.minute, r.at.second) == (0, 0, 0) for r in found)


# --- order ------------------------------------------------------------------------------------------
def _order(values: Sequence[str], ids: Ids, usual: str | None) -> tuple[str, bool]:
    """The order of 03/04/2024, and whether the column leaves no doubt: a number over 12, the ids, or few months."""
    parts = [found.group("one", "two", "three") for found in map(SHORT.fullmatch, values) if found]
    if not parts:
        return "dmy", True
    by_ids = _order_by_ids(values, ids)
    if by_ids:
        return by_ids, True
    one, two, three = (sorted({int(part[n]) for part in parts}) for n in range(3))
    if usual == "ymd" and all(len(part[2]) == 2 for part in parts) and two[-1] <= 12:
        return "ymd", True  # a file of one or two days shows no order of its own
    if all(len(part[2]) == 2 for part in parts) and len(one) <= 2 < len(three) and two[-1] <= 12 < max(*three, 13):
        return "ymd", True
    # One value that cannot be read so is a slip; one in a hundred is an order.
    over = [sum(int(part[n]) > 12 for part in parts) for n in (0, 1)]
    if over[0] != over[1]:
        return ("dmy", True) if over[0] > over[1] else ("mdy", True)
    spans = {order: _span(values, order) for order in ("dmy", "mdy")}
    # One reading scatters the posts over the year. The other must hold in one month: posts of several months of which
    # none falls after the 12th are strange in both readings.
    if min(spans.values()) * 3 < max(spans.values()) and min(len(one), len(two)) == 1:
        return min(spans, key=lambda order: spans[order]), True
    return (usual, True) if usual in spans else ("dmy", False)


def _order_by_ids(values: Sequence[str], ids: Ids) -> str | None:
    for order in ("dmy", "mdy", "ymd"):
        how = Dates(order=order)
        pairs = [(read_date(value, how), one) for value, one in zip(values, ids, strict=True) if one]
        near = [abs(r.at.replace(tzinfo=UTC) - x_time(one)) < FURTHEST for r, one in pairs if r and one]
        if len(near) >= ENOUGH_IDS and sum(near) >= AGREE * len(near):
            return order
    return None


def _span(values: Sequence[str], order: str) -> float:
    times = [reading.at for reading in (read_date(value, Dates(order=order)) for value in values) if reading]
    return (max(times) - min(times)).total_seconds() if times else 0.0


# --- zone -------------------------------------------------------------------------------------------
def _zone(readings: Sequence[Reading | None], stated: str | None, ids: Ids, given: str | None) -> tuple[str, str, bool]:
    """(zone, how it was decided, whether the offsets written are right). stated: what the header or the tool says."""
    read = [reading for reading in readings if reading is not None]
    has_offsets = sum(reading.offset is not None for reading in read) > len(read) / 2
    pairs = [(r, x_time(one)) for r, one in zip(readings, ids, strict=True) if r and one and r.precision != "day"]
    if has_offsets and (len(pairs) < ENOUGH_IDS or _agrees(pairs, None)):
        return stated or given or "UTC", "stated", True
    proved = _proved(pairs, (stated, given))
    if proved and proved == stated:
        return stated, "stated", True
    if proved:
        return proved, "proved", not has_offsets
    if has_offsets or stated:
        return stated or "UTC", "stated", True
    return given or "UTC", "given" if given else "assumed", True


def _header_zone(name: str) -> str | None:
    """The zone a header names: "Date (ET)", "date_utc", "Date (heure de Montréal)", "time(Eastern Standard Time)".

    Two or three letters are a zone in capitals only: "Date et heure" is no hour of New York. A city after an offset
    says more than the offset, which is that of the day of the export: "Published Date (GMT-04:00) New York".
    """
    inside = re.search(r"\(([^()]+)\)\s*([^()]*)$", name)
    if inside and inside[2] and (zone := zone_named(inside[2])):
        return zone
    if inside and (zone := HEADER_ZONES.get(plain(inside[1])) or zone_named(inside[1])):
        return zone
    for word in re.findall(r"[^\W\d_]+", name):
        key = plain(word)
        sure = len(key) > 3 or key in ("utc", "gmt") or (word.isupper() and not name.isupper())
        if sure and key in HEADER_ZONES:
            return HEADER_ZONES[key]
    return None


def _proved(pairs: Sequence[tuple[Reading, datetime]], first: Sequence[str | None]) -> str | None:
    """The zone in which stated times agree with the clock of X ids; the zones people named are tried first."""
    if len(pairs) < ENOUGH_IDS:
        return None
    for name in dict.fromkeys([zone for zone in first if zone] + list(TRIED)):
        if _agrees(pairs, ZoneInfo(name)):
            return name
    return _constant(pairs)


def _agrees(pairs: Sequence[tuple[Reading, datetime]], zone: ZoneInfo | None) -> bool:
    """Whether the times, read in `zone` (None: with the offsets they state), are those of the ids."""
    far = 0
    for reading, true in pairs:
        offset = timedelta(seconds=reading.offset or 0) if zone is None else reading.at.replace(tzinfo=zone).utcoffset()
        far += abs(reading.at - (offset or timedelta()) - true.replace(tzinfo=None)) >= SLACK[reading.precision]
        if len(pairs) - far < AGREE * len(pairs):
            return False
    return True


def _constant(pairs: Sequence[tuple[Reading, datetime]]) -> str | None:
    """A whole number of hours between stated times and ids, the same all over the column."""
    shifts = [round((reading.at - true.replace(tzinfo=None)).total_seconds() / 900) for reading, true in pairs]
    usual = multimode(shifts)[0]
    if shifts.count(usual) >= AGREE * len(shifts) and usual % 4 == 0 and -48 <= usual <= 56:
        return f"Etc/GMT{-usual // 4:+d}"  # POSIX sign: Etc/GMT+5 is five hours behind
    return None


def coherence(values: Sequence[str], ids: Ids) -> float:
    """Share of dates that lie within a day of the clock of their X id; 0 without enough ids. Order is not yet known."""
    pairs = [(value, one) for value, one in zip(values, ids, strict=True) if value and one]
    looked_at = pairs[:: -(-len(pairs) // MANY_IDS) or 1]
    near = 0
    for value, one in looked_at:
        found = (read_date(value, Dates(order=order)) for order in ("dmy", "mdy", "ymd"))
        near += any(r is not None and abs(r.at.replace(tzinfo=UTC) - x_time(one)) < FURTHEST for r in found)
    return near / len(looked_at) if len(pairs) >= ENOUGH_IDS else 0.0
