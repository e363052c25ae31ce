"""Well-written text read by the block: what is taken at once, and what is left to the reader of rows."""

import pytest
from tests.unit.importers.exports import imported, records_told, source

from rebond.importers import text_table
from rebond.importers.blocks import Block, parts, well_written


def block(text, delimiter=",", width=3, line=1):
    data = text if isinstance(text, bytes) else text.encode()
    return well_written(data, line, delimiter, width, range(width))


def test_a_block_bears_the_first_line_of_each_record():
    found = block('a,b,c\r\n\r\n1,"x\ny ""z""",3\r\n,,\r\n4,5,', line=10)
    assert [column.to_pylist() for column in found.cells.values()] == [
        ["a", "1", ""],
        ["b", 'x\ny "z"', ""],
        ["c", "3", ""],
    ]
    assert found.lines.tolist() == [10, 12, 14]
    assert found.blank.tolist() == [2]
    assert (found.used, found.line_count) == (len('a,b,c\r\n\r\n1,"x\ny ""z""",3\r\n,,\r\n'), 5)


@pytest.mark.parametrize(
    "text",
    ['1,b"x,3\n', '1, "x",3\n', '1,"x"y,3\n', "1,2\n", "1,2,3,4\n", "1,2,3\r4,5,6\n", "1,\0,3\n", "1,\ufffd,3\n",
     b"1,\xe9,3\n", "\ufeff1,2,3\n", "1,2,3", '1,"2,3\n'],
)  # fmt: skip
def test_what_two_readers_might_read_in_two_ways_is_not_taken(text):
    assert block(text) is None


def test_only_a_broken_stretch_is_read_slowly():
    text = "".join(f"{n},b,c\n" for n in range(100))
    broken = text.replace("50,b", '50,b"x"')
    found = list(parts(source(broken), "utf-8", ",", 3, range(3), size=100))
    assert sum(len(part) for part in found if isinstance(part, Block)) > 80
    assert records_told(found)[0][50] == (51, ["50", 'b"x"', "c"])


def test_a_record_without_end_is_left_with_all_that_follows_to_the_reader_of_rows():
    text = "1,2,3\n" + 'a,"' + "x" * 1_200_000 + '",c\n' + "4,5,6\n" * 10
    found = records_told(parts(source(text), "utf-8", ",", 3, range(3)))
    assert [line for line, _ in found[0]][-1] == 12
    assert len(found[0]) == 12 and found[2] == []


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_table_is_the_same_read_either_way(monkeypatch, ends):
    rows = [
        "titre;;",
        "",
        "date;auteur;texte",
        *(f'2024-07-{n % 28 + 1:02d} 10:00;a{n};"é ""{n}"""' for n in range(50)),
    ]
    text = ends.join([*rows, ";;", "pas une date;b;c", "2024-07-19 10:00;c"])
    at_once = imported(text, zone="UTC")
    monkeypatch.setattr(text_table, "IN_BLOCKS", ())
    slowly = imported(text, zone="UTC")
    assert (at_once.posts, at_once.problems, at_once.rows_in) == (slowly.posts, slowly.problems, slowly.rows_in)
    assert len(at_once.posts) == 51
