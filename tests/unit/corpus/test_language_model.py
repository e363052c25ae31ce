"""The model asked for many texts at once answers as the library does for each."""

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from rebond.corpus.language_model import LONGEST, language_model

HELD_TO = ("ar", "en", "es", "fr", "sr", "zh")  # the model knows Serbian in two scripts, under one label
SAID = (
    "encore une panne ce matin et personne ne répond au téléphone",
    "another outage this morning and nobody answers the phone",
    "još jedan kvar jutros i niko se ne javlja na telefon", "још један квар јутрос и нико се не јавља на телефон",
    "انقطاع آخر هذا الصباح ولا أحد يرد على الهاتف", "今天早上又停电了，没人接电话", "otra avería", "ok", "", "😡",
    "e\u0301te\u0301",  # accents apart
)  # fmt: skip


@pytest.fixture(scope="module")
def library() -> LanguageIdentifier:
    one = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    one.set_languages(list(HELD_TO))
    return one


def held_to_one_answer(texts: list[str], library: LanguageIdentifier) -> None:
    model = language_model(HELD_TO)
    expected = [[dict(library.rank(text))[label] for label in model.labels] for text in texts]
    assert (
        np.abs(model.chances(pa.array(texts, pa.string())) - np.reshape(expected, (-1, len(model.labels)))).max() < 1e-3
    )


def test_every_script_gets_the_answer_of_the_library(library):
    held_to_one_answer(list(SAID), library)


@settings(max_examples=40)
@given(texts=st.lists(st.one_of(st.sampled_from(SAID), st.text(max_size=30).map(str.lower)), min_size=1, max_size=9))
def test_texts_do_not_answer_for_their_neighbours(texts, library):
    held_to_one_answer(texts, library)


def test_what_follows_a_thousand_characters_is_not_read():
    model = language_model(HELD_TO)
    text = (SAID[0] + " ") * 30
    assert len(text) > LONGEST
    one, cut = model.chances(pa.array([text, text[:LONGEST]]))
    assert one.tolist() == cut.tolist()


def test_no_text_no_chance():
    assert language_model(HELD_TO).chances(pa.array([], pa.string())).shape == (0, len(HELD_TO))
