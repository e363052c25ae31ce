"""One date as tools and people write it: where its parts stand in the text, and what they say.

Forms: ISO 8601, 03/04/2024 in three orders, RFC 2822, X's own ("Wed Aug 27 13:08:45 +0000 2008"), French and English
prose, seconds or milliseconds since 1970, a spreadsheet's day number.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache

from rebond.importers.source import Dates

ZONE = r"(?P<zone>Z|[+-]\d{2}:?\d{2}|[+-]\d{2}|(?:UTC|GMT)(?:[+-]\d{1,2}(?::?\d{2})?)?|[A-Z]{3,4})"
CLOCK = (
    r"(?P<hour>\d{1,2})\s*(?:[:hH]|(?=[aApP]\.?[mM]))\s*(?:(?P<minute>\d{2})(?!\d))?"
    r"(?:\s*(?::|min|m)\s*(?P<second>\d{2}))?(?:(?<=\d)[.,](?P<fraction>\d{1,9}))?"
    r"\s*(?P<half>[aApP]\.?[mM]\.?)?(?![A-Ya-z\d])"
)
ISO = re.compile(
    rf"\s*(?P<year>\d{{4}})[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})(?:(?:T|,?\s+){CLOCK})?\s*{ZONE}?\s*"
)
SHORT = re.compile(
    r"\s*(?P<one>\d{1,2})[-/.](?P<two>\d{1,2})[-/.](?P<three>\d{4}|\d{2})"
    rf"(?:(?:T|,?\s+(?:à |at )?){CLOCK})?\s*{ZONE}?\s*"
)
TIME = re.compile(r"(?<![\d+-])" + CLOCK, re.ASCII)
OFFSET = re.compile(r"(?<=[\d ])[+-]\d{2}:?\d{2}(?!\d)|\b(?:UTC|GMT)\b|(?<=\d)Z$|\b[A-Z]{3,4}\b")
YEAR, DAY = re.compile(r"(?<!\d)\d{4}(?!\d)"), re.compile(r"(?<!\d)\d{1,2}(?!\d)")
WORD = re.compile(r"[^\W\d_]{3,}")
NUMBER = re.compile(r"\s*(\d{9,16})(?:\.\d+)?\s*")
SERIAL = re.compile(r"\s*(\d{5})(?:[.,](\d+))?\s*")
MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11,
    "dec": 12, "janv": 1, "fev": 2, "fevr": 2, "mars": 3, "avr": 4, "avri": 4, "mai": 5, "juin": 6, "juil": 7, "aou": 8,
    "aout": 8, "sept": 9,
}  # fmt: skip
# Hours east of UTC. Abbreviations with several meanings (IST, CST in Asia) take the one of European and American tools.
ABBREVIATIONS = {
    "Z": 0, "UTC": 0, "GMT": 0, "WET": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8,
    "PDT": -7, "AST": -4, "ADT": -3, "NST": -3.5, "NDT": -2.5, "HNE": -5, "HAE": -4, "HNA": -4, "HAA": -3, "HNC": -6,
    "HAC": -5, "HNR": -7, "HAR": -6, "HNP": -8, "HAP": -7, "CET": 1, "CEST": 2, "BST": 1, "WEST": 1, "EET": 2,
    "EEST": 3, "MSK": 3, "JST": 9, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13,
}  # fmt: skip
SERIAL_START = datetime(1899, 12, 30)
FURTHEST_EAST = 14  # hours, of the Line Islands
OLDEST, NEWEST = 2000, 2099  # years a post can bear


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a text says. at: naive, as written. offset: seconds east of UTC, None when the text does not say."""

    at: datetime
    precision: str  # second, minute, hour, day
    offset: int | None = None
    swapped: bool = False  # day and month stand in the other order than the column's
    spans: Mapping[str, tuple[int, int]] = field(default_factory=dict)  # where each part stands; empty: no fixed form


@lru_cache(maxsize=4096)
def looks_like_date(text: str) -> bool:
    """Whether a text can be the date of a post, in any of the forms read here."""
    return read_date(text, Dates()) is not None


def parse(text: str, how: Dates) -> tuple[datetime, str] | None:
    """(instant or local time, precision) or None. Naive unless the text itself states an offset."""
    reading = read_date(text, how)
    if reading is None:
        return None
    if reading.offset is None:
        return reading.at, reading.precision
    return reading.at.replace(tzinfo=timezone(timedelta(seconds=reading.offset))), reading.precision


def read_date(text: str, how: Dates) -> Reading | None:
    """What a text says, or None when it is no date."""
    if len(text) > 60:
        return None
    if how.shape == "serial" and (found := SERIAL.fullmatch(text)):
        return _serial(found)
    if found := ISO.fullmatch(text):
        return _reading({name: found.span(name) for name in found.groupdict() if found[name] is not None}, text)
    if found := SHORT.fullmatch(text):
        return _short(found, text, how)
    if found := NUMBER.fullmatch(text):
        return _epoch(found)
    return _written(text)


