"""Spaces, quotes and apostrophes, as each language prints them."""

from hypothesis import given
from hypothesis import strategies as st

from rebond.wording.typography import set_type

HARD, NARROW = "\u00a0", "\u202f"


def test_french_spaces_stand_before_double_signs():
    assert set_type("Vraiment ? Oui ! Bien sûr ; voir : 12 %", "fr") == (
        f"Vraiment{NARROW}? Oui{NARROW}! Bien sûr{NARROW}; voir{HARD}: 12{HARD}%"
    )


def test_french_quotes_hold_their_words():
    assert set_type("le mot « oui »", "fr") == f"le mot «{NARROW}oui{NARROW}»"


def test_apostrophes_and_dots_are_typeset_in_both():
    assert set_type("l'été...", "fr") == "l’été…"
    assert set_type("don't...", "en") == "don’t…"


def test_an_address_keeps_its_colon():
    assert set_type("voir https://exemple.org", "fr") == "voir https://exemple.org"


@given(st.text(alphabet="a l'«»:;?!%.\u00a0\u202f\n1", max_size=60), st.sampled_from(["fr", "en"]))
def test_doing_it_twice_changes_nothing(text, lang):
    once = set_type(text, lang)
    assert set_type(once, lang) == once
