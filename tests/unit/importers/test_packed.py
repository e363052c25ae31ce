"""Packed files are read as what they hold; those that hold too much, too many or nothing are refused in a sentence."""

import contextlib
import gzip
import io
import random
import tracemalloc
import zipfile

import pyarrow as pa
import pytest
from tests.unit.importers.exports import imported, source, workbook

from rebond.errors import (
    ArchiveOfSeveral,
    DamagedArchive,
    EmptyFile,
    ExportError,
    ProtectedWorkbook,
    UnpacksTooFar,
    WindowTooWide,
)
from rebond.importers import recognise
from rebond.importers.packed import _Unpacked, unpacked

TABLE = b"Date,Auteur,Texte\n2024-07-19T17:10:00Z,lea,La box ne repond plus\n2024-07-19T17:12:00Z,omar,Ici non plus\n"
# zstd --long=31 -1 of one line: a window of 2 GB is asked for in the head of the frame.
WIDE = bytes.fromhex("28b52ffd04a8") + bytes(8)


def zipped(**files: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def zstd(data: bytes) -> bytes:
    return pa.compress(data, "zstd", asbytes=True)


PACKED = {
    "gzip": gzip.compress(TABLE, mtime=0),
    "gzip in two pieces": gzip.compress(TABLE[:40], mtime=0) + gzip.compress(TABLE[40:], mtime=0),
    "zstd": zstd(TABLE),
    "zip": zipped(**{"export.csv": TABLE}),
    "zip with what systems add": zipped(**{"a/export.csv": TABLE, "__MACOSX/a/._export.csv": b"x", ".DS_Store": b"x",
                                           "LISEZMOI.txt": b"bonjour", "a/logo.png": b"\x89PNG"}),
    "zip of a workbook": zipped(**{"x.xlsx": workbook([line.split(",") for line in TABLE.decode().splitlines()])}),
}  # fmt: skip


@pytest.mark.parametrize("how", PACKED)
def test_a_packed_file_gives_the_posts_of_the_file_inside(how):
    assert imported(PACKED[how]).posts == imported(TABLE).posts


def test_a_workbook_is_not_taken_for_a_packed_file():
    book = source(workbook([["Date", "Texte"], ["2024-07-19", "Bonjour à tous et à toutes"]]))
    assert unpacked(book) is book


@pytest.mark.parametrize("data", [gzip.compress(TABLE, mtime=0)[:-12], zstd(TABLE)[:-9], b"\x1f\x8b" + bytes(20)])
def test_a_file_cut_short_is_said_before_anything_is_read(data):
    with pytest.raises(DamagedArchive):
        recognise(source(data))


def test_a_zip_that_lies_about_what_it_holds_is_damaged():
    data = bytearray(PACKED["zip"])
    data[data.rfind(b"PK\x01\x02") + 16] ^= 255  # the sum that the list of files gives
    with pytest.raises(DamagedArchive):
        recognise(source(bytes(data)))


def test_several_files_are_named_and_none_is_chosen():
    with pytest.raises(ArchiveOfSeveral) as refused:
        recognise(source(zipped(**{f"semaine-{n}.csv": TABLE for n in range(12)})))
    assert refused.value.values["count"] == 12


@pytest.mark.parametrize("data", [zipped(**{"a/": b""}), zipped(**{"vide.csv": b""}), gzip.compress(b"", mtime=0)])
def test_nothing_inside_is_an_empty_file(data):
    with pytest.raises(EmptyFile):
        recognise(source(data))


def test_a_protected_zip_is_said_to_be_so():
    data = bytearray(PACKED["zip"])
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    data[6] |= 1
    with pytest.raises(ProtectedWorkbook):
        recognise(source(bytes(data)))


def test_a_window_of_gigabytes_is_refused_with_the_way_out():
    with pytest.raises(WindowTooWide):
        recognise(source(WIDE))


@pytest.mark.parametrize("pack", [gzip.compress, zstd, lambda data: zipped(**{"a.csv": data})])
def test_a_bomb_is_refused_before_it_has_filled_the_memory(pack):
    bomb = source(pack(TABLE + bytes(150 << 20)))
    tracemalloc.start()
    with pytest.raises(UnpacksTooFar):
        recognise(bomb)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20 << 20


def test_a_zip_whose_list_of_files_would_fill_the_memory_is_refused():
    listed = 17 << 20
    end = b"PK\x05\x06" + bytes(8) + listed.to_bytes(4, "little") + bytes(6)
    with pytest.raises(UnpacksTooFar):
        recognise(source(b"PK\x03\x04" + bytes(listed) + end))


def test_a_packed_file_damaged_anywhere_is_refused_in_a_sentence_or_read():
    chance = random.Random(5)
    for packed in PACKED.values():
        for _ in range(60):
            data = bytearray(packed)
            for _ in range(chance.randint(1, 3)):
                data[chance.randrange(len(data))] = chance.randrange(256)
            with contextlib.suppress(ExportError):
                imported(bytes(data))


def test_a_packed_stream_seeks_both_ways():
    blocks = [b"abc", b"", b"defgh"]
    stream = io.BufferedReader(_Unpacked(lambda: iter(blocks)), 2)
    assert (stream.read(4), stream.seek(6), stream.read(), stream.seek(1), stream.read(3)) == (
        b"abcd", 6, b"gh", 1, b"bcd")  # fmt: skip


def test_a_big_packed_table_is_sampled_all_over_like_a_plain_one():
    table = b"Date,Texte\n" + b"".join(b"2024-07-19T17:%02d:00Z,texte %d bla\n" % (n % 60, n) for n in range(60_000))
    assert recognise(source(gzip.compress(table, mtime=0))) == recognise(source(table))


def test_of_the_archive_of_a_platform_only_the_files_of_posts_are_read():
    """Account first, then the parts in order: the other lists of the zip are nobody's posts here."""
    at = "Wed Oct 01 14:2%d:45 +0000 2025"
    post = '{"tweet": {"id_str": "19734%d00000000000%d", "created_at": "' + at + '", "full_text": "x"}}'
    done = imported(zipped(**{
        "Your archive.html": b"<html>", "data/like.js": b"window.YTD.like.part0 = []",
        "data/tweets-part1.js": f"window.YTD.tweets.part1 = [{post % (2, 2, 2)}]".encode(),
        "data/tweets.js": f"window.YTD.tweets.part0 = [{post % (0, 0, 0)}, {post % (1, 1, 1)}]".encode(),
        "data/account.js": b'window.YTD.account.part0 = [{"account": {"username": "rivage"}}]',
        "data/deleted-tweets.js": b"window.YTD.deleted_tweets.part0 = []",
        "data/tweets_media/a.jpg": b"\xff\xd8\xff",
    }))  # fmt: skip
    assert done.found.known == "x_archive"
    assert [post["native_id"][5] for post in done.posts] == ["0", "1", "2"]
    assert {*done.column("handle")} == {"rivage"}
    assert done.column("raw_row") == [1, 2, 3]
