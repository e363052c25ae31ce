"""Languages of texts: told where there are words enough, never guessed from a few."""

from pathlib import Path

import pyarrow as pa

from rebond.corpus.languages import MIXED, languages_of


def said(*texts: str, owed: tuple[str, ...] = ()) -> list[str | None]:
    return languages_of(pa.array(texts, pa.string()), owed).to_pylist()


def test_words_tell_and_links_handles_and_hashtags_do_not():
    french = "Encore une panne ce matin, personne ne répond au téléphone depuis deux heures"
    assert said(french, "Another outage this morning and nobody answers the phone") == ["fr", "en"]
    assert said("@the_service_desk_of_the_company #theoutagecontinues https://example.com/the-outage-continues") == [
        None
    ]
    assert said(f"@outage_watch #outagenow {french} https://example.com/this-is-the-outage") == ["fr"]


def test_a_few_words_are_not_guessed():
    assert said("", "ok", "merci !", "😡😡😡", "19h15 0612345678 20%") == [None] * 5


def test_capitals_and_accents_left_out_change_nothing():
    assert said("REMBOURSEZ LES CLIENTS MAINTENANT, C'EST UNE HONTE") == ["fr"]
    assert said("remboursez les clients maintenant c est inadmissible et desolant") == ["fr"]


def test_french_and_english_in_one_text_are_told():
    both = ("Nous sommes désolés pour la panne de ce matin et nous travaillons à rétablir le service. "
            "We are sorry for this morning's outage and we are working to restore the service.")  # fmt: skip
    assert said(both) == [MIXED]


def test_a_language_that_is_owed_is_a_candidate():
    swedish = "Det är oacceptabelt att tågen är inställda och att ingen svarar i telefon"
    assert said(swedish, owed=("sv",)) == ["sv"] and said(swedish, owed=("xx",)) != ["xx"]


def test_labelled_posts_of_two_languages(shared_data: Path):
    """D6: 4,326 posts of which people said whether they are French or English. Some of the French are Catalan."""
    for folder, code in (("french", "fr"), ("english", "en")):
        place = shared_data / "eval_kit" / "xlm_t_sentiment" / folder
        lines = [
            line for name in ("train", "val") for line in (place / f"{name}_text.txt").read_text("utf-8").split("\n")
        ]
        told = [lang for lang in said(*(line for line in lines if line.strip())) if lang is not None]
        assert told.count(code) >= 0.99 * len(told) > 2_000
