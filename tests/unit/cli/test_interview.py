"""Numbered answers, in a terminal and in two languages."""

import io
from datetime import UTC, datetime

import pytest

from rebond.cli._interview import TerminalInterview
from rebond.cli._talk import Talk
from rebond.importers.guided.questions import Option, Question
from rebond.sentences import Moment, Verbatim, say
from rebond.wording.voice import Voice

DATE = Question(
    kind="published_at", asked=say("Which column says when each post was published?"),
    options=(Option(4, Verbatim("“Paru le”"), (Verbatim("03/10/2025 08:00"),)),
             Option(0, Verbatim("“Vu le”"), (Verbatim("04/10/2025 14:00"),))),
)  # fmt: skip
ZONE = Question(kind="zone", asked=say("Whose hour is it?"), options=(Option("UTC", Verbatim("UTC")),), default=None,
                typed=True)  # fmt: skip


@pytest.fixture
def person(monkeypatch):
    def typing(lines, lang="en"):
        monkeypatch.setattr("sys.stdin", io.StringIO(lines))
        return TerminalInterview(Talk(Voice.of(lang)))

    return typing


@pytest.mark.parametrize(("question", "typed", "answer"), [
    (DATE, "2\n", 0), (DATE, "\n", 4), (DATE, "0\n", None), (DATE, "7\nvu le\n2\n", 0), (DATE, "7\n8\n9\n", None),
    (DATE, "", 4), (ZONE, "\n", None), (ZONE, "1\n", "UTC"), (ZONE, "Montréal\n", "Montréal"), (ZONE, "9\n1\n", "UTC"),
])  # fmt: skip
def test_an_answer_is_a_number_or_enter(person, question, typed, answer):
    assert person(typed).choose(question) == answer


@pytest.mark.parametrize(("typed", "agreed"), [
    ("\n", True), ("y\n", True), ("Oui\n", True), ("n\n", False), ("NON\n", False), ("perhaps\nn\n", False), ("", True),
])  # fmt: skip
def test_yes_is_the_empty_answer_in_both_languages(person, typed, agreed):
    assert person(typed).agree(say("Is this right?")) is agreed


def test_the_choices_are_laid_out_beside_the_results_and_never_in_them(person, capsys):
    person("\n", "fr").choose(DATE)
    said = capsys.readouterr()
    assert said.out == ""
    assert [line for line in said.err.replace("\u202f", " ").replace("\u00a0", " ").splitlines() if line] == [
        "Quelle colonne dit quand chaque publication a paru ?",
        "   1  “Paru le”                   03/10/2025 08:00",
        "   2  “Vu le”                     04/10/2025 14:00",
        "   0  Je ne sais pas",
        "Tapez un numéro ; Entrée prend 1.",
        "> ",
    ]


def test_long_examples_stand_below_their_column(person, capsys):
    words = Verbatim("Toujours aucune réponse du service, trois jours après la double facturation")
    question = Question(kind="text", asked=DATE.asked, options=(Option(1, Verbatim("“Propos”"), (words, words)),))
    person("\n").choose(question)
    lines = capsys.readouterr().err.splitlines()
    assert lines[2:5] == ["   1  “Propos”", f"        {words.text}", f"        {words.text}"]


def test_posts_are_shown_with_the_hours_of_a_zone(person, capsys):
    at = Moment(datetime(2025, 10, 3, 6, 0, tzinfo=UTC), "full_year")
    person("").show([(at, Verbatim("Facturé deux fois"))], "Europe/Paris")
    said = capsys.readouterr().err.replace("\u202f", " ").replace("\u00a0", " ").splitlines()
    assert said == ["", "  3 October 2025 at 8:00", "      Facturé deux fois", ""]
