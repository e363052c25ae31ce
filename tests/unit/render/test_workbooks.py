"""The workbooks people fill: bilingual, the same bytes each time, every cell a text, read back by our own readers."""

import io
import json
import runpy
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from rebond.importers.people.log import read_log
from rebond.importers.people.questions import PARTS
from rebond.render.workbooks import case_sheet, hand_collected, log

HERE = runpy.run_path(str(Path(__file__).parents[1] / "importers" / "people" / "filled.py"))
filled, header_of, write_row = (HERE[name] for name in ("filled", "header_of", "write_row"))
BOOKS = {"case_sheet": case_sheet, "log": log, "hand_collected": hand_collected}


@pytest.mark.parametrize("make", BOOKS.values(), ids=BOOKS.keys())
def test_equal_content_gives_equal_bytes(make):
    assert make() == make()


@pytest.mark.parametrize("make", BOOKS.values(), ids=BOOKS.keys())
def test_the_header_stays_in_sight_on_screen_and_on_paper_and_lists_are_hidden(make):
    book = load_workbook(io.BytesIO(make()))
    *pages, lists = book.worksheets
    assert lists.sheet_state == "hidden"
    for page in pages:
        header = int(page.freeze_panes[1:]) - 1
        assert page.print_title_rows == f"${header}:${header}"
        assert page.page_setup.orientation == "landscape" and page.sheet_properties.pageSetUpPr.fitToPage
        assert page.data_validations.dataValidation


def test_each_question_of_the_sheet_stands_in_both_languages_with_its_example():
    page = load_workbook(io.BytesIO(case_sheet())).worksheets[0]
    rows = {row[0].value: [cell.value or "" for cell in row] for row in page.iter_rows(max_col=5) if row[0].value}
    for part in PARTS:
        for question in part.questions:
            _, french, english, answer, example = rows[question.key]
            assert english == question.text and french.endswith("?") and french != english
            assert answer == "" and question.example in example
    assert page.column_dimensions["A"].hidden


def test_hostile_texts_in_a_log_stay_texts(shared_data):
    naughty = [text for text in json.loads((shared_data / "hostile" / "blns.json").read_text("utf-8")) if text.strip()]
    clean = [
        text for text in naughty if all(sign in "\t\n" or " " <= sign <= "\ud7ff" or sign > "\uffff" for sign in text)
    ]

    def fill(page):
        first = header_of(page, "Date")[0] + 4
        for n, text in enumerate(clean):  # forty a day: nobody writes down five hundred acts in an hour
            write_row(page, first + n, {"Date": f"2025-10-{1 + n // 40:02d}", "Heure": "9:00"})
            cell = page.cell(row=first + n, column=4, value=text)
            cell.data_type = "s"

    reading = read_log("journal.xlsx", filled(log(), fill), "UTC", None)
    refused = [problem for problem in reading.problems if problem.refused]
    rows = {action.raw_row for action in reading.log.actions} | {problem.raw_row for problem in refused}
    assert len(clean) > 400 and len(rows) == len(clean)  # every row is kept, or refused with its number
    for line in naughty:
        csv = f'Date;Action\n2025-10-14 9:00;"{line.replace(chr(34), chr(34) * 2)}"\n'
        assert read_log("a.csv", csv.encode("utf-8", "replace"), "UTC", None).log.actions


@pytest.mark.parametrize("make", BOOKS.values(), ids=BOOKS.keys())
def test_no_cell_is_a_formula_or_a_link(make):
    with zipfile.ZipFile(io.BytesIO(make())) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/")]
    assert sheets and not any(b"<f>" in sheet or b"<hyperlink" in sheet for sheet in sheets)
