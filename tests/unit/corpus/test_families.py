"""Which wordings are one, drawn by hand: the first of each list is the oldest."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from rebond.corpus.bands import as_numbers, bands_of
from rebond.corpus.families import find_families

PANNE = "encore une panne ce matin chez rivage et personne ne répond au téléphone depuis deux heures"
CHAIN = [  # each shares eight words in ten with the next, the ends four in ten
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze",
    "quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt cent",
    "huit neuf dix onze douze treize quatorze quinze seize vingt cent mille million trente quarante",
    "douze treize quatorze quinze seize vingt cent mille million trente quarante cinquante soixante",
]


def families(*texts: str) -> list[int]:
    """The place of the oldest of the family of each, none of them too short."""
    wordings = pa.array(texts)
    return find_families(as_numbers(pc.drop_null(bands_of(wordings))), lambda at: wordings.take(pa.array(at))).tolist()


def test_a_word_changed_added_or_dressed_up_is_a_copy():
    copies = (PANNE.replace("matin", "soir"), f"honteux {PANNE} vraiment", f"@ana {PANNE} 😡😡 #rivage")
    assert families(PANNE, *copies) == [0, 0, 0, 0]


def test_a_text_cut_short_is_a_copy_of_the_whole_and_says_so():
    assert families(PANNE, f"{PANNE[:48]}…") == [0, 0]
    assert families(PANNE, PANNE[:48]) == [0, 1]


def test_a_slogan_within_other_words_makes_them_no_copies():
    slogan = "nous voulons la vérité sur les factures"
    said = ("ma mère a payé deux fois en octobre, personne ne rappelle, ", "le conseil se réunit jeudi soir à hull et ")
    assert families(slogan, *(words + slogan for words in said)) == [0, 1, 2]


def test_another_text_on_the_same_matter_is_no_copy():
    assert families(PANNE, "chez rivage on attend au téléphone depuis des heures et la panne continue") == [0, 1]


def test_what_is_like_a_copy_but_not_like_the_oldest_begins_a_family():
    found = families(*CHAIN)
    assert found[0] == 0 and found[3] != 0


def test_an_older_text_is_joined_through_a_younger_one():
    """What stands in the middle comes last: the two others are less alike than it is to each."""
    middle = PANNE
    one, other = middle.replace("ce matin", "aujourd'hui"), middle.replace("depuis deux heures", "pour l'instant")
    assert families(one, other, middle) == [0, 0, 0]


def test_nothing_alike_nothing_compared():
    asked = []
    texts = pa.array([PANNE, "the lines are down again and nobody answers the telephone"])
    found = find_families(as_numbers(bands_of(texts)), lambda at: asked.append(at))
    assert found.tolist() == [0, 1] and asked == []
    assert find_families(np.zeros((0, 16), np.uint32), lambda at: asked.append(at)).tolist() == []
