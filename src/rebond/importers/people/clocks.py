"""The clock as people write it: "17 h 05", "5:05 pm", "1705 hrs", "midi et demi", "half past 2"; minutes of a day."""

import re
from collections.abc import Iterable

HALF = 12 * 60
DAY_LENGTH = 24 * 60
BARE_MARK = "hr"  # written after a bare number of a column of hours

AMPM = r"[ap]\.?\s?m\b\.?"
_AND = r"(?:\s(?:et\s)?(?P<{and_}>demie?|quart|trente|quinze)|\s(?P<{less}>moins (?:le )?quart))?(?![a-z])"
CLOCK = re.compile(
    r"(?<![\w/:.,])(?:"
    r"(?P<h1>\d{1,2})\s?(?:h|:|heures?\s|hrs?\s)\s?(?P<m1>[0-5]\d)(?!\d)(?:\s?:\s?\d{2}(?:[.,]\d+)?)?(?:\s?min\b)?"
    r"(?:\s?(?P<x1>" + AMPM + r"))?"
    r"|(?P<h2>[01]\d|2[0-3])(?P<m2>[0-5]\d)\s?(?:h|hrs?|hours)\b"
    r"|(?P<h3>\d{1,2})(?:\.(?P<m3>[0-5]\d))?(?:ish)?\s?(?P<x3>" + AMPM + r")"
    r"|(?P<past>(?:a )?(?:half|quarter) (?:past|after|to|before)) (?P<h5>\d{1,2}|noon|midnight)(?!\d|:)"
    r"(?:\s?(?P<x5>" + AMPM + r"))?"
    r"|(?P<h4>\d{1,2})(?:\s?(?P<mark>h|hr|hrs|heures?|hours?|o'?clock)(?!\w)"
    + _AND.format(and_="and4", less="less4")
    + r"|(?=-?ish)"
    r"|(?=\s(?:in the |at night|du (?:matin|soir)|de l'apres)))"
    r"|(?P<word>midi|noon|minuit|midnight)\b" + _AND.format(and_="andw", less="lessw") + r")"
)
BARE = re.compile(r"(?<![\w/:.,])(\d{1,2})(?:[:h.]([0-5]\d))?\s*$")
# What is written as an hour and is none: "25 h", "14:75".
NO_CLOCK = re.compile(r"(?<![\w/:.,-])\d{1,2}\s?(?:h(?!\w)|[h:]\s?\d\d(?!\d))")
_MIDI_INSIDE = re.compile(
    r"apres[- ]midi|(?:(?:l'|en |cet )avant |avant-|ap[- ]|av-)midi|heure du midi|(?:ce|le|pause) midi"
)
_AND_MINUTES = {"quart": 15, "quinze": 15, "demi": 30, "demie": 30, "trente": 30}


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


def find_clocks(text: str) -> list[re.Match[str]]:
    """Every clock time of a folded text. "Après-midi" holds "midi" and is no clock."""
    bare = _MIDI_INSIDE.sub(lambda found: "#" * len(found.group()), text)
    return [found for found in CLOCK.finditer(bare) if minute_of(found) is not None]


def minute_of(found: re.Match[str]) -> int | None:
    """Minutes after midnight of a clock that was matched; None when there is no such hour."""
    if found["word"]:
        return (720 if found["word"] in ("midi", "noon") else 0) + _more(found["andw"], found["lessw"])
    if found["past"]:
        return _relative(found)
    hour = int(found["h1"] or found["h2"] or found["h3"] or found["h4"])
    minute = int(found["m1"] or found["m2"] or found["m3"] or 0) + _more(found["and4"], found["less4"])
    half = half_of(found)
    if half and not 1 <= hour <= 12:
        return hour * 60 + minute if hour < 24 and half == "p" else None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    is_last = hour == 24 and bool(found["h1"]) and minute == 0  # "24 h 00" ends the day; "24 h" is a length
    return hour * 60 + minute if hour < 24 or is_last else None


def _relative(found: re.Match[str]) -> int | None:
    """ "half past 2", "a quarter to 3 pm"."""
    away = 30 if "half" in found["past"] else 15
    hour = {"noon": 12, "midnight": 0}.get(found["h5"]) if found["h5"].isalpha() else int(found["h5"])
    if hour is None or hour > 23:
        return None
    half = half_of(found)
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    before = found["past"].endswith(("to", "before"))
    return (hour * 60 + (-away if before else away)) % DAY_LENGTH


def half_of(found: re.Match[str]) -> str:
    """ "a", "p", or "" when the clock does not say which half of the day it is of."""
    return (found["x1"] or found["x3"] or found["x5"] or "")[:1].lower()


def is_midnight(found: re.Match[str]) -> bool:
    """The bare word: of a day, it may be the midnight that opens it or the one that ends it."""
    return found["word"] in ("minuit", "midnight") and not (found["andw"] or found["lessw"])


def _more(more: str | None, less: str | None) -> int:
    return _AND_MINUTES.get(more or "", 0) - (15 if less else 0)
