"""Workbooks of ours, opened and filled as people do, in a spreadsheet program."""

import io
from collections.abc import Callable, Mapping

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet


def filled(book: bytes, fill: Callable[[Worksheet], None], sheet: int = 0) -> bytes:
    """The workbook after `fill` was done to one of its sheets."""
    opened = load_workbook(io.BytesIO(book))
    fill(opened.worksheets[sheet])
    saved = io.BytesIO()
    opened.save(saved)
    return saved.getvalue()


def header_of(page: Worksheet, named: str) -> tuple[int, dict[str, int]]:
    """(row, column by its first line) of the header that has a cell named so."""
    for row in page.iter_rows(max_row=30):
        names = {str(cell.value).split("\n")[0]: cell.column for cell in row if cell.value}
        if named in names:
            return row[0].row, names
    raise AssertionError(f"no header with {named}")


def row_marked(page: Worksheet, id: str) -> int:
    """The row whose hidden mark begins so."""
    return next(cell.row for (cell,) in page.iter_rows(max_col=1) if str(cell.value or "").startswith(id))


def write_row(page: Worksheet, row: int, cells: Mapping[str, str], named: str = "Date") -> None:
    """Cells of one row, by the first line of their header."""
    _, columns = header_of(page, named)
    for name, value in cells.items():
        page.cell(row=row, column=columns[name], value=value)
