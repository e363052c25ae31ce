"""Hours of a local day as people write them: "vers 14 h", "not before 9", "entre 9 et 11", "late afternoon"."""

import re
from dataclasses import dataclass

from rebond.importers.people.bounds import CLOCK, DAY, LAST, NIGHT_ENDS, PART, bound_of, stretched
from rebond.importers.people.clocks import (
    BARE_MARK,
    DAY_LENGTH,
    HALF,
    find_clocks,
    half_of,
    is_midnight,
    minute_of,
)
from rebond.importers.people.parts import find_parts, part_in

_EVENING = re.compile(
    r"^\s*(?:du|le|ce|in the|at|de l'|de la)?\s*(soir|soiree|evening|night|apres-midi|apres midi|afternoon)\b"
)
# "14.10.2025 17.30": an hour with a dot, only beside a day.
_DOTTED = re.compile(r"(?<=#)(\s+(?:[01]?\d|2[0-3]))\.([0-5]\d)(?![\w.,])")
# "entre 9 et 11", "from 4 to 5", "entre 4 h et 5": the last number is an hour only because of the first words.
_HOUR = r"(?P<a>\d{1,2})(?P<mark>\s?[h:]\s?(?P<m>[0-5]\d)|\s?h(?!\w))?(?:\s?(?P<half>[ap])\.?\s?m\b\.?)?"
_JOINT = r"\s*(?:et|and|to|a|or|ou|-|&)\s*(?P<b>\d{1,2})(?![\d/:.,]\d|\d)(?=\s*(?:$|[,;:.)#–—-]|(?:le|on|the)\s#))"
_PAIR = re.compile(rf"\b(?P<open>entre|between|from|de)\s+{_HOUR}{_JOINT}")
_MARKED_PAIR = re.compile(rf"(?<![\w/:.,-]){_HOUR}{_JOINT}")
# "18-19h", "entre 16 et 17 h": the first number is an hour because of the second, here hidden.
_BESIDE = re.compile(rf"(?<![\w/:.,#@-])(?:[01]?\d|2[0-4])\s?(?:[-–/]|(?:et|and|a|to|or|ou)(?=\s))\s?(?={CLOCK})")


@dataclass(frozen=True, slots=True)
class Hours:
    """A stretch of a local day, in minutes after its midnight, both ends included; above 1439 is the next day."""

    first: int
    last: int


def find_hours(text: str, clock: str = "") -> Hours | None:
    """The stretch a folded text gives, its days hidden; None when it names neither an hour nor a part of the day.

    clock: "24" or "12" when the log shows which one it keeps. Where morning and afternoon cannot be told apart, the
    stretch covers both: nothing is put at night because a mark is missing. Several hours that nothing joins ("9 h,
    11 h puis 14 h") give the stretch that holds them all.
    """
    text = _DOTTED.sub(r"\1:\2", text)
    pair = _pair(text)
    if pair:
        return pair
    told = [_bounded(text, *found.span(), *_clock(text, found, clock)) for found in find_clocks(text)]
    if not told and (part := part_in(text)):
        told = [_bounded(text, *part[1], *part[0])]
    return Hours(min(one.first for one in told), max(one.last for one in told)) if told else None


def hidden(text: str) -> str:
    """A folded text with its hours and the words that bound them hidden (see bounds), its days already so."""
    text = _DOTTED.sub(r"\1:\2", text)
    for start, end in find_pairs(text):
        text = _hide(text, start, end, CLOCK)
    for one in find_clocks(text):
        text = _hide(text, *_with_bounds(text, *one.span()), CLOCK)
    for one in _BESIDE.finditer(text):
        text = _hide(text, *one.span(), CLOCK)
    for start, end in find_parts(text):
        text = _hide(text, *_with_bounds(text, start, end), PART)
    return text


