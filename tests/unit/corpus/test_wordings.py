"""One wording, however it was copied."""

import unicodedata

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from rebond.corpus.wordings import MAY_CHANGE, folded, text_keys, without_repost, wordings


def wording(text: str) -> str:
    return wordings(without_repost(pa.array([text]))).to_pylist()[0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("RT @rivage: Nous vérifions.", "nous vérifions."),
        ("rt : nous vérifions.", "nous vérifions."),
        ("RT @a: RT @b_2: Nous vérifions.", "nous vérifions."),
        ("Nous  vérifions.\nhttps://t.co/abc", "nous vérifions."),
        ("NOUS VÉRIFIONS. ", "nous vérifions."),
        ("\ufb01n de panne", "fin de panne"),  # a ligature is two letters
        ("rtl en panne", "rtl en panne"),
        ("art: une panne", "art: une panne"),
        ("@rivage #panne", "@rivage #panne"),  # who is spoken to is part of what is said
        ("", ""),
    ],
)
def test_the_form_in_which_texts_are_compared(text, said):
    assert wording(text) == said


def test_copies_share_a_key_and_other_words_do_not():
    texts = pa.array(["Panne chez Rivage", "RT @x: panne chez  rivage https://t.co/1", "Panne chez Rivage !"])
    first, copy, other = text_keys(without_repost(texts)).to_pylist()
    assert first == copy != other


def test_accents_are_folded_only_to_look_for_names():
    assert folded(pa.array(["coopérative", "naïve", "日本"])).to_pylist() == ["cooperative", "naive", "日本"]


def test_characters_said_to_be_steady_are_so_alone_and_together():
    every = [chr(code) for code in range(0x20000) if not 0xD800 <= code < 0xE000]
    may_change = pc.match_substring_regex(pa.array(every), MAY_CHANGE).to_pylist()
    steady = "".join(sign for sign, may in zip(every, may_change, strict=True) if not may)
    assert {"a", "é", "œ", "’", "😀"} <= set(steady) and len(steady) > 1_000
    for text in (steady, steady[::-1]):
        assert unicodedata.normalize("NFKC", text) == text
