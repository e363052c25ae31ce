"""Which language a title or a sentence of the sheet was written in, where its words tell."""

import pytest

from rebond.sentences import Verbatim, say
from rebond.wording.tongues import language_of
from rebond.wording.voice import Voice

FR, EN = Voice.of("fr"), Voice.of("en")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Panne nationale Freebox du 19 juillet", "fr"),
        ("comité exécutif", "fr"),
        ("on promet un geste commercial avant fin juillet", "fr"),
        ("Statement posted on X", "en"),
        ("A blogger posts a video", "en"),
        ("Une panne a privé d’internet des abonnés", "fr"),
        ("Double charge of October 2025", "en"),
        ("Grounded flights after the ice storm", "en"),
        ("head of communications", "en"),
        ("Communications", None),
        ("Direction, conseil", None),
        ("American Airlines", None),
        ("Montréal", None),
        ("Le Devoir on our case", None),
        ("", None),
    ],
)
def test_small_words_tell_the_language_and_names_do_not(text, lang):
    assert language_of(text) == lang


def test_words_of_another_language_are_marked_as_such():
    (run,) = EN.runs(Verbatim("Panne nationale du 19 juillet"))
    assert (run.text, run.verbatim, run.lang) == ("Panne nationale du 19 juillet", True, "fr")
    assert [run.lang for run in FR.runs(Verbatim("Panne nationale du 19 juillet"))] == [None]
    assert [run.lang for run in EN.runs(Verbatim("Panne du 19 juillet // The outage of 19 July"))] == [None]


def test_something_else_may_stand_in_their_place_there():
    words = Verbatim("Panne nationale du 19 juillet", otherwise=say("no log entry"))
    assert (FR.text(words), EN.text(words)) == ("Panne nationale du 19 juillet", "no log entry")
