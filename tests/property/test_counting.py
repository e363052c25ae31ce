"""The counting of posts, against ten obvious lines of Python (and invariant 4 of domain.md 7.4)."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import numpy as np
import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.golden.walk_posts import walk_posts

from rebond.analysis.concentration import gini, interactions_by_author, top_share
from rebond.analysis.counted import counted
from rebond.analysis.measure import Window
from rebond.analysis.volume import count_posts
from rebond.settings import Parameters

START = datetime(2024, 3, 9, 22, tzinfo=UTC)  # a night on which clocks change in America
POST = st.fixed_dictionaries({
    "published_at": st.integers(0, 40 * 3600).map(lambda s: START + timedelta(seconds=s)),
    "author_id": st.sampled_from(["a", "b", "c", None]),
    "kind": st.sampled_from(["post", "repost", "reply"]),
    "relevance": st.sampled_from(["about_us", "off_topic", "unchecked"]),
    "is_ours": st.booleans(),
    "likes": st.one_of(st.none(), st.integers(0, 9)),
})  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(st.lists(POST, min_size=1, max_size=40), st.sampled_from([900, 3600, 86400]))
def test_each_bin_holds_what_a_loop_counts(rows, seconds):
    volume = count_posts(walk_posts(rows), None, Parameters(bin_seconds=seconds))
    kept = [r for r in rows if r["relevance"] != "off_topic" and not r["is_ours"]]
    bins = Counter((r["published_at"] - volume.starts) // timedelta(seconds=seconds) for r in kept)
    assert volume.posts.tolist() == [bins[i] for i in range(len(volume.posts))]
    assert sum(bins.values()) == len(kept) == volume.per_minute.sum()
    assert volume.originals.sum() == sum(r["kind"] != "repost" for r in kept)
    heard = {((r["published_at"] - volume.starts) // timedelta(seconds=seconds), r["author_id"]) for r in kept}
    assert volume.accounts.sum() == sum(author is not None for _, author in heard)
    assert volume.starts <= min(r["published_at"] for r in rows)
    assert max(r["published_at"] for r in rows) < volume.starts_of(len(volume.posts))


@settings(max_examples=15, deadline=None)
@given(st.lists(POST, min_size=1, max_size=40))
def test_our_own_posts_never_count(rows):
    both = walk_posts(rows)
    kept = counted(both).to_pyarrow().num_rows
    without = [r for r in rows if not r["is_ours"]]
    assert kept == (counted(walk_posts(without)).to_pyarrow().num_rows if without else 0)


@settings(max_examples=15, deadline=None)
@given(st.lists(POST, min_size=1, max_size=40))
def test_interactions_are_those_a_loop_adds_up(rows):
    table: pa.Table = interactions_by_author(walk_posts(rows), Window(START, START + timedelta(days=9)))
    kept = [r for r in rows if r["relevance"] != "off_topic" and not r["is_ours"] and r["author_id"]]
    received = Counter()
    for row in kept:
        if row["kind"] != "repost" and row["likes"] is not None:  # a repost shows what the original received
            received[row["author_id"]] += row["likes"]
    assert {row["author_id"]: row["interactions"] for row in table.to_pylist()} == dict(received)


def held(amounts: list[int]) -> tuple[np.ndarray, np.ndarray]:
    return np.unique(np.array(amounts), return_counts=True)


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=50).filter(any), st.sampled_from([2, 7, 1000]))
def test_a_concentration_does_not_depend_on_the_scale(amounts, times):
    (x, holders), (scaled, _) = held(amounts), held([times * one for one in amounts])
    assert abs(gini(x, holders) - gini(scaled, holders)) < 1e-9
    assert abs(top_share(x, holders) - top_share(scaled, holders)) < 1e-9
    assert -1e-9 <= gini(x, holders) <= (len(amounts) - 1) / len(amounts) + 1e-9


@given(st.integers(1, 200))
def test_equal_voices_and_a_single_voice_are_the_two_ends(n):
    assert abs(gini(*held([3] * n))) < 1e-9
    assert abs(gini(*held([5] + [0] * (n - 1))) - (n - 1) / n) < 1e-9
