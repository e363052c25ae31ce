"""A workbook people fill: one look, both languages side by side, every cell a text, equal bytes for equal content."""

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from rebond.sentences import Sentence, Term, Value
from rebond.vocabulary import load
from rebond.wording.voice import Voice

INK, MUTED, RULE, WASH, ACCENT, BORDER = "#17212B", "#5B6873", "#D7DDE3", "#F4F6F8", "#0B5563", "#74818C"
LISTS = "listes_lists"
MADE = datetime(2026, 1, 1)  # a workbook has no clock: equal content, equal bytes
FRENCH, ENGLISH = Voice.of("fr"), Voice.of("en")
# Without these, a text that starts with = would be a formula, and an address a link.
PLAINLY = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def both(value: str | Sentence | Value, between: str = "\n") -> str:
    """A catalogue text, a sentence or a value, in French then in English; once when they read alike."""
    french, english = (voice.say(value) if isinstance(value, str) else voice.text(value) for voice in (FRENCH, ENGLISH))
    return french if french == english else f"{french}{between}{english}"


def label(vocabulary: str, key: str) -> str:
    """ "Publique / Public": what a drop-down offers for a key."""
    return both(Term(vocabulary=vocabulary, key=key), " / ")


def labels(vocabulary: str, leave_out: Iterable[str] = ()) -> tuple[str, ...]:
    """Every key of a vocabulary as a drop-down offers it."""
    hidden = frozenset(leave_out)
    return tuple(label(vocabulary, key) for key in load(vocabulary).keys if key not in hidden)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column. title: catalogue text. choices: name of a list of the book. hint: catalogue text, shown on entry.

    named: header to write instead of the title in both languages.
    """

    field: str
    title: str
    width: float
    choices: str | None = None
    hint: str | None = None
    hidden: bool = False
    named: str | None = None


@dataclass(slots=True)
class Book:
    """A workbook being written. lists: what its drop-downs offer, by name, kept on a hidden sheet."""

    title: str
    lists: Mapping[str, Sequence[str]] = field(default_factory=dict)
    _bytes: io.BytesIO = field(default_factory=io.BytesIO)
    _book: xlsxwriter.Workbook = field(init=False)
    _styles: dict[str, Format] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._book = xlsxwriter.Workbook(self._bytes, PLAINLY)
        self._book.set_properties({"title": self.title, "author": "Rebond", "created": MADE})
        self._book.set_size(2400, 1400)

    def style(self, name: str) -> Format:
        """One of the looks below; each is made once."""
        if name not in self._styles:
            look = {"font_name": "Calibri", "font_size": 11, "font_color": INK, "valign": "vcenter", "text_wrap": True}
            self._styles[name] = self._book.add_format(look | LOOKS[name])
        return self._styles[name]

    def sheet(
        self, name: str, columns: Sequence[Column], about: Sequence[str | Sentence], *, pages: int = 0
    ) -> "Sheet":
        """A sheet with its title, its explanation in both languages and its header, ready for rows.

        about: catalogue texts, title first. pages: most pages on paper, 0 for as many as it takes.
        """
        page = self._book.add_worksheet(name)
        page.set_tab_color(ACCENT)
        page.hide_gridlines(2)
        page.set_landscape()
        page.center_horizontally()
        page.set_paper(1)
        page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
        page.fit_to_pages(1, pages)
        page.set_footer(f"&L&8&K5B6873{self.title}&R&8&K5B6873&P / &N")
        return Sheet(self, page, columns).headed(about)

    def close(self) -> bytes:
        """The bytes of the workbook."""
        hidden = self._book.add_worksheet(LISTS)
        hidden.hide()
        for at, choices in enumerate(self.lists.values()):
            hidden.write_column(0, at, choices)
        self._book.close()
        return self._bytes.getvalue()

    def range_of(self, name: str) -> str:
        at = list(self.lists).index(name)
        letter = chr(65 + at)
        return f"={LISTS}!${letter}$1:${letter}${len(self.lists[name])}"


@dataclass(slots=True)
class Sheet:
    """One sheet being written, from top to bottom. row: the next row, from 0."""

    book: Book
    page: Worksheet
    columns: Sequence[Column]
    row: int = 0

    def headed(self, about: Sequence[str | Sentence]) -> "Sheet":
        """about: catalogue texts, title first; then the header of the columns, which stays in sight."""
        first = next(at for at, column in enumerate(self.columns) if not column.hidden)
        for n, text in enumerate(about):
            style = "title" if n == 0 else "about"
            for line in (both(text, "  ·  "),) if n == 0 else both(text).split("\n"):
                self.page.write_string(self.row, first, line, self.book.style(style))
                self.page.set_row(self.row, 30 if n == 0 else 16)
                self.row += 1
        self.page.set_row(self.row, 8)
        self.row += 1
        for at, column in enumerate(self.columns):
            self.page.set_column(at, at, column.width, None, {"hidden": column.hidden})
            self.page.write_string(self.row, at, column.named or both(column.title), self.book.style("header"))
        self.page.set_row(self.row, 36)
        self.row += 1
        self.page.freeze_panes(self.row, 0)
        self.page.repeat_rows(self.row - 1)
        return self

    def band(self, text: str) -> None:
        """A line that names what follows."""
        first = next(at for at, column in enumerate(self.columns) if not column.hidden)
        self.page.merge_range(self.row, first, self.row, len(self.columns) - 1, "", self.book.style("band"))
        self.page.write_string(self.row, first, both(text, "  ·  "), self.book.style("band"))
        self.page.set_row(self.row, 22)
        self.row += 1

    def write(self, cells: Sequence[str], style: str | Sequence[str] = "cell", height: float | None = None) -> None:
        """One row of texts, in the order of the columns. style: one look, or one a column."""
        looks = [style] * len(cells) if isinstance(style, str) else style
        for at, (cell, look) in enumerate(zip(cells, looks, strict=True)):
            self.page.write_string(self.row, at, cell, self.book.style(look))
        if height:
            self.page.set_row(self.row, height)
        self.row += 1

    def blank(self, rows: int, height: float = 20) -> None:
        """Empty rows to fill, with their drop-downs and hints. These propose: any other word can be typed."""
        self.offer(rows)
        for row in range(self.row, self.row + rows):
            self.page.set_row(row, height)
            for at, column in enumerate(self.columns):
                if not column.hidden:
                    self.page.write_blank(row, at, None, self.book.style("cell"))
        self.row += rows

    def offer(self, rows: int = 1) -> None:
        """Drop-downs and hints for the next rows, which are about to be written."""
        for at, column in enumerate(self.columns):
            if column.choices or column.hint:
                self.page.data_validation(self.row, at, self.row + rows - 1, at, self._offer(column))

    def offer_here(self, at: int, choices: str) -> None:
        """A drop-down in one cell of the next row."""
        column = Column(field="", title="", width=0, choices=choices)
        self.page.data_validation(self.row, at, self.row, at, self._offer(column))

    def _offer(self, column: Column) -> dict[str, Any]:
        offer: dict[str, Any] = {"validate": "any"}
        if column.choices:
            offer = {"validate": "list", "source": self.book.range_of(column.choices), "error_type": "information",
                     "show_error": False}  # fmt: skip
        if column.hint:
            offer |= {"input_title": both(column.title, " · ")[:32], "input_message": both(column.hint)[:255]}
        return offer


_BOX = {"border": 1, "border_color": RULE, "num_format": "@", "quote_prefix": True, "indent": 1}
LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 18, "font_color": ACCENT, "text_wrap": False},
    "about": {"font_color": MUTED, "text_wrap": False},
    "header": {"bold": True, "font_color": "#FFFFFF", "bg_color": ACCENT, "border": 1, "border_color": ACCENT,
               "indent": 1},
    "band": {"bold": True, "font_color": ACCENT, "bottom": 2, "bottom_color": ACCENT, "text_wrap": False},
    "cell": _BOX,
    "mark": {"font_color": RULE, "font_size": 8, "text_wrap": False},
    "question": {"bottom": 1, "bottom_color": RULE, "indent": 1},
    "answer": _BOX | {"border_color": BORDER},
    "hint": {"font_color": MUTED, "italic": True, "font_size": 10, "bottom": 1, "bottom_color": RULE, "indent": 1},
    "example": _BOX | {"font_color": MUTED, "italic": True, "bg_color": WASH, "font_size": 10},
    "known": _BOX | {"font_color": MUTED, "bg_color": WASH},
    "own": _BOX | {"bg_color": "#FFF4DC"},
    "peak": _BOX | {"bg_color": "#FBE3DC"},
    "silence": _BOX | {"bg_color": "#E8EEF2"},
}  # fmt: skip
