"""What a cell of time becomes before it is read: numbers of spreadsheets, bare hours, offsets and zones taken out."""

import re
from datetime import date, datetime, timedelta

from rebond.importers.people.bounds import opens
from rebond.importers.people.clocks import BARE_MARK
from rebond.importers.people.folding import fold, squeeze
from rebond.importers.people.zones import SHORT, zone_named

SERIAL_START = date(1899, 12, 30)
_SERIAL = re.compile(r"^\s*(\d{5})(?:[.,](\d+))?\s*$")
_FRACTION = re.compile(r"^\s*0?[.,](\d+)\s*$|^\s*0\s*$")
_EXCEL_TIME = re.compile(r"^\s*(?:1899-12-3[01]|1900-01-0[01])[ T](\d{2}):(\d{2})")
_MIDNIGHT = re.compile(r"(?<=\d)[ T]00:00(?::00(?:\.0+)?)?\s*$")
_OFFSET = re.compile(r"(?<=\d)(?:\s?Z|(?<=:\d\d)\s[+-]\d{4}|(?P<iso>[+-]\d{2}(?::?\d{2})?))\s*$")
_ISO_CLOCK = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d")
# Two-letter names are words too ("et", "est"): only in capitals are they zones.
_ZONE = re.compile(
    r"(?<!\w)((?:UTC|GMT)\s?[+-]\d{1,2}(?::?00)?(?!\d|:)|" + "|".join(SHORT).upper() + r")(?!\w)"
    r"|\(([^()]*\b(?:[Hh]eure|[Tt]ime|UTC|GMT)\b[^()]*)\)"
    r"|\b([Hh]eure (?:de l['’]\w+|d['’]\w+|de \w+|du \w+)|(?:Eastern|Central|Mountain|Pacific|Atlantic)(?: [Tt]ime)?)\b"
)
_BOUND_BARE = re.compile(r"(?P<words>\D+)(?P<hour>\d{1,2})")
_BARE_PAIR = re.compile(r"(\d{1,2})\s?(?:-|–|à|a|to|et|and|ou|or)\s?(\d{1,2})")
# "Sun Nov 2 14:05:33 EST 2025", as a Unix clock prints it.
_YEAR_LAST = re.compile(r"([a-z]{3} +\d{1,2})( \d\d:\d\d:\d\d)(?: [a-z]{3,4})? (20\d\d)$")


def prepared(text: str, in_time_column: bool) -> str:
    """The folded text of a cell, its numbers written out as dates and hours. in_time_column: see read_time."""
    clean = squeeze(_MIDNIGHT.sub("", text) if not in_time_column else text)
    excel = _EXCEL_TIME.match(clean)
    if excel:
        return f"{excel.group(1)}:{excel.group(2)}"
    serial = _SERIAL.match(clean)
    if serial and 36_526 <= int(serial.group(1)) < 60_000:
        return _from_serial(int(serial.group(1)), float("0." + (serial.group(2) or "0")))
    if in_time_column:
        return fold(_bare_hour(clean))
    return _YEAR_LAST.sub(r"\1 \3\2", re.sub(r"(?<=\d)t(?=\d{1,2}:)", " ", fold(clean)))


def take_offset(text: str) -> tuple[str, timedelta | None]:
    """An offset written after the hour ("…T17:00:00-04:00", "17:00:00 -0400"): the text without it, and its length."""
    found = _OFFSET.search(text)
    if found is None or (not _ISO_CLOCK.search(text) and (found["iso"] or "Z" in found.group())):
        return text, None
    digits = re.sub(r"\D", "", found.group()).ljust(4, "0")
    length = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return text[: found.start()], -length if "-" in found.group() else length


def take_zone(text: str) -> tuple[str, str | None]:
    """The text without the zone it names, and that zone (IANA)."""
    for found in _ZONE.finditer(text):
        zone = zone_named(found.group(1) or found.group(2) or found.group(3))
        if zone:
            return text[: found.start()] + " " + text[found.end() :], zone
    return text, None


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
    bound = _BOUND_BARE.fullmatch(text)
    if bound and opens(fold(bound["words"])):
        return f"{text} o'clock"
    pair = _BARE_PAIR.fullmatch(text)
    if pair:
        return f"entre {pair[1]} et {pair[2]}"
    if re.fullmatch(r"(?:[01]?\d|2[0-3])[0-5]\d", text):
        return f"{text[:-2]}:{text[-2:]}"
    return re.sub(r"^(\d{1,2})[.,]([0-5]\d)$", r"\1:\2", text)
