"""Words beside a time that make of it a limit, or something rough ("until", "pas avant", "vers"), or none at all.

A text is looked at once its days and hours are hidden: `#` stands for each sign of a day, `@` of an hour, `%` of a
part of the day.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

DAY, CLOCK, PART = "#", "@", "%"
ROUGH = 30  # "vers 14 h": this many minutes on either side
LAST = 23 * 60 + 59  # last minute of a day
NIGHT_ENDS = 30 * 60  # "after midnight" ends with the night

_FILLER = r"(?:[\s,]|(?:les|le|la|l'|the|on|at|a|de|du)(?![a-z])|#)*"
# Words that, left beside a time, say that it is none we can place.
# What it is said not to be ("pas à 14 h"), or how long before or after something else ("2 h plus tard"):
_AWAY = (
    r"(?:(?:ago|later|earlier|sooner|late|plus tard|plus tot|de retard|d'attente|durant)(?![a-z])|minus|moins|"
    r"(?:after|before|avant|apres)(?=\s*(?:$|[:;,.)(-])))"
)
_NO_TIME = re.compile(
    r"(?<![a-z])(?:not|never|pas|jamais|ni|neither|nor|sauf|except|unless|hors)"
    r"(?:\s+(?:a|at|le|la|the|on|in|en|de|du|exactly|exactement|quite))*\s*[#@%]+"
    rf"|(?<!\d)\d{{1,3}}\s?(?:min|mn|minutes?|h|hours?|heures?|days?|jours?)\s+{_AWAY}"
    rf"|@+\s*(?:min(?:utes?)?\s+)?{_AWAY}"
    r"|(?<![a-z])[jdht]\s?[+-]\s?(?:\d+|@+)|\+\s?@+"  # "J+1", "T+2 h"
    r"|#+(?:,?\s*\d{4}|[\s./-]*\d+)(?!\w)|(?<!\w)\d+[\s./-]+#+"  # a figure beside a date belongs to it
)
# Or how long it lasts or is waited for: "pendant 2 h", "in 2 hours".
_LENGTH = re.compile(
    r"(?<![a-z])(?:in|within|dans|sous|il y a|for|pendant|durant|during|every|each|chaque|toutes les|tous les|"
    r"less than|more than|moins de|plus de|duree|delai|delay)\s+@+"
)


@dataclass(frozen=True, slots=True)
class Bound:
    """What the words beside a time make of it. start, end: the time with its words."""

    kind: str
    start: int
    end: int


def bound_of(text: str, start: int, end: int) -> Bound | None:
    """The words right before a time, else right after it, that bound it; days may stand between them and an hour."""
    ahead, behind, kinds = _words()
    found = ahead.search(text[:start])
    if found:
        return Bound(kinds[found["word"], True], found.start("word"), end)
    found = behind.match(text[end:])
    return Bound(kinds[found["word"], False], start, end + found.end()) if found else None


def opens(text: str) -> bool:
    """Whether a folded text ends with words that bound the hour to come."""
    return _words()[0].search(text) is not None


def stretched(kind: str, first: int, last: int) -> tuple[int, int]:
    """The stretch of a day, in minutes, that words of a kind make of the stretch they stand beside."""
    if kind == "until":
        return 0, last
    if kind in ("since", "after"):
        return first, max(last, LAST if last <= LAST else NIGHT_ENDS)
    return first - ROUGH * (kind != "just_after"), last + ROUGH * (kind != "just_before")


def is_none(hidden: str) -> bool:
    """Whether the words beside a time say that it is none we can place. hidden: days, hours and their words hidden."""
    return bool(_NO_TIME.search(hidden) or _LENGTH.search(hidden))


def unplaced(hidden: str) -> list[tuple[int, int]]:
    """Where a time is told that we cannot place. A mere length ("for 2 hours") tells none."""
    return [found.span() for found in _NO_TIME.finditer(hidden)]


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str], dict[tuple[str, bool], str]]:
    """Words before a time, words after it, and the kind of each (word, whether it stands before)."""
    table = tomllib.loads((resources.files(__package__) / "bounds.toml").read_text("utf-8"))
    kinds = {(word, side == "ahead"): kind for kind, sides in table.items() for side in sides for word in sides[side]}
    longest_first = sorted(kinds, key=lambda key: (-len(key[0]), key))
    ahead, behind = (
        "|".join(re.escape(word) for word, is_ahead in longest_first if is_ahead == side) for side in (True, False)
    )
    return (
        re.compile(rf"(?<![a-z])(?P<word>{ahead})(?![a-z]){_FILLER}$"),
        re.compile(rf"\s*,?\s*(?P<word>{behind})(?![a-z])"),
        kinds,
    )
