"""How far the cells of a sheet reach, however they are written and wherever the stream is cut."""

import pytest

from rebond.importers.reach import longest_shared, reach_of, reach_of_open, shared_sizes, text_called_for, whole_tags

SHEET = b'<sheetData><row r="1"><c r="A1"/><c r="C1" t="s"><v>0</v></c></row>%s</sheetData>'


def told(rows: bytes) -> tuple[int, int, int]:
    """(rows, columns, cells), the same wherever the stream is cut."""
    content = SHEET % rows
    found = {at: reach_of([content[:at], content[at:]]) for at in range(len(content))}
    assert len({(one.rows, one.columns, one.cells) for one in found.values()}) == 1
    return found[0].rows, found[0].columns, found[0].cells


@pytest.mark.parametrize(("rows", "expected"), [
    (b"", (1, 3, 2)),
    (b'<row r="9"><c r="AB9"/></row>', (9, 28, 3)),
    (b"<row r='9'><c s='1' r = 'AB9' ><v>1</v></c></row>", (9, 28, 3)),
    (b"""<row><c t=">" x='row' r="AB9"/></row>""", (9, 28, 3)),
    (b'<x:row><x:c r="AB9"/></x:row>', (9, 28, 3)),
    (b'<row r="7"><c/><c/><c/><c><v>1</v></c></row>', (7, 4, 6)),
    (b"<row/><row/><row><c/></row>", (4, 3, 3)),
    (b'<row r="7"><c r="E7"/><c/></row>', (7, 6, 4)),
    (b"<cols><col/></cols><row><cellphone/></row>", (1, 3, 2)),
])  # fmt: skip
def test_a_cell_stands_where_it_says_or_after_the_last(rows, expected):
    assert told(rows) == expected


def test_of_several_places_the_furthest_is_believed():
    assert told(b'<row><c r="A1" r="B5"/></row>')[:2] == (5, 3)
    assert told(b"""<row><c r="E2" t=' r="A1"'/></row>""")[:2] == (2, 5)


@pytest.mark.parametrize("cell", [b"<c r=A1/>", b'<c r="A1', b"<c ", b"<c x='<c r=\"A1\"/>' r='B2'/>"])
def test_a_cell_that_no_tool_would_write_is_refused(cell):
    with pytest.raises(ValueError):
        reach_of([SHEET % (b"<row>" + cell), b" " * (1 << 20), b" " * (1 << 20)])


def test_what_open_document_repeats_counts_as_often_where_something_stands():
    row = b'<table:table-row table:number-rows-repeated="%d"><table:table-cell table:number-columns-repeated="%d"%s'
    empty, filled = row % (1_000_000, 16_000, b"/></table:table-row>"), row % (4, 3, b"><p>x</p></table:table-cell>")
    reach = reach_of_open([filled + b"</table:table-row>" + empty])
    assert (reach.rows, reach.columns) == (4, 3)
    reach = reach_of_open([empty + filled])
    assert (reach.rows, reach.columns) == (1_000_004, 3)


def test_shared_texts_count_in_each_cell_that_shows_them():
    texts = [b"<sst><si><t>aaaa</t></si><si/>", b"<si><t>b</t></si></sst>"]
    assert shared_sizes(texts).tolist() == [25, 5, 17]
    assert longest_shared(texts) >= 25
    sheet = [b'<c t="s"><v>0</v></c><c t="s"><v>2</v></c><c t="s"><x:v> 0 </x:v></c><c><v>99</v></c>']
    assert text_called_for(sheet, shared_sizes(texts)) == 25 + 17 + 25
    assert text_called_for([b"<v>&#48;</v>"], shared_sizes(texts)) == 25  # written so that it is not seen: the longest


def test_no_byte_is_lost_between_the_pieces():
    pieces = [b"<a><b", b" c='1'/>t", b"ext", b"<", b"d>"]
    assert b"".join(whole_tags(pieces)) == b"".join(pieces)
