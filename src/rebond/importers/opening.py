"""Opening a workbook, whoever asks for it. One that would fill the memory is refused before it is opened."""

import io
import re
import zipfile
import zlib
from collections import deque
from collections.abc import Iterable, Iterator
from html import unescape

import fastexcel

from rebond.errors import SheetTooLarge
from rebond.importers.decode import OLE, ZIP
from rebond.importers.old_reach import reach_of_old
from rebond.importers.outflow import Outflow, of_member
from rebond.importers.reach import Reach, longest_shared, reach_of, reach_of_open, shared_sizes, text_called_for
from rebond.sentences import Verbatim

MOST_CELLS = 60_000_000  # 24 bytes each while the sheet is opened
MOST_TEXT = 2 << 30  # bytes of shared texts in all the cells of a sheet
TARGET = re.compile(r"""\sTarget\s*=\s*["']([^"']*)""")
# What opening a workbook raises when it is damaged, or is none. RuntimeError: a part is under a password.
UNREADABLE = (fastexcel.FastExcelError, zipfile.BadZipFile, zlib.error, ValueError, RuntimeError, EOFError, OSError)


def open_workbook(name: str, content: bytes, most_cells: int = MOST_CELLS) -> fastexcel.ExcelReader:
    """A workbook, XLSX or older. most_cells: those a sheet may reach to.

    Raises SheetTooLarge, UnpacksTooFar, and UNREADABLE.
    """
    if content.startswith(ZIP):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _Parts(name, archive, Outflow(name, len(content))).refuse_bombs(most_cells)
    elif content.startswith(OLE):
        _within(name, reach_of_old(content), most_cells)
    return fastexcel.read_excel(content)


def _within(name: str, reach: Reach, most_cells: int) -> Reach:
    if reach.rows * reach.columns > most_cells:
        raise SheetTooLarge(file=Verbatim(name), rows=reach.rows, columns=reach.columns)
    return reach


class _Parts:
    """The parts of a workbook. Each is unpacked once, a block at a time: what their list says of them proves nothing.

    Their names are compared without case, as the reader does.
    """

    def __init__(self, name: str, archive: zipfile.ZipFile, outflow: Outflow) -> None:
        self.name, self.archive, self.outflow = name, archive, outflow

    def refuse_bombs(self, most_cells: int) -> None:
        """Raises SheetTooLarge, UnpacksTooFar, ValueError."""
        parts = [(part.filename.lower().rpartition("/")[2], part) for part in self.archive.infolist()]
        targets = {target for name, part in parts if name == "workbook.xml.rels" for target in self._targets(part)}
        sheets = list[tuple[zipfile.ZipInfo, Reach]]()
        for name, part in parts:
            if name in targets:
                sheets.append((part, _within(self.name, reach_of(self._blocks(part)), most_cells)))
            elif name == "content.xml":
                _within(self.name, reach_of_open(self._blocks(part)), most_cells)
            else:
                deque(self._blocks(part), maxlen=0)
        for shared in (part for name, part in parts if name == "sharedstrings.xml"):
            longest = longest_shared(self._blocks(shared))
            for part, reach in sheets:
                if reach.cells * longest > MOST_TEXT:  # mostly far more than its cells show
                    self._refuse_text(part, reach, shared)

    def _refuse_text(self, part: zipfile.ZipInfo, reach: Reach, shared: zipfile.ZipInfo) -> None:
        if text_called_for(self._blocks(part), shared_sizes(self._blocks(shared))) > MOST_TEXT:
            raise SheetTooLarge(file=Verbatim(self.name), rows=reach.rows, columns=reach.columns)

    def _targets(self, relations: zipfile.ZipInfo) -> Iterator[str]:
        """Names, without their folder, of the parts that may be its sheets."""
        text = b"".join(self._blocks(relations)).decode("utf-8", "replace")
        return (unescape(target).lower().rpartition("/")[2] for target in TARGET.findall(text))

    def _blocks(self, part: zipfile.ZipInfo) -> Iterable[bytes]:
        return self.outflow.of(of_member(self.archive, part))
