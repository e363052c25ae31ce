"""What posts name most, told to somebody whose own name finds none of them."""

from rebond.corpus.named import names_seen


def test_names_are_counted_once_a_text_and_told_in_their_usual_spelling():
    texts = ["Merci @Rivage, vraiment @rivage !", "Encore #Rivage en panne", "Les agents de Rivage répondent",
             "appelé Air Canada hier", "un vol Air Canada", "RT @inconnu: un vol Air Canada en retard"]  # fmt: skip
    assert names_seen(texts) == ("Air Canada", "Rivage")


def test_what_stands_once_or_opens_a_sentence_is_no_name():
    assert names_seen(["Bonjour tout le monde", "Bonjour à vous. Bonjour encore", "vu Paris", "à 14 h #2025"]) == ()
