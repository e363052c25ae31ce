"""Posts that people picked and typed: the workbook of `rebond template`, or any table with links and screenshots.

A row with a link alone is enough where the id in it bears its date. Picked posts are told, never counted: their
`source_tool` says so (docs/decisions/0066).
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from rebond.errors import HeaderOnly, NotATable, RebondError
from rebond.importers.decode import ZIP
from rebond.importers.hyperlinks import NONE, hyperlinks
from rebond.importers.listed import Listed, listed_in
from rebond.importers.opening import UNREADABLE
from rebond.importers.outflow import beginning
from rebond.importers.packed import unpacked
from rebond.importers.people.pages import Page, is_workbook, read_text, read_workbook, text_table
from rebond.importers.recognition import check_zone
from rebond.importers.source import Batch, Recognition, Source
from rebond.sentences import Verbatim
from rebond.tables import BY_HAND

LARGEST, MOST_XML = 64 << 20, 16 << 20  # bytes of a file, of its cells: pictures pasted in a workbook weigh much
TYPED = 2_000_000  # bytes of a text that people may have typed
SPEAKS_OF = re.compile(rb"(?i)screenshot|capture")  # the header, before a table is made of the file
BETWEEN = re.compile(r"\s*[;,\n]\s*")


@dataclass(frozen=True, slots=True)
class Shot:
    """The name of a picture, as somebody typed it in a row."""

    raw_row: int
    name: str


class ByHand:
    """A table with a column of links and a column of screenshots, in a workbook or in a text."""

    key = BY_HAND
    order = 5  # before those that would take it for an export

    def recognise(self, source: Source, zone: str | None) -> Recognition | None:
        """None when no table of it has both columns. Raises HeaderOnly, UnknownZone."""
        listed = _listed(source)
        if listed is None:
            return None
        check_zone(zone)
        if not listed.rows:
            raise HeaderOnly(file=Verbatim(source.name))
        return listed.recognition(zone)

    def read(self, source: Source, found: Recognition) -> Iterator[Batch]:
        """All rows, as one batch: people type some hundreds."""
        listed = _listed(source)
        if listed is not None:
            yield listed.posts(found)


def screenshots(source: Source) -> tuple[Shot, ...]:
    """The pictures that the rows name, in the order of the rows; none for another file."""
    listed = _listed(unpacked(source))
    rows = [] if listed is None else [(row.line, listed.cell(row, "shot")) for row in listed.rows]
    return tuple(Shot(line, name) for line, cell in rows for name in BETWEEN.split(cell) if name)


def _listed(source: Source) -> Listed | None:
    if source.size > LARGEST:
        return None
    content = source.head(LARGEST)
    pages = _pages(source, content)
    behind = hyperlinks(content) if pages else {}
    return next((one for page in pages if (one := listed_in(page, behind.get(page.name, NONE)))), None)


def _pages(source: Source, content: bytes) -> tuple[Page, ...]:
    """The tables of a file that may be such a list. What cannot be opened is for the other readers to tell."""
    try:
        if is_workbook(content):
            return read_workbook(source.name, content, NotATable) if _speaks_of_shots(content) else ()
        if len(content) > TYPED or not SPEAKS_OF.search(content.replace(b"\0", b"")):
            return ()
        return (text_table(source.name, read_text(source.name, content, NotATable)),)
    except RebondError:
        return ()


def _speaks_of_shots(content: bytes) -> bool:
    """Whether a word of its cells may be the header: a large export is not opened twice for nothing."""
    if not content.startswith(ZIP):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = [p for p in archive.infolist() if p.filename.startswith(("xl/sharedStrings", "xl/worksheets/"))]
            if sum(part.file_size for part in parts) > MOST_XML:
                return False
            return any(SPEAKS_OF.search(beginning(archive, part, part.file_size)) for part in parts)
    except UNREADABLE:
        return False


IMPORTER = ByHand()
