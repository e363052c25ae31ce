"""Words are cut to the room they take on a page, after a word, and marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rebond.evidence.room import CUT, room, shortened


@pytest.mark.parametrize(
    ("words", "most", "printed"),
    [
        ("panne nationale", 15, "panne nationale"),
        ("panne nationale des services", 22, "panne nationale […]"),
        ("panne, nationale et longue", 12, "panne […]"),
        ("PANNE DE RÉSEAU", 15, "PANNE DE […]"),  # 13 capitals and two spaces: the room of 18.25 small letters
        ("x" * 30, 14, "x" * 10 + " […]"),
        ("全国的な停電が発生", 12, "全国的な […]"),
        ("panne 🔥🔥", 40, "panne 🔥🔥"),
        ("panne 🔥🔥🔥", 40, "panne […]"),
        ("👩‍🚒👩‍🚒👩‍🚒", 35, "👩‍🚒 […]"),
    ],
)
def test_words_are_cut_to_their_room(words: str, most: float, printed: str):
    assert shortened(words, most) == printed


@given(st.text(), st.integers(5, 90))
def test_nothing_takes_more_than_its_room(words: str, most: int):
    cut = shortened(words, most)
    assert room(cut) <= most
    assert " ".join(words.split()).startswith(cut.removesuffix(CUT).rstrip())
