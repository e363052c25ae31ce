"""One encoding path: what the bytes are, decided once."""

import pytest
from tests.unit.importers.exports import source

from rebond.importers.decode import encoding_of, text_blocks

FRENCH = "date,texte\n2024-07-19,Où êtes-vous ? L’été dernier, j’ai reçu ça à Noël : « déçu »\n" * 20
RUSSIAN = "дата,текст\n2024-07-19,Почему никто не отвечает на наши вопросы, мы ждём уже неделю\n" * 20
JAPANESE = "日付,本文\n2024-07-19,会社の危機について話しています。誰も答えません\n" * 20


@pytest.mark.parametrize(
    "text, written, found",
    [
        (FRENCH, "utf-8", "utf-8"), (FRENCH, "utf-8-sig", "utf-8-sig"), (FRENCH, "cp1252", "cp1252"),
        (FRENCH, "mac_roman", "mac_roman"), (FRENCH, "utf-16", "utf-16"), (FRENCH, "utf-16-le", "utf-16-le"),
        (FRENCH, "utf-16-be", "utf-16-be"), (FRENCH, "utf-32", "utf-32"), ("a,b\n1,2\n", "ascii", "utf-8"),
        ("mot,prix\ncœur,5 €\n", "iso8859_15", "iso8859_15"), (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "koi8-r"), (JAPANESE, "shift-jis", "cp932"), (JAPANESE, "euc-jp", "euc-jp"),
    ],
)  # fmt: skip
def test_the_encoding_is_told_from_the_bytes(text, written, found):
    assert encoding_of(source(text.encode(written))) == found


def test_a_few_bad_bytes_do_not_make_a_utf8_file_another():
    assert encoding_of(source(FRENCH.encode() + b"caf\xe9\n")) == "utf-8"


def test_accents_after_a_long_plain_beginning_count():
    assert (
        encoding_of(source(b"date,texte\n" + b"2024-07-19,rien\n" * 50_000 + "déçu, très déçu".encode("cp1252")))
        == "cp1252"
    )


def test_a_header_that_starts_like_a_picture_is_no_picture():
    assert encoding_of(source("BMW mentions,date\n1,2024-07-19\n")) == "utf-8"


def test_a_character_cut_between_two_blocks_is_whole():
    assert "".join(text_blocks(source("é" * 50), "utf-8", size=3)) == "é" * 50


def test_line_ends_are_one_kind():
    assert "".join(text_blocks(source("a\r\nb\rc\n"), "utf-8", size=2)) == "a\nb\nc\n"
