"""Words that give a line of a log away: looked for whole, folded, and not counted where the line denies them."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources

from rebond.importers.people.folding import plain
from rebond.vocabulary import load

_CLAUSE = re.compile(r"[;!?()\n«»“”\"]|[.,](?=\s|$)|:(?!\d)|\s[-–—]\s")
REACH = 3  # words before a cue in which "not", "no", "sans" deny it


def words_of(text: str) -> str:
    """The folded words of a text, each between spaces; clauses stand apart: "not" in one denies nothing in the next."""
    return f" {' . '.join(filter(None, map(plain, _CLAUSE.split(text))))} "


def has(words: str, cues: Iterable[str]) -> bool:
    """Whether one of the cues stands there, denied or not."""
    return any(f" {cue} " in words for cue in cues)


def says(words: str, cues: Iterable[str]) -> bool:
    """Whether one of the cues stands there and is not denied."""
    return any(not _denied(words[:at]) for cue in cues for at in _places(words, cue))


def first(words: str, names: Iterable[str]) -> int:
    """Where the first of some names stands; -1: nowhere."""
    return min((at for name in names if (at := words.find(f" {name} ")) >= 0), default=-1)


def _places(words: str, cue: str) -> Iterable[int]:
    at = words.find(f" {cue} ")
    while at >= 0:
        yield at
        at = words.find(f" {cue} ", at + 1)


def _denied(before: str) -> bool:
    return not table_of("denied", "words").isdisjoint(before.rpartition(" . ")[2].split()[-REACH:])


# --- kinds, by the cues of the vocabulary ---------------------------------------------------------------
def best(vocabulary: str, words: str, public: bool | None = None) -> str | None:
    """The kind of the longest cue said, among public kinds or among the others when asked.

    A cue of substance (excuses, correction) wins over one of form (communiqué, vidéo), however long.
    """
    heavy = table_of("substance", "kinds")
    found = [
        (public is True and key in heavy, len(cue), -rank, key)
        for rank, (key, visibility, cues) in enumerate(_cues(vocabulary))
        if public is None or (visibility == "public") == public
        for cue in cues
        if says(words, (cue,))
    ]
    return max(found)[3] if found else None


def longest(vocabulary: str, words: str) -> str:
    """The longest cue of a vocabulary that stands there."""
    found = (cue for _, _, cues in _cues(vocabulary) for cue in cues if f" {cue} " in words)
    return max(found, key=lambda cue: (len(cue), cue), default="")


@cache
def _cues(vocabulary: str) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """(key, usual visibility, folded cues) of each term that has cues."""
    terms = load(vocabulary).terms
    return tuple(
        (t.key, t.text("visibility"), tuple(plain(cue) for cue in (*t.texts("cues_fr"), *t.texts("cues_en"))))
        for t in terms
    )


# --- acts.toml ---------------------------------------------------------------------------------------------
@cache
def table() -> dict[str, dict[str, list[str]]]:
    """acts.toml, as it stands."""
    return tomllib.loads((resources.files(__package__) / "acts.toml").read_text("utf-8"))


@cache
def table_of(part: str, name: str) -> frozenset[str]:
    """One list of acts.toml; words of it folded, keys of a vocabulary (kinds) as they are."""
    listed = table()[part][name]
    return frozenset(listed if name == "kinds" else map(plain, listed))
