"""What rebond check says of a file, in both languages."""

import pytest

from rebond.desk.check import examine
from rebond.errors import FileNotThere
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
        "– Posts from 19 July 2024 to 20 July 2024; the fullest day is 19 July 2024, with 2.",
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
    assert "– Posts from 15 October 2025 to 16 October 2025; the fullest day is 15 October 2025, with 4." in lines
