"""Wordings as sets of five characters, against plain Python."""

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from rebond.corpus.shingles import CHARACTERS, shingles

TEXTS = st.lists(st.text(alphabet="abé 😡!一", max_size=80), max_size=8)


def plainly(text: str) -> list[str]:
    """All that is no letter made one space, none at the ends; then every five characters in a row."""
    read = " ".join("".join(one if one.isalnum() else " " for one in text).split())
    return [read[at : at + CHARACTERS] for at in range(len(read) - CHARACTERS + 1)]


def sizes(*texts: str) -> list[int]:
    return shingles(pa.array(texts, pa.string())).sets().sizes.tolist()


def same(one: str, other: str) -> bool:
    sets = [shingles(pa.array([text])).sets().hashes.tolist() for text in (one, other)]
    return sets[0] == sets[1]


@given(TEXTS)
def test_each_text_has_its_distinct_runs_and_none_of_its_neighbours(texts):
    assert sizes(*texts) == [len(set(plainly(text))) for text in texts]
    together = shingles(pa.array(texts, pa.string())).sets()
    alone = [shingles(pa.array([text])).sets().hashes.tolist() for text in texts]
    assert together.hashes.tolist() == [one for text in alone for one in text]


def test_whom_it_is_sent_to_and_how_it_is_dressed_do_not_count():
    assert same("encore une panne ce matin", "@rivage.coop encore une panne, ce matin")
    assert same("encore une panne ce matin 😡😡", "encore une panne ce matin !!! ")


def test_words_of_a_hashtag_and_marks_of_other_scripts_count():
    assert same("boycott rivage now", "#boycott rivage now")
    assert not same("हिन्दी में लिखा", "हन्द में लखा")


def test_letters_are_counted_without_spaces_and_mentions():
    assert shingles(pa.array(["@ana ça va, 2 fois ?", "😡", ""])).letters.tolist() == [9, 0, 0]
