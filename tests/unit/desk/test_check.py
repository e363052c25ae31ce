"""What rebond check says of a file, in both languages."""

import pytest

from rebond.desk.check import examine
from rebond.errors import FileNotThere, UnknownZone
from rebond.evidence.rows_file import HEAD
from rebond.render.workbooks import case_sheet, hand_collected, log
from rebond.wording.voice import Voice

EXPORT = """\
Date;Auteur;Texte;Ville
19/07/2024 19:10;lea;La box ne répond plus;Laval
19/07/2024 19:12;omar;RT @lea: La box ne répond plus;Gatineau
plus tard;zoe;Toujours rien;Laval
20/07/2024 08:00;lea;Tout est revenu;
"""


@pytest.fixture
def told(tmp_path):
    path = tmp_path / "export.csv"
    path.write_text(EXPORT, "utf-8")

    def in_language(lang, zone=None):
        voice = Voice.of(lang)
        return [voice.text(line).replace("\u00a0", " ").replace("\u202f", " ") for line in examine(path, zone)]

    return in_language


def test_in_english(told):
    assert told("en") == [
        "export.csv: text table, columns separated by semicolons, UTF-8",
        "– 4 rows.",
        "– 1 row is left out: the reason is below.",
        "– 2 distinct accounts.",
        "– The file does not say on which platform.",
        "– Kinds: Post (2) and Repost (1).",
        "– Posts from 19 July 2024 to 20 July 2024 (UTC); the fullest day is 19 July 2024, with 2.",
        "– It carries: date and time (“Date”), text (“Texte”) and account (“Auteur”).",
        "– Columns left aside: Ville.",
        "– Not in this export, so left open in a review: interactions, views, potential audience and individual "
        "replies.",
        "– To be decided: In which time zone are its dates? The file does not say; UTC is assumed.",
        "– Note: It holds no id that can be trusted: repeats are told by account, time and text.",
        "– 1 × unreadable date; the first at line 4: “plus tard”.",
    ]


def test_in_french_with_the_zone_said(told):
    lines = told("fr", "Europe/Paris")
    assert lines[:3] == [
        "export.csv : tableau texte, colonnes séparées par des points-virgules, UTF-8",
        "– 4 lignes.",
        "– 1 ligne est écartée : la raison est plus bas.",
    ]
    assert "– Les heures sont lues dans le fuseau Europe/Paris, comme vous l’avez dit." in lines
    assert not [line for line in lines if "À décider" in line]


def test_both_languages_say_as_many_lines(told):
    assert len(told("fr")) == len(told("en"))


def test_a_file_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(FileNotThere):
        list(examine(tmp_path / "absent.csv", None))


def test_days_are_those_of_the_zone_of_the_file(tmp_path):
    """Three posts of the evening of the 15th in Montréal, where it is the 16th in UTC, and one of that morning."""
    path = tmp_path / "veille.csv"
    hours = ("15/10/2025 09:00", "15/10/2025 20:30", "15/10/2025 21:00", "15/10/2025 23:59", "16/10/2025 12:00")
    path.write_text("Date;Auteur;Texte\n" + "".join(f"{at};lea;texte {at}\n" for at in hours), "utf-8")
    lines = [Voice.of("en").text(line).replace("\u00a0", " ") for line in examine(path, "America/Toronto")]
    days = "– Posts from 15 October 2025 to 16 October 2025 (America/Toronto)"
    assert f"{days}; the fullest day is 15 October 2025, with 4." in lines


LOG = "Date,Time,Action\n2025-10-14,9:00,Notice posted\n2 h later,,Board briefed\n"


@pytest.mark.parametrize(("name", "text", "expected"), [
    ("log.csv", LOG, [
        "log.csv: a log of what was done. Give it with --log: rebond review EXPORT… --log log.csv",
        "log.csv: 1 log entry read.",
        "log.csv, line 3, left out: “2 h later · Board briefed” does not say when it was.",
    ]),
    ("notes.txt", "14 Oct 2025, 9 am: notice posted\n10 am: board briefed\n", [
        "notes.txt: a log of what was done. Give it with --log: rebond review EXPORT… --log notes.txt",
        "notes.txt: 2 log entries read.",
    ]),
    ("case.toml", '[sheet]\norganisation = "Rivage"\ntime_zone = "Mars"\ntitle = "Panne"\naccounts = ["rivage"]\n', [
        "case.toml: a case sheet. Give it with --sheet: rebond review EXPORT… --sheet case.toml",
        "case.toml: 1 × unknown time zone (first at line 3)",
    ]),
    ("posts.csv", f"{HEAD.decode('utf-8')}a.csv,2,2025-10-14T17:00:00Z,x,p,post\n", [
        "posts.csv: the list of posts that Rebond wrote for counting the figures of a review again. It is no export "
        "and stays inside: give the files that its column raw_file names.",
    ]),
])  # fmt: skip
def test_a_file_that_is_no_export_is_told_what_it_is_and_how_to_give_it(tmp_path, name, text, expected):
    (tmp_path / name).write_text(text, "utf-8")
    assert [Voice.of("en").text(line) for line in examine(tmp_path / name, None)] == expected


@pytest.mark.parametrize(("made", "says"), [
    (log, "un journal, où rien n’est encore ajouté."), (case_sheet, "une fiche du cas, encore vide."),
    (hand_collected, "un relevé de publications, encore vide."),
])  # fmt: skip
def test_a_workbook_nobody_filled_says_so(tmp_path, made, says):
    (tmp_path / "given.xlsx").write_bytes(made())
    (line,) = (Voice.of("fr").text(line).replace("\u00a0", " ") for line in examine(tmp_path / "given.xlsx", None))
    assert line.startswith(f"given.xlsx : {says}")


def test_a_zone_that_does_not_exist_is_said_for_a_log_too(tmp_path):
    (tmp_path / "log.csv").write_text(LOG, "utf-8")
    with pytest.raises(UnknownZone):
        list(examine(tmp_path / "log.csv", "Mars"))
