"""What the core says without speaking a language.

Pure rooms never build prose. They hand out `Sentence`s: an English text that is also the
key of the catalogue, and typed values. A `Voice` (rebond.wording.voice) turns the same
sentence into French or English, so both pages carry the same figures by construction.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Literal


def N_(text: str) -> str:
    """Mark `text` for the catalogues without translating it here (gettext's usual N_)."""
    return text


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word of the vocabulary, printed with its label in the reader's language."""

    vocabulary: str  # file of rebond/vocabulary, e.g. "action_kind"
    key: str


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Words that belong to somebody (a name, a title people typed): printed as they are.

    otherwise: what stands in their place on a page of another language than theirs; None: they stand there too.
    is_name: of an organisation or a file, which belongs to every language.
    """

    text: str
    otherwise: "Value | None" = None
    is_name: bool = False


@dataclass(frozen=True, slots=True)
class InWords:
    """A count inside a sentence: in words up to nine, in figures beyond. One has a sentence of its own."""

    n: int


@dataclass(frozen=True, slots=True)
class Share:
    """A proportion, 0 to 1, printed as a percentage."""

    value: float
    digits: int = 0


@dataclass(frozen=True, slots=True)
class Number:
    """A number that is not a count, with its decimals."""

    value: float
    digits: int = 1


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant (UTC), printed in the organisation's zone.

    form: "day" 14 October; "short" 14 Oct; "day_year" 14 October 2025; "time" 17:00; "day_time" 14 Oct, 17:00
    (tables, lists); "full" 14 October at 17:00 (running text), "full_year" with its year; "weekday" Tuesday 14 October.
    """

    at: datetime
    form: Literal["day", "short", "day_year", "time", "day_time", "full", "full_year", "weekday"] = "day_time"


@dataclass(frozen=True, slots=True)
class Between:
    """A range: what is known lies from `low` to `high`, both included. Either end may be open (None)."""

    low: "Value | None"
    high: "Value | None"


@dataclass(frozen=True, slots=True)
class AtLeast:
    """A censored value: "≥ x, not yet observed"."""

    value: "Value"


@dataclass(frozen=True, slots=True)
class Listing:
    """Several values, joined as the language joins a list ("a, b and c")."""

    items: tuple["Value", ...]


@dataclass(frozen=True, slots=True)
class Token:
    """A value that is a printed figure: renderers keep the link to its evidence.

    figure: `Figure.id` (rebond.evidence.figures).
    """

    figure: str
    value: "Value"


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A sentence as somebody rewrote it: their words as they are, around the figures they kept in it."""

    parts: tuple["Verbatim | Token", ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One whole sentence: catalogue key, typed values, and the count that decides its plural.

    text: English, places as %(name)s. plural: English plural form, only with n.
    """

    text: str
    values: tuple[tuple[str, "Value"], ...] = ()
    plural: str | None = None
    n: int | None = None

    def value(self, name: str) -> "Value":
        """The value in place `name`. Raises KeyError for a place the sentence does not have."""
        return dict(self.values)[name]


# int is a count; timedelta a duration; date a day; None prints "not provided".
Value = (
    int | str | date | datetime | timedelta | None
    | Term | Verbatim | InWords | Share | Number | Moment | Between | AtLeast | Listing | Token | Rewritten | Sentence
)  # fmt: skip


def say(text: str, /, **values: Any) -> Sentence:
    """A sentence with its values, in a fixed order (equal inputs: equal sentences)."""
    return Sentence(text=text, values=_ordered(values))


def say_count(singular: str, plural: str, n: int, /, **values: Any) -> Sentence:
    """A sentence that depends on a count; `n` is also available as the place %(n)s."""
    return Sentence(text=singular, plural=plural, n=n, values=_ordered({"n": n, **values}))


def _ordered(values: Mapping[str, Any]) -> tuple[tuple[str, Any], ...]:
    return tuple(sorted(values.items()))
