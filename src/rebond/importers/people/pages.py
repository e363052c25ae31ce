"""The files people keep: a workbook as pages of text cells, a text as lines. Small files, read whole.

Merged cells give their value to every row they cover, as people read them. Row numbers are those the spreadsheet
shows; line numbers are physical lines.
"""

import codecs
import csv
import io
import re
import zipfile
from dataclasses import dataclass

import fastexcel

from rebond.errors import FileProtected, RebondError
from rebond.importers.opening import UNREADABLE, open_workbook
from rebond.sentences import Verbatim

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
NOT_TEXT = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"\x1f\x8b", b"{\\rtf")
MOST_CELLS = 12_000_000  # a sheet of ten columns may be used to its last row
MOST = 40_000_000  # bytes of one sheet's XML beyond which merges are not looked for
DELIMITERS = ";\t,|"
csv.field_size_limit(4_000_001)


@dataclass(frozen=True, slots=True)
class Row:
    """One row. filled: columns whose value comes from a merged cell above."""

    line: int
    cells: tuple[str, ...]
    filled: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet of a workbook, or a whole text table. first_column: 0 when cells start in column A."""

    name: str
    rows: tuple[Row, ...]
    first_column: int = 0

    def cell(self, line: int, column: int) -> str:
        """The name a spreadsheet gives a cell: B7."""
        return f"{letters(column + self.first_column)}{line}"


def letters(column: int) -> str:
    """0 → A, 26 → AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def is_workbook(data: bytes) -> bool:
    return data.startswith((ZIP, OLE))


def read_workbook(name: str, data: bytes, unreadable: type[RebondError]) -> tuple[Page, ...]:
    """Visible sheets in order. Raises FileProtected, SheetTooLarge, UnpacksTooFar, or `unreadable`."""
    if data.startswith(OLE) and b"E\x00n\x00c\x00r\x00y\x00p\x00t" in data:
        raise FileProtected(file=Verbatim(name))
    try:
        book = open_workbook(name, data, MOST_CELLS)
        return tuple(page for at, title in enumerate(book.sheet_names) if (page := _page(book, at, title, data)))
    except UNREADABLE:
        raise unreadable(file=Verbatim(name)) from None


def _page(book: fastexcel.ExcelReader, at: int, title: str, data: bytes) -> Page | None:
    sheet = book.load_sheet(at, header_row=None, skip_rows=0, dtypes="string", dtype_coercion="coerce")
    if sheet.visible != "visible":
        return None
    columns = [["" if v is None else str(v) for v in column.to_pylist()] for column in sheet.to_arrow().columns]
    merges, first = _layout(data, at, title)
    rows = tuple(Row(n, tuple(cells)) for n, cells in enumerate(zip(*columns, strict=True), start=1))
    return Page(title, _filled(rows, merges, first), first)


def _filled(rows: tuple[Row, ...], merges: list[tuple[int, int, int]], first: int) -> tuple[Row, ...]:
    """Rows with merged values carried down. merges: (column, top row, bottom row), 0-based column, 1-based rows."""
    cells = [list(row.cells) for row in rows]
    filled: list[set[int]] = [set() for _ in rows]
    left = sum(map(len, cells))  # merges never lie on each other: what goes on longer is no sheet of people
    for column, top, bottom in merges:
        at, below = column - first, range(top, min(bottom, len(rows)))
        left -= len(below)
        if left < 0:
            break
        for n in below:
            if 0 <= at < len(cells[n]) and not cells[n][at]:
                cells[n][at] = cells[top - 1][at]
                filled[n].add(at)
    return tuple(Row(row.line, tuple(c), frozenset(f)) for row, c, f in zip(rows, cells, filled, strict=True))


_MERGE = re.compile(rb'<(?:\w+:)?mergeCell\b[^<>]*\bref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"')
_CELL = re.compile(rb'<(?:\w+:)?c\b[^<>]*?\br="([A-Z]{1,3})\d{1,7}"')


