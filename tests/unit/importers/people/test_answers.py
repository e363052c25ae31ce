"""Answers as people word them."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rebond.importers.people.answers import account, delay, understood
from rebond.importers.people.questions import PARTS, answered, missing
from rebond.importers.people.zones import zone_named
from rebond.settings import CaseSheet, Targets
from rebond.wording.voice import Voice

MINUTES = """
    2 h                      | 120
    2h                       | 120
    1 h 30                   | 90
    1h30min                  | 90
    1,5 h                    | 90
    15 min                   | 15
    30 minutes               | 30
    half an hour             | 30
    une heure                | 60
    moins de 2 h             | 120
    within 45 minutes        | 45
    120 min (2 h)            | 120
    deux heures et 15 minutes| 135
    1 jour                   | 1440
    2 days                   | 2880
    une semaine              | 10080
"""


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


@pytest.mark.parametrize(("text", "minutes"), rows(MINUTES))
def test_a_delay_is_read_as_it_is_said(text, minutes):
    assert delay(text) == timedelta(minutes=int(minutes))


@pytest.mark.parametrize("text", ["30", "15 à 30 min", "vite", "h", "bientôt", "2 h ou 3", "0 min"])
def test_what_is_no_delay_is_not_guessed(text):
    assert delay(text) is None


ZONES = """
    heure de l'Est                               | America/Toronto
    Paris                                        | Europe/Paris
    Montréal (America/Toronto)                   | America/Toronto
    america/toronto                              | America/Toronto
    Eastern Standard Time                        | America/New_York
    (UTC-05:00) Eastern Time (US & Canada)       | America/Toronto
    heure avancée de l'Est (HAE)                 | America/Toronto
    EST                                          | America/Toronto
    fuseau horaire de Paris                      | Europe/Paris
    Winnipeg                                     | America/Winnipeg
    UTC−5                                        | Etc/GMT+5
"""


@pytest.mark.parametrize(("text", "zone"), rows(ZONES))
def test_a_zone_is_known_by_its_city_or_its_name(text, zone):
    assert zone_named(text) == zone


def test_a_zone_nobody_knows_is_none():
    assert zone_named("l'heure d'hiver de chez nous") is None


def test_accounts_come_without_sign_address_or_platform():
    asked = ["@cooprivage", "https://x.com/cooprivage", "facebook.com/cooprivage/", "Coop Rivage (Facebook)",
             "Instagram : @coop.rivage", "https://www.linkedin.com/company/coop-rivage"]  # fmt: skip
    assert [account(text) for text in asked] == [
        "cooprivage", "cooprivage", "cooprivage", "Coop Rivage", "coop.rivage", "coop-rivage",
    ]  # fmt: skip


def test_languages_and_kind_are_known_by_their_labels_in_either_language():
    blank = CaseSheet()
    assert understood(blank, "languages_owed", "Français et anglais").languages_owed == ("fr", "en")
    assert understood(blank, "languages_owed", "EN, FR").languages_owed == ("en", "fr")
    assert understood(blank, "languages_owed", "les deux").languages_owed == ("fr", "en")
    assert understood(blank, "languages_owed", "français et klingonien") is None
    assert understood(blank, "kind", "Municipality").kind == "municipality"
    assert understood(blank, "kind", "OBNL").kind == "nonprofit_donors"
    assert understood(blank, "kind", "Coopérative, mutuelle / Co-operative").kind == "cooperative"
    assert understood(blank, "kind", "une sorte de club") is None


@pytest.mark.parametrize("text", ["", "  ", "—", "?", "je ne sais pas", "I don't know", "n/a", "à préciser"])
def test_an_open_answer_leaves_the_question_open(text):
    sheet = CaseSheet(organisation="Rivage")
    for part in PARTS:
        for question in part.questions:
            assert answered(sheet, question.key, text) == sheet


def test_a_terminal_asks_seven_questions_at_most_and_only_what_is_missing():
    assert [q.key for q in missing(CaseSheet())] == [
        "organisation", "accounts", "time_zone", "what_happened", "languages_owed", "targets", "watched",
    ]  # fmt: skip
    told = CaseSheet(organisation="Rivage", accounts=("rivage",), time_zone="Europe/Paris")
    assert [q.key for q in missing(told)] == ["what_happened", "languages_owed", "targets", "watched", "kind"]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_each_question_gives_an_example_that_is_understood_in_the_language_it_is_asked(lang):
    voice = Voice.of(lang)
    sheet = CaseSheet(time_zone="America/Toronto")
    questions = [*missing(CaseSheet()), *(q for part in PARTS for q in part.questions)]
    for question in questions:
        example = voice.say(question.example)
        first = example.split(",")[0] if question.key in ("kind", "privacy_regime", "time_zone") else example
        assert answered(sheet, question.key, first) not in (None, sheet) or question.key == "time_zone", question.key
        assert example in voice.text(question.said())


def test_one_answer_may_fill_several_fields():
    sheet = CaseSheet(time_zone="America/Toronto")
    told = answered(
        sheet, "what_happened", "le 14 octobre 2025 vers 17 h, une panne a prélevé deux fois 41 000 membres"
    )
    assert told.what_happened.startswith("le 14 octobre")
    assert told.happened_at == (datetime(2025, 10, 14, 20, 30, tzinfo=UTC), datetime(2025, 10, 14, 21, 30, tzinfo=UTC))
    assert answered(sheet, "targets", "30 min, 2 h, —").targets == Targets(
        detect=timedelta(minutes=30), answer=timedelta(hours=2)
    )
    watched = answered(sheet, "watched", "l'équipe des communications, jusqu'au 20 octobre 2025")
    assert watched.watched_by == "l'équipe des communications"
    assert watched.watched_until == datetime(2025, 10, 21, 3, 59, tzinfo=UTC)  # the last minute of that day in Toronto
    assert answered(sheet, "targets", "vite, très vite") is None


@given(st.sampled_from([q.key for part in PARTS for q in part.questions]), st.text(max_size=80))
def test_no_answer_makes_reading_fail(key, text):
    found = answered(CaseSheet(), key, text)
    assert found is None or isinstance(found, CaseSheet)
