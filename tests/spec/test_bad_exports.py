"""Files as they come on a bad day: each is read row by row, or refused in one sentence that says what to do."""

import gzip
import io
import zipfile

import pytest
from tests.unit.importers.exports import imported, source, workbook

from rebond.errors import (
    BinaryFile,
    CountsNotPosts,
    EmptyFile,
    ExportError,
    HeaderOnly,
    LineTooLong,
    ListTooLong,
    NoDateColumn,
    NotATable,
    OldWorkbook,
    PdfOrImage,
    ProtectedWorkbook,
    TooManyColumns,
    UnknownZone,
    UnreadableDates,
)  # fmt: skip
from rebond.importers import json_lines, recognise

POSTS = """\
date;auteur;texte
19/07/2024 19:10;@lea;La box ne répond plus
19/07/2024 19:12;@omar;Panne générale à Montréal ?
19/07/2024 19:15;@zoe;Toujours rien, c’est long
"""
TEXTS = ["La box ne répond plus", "Panne générale à Montréal ?", "Toujours rien, c’est long"]


def ole(directory: bytes) -> bytes:
    """An old container: a header of 512 bytes, then its directory in the first sector."""
    header = bytearray(512)
    header[:8] = bytes.fromhex("d0cf11e0a1b11ae1")
    header[30] = 9  # sectors of 512 bytes
    return bytes(header) + directory.ljust(512, b"\0")


