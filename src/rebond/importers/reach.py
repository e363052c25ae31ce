"""How far the cells of a workbook reach, and how much text they call for, told from its XML before it is opened.

The reader makes room for every cell up to the furthest one, and a copy of a shared text in every cell that names it:
a file of some kilobytes may ask for terabytes, and nothing could be caught. Whatever the reader takes for a cell must
be one here, so tags are read as loosely as it reads them, and what is stranger still is refused.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

NAME = rb"<(?:[^\s<>/:=\"']+:)?"
ATTRIBUTES = rb"((?:\s*[^\s<>/=\"']+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*)\s*(/?)>"
# Cells and rows as nearly every tool writes them; those written otherwise take a slower way.
USUAL = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"(?: (?!r=)[a-z]+="\w*")*/?>')
USUAL_ROW, MARKS = b'row r="', (b"<c", b":c", b"row")
CELL = re.compile(NAME + rb"c(?=[\s/>])")
TAG = re.compile(NAME + rb"(row|c)(?=[\s/>])" + ATTRIBUTES)
PLACE = re.compile(rb"""(?:^|[\s"'])r\s*=\s*["']([A-Za-z]*)(\d+)["']""")
OPEN_TAG = re.compile(rb"<table:table-(?:row|cell)(?=[\s/>])")
OPEN_PLACE = re.compile(rb"<table:table-(row|cell)(?=[\s/>])" + ATTRIBUTES)
REPEATED = re.compile(rb"number-(?:rows|columns)-repeated\s*=\s*[\"'](\d+)[\"']")
VALUE = re.compile(NAME + rb"v(?=[\s>])[^<>]*>\s*(\d{0,9})")
ITEM = re.compile(rb"</(?:[^\s<>/:]+:)?si\s*>|" + NAME + rb"si(?:\s[^<>]*)?/>")
LONGEST_TAG = 1 << 20
Sizes = npt.NDArray[np.int64]


@dataclass(slots=True)
class Reach:
    """The furthest row and column of a sheet, from 1, and how many cells it writes."""

    rows: int = 0
    columns: int = 0
    cells: int = 0

    def include(self, row: int, column: int) -> None:
        self.rows, self.columns = max(self.rows, row), max(self.columns, column)


def reach_of(pieces: Iterable[bytes]) -> Reach:
    """Of a sheet of an XLSX, in pieces. Raises ValueError for a cell that no tool would write."""
    reach, row, column = Reach(), 0, 0
    for piece in whole_tags(pieces):
        usual = USUAL.findall(piece)
        if usual and _is_usual(piece, len(usual)):
            letters, numbers = map(set, zip(*usual, strict=True))
            row, column = max(map(int, numbers)), max(map(_column_number, letters))
            reach.include(row, column)
            reach.cells += len(usual)
            _, begun, after = piece.rpartition(USUAL_ROW)
            if begun and b"<c" not in after:
                row, column = int(after[: after.index(b'"')]), 0
        elif any(mark in piece for mark in MARKS):
            row, column = _walk(reach, piece, row, column)
    return reach


def _is_usual(piece: bytes, usual: int) -> bool:
    """Whether no cell stands elsewhere than it says, and no row."""
    rows, cells = piece.count(b"<row"), piece.count(b"<c")
    if b":" in piece:  # of a text, mostly; of a prefix, rarely
        rows, cells = rows + piece.count(b":row"), cells + piece.count(b":c")
    return usual == cells and rows == piece.count(USUAL_ROW)


def _walk(reach: Reach, piece: bytes, row: int, column: int) -> tuple[int, int]:
    """Cells one after the other: one without a place stands after the last. Gives the place of the last."""
    tags = TAG.findall(piece)
    cells = sum(name == b"c" for name, _, _ in tags)
    if cells < len(CELL.findall(piece)):
        raise ValueError
    reach.cells += cells
    for name, attributes, _ in tags:
        places = PLACE.findall(attributes)  # several: the furthest, whichever of them the reader takes
        told = max((int(number[:12]) for _, number in places), default=0)
        if name == b"row":
            row, column = told or row + 1, 0
        else:
            row, column = told or row, max((_column_number(one) for one, _ in places), default=column + 1)
            reach.include(row, column)
    return row, column


def reach_of_open(pieces: Iterable[bytes]) -> Reach:
    """Of the largest sheet of an OpenDocument workbook: a cell, and a row, say how often they are repeated."""
    reach, row, repeated, column = Reach(), 0, 0, 0
    for piece in whole_tags(pieces):
        tags = OPEN_PLACE.findall(piece)
        if len(tags) < len(OPEN_TAG.findall(piece)):
            raise ValueError
        for name, attributes, closed in tags:
            times = max((int(number[:12]) for number in REPEATED.findall(attributes)), default=1)
            if name == b"row":
                row, repeated, column = row + repeated, times, 0
            else:
                column += times
                if not closed or b"value" in attributes:  # what is empty is not made room for
                    reach.include(row + repeated, column)
    return reach


def longest_shared(pieces: Iterable[bytes]) -> int:
    """Bytes of the longest shared text of an XLSX at most, told at a glance."""
    longest = run = 0
    for piece in whole_tags(pieces):
        first, *others = map(len, piece.split(b"</si>"))
        longest = max(longest, run + first, *others)
        run = others[-1] if others else run + first
    return longest + len(b"</si>")


def shared_sizes(pieces: Iterable[bytes]) -> Sizes:
    """Bytes of each shared text of an XLSX, its tags with it."""
    sizes, begun = list[int](), 0
    for piece in whole_tags(pieces):
        last = 0
        for found in ITEM.finditer(piece):
            sizes.append(begun + found.end() - last)
            begun, last = 0, found.end()
        begun += len(piece) - last
    return np.array(sizes, np.int64)


def text_called_for(pieces: Iterable[bytes], sizes: Sizes) -> int:
    """Bytes of shared texts that the cells of a sheet show, a number being taken for the place of one."""
    total = 0
    for piece in whole_tags(pieces):
        places = VALUE.findall(piece)
        told = np.array([int(one) for one in places if one], np.int64)
        total += int(sizes[told[told < len(sizes)]].sum()) + places.count(b"") * int(sizes.max(initial=0))
    return total


def whole_tags(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes, never cut inside a tag. Raises ValueError for a tag of a megabyte."""
    kept = b""
    for piece in pieces:
        kept += piece
        at = kept.rfind(b"<")
        if at > 0:
            yield kept[:at]
            kept = kept[at:]
        if len(kept) > LONGEST_TAG:
            if CELL.match(kept) or (at >= 0 and b">" not in kept):
                raise ValueError
            yield kept  # a long text
            kept = b""
    yield kept


def _column_number(letters: bytes) -> int:
    """A is 1, Z 26, AA 27."""
    number = 0
    for letter in letters.upper()[:8]:
        number = number * 26 + letter - 64
    return number
