"""XLSX workbooks: the first sheet that reads as a table of posts. Formula cells give the value last computed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import fastexcel
import pyarrow as pa
import pyarrow.compute as pc

from rebond.errors import (
    BinaryFile,
    ExportError,
    HeaderOnly,
    NoDateColumn,
    OldWorkbook,
    ProtectedWorkbook,
    TooManyColumns,
)  # fmt: skip
from rebond.importers.columns import MOST_COLUMNS, header_row
from rebond.importers.decode import OLE, ZIP, is_protected
from rebond.importers.glimpse import Glimpse
from rebond.importers.guided.mapping import NO_MAPPINGS, Mappings
from rebond.importers.opening import UNREADABLE, open_workbook
from rebond.importers.posts import build, file_problems
from rebond.importers.recognition import SAMPLE, recognise_table
from rebond.importers.source import Batch, Problem, Recognition, Source
from rebond.sentences import N_, Listing, Verbatim, say

KEY = "workbook"
BATCH = 20_000
MOST_SHEETS = 30
OTHERS = N_("Other sheets of it hold posts and are not read: %(sheets)s. Save each as a file of its own.")
FORM = N_("workbook, sheet “%(sheet)s”")
ERRORS = pa.array(["#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"])


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet as text. columns: from row 1 on, empty cells ""; errors: (row from 0, column) of error cells."""

    name: str
    columns: tuple[pa.StringArray, ...]
    errors: frozenset[tuple[int, int]]

    def rows(self, start: int, length: int) -> list[list[str]]:
        cut = [column.slice(start, length).to_pylist() for column in self.columns]
        return [list(row) for row in zip(*cut, strict=True)]

    def __len__(self) -> int:
        return len(self.columns[0]) if self.columns else 0


class Workbook:
    """XLSX, whatever the file is called; the older XLS too."""

    key = KEY
    order = 10

    def recognise(self, source: Source, zone: str | None, mappings: Mappings = NO_MAPPINGS) -> Recognition | None:
        """None when it is no workbook.

        Raises BinaryFile, OldWorkbook, ProtectedWorkbook, HeaderOnly, SheetTooLarge, UnpacksTooFar, and what a table
        may raise.
        """
        if not _is_workbook(source):
            return None
        failure: ExportError = HeaderOnly(file=Verbatim(source.name))
        reader, found = _reader(source), list[Recognition]()
        for name in reader.sheet_names[:MOST_SHEETS]:
            try:
                found += [recognise_table(one, zone, mappings) for one in _glimpse(source, reader, name)]
            except ExportError as refusal:
                failure = refusal if not isinstance(failure, NoDateColumn) else failure
        if not found:
            raise failure
        return found[0] if len(found) == 1 else _said_of_others(found)

    def glimpses(self, source: Source) -> tuple[Glimpse, ...]:
        """Its sheets that hold something; none when it is no workbook. Raises BinaryFile, TooManyColumns."""
        if not _is_workbook(source):
            return ()
        reader = _reader(source)
        return tuple(one for name in reader.sheet_names[:MOST_SHEETS] for one in _glimpse(source, reader, name))

    def read(self, source: Source, found: Recognition) -> Iterator[Batch]:
        """Rows of the sheet; raw_row is the row number the spreadsheet shows."""
        sheet = _sheet(source, _reader(source), str(found.details["sheet"]))
        header_at = found.details["header_at"]
        doubts = list(file_problems(found))
        for at in range(0 if header_at is None else int(str(header_at)) + 1, len(sheet), BATCH):
            pairs = [(row, at + n + 1) for n, row in enumerate(sheet.rows(at, BATCH)) if any(row)]
            lines = [line for _, line in pairs]
            wrong = _errors(sheet, at, set(lines), found)
            yield build([row for row, _ in pairs], lines, found, doubts + wrong)
            doubts = []


def _is_workbook(source: Source) -> bool:
    return source.head(4).startswith((ZIP, OLE))


