"""The case sheet: the template filled in either language, a table, lines, TOML."""

import runpy
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from rebond.casefile.settings_file import write_settings
from rebond.errors import FileProtected, SheetEmpty, SheetUnreadable
from rebond.importers.people.sheet import read_sheet
from rebond.render.workbooks import case_sheet
from rebond.settings import CaseSheet, Settings, Targets

filled = runpy.run_path(str(Path(__file__).with_name("filled.py")))["filled"]

FRENCH = {
    "organisation": "Coopérative Rivage", "kind": "Coopérative, mutuelle / Co-operative",
    "names": "Rivage, Coop Rivage", "accounts": "@cooprivage\nfacebook.com/rivage.officiel",
    "languages_owed": "français, anglais", "time_zone": "Montréal", "title": "Double prélèvement",
    "what_happened": "Une panne a prélevé deux fois les membres.",
    "happened_at": "14 octobre 2025, vers 17 h", "queries": "double prélèvement; #rivage",
    "declared_exit": "17 octobre 2025 à 17 h", "target_detect": "30 min", "target_answer": "2 h",
    "target_other_language": "15 minutes", "watched_by": "équipe des communications",
    "watched_until": "20 octobre 2025", "costs": "18 000 $", "author": "direction des communications",
    "circulation": "direction et CA", "privacy_regime": "Loi 25 (Québec) / Law 25 (Québec)",
}  # fmt: skip
ENGLISH = FRENCH | {
    "kind": "co-operative", "languages_owed": "French, English", "time_zone": "Eastern time",
    "happened_at": "October 14, 2025, around 5 pm", "declared_exit": "2025-10-17 17:00",
    "target_other_language": "15 min", "watched_until": "Oct 20, 2025", "privacy_regime": "Law 25",
}  # fmt: skip
EXPECTED = CaseSheet(
    organisation="Coopérative Rivage", kind="cooperative", names=("Rivage", "Coop Rivage"),
    accounts=("cooprivage", "rivage.officiel"), languages_owed=("fr", "en"), time_zone="America/Toronto",
    title="Double prélèvement", what_happened="Une panne a prélevé deux fois les membres.",
    happened_at=(datetime(2025, 10, 14, 20, 30, tzinfo=UTC), datetime(2025, 10, 14, 21, 30, tzinfo=UTC)),
    queries=("double prélèvement", "#rivage"),
    declared_exit=(datetime(2025, 10, 17, 21, 0, tzinfo=UTC), datetime(2025, 10, 17, 21, 0, tzinfo=UTC)),
    targets=Targets(detect=timedelta(minutes=30), answer=timedelta(hours=2), other_language=timedelta(minutes=15)),
    watched_by="équipe des communications", watched_until=datetime(2025, 10, 21, 3, 59, tzinfo=UTC), costs="18 000 $",
    author="direction des communications", circulation="direction et CA", privacy_regime="qc_25",
)  # fmt: skip


def with_answers(answers: dict[str, str]) -> bytes:
    def fill(page):
        for (cell,) in page.iter_rows(max_col=1):
            if cell.value in answers:
                page.cell(row=cell.row, column=4, value=answers[cell.value])

    return filled(case_sheet(), fill)


@pytest.mark.parametrize("answers", [FRENCH, ENGLISH], ids=["fr", "en"])
def test_the_template_filled_gives_the_sheet(answers):
    reading = read_sheet("fiche-du-cas_case-sheet.xlsx", with_answers(answers))
    assert reading.sheet == EXPECTED
    assert reading.problems == ()


def test_the_template_left_empty_says_nothing():
    reading = read_sheet("fiche.xlsx", case_sheet())
    assert (reading.sheet, reading.problems) == (CaseSheet(), ())


def test_an_answer_not_understood_is_told_with_its_row_and_the_rest_is_kept():
    reading = read_sheet(
        "fiche.xlsx", with_answers({"organisation": "Rivage", "target_answer": "vite", "kind": "club"})
    )
    assert reading.sheet == CaseSheet(organisation="Rivage")
    assert [(p.code, p.field, p.value) for p in reading.problems] == [
        ("unknown-value", "kind", "club"), ("unknown-value", "target_answer", "vite"),
    ]  # fmt: skip
    assert all(p.raw_row > 5 and not p.refused for p in reading.problems)


