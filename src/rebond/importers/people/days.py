"""Days as people write them: "14 octobre", "Tue Oct 14", "14/10", "mardi", "le lendemain", "du 14 au 16".

A day without its year, month or date is completed from a day nearby (the row above, else a day of the crisis);
without one it is not understood. Nothing is read from a clock.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

_MONTH_NAMES = (
    "janvier january jan janv", "fevrier february feb fevr fev", "mars march mar", "avril april apr avr", "mai may",
    "juin june jun", "juillet july jul juil", "aout august aug aou", "septembre september sep sept",
    "octobre october oct", "novembre november nov", "decembre december dec",
)  # fmt: skip
_DAY_NAMES = (
    "lundi monday lun mon", "mardi tuesday mar tue tues", "mercredi wednesday mer wed weds",
    "jeudi thursday jeu thu thur thurs", "vendredi friday ven fri", "samedi saturday sam sat",
    "dimanche sunday dim sun",
)  # fmt: skip
MONTHS = {name: n for n, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
WEEKDAYS = {name: n for n, names in enumerate(_DAY_NAMES) for name in names.split()}
_M = "(?:" + "|".join(sorted(MONTHS, key=lambda m: (-len(m), m))) + r")\b\.?"
_W = "(?:" + "|".join(sorted(WEEKDAYS, key=lambda w: (-len(w), w))) + r")\b\.?"
WEEKDAY = "|".join(name for name in WEEKDAYS if len(name) > 5)  # in full: "sam", "mon" are words too
_N = r"\d{1,2}(?:er|st|nd|rd|th|e)?(?!\d|:\d)"
_Y = r"(?:,?\s*(?P<y>20\d\d)(?!\d|:|\s?h\b)|-(?P<yy>\d\d)(?![\d:h]))?"
_ON = rf"(?:{_W},?\s+)?(?:du\s+|le\s+)?(?:{_W},?\s+)?"
_JOIN = r"(?:-|/|&|>|(?:au|a|et|to|and|ou|or)(?:\s+(?:le|the))?(?!\w))"
_NOT_CLOCK = r"(?!\s?(?:h\b|h\d|:\d|[ap]\.?\s?m\b|heures?\b|hrs?\b|o'?clock|min))"


@dataclass(frozen=True, slots=True)
class Nearby:
    """What completes a date. day: the row above, else a day of the crisis; carried: it is the row above.

    backwards: the log runs from the newest to the oldest. order: dmy or mdy for 03/04. clock: "24" or "12" as the
    hours of the log show it, "" when nothing does: then a bare 2 may be of the night or of the afternoon.
    """

    day: date | None = None
    carried: bool = False
    backwards: bool = False
    order: str = "dmy"
    clock: str = ""


@dataclass(frozen=True, slots=True)
class Days:
    """Some days found in a text, both included. completed: something of the date was not written."""

    first: date
    last: date
    completed: bool
    start: int
    end: int


Read = Callable[[re.Match[str], Nearby], "tuple[date, date, bool] | None"]


@lru_cache(maxsize=8192)
def find_days(text: str, near: Nearby) -> tuple[Days, ...]:
    """The days named in a folded text, in the order in which they stand there."""
    taken = text
    found: list[Days] = []
    named: list[Days] = []  # by their weekday alone
    for pattern, read in _PATTERNS:
        for match in pattern.finditer(taken):
            days = read(match, near)
            if days is not None:
                found.append(Days(*days, match.start(), match.end()))
                named += [found[-1]] if read is _weekday else []
            if (
                days is not None or read is _weekday_number
            ):  # a weekday that contradicts its number is no weekday either
                taken = taken[: match.start()] + "#" * len(match.group()) + taken[match.end() :]
    return tuple(sorted(_dated(text, found, named), key=lambda days: days.start))


def _dated(text: str, found: list[Days], named: list[Days]) -> list[Days]:
    """A weekday beside a date is part of it: "Tuesday 14/10/2025" names one day."""
    dates, alone = [days for days in found if days not in named], list(named)
    for at, one in enumerate(dates):
        beside = [n for n in alone if not text[min(n.end, one.end) : max(n.start, one.start)].strip(" ,.(")]
        alone = [n for n in alone if n not in beside]
        starts, ends = (edge(getattr(d, name) for d in (one, *beside)) for edge, name in ((min, "start"), (max, "end")))
        dates[at] = replace(one, start=starts, end=ends)
    return [*dates, *alone]


# --- one reader a form -----------------------------------------------------------------------------
def _iso(m: re.Match[str], near: Nearby) -> tuple[date, date, bool] | None:
    return _one(_date(int(m["y"]), int(m["m"]), int(m["d"])), False)


def _numbers(m: re.Match[str], near: Nearby) -> tuple[date, date, bool] | None:
    a, b = int(m["a"]), int(m["b"])
    day, month = (b, a) if near.order == "mdy" else (a, b)
    if month > 12:
        day, month = month, day
    if m["y"]:
        year = int(m["y"])
        return _one(_date(year if year > 99 else 2000 + year, month, day), False)
    return _one(_closest(month, day, near), True)


def _written(m: re.Match[str], near: Nearby) -> tuple[date, date, bool] | None:
    month, day = MONTHS[m["mon"].rstrip(".")], _number(m["d"])
    return _one(*_in_year(m, month, day, near))


def _written_span(m: re.Match[str], near: Nearby) -> tuple[date, date, bool] | None:
    month = MONTHS[m["mon"].rstrip(".")]
    (first, made), (last, _) = (_in_year(m, month, _number(m[d]), near) for d in ("d1", "d2"))
    return (first, last, made) if first and last and first <= last else None


def _week(m: re.Match[str], near: Nearby) -> tuple[date, date, bool] | None:
    first, made = _in_year(m, MONTHS[m["mon"].rstrip(".")], _number(m["d"]), near)
    return (first, first + timedelta(days=6), made) if first else None


def _part_of_month(m: re.Match[str], near: Nearby) -> tuple[date, date, bool] | None:
    """ "fin octobre": the days from the 21st on."""
    month, (low, high) = MONTHS[m["mon"].rstrip(".")], _PARTS[m["part"]]
    first, made = _in_year(m, month, low, near)
    if first is None:
        return None
    last = next(d for d in (_date(first.year, month, n) for n in range(high, 0, -1)) if d)
    return first, last, made


def _month(m: re.Match[str], near: Nearby) -> tuple[date, date, bool] | None:
    """ "octobre 2025": the whole month."""
    first = _date(int(m["y"]), MONTHS[m["mon"].rstrip(".")], 1)
    return (first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1), False) if first else None


def _in_year(m: re.Match[str], month: int, day: int, near: Nearby) -> tuple[date | None, bool]:
    if m["y"] or m["yy"]:
        return _date(int(m["y"] or 2000 + int(m["yy"])), month, day), False
    return _closest(month, day, near), True


def _weekday_number(m: re.Match[str], near: Nearby) -> tuple[date, date, bool] | None:
    """ "mardi 14": the 14th nearest to the day nearby, if it is a Tuesday."""
    found = _closest_number(_number(m["d"]), near)
    if found is None or found.weekday() != WEEKDAYS[m["w"].rstrip(".")]:
        return None
    return found, found, True


def _number_alone(m: re.Match[str], near: Nearby) -> tuple[date, date, bool] | None:
    return _one(_closest_number(_number(m["d"]), near), True)


def _number_span(m: re.Match[str], near: Nearby) -> tuple[date, date, bool] | None:
    last = _closest_number(_number(m["d2"]), near)
    first = _closest_number(_number(m["d1"]), Nearby(day=last)) if last else None
    return (first, last, True) if first and last and first <= last else None


def _weekday(m: re.Match[str], near: Nearby) -> tuple[date, date, bool] | None:
    """The weekday of the same week. After a row above: the next one on, or the day just before (back, in a log that
    runs backwards)."""
    if near.day is None or _is_a_name(m):
        return None
    step = (WEEKDAYS[m["w"].rstrip(".")] - near.day.weekday()) % 7
    last_one = bool(m["last"] or m["past"])
    if near.carried and not last_one:
        forward = step if step < 6 else -1
        found = near.day + timedelta(days=(step - 7 if step else 0) if near.backwards else forward)
    elif last_one:
        found = near.day - timedelta(days=(7 - step) % 7 or 7)
    else:
        found = near.day + timedelta(days=WEEKDAYS[m["w"].rstrip(".")] - near.day.weekday())
    return found, found, True


def _is_a_name(m: re.Match[str]) -> bool:
    """ "Sam noticed", "mon collègue", "we sat down": a short name of a day that is another word."""
    if m["w"] not in _WORDS_TOO or m["last"] or m["past"]:
        return False
    after = m.string[m.end() :]
    if _WRITTEN_BY.search(m.string[: m.start()]):  # "De : Sam"
        return True
    return not _AFTER_A_DAY.match(after) or (after.lstrip()[:1] == ":" and any(map(str.isdigit, m.string[: m.start()])))


def _relative(m: re.Match[str], near: Nearby) -> tuple[date, date, bool] | None:
    if near.day is None or not near.carried:
        return None
    found = near.day + timedelta(days=next(n for n, _ in _RELATIVE if m[_name(n)] is not None))
    return found, found, True


_WRITTEN_BY = re.compile(r"(?<!\w)(?:de|from|a|to|cc|par|by|qui|who)\s?:\s*$")
_WORDS_TOO = frozenset({"sam", "mon", "mar", "mer", "sat", "sun", "wed", "dim", "ven"})
_AFTER_A_DAY = re.compile(
    r"\s*(?:$|[\d,:;.()\[\]#/|>~–—-]|(?:a|au|to|et|and|ou|or|at|vers|around|about|avant|before|apres|after|between|entre|"
    r"from|de|des|en|in|tot|tard|early|late|mid|matin|matinee|midi|noon|am|pm|apres-midi|soir|soiree|nuit|morning|afternoon|"
    r"evening|night|lunch|fin|debut|dernier|last|le|the|on)\b)"
)
_PART = r"(?=(?:matin|midi|soir|soiree|apres-midi|avant-midi|morning|afternoon|evening|night)(?!\w))"
# A part of the day that comes with them ("ce soir", "next morning", "tonight") is left to be read as an hour.
_RELATIVE = (
    (2, r"(?:le )?surlendemain|two days later|2 days later|deux jours (?:plus tard|apres)|2 jours plus tard"),
    (1, rf"(?:le |au )?lendemain|(?:the )?(?:next|following) (?:day|{_PART})|(?:the )?day after|jour suivant|"
        r"demain|tomorrow|1 day later"),
    (-1, r"la veille|(?:the )?day before|(?:the )?previous day|hier|yesterday"),
    (0, r"(?:le )?meme jour|(?:the )?same day|same date|meme date|idem|id\.|ditto|aujourd'hui|today|"
        rf"(?:ce|cet|this|that) {_PART}|(?=tonight)|cette nuit|that day|ce jour"),
)  # fmt: skip


def _name(shift: int) -> str:
    return f"shift{shift % 7}"


_PARTS = {"debut": (1, 10), "early": (1, 10), "beginning of": (1, 10), "mi": (11, 20), "mid": (11, 20),
          "milieu": (11, 20), "fin": (21, 31), "late": (21, 31), "end of": (21, 31)}  # fmt: skip
_PATTERNS: tuple[tuple[re.Pattern[str], Read], ...] = (
    (re.compile(rf"\b(?:semaine du|week of|week from)\s+(?:{_W},?\s+)?(?P<d>{_N})\s*(?P<mon>{_M}){_Y}"), _week),
    (re.compile(rf"\bweek of\s+(?P<mon>{_M})\s*(?P<d>{_N}){_NOT_CLOCK}{_Y}"), _week),
    (re.compile(rf"\b(?P<part>{'|'.join(_PARTS)})[\s-]+(?:de |d')?(?P<mon>{_M}){_Y}"), _part_of_month),
    (re.compile(r"(?<!\d)(?P<y>20\d\d)[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)"), _iso),
    (re.compile(r"(?<!\d)(?P<a>\d{1,2})(?P<s>[/.-])(?P<b>\d{1,2})(?P=s)(?P<y>20\d\d|\d\d)(?!\d)"), _numbers),
    (re.compile(rf"{_ON}(?P<d1>{_N})\s*{_JOIN}\s*(?:{_W},?\s+)?(?P<d2>{_N})\s*(?:of\s+)?(?P<mon>{_M}){_Y}"),
     _written_span),
    (re.compile(rf"(?P<mon>{_M})\s*(?P<d1>{_N})\s*{_JOIN}\s*(?P<d2>{_N}){_NOT_CLOCK}{_Y}"), _written_span),
    (re.compile(rf"{_ON}(?<!\d)(?P<d>{_N})[\s.-]*(?:of\s+)?(?P<mon>{_M}){_Y}"), _written),
    (re.compile(rf"(?:{_W},?\s+)?\b(?P<mon>{_M})[\s-]*(?P<d>{_N}){_NOT_CLOCK}{_Y}"), _written),
    (re.compile(rf"(?<!\d)(?<!\d[\s.-])(?<!er )(?<!th )\b(?P<mon>{_M})[\s,-]*(?P<y>20\d\d)(?!\d|:|\s?h\b)"), _month),
    (re.compile(rf"(?P<w>\b{_W}),?\s+(?:le\s+|the\s+)?(?P<d>{_N})(?![/.-]\d){_NOT_CLOCK}"), _weekday_number),
    (re.compile(r"(?<![\dh/.:-])(?!24/7)(?P<a>\d{1,2})/(?P<b>\d{1,2})(?![\dh/])(?P<y>)"), _numbers),
    (re.compile(rf"\b(?:du|from|le|the)\s+(?:the\s+)?(?P<d1>{_N})\s+(?:au|to|ou|or)\s+(?:the\s+|le\s+)?(?P<d2>{_N}){_NOT_CLOCK}"),
     _number_span),
    (re.compile(rf"\b(?:le|the|du|au)\s+(?P<d>{_N}){_NOT_CLOCK}"), _number_alone),
    (re.compile(r"(?<!\d)(?P<d>\d{1,2}(?:er|st|nd|rd|th))\b"), _number_alone),
    (re.compile(rf"(?P<last>\b(?:last|dernier)\s+)?(?P<w>\b{_W})(?P<past>\s+dernier\b)?"), _weekday),
    (re.compile(r"(?<!\w)(?:" + "|".join(f"(?P<{_name(n)}>{w})" for n, w in _RELATIVE) + r")(?:(?!\w)|(?<=\s))"),
     _relative),
)  # fmt: skip
# What is written as a date and is none of our calendar: "31 novembre", "1925-11-02".
NO_DAY = re.compile(
    r"(?<![\w/.:-])(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})(?![\d/.:-])"
    rf"|(?<!\w){_N}[\s.-]*{_M}(?:,?\s*\d{{4}})?(?!\w)"
)


# --- completing ------------------------------------------------------------------------------------
def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _one(day: date | None, completed: bool) -> tuple[date, date, bool] | None:
    return None if day is None else (day, day, completed)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if 1990 <= year <= 2100 else None
    except ValueError:
        return None


def _closest(month: int, day: int, near: Nearby) -> date | None:
    """That day in the year that brings it nearest to the day nearby."""
    if near.day is None:
        return None
    years = (_date(near.day.year + n, month, day) for n in (-1, 0, 1))
    here = near.day
    return min((d for d in years if d), key=lambda d: (abs((d - here).days), d), default=None)


def _closest_number(number: int, near: Nearby) -> date | None:
    """That day of the month in the month that brings it nearest to the day nearby."""
    if near.day is None:
        return None
    first = near.day.replace(day=1)
    months = (first - timedelta(days=1), first, first + timedelta(days=32))
    here = near.day
    days = (_date(m.year, m.month, number) for m in months)
    return min((d for d in days if d), key=lambda d: (abs((d - here).days), d), default=None)
