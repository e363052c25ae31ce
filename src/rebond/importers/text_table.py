"""Delimited text: commas, semicolons, tabs or bars, in any encoding, with or without a header, named as it may be."""

import csv
import io
from collections.abc import Iterator

import numpy as np
import pyarrow as pa

from rebond.errors import EmptyFile, HeaderOnly, LineTooLong, NotATable
from rebond.importers.blocks import Block, parts
from rebond.importers.columns import header_row
from rebond.importers.decode import encoding_of, label_of, text_blocks
from rebond.importers.glimpse import Glimpse
from rebond.importers.guided.mapping import NO_MAPPINGS, Mappings
from rebond.importers.ids import is_x_id, x_id_of_url
from rebond.importers.posts import file_problems, posts_of
from rebond.importers.recognition import SAMPLE, recognise_table
from rebond.importers.rows import Chunk, parse, records, sniff
from rebond.importers.source import CUT, Batch, Problem, Recognition, Source
from rebond.importers.table import Table, columns_of, joined
from rebond.sentences import N_, Sentence, Verbatim, say

KEY = "text_table"
FORMS = {
    ",": N_("text table, columns separated by commas, %(encoding)s"),
    ";": N_("text table, columns separated by semicolons, %(encoding)s"),
    "\t": N_("text table, columns separated by tabs, %(encoding)s"),
    "|": N_("text table, columns separated by bars, %(encoding)s"),
}  # fmt: skip
HEAD = 1 << 20  # bytes of the beginning in which header and delimiter are looked for
WINDOWS, WINDOW = 64, 1 << 15  # further pieces a sample is taken from
SNIFFED = 262_144
BATCH = 64_000
IN_BLOCKS = ("utf-8", "utf-8-sig")


class TextTable:
    """CSV and its kin."""

    key = KEY
    order = 90  # tried last: nearly anything reads as text

    def recognise(self, source: Source, zone: str | None, mappings: Mappings = NO_MAPPINGS) -> Recognition | None:
        """Raises what `glimpses` raises, and what a table may raise."""
        (glimpse,) = self.glimpses(source)
        return recognise_table(glimpse, zone, mappings)

    def glimpses(self, source: Source) -> tuple[Glimpse, ...]:
        """Its only table. Raises EmptyFile, HeaderOnly, NotATable, LineTooLong."""
        codec = encoding_of(source)
        head = _head(source, codec)
        if not head.strip():
            raise EmptyFile(file=Verbatim(source.name))
        if _is_markup(head):
            raise NotATable(file=Verbatim(source.name))
        delimiter, width = sniff(head[:SNIFFED])
        rows = parse(list(io.StringIO(head)), 1, delimiter, width, is_last=True)[0].rows
        at = header_row(rows, width)
        header = rows[at] if at is not None else []
        data = [row for row in rows[0 if at is None else at + 1 :] if any(cell.strip() for cell in row)]
        if width < 2 and not (data and all(is_x_id(row[0].strip()) or x_id_of_url(row[0]) for row in data)):
            raise NotATable(file=Verbatim(source.name))
        if not data:
            raise HeaderOnly(file=Verbatim(source.name))
        # A broken row says nothing of its columns, and a header come again nothing of its values.
        whole = [row for row in data if len(row) == width and row != header]
        sample = _thinned((whole or data) + _further(source, codec, delimiter, width))
        above = tuple(" ".join(filter(None, map(str.strip, row))) for row in rows[: at or 0])
        details = {"encoding": codec, "delimiter": delimiter, "header_at": at, "above": above}
        form = _form(delimiter, codec)
        return (Glimpse(source=source, importer=KEY, form=form, header=header, sample=sample, details=details),)

    def read(self, source: Source, found: Recognition) -> Iterator[Batch]:
        """Every row, in batches of about BATCH. Preamble and header are no rows of posts."""
        problems = list(file_problems(found))
        tables: list[Table] = []
        for table, wrong in _tables(source, found):
            problems += wrong
            tables.append(table)
            if sum(map(len, tables)) >= BATCH:
                yield posts_of(joined(tables), found, problems)
                tables, problems = [], []
        if problems or any(map(len, tables)):
            yield posts_of(joined(tables), found, problems)


