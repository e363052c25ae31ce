"""XLSX workbooks."""

import io
from datetime import datetime

import pytest
import xlsxwriter
from tests.unit.importers.exports import imported, workbook

from rebond.errors import SheetTooLarge
from rebond.sentences import Verbatim

HEADER = ["Date", "Auteur", "Texte", "Likes"]


def test_dates_of_the_spreadsheet_are_dates():
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        sheet, format_ = book.add_worksheet(), book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        sheet.write_row(0, 0, HEADER)
        for n in range(1, 7):
            sheet.write_datetime(n, 0, datetime(2024, 7, n, 19, 10), format_)
            sheet.write_row(n, 1, ["lea", f"un deux trois {n}", n])
    done = imported(made.getvalue(), zone="Europe/Paris")
    assert [f"{at:%d %H:%M}" for at in done.column("published_at")] == [f"{n:02d} 17:10" for n in range(1, 7)]
    assert done.column("likes") == [1, 2, 3, 4, 5, 6]


def test_the_first_sheet_of_posts_is_read_whatever_stands_before_it():
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        book.add_worksheet("Lisez-moi").write(0, 0, "Export du 20 juillet")
        book.add_worksheet("Vide")
        sheet = book.add_worksheet("Mentions")
        for r, row in enumerate([[], HEADER, ["2024-07-19T17:10:00Z", "lea", "un deux trois", 1]]):
            sheet.write_row(r, 0, row)
    done = imported(made.getvalue())
    assert done.found.details["sheet"] == "Mentions"
    assert done.column("raw_row") == [3]


def test_ids_kept_as_numbers_are_rounded_and_not_used():
    rows = [
        [1814500000000000000 + n * 1_000_003, f"2024-07-19T17:{n:02d}:00Z", "lea", f"un deux trois {n}"]
        for n in range(20)
    ]
    done = imported(workbook([["Tweet ID", "Date", "Auteur", "Texte"], *rows]))
    assert done.column("native_id") == [None] * 20
    assert "rounded-id" in done.codes


def test_error_cells_are_empty_and_told():
    rows = [
        HEADER,
        ["2024-07-19T17:10:00Z", "lea", "un deux trois", ("=1/0", "#DIV/0!")],
        ["2024-07-19T17:11:00Z", "zoe", "quatre cinq", 4],
    ]
    done = imported(workbook(rows))
    assert done.column("likes") == [None, 4]
    assert [(p.raw_row, p.field) for p in done.problems if p.code == "cell-error"] == [(2, "likes")]


def test_an_empty_column_is_no_news(capsys, caplog):
    imported(workbook([HEADER, *([f"2024-07-19T17:{n:02d}:00Z", "lea", f"un deux trois {n}"] for n in range(9))]))
    assert capsys.readouterr().err == ""
    assert caplog.records == []


def test_a_stray_cell_at_the_far_corner_is_refused_and_not_made_room_for():
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADER)
        sheet.write_row(1, 0, ["2024-07-19T17:10:00Z", "lea", "un deux trois", 1])
        sheet.write(1_048_575, 16_383, " ")
    with pytest.raises(SheetTooLarge):
        imported(made.getvalue())


def test_other_sheets_of_posts_are_named_and_not_read():
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        for name in ("Twitter", "Facebook", "Résumé"):
            sheet = book.add_worksheet(name)
            rows = (
                [["Total", "2"]]
                if name == "Résumé"
                else [HEADER, ["2024-07-19T17:10:00Z", "lea", f"un {name} trois", 1]]
            )
            for r, row in enumerate(rows):
                sheet.write_row(r, 0, row)
    done = imported(made.getvalue())
    assert done.column("text") == ["un Twitter trois"]
    (said,) = [w for w in done.found.warnings if "Other sheets" in w.text]
    assert said.value("sheets").items == (Verbatim("Facebook"),)
    assert done.found.details["left_aside"] == said
