"""Both languages of one review are printed on the same paper, that of the organisation's place."""

import pytest

from rebond.render.paper import paper_of
from rebond.wording.voice import Voice

ALL = tuple(Voice.of(tag) for tag in ("fr-CA", "fr-FR", "en"))


@pytest.mark.parametrize(
    ("zone", "paper"),
    [
        ("America/Toronto", "letter"),
        ("America/Chicago", "letter"),
        ("Europe/Paris", "a4"),
        ("Africa/Dakar", "a4"),
        ("America/Martinique", "a4"),
        ("America/Sao_Paulo", "a4"),
        ("Australia/Sydney", "a4"),
    ],
)
def test_the_paper_is_that_of_the_place(zone, paper):
    assert {paper_of(zone, voice) for voice in ALL} == {paper}


def test_without_a_place_it_is_that_of_the_reader():
    assert [paper_of("UTC", voice) for voice in ALL] == ["letter", "a4", "letter"]
