"""From files to documents, on a small crisis written by hand: 30 quiet days, then an evening of complaints."""

import csv
import io
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import load_workbook

from rebond.desk.request import Request
from rebond.desk.review import draw
from rebond.errors import (
    ExportError,
    LogEmpty,
    NoCaseThere,
    NoPosts,
    NothingAboutYou,
    NothingInWindow,
    SheetTooLarge,
    UnknownFormat,
    UnknownLanguage,
    UnknownZone,
    UnreadableTime,
)
from rebond.wording.voice import Voice

NOW = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
EVENING = datetime(2025, 10, 14, 21, 0, tzinfo=UTC)  # 17:00 in Toronto


def small_crisis(path: Path) -> Path:
    """Four posts a day for 30 days, 60 in an hour, 40 and 20 in the next two, then four a day for 20 days."""
    rows = []
    for day in range(-30, 21):
        for n, hour in enumerate((-12, -9, -5, -2)):
            rows.append(
                (EVENING + timedelta(days=day, hours=hour, minutes=7 * n), f"quiet{n}", f"Rivage bonjour {day}-{n}")
            )
    for hour, many in enumerate((60, 40, 20)):
        step = timedelta(hours=1) / many
        rows += [(EVENING + timedelta(hours=hour) + n * step, f"u{hour}-{n}", f"Rivage double prélèvement {hour}-{n}")
                 for n in range(many)]  # fmt: skip
    rows.append((EVENING + timedelta(hours=18), "rivagecoop", "We are looking into it."))
    rows.append((EVENING + timedelta(hours=1, minutes=1), "beach", "Sunset over the sea"))
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["date", "author", "text"])
    writer.writerows([at.isoformat(), who, what] for at, who, what in sorted(rows))
    path.write_text(text.getvalue(), encoding="utf-8")
    return path


def request(tmp_path: Path, **changes: object) -> Request:
    asked = {
        "exports": (small_crisis(tmp_path / "export.csv"),), "organisation": "Rivage", "own": ("@rivagecoop",),
        "zone": "America/Toronto", "lang": "en", "formats": ("html",), "out": tmp_path / "case",
    }  # fmt: skip
    return Request(**{**asked, **changes})  # type: ignore[arg-type]


def drawn(tmp_path: Path, **changes: object):  # type: ignore[no-untyped-def]
    return draw(request(tmp_path, **changes), step=lambda _: None, ask=None, now=NOW)


def record(folder: Path) -> dict:  # type: ignore[type-arg]
    return json.loads((folder / "review.json").read_text("utf-8"))


