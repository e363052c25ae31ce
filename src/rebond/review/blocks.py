"""The review as one tree of blocks. Five renderers read it; none adds a figure or a word of its own.

Every `Line` has an id that is the same from run to run and in both languages: that is what
keeps a person's correction attached to its sentence.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from rebond.evidence.figures import Figure
from rebond.sentences import Rewritten, Sentence, Term, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence people may keep, correct, replace or hide.

    id: e.g. "p1.fact", "p1.worked.first-answer". tag: what it rests on (evidence_strength), outlined after it.
    proposal: marked "proposal to discuss". edited: a person's own words per language, replacing `sentence`
    where present; `moved` then lists figures whose value changed since they wrote.
    """

    id: str
    sentence: Sentence
    tag: Term | None = None
    proposal: bool = False
    edited: Mapping[str, str | Rewritten] = field(default_factory=dict)
    hidden: bool = False
    moved: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """A rule to write on, and who fills it: "to be completed by …".

    id: given by its place in the review (`edits.named`). filled: what people wrote on it, per language.
    """

    who: Sentence
    id: str = ""
    filled: Mapping[str, str] = field(default_factory=dict)


Cell = Line | Blank | Value


@dataclass(frozen=True, slots=True, kw_only=True)
class StateBox:
    """State of the review (steps, index of the current one) and what it is founded on. note: why it is not further."""

    label: Sentence
    steps: tuple[Sentence, ...]
    now: int
    facts: tuple[tuple[Sentence, Value], ...]
    note: Sentence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The three sentences: a short label on the left, one or more lines on the right."""

    rows: tuple[tuple[Sentence, tuple[Line, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFigure:
    """One of the six. value is what is printed large; small says it when no figure can be given."""

    figure: str | None  # Figure.id; None when nothing could be measured
    value: Value
    label: Sentence
    against: tuple[Sentence, ...] = ()  # one or two short lines: the comparison
    confidence: Literal["high", "medium", "low"] | None = None
    withheld: bool = False  # words instead of a number: printed smaller, muted


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFigures:
    cells: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What stands where figures would, and is printed as large as they are. note: a line under it."""

    sentence: Sentence
    note: Sentence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """One line of label–value pairs between two hairlines (outside social media)."""

    label: Sentence
    items: tuple[tuple[Sentence | Value, Value], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One picture: message as title, alternative text, the data behind, a Vega-Lite specification.

    spec: plain dictionary; any text in it may be a Sentence or another Value, which the renderer puts into
    the reader's language (`Voice`). Times are ISO strings already in the organisation's zone, scales "utc".
    table: header and rows of the data behind the picture, for the HTML and the annex.
    narrow: the same picture for the width of a phone, where it needs another layout.
    """

    key: str  # F1 …: vocabulary picture
    title: Sentence
    alt: Sentence
    header: tuple[Sentence, ...]
    rows: tuple[tuple[Value, ...], ...]
    spec: Mapping[str, Any]
    narrow: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One entry of the list under the curve: the digit or letter in the curve, when, what."""

    symbol: str  # "1" … ours, "A" … outside events
    ours: bool
    when: Value
    what: Sentence | Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    picture: Picture
    marks: tuple[Mark, ...]
    note: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """What followed one response: its mark, its name, what is measured, and one line of verdict."""

    symbol: str
    name: Sentence | Value
    line: Line
    verdict: Sentence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterResponses:
    title: Sentence
    items: tuple[Followed, ...]
    empty: Sentence | None = None  # said when there is none to comment


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """Two columns: worked | worked less well."""

    left: Sentence
    right: Sentence
    worked: tuple[Line | Blank, ...]
    less: tuple[Line | Blank, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """A title and up to three short lines side by side (what we do not know)."""

    title: Sentence
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of page two. widths: relative widths of the columns; note: small print under it.

    progress: index of a column whose cells are integers 0-6 drawn as a ladder of six squares.
    """

    title: Sentence
    header: tuple[Sentence, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...] = ()
    note: Sentence | None = None
    half: bool = False  # may stand beside the next half-width table
    progress: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    title: Sentence
    body: Line | Blank | None
    pairs: tuple[tuple[Sentence, Cell], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards:
    """Up to three cards a row."""

    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatures:
    """The strip pushed to the foot of page two: next date, and boxes to sign."""

    next_label: Sentence
    next_value: Cell
    next_note: Sentence | None
    boxes: tuple[tuple[Sentence, Blank], ...]


Block = (
    StateBox | Told | KeyFigures | Notice | Strip | Curve | AfterResponses | Findings | Columns | Table | Cards
    | Signatures
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    key: str  # "happened", "decide"
    kicker: Sentence  # "What happened"
    title: Line
    blocks: tuple[Block, ...]
    foot: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Two pages, the figures they print, and what a renderer needs to date and seal them.

    drawn_at: the analysis time, an argument of the walk, never a clock.
    """

    organisation: Value
    kind: Sentence  # "After-crisis review, computed draft"
    seal: Sentence  # "Shareable version"
    sealed: Sentence  # what that means, in a few words
    zone: str  # IANA zone in which times are printed
    drawn_at: datetime
    pages: tuple[Page, ...]
    figures: tuple[Figure, ...]
    limits: tuple[Sentence, ...] = ()  # how this was done, and what it cannot say: HTML and DOCX, after the pages
    coverage: Table | None = None  # what was observed, with the limits

    def figure(self, id: str) -> Figure:
        """The figure with this id. Raises KeyError: a page may only print figures it has."""
        for figure in self.figures:
            if figure.id == id:
                return figure
        raise KeyError(id)
