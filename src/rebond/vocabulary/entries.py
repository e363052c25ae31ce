"""Reading a vocabulary file: entries in file order, labels in both languages, and what else the file says."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

Fact = str | bool | int | tuple[str, ...]
_OWN = ("key", "fr", "en", "fr_def", "en_def")


class UnknownTerm(ValueError):
    """A key, or a vocabulary, that does not exist. The message lists those that do."""

    def __init__(self, what: str, asked: str, known: tuple[str, ...]) -> None:
        super().__init__(f"{what} has no {asked!r}; it has: {', '.join(known)}")
        self.asked, self.known = asked, known


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One word: its key, its labels, its definitions where there are any.

    facts: the other columns of the file (default cluster, posture, cues …), by name; absent means not stated.
    """

    key: str
    fr: str
    en: str
    fr_def: str | None = None
    en_def: str | None = None
    facts: tuple[tuple[str, Fact], ...] = ()

    def label(self, lang: str) -> str:
        """lang: fr or en."""
        return {"fr": self.fr, "en": self.en}[lang]

    def definition(self, lang: str) -> str | None:
        """What it means, in one sentence; None when the label says it all."""
        return {"fr": self.fr_def, "en": self.en_def}[lang]

    def fact(self, name: str) -> Fact | None:
        return dict(self.facts).get(name)

    def text(self, name: str) -> str:
        """A fact that is a text; empty when the file states none."""
        found = self.fact(name)
        return found if isinstance(found, str) else ""

    def texts(self, name: str) -> tuple[str, ...]:
        """A fact that is a list; empty when the file states none."""
        found = self.fact(name)
        return found if isinstance(found, tuple) else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The entries of one file, in its order.

    is_open: data may bring keys that the file does not list (a platform, a language); such a key is its own label.
    """

    name: str
    terms: tuple[Entry, ...]
    is_open: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(term.key for term in self.terms)

    def get(self, key: str) -> Entry:
        """The entry of a key. Raises UnknownTerm."""
        found = _by_key(self.name).get(key)
        if found is None:
            raise UnknownTerm(f"vocabulary {self.name!r}", key, self.keys)
        return found

    def label(self, key: str, lang: str) -> str:
        """What people read for a key. Raises UnknownTerm, except in an open vocabulary."""
        if self.is_open and key not in self:
            return key
        return self.get(key).label(lang)

    def __contains__(self, key: object) -> bool:
        return key in _by_key(self.name)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.terms)

    def __len__(self) -> int:
        return len(self.terms)


@cache
def load(name: str) -> Vocabulary:
    """The vocabulary `name` (its file is <name>.toml). Raises UnknownTerm."""
    if name not in names():
        raise UnknownTerm("the vocabulary", name, names())
    content = tomllib.loads((resources.files(__package__) / f"{name}.toml").read_text("utf-8"))
    terms = tuple(_entry(row) for row in content["term"])
    return Vocabulary(name=name, terms=terms, is_open=content.get("open", False))


@cache
def names() -> tuple[str, ...]:
    """Every vocabulary there is, in alphabetical order."""
    files = (file.name for file in resources.files(__package__).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in files if name.endswith(".toml")))


@cache
def _by_key(name: str) -> Mapping[str, Entry]:
    return {term.key: term for term in load(name).terms}


def _entry(row: dict[str, Any]) -> Entry:
    facts = tuple((name, tuple(v) if isinstance(v, list) else v) for name, v in row.items() if name not in _OWN)
    return Entry(**{name: row[name] for name in _OWN if name in row}, facts=facts)
