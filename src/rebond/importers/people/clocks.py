"""Hours as people write them, in minutes of a local day: "17 h 05", "vers 14 h", "before 9", "late afternoon"."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources

HALF = 12 * 60
BARE_MARK = "hr"  # written after a bare number of a column of hours
APPROX = 30  # "vers 14 h": this many minutes on either side
LAST = 23 * 60 + 59  # last minute of a day
NEXT_NIGHT = 30 * 60

AMPM = r"[ap]\.?\s?m\b\.?"
CLOCK = re.compile(
    r"(?<![\w/:.,])(?:"
    r"(?P<h1>\d{1,2})\s?(?:h|:|heures?\s|hrs?\s)\s?(?P<m1>[0-5]\d)(?!\d)(?:\s?:\s?\d{2}(?:[.,]\d+)?)?(?:\s?min\b)?"
    r"(?:\s?(?P<x1>" + AMPM + r"))?"
    r"|(?P<h2>[01]\d|2[0-3])(?P<m2>[0-5]\d)\s?(?:h|hrs?|hours)\b"
    r"|(?P<h3>\d{1,2})(?:\.(?P<m3>[0-5]\d))?(?:ish)?\s?(?P<x3>" + AMPM + r")"
    r"|(?P<h4>\d{1,2})(?:\s?(?:h|hr|hrs|heures?|hours?|o'?clock)(?!\w)|(?=-?ish)"
    r"|(?=\s(?:in the |at night|du (?:matin|soir)|de l'apres)))"
    r"|(?P<noon>midi|noon)\b(?:\s(?:et\s)?(?P<half>demie?|quart|trente|quinze))?|(?P<midnight>minuit|midnight)\b"
    r")"
)
BARE = re.compile(r"(?<![\w/:.,])(\d{1,2})(?:[:h.]([0-5]\d))?\s*$")
_BEFORE = re.compile(r"(?:avant|au plus tard(?: a)?|d'ici|before|by|no later than|prior to|<)\s*(?:a\s|le\s|the\s)?$")
_AFTER = re.compile(r"(?:apres|passe|after|past|since|depuis|>)\s*(?:le\s|the\s)?$")
_JUST_BEFORE = re.compile(r"(?:juste avant|peu avant|un peu avant|shortly before|just before)\s*$")
_JUST_AFTER = re.compile(r"(?:juste apres|peu apres|un peu apres|shortly after|just after|soon after)\s*$")
_ABOUT = re.compile(
    r"(?:\bvers|\benviron|autour de|aux alentours de|aux environs de|\bcirca|\bca\.?|(?<!\w)c\.|~|\baround|\babout|"
    r"\bapprox\.?|approximately|approximativement|roughly|\bnear|\+/-|±)\s*(?:les\s|l'|a\s|de\s|at\s)?$"
)
_ABOUT_AFTER = re.compile(r"^\s*(?:\?|-?ish\b|env\.?\b|environ\b|approx\b\.?|a peu pres|or so\b|~|\(?\s*approx)")
_EVENING = re.compile(
    r"^\s*(?:du|le|ce|in the|at|de l'|de la)?\s*(soir|soiree|evening|night|apres-midi|apres midi|afternoon)\b"
)


# "entre 9 et 11", "from 4 to 5", "entre 4 h et 5": the last number is an hour only because of the first words.
_HOUR = r"(?P<a>\d{1,2})(?P<mark>\s?[h:]\s?(?P<m>[0-5]\d)|\s?h(?!\w))?(?:\s?(?P<half>[ap])\.?\s?m\b\.?)?"
_JOINT = r"\s*(?:et|and|to|a|-|&)\s*(?P<b>\d{1,2})(?![\d/:.,]\d|\d)(?=\s*(?:$|[,;:.)#–—-]|(?:le|on|the)\s#))"
_PAIR = re.compile(rf"\b(?P<open>entre|between|from|de)\s+{_HOUR}{_JOINT}")
_MARKED_PAIR = re.compile(rf"(?<![\w/:.,-]){_HOUR}{_JOINT}")


@dataclass(frozen=True, slots=True)
class Hours:
    """A stretch of a local day, in minutes after its midnight, both ends included; above 1439 is the next day.

    start, end: where it stands in the text.
    """

    first: int
    last: int
    start: int
    end: int


def find_hours(text: str, clock: str = "") -> Hours | None:
    """The hour a folded text gives, or the part of the day; None when it names neither. The first clock wins.

    clock: "24" or "12" when the log shows which one it keeps. Where morning and afternoon cannot be told apart, the
    stretch covers both: nothing is put at night because a mark is missing.
    """
    clean = _mask_parts(text)
    pair = _pair(clean)
    if pair:
        return pair
    found = next((m for m in CLOCK.finditer(clean) if minute_of(m) is not None), None)
    return _part(text) if found is None else _clock(text, found, clock)


def clock_of(texts: Iterable[str]) -> str:
    """ "24" when some hour of a log can only be of the 24-hour clock (14:05, 02:15), "12" otherwise."""
    for text in texts:
        if re.fullmatch(r"\s*(?:1[3-9]|2[0-3]|0\d)\s*", text):
            return "24"
        for found in find_clocks(text):
            hour = found["h1"] or found["h2"] or found["h4"] or ""
            if hour and not found["x1"] and (hour.startswith("0") or int(hour) > 12):
                return "24"
    return "12"


def find_pairs(text: str) -> list[tuple[int, int]]:
    """Where a folded text says between which hours, without their mark: "between 9 and 11"."""
    return [found.span() for found in _PAIR.finditer(text)]


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
    return Hours(first, last, found.start(), found.end())


def find_clocks(text: str) -> list[re.Match[str]]:
    """Every clock time of a folded text."""
    return [m for m in CLOCK.finditer(_mask_parts(text)) if minute_of(m) is not None]


def minute_of(found: re.Match[str]) -> int | None:
    """Minutes after midnight of a clock that was matched; None when there is no such hour."""
    if found["midnight"]:
        return 0
    if found["noon"]:
        return 720 + {"quart": 15, "quinze": 15}.get(found["half"] or "", 30 if found["half"] else 0)
    hour = int(found["h1"] or found["h2"] or found["h3"] or found["h4"])
    minute = int(found["m1"] or found["m2"] or found["m3"] or 0)
    half = (found["x1"] or found["x3"] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return hour * 60 + minute if hour < 24 and half.startswith("p") else None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return hour * 60 + minute if hour < 24 else None


def _clock(text: str, found: re.Match[str], clock: str) -> Hours:
    minute = minute_of(found)
    assert minute is not None
    before, after = text[: found.start()], text[found.end() :]
    minute, spread = _by_part(minute, after), 0
    if _lacks_its_half(found, minute, clock):
        part = _part(text)
        if part is None:
            spread = HALF
        elif part.first >= 11 * 60 and not is_night(part):
            minute += HALF
    if _JUST_BEFORE.search(before):
        first, last = minute - APPROX, minute
    elif _JUST_AFTER.search(before):
        first, last = minute, minute + APPROX
    elif _BEFORE.search(before):
        first, last = 0, minute
    elif _AFTER.search(before):
        first, last = minute, LAST
    elif _ABOUT.search(before) or _ABOUT_AFTER.search(after) or "ish" in found.group():
        first, last = minute - APPROX, minute + APPROX
    else:
        first, last = minute, minute
    return Hours(first, max(last, min(last + spread, LAST)), found.start(), found.end())


def _lacks_its_half(found: re.Match[str], minute: int, clock: str) -> bool:
    """Whether an hour from 1 to 7 may as well be of the afternoon: "2ish", "4 o'clock"; "2:15" where the log keeps the
    12-hour clock, a bare 2 unless it keeps the 24-hour one. With an "h", as in "2 h 15", it is of the 24-hour clock."""
    if found["x1"] or found["x3"] or not 60 <= minute < 8 * 60:
        return False
    if found["h4"]:
        mark = found.group().rstrip()[len(found["h4"]) :].strip()
        return mark not in ("h", "heure", "heures") and not (mark == BARE_MARK and clock == "24")
    return clock == "12" and bool(found["h1"]) and ":" in found.group() and not found["h1"].startswith("0")


def _by_part(minute: int, after: str) -> int:
    """ "8 h du soir" is 20:00; "3 in the afternoon" is 15:00."""
    part = _EVENING.search(after)
    if part is None or minute >= 720:
        return minute
    afternoon = part.group(1).startswith(("apres", "afternoon"))
    return minute + 720 if (minute < 7 * 60 if afternoon else minute >= 4 * 60) else minute


# --- parts of the day --------------------------------------------------------------------------------
@cache
def _parts() -> tuple[re.Pattern[str], dict[str, tuple[int, int]]]:
    """Any of the words, the longest first, and the stretch each names."""
    source = (resources.files(__package__) / "parts_of_day.toml").read_text("utf-8")
    parts = tomllib.loads(source)["part"]
    named = {word: (_minutes(part["from"]), _minutes(part["to"])) for part in parts for word in part["words"]}
    words = "|".join(re.escape(word) for word in sorted(named, key=lambda word: (-len(word), word)))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)"), named


def _minutes(clock: str) -> int:
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


def _part(text: str) -> Hours | None:
    """The longest name of a part of the day: "late afternoon" before "afternoon"."""
    words, named = _parts()
    found = max(words.finditer(text), key=lambda found: (len(found.group()), -found.start()), default=None)
    return Hours(*named[found.group()], found.start(), found.end()) if found else None


def find_parts(text: str) -> list[tuple[int, int]]:
    """Where the parts of a day are named in a folded text."""
    return [found.span() for found in _parts()[0].finditer(text)]


def is_night(hours: Hours) -> bool:
    """Whether the stretch runs into the next day, as a night does."""
    return hours.last > LAST + 60


_MIDI_INSIDE = re.compile(r"(?:apres|avant|ap|av)[- ]midi|heure du midi|(?:ce|le|pause) midi")


def _mask_parts(text: str) -> str:
    """ "après-midi" holds "midi" and is no clock."""
    return _MIDI_INSIDE.sub(lambda found: "#" * len(found.group()), text)
