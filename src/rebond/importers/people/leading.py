"""The time at the head of a line ("mardi 14, vers 9 h 20 : courriel au CA"), and the several acts of one cell."""

import re
from datetime import date

from rebond.importers.people.bounds import CLOCK, DAY, PART, bound_of, unplaced
from rebond.importers.people.clocks import NO_CLOCK, find_clocks
from rebond.importers.people.days import NO_DAY, WEEKDAY, Nearby, find_days
from rebond.importers.people.folding import fold, squeeze
from rebond.importers.people.hours import hidden

LONGEST = 20_000  # signs of a cell that are read
HEAD = 120  # signs in which a leading time is looked for
_GLUE = re.compile(
    r"(?:[\s,;:()\[\]|.~>*•@-]|\b(?:le|la|the|on|at|a|vers|around|about|approx|environ|circa|de|du|d'|l'|from|entre|between|et|and|"
    r"to|au|aux|jusqu'a|until|apres|after|avant|before|juste|peu|un|just|shortly|dans|en|in|des|since|depuis|by|no|later|"
    r"than|soon|alentours|autour|ish|env)\b)*+"
)
_TAIL = re.compile(r"[\s,;:.|)\]–—-]*(?:\?+\s*)?")
_HOUR = r"(?:[01]?\d|2[0-4])(?![\d%.,]|\s?(?:%|\$|€))"
_UNTOLD = re.compile(
    rf"[\s•*>(\[-]*(?:(?:entre|between|from|de)\s+{_HOUR}\s*(?:et|and|a|to|-|–)\s*{_HOUR}|{_HOUR}\s?[-–]\s?{_HOUR}|"
    rf"(?:vers|around|circa|~)\s*{_HOUR}|(?:{WEEKDAY})(?=[\s,:.–-]))"
)
_CUT = re.compile(
    r"\s*[;\n•]\s*|(?<=[\w)»”\"])\.\s+(?=\S)|,?\s+(?:puis|(?:and )?then)\s+(?=(?:à|at|vers|around)?\s*\d)"
)


def leading(text: str, near: Nearby) -> tuple[str, str]:
    """(time, rest): the time at the head of a line, and what it says. ("", text) when it begins with no time."""
    last = _time_ends(text, near)
    if not last:
        return "", text.strip()
    tail = _TAIL.match(text, last)
    return text[:last].strip(" \t[("), text[tail.end() if tail else last :].strip()


def _time_ends(text: str, near: Nearby) -> int:
    """Where the time at the head of a text ends; 0 when it begins with none."""
    folded = fold(text[:HEAD])
    ends = _times_in(folded, near)
    last = 0
    while True:
        glue = _GLUE.match(folded, last)
        here = glue.end() if glue else last
        following = max((end for start, end in ends if last <= start <= here < end), default=0)
        if not following:
            return last
        last = following


def _times_in(folded: str, near: Nearby) -> set[tuple[int, int]]:
    """Where times are told, with the words that bound them; and where something is written as a time and is none: it is
    not to be read as words of the act."""
    days = _days_in(folded, near)
    bare = folded
    for start, end in days:
        bare = bare[:start] + DAY * (end - start) + bare[end:]
    rest = _without_typed(hidden(bare), folded)
    found = {(one.start(), one.end()) for sign in (DAY, CLOCK, PART) for one in re.finditer(f"{sign}+", rest)}
    found |= {(bound.start, bound.end) for start, end in days if (bound := bound_of(bare, start, end))}
    return found | set(unplaced(rest)) | {one.span() for form in (NO_DAY, NO_CLOCK) for one in form.finditer(rest)}


def _without_typed(hidden: str, folded: str) -> str:
    """Without the signs that people typed themselves: "@jeanne" is no hour, "#Panne" no day."""
    signs = (DAY, CLOCK, PART)
    return "".join("¤" if now in signs and now == was else now for now, was in zip(hidden, folded, strict=True))


def _days_in(folded: str, near: Nearby) -> set[tuple[int, int]]:
    """Where days are named. Without a day nearby any calendar shows it: "mardi 14" is one in some month of a year."""
    calendars = [near] if near.day else [Nearby(day=date(2001, month, 15), carried=True) for month in range(1, 13)]
    return {(days.start, days.end) for calendar in calendars for days in find_days(folded, calendar)}


def tells_untold(text: str) -> bool:
    """Whether a line without a time we read begins as with one ("entre 16 et 17", "vers 5", "9-11"): what follows may
    be another act, or go on with the one above. Nobody but a person can tell."""
    return _UNTOLD.match(fold(text[:HEAD])) is not None


def acts_in(text: str, near: Nearby) -> list[tuple[str, str]]:
    """(time, act) of each act a cell tells. A piece that begins with no time belongs to the act before it.

    Only the first one may have no time: it then takes that of its row.
    """
    text = text[:LONGEST]
    acts: list[tuple[str, str]] = []
    at = joint = 0
    told = _time_ends(text, near)
    for cut in (*_CUT.finditer(text), None):
        if cut and cut.start() < told and cut.group().startswith("."):  # "13 oct. 2025, 14 h"
            continue
        piece = text[at : cut.start() if cut else len(text)]
        if piece.strip():
            time, act = leading(piece, near)
            if not acts or (time and act and find_clocks(fold(time))):
                acts.append((time, act))
            else:
                before = acts.pop()
                acts.append((before[0], f"{before[1]}{text[joint:at]}{piece}".strip()))
        joint = cut.start() if cut else 0
        at = cut.end() if cut else len(text)
        told = at + _time_ends(text[at:], near)
    return [(time, squeeze(act).lstrip(";. ")) for time, act in acts]
