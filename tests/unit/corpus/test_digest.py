"""One digest for equal posts, another for any post that differs."""

from datetime import timedelta

import pytest
from tests.unit.corpus.raw_posts import AT, assembled

from rebond.corpus.digest import COLUMNS, posts_digest

ROWS = (
    {"native_id": "1", "handle": "ana", "text": "panne", "likes": 3},
    {"native_id": "2", "handle": "ana", "text": "panne", "likes": None, "kind": "reply", "parent_id": "1"},
    {"native_id": "3", "handle": "jo", "text": "merci", "rating": 4.5, "kind": "review"},
)


def digest(*rows: dict, key: bytes = b"k" * 32, parts: int = 1) -> str:
    posts = assembled(*rows, key=key).posts.select(COLUMNS)
    step = -(-posts.num_rows // parts)
    return posts_digest([posts.slice(at, step) for at in range(0, posts.num_rows, step)])


def test_order_batches_and_case_make_no_difference():
    assert digest(*ROWS) == digest(*reversed(ROWS)) == digest(*ROWS, parts=3) == digest(*ROWS, key=b"z" * 32)


@pytest.mark.parametrize(
    "change",
    [{"text": "pannes"}, {"likes": 4}, {"likes": None}, {"likes": 0}, {"handle": "jo"}, {"handle": None},
     {"kind": "quote"}, {"published_at": AT + timedelta(microseconds=1)}, {"platform": "reddit"},
     {"lang_declared": "fr"}, {"views": 3}],
)  # fmt: skip
def test_any_change_shows(change):
    assert digest({**ROWS[0], **change}, *ROWS[1:]) != digest(*ROWS)


def test_who_answers_whom_shows():
    assert digest(*ROWS) != digest(ROWS[0], {**ROWS[1], "parent_id": None}, ROWS[2])
    both = [{"native_id": "4", "parent_id": "1"}, {"native_id": "5", "parent_id": "1"}]
    apart = [{"native_id": "4", "parent_id": "1"}, {"native_id": "5", "parent_id": "2"}]
    assert digest(*both) != digest(*apart)


def test_a_post_twice_is_not_a_post_once():
    assert digest(ROWS[0], ROWS[0]) != digest(ROWS[0])


def test_nothing_has_a_digest_too():
    assert len(posts_digest([])) == 64
