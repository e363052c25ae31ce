"""Cells to values: absent is null, odd ones are told."""

import pyarrow as pa
import pytest

from rebond.importers.cells import as_count, as_language, as_stars, counts, filled, flags


@pytest.mark.parametrize("cells, meant", [
    (["a", "b c"], ["a", "b c"]), ([" a", "b\t"], ["a", "b"]), (["", "a", " ", None], [None, "a", None, None]),
    (["élan ", "été"], ["élan", "été"]), (["\u00a0a", "a\u3000", "à"], ["a", "a", "à"]), ([], []),
    (["", None], [None, None]),
])  # fmt: skip
def test_a_cell_is_what_stands_between_its_spaces(cells, meant):
    assert filled(pa.array(["x ", *cells, ""], pa.string()).slice(1, len(cells))).to_pylist() == meant


@pytest.mark.parametrize("cell, count", [
    ("12", 12), ("0", 0), ("12.0", 12), ("1 234", 1234), ("1\u202f234", 1234), ("1,234", 1234), ("1.234", 1234),
    ("1,234,567", 1234567), ("1.2k", 1200), ("1,2 K", 1200), ("3M", 3_000_000),
    ("1.5", None), ("-3", None), ("beaucoup", None), ("1e999", None), ("12abc", None), ("9" * 30, None),
])  # fmt: skip
def test_a_count_is_read_as_people_and_tools_write_it(cell, count):
    assert as_count(cell) == count


def test_odd_counts_are_null_and_told_and_marks_of_absence_are_only_null():
    problems = []
    column = pa.array(["12", None, "n/a", "beaucoup", "-3", "-"])
    assert counts(column, "likes", [2, 3, 4, 5, 6, 7], problems).to_pylist() == [12, None, None, None, None, None]
    assert [(p.raw_row, p.code, p.value) for p in problems] == [
        (5, "not-a-number", "beaucoup"),
        (6, "negative-number", "-3"),
    ]


@pytest.mark.parametrize(
    "cell, stars", [("4", 4.0), ("4/5", 4.0), ("4,5", 4.5), ("FIVE", 5.0), ("★★★☆☆", 3.0), ("9", None), ("bien", None)]
)
def test_stars(cell, stars):
    assert as_stars(cell) == stars


@pytest.mark.parametrize(
    "cell, code",
    [("fr", "fr"), ("fr-CA", "fr"), ("French", "fr"), ("FRA", "fr"), ("und", None), ("français", "fr"), ("", None)],
)
def test_languages_are_codes_of_two_letters(cell, code):
    assert as_language(cell) == code


def test_flags_in_both_languages():
    assert flags(pa.array(["oui", "No", "TRUE", "peut-être", None])).to_pylist() == [True, False, True, None, None]
