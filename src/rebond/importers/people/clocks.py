"""Hours as people write them, in minutes of a local day: "17 h 05", "vers 14 h", "before 9", "late afternoon"."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

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


@dataclass(frozen=True, slots=True)
class Hours:
    """A stretch of a local day, in minutes after its midnight, both ends included; above 1439 is the next day.

    start, end: where it stands in the text.
    """

    first: int
    last: int
    start: int
    end: int


def find_hours(text: str) -> Hours | None:
    """The hour a folded text gives, or the part of the day; None when it names neither. The first clock wins."""
    clean = _mask_parts(text)
    found = next((m for m in CLOCK.finditer(clean) if minute_of(m) is not None), None)
    return _part(text) if found is None else _clock(text, found)


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


def _clock(text: str, found: re.Match[str]) -> Hours:
    minute = minute_of(found)
    assert minute is not None
    before, after = text[: found.start()], text[found.end() :]
    minute = _by_part(minute, after)
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
    return Hours(first, last, found.start(), found.end())


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
