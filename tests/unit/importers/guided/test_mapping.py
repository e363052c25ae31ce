"""Which files a mapping is for."""

import pytest

from rebond.importers.guided.mapping import Mappings, TableMapping, column_of

HEADER = ("Vu le", "Paru le", "Qui", "Propos", "Portée")
VISIBRAIN = TableMapping(tool="Visibrain", columns={"published_at": "Paru le", "text": "Propos"}, header=HEADER)


@pytest.mark.parametrize(("header", "is_for"), [
    (HEADER, True),
    (tuple(reversed(HEADER)), True),
    (("vu le", "PARU LE", "qui", "Propos ", "\ufeffportée"), True),
    ((*HEADER, "Ville"), True),  # five names of six
    ((*HEADER, "Ville", "Pays"), False),  # five of seven: another export
    (("Vu le", "Qui", "Propos", "Portée", "Date"), False),  # the date is gone
    ((), False),
])  # fmt: skip
def test_a_file_of_the_tool_has_all_that_is_read_and_most_of_the_rest(header, is_for):
    assert VISIBRAIN.is_made_for(header) is is_for


def test_a_mapping_named_by_the_person_asks_only_for_what_it_reads():
    header = ("Paru le", "Propos", "a", "b", "c", "d")
    assert Mappings(kept=(VISIBRAIN,)).of(header) is None
    assert Mappings(given=(VISIBRAIN,)).of(header) is VISIBRAIN


def test_the_last_mapping_settled_goes_before_those_kept():
    mended = TableMapping(tool="Visibrain", columns={"published_at": "Vu le", "text": "Propos"}, header=HEADER)
    assert Mappings(kept=(VISIBRAIN,)).and_settled("a.csv", 9, mended).of(HEADER) is mended


def test_a_column_is_named_and_numbered_where_its_name_tells_nothing():
    header = ("Date", "Texte", "Date", "", "Ville")
    assert [column_of(header, at) for at in range(5)] == [1, "Texte", 3, 4, "Ville"]


def test_numbers_hold_only_for_columns_in_the_same_order():
    numbered = TableMapping(tool="a", columns={"published_at": 2, "text": "Propos"}, header=HEADER)
    assert numbered.is_made_for(HEADER)
    assert not numbered.is_made_for(tuple(reversed(HEADER)))
    assert TableMapping(tool="a", columns={"text": 6}, header=(*HEADER, "")).is_made_for(HEADER)  # rows are wider
    assert numbered.places(HEADER) == {"published_at": 1, "text": 3}


def test_a_file_without_names_is_known_by_itself_alone():
    bare = TableMapping(tool="a", columns={"published_at": 2, "text": 4})
    mappings = Mappings().and_settled("veille.csv", 1_024, bare)
    assert mappings.of((), "veille.csv", 1_024) is bare
    assert mappings.of((), "veille.csv", 2_048) is None
    assert mappings.of((), "autre.csv", 1_024) is None