def _tables(source: Source, found: Recognition) -> Iterator[tuple[Table, list[Problem]]]:
    """The records under the header, without empty ones, and what is wrong with them."""
    codec, delimiter = str(found.details["encoding"]), str(found.details["delimiter"])
    width, header_at = int(str(found.details["width"])), found.details["header_at"]
    to_skip = 0 if header_at is None else int(str(header_at)) + 1
    if codec in IN_BLOCKS:
        read = parts(source, codec, delimiter, width, sorted(set(found.mapping.columns.values())))
    else:
        read = records(source, codec, delimiter, width)
    for part in read:
        skipped = min(to_skip, len(part))
        to_skip -= skipped
        yield _of_block(part, skipped, found) if isinstance(part, Block) else _of_rows(part, skipped, found)


def _of_block(block: Block, skipped: int, found: Recognition) -> tuple[Table, list[Problem]]:
    """The columns of a block from record `skipped` on."""
    cells, lines = {field: block.cells[at].slice(skipped) for field, at in found.mapping.columns.items()}, block.lines
    table = Table(cells, lines[skipped:])
    blank = block.blank[block.blank >= skipped] - skipped
    if len(blank):
        kept = np.ones(len(table), bool)
        kept[blank] = False
        table = table.filter(pa.array(kept))
    return table, []


def _of_rows(chunk: Chunk, skipped: int, found: Recognition) -> tuple[Table, list[Problem]]:
    """The columns of a chunk from record `skipped` on."""
    rows, lines, problems = chunk.rows[skipped:], chunk.lines[skipped:], chunk.problems
    if not all(map(any, rows)):
        kept = [n for n, row in enumerate(rows) if any(row)]
        rows, lines = [rows[n] for n in kept], [lines[n] for n in kept]
    if chunk.damaged:
        problems += _undecodable(rows, lines)
    return columns_of(rows, lines, found, problems), problems


def _head(source: Source, codec: str) -> str:
    """The beginning, up to a line end. Raises LineTooLong when there is none."""
    text = next(text_blocks(source, codec, HEAD), "")
    if source.size <= HEAD:
        return "".join(text_blocks(source, codec, HEAD))
    cut = text.rfind("\n")
    if cut < 0:
        raise LineTooLong(file=Verbatim(source.name), start=Verbatim(text[:40]))
    return text[: cut + 1]


def _further(source: Source, codec: str, delimiter: str, width: int) -> list[list[str]]:
    """Rows from all over a long file: a column of dates is decided on the whole of it."""
    if source.size <= HEAD + WINDOW:
        return []
    found: list[list[str]] = []
    with source.open() as stream:
        for n in range(1, WINDOWS + 1):
            stream.seek((HEAD + (source.size - HEAD - WINDOW) * n // WINDOWS) // 4 * 4)
            text = stream.read(WINDOW).decode("utf-8" if codec == "utf-8-sig" else _unmarked(codec, source), "replace")
            whole = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[1:-1]
            rows = (row for row in csv.reader(whole, delimiter=delimiter) if len(row) == width)
            found.extend(rows)
    return found


def _unmarked(codec: str, source: Source) -> str:
    """UTF-16 read from the middle needs its byte order said."""
    if codec in ("utf-16", "utf-32"):
        return codec + ("-be" if source.head(2) == b"\xfe\xff" else "-le")
    return codec


def _thinned(rows: list[list[str]]) -> list[list[str]]:
    """SAMPLE rows at most, evenly spread."""
    return rows if len(rows) <= SAMPLE else [rows[len(rows) * n // SAMPLE] for n in range(SAMPLE)]


def _is_markup(head: str) -> bool:
    """A web page saved as a workbook, or an XML file."""
    start = head.lstrip("\ufeff \n\t")[:200].lower()
    return start.startswith(("<html", "<!doctype", "<table", "<?xml", "<rss", "<feed", "{\\rtf"))


def _undecodable(rows: list[list[str]], lines: list[int]) -> list[Problem]:
    """A character the encoding could not give is kept as U+FFFD and counted once a row."""
    return [
        Problem(line, "undecodable", value=next(cell for cell in row if "\ufffd" in cell)[:CUT])
        for row, line in zip(rows, lines, strict=True)
        if any("\ufffd" in cell for cell in row)
    ]


def _form(delimiter: str, codec: str) -> Sentence:
    return say(FORMS[delimiter], encoding=label_of(codec))


IMPORTER = TextTable()