def _hide(text: str, start: int, end: int, sign: str) -> str:
    """Days that stand between an hour and its bound stay what they are."""
    return text[:start] + "".join(DAY if one == DAY else sign for one in text[start:end]) + text[end:]


def find_pairs(text: str) -> list[tuple[int, int]]:
    """Where a folded text says between which hours, without their mark: "between 9 and 11"."""
    return [found.span() for found in _PAIR.finditer(text)]


def is_night(hours: Hours) -> bool:
    """Whether the stretch runs into the next day, as a night does."""
    return hours.last > LAST + 60


# --- one hour, and what is said beside it ----------------------------------------------------------------
def _bounded(text: str, start: int, end: int, first: int, last: int) -> Hours:
    """ "jusque vers 14 h" is bounded twice, from the hour outwards."""
    while bound := bound_of(text, start, end):
        first, last = stretched(bound.kind, first, last)
        text = _hide(text, bound.start, bound.end, CLOCK)
        start, end = bound.start, bound.end
    return Hours(first, last)


def _with_bounds(text: str, start: int, end: int) -> tuple[int, int]:
    while bound := bound_of(text, start, end):
        start, end = bound.start, bound.end
    return start, end


def _clock(text: str, found: re.Match[str], clock: str) -> tuple[int, int]:
    minute = minute_of(found)
    assert minute is not None
    if is_midnight(found):
        return 0, DAY_LENGTH
    minute, spread = _by_part(minute, text[found.end() :]), 0
    part = part_in(text)
    if part and part[0][1] > LAST + 60 and minute < NIGHT_ENDS - DAY_LENGTH:
        return minute, minute + DAY_LENGTH  # "in the night of the 2nd, 3 am": of the night that ends or of the next one
    if _lacks_its_half(found, minute, clock):
        if part is None:
            spread = HALF
        elif part[0][0] >= 11 * 60:
            minute += HALF
    return minute, max(minute, min(minute + spread, LAST))


def _lacks_its_half(found: re.Match[str], minute: int, clock: str) -> bool:
    """Whether an hour from 1 to 7 may as well be of the afternoon: "2ish", "4 o'clock", "half past 2"; "2:15" where the
    log keeps the 12-hour clock, a bare 2 unless it keeps the 24-hour one. With an "h", as in "2 h 15", it is of the
    24-hour clock."""
    if half_of(found) or not 60 <= minute < 8 * 60:
        return False
    if found["h4"]:
        return found["mark"] not in ("h", "heure", "heures") and not (found["mark"] == BARE_MARK and clock == "24")
    if found["past"]:
        return clock != "24"
    return clock == "12" and bool(found["h1"]) and ":" in found.group() and not found["h1"].startswith("0")


def _by_part(minute: int, after: str) -> int:
    """ "8 h du soir" is 20:00; "3 in the afternoon" is 15:00."""
    part = _EVENING.search(after)
    if part is None or minute >= 720:
        return minute
    afternoon = part.group(1).startswith(("apres", "afternoon"))
    return minute + 720 if (minute < 7 * 60 if afternoon else minute >= 4 * 60) else minute


# --- two hours with one mark -----------------------------------------------------------------------------
def _pair(text: str) -> Hours | None:
    found = _PAIR.search(text) or next((m for m in _MARKED_PAIR.finditer(text) if m["mark"] or m["half"]), None)
    if found is None or int(found["a"]) > 23 or int(found["b"]) > 24:
        return None
    a, b = int(found["a"]), int(found["b"])
    first, last = a * 60 + int(found["m"] or 0), b * 60
    sure = max(a, b) > 12 or found["a"].startswith("0") or found["b"].startswith("0")
    if found["half"]:
        first = first % HALF + (HALF if found["half"] == "p" else 0)
    if not sure or found["half"]:
        last += HALF * (last < first) + HALF * (last + HALF < first)
        last += HALF * (1 <= a <= 7 and not found["half"])
    elif last < first:
        last += LAST + 1
    return Hours(first, last)
