"""Paragraphs, runs, content controls and tables as WordprocessingML. Everything people wrote is escaped."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

INK, MUTED, RULE, WASH = "17212B", "5B6873", "D7DDE3", "F4F6F8"
ACCENT, OURS, OUTSIDE, PALE = "0B5563", "C98A12", "6B4E9B", "CBD3DA"
TAG_LIMIT = 64  # of Word, for the tag and the title of a content control: beyond it, the file does not open

# What XML 1.0 cannot carry at all, lone halves of a pair included.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text of a paragraph, and how it is written in the file."""

    text: str
    xml: str
    figure: bool = False


def clean(text: str) -> str:
    """The text without the characters no document may hold."""
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def el(name: str, /, *inside: str, **attributes: object) -> str:
    """<w:name w:attribute="…">inside</w:name>. A trailing _ in an attribute's name is dropped; None leaves it out."""
    given = "".join(
        f" w:{key.rstrip('_')}={quoteattr(str(value))}" for key, value in attributes.items() if value is not None
    )
    return f"<w:{name}{given}>{''.join(inside)}</w:{name}>" if inside else f"<w:{name}{given}/>"


def run(text: str, style: str | None = None, lang: str | None = None) -> str:
    """A stretch of text in a character style; its line ends become line breaks. lang: where it is not the page's."""
    if not text:
        return ""
    known = (el("rStyle", val=style) if style else "", el("lang", val=lang) if lang else "")
    properties = el("rPr", *known) if any(known) else ""
    parts = [_written(part) for part in re.split(r"([\n\t])", text) if part]
    return el("r", properties, *parts)


def _written(part: str) -> str:
    if part in "\n\t":
        return el("br") if part == "\n" else el("tab")
    return f'<w:t xml:space="preserve">{escape(part)}</w:t>'


def text(words: str, style: str | None = None, lang: str | None = None) -> Piece:
    return Piece(words, run(words, style, lang))


def paragraph(style: str, pieces: Iterable[Piece], properties: str = "") -> str:
    return el("p", el("pPr", el("pStyle", val=style), properties), *(piece.xml for piece in pieces))


def control(inside: str, *, id: int, tag: str, title: str | None = None, empty: bool = False) -> str:
    """A content control around text. empty: what it holds is a place to write on, gone with the first key."""
    properties = el(
        "sdtPr",
        el("alias", val=title[:TAG_LIMIT]) if title else "",
        el("tag", val=tag[:TAG_LIMIT]),
        el("id", val=id),
        el("showingPlcHdr") if empty else "",
    )
    return el("sdt", properties, el("sdtContent", inside))


def bookmark(inside: str, *, id: int, name: str) -> str:
    return f"{el('bookmarkStart', id=id, name=name)}{inside}{el('bookmarkEnd', id=id)}"


def field(code: str, style: str | None = None) -> str:
    """A number Word keeps up to date: PAGE, NUMPAGES."""
    return f"<w:fldSimple w:instr={quoteattr(f' {code} ')}>{run('1', style)}</w:fldSimple>"


# --- tables ----------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """What a cell holds. borders: of `edge`; above, below: space inside, in twentieths of a point; wash: tinted."""

    blocks: str = ""
    borders: str = ""
    above: int = 0
    below: int = 0
    aside: int = 0
    wash: bool = False

    def cell(self, width: int) -> str:
        """A cell always ends with a paragraph."""
        blocks = self.blocks if self.blocks.endswith("</w:p>") else self.blocks + paragraph("Spacer", ())
        margins = {"top": self.above, "left": self.aside, "bottom": self.below, "right": self.aside}
        return el(
            "tc",
            el(
                "tcPr",
                el("tcW", w=width, type="dxa"),
                el("tcBorders", self.borders) if self.borders else "",
                el("shd", val="clear", color="auto", fill=WASH) if self.wash else "",
                el("tcMar", *(el(side, w=space, type="dxa") for side, space in margins.items() if space))
                if any(margins.values())
                else "",
            ),
            blocks,
        )


def edge(side: str, points: float, colour: str, space: int = 0) -> str:
    """One border. Word counts in eighths of a point."""
    return el(side, val="single", sz=round(points * 8), space=space, color=colour)


def row(cells: Iterable[str], *, header: bool = False) -> str:
    """A row that is never cut by a page end. header: repeated on each page, and read as a header."""
    return el("tr", el("trPr", el("cantSplit"), el("tblHeader") if header else ""), *cells)


def table(widths: Sequence[int], rows: Iterable[str], *, style: str, title: str = "", header: bool = False) -> str:
    """A table of fixed columns (twentieths of a point). title: what a screen reader calls it."""
    look = {"val": "0420" if header else "0400", "firstRow": int(header), "lastRow": 0, "firstColumn": 0}
    properties = el(
        "tblPr",
        el("tblStyle", val=style),
        el("tblW", w=sum(widths), type="dxa"),
        el("tblLayout", type="fixed"),
        el("tblLook", **look, lastColumn=0, noHBand=0, noVBand=1),
        el("tblCaption", val=title) if title else "",
    )
    return el("tbl", properties, el("tblGrid", *(el("gridCol", w=width) for width in widths)), *rows)


def grid(widths: Sequence[int], rows: Iterable[Sequence[Box]], gutter: int) -> str:
    """Blocks side by side, with no line between them. widths: of the columns, the gutters not counted."""
    spread = [width for n, width in enumerate(widths) for width in ((gutter, width) if n else (width,))]
    drawn = []
    for boxes in rows:
        filled = [*boxes, *(Box() for _ in range(len(widths) - len(boxes)))]
        spread_boxes = [one for n, box in enumerate(filled) for one in ((Box(wash=box.wash), box) if n else (box,))]
        drawn.append(row(box.cell(width) for box, width in zip(spread_boxes, spread, strict=True)))
    return table(spread, drawn, style="ReviewLayout")


def columns(total: int, shares: Sequence[float], gutter: int = 0) -> list[int]:
    """Widths in proportion, once room is made for the gutters between them."""
    room = total - gutter * (len(shares) - 1)
    widths = [int(room * share / sum(shares)) for share in shares]
    return [*widths[:-1], room - sum(widths[:-1])]