def figure(folder: Path, id: str) -> dict:  # type: ignore[type-arg]
    return next(one for one in record(folder)["figures"] if one["id"] == id)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One review drawn, never changed by a test."""
    return drawn(tmp_path_factory.mktemp("small")).folder


def test_the_documents_asked_for_are_written_and_no_other(case: Path):
    assert sorted(p.name for p in case.iterdir() if p.is_file() and p.name[0] != ".") == [
        "case.toml", "manifest.json", "review.en.html", "review.json",
    ]  # fmt: skip
    assert sorted(p.name for p in (case / "internal").iterdir()) == [
        "evidence.en.html", "journal-a-completer.xlsx", "posts.csv",
    ]  # fmt: skip


def test_the_crisis_is_the_one_written(case: Path):
    told = record(case)
    assert told["turning_points"]["outbreak"]["retained"] == "2025-10-14T21:00:00Z"
    assert (told["corpus"]["captured"], told["corpus"]["own"], told["corpus"]["off_topic"]) == (326, 1, 1)
    assert figure(case, "volume.peak_hour")["value"] == 60


def test_our_own_post_is_no_answer_until_people_say_so(case: Path):
    answer = figure(case, "ttfr")
    assert answer["value"] is None and answer["not_recorded"]
    assert "for people to say" in answer["why_not"]["en"]
    assert "whether it answers is for people to say" in (case / "review.en.html").read_text("utf-8")


def test_the_same_request_again_changes_no_document(tmp_path: Path):
    first = drawn(tmp_path).folder
    before = {p.name: p.read_bytes() for p in first.glob("review.*")}
    drawn(tmp_path)
    assert {p.name: p.read_bytes() for p in first.glob("review.*")} == before
    assert [p for p in (first / "reviews").iterdir() if p.is_dir()] == []


def test_another_day_the_earlier_set_is_kept_by_date(tmp_path: Path):
    folder = drawn(tmp_path).folder
    before = (folder / "review.en.html").read_bytes()
    draw(Request(lang="en", formats=("html",), out=folder), step=lambda _: None, ask=None, now=NOW + timedelta(days=1))
    assert (folder / "reviews" / "2026-01-05T090000Z" / "review.en.html").read_bytes() == before
    assert (folder / "review.en.html").read_bytes() != before


def test_a_log_given_again_under_the_same_name_takes_the_place_of_the_first(tmp_path: Path):
    log = tmp_path / "log.csv"
    log.write_text("date,what was done,nature\n2025-10-14 20:00,Statement published,statement\n", encoding="utf-8")
    folder = drawn(tmp_path, logs=(log,)).folder
    assert figure(folder, "ttfr")["value"] == 3 * 3600
    log.write_text("date,what was done,nature\n2025-10-14 19:00,Statement published,statement\n", encoding="utf-8")
    done = draw(Request(logs=(log,), lang="en", formats=("html",), out=folder), step=lambda _: None, ask=None, now=NOW)
    assert figure(folder, "ttfr")["value"] == 2 * 3600
    assert done.folder == folder


def test_names_of_columns_alone_take_a_log_out_of_use(tmp_path: Path):
    log = tmp_path / "log.csv"
    log.write_text("date,what was done\n2025-10-14 20:00,Statement published\n", encoding="utf-8")
    folder = drawn(tmp_path, logs=(log,)).folder
    assert figure(folder, "ttfr")["value"] == 3 * 3600
    log.write_text("date,what was done\n", encoding="utf-8")
    done = draw(Request(logs=(log,), lang="en", formats=("html",), out=folder), step=lambda _: None, ask=None, now=NOW)
    assert figure(folder, "ttfr")["value"] is None
    assert "log.csv: nothing is filled in yet." in [Voice.of("en").text(line) for line in done.told]


def test_a_journal_people_wrote_in_is_never_written_over(tmp_path: Path):
    folder = drawn(tmp_path).folder
    journal = folder / "internal" / "journal-a-completer.xlsx"
    journal.write_bytes(journal.read_bytes() + b" ")  # as if a person had saved it
    touched = journal.read_bytes()
    done = draw(Request(lang="en", formats=("html",), out=folder), step=lambda _: None, ask=None, now=NOW)
    assert journal.read_bytes() == touched
    assert folder / "internal" / "journal-a-completer-2.xlsx" in done.files
    assert any("journal-a-completer-2.xlsx" in Voice.of("en").text(step) for step in done.next_steps)


def test_the_log_to_complete_shows_what_our_posts_said(case: Path):
    page = load_workbook(case / "internal" / "journal-a-completer.xlsx").worksheets[0]
    seen = [str(cell) for row in page.iter_rows(values_only=True) for cell in row if "Your own post" in str(cell)]
    assert len(seen) == 1 and seen[0].endswith("We are looking into it.")


def test_a_sentence_corrected_in_word_survives_the_next_draw(tmp_path: Path):
    from docx import Document

    folder = drawn(tmp_path, formats=("docx", "html")).folder
    document = Document(str(folder / "review.en.docx"))
    sentence = next(p for p in _paragraphs(document) if "Volume left its usual level" in p.text)
    for run in sentence.runs:
        run.text = ""
    sentence.runs[0].text = "It all began on a Tuesday evening."
    document.save(str(folder / "review.en.docx"))
    done = draw(
        Request(lang="en", formats=("docx", "html"), out=folder), step=lambda _: None, ask=None, now=NOW + timedelta(1)
    )
    assert "It all began on a Tuesday evening." in (folder / "review.en.html").read_text("utf-8")
    kept = Document(str(folder / "reviews" / "2026-01-05T090000Z" / "review.en.docx"))
    assert any("Tuesday evening" in p.text for p in _paragraphs(kept))
    assert done.told


def test_people_correct_approve_and_are_told_when_a_figure_moves(tmp_path: Path):
    from docx import Document

    folder = drawn(tmp_path, formats=("docx", "html"), lang="both").folder
    document = Document(str(folder / "review.fr.docx"))
    told = list(all_paragraphs(document))
    retype(next(p for p in told if "Le volume a quitté" in p.text), "Tout a commencé un mardi soir.")
    retype(next(p for p in told if "approuvé" in p.text), "● approuvé")
    box = next(n for n, p in enumerate(told) if "nom, date" in p.text)
    retype(told[box + 2], "M. Roy, 6 janvier 2026")
    document.save(str(folder / "review.fr.docx"))

    done = draw(Request(out=folder), step=lambda _: None, ask=None, now=NOW + timedelta(1))
    english = Voice.of("en")
    said = [english.text(one) for one in done.told]
    assert any("1 sentence is corrected in one language only" in one for one in said)
    assert "State of the review, as you set it: approved." in said
    page = (folder / "review.en.html").read_text("utf-8")
    assert '<li aria-current="step">approved</li>' in page and "M. Roy, 6 janvier 2026" in page
    assert "corrected in French: check this sentence" in page

    again = draw(Request(out=folder, ends="2025-10-14"), step=lambda _: None, ask=None, now=NOW + timedelta(2))
    assert any("changed since it was approved" in english.text(one) for one in again.told)
    assert '<li aria-current="step">corrected</li>' in (folder / "review.en.html").read_text("utf-8")


def test_a_sentence_right_as_it_stands_in_the_other_language_is_checked_by_erasing_its_mark(tmp_path: Path):
    folder = drawn(tmp_path, formats=("docx", "html"), lang="both").folder
    correct(folder / "review.fr.docx", "Le volume a quitté", lambda p: retype(p, "Tout a commencé un mardi soir."))
    draw(Request(out=folder), step=lambda _: None, ask=None, now=NOW + timedelta(1))

    mark = "corrected in French: check this sentence"
    assert mark in (folder / "review.en.html").read_text("utf-8")

    def erase(paragraph) -> None:  # type: ignore[no-untyped-def]
        next(run for run in paragraph.runs if "check this sentence" in run.text.replace("\u00a0", " ")).text = ""

    correct(folder / "review.en.docx", "Volume left its usual level", erase)
    done = draw(Request(out=folder), step=lambda _: None, ask=None, now=NOW + timedelta(2))
    page, said = (folder / "review.en.html").read_text("utf-8"), [Voice.of("en").text(one) for one in done.told]
    assert mark not in page and "Volume left its usual level" in page
    assert "1 sentence whose mark was erased is taken as checked." in said
    assert not any("in one language only" in one for one in said)


def correct(path: Path, start: str, change) -> None:  # type: ignore[no-untyped-def]
    """One paragraph changed in Word, and the document saved."""
    from docx import Document

    document = Document(str(path))
    change(next(p for p in all_paragraphs(document) if start in p.text))
    document.save(str(path))


def test_a_misspelt_name_is_told_with_the_names_there_are_and_draws_nothing(tmp_path: Path):
    with pytest.raises(NothingAboutYou) as refused:
        drawn(tmp_path, organisation="Rivaje", own=())
    english = Voice.of("en")
    assert "“Rivaje”" in english.text(refused.value.told())
    assert not (tmp_path / "case" / "review.en.html").exists()
    assert drawn(tmp_path, exports=(), organisation="Rivage").files  # the posts are there: only the name is mended


def test_of_three_authors_the_pages_do_not_tell_the_number(tmp_path: Path):
    rows = (f"2025-10-{1 + n // 8:02d}T{10 + n % 8}:00:00Z,u{n % 3},Rivage {n}" for n in range(80))
    (tmp_path / "three.csv").write_text("date,author,text\n" + "\n".join(rows))
    folder = drawn(tmp_path, exports=(tmp_path / "three.csv",)).folder
    page = (folder / "review.en.html").read_text("utf-8")
    assert "by fewer than 5 accounts" in page and "few people wrote: reread before sharing" in page
    assert "3 distinct accounts" not in page and "no group of fewer" not in page
    assert record(folder)["corpus"]["accounts"] is None


def all_paragraphs(document):  # type: ignore[no-untyped-def]
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph

    return (Paragraph(p, document) for p in document.element.body.iter(qn("w:p")))


def retype(paragraph, words):  # type: ignore[no-untyped-def]
    """Everything in a paragraph selected, and typed over."""
    for node in [child for child in paragraph._p if not child.tag.endswith("}pPr")]:
        paragraph._p.remove(node)
    paragraph.add_run(words)


def _paragraphs(document):  # type: ignore[no-untyped-def]
    yield from document.paragraphs
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from cell.paragraphs


def test_a_window_keeps_both_its_ends(tmp_path: Path):
    folder = drawn(tmp_path, starts="2025-10-14", ends="2025-10-14").folder
    told = record(folder)["corpus"]
    assert (
        told["counted"] + told["own"] + told["off_topic"] == 4 + 120 + 1
    )  # the day in Toronto: the answer came next day
    assert told["outside_window"] == 326 - 125


def test_what_is_missing_is_asked_and_an_empty_answer_stays_open(tmp_path: Path):
    asked: list[str] = []

    def ask(question: object) -> str:
        asked.append(str(question))
        return "fr, en" if "languages" in str(question) else ""

    draw(request(tmp_path), step=lambda _: None, ask=ask, now=NOW)
    sheet = (tmp_path / "case" / "case.toml").read_text("utf-8")
    assert 'languages_owed = ["fr", "en"]' in sheet
    assert "watched_by" not in sheet
    assert 0 < len(asked) <= 7


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"formats": ("odt",)}, UnknownFormat),
        ({"lang": "de"}, UnknownLanguage),
        ({"zone": "Mars"}, UnknownZone),
        ({"starts": "yesterday"}, UnreadableTime),
        ({"starts": "2025-10-15", "ends": "2025-10-14"}, UnreadableTime),
        ({"exports": ()}, NoCaseThere),
    ],
)
def test_a_refused_request_leaves_nothing_behind(tmp_path: Path, changes: dict, error: type):  # type: ignore[type-arg]
    with pytest.raises(error):
        drawn(tmp_path, **changes)
    assert not (tmp_path / "case").exists()


def test_without_a_folder_nor_an_export_posts_are_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NoPosts):
        draw(Request(), step=lambda _: None, ask=None, now=NOW)


def test_a_bad_export_leaves_no_empty_case_and_touches_no_full_one(tmp_path: Path):
    bad = tmp_path / "bad.csv"
    bad.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(ExportError):
        drawn(tmp_path, exports=(bad,))
    assert not (tmp_path / "case").exists()
    folder = drawn(tmp_path).folder
    before = (folder / "manifest.json").read_bytes()
    with pytest.raises(ExportError):
        draw(Request(exports=(bad,), out=folder), step=lambda _: None, ask=None, now=NOW)
    assert (folder / "manifest.json").read_bytes() == before


@pytest.mark.parametrize("given", ["sheet", "logs", "series"])
def test_a_workbook_too_large_to_open_leaves_no_half_made_case(tmp_path: Path, given: str):
    far = tmp_path / "far.xlsx"
    with xlsxwriter.Workbook(str(far)) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, ["Date", "Action"])
        page.write(1_048_575, 16_383, " ")
    with pytest.raises(SheetTooLarge):
        drawn(tmp_path, **{given: far if given == "sheet" else (far,)})
    assert not (tmp_path / "case").exists()


def test_a_log_that_cannot_be_read_is_said_before_anything_is_brought_in(tmp_path: Path):
    folder = drawn(tmp_path, exports=(small_crisis(tmp_path / "first.csv"),)).folder
    before = (folder / "manifest.json").read_bytes()
    empty = tmp_path / "log.csv"
    empty.write_text("Date,Action\n,Statement published\n", encoding="utf-8")
    with pytest.raises(LogEmpty):
        drawn(tmp_path, logs=(empty,))
    assert (folder / "manifest.json").read_bytes() == before


def test_a_window_without_posts_is_one_sentence(tmp_path: Path):
    with pytest.raises(NothingInWindow):
        drawn(tmp_path, starts="2030-01-01", ends="2030-01-02")


def test_posts_that_do_not_name_us_are_said_and_all_of_them_may_count(tmp_path: Path):
    told = " ".join(str(one) for one in drawn(tmp_path).told)
    assert "does not name you" in told
    folder = drawn(tmp_path, everything=True).folder
    assert record(folder)["corpus"]["off_topic"] == 0