def test_a_table_of_questions_and_answers_in_peoples_words():
    table = """Question;Réponse
Organisation;Ville de Laval
Type d'organisation;municipalité
Comptes;@villelaval
Fuseau;heure de l'Est
Délai de réponse;2 h
Couts;
"""
    expected = CaseSheet(
        organisation="Ville de Laval", kind="municipality", accounts=("villelaval",), time_zone="America/Toronto",
        targets=Targets(answer=timedelta(hours=2)),
    )  # fmt: skip
    for codec in ("utf-8", "utf-8-sig", "cp1252", "utf-16"):
        assert read_sheet("fiche.csv", table.encode(codec)).sheet == expected


def test_lines_of_text():
    text = b"Organisation : Coop Rivage\nTime zone: Paris\nLangues : fr, en\nNothing to do with it: really\n"
    assert read_sheet("fiche.txt", text).sheet == CaseSheet(
        organisation="Coop Rivage", time_zone="Europe/Paris", languages_owed=("fr", "en")
    )


def test_toml():
    text = """
organisation = "Rivage"
accounts = ["@rivage", "Rivage, la coop"]
time_zone = "Europe/Paris"
happened_at = 2025-10-14T17:00:00
declared_exit = ["2025-10-17 17:00", "2025-10-17 18:00"]
[targets]
answer = "2 h"
detect = "soon"
"""
    reading = read_sheet("fiche.toml", text.encode())
    assert reading.sheet == CaseSheet(
        organisation="Rivage", accounts=("rivage", "Rivage, la coop"), time_zone="Europe/Paris",
        happened_at=(datetime(2025, 10, 14, 15, tzinfo=UTC), datetime(2025, 10, 14, 15, tzinfo=UTC)),
        declared_exit=(datetime(2025, 10, 17, 15, tzinfo=UTC), datetime(2025, 10, 17, 16, tzinfo=UTC)),
        targets=Targets(answer=timedelta(hours=2)),
    )  # fmt: skip
    assert [(p.raw_row, p.field) for p in reading.problems] == [(9, "target_detect")]


def test_a_time_without_a_zone_is_read_in_utc_and_told():
    reading = read_sheet("fiche.txt", "Quand : 14 octobre 2025 à 17 h\nOrganisation : Rivage\n".encode())
    assert reading.sheet.happened_at == (datetime(2025, 10, 14, 17, tzinfo=UTC),) * 2
    assert [(p.raw_row, p.code) for p in reading.problems] == [(1, "no-zone")]


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 \x00\x00", b"\x00\x01\x02" * 50, b"PK\x03\x04 not a workbook"])
def test_what_is_no_sheet_is_refused_in_one_sentence(data):
    with pytest.raises(SheetUnreadable):
        read_sheet("fiche.xlsx", data)


def test_a_text_with_no_question_of_ours_and_a_protected_workbook_are_refused():
    with pytest.raises(SheetEmpty):
        read_sheet("fiche.txt", "Bonjour, voici le compte rendu de la réunion.".encode())
    with pytest.raises(FileProtected):
        read_sheet("fiche.xlsx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(SheetUnreadable):
        read_sheet("fiche.toml", b'organisation = "Rivage')


def test_the_settings_of_a_case_given_as_a_sheet_say_the_same(tmp_path: Path):
    write_settings(tmp_path, Settings(sheet=EXPECTED), {})
    reading = read_sheet("case.toml", (tmp_path / "case.toml").read_bytes())
    assert reading.sheet == EXPECTED
    assert reading.problems == ()


@pytest.mark.parametrize("target", ["-5 min", "−5 min", "5 min to 10 min", "0 min"])
def test_a_delay_that_is_none_is_told_and_left_open(target: str):
    reading = read_sheet("sheet.csv", f"Organisation;Rivage\nTarget answer;{target}\n".encode())
    assert reading.sheet.targets == Targets()
    assert [(p.raw_row, p.code, p.field) for p in reading.problems] == [(2, "unknown-value", "target_answer")]


def test_a_sheet_of_which_nothing_is_understood_is_refused():
    with pytest.raises(SheetEmpty):
        read_sheet("sheet.csv", b"Target answer;soon\nTime zone;Mars\n")
