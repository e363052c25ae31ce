"""The workbooks people fill: bilingual, the same bytes each time, every cell a text, read back by our own readers."""

import io
import json
import runpy
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from rebond.importers import Source, read, recognise
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


def test_posts_typed_by_hand_are_read_as_an_ordinary_export():
    def fill(page):
        first = header_of(page, "Lien (Link)")[0] + 1
        write_row(page, first, {"Lien (Link)": "https://www.facebook.com/groups/1/posts/2", "Date": "2025-10-14",
                                "Heure (Time)": "17:05", "Plateforme (Platform)": "Facebook",
                                "Compte (Account)": "Une membre", "Texte (Text)": "=Prélevée deux fois !",
                                "J’aime (Likes)": "12"}, "Date")  # fmt: skip
        write_row(page, first + 1, {"Lien (Link)": "https://x.com/a/status/1", "Date": "2025-10-15",
                                    "Heure (Time)": "9:30", "Plateforme (Platform)": "X", "Compte (Account)": "a",
                                    "Texte (Text)": "Charged twice!"}, "Date")  # fmt: skip
        page.cell(row=first, column=header_of(page, "Date")[1]["Texte (Text)"]).data_type = "s"

    data = filled(hand_collected(), fill)
    source = Source("releve.xlsx", len(data), lambda: io.BytesIO(data))
    found = recognise(source, "America/Toronto")
    rows = [row for batch in read(source, found) for row in batch.posts.to_pylist()]
    assert [(row["platform"], row["text"], row["handle"], row["likes"]) for row in rows] == [
        ("facebook", "=Prélevée deux fois !", "Une membre", 12), ("x", "Charged twice!", "a", None),
    ]  # fmt: skip
    assert [f"{row['published_at']:%Y-%m-%d %H:%M}" for row in rows] == ["2025-10-14 21:05", "2025-10-15 13:30"]


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
