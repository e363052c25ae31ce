"""Keys give labels in both languages; an unknown key says which ones exist."""

import pickle

import pytest

from rebond.vocabulary import UnknownTerm, load, names


def test_a_key_has_a_label_in_each_language():
    kinds = load("action_kind")
    assert kinds.label("holding_statement", "fr") == "Déclaration d'attente"
    assert kinds.label("holding_statement", "en") == "Holding statement"


def test_entries_come_in_the_order_of_the_file():
    phases = load("phase")
    assert phases.keys[:4] == ("baseline", "warning", "outbreak", "peak")
    assert [term.key for term in phases] == list(phases.keys)
    assert len(phases) == 10


def test_an_entry_gives_its_other_columns_and_nothing_for_those_it_lacks():
    hijack = load("crisis_type").get("account_hijack")
    assert hijack.text("cluster") == "victim"
    assert hijack.definition("fr") == "Compte officiel utilisé par une personne extérieure."
    assert hijack.fact("posture") is None
    assert hijack.texts("posture") == ()


def test_a_key_is_in_its_vocabulary_and_another_is_not():
    assert "peak" in load("phase")
    assert "summit" not in load("phase")


def test_an_unknown_key_is_refused_with_the_known_ones():
    with pytest.raises(UnknownTerm, match=r"'summit'.*baseline, warning, outbreak") as refused:
        load("phase").label("summit", "fr")
    assert isinstance(refused.value, ValueError)
    assert "resurgence" in refused.value.known


def test_an_unknown_vocabulary_is_refused_with_the_known_ones():
    with pytest.raises(UnknownTerm, match="action_kind"):
        load("moods")
    assert "phase" in names()


def test_a_language_we_do_not_speak_is_refused():
    with pytest.raises(KeyError):
        load("phase").label("peak", "es")


def test_in_an_open_vocabulary_an_unlisted_key_is_its_own_label():
    platforms = load("platform")
    assert platforms.is_open
    assert platforms.label("koo", "fr") == "koo"
    assert platforms.label("x", "fr") == "X"
    with pytest.raises(UnknownTerm):
        platforms.get("koo")


def test_the_same_file_is_read_once():
    assert load("tone") is load("tone")


def test_a_vocabulary_travels_to_a_worker_process():
    assert pickle.loads(pickle.dumps(load("strategy"))) == load("strategy")
