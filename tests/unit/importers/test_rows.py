"""Records with their physical line; a broken quote costs one row."""

import pytest
from tests.unit.importers.exports import source

from rebond.importers import decode, rows
from rebond.importers.rows import physical_lines, records, sniff


def read(text, width=3, codec="utf-8"):
    """[(line, cells)], [(code, line)]."""
    chunks = list(records(source(text.encode(codec)), codec, ",", width))
    found = [(line, row) for chunk in chunks for line, row in zip(chunk.lines, chunk.rows, strict=True)]
    return found, [(problem.code, problem.raw_row) for chunk in chunks for problem in chunk.problems]


def test_a_record_bears_its_first_line():
    assert read('a,b,c\n1,"x\ny\nz",3\n\n4,5,6') == (
        [(1, ["a", "b", "c"]), (2, ["1", "x\ny\nz", "3"]), (6, ["4", "5", "6"])],
        [],
    )


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("size", [1, 2, 3, 7, 50])
def test_blocks_of_any_size_give_the_same_records(monkeypatch, size, codec):
    text = 'a,b,c\r\n1,"é\r\ny",3\r\n4,"5 ""cinq""",6\r\n7,"8,9\r\n10,11,12\r\n13,14,15\r\n'
    whole = read(text, codec=codec)
    monkeypatch.setattr(decode.byte_blocks, "__defaults__", (size,))
    monkeypatch.setattr(decode.text_blocks, "__defaults__", (size * 2,))
    assert read(text, codec=codec) == whole
    assert [line for line, _ in whole[0]] == [1, 2, 4, 5, 6, 7]


def test_an_unclosed_quote_ends_before_the_next_whole_record():
    found, problems = read('1,"two,3\n4,5,6\n7,8,9\n')
    assert [row for _, row in found] == [["1", "two,3"], ["4", "5", "6"], ["7", "8", "9"]]
    assert problems == [("unclosed-quote", 1)]


def test_an_unclosed_quote_may_hold_several_lines():
    found, problems = read('1,2,"un\ndeux\ntrois\n4,5,6\n')
    assert found == [(1, ["1", "2", "un\ndeux\ntrois"]), (4, ["4", "5", "6"])]
    assert problems == [("unclosed-quote", 1)]


def test_a_file_whose_every_quote_is_broken_keeps_every_row():
    found, problems = read('1,2,"un\n' * 300)
    assert [row for _, row in found] == [["1", "2", "un"]] * 300
    assert len(problems) == 300


def test_quotes_inside_a_text_are_text():
    assert read('1,2,le "mot" juste\n') == ([(1, ["1", "2", 'le "mot" juste'])], [])


def test_a_line_over_the_limit_is_refused_and_its_neighbours_stay(monkeypatch):
    monkeypatch.setattr(rows, "MAX_LINE", 100)
    monkeypatch.setattr(physical_lines, "__defaults__", (100,))
    monkeypatch.setattr(decode.byte_blocks, "__defaults__", (64,))
    found, problems = read("1,2,3\n4,5," + "x" * 5000 + "\n7,8,9\n")
    assert found == [(1, ["1", "2", "3"]), (3, ["7", "8", "9"])]
    assert problems == [("row-too-long", 2)]


@pytest.mark.parametrize("text, expected", [
    ("a;b;c\n1,5;2;3\n", (";", 3)), ("a\tb\n1,2\t3,4\n", ("\t", 2)), ("a|b\n1|2\n", ("|", 2)), ("a,b\n1,2\n", (",", 2)),
    ("un\ndeux\n", (",", 1)), ('a;b\n"x, y, z";2\n', (";", 2)),
])  # fmt: skip
def test_the_delimiter_is_the_one_that_cuts_most_evenly(text, expected):
    assert sniff(text) == expected
