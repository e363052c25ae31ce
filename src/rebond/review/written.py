"""The record of a document as it was written: what a later reading compares with."""

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from rebond.review.edits import Printed, Words, words_from_plain, words_to_plain

DONE, TO_DO = "●", "○"  # before a step of the state box
MARK = "_rb"  # what the name of every bookmark of ours starts with; a leading underscore hides it in Word
Kind = Literal["line", "blank", "label", "step", "fixed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One paragraph as it was written.

    kind: "line" with its sentence in `words`; "blank" a rule with what was on it; "label" who completes that blank;
    "step" one step of the state box; "fixed" anything else. tags: what stands after the sentence, each after a tab.
    rested: the figures that the computed sentence printed, whatever people made of it. check: the tag that asks to
    check a sentence corrected in the other language; "" when there is none.
    """

    kind: Kind
    id: str = ""
    words: Words = ()
    tags: str = ""
    rested: tuple[Printed, ...] = ()
    check: str = ""

    @property
    def text(self) -> str:
        return plain(self.words)

    @property
    def whole(self) -> str:
        return f"{self.text} {self.tags}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A document as we wrote it: its language, its paragraphs in order, the SHA-256 of its pictures.

    figures: (Figure.id, text) of the figures it printed, which is what somebody who approves it has read.
    """

    lang: str
    tag: str
    items: tuple[Item, ...]
    pictures: tuple[str, ...] = ()
    figures: tuple[tuple[str, str], ...] = ()

    def to_plain(self) -> dict[str, Any]:
        items = [[i.kind, i.id, words_to_plain(i.words), i.tags, words_to_plain(i.rested), i.check] for i in self.items]
        return {"version": 1, "lang": self.lang, "tag": self.tag, "pictures": list(self.pictures),
                "figures": [list(one) for one in self.figures], "items": items}  # fmt: skip

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> "Written":
        items = tuple(
            Item(kind=kind, id=id, words=words_from_plain(words), tags=tags,
                 rested=tuple(p for p in words_from_plain(rested) if isinstance(p, Printed)), check="".join(check))
            for kind, id, words, tags, rested, *check in plain["items"]  # documents of before have no check
        )  # fmt: skip
        figures = tuple((id, text) for id, text in plain.get("figures", ()))
        return cls(
            lang=plain["lang"], tag=plain["tag"], items=items, pictures=tuple(plain["pictures"]), figures=figures
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One paragraph as it is read, or the part of it that follows a mark. A figure's id is the key it carries."""

    mark: str | None
    words: Words


def mark_of(kind: str, id: str) -> str:
    """The bookmark of a paragraph or a figure. 40 characters is Word's limit."""
    return f"{MARK}{kind[:2]}_{hashlib.sha256(id.encode()).hexdigest()[:24]}"


def figure_key(line: str, n: int) -> str:
    """What the n-th figure of a paragraph is bookmarked with."""
    return mark_of("figure", f"{line}/{n}")


def plain(words: Words) -> str:
    return "".join(part if isinstance(part, str) else part.text for part in words)


def same(text: str) -> str:
    """Text without what editors change by themselves: kinds of spaces and quotes, hyphens, ellipses, case kept."""
    text = unicodedata.normalize("NFC", text).translate(_ALIKE).replace("…", "...")
    return re.sub(r"\s+", " ", text).strip()


_ALIKE = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "‑": "-", "\u00ad": None, "\ufeff": None,
                        "\u200b": None, "\u2060": None, "\u200e": None, "\u200f": None})  # fmt: skip
