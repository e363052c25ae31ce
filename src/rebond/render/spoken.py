"""The tree of blocks put into one language, as plain dictionaries that page templates read. Adds no word of its own."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from rebond.review.blocks import (
    AfterResponses,
    Blank,
    Block,
    Card,
    Cards,
    Cell,
    Columns,
    Curve,
    Findings,
    KeyFigure,
    KeyFigures,
    Line,
    Mark,
    Notice,
    Page,
    Review,
    Signatures,
    StateBox,
    Strip,
    Table,
    Told,
)  # fmt: skip
from rebond.sentences import N_, Moment, Rewritten, Sentence, Term, Value, Verbatim, say
from rebond.vocabulary import load
from rebond.wording.voice import Voice

Plain = dict[str, Any]
Runs = list[Plain]
Own = TypeVar("Own", str, str | Rewritten)
SQUARES = {"low": 1, "medium": 2, "high": 3}
TO_COMPLETE = N_("to be completed by %(who)s")
PROPOSAL = N_("proposal to discuss")
MOVED = N_("a figure has changed since this was written")
FOREIGN = N_("as written, in %(language)s")
ELSEWHERE = N_("corrected in %(language)s: check this sentence")
FOREIGN_WORDS = N_("Words in %(language)s are printed as people wrote them.")


def put(review: Review, voice: Voice, words: Callable[[str], str] = str) -> Plain:
    """The whole review. words: what is done to every piece of text on its way (the PDF names what its face lacks)."""
    return _Speaker(voice, words).review(review)


class _Speaker:
    """One voice, going down the tree."""

    def __init__(self, voice: Voice, words: Callable[[str], str]) -> None:
        self.voice, self.words = voice, words
        self.foreign: set[str] = set()  # languages of people's words met where the page has no place for a mark

    # --- text ---------------------------------------------------------------------------------------
    def runs(self, value: Sentence | Value) -> Runs:
        """Stretches of text: t the text, f the figure it prints, v people's own words, l their language if another."""
        said = self.voice.runs(value)
        self.foreign |= {r.lang for r in said if r.lang is not None}
        return [{"t": self.words(r.text), "f": r.figure, "v": r.verbatim, "l": r.lang} for r in said]

    def marked(self, value: Sentence | Value) -> tuple[Runs, list[str]]:
        """The same, and a mark for each other language in which people wrote."""
        met = set(self.foreign)
        runs = self.runs(value)
        self.foreign = met
        return runs, [self.text(one) for one in _foreign(runs)]

    def text(self, value: Sentence | Value) -> str:
        return self.words(self.voice.text(value))

    def line(self, line: Line) -> Plain:
        """A person's own words stand in place of the sentence, in the languages they wrote it in."""
        own = self._own(line.edited)
        runs, _ = self.marked(line.sentence if own is None else Verbatim(own) if isinstance(own, str) else own)
        rests = [run for run in self.marked(line.sentence)[0] if run["f"] is not None]
        return {
            "kind": "line", "id": line.id, "hidden": line.hidden, "edited": own is not None, "runs": runs,
            "rests": rests, "tags": [self.text(tag) for tag in self._tags(line, own is not None, runs)],
            "check": "" if own is not None else " ".join(map(self.text, self._elsewhere(line))),
        }  # fmt: skip

    def _tags(self, line: Line, is_own: bool, runs: Runs) -> Iterator[Sentence | Term]:
        """What a sentence rests on, then what a reader should know of its words."""
        if line.tag is not None:
            yield line.tag
        if line.proposal:
            yield say(PROPOSAL)
        if line.moved and is_own:
            yield say(MOVED)
        if not is_own:
            yield from _foreign(runs)
            yield from self._elsewhere(line)

    def _elsewhere(self, line: Line) -> Iterator[Sentence]:
        """What asks to check a sentence that people corrected in the other language alone."""
        for lang in sorted({written[:2] for written in line.edited} - {self.voice.lang}):
            yield say(ELSEWHERE, language=Term(vocabulary="language", key=lang))

    def _own(self, by_language: Mapping[str, Own]) -> Own | None:
        return by_language.get(self.voice.tag) or by_language.get(self.voice.lang)

    def lines(self, lines: tuple[Line | Blank, ...]) -> list[Plain]:
        return [self.cell(one) for one in lines if not (isinstance(one, Line) and one.hidden)]

    def blank(self, blank: Blank) -> Plain:
        filled = self._own(blank.filled)
        return {"kind": "blank", "id": blank.id, "text": self.text(say(TO_COMPLETE, who=blank.who)),
                "filled": None if filled is None else self.words(filled)}  # fmt: skip

    def cell(self, cell: Cell) -> Plain:
        if isinstance(cell, Line):
            return {"kind": "empty"} if cell.hidden else self.line(cell)
        if isinstance(cell, Blank):
            return self.blank(cell)
        if isinstance(cell, Term) and cell.vocabulary == "lesson_state":
            return self.state(int(str(load("lesson_state").get(cell.key).fact("rank") or 0)), cell)
        runs, tags = self.marked(cell)
        return {"kind": "text", "runs": runs, "tags": tags, "number": isinstance(cell, int)}

    def state(self, rank: int, label: Term | None) -> Plain:
        """The ladder of six: squares, their count in words, the name of the step."""
        if label is None:
            label = next((Term(vocabulary="lesson_state", key=e.key) for e in load("lesson_state")
                          if e.fact("rank") == rank), None)  # fmt: skip
        of = say(N_("%(n)s of %(of)s"), n=rank, of=6)
        return {
            "kind": "state",
            "rank": rank,
            "count": self.text(of),
            "text": "" if label is None else self.text(label),
        }

    # --- blocks -------------------------------------------------------------------------------------
    def review(self, review: Review) -> Plain:
        return {
            "lang": self.voice.lang, "tag": self.voice.tag, "region": self.voice.region,
            "organisation": self.text(review.organisation), "kind": self.text(review.kind),
            "seal": self.text(review.seal), "sealed": self.text(review.sealed),
            "drawn": self.text(Moment(review.drawn_at, "day_year")),
            "pages": [self.page(page) for page in review.pages], "limits": [self.runs(one) for one in review.limits],
            "coverage": None if review.coverage is None else self.block(review.coverage),
        }  # fmt: skip

    def page(self, page: Page) -> Plain:
        self.foreign = set()
        title, blocks = self.line(page.title), [self.block(block) for block in page.blocks]
        foot = [page.foot, *(say(FOREIGN_WORDS, language=Term(vocabulary="language", key=lang))
                             for lang in sorted(self.foreign))]  # fmt: skip
        return {"key": page.key, "kicker": self.text(page.kicker), "title": title, "blocks": blocks,
                "foot": " ".join(map(self.text, foot))}  # fmt: skip

    def block(self, block: Block) -> Plain:
        kind = type(block).__name__.lower()
        return {"block": kind, **getattr(self, f"_{kind}")(block)}

    def _statebox(self, box: StateBox) -> Plain:
        return {"label": self.text(box.label), "steps": [self.text(step) for step in box.steps], "now": box.now,
                "facts": [[self.text(name), self.runs(value)] for name, value in box.facts],
                "note": None if box.note is None else self.text(box.note)}  # fmt: skip

    def _told(self, told: Told) -> Plain:
        return {"rows": [[self.text(label), self.lines(lines)] for label, lines in told.rows]}

    def _keyfigures(self, figures: KeyFigures) -> Plain:
        return {"cells": [self.key_figure(cell) for cell in figures.cells]}

    def key_figure(self, cell: KeyFigure) -> Plain:
        squares = 0 if cell.confidence is None else SQUARES[cell.confidence]
        return {
            "figure": cell.figure, "value": self.runs(cell.value), "label": self.text(cell.label),
            "against": [self.runs(one) for one in cell.against], "withheld": cell.withheld, "squares": squares,
            "confidence": None if cell.confidence is None else self.text(
                Term(vocabulary="confidence", key=cell.confidence)),
        }  # fmt: skip

    def _notice(self, notice: Notice) -> Plain:
        return {"text": self.text(notice.sentence), "note": None if notice.note is None else self.text(notice.note)}

    def _strip(self, strip: Strip) -> Plain:
        return {"label": self.text(strip.label), "items": [[self.runs(a), self.runs(b)] for a, b in strip.items]}

    def _curve(self, curve: Curve) -> Plain:
        picture = curve.picture
        return {
            "key": picture.key, "title": self.text(picture.title), "alt": self.text(picture.alt),
            "header": [self.text(one) for one in picture.header],
            "rows": [[self.runs(value) for value in row] for row in picture.rows],
            "marks": [self.mark(mark) for mark in curve.marks],
            "note": [self.text(one) for one in curve.note],
        }  # fmt: skip

    def mark(self, mark: Mark) -> Plain:
        what, tags = self.marked(mark.what)
        return {"symbol": mark.symbol, "ours": mark.ours, "when": self.runs(mark.when), "what": what, "tags": tags}

    def _afterresponses(self, after: AfterResponses) -> Plain:
        return {
            "title": self.text(after.title), "empty": None if after.empty is None else self.text(after.empty),
            "items": [{"symbol": item.symbol, "name": self.runs(item.name), "line": self.line(item.line),
                       "verdict": None if item.verdict is None else self.text(item.verdict)}
                      for item in after.items if not item.line.hidden],
        }  # fmt: skip

    def _findings(self, found: Findings) -> Plain:
        return {"columns": [[self.text(found.left), self.lines(found.worked)],
                            [self.text(found.right), self.lines(found.less)]]}  # fmt: skip

    def _columns(self, columns: Columns) -> Plain:
        return {"title": self.text(columns.title), "lines": self.lines(columns.lines)}

    def _table(self, table: Table) -> Plain:
        return {
            "title": self.text(table.title), "header": [self.text(one) for one in table.header],
            "widths": list(table.widths) or [1.0] * len(table.header), "half": table.half,
            "rows": [self.row(table, row) for row in table.rows],
            "note": None if table.note is None else self.text(table.note),
        }  # fmt: skip

    def row(self, table: Table, row: tuple[Cell, ...]) -> list[Plain]:
        cells = []
        for n, cell in enumerate(row):
            if cell is None and any(isinstance(other, Blank) for other in row):
                cells.append({"kind": "empty"})  # a line people will fill: nothing to say there yet
            elif n == table.progress and isinstance(cell, int):
                cells.append(self.state(cell, None))
            else:
                cells.append(self.cell(cell))
        return cells

    def _cards(self, cards: Cards) -> Plain:
        return {"cards": [self.card(card) for card in cards.cards]}

    def card(self, card: Card) -> Plain:
        return {"title": self.text(card.title), "body": None if card.body is None else self.cell(card.body),
                "pairs": [[self.text(name), self.cell(cell)] for name, cell in card.pairs]}  # fmt: skip

    def _signatures(self, strip: Signatures) -> Plain:
        return {
            "next": self.text(strip.next_label), "value": self.cell(strip.next_value),
            "note": None if strip.next_note is None else self.text(strip.next_note),
            "boxes": [[self.text(name), self.blank(blank)] for name, blank in strip.boxes],
        }  # fmt: skip


def _foreign(runs: Runs) -> Iterator[Sentence]:
    """What tells a reader that people wrote in another language than the page's."""
    for lang in sorted({run["l"] for run in runs} - {None}):
        yield say(FOREIGN, language=Term(vocabulary="language", key=lang))
