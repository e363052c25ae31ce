"""Dates as tools and people write them. Order of day and month, and zone, are decided on the whole column."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from rebond.importers.source import Dates

ISO = re.compile(
    r"^\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ,]+(\d{1,2})[:hH](\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?"
    r"\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?\s*$"
)
SHORT = re.compile(
    r"^\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:[T ,à]+(\d{1,2})\s*[:hH]\s*(\d{2})?(?::(\d{2}))?\s*(am|pm|AM|PM)?)?"
    r"\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?\s*$"
)
CLOCK = re.compile(r"(\d{1,2})\s*[:hH]\s*(\d{2})?(?:\s*:\s*(\d{2}))?(?:\.\d+)?\s*([ap]\.?m\.?)?(?![a-z\d])", re.IGNORECASE)
OFFSET = re.compile(r"(?<![\d:])([+-])(\d{2}):?(\d{2})(?!\d)")
YEAR, NUMBER = re.compile(r"(?<!\d)(\d{4})(?!\d)"), re.compile(r"(?<!\d)(\d{1,2})(?!\d)")
MONTHS = {
    **{m: n for n, m in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)},
    **{"janv": 1, "fev": 2, "mars": 3, "avr": 4, "mai": 5, "juin": 6, "juil": 7, "aout": 8, "sept": 9, "octo": 10,
       "nove": 11, "dece": 12, "fevr": 2, "avri": 4},
}  # fmt: skip
WORD = re.compile(r"[A-Za-zÀ-ÿ]{3,}")
ABBREVIATIONS = {
    "utc": "UTC", "gmt": "UTC", "z": "UTC", "et": "America/New_York", "est": "America/New_York",
    "edt": "America/New_York", "eastern": "America/New_York", "ct": "America/Chicago", "cst": "America/Chicago",
    "pt": "America/Los_Angeles", "pst": "America/Los_Angeles", "pdt": "America/Los_Angeles", "cet": "Europe/Paris",
    "cest": "Europe/Paris", "paris": "Europe/Paris", "montreal": "America/Toronto", "toronto": "America/Toronto",
    "hne": "America/Toronto", "hae": "America/Toronto", "bst": "Europe/London",
}  # fmt: skip
TRIED = ("UTC", "America/Toronto", "Europe/Paris", "Europe/London", "America/Chicago", "America/Denver",
         "America/Los_Angeles", "America/Halifax", "Europe/Athens", "Asia/Kolkata", "Australia/Sydney")  # fmt: skip
SERIAL_START = datetime(1899, 12, 30)


@lru_cache(maxsize=4096)
def looks_like_date(text: str) -> bool:
    """Whether a text can be the date of a post, in any of the forms read here."""
    return parse(text, Dates()) is not None


def parse(text: str, how: Dates) -> tuple[datetime, str] | None:
    """(instant or local time, precision) or None. Naive unless the text itself states an offset."""
    found = ISO.match(text)
    if found:
        year, month, day, hour, minute, second, fraction, zone = found.groups()
        micro = int((fraction or "0").ljust(6, "0")[:6])
        return _built((year, month, day), (hour, minute, second, micro), zone)
    found = SHORT.match(text)
    if found:
        one, two, year, hour, minute, second, half, zone = found.groups()
        day, month = (two, one) if how.order == "mdy" else (one, two)
        if int(month) > 12:
            day, month = month, day
        full = year if len(year) == 4 else str(2000 + int(year))
        return _built((full, month, day), (_hour(hour, half), minute, second, 0), zone)
    return _epoch(text) or _written(text)


def _hour(hour: str | None, half: str | None) -> str | None:
    if hour is None or half is None:
        return hour
    return str(int(hour) % 12 + (12 if half.lower().startswith("p") else 0))


def _built(day: tuple[str, str, str], clock: tuple[str | None, str | None, str | None, int],
           zone: str | None) -> tuple[datetime, str] | None:  # fmt: skip
    hour, minute, second, micro = clock
    try:
        at = datetime(int(day[0]), int(day[1]), int(day[2]), int(hour or 0), int(minute or 0), int(second or 0), micro)
    except ValueError:
        return None
    if not 1990 <= at.year <= 2100:
        return None
    precision = "day" if hour is None else "hour" if minute is None else "minute" if second is None else "second"
    return (at if zone is None else at.replace(tzinfo=_offset(zone))), precision


def _offset(zone: str) -> tzinfo:
    if zone in ("Z", "UTC", "GMT"):
        return UTC
    digits = zone[1:].replace(":", "").ljust(4, "0")
    length = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(length if zone[0] == "+" else -length)


def _epoch(text: str) -> tuple[datetime, str] | None:
    """Seconds or milliseconds since 1970, or a spreadsheet's day number."""
    bare = text.strip()
    if not bare[:1].isdigit():
        return None
    try:
        number = float(bare)
    except ValueError:
        return None
    if 946_684_800 <= number < 4_102_444_800:
        return datetime.fromtimestamp(number, tz=UTC), "second"
    if 946_684_800_000 <= number < 4_102_444_800_000:
        return datetime.fromtimestamp(number / 1000, tz=UTC), "second"
    if 36_526 <= number < 60_000 and "." in bare:
        return SERIAL_START + timedelta(seconds=round(number * 86_400)), "second"
    return None


