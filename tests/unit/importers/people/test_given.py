"""What a file is when nobody said it, before it is read as something else."""

import pytest
from tests.contract.formats.feed import RSS

from rebond.importers.people.given import Given, what_is
from rebond.render.workbooks import case_sheet, hand_collected, log

LOG = "Date;Heure;Action;Qui\n14 oct. 2025;9 h;Avis publié;DG\n"
SHEET = "Organisation : Rivage\nFuseau : Montréal\nComptes : @rivage\nTitre : Panne\n"
CHAT = "[2025-10-14 17:05] Marie: plaintes vues\n[2025-10-14 17:20] Ben: cellule réunie\n"
MAIL = "From: Sam\nDate: Tue, 14 Oct 2025 14:05:00 -0400\nSubject: Recap\n\n9:05 alert seen\n"
TOML = '[sheet]\norganisation = "Rivage"\ntime_zone = "Europe/Paris"\ntitle = "Panne"\naccounts = ["rivage"]\n'
POSTS = "Date,Auteur,Texte\n2025-10-14 17:00,lea,Panne\n2025-10-14 17:01,omar,Panne aussi\n"


@pytest.mark.parametrize(("name", "data", "expected"), [
    ("log.csv", LOG, Given.LOG), ("chat.txt", CHAT, Given.LOG), ("mail.eml", MAIL, Given.LOG),
    ("notes.txt", "14 Oct 2025, 9 am: notice posted\n10 am: board briefed\n", Given.LOG),
    ("sheet.txt", SHEET, Given.SHEET), ("case.toml", TOML, Given.SHEET),
    ("head.csv", "Date,Auteur,Texte,Lien\n", Given.EMPTY_POSTS),
    ("posts.csv", POSTS, None), ("page.json", '{"a": "b"}', None),
    ("feed.xml", RSS, None), ("picture.png", "\x89PNG\r\n", None), ("", "", None),
    ("nobody.csv", "2025-10-14 17:00,lea,Panne\n2025-10-14 17:01,omar,Panne aussi\n", None),
])  # fmt: skip
def test_a_file_is_told_by_what_it_holds(name: str, data: str, expected: Given | None):
    assert what_is(name, data.encode("latin-1" if name == "picture.png" else "utf-8")) is expected


@pytest.mark.parametrize(("made", "expected"), [
    (log, Given.LOG), (case_sheet, Given.SHEET), (hand_collected, Given.EMPTY_POSTS),
])  # fmt: skip
def test_our_own_workbooks_are_known_before_anything_is_written_in_them(made, expected):
    assert what_is("given.xlsx", made()) is expected
