"""Workbooks of logs, sheets and counts: what cannot be opened is refused before any room is made for it."""

import io

import pytest
import xlsxwriter

from rebond.errors import SheetTooLarge, SheetUnreadable
from rebond.importers.people.pages import read_workbook


def workbook(row: int, column: int) -> bytes:
    """A log of one entry, and a stray space somewhere."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, ["Date", "Action"])
        page.write_row(1, 0, ["2025-10-14", "Alert"])
        page.write(row, column, " ")
    return made.getvalue()


def test_a_stray_cell_at_the_far_corner_is_refused_and_not_made_room_for():
    with pytest.raises(SheetTooLarge):
        read_workbook("log.xlsx", workbook(1_048_575, 16_383), SheetUnreadable)


def test_one_a_little_further_is_read_with_the_rest():
    (page,) = read_workbook("log.xlsx", workbook(99, 25), SheetUnreadable)
    assert [row.cells[:2] for row in page.rows[:2]] == [("Date", "Action"), ("2025-10-14", "Alert")]
    assert len(page.rows) == 100


def test_a_damaged_workbook_is_unreadable_and_no_crash():
    whole = workbook(2, 2)
    with pytest.raises(SheetUnreadable):
        read_workbook("log.xlsx", whole[: len(whole) // 2], SheetUnreadable)