def _written(text: str) -> tuple[datetime, str] | None:
    """Dates with the month in letters: RFC 2822, X's own form, French and English prose."""
    if len(text) > 60:
        return None
    month = next((m for word in WORD.findall(text) if (m := _month(word))), None)
    year = YEAR.search(text)
    if month is None or year is None:
        return None
    offset = OFFSET.search(text)
    rest = (text[: offset.start()] + text[offset.end() :]) if offset else text
    clock = CLOCK.search(rest)
    if clock:
        rest = rest[: clock.start()] + " " + rest[clock.end() :]
    rest = rest.replace(year.group(1), " ", 1)
    day = NUMBER.search(rest)
    if day is None:
        return None
    hour, minute, second, half = clock.groups() if clock else (None, None, None, None)
    zone = offset.group(0) if offset else ("Z" if re.search(r"\b(?:UTC|GMT)\b|Z$", text) else None)
    return _built((year.group(1), str(month), day.group(1)), (_hour(hour, half), minute, second, 0), zone)


def _month(word: str) -> int | None:
    bare = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().lower()
    return MONTHS.get(bare[:4]) or MONTHS.get(bare[:3])


# --- decisions on a whole column -----------------------------------------------------------------------
def decide(values: Sequence[str], name: str, ids: Sequence[str | None], given: str | None) -> Dates:
    """How a date column is to be read.

    values: cells; name: its header, which may state a zone; ids: X id of each row or None; given: the user's zone.
    """
    order, sure = _order(values, ids)
    how = Dates(order=order, order_sure=sure)
    parsed = [parse(value, how) for value in values]
    if any(p is not None and p[0].tzinfo is not None for p in parsed):
        return Dates(order=order, order_sure=sure, zone="UTC", zone_is="stated")
    stated = next((ABBREVIATIONS[w] for w in re.findall(r"[a-z]+", name.lower()) if w in ABBREVIATIONS), None)
    if stated:
        return Dates(order=order, order_sure=sure, zone=stated, zone_is="stated")
    proved = prove_zone(parsed, ids, given)
    if proved:
        return Dates(order=order, order_sure=sure, zone=proved, zone_is="proved")
    return Dates(order=order, order_sure=sure, zone=given or "UTC", zone_is="given" if given else "assumed")


def _order(values: Sequence[str], ids: Sequence[str | None]) -> tuple[str, bool]:
    """dmy or mdy, and whether the column leaves no doubt: a number over 12, the ids, or the order of the file."""
    found = [m.groups() for m in map(SHORT.match, values) if m]
    if not found:
        return "dmy", True
    if any(int(g[0]) > 12 for g in found):
        return "dmy", True
    if any(int(g[1]) > 12 for g in found):
        return "mdy", True
    by_ids = _order_by_ids(values, ids)
    if by_ids:
        return by_ids, True
    spans = {order: _span(values, order) for order in ("dmy", "mdy")}
    if min(spans.values()) * 3 < max(spans.values()):      # one reading scatters the posts over the year
        return min(spans, key=lambda order: spans[order]), True
    return "dmy", False


def _order_by_ids(values: Sequence[str], ids: Sequence[str | None]) -> str | None:
    from rebond.importers.ids import x_time

    for order in ("dmy", "mdy"):
        pairs = [(parse(v, Dates(order=order)), i) for v, i in zip(values, ids, strict=True) if i]
        near = [abs(p[0].replace(tzinfo=UTC) - x_time(i)) < timedelta(hours=15) for p, i in pairs if p and i]
        if near and sum(near) >= 0.9 * len(near):
            return order
    return None


def _span(values: Sequence[str], order: str) -> float:
    times = [p[0].replace(tzinfo=None) for p in (parse(v, Dates(order=order)) for v in values) if p]
    return (max(times) - min(times)).total_seconds() if times else 0.0


def prove_zone(parsed: Sequence[tuple[datetime, str] | None], ids: Sequence[str | None], given: str | None) -> str | None:
    """The zone in which stated times agree with the clock of X ids, or None. Tries the user's zone first."""
    from rebond.importers.ids import x_time

    pairs = [(p[0], x_time(i)) for p, i in zip(parsed, ids, strict=True) if p and i and p[0].tzinfo is None]
    if len(pairs) < 3:
        return None
    for name in ((given,) if given else ()) + TRIED:
        zone = ZoneInfo(name)
        near = sum(abs(local.replace(tzinfo=zone) - true) < timedelta(minutes=2) for local, true in pairs)
        if near >= 0.95 * len(pairs):
            return name
    shifts = sorted(round((local.replace(tzinfo=UTC) - true).total_seconds() / 900) for local, true in pairs)
    middle = shifts[len(shifts) // 2]
    if shifts.count(middle) >= 0.95 * len(shifts) and middle % 4 == 0:
        return f"Etc/GMT{-middle // 4:+d}"     # POSIX sign: Etc/GMT+5 is five hours behind
    return None
