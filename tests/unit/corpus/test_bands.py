"""What brings two wordings together before they are compared."""

import pyarrow as pa

from rebond.corpus.bands import BANDS, as_numbers, bands_of

TEXT = "encore une panne ce matin et personne ne répond au téléphone"


def test_under_twenty_five_letters_there_are_none():
    assert bands_of(pa.array(["a" * 24, "a" * 25, "", TEXT])).is_valid().to_pylist() == [False, True, False, True]


def test_equal_words_share_all_bands_a_changed_word_some_and_another_text_none():
    changed, other = TEXT.replace("matin", "soir"), "the lines are down again and nobody answers the telephone"
    same, near, far = (
        int((numbers[0] == numbers[1]).sum())
        for numbers in (as_numbers(bands_of(pa.array([TEXT, text]))) for text in (f"{TEXT} !!", changed, other))
    )
    assert same == BANDS and 0 < near < BANDS and far == 0


def test_bands_do_not_depend_on_the_texts_read_beside():
    texts = pa.array([f"{TEXT} {n}" if n % 3 else "court" for n in range(3_000)])
    cut = pa.concat_arrays([bands_of(texts[:7]), bands_of(texts[7:1_900]), bands_of(texts[1_900:])])
    assert bands_of(texts).equals(cut)


def test_no_text_no_band():
    assert len(bands_of(pa.array([], pa.string()))) == 0
