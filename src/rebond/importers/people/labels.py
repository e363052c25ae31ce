"""From the words of a cell to a key of a vocabulary: by key, by label in either language, by part of a label."""

import re
from collections import Counter
from functools import cache

from rebond.importers.people.folding import plain
from rebond.vocabulary import load

_SIDES = re.compile(r"\s*[/|\n·;]\s*|\s+[-–—]\s+")
_PARTS = re.compile(r",\s*|\s+ou\s+|\s+or\s+|[()]")


def term_named(vocabulary: str, text: str) -> str | None:
    """The key a cell names, whole or by one of its sides ("Excuses / Apology"); None when it names none, or two."""
    index = _index(vocabulary)
    whole = index.get(plain(text))
    if whole is not None:
        return whole
    found = {key for side in _SIDES.split(text) if (key := index.get(plain(side)))}
    return found.pop() if len(found) == 1 else None


def terms_named(vocabulary: str, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Keys of a list of words ("fr, anglais"), in order and once each, and the words that name none."""
    keys: dict[str, None] = {}
    unknown = []
    for part in split_list(re.sub(r"\s+(?:et|and|puis|then)\s+|[+&/|·]|\s-\s", ",", text)):
        key = _index(vocabulary).get(plain(part))
        if key is None:
            unknown.append(part)
        else:
            keys.setdefault(key)
    return tuple(keys), tuple(unknown)


def split_list(text: str) -> tuple[str, ...]:
    """Items of a list as people write it: one a line, else separated by semicolons, else by commas."""
    separator = next((mark for mark in "\n;," if mark in text), ",")
    items = (re.sub(r"^[\s•*-]+|\s+$", "", item) for item in text.split(separator))
    return tuple(dict.fromkeys(item for item in items if item))


@cache
def _index(vocabulary: str) -> dict[str, str]:
    """Folded words → key. Full labels win over parts of labels; a part that two labels share names nothing."""
    terms = load(vocabulary).terms
    index: dict[str, str] = {}
    for term in terms:
        for word in (term.key, term.fr, term.en):
            index.setdefault(plain(word), term.key)
    parts = [(plain(p), t.key) for t in terms for label in (t.fr, t.en) for p in _PARTS.split(label) if plain(p)]
    owners = Counter(word for word, _ in set(parts))
    for word, key in parts:
        if owners[word] == 1:
            index.setdefault(word, key)
    return index
