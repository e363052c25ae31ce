"""Threads, drawn: who answers whom, and which exchange that makes."""

import pyarrow as pa
import pytest

from rebond.corpus.threads import threads_of

COLUMNS = ("post_id", "kind", "parent_id", "root_id")


def threads(*rows: str) -> dict[str, str]:
    """A row says: post kind parent root, - where the export tells nothing → post → thread."""
    cells = [[None if cell == "-" else cell for cell in row.split()] for row in rows]
    posts = pa.table([pa.array(column, pa.string()) for column in zip(*cells, strict=True)], names=COLUMNS)
    found = threads_of(posts)
    return dict(zip(*(found[name].to_pylist() for name in ("post_id", "thread_id")), strict=True))


def test_an_answer_to_an_answer_is_of_the_thread_of_the_first_post():
    assert threads("b reply a -", "c reply b -") == {"a": "a", "b": "a", "c": "a"}


def test_a_thread_whose_first_post_was_not_captured_bears_its_name_all_the_same():
    assert threads("m reply z -", "n reply z -") == {"m": "z", "n": "z", "z": "z"}


def test_the_root_that_is_told_joins_what_broken_chains_left_apart():
    found = threads("m reply lost1 root", "n reply lost2 root", "o reply m -")
    assert {found[post] for post in "mno"} == {"root"}


def test_another_export_that_tells_no_root_joins_by_the_parent_they_share():
    assert threads("m reply lost root", "n reply lost -")["n"] == "root"


@pytest.mark.parametrize("kind", ["quote", "repost"])
def test_what_is_said_to_others_does_not_continue_the_thread(kind):
    assert threads("b reply a -", f"c {kind} b -") == {"a": "a", "b": "a"}


def test_a_quote_may_be_said_within_a_thread_of_its_own():
    assert threads("c quote b r") == {"c": "r", "r": "r"}


def test_a_post_that_names_itself_begins_a_thread_and_answers_nobody():
    assert threads("a post a a", "b reply a a") == {"a": "a", "b": "a"}


def test_a_circle_is_one_thread_named_after_its_first_id():
    assert set(threads("c reply b -", "b reply a -", "a reply c -").values()) == {"a"}


def test_two_roots_that_contradict_each_other_are_one_thread_whatever_the_order():
    rows = ("m reply p r1", "n reply p r2")
    assert threads(*rows) == threads(*reversed(rows)) and set(threads(*rows).values()) == {"r1"}


def test_a_chain_of_ten_thousand_is_one_thread():
    rows = [f"p{n:05} reply p{n - 1:05} -" for n in range(1, 10_000)]
    assert set(threads(*rows).values()) == {"p00000"}


def test_no_post_no_thread():
    assert threads_of(pa.table({name: pa.array([], pa.string()) for name in COLUMNS})).num_rows == 0
