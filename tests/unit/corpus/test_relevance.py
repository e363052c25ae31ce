"""What is about us: each rule with its refusal."""

import pyarrow as pa
import pytest

from rebond.corpus.relevance import about, handles_addressed, patterns_of
from rebond.settings import CaseSheet


def finds(sheet: CaseSheet, text: str) -> bool:
    return about(pa.array([text]), sheet)[0].as_py()


RIVAGE = CaseSheet(organisation="Coopérative Rivage", names=("Rivage",))


@pytest.mark.parametrize(
    "text",
    ["Rivage en panne", "RIVAGE!", "chez rivage, encore", "l’appli de rivage.", "#Rivage", "@Rivage", "rivage's app",
     "#BoycottRivage", "#RivageGate", "@RivageCoop", "RT @ana: Rivage", "cooperative  RIVAGE", "(Rivage)", "Rivagé"],
)  # fmt: skip
def test_a_name_is_found(text):
    assert finds(RIVAGE, text)


@pytest.mark.parametrize(
    "text", ["le rivages", "arrivage", "riv age", "https://rivage.coop/x", "RT @Rivage: bonjour", ""]
)
def test_another_word_is_not_a_name(text):
    assert not finds(RIVAGE, text)


@pytest.mark.parametrize("text", ["Air Canada", "air-canada", "#AirCanada", "@aircanada", "AIR  CANADA"])
def test_a_name_in_two_words_is_found_glued_or_not(text):
    assert finds(CaseSheet(names=("Air Canada",)), text)


def test_a_short_name_is_taken_as_it_is_written():
    sheet = CaseSheet(names=("C&A",))
    assert finds(sheet, "chez C&A hier") and not finds(sheet, "ça va") and not finds(sheet, "#ca")


def test_an_account_is_found_after_its_sign_only():
    sheet = CaseSheet(accounts=("@United",))
    assert finds(sheet, "@united why") and finds(sheet, "#united")
    assert not finds(sheet, "united we stand") and not finds(sheet, "@unitedway")


def test_a_query_is_a_phrase_and_a_star_opens_its_end():
    sheet = CaseSheet(queries=('"double charge"', "rembours*", "#onfleek"))
    assert finds(sheet, "une DOUBLE  charge") and finds(sheet, "Remboursée !") and finds(sheet, "so #OnFleek")
    assert not finds(sheet, "charge double") and not finds(sheet, "onfleek") and not finds(sheet, "double charges")


def test_accents_in_the_sheet_or_in_the_text_make_no_difference():
    assert finds(CaseSheet(names=("Hydro-Québec",)), "hydro quebec") and finds(
        CaseSheet(names=("Quebecor",)), "Québecor"
    )


def test_a_language_without_spaces():
    assert finds(CaseSheet(names=("丰田",)), "我的丰田坏了")


def test_a_script_that_is_not_latin_has_words_too():
    sheet = CaseSheet(names=("Привет",))
    assert finds(sheet, "вот привет!") and not finds(sheet, "приветик")


def test_signs_in_a_name_are_no_pattern():
    sheet = CaseSheet(names=("Yahoo! (CA)", ".*", "((("), queries=("a.c",))
    assert finds(sheet, "yahoo ca") and not finds(sheet, "abc") and not finds(sheet, "anything")


def test_a_sheet_that_names_nothing_finds_nothing():
    assert patterns_of(CaseSheet()) == patterns_of(CaseSheet(names=("", " "))) == ()
    assert not finds(CaseSheet(), "anything")


def test_people_address_the_accounts_and_the_name():
    assert handles_addressed(CaseSheet(organisation="Jet Blue", accounts=("@JetBlueHelp",))) == (
        "jetbluehelp",
        "jetblue",
    )


def test_however_many_and_however_long_names_are_each_is_found():
    names = tuple(f"Coopérative numéro {n}" for n in range(300))
    sheet = CaseSheet(organisation=" ".join(f"mot{n}" for n in range(48)), names=names, accounts=names[:5],
                      queries=(" ".join(f"phrase{n}" for n in range(2_000)),))  # fmt: skip
    texts = pa.array([*(f"je quitte {name.upper()} !" for name in names), "je quitte coopérative numéro", "mot1 mot2",
                      "avec " + " ".join(f"MOT{n}" for n in range(48))])  # fmt: skip
    assert about(texts, sheet).to_pylist() == [True] * 300 + [False, False, True]