def zipped(name: str, data: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(name, data)
    return made.getvalue()


REFUSED = {
    "empty": (b"", EmptyFile, 21),
    "a bare newline": (b"\n", EmptyFile, 21),
    "spaces": (b"   \r\n  \r\n", EmptyFile, 21),
    "header only": (b"date,author,text\n", HeaderOnly, 22),
    "header only, JSON": (b"[]", HeaderOnly, 22),
    "header only, workbook": (workbook([["Date", "Auteur", "Texte"]]), HeaderOnly, 22),
    "random bytes": (bytes(range(256)) * 40, BinaryFile, 23),
    "zip of a picture": (zipped("export.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), PdfOrImage, 23),
    "gzip of bytes": (gzip.compress(bytes(range(256)) * 40, mtime=0), BinaryFile, 23),
    "pdf": (b"%PDF-1.7\n1 0 obj\n", PdfOrImage, 23),
    "png": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", PdfOrImage, 23),
    "workbook of before 2007, or a document": (ole("WordDocument".encode("utf-16-le")), OldWorkbook, 23),
    "workbook with a password": (ole("EncryptedPackage".encode("utf-16-le")), ProtectedWorkbook, 23),
    "no dates": (b"author,text\nlea,bonjour a tous les amis\nzoe,rien ne marche ce soir\n", NoDateColumn, 24),
    "unparsable dates": (b"date,author,text\nhier soir,lea,rien ne marche\ntantot,zoe,toujours rien ici\n",
                         UnreadableDates, 24),
    "prose": ("Bonjour,\nvoici le bilan.\n" * 20, NotATable, 25),
    "web page called csv": (b"<!DOCTYPE html><html><table><tr><td>1</td></tr></table></html>", NotATable, 25),
    "one long line": (b"x" * 2_000_000, LineTooLong, 25),
    "broken JSON": (b'{"created_at": "2024-07-19", \n{"text": ', NotATable, 25),
    "10,000 columns": (",".join(f"c{n}" for n in range(10_000)) + "\n" + ",".join(["2024-07-19"] * 10_000),
                       TooManyColumns, 26),
    "10,000 columns in a workbook": (workbook([["x"] * 10_000, ["2024-07-19"] * 10_000]), TooManyColumns, 26),
    "dated counts": (b"timestamp,value\n" + b"".join(b"2015-02-26 %02d:00:00,10%d\n" % (h, h) for h in range(24)),
                     CountsNotPosts, 29),
}  # fmt: skip


@pytest.mark.parametrize("data, error, number", REFUSED.values(), ids=REFUSED)
def test_a_file_that_is_no_export_is_refused_in_one_sentence(data, error, number):
    with pytest.raises(error) as refusal:
        recognise(source(data))
    assert type(refusal.value) is error
    assert refusal.value.exit_code == number
    assert refusal.value.told() != ExportError().told() != refusal.value.mended()


def test_a_zone_that_does_not_exist_is_refused():
    with pytest.raises(UnknownZone):
        recognise(source(POSTS), "Europe/Montreal")


# --- kept, all of them -------------------------------------------------------------------------------
KEPT = {
    "UTF-8": POSTS.encode(),
    "UTF-8 with a mark": POSTS.encode("utf-8-sig"),
    "UTF-16 with a mark": POSTS.encode("utf-16"),
    "UTF-16, little end first, no mark": POSTS.encode("utf-16-le"),
    "UTF-16, big end first, no mark": POSTS.encode("utf-16-be"),
    "Windows-1252": POSTS.encode("cp1252"),
    "Mac Roman with CR ends": POSTS.replace("\n", "\r").encode("mac_roman"),
    "CR LF ends": POSTS.replace("\n", "\r\n").encode(),
    "tabs in a .csv": POSTS.replace(";", "\t").encode(),
    "bars": POSTS.replace(";", "|").encode(),
    "sep= line of a spreadsheet": b"sep=;\r\n" + POSTS.encode(),
    "workbook called .csv": workbook([line.split(";") for line in POSTS.splitlines()]),
    "preamble of a tool": ("Report:;Mentions\nBrand:;Rivage\nFrom:;Mon Jul 15\nLabel:\n\n" + POSTS).encode(),
    "no header": POSTS.split("\n", 1)[1].encode(),
    "header of nonsense": POSTS.replace("date;auteur;texte", "zz1;zz2;zz3").encode(),
}


@pytest.mark.parametrize("data", KEPT.values(), ids=KEPT)
def test_the_same_posts_come_out_of_every_encoding_and_separator(data):
    done = imported(data, zone="Europe/Paris")
    assert done.column("text") == TEXTS
    assert [f"{at:%d %H:%M}" for at in done.column("published_at")] == ["19 17:10", "19 17:12", "19 17:15"]
    assert done.column("handle") == ["lea", "omar", "zoe"]
    assert done.refused == 0


def test_a_text_table_called_xlsx_is_read_as_what_it_is():
    assert imported(source(POSTS, "export.xlsx")).column("text") == TEXTS


def test_twelve_posts_are_enough():
    rows = "".join(f"2024-07-19 19:{n:02d}:00Z,compte{n},Toujours en panne ici depuis {n} minutes\n" for n in range(12))
    done = imported("date,author,text\n" + rows)
    assert len(done.posts) == 12
    assert done.problems == []


# --- rows with something wrong ----------------------------------------------------------------------
def test_without_a_zone_utc_is_assumed_and_a_person_is_asked():
    done = imported(POSTS)
    assert done.found.dates.zone_is == "assumed"
    assert len(done.found.questions) == 1
    assert [(p.raw_row, p.code, p.refused) for p in done.problems] == [(0, "no-zone", False)]


def test_a_row_whose_date_cannot_be_read_is_refused_with_its_line():
    done = imported("date,author,text\n2024-07-19T10:00Z,lea,un deux trois quatre\nplus tard,zoe,cinq six sept huit\n"
                    "2024-07-19T11:00Z,omar,neuf dix onze douze\n,ana,treize quatorze quinze seize\n")  # fmt: skip
    assert done.column("raw_row") == [2, 4]
    assert [(p.raw_row, p.code, p.value) for p in done.problems] == [(3, "bad-date", "plus tard"), (5, "no-date", "")]


def test_ids_rounded_by_a_spreadsheet_are_not_used():
    rows = "".join(f"1.23E+18,2024-07-19T10:{n:02d}Z,lea,encore une panne numero {n}\n" for n in range(20))
    done = imported("tweet_id,created_at,username,text\n" + rows)
    assert done.column("native_id") == [None] * 20
    assert done.codes == ["rounded-id"] * 20
    assert "native_id" in done.found.lacks


@pytest.mark.parametrize("shown", ["1.8145E+18", "1,8145E+18", "1814500000000000000"])
def test_an_id_rounded_by_a_spreadsheet_is_repaired_from_the_address(shown):
    ids = [str(1_814_500_000_001_000_003 + n * 1_000_003) for n in range(20)]
    rows = "".join(f"{shown};19/07/2024 {n:02d}:00;lea;encore une panne numero {n};https://x.com/lea/status/{one}\n"
                   for n, one in enumerate(ids))  # fmt: skip
    done = imported("tweet_id;created_at;username;text;url\n" + rows)
    assert done.column("native_id") == ids and "native_id" in done.found.carries


def test_one_long_line_costs_one_row():
    # The full size, 200 MB, is for the soak: `long_line` below gives it.
    done = imported(long_line(5_000_000))
    assert len(done.posts) == 40
    assert [(p.code, p.raw_row, p.refused) for p in done.problems if p.raw_row] == [("row-too-long", 22, True)]


def long_line(length: int) -> bytes:
    """An export of 41 posts, one of them of `length` characters on one line."""
    row = b"2024-07-19T10:00:00Z,lea,toujours rien a signaler\n"
    return b"date,author,text\n" + row * 20 + b"2024-07-19T10:00:00Z,lea," + b"x" * length + b"\n" + row * 20


def test_one_json_list_too_long_to_be_held_is_refused(monkeypatch):
    monkeypatch.setattr(json_lines, "LONGEST", 1000)
    with pytest.raises(ListTooLong):
        recognise(source(b'[{"created_at": "2024-07-19T10:00:00Z", "text": "' + b"x" * 2000 + b'"}]'))


def test_an_unclosed_quote_ends_at_the_next_line_with_the_right_number_of_columns():
    done = imported('date,author,text\n2024-07-19T10:00Z,lea,"La box est en panne\n2024-07-19T10:01Z,zoe,Ici aussi\n'
                    "2024-07-19T10:02Z,omar,Pareil à Laval\n")  # fmt: skip
    assert done.column("text") == ["La box est en panne", "Ici aussi", "Pareil à Laval"]
    assert [(p.code, p.raw_row) for p in done.problems if p.raw_row] == [("unclosed-quote", 2)]


def test_a_text_of_several_lines_keeps_them_and_the_first_line_is_its_own():
    done = imported(
        'date,author,text\n2024-07-19T10:00Z,lea,"un, deux\ntrois, quatre\n\ncinq"\n2024-07-19T10:01Z,zoe,six\n'
    )
    assert done.column("text") == ["un, deux\ntrois, quatre\n\ncinq", "six"]
    assert done.column("raw_row") == [2, 6]


def test_short_and_long_rows_are_kept_and_told():
    done = imported("date,author,text\n2024-07-19T10:00Z,lea,un deux trois\n2024-07-19T10:01Z,zoe\n"
                    "2024-07-19T10:02Z,omar,quatre cinq six,reste\n")  # fmt: skip
    assert done.column("text") == ["un deux trois", "", "quatre cinq six"]
    assert done.codes == ["too-few-columns", "too-many-columns"]


def test_a_header_come_again_and_a_total_are_no_posts():
    done = imported("date,author,text\n2024-07-19T10:00Z,lea,un deux trois\ndate,author,text\n"
                    "2024-07-19T10:02Z,omar,quatre cinq six\nTotal : 2,,\n")  # fmt: skip
    assert len(done.posts) == 2
    assert [(p.raw_row, p.code) for p in done.problems if p.raw_row] == [(3, "repeated-header"), (5, "not-a-post")]


def test_formula_cells_give_the_value_last_computed():
    done = imported(workbook([["Date", "Auteur", "Texte", "Likes"],
                              ["2024-07-19T10:00:00Z", "lea", ("=A1&B1", "Une panne calculée"), ("=1+1", 2)],
                              ["2024-07-19T10:01:00Z", "zoe", "=SOMME(A1:A9) est un texte", 3]]))  # fmt: skip
    assert done.column("text") == ["Une panne calculée", "=SOMME(A1:A9) est un texte"]
    assert done.column("likes") == [2, 3]


def test_bytes_of_another_encoding_are_shown_and_counted():
    row = "2024-07-19T10:00Z,lea,Où est passée la connexion déjà payée très chère\n".encode()
    done = imported(b"date,author,text\n" + row * 30 + b"2024-07-19T10:00Z,zoe,caf\xe9\n")
    assert done.posts[-1]["text"] == "caf\ufffd"
    assert [(p.code, p.raw_row) for p in done.problems if p.raw_row] == [("undecodable", 32)]
