"""No link, account or address of people's own words reaches a shareable page."""

import pytest

from rebond.evidence.sealed import sealed


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("réponse, en français", "réponse, en français"),
        ("Répondu à @jean_l sur X", "Répondu à […] sur X"),
        ("voir https://x.com/a/status/123?s=20 svp", "voir […] svp"),
        ("copie : claire@rivage.example, 14 h", "copie : […], 14 h"),
        ("fil sur bsky.app/profile/a", "fil sur […]"),
        ("fil u/acheteur_mtl et r/montreal", "fil […] et […]"),
        ("publication 1145678901234567890 masquée", "publication […] masquée"),
        ("@ 14 h, remboursement de 2140 $", "@ 14 h, remboursement de 2140 $"),
        ("deux\nlignes", "deux lignes"),
        ("15/07 et/ou 4.2", "15/07 et/ou 4.2"),
    ],
)
def test_what_may_not_circulate_is_cut_and_marked(words: str, printed: str):
    assert sealed(words).text == printed


def test_a_long_title_is_cut_at_a_word_and_marked():
    cut = sealed("mot " * 60).text
    assert cut.endswith("mot […]")
    assert len(cut) <= 90


def test_both_languages_of_a_text_are_cut_apart():
    assert sealed("Répondu à @jean. // Answered @jean.", inside=True).text == "Répondu à […] // Answered […]"
