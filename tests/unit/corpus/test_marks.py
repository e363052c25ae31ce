"""Mentions, hashtags and addresses; each found as ten obvious lines per text would find it."""

import numpy as np
import pyarrow as pa
import pytest

from rebond.corpus.marks import Bytes, hashtags, links, mentions


def lists(texts: list[str], find) -> list[list[str]]:
    return find(Bytes(pa.array(texts, pa.string()))).lists(len(texts)).to_pylist()


def mentioned(texts: list[str], dotted: bool) -> list[list[str]]:
    found = mentions(Bytes(pa.array(texts)), np.full(len(texts), dotted))
    return found[-1].lists(len(texts)).to_pylist()


def test_hashtags():
    texts = ["#Panne chez #rivage", "", "a#b &#39; page.html#top", "#1 #2025 #J1", "#été… #été!", '(#a) "#b" #c,#d']
    assert lists(texts, hashtags) == [["panne", "rivage"], [], [], ["j1"], ["été"], ["a", "b", "c", "d"]]


def test_mentions_end_at_a_dot_where_names_hold_none():
    texts = ["@JetBlue.Thanks", "a@b.com", "(@x) .@y @@z", "via /@medium", "@a_1 @a_1 @b"]
    assert mentioned(texts, dotted=False) == [["JetBlue"], [], ["x"], [], ["a_1", "b"]]


def test_mentions_hold_dots_and_servers_where_names_do():
    assert mentioned(["@rivage.bsky.social!", "@ana@mastodon.social: oui", "@jo."], dotted=True) == [
        ["rivage.bsky.social"], ["ana@mastodon.social"], ["jo"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("voir https://www.Rivage.coop/aide?client=12#top.", ["rivage.coop/aide"]),
        ("HTTP://EX.COM", ["ex.com"]),
        ("https://ex.com/a, http://ex.com:8080/b.", ["ex.com/a", "ex.com/b"]),
        ("https://ana:secret@ex.com/a", ["ex.com/a"]),
        ("ftp://ex.com http:/ex.com ://", []),
        ("https://t.co/abc…", ["t.co/abc"]),
    ],
)
def test_an_address_keeps_its_domain_and_path_only(text, found):
    assert lists([text], links) == [found]


def test_a_slice_of_a_column_reads_as_the_column():
    texts = pa.array(["#a", "#b @x", "#c"])
    assert hashtags(Bytes(texts.slice(1, 1))).lists(1).to_pylist() == [["b"]]


def test_a_column_without_texts():
    assert lists([], hashtags) == []
    assert lists(["", ""], links) == [[], []]
