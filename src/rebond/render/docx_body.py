"""Paragraphs of the Word document, and beside each the record of what was written in it.

A figure is a content control that carries its Figure.id, inside a bookmark; a sentence is a bookmark around its text,
and stands alone in its paragraph. Word keeps both, LibreOffice the bookmarks, Google Docs neither (decision 0041).
"""

from collections.abc import Iterable, Mapping

from rebond.render.docx_parts import Piece, bookmark, control, paragraph, run, text
from rebond.render.renderer import Pictures
from rebond.render.spoken import Plain, Runs
from rebond.review.edits import Printed, Words
from rebond.review.written import DONE, TO_DO, Item, figure_key, mark_of

SHORT = 24
PLACE = "\u2003" * 4  # what stands in a blank until somebody writes there


class Body:
    """Draws paragraphs in the order in which they are read. items: those drawn so far."""

    def __init__(self, pictures: Pictures, titles: Mapping[str, str]) -> None:
        """titles: Figure.id → what it measures, in the reader's language."""
        self.pictures, self.titles = pictures, titles
        self.items: list[Item] = []
        self._ids = 0

    def fixed(self, style: str, *pieces: Piece | str, properties: str = "") -> str:
        """A paragraph that holds no sentence to correct."""
        drawn = [text(piece) if isinstance(piece, str) else piece for piece in pieces]
        self.items.append(Item(kind="fixed", words=("".join(piece.text for piece in drawn),)))
        return paragraph(style, drawn, properties)

    def line(self, style: str, line: Plain) -> str:
        """A sentence, then its tags."""
        key, tags = line["id"], line["tags"]
        said = "".join(piece.xml for piece in self.said(line["runs"], key))
        sentence = bookmark(said, id=self.number(), name=mark_of("line", key))
        rested = tuple(Printed(stretch["f"], stretch["t"]) for stretch in line["rests"])
        self.items.append(
            Item(
                kind="line",
                id=key,
                words=_words(line["runs"]),
                tags="\t".join(tags),
                rested=rested,
                check=line["check"],
            )
        )
        return paragraph(style, [Piece("", sentence), *chips(tags)])

    def step(self, n: int, step: str, on: bool) -> str:
        """A step of the state box: people move the mark."""
        words = f"{DONE if on else TO_DO} {step}"
        key = f"state.{n}"
        self.items.append(Item(kind="step", id=key, words=(words,)))
        said = run(words, "Strong" if on else "Muted")
        return paragraph("State", [Piece(words, bookmark(said, id=self.number(), name=mark_of("step", key)))])

    def blank(self, blank: Plain, title: str | None = None) -> str:
        """A rule to write on, and under it who fills it. title: what Word calls the place."""
        key, filled = blank["id"], blank["filled"] or ""
        place = control(
            run(filled or PLACE), id=self.number(), tag="blank", title=title or blank["text"], empty=not filled
        )
        rule = bookmark(place, id=self.number(), name=mark_of("blank", key))
        by = bookmark(run(blank["text"]), id=self.number(), name=mark_of("label", key))
        self.items.append(Item(kind="blank", id=key, words=(filled,) if filled else ()))
        self.items.append(Item(kind="label", id=key, words=(blank["text"],)))
        return paragraph("Rule", [Piece(filled, rule)]) + paragraph("RuleBy", [Piece(blank["text"], by)])

    def cell(self, content: Plain, style: str) -> str:
        """What a cell of the tree holds, as paragraphs."""
        if content["kind"] == "line":
            return self.line(style, content)
        if content["kind"] == "blank":
            return self.blank(content)
        if content["kind"] == "state":
            count = text(f" {content['count']}\n", "Squares")
            return self.fixed(style, *squares(content["rank"], 6), count, content["text"])
        if content["kind"] == "text":
            return self.fixed(style, *self.said(content["runs"]), *chips(content["tags"]))
        return paragraph(style, ())

    def said(self, runs: Runs, key: str = "", style: str | None = None) -> list[Piece]:
        """Stretches of text, figures as content controls. key: of the sentence they belong to."""
        pieces: list[Piece] = []
        for stretch in runs:
            n = sum(piece.figure for piece in pieces)
            drawn = text(stretch["t"], style, stretch["l"])
            if stretch["f"] is not None:
                drawn = self._figure(stretch["f"], drawn, figure_key(key, n) if key else None)
            pieces.append(drawn)
        return pieces

    def _figure(self, id: str, shown: Piece, name: str | None) -> Piece:
        inside = control(shown.xml, id=self.number(), tag=id, title=self.titles.get(id))
        return Piece(shown.text, bookmark(inside, id=self.number(), name=name) if name else inside, figure=True)

    def number(self) -> int:
        """The next number of an object: no two share one."""
        self._ids += 1
        return self._ids


def chips(tags: Iterable[str]) -> list[Piece]:
    """What follows words: what they rest on, or in which language people wrote them."""
    return [piece for tag in tags for piece in (text("  "), text(f"\u00a0{_whole(tag)}\u00a0", "Tag"))]


def _whole(tag: str) -> str:
    """A short tag is not cut by the end of a line."""
    return tag.replace(" ", "\u00a0") if len(tag) <= SHORT else tag


def _words(runs: Runs) -> Words:
    return tuple(stretch["t"] if stretch["f"] is None else Printed(stretch["f"], stretch["t"]) for stretch in runs)


def squares(n: int, of: int) -> tuple[Piece, Piece]:
    """A ladder: n steps of `of`. One sign in two shades, since faces draw the open square at another size."""
    return text("■" * n, "Squares"), text("■" * (of - n), "SquaresLeft")
