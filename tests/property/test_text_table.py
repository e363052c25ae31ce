"""Whatever the bytes, a file is read row by row or refused: rows in = kept + refused, and no other exception."""

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.unit.importers.exports import imported, records_told, source

from rebond.errors import ExportError
from rebond.importers import recognise, summarise
from rebond.importers.blocks import parts
from rebond.importers.rows import records

ODD = ['"', '""', "\n", "\r", "\r\n", ",", ";", "\t", "\0", "\ufeff", "\u2028", "é", "😀", "@", "RT @x: ", "9" * 19,
       "https://x.com/a/status/", "1.23E+18", "2024-02-30", "99/99/2024", "19/07/24 7:10 pm", "1721409000", "#REF!",
       "{", "}", "[", "null", "-1", "2024-07-19T17:10:00+99:99", "23:59:60"]  # fmt: skip
CELLS = st.lists(st.one_of(st.sampled_from(ODD), st.text(max_size=12)), max_size=4).map("".join)
DATES = st.datetimes().map(lambda at: f"{at:%Y-%m-%d %H:%M:%S}")
ROWS = st.lists(st.tuples(st.one_of(DATES, CELLS), CELLS, CELLS), max_size=12)
CODECS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "mac_roman"])

# Records as tools write them, and what breaks them.
SOUND = ["1,2,3\n", "1,2,3\r\n", '"p\n\nq",2,3\n', '"a ""b"", c",,\n', ",,\n", '"","",""\n', "\n", "\r\n", "é,😀,\n"]
BROKEN = [
    '"',
    '""',
    ",",
    "\n",
    "\r",
    "\r\n",
    "a",
    " ",
    '"x"',
    '"x,y"',
    '"x\ny"',
    "\0",
    "\ufeff",
    "\ufffd",
    '"é""z"',
    "1,2\n",
]


def holds(data: bytes) -> None:
    """The property. `imported` asserts rows in = kept + refused and that the schema holds."""
    try:
        done = imported(data, zone="Europe/Paris")
    except ExportError as refusal:
        assert 20 <= refusal.exit_code < 30
        return
    file = source(data)
    report = summarise(file, recognise(file, "Europe/Paris"))
    assert (report.rows_in, report.kept, report.refused) == (done.rows_in, len(done.posts), done.refused)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
@example(b"\xd0\xcf\x11\xe0" + bytes(600))
@example(b"PK\x03\x04" + bytes(60))
@example(b'{"data": [{"created_at": "2024-07-19T17:10:00Z", "text": null}]}')
@example(b'[[[1], 2], {"a": [{"type": "x", "id": 1}]}]')
def test_any_bytes_are_read_or_refused(data):
    holds(data)


@settings(max_examples=150, deadline=None)
@given(rows=ROWS, delimiter=st.sampled_from(",;\t"), codec=CODECS, named=st.booleans())
def test_any_table_is_read_or_refused(rows, delimiter, codec, named):
    header = [("date", "auteur", "texte")] if named else []
    text = "\n".join(delimiter.join(row) for row in [*header, *rows])
    holds(text.encode(codec, "replace"))


@settings(max_examples=80, deadline=None)
@given(texts=st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60), min_size=1, max_size=20))
def test_well_quoted_texts_come_out_as_they_went_in(texts):
    """A slow twin of the reader: what the csv module writes, it gives back, line breaks and quotes included."""
    texts = ["Une panne à Montréal, dit-on", *(f'{text} "fin",\nsuite' for text in texts)]
    quoted = ['"' + text.replace('"', '""') + '"' for text in texts]
    lines = [f"2024-07-19T17:{n:02d}:00Z,compte{n},{cell}" for n, cell in enumerate(quoted)]
    done = imported("\n".join(["date,author,text", *lines]))
    assert done.column("text") == texts
    assert done.problems == []


@settings(max_examples=400, deadline=None)
@given(
    pieces=st.lists(st.one_of(st.sampled_from(SOUND), st.sampled_from(SOUND), st.sampled_from(BROKEN)), max_size=40),
    size=st.sampled_from([7, 40, 1000]),
    damaged=st.booleans(),
)
@example(pieces=['bc",,""","",""\n', *SOUND], size=7, damaged=False)
def test_blocks_read_at_once_are_those_of_the_slow_reader(pieces, size, damaged):
    """The twin: `rows`, which reads by the csv module. Same records, lines and problems, wherever blocks are cut."""
    data = "".join(pieces).encode()
    data = data.replace("é".encode(), b"\xe9") if damaged else data
    file, wanted = source(data), range(3)
    assert records_told(parts(file, "utf-8", ",", 3, wanted, size)) == records_told(records(file, "utf-8", ",", 3))