def _layout(data: bytes, at: int, title: str) -> tuple[list[tuple[int, int, int]], int]:
    """Merges that span rows, and the first column used. Nothing for formats other than XLSX."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            path = _path_of(archive, at)
            if path is None or archive.getinfo(path).file_size > MOST:
                return [], 0
            xml = archive.read(path)
    except (zipfile.BadZipFile, KeyError, OSError, NotImplementedError, RuntimeError):
        return [], 0
    merges = [(_column(m[1]), int(m[2]), int(m[3])) for m in _MERGE.finditer(xml)]
    first = min((_column(found) for found in set(_CELL.findall(xml))), default=0)
    return [m for m in merges if m[1] < m[2]], first


def _path_of(archive: zipfile.ZipFile, at: int) -> str | None:
    """Path of the sheet number `at`, through the workbook's relations."""
    book = archive.read("xl/workbook.xml").decode("utf-8", "replace")
    ids = re.findall(r"<(?:\w+:)?sheet\b[^<>]*?\br:id=\"([^\"]+)\"", book)
    relations = archive.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
    for relation in re.findall(r"<Relationship\b[^<>]*>", relations):
        if at < len(ids) and f'Id="{ids[at]}"' in relation:
            target = re.search(r'Target="([^"]+)"', relation)
            return (
                None if target is None else (target[1].lstrip("/") if target[1].startswith("/") else f"xl/{target[1]}")
            )
    return None


def _column(letter: bytes) -> int:
    column = 0
    for one in letter:
        column = column * 26 + one - 64
    return column - 1


# --- texts ---------------------------------------------------------------------------------------------
def read_text(name: str, data: bytes, unreadable: type[RebondError]) -> str:
    """The text, whatever its encoding, with \\n line ends. Raises `unreadable` for what is no text."""
    if not data.strip() or data.startswith(NOT_TEXT):
        raise unreadable(file=Verbatim(name))
    text = _decoded(data)
    if text is None or text.count("\x00") > len(text) // 100:
        raise unreadable(file=Verbatim(name))
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


def _decoded(data: bytes) -> str | None:
    for mark, codec in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(codec, "replace")
    head = data[:4000]
    if b"\x00" in head:
        even, odd = head[::2].count(0), head[1::2].count(0)
        if max(even, odd) < len(head) // 4:
            return None
        return data.decode("utf-16-le" if odd > even else "utf-16-be", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        old_mac = b"\r" in data and b"\n" not in data
        return data.decode("mac_roman" if old_mac else "cp1252", "replace")


def text_table(name: str, text: str) -> Page:
    """A delimited text as a page. Opening lines that start with # are remarks and are left out."""
    skipped = 0
    lines = text.split("\n")
    while skipped < len(lines) and (not lines[skipped].strip() or lines[skipped].lstrip('\ufeff"').startswith("#")):
        skipped += 1
    body = "\n".join(lines[skipped:])
    rows, before = [], skipped
    try:
        reader = csv.reader(io.StringIO(body, newline=""), delimiter=_delimiter(body))
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append(Row(before + 1, tuple(cells)))
            before = skipped + reader.line_num
    except csv.Error:  # a cell of millions of signs: no table, but its lines can be read
        rows = [Row(n, (line,)) for n, line in enumerate(lines, start=1) if line.strip()]
    return Page(name, tuple(rows))


def _delimiter(text: str) -> str:
    """The delimiter that cuts the lines most evenly into more than one column."""
    best, best_score = ",", 0.0
    for delimiter in DELIMITERS:
        widths = [len(row) for row in csv.reader(io.StringIO(text[:200_000], newline=""), delimiter=delimiter) if row][
            :200
        ]
        usual = max(set(widths), key=lambda w: (widths.count(w), w), default=1)
        score = widths.count(usual) / len(widths) if usual > 1 else 0.0
        if score > best_score:
            best, best_score = delimiter, score
    return best