def _glimpse(source: Source, reader: fastexcel.ExcelReader, name: str) -> tuple[Glimpse, ...]:
    """What a sheet shows; nothing for an empty one. Raises TooManyColumns."""
    sheet = _sheet(source, reader, name)
    head = sheet.rows(0, 60)
    width = max((sum(bool(cell) for cell in row) for row in head), default=0)
    at = header_row(head, width) if head else None
    start = 0 if at is None else at + 1
    sample = [row for row in _spread(sheet, start) if any(row)]
    if not sample:
        return ()
    above = tuple(" ".join(filter(None, map(str.strip, row))) for row in head[: at or 0])
    details = {"sheet": name, "header_at": at, "numeric": _numeric(reader, sheet, start), "above": above}
    form, header = say(FORM, sheet=Verbatim(name)), head[at] if at is not None else []
    return (Glimpse(source=source, importer=KEY, form=form, header=header, sample=sample, details=details),)


def _said_of_others(found: list[Recognition]) -> Recognition:
    """The first sheet of posts is read; a row is told by its number, which would be that of several sheets."""
    others = say(OTHERS, sheets=Listing(tuple(Verbatim(str(one.details["sheet"])) for one in found[1:])))
    first = found[0]
    return replace(first, warnings=(*first.warnings, others), details={**first.details, "left_aside": others})


def _errors(sheet: Sheet, at: int, lines: set[int], found: Recognition) -> list[Problem]:
    """Cells that hold an error of the spreadsheet, in the columns we read."""
    fields = {column: field for field, column in found.mapping.columns.items()}
    return [
        Problem(row + 1, "cell-error", fields[column])
        for row, column in sorted(sheet.errors)
        if at <= row < at + BATCH and column in fields and row + 1 in lines
    ]


def _reader(source: Source) -> fastexcel.ExcelReader:
    with source.open() as stream:
        content = stream.read()
    try:
        return open_workbook(source.name, content)
    except UNREADABLE:
        if not content.startswith(OLE):
            raise BinaryFile(file=Verbatim(source.name)) from None
        raise (ProtectedWorkbook if is_protected(source) else OldWorkbook)(file=Verbatim(source.name)) from None


def _sheet(source: Source, reader: fastexcel.ExcelReader, name: str) -> Sheet:
    """Every row from the first of the sheet, so that row numbers are those people see. Raises TooManyColumns."""
    try:
        loaded = reader.load_sheet(name, header_row=None, skip_rows=0, dtypes="string", dtype_coercion="coerce")
        if loaded.width > MOST_COLUMNS:
            raise TooManyColumns(file=Verbatim(source.name), columns=loaded.width, most=MOST_COLUMNS)
        batch, errors = loaded.to_arrow_with_errors()
    except (fastexcel.FastExcelError, ValueError):
        return Sheet(name, (), frozenset())
    places = {error.offset_position for error in errors.errors} if errors is not None else set()
    columns = []
    for at, column in enumerate(batch.columns):
        texts = column.cast(pa.string())
        typed = pc.is_in(texts, value_set=ERRORS)
        if pc.any(typed).as_py():
            places |= {(row, at) for row, is_error in enumerate(typed.to_pylist()) if is_error}
        columns.append(pc.if_else(typed, "", pc.fill_null(texts, "")))
    return Sheet(name, tuple(columns), frozenset(places))


def _spread(sheet: Sheet, start: int) -> list[list[str]]:
    """SAMPLE rows at most, evenly spread."""
    step = max(1, (len(sheet) - start) // SAMPLE)
    places = pa.array(range(start, len(sheet), step), pa.int64())
    cut = [column.take(places).to_pylist() for column in sheet.columns]
    return [list(row) for row in zip(*cut, strict=True)]


def _numeric(reader: fastexcel.ExcelReader, sheet: Sheet, start: int) -> frozenset[int]:
    """Columns that the spreadsheet holds as numbers: it keeps 15 figures, so longer ids are no longer ids."""
    # Empty columns are left out: fastexcel warns of each, which is no news to anybody.
    filled = [n for n, column in enumerate(sheet.columns) if pc.any(pc.not_equal(column.slice(start), "")).as_py()]
    try:
        loaded = reader.load_sheet(sheet.name, header_row=None, skip_rows=start, use_columns=filled)
        return frozenset(column.index for column in loaded.selected_columns if column.dtype in ("int", "float"))
    except (fastexcel.FastExcelError, ValueError):
        return frozenset()


IMPORTER = Workbook()
