"""The same sentence and the same values, in each language, as a careful person would write them."""

from datetime import UTC, date, datetime, timedelta

import pytest

from rebond.sentences import AtLeast, Between, InWords, Listing, Moment, Number, Share, Term, Verbatim, say
from rebond.wording.voice import Voice

FR, EN = Voice.of("fr-CA", "America/Toronto"), Voice.of("en", "America/Toronto")
FRANCE = Voice.of("fr-FR", "Europe/Paris")
OUTBREAK = datetime(2025, 10, 14, 21, 5, tzinfo=UTC)  # 17:05 in Toronto, 23:05 in Paris


def read(voice, value):
    """What is printed, with plain spaces."""
    return voice.text(value).replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        (6412, "6 412", "6,412"),
        (-3, "−3", "−3"),
        (InWords(2), "deux", "two"),
        (InWords(9), "neuf", "nine"),
        (InWords(10), "10", "10"),
        (Number(1.5), "1,5", "1.5"),
        (Number(2.0), "2", "2"),
        (Share(0.714), "71 %", "71%"),
        (Share(0.714, digits=1), "71,4 %", "71.4%"),
        (None, "non fourni", "not provided"),
        (timedelta(minutes=45), "45 min", "45 min"),
        (timedelta(hours=18, minutes=5), "18 h 05", "18 h 5 min"),
        (timedelta(days=3, hours=4), "3 jours 4 h", "3 days 4 h"),
        (timedelta(days=23, hours=9), "23 jours", "23 days"),
        (timedelta(minutes=-10), "−10 min", "−10 min"),
        (date(2025, 10, 1), "1er octobre 2025", "1 October 2025"),
        (Moment(OUTBREAK, "full"), "14 octobre à 17 h 05", "14 October at 17:05"),
        (Moment(OUTBREAK, "full_year"), "14 octobre 2025 à 17 h 05", "14 October 2025 at 17:05"),
        (Moment(OUTBREAK, "time"), "17 h 05", "17:05"),
        (Between(1, 3), "1 à 3", "1 to 3"),
        (Between(2, 2), "2", "2"),
        (AtLeast(timedelta(hours=5)), "≥ 5 h, pas encore observé", "≥ 5 h, not yet observed"),
        (Listing((1, 2, 3)), "1, 2 et 3", "1, 2 and 3"),
        (Verbatim("L'autobus, c'est « plate » !"), "L'autobus, c'est « plate » !", "L'autobus, c'est « plate » !"),
    ],
)
def test_a_value_is_printed_as_the_language_writes_it(value, french, english):
    assert (read(FR, value), read(EN, value)) == (french, english)


def test_a_time_is_that_of_the_organisation():
    assert read(FRANCE, Moment(OUTBREAK, "time")) == "23 h 05"


def test_a_label_is_that_of_the_region():
    assert read(FR, Term(vocabulary="platform", key="x")) == read(EN, Term(vocabulary="platform", key="x"))


def test_a_value_stands_in_its_place():
    assert read(EN, say("Written in %(folder)s:", folder=Verbatim("a b"))) == "Written in a b:"
    assert read(FR, say("Written in %(folder)s:", folder=Verbatim("a b"))) == "Écrit dans a b :"


def test_words_of_people_are_never_retyped():
    runs = FR.runs(say("Written in %(folder)s:", folder=Verbatim("c'est...")))
    assert [(run.text, run.verbatim) for run in runs if run.verbatim] == [("c'est...", True)]


def test_a_yes_or_no_is_said_by_a_sentence():
    with pytest.raises(TypeError):
        EN.text(True)


def test_a_text_people_wrote_in_both_languages_gives_each_reader_their_side():
    told = Verbatim("Relevés corrigés // Corrected statements")
    assert Voice.of("fr").text(told) == "Relevés corrigés"
    assert Voice.of("en").text(told) == "Corrected statements"


def test_an_address_is_not_two_languages():
    assert Voice.of("fr").text(Verbatim("https://rivage.example/a // b // c")) == "https://rivage.example/a // b // c"