def _short(found: re.Match[str], text: str, how: Dates) -> Reading | None:
    spans = {name: found.span(name) for name in found.groupdict() if found[name] is not None}
    places = {"dmy": ("day", "month", "year"), "mdy": ("month", "day", "year"), "ymd": ("year", "month", "day")}
    names = places[how.order if len(found["three"]) == 2 or how.order != "ymd" else "dmy"]
    for part, name in zip(("one", "two", "three"), names, strict=True):
        spans[name] = spans.pop(part)
    swapped = _value(text, spans["month"]) > 12 >= _value(text, spans["day"])
    if swapped:
        spans["day"], spans["month"] = spans["month"], spans["day"]
    return _reading(spans, text, swapped=swapped)


def _value(text: str, span: tuple[int, int]) -> int:
    return int(text[span[0] : span[1]])


def _written(text: str) -> Reading | None:
    """A date with its month in letters. A weekday may look like a month ("mar. 19 juil."): the last month counts."""
    months = [found.span() for found in WORD.finditer(text) if month_of(found.group())]
    offset = next((found for found in OFFSET.finditer(text) if offset_of(found.group()) is not None), None)
    rest = text if offset is None else _blank(text, offset.span())
    year = YEAR.search(rest)
    if not months or year is None:
        return None
    rest = _blank(rest, year.span())
    clock = TIME.search(rest)
    spans = {"year": year.span(), "letters": months[-1]}
    if clock is not None:
        spans |= {name: clock.span(name) for name in clock.groupdict() if clock[name] is not None}
        rest = _blank(rest, clock.span())
    day = DAY.search(rest)
    if day is None:
        return None
    spans["day"] = day.span()
    if offset is not None:
        spans["zone"] = offset.span()
    return _reading(spans, text)


def _blank(text: str, span: tuple[int, int]) -> str:
    return text[: span[0]] + " " * (span[1] - span[0]) + text[span[1] :]


@lru_cache(maxsize=512)
def month_of(word: str) -> int | None:
    """The month a word names, in French or English, short or long."""
    bare = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().lower()
    return MONTHS.get(bare[:4]) or MONTHS.get(bare[:3])


def hour_of(hour: int, half: str) -> int:
    """The hour of a 24-hour clock; half: am or pm, in any writing, or empty."""
    return hour % 12 + (12 if half[:1] in "pP" else 0) if half else hour


@lru_cache(maxsize=512)
def offset_of(zone: str) -> int | None:
    """Seconds east of UTC, or None for letters that name no zone."""
    if zone in ABBREVIATIONS:
        return int(ABBREVIATIONS[zone] * 3600)
    found = re.fullmatch(r"(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?", zone)
    if not found:
        return None
    hours, minutes = int(found[2]), int(found[3] or 0)
    if hours > FURTHEST_EAST or minutes > 59:
        return None
    seconds = hours * 3600 + minutes * 60
    return seconds if found[1] == "+" else -seconds


def _reading(spans: dict[str, tuple[int, int]], text: str, *, swapped: bool = False) -> Reading | None:
    parts = {name: text[start:end] for name, (start, end) in spans.items()}
    offset = offset_of(parts["zone"]) if "zone" in parts else None
    if "zone" in parts and offset is None:
        return None
    year = int(parts["year"]) + (2000 if len(parts["year"]) == 2 else 0)
    month = month_of(parts["letters"]) if "letters" in parts else int(parts["month"])
    hour = hour_of(int(parts.get("hour", 0)), parts.get("half", ""))
    micro = int(parts.get("fraction", "0").ljust(6, "0")[:6])
    minute, second = int(parts.get("minute", 0)), int(parts.get("second", 0))
    try:
        at = datetime(year, month or 0, int(parts["day"]), hour, minute, second, micro)
    except ValueError:
        return None
    if not OLDEST <= at.year <= NEWEST:
        return None
    finest = next((name for name in ("second", "minute", "hour") if name in parts), "day")
    return Reading(at=at, precision=finest, offset=offset, swapped=swapped, spans=spans)


def _epoch(found: re.Match[str]) -> Reading | None:
    """Seconds, milliseconds or microseconds since 1970."""
    digits = found.group(1)
    unit = {10: 1, 13: 1_000, 16: 1_000_000, 9: 1}.get(len(digits))
    if unit is None:
        return None
    at = datetime.fromtimestamp(int(digits) // unit, tz=UTC).replace(tzinfo=None)
    at += timedelta(microseconds=int(digits) % unit * (1_000_000 // unit))
    if not OLDEST <= at.year <= NEWEST:
        return None
    return Reading(at=at, precision="second", offset=0, spans={"epoch": found.span(1)})


def _serial(found: re.Match[str]) -> Reading | None:
    """Days since 30 December 1899, as a spreadsheet counts them."""
    if not 36_526 <= int(found.group(1)) < 73_050:
        return None
    seconds = round(float(f"0.{found.group(2) or 0}") * 86_400)
    at = SERIAL_START + timedelta(days=int(found.group(1)), seconds=seconds)
    return Reading(at=at, precision="day" if found.group(2) is None else "second")
