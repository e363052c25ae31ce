"""One answer of the case sheet, as people word it, to its field. What is not understood gives None, never a guess."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Any

from rebond.importers.people.folding import fold, plain, squeeze
from rebond.importers.people.labels import split_list, term_named, terms_named
from rebond.importers.people.leading import leading
from rebond.importers.people.times import Nearby, read_time
from rebond.importers.people.zones import zone_named
from rebond.importers.platforms import of_word
from rebond.settings import CaseSheet

LONGEST = 4000  # signs of an answer that are kept
_OPEN = frozenset((
    "je ne sais pas", "ne sais pas", "nsp", "inconnu", "inconnue", "non precise", "non fourni", "a preciser",
    "a completer", "aucun", "aucune", "rien", "i don t know", "don t know", "do not know", "dont know", "unknown",
    "not known", "not provided", "none", "nothing", "tbd", "tbc", "n a", "na", "nil",
))  # fmt: skip
_UNITS = (
    (timedelta(minutes=1), r"min(?:ute)?s?|mn"),
    (timedelta(hours=1), r"h(?:eure|our|r)?s?"),
    (timedelta(days=1), r"j(?:our)?s?|d(?:ay)?s?"),
    (timedelta(weeks=1), r"sem(?:aine)?s?|w(?:ee)?ks?"),
)
_NUMBER = r"\d{1,4}(?:[.,]\d{1,2})?|une?|one|an|a|deux|two|trois|three|quinze|fifteen|trente|thirty|half an|une demi"
_WORDS: dict[str, int | Fraction] = {
    "un": 1, "une": 1, "one": 1, "an": 1, "a": 1, "deux": 2, "two": 2, "trois": 3, "three": 3, "quinze": 15,
    "fifteen": 15, "trente": 30, "thirty": 30, "half an": Fraction(1, 2), "une demi": Fraction(1, 2),
}  # fmt: skip
_PIECE = re.compile(rf"({_NUMBER})[\s-]*({'|'.join(words for _, words in _UNITS)})(?![a-z])(?:\s?(\d\d)(?!\s?[\d\w]))?")
_NEGATIVE = re.compile(r"(?<![\w-])-\d")
_FILLER = re.compile(
    r"\b(?:moins d[e']|en|dans les|dans l'|within|under|less than|max(?:imum)?|au plus|at most|et|and)\b"
)
_BILINGUAL = re.compile(r"\b(?:bilingue|bilingual|both|les deux|francais et anglais|english and french)\b")


def is_open(text: str) -> bool:
    """Whether a cell leaves the question open: empty, a dash, "je ne sais pas"."""
    words = plain(text)
    return not words or words in _OPEN


def understood(sheet: CaseSheet, key: str, text: str) -> CaseSheet | None:
    """The sheet with one more answer; None when the answer is not understood. An open answer changes nothing.

    key: a field of the case sheet (importers/people/questions.py lists them). Times are read in the sheet's zone.
    """
    if is_open(text):
        return sheet
    return _FIELDS[key](sheet, text.strip()[:LONGEST])


def delay(text: str) -> timedelta | None:
    """ "2 h", "15 min", "30 minutes", "1 jour", "1 h 30"; None for anything else, a range or "-5 min" included."""
    words = fold(squeeze(re.sub(r"\([^()]*\)", " ", text[:200]))).strip(" .")
    if _NEGATIVE.search(words):
        return None
    rest, total = words, timedelta()
    for found in _PIECE.finditer(words):
        number = Fraction(_WORDS.get(found[1]) or found[1].replace(",", "."))
        unit = next(length for length, names in _UNITS if re.fullmatch(names, found[2]))
        total += unit * float(number) + timedelta(minutes=int(found[3] or 0))
        rest = rest.replace(found.group(), " ", 1)
    left = _FILLER.sub(" ", rest)
    return total if total and not re.search(r"[a-z0-9]", left) else None


# --- one reader a field ------------------------------------------------------------------------------
Fill = Callable[[CaseSheet, str], "CaseSheet | None"]


def _with(sheet: CaseSheet, name: str, value: Any) -> CaseSheet:
    return replace(sheet, **{name: value})


def _with_target(sheet: CaseSheet, name: str, length: timedelta) -> CaseSheet:
    fields: dict[str, Any] = {name: length}
    return replace(sheet, targets=replace(sheet.targets, **fields))


def _as_text(name: str) -> Fill:
    return lambda sheet, text: _with(sheet, name, text)


def _as_list(name: str) -> Fill:
    return lambda sheet, text: _with(sheet, name, split_list(text))


def _as_term(name: str, vocabulary: str) -> Fill:
    def fill(sheet: CaseSheet, text: str) -> CaseSheet | None:
        key = term_named(vocabulary, text)
        return None if key is None else _with(sheet, name, key)

    return fill


def _as_target(name: str) -> Fill:
    def fill(sheet: CaseSheet, text: str) -> CaseSheet | None:
        length = delay(text)
        return None if length is None else _with_target(sheet, name, length)

    return fill


def _as_range(name: str) -> Fill:
    def fill(sheet: CaseSheet, text: str) -> CaseSheet | None:
        found = _range(sheet, text)
        return None if found is None else _with(sheet, name, found)

    return fill


def _range(sheet: CaseSheet, text: str) -> tuple[datetime, datetime] | None:
    found = read_time(text, Nearby())
    if found is None:
        return None
    when = found.when(sheet.time_zone or "UTC")
    return when.earliest, when.latest


def _zone(sheet: CaseSheet, text: str) -> CaseSheet | None:
    zone = zone_named(text)
    return None if zone is None else replace(sheet, time_zone=zone)


def _languages(sheet: CaseSheet, text: str) -> CaseSheet | None:
    if _BILINGUAL.search(fold(text)):
        return replace(sheet, languages_owed=("fr", "en"))
    keys, unknown = terms_named("language", text)
    return replace(sheet, languages_owed=keys) if keys and not unknown else None


def _accounts(sheet: CaseSheet, text: str) -> CaseSheet | None:
    found = dict.fromkeys(name for item in split_list(text) if (name := account(item)))
    return replace(sheet, accounts=tuple(found)) if found else None


def account(text: str) -> str:
    """The bare name of an account: without @, address, or the platform written beside it."""
    bare = re.sub(r"\([^()]*\)", " ", text).strip()
    address = re.search(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}/@?(?:company/|user/|c/|in/)?([^/?#\s]+)", bare)
    if address:
        return address[1].strip()
    before, colon, after = bare.partition(":")
    if colon and of_word(before.strip()):
        bare = after
    handle = re.search(r"@([\w.\-]+)", bare)
    return handle[1] if handle else bare.strip(" @\"'")


def _watched_until(sheet: CaseSheet, text: str) -> CaseSheet | None:
    """ "jusqu'au 20 octobre 2025": the end of that day."""
    found = _range(sheet, re.sub(r"(?i)^\s*(?:jusqu['’](?:au|à)|until|till|up to)\s+", "", text))
    return None if found is None else replace(sheet, watched_until=found[1])


def _what_happened(sheet: CaseSheet, text: str) -> CaseSheet:
    """The story; where it says when, and nothing else did, that too."""
    said = replace(sheet, what_happened=text)
    at_its_head, _ = leading(text, Nearby())
    return said if sheet.happened_at else replace(said, happened_at=_range(sheet, at_its_head or text))


def _targets(sheet: CaseSheet, text: str) -> CaseSheet | None:
    """Three delays in their order: notice, answer, other language; one may be left open with a dash."""
    parts = re.split(r"\s*[;,/\n]\s*(?!\d\s)", text)
    filled: CaseSheet | None = sheet
    for name, part in zip(("detect", "answer", "other_language"), parts, strict=False):
        filled = filled if filled is None or is_open(part) else _as_target(name)(filled, part)
    return filled if len(parts) <= 3 else None


def _watched(sheet: CaseSheet, text: str) -> CaseSheet:
    """Who watched; "until …" at the end says until when, where it can be read."""
    who, _, until = re.sub(r"(?i)[,;]?\s*(?:jusqu['’]au|jusqu['’]à|until|till)\s+", "\0", text, count=1).partition("\0")
    said = replace(sheet, watched_by=who.strip() or text)
    return (_watched_until(said, until) if until else None) or replace(said, watched_by=text)


_FIELDS: dict[str, Fill] = {
    "organisation": _as_text("organisation"), "kind": _as_term("kind", "org_kind"), "names": _as_list("names"),
    "accounts": _accounts, "languages_owed": _languages, "time_zone": _zone, "title": _as_text("title"),
    "what_happened": _what_happened, "happened_at": _as_range("happened_at"), "queries": _as_list("queries"),
    "declared_exit": _as_range("declared_exit"), "target_detect": _as_target("detect"),
    "target_answer": _as_target("answer"), "target_other_language": _as_target("other_language"),
    "targets": _targets, "watched_by": _as_text("watched_by"), "watched_until": _watched_until, "watched": _watched,
    "costs": _as_text("costs"), "author": _as_text("author"), "circulation": _as_text("circulation"),
    "privacy_regime": _as_term("privacy_regime", "privacy_regime"),
}  # fmt: skip
