"""Opening a workbook, whoever asks for it. One with a cell far away from the others is refused before it is opened.

The reader makes room for every cell up to the furthest one: a stray space in the last cell of a sheet would ask for
400 GB, and no exception could be caught.
"""

import io
import re
import zipfile
import zlib
from typing import IO

import fastexcel

from rebond.errors import SheetTooLarge
from rebond.importers.decode import ZIP
from rebond.sentences import Verbatim

MOST_CELLS = 60_000_000  # 24 bytes each while the sheet is opened
PLACE = re.compile(rb"""\br=["']([A-Za-z]+)(\d+)["']""")
PIECE = 1 << 20
# What opening a workbook raises when it is damaged, or is none.
UNREADABLE = (
    fastexcel.FastExcelError,
    zipfile.BadZipFile,
    zlib.error,
    ValueError,
    NotImplementedError,
    EOFError,
    OSError,
)


def open_workbook(name: str, content: bytes, most_cells: int = MOST_CELLS) -> fastexcel.ExcelReader:
    """A workbook, XLSX or older. most_cells: those a sheet may reach to. Raises SheetTooLarge, and UNREADABLE."""
    if content.startswith(ZIP):
        _refuse_far_cells(name, content, most_cells)
    return fastexcel.read_excel(content)


def _refuse_far_cells(name: str, content: bytes, most_cells: int) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for part in archive.namelist():
            if part.startswith("xl/worksheets/") and part.endswith(".xml"):
                with archive.open(part) as stream:
                    rows, columns = _furthest(stream)
                if rows * columns > most_cells:
                    raise SheetTooLarge(file=Verbatim(name), rows=rows, columns=columns)


def _furthest(stream: IO[bytes]) -> tuple[int, int]:
    """(row, column) of the furthest cells named in the XML of a sheet."""
    letters: set[bytes] = set()
    row, kept = 0, b""
    while piece := stream.read(PIECE):
        found = PLACE.findall(kept + piece)
        letters.update(letter for letter, _ in found)
        row = max(row, max((int(number[:12]) for _, number in found), default=0))
        kept = piece[-40:]  # a place cut between two pieces
    return row, max((_column_number(one) for one in letters), default=0)


def _column_number(letters: bytes) -> int:
    """A is 1, Z 26, AA 27."""
    number = 0
    for letter in letters.upper()[:8]:
        number = number * 26 + letter - 64
    return number
