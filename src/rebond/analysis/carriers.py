"""Who carried it further, and the post with which it tipped: M-21 of domain.md 3.4.

Accounts and posts are named in the details alone, under their pseudonyms: they are for the internal evidence.
"""

from datetime import datetime, timedelta

import ibis
import numpy as np
import pyarrow as pa

from rebond.analysis.counted import counted
from rebond.analysis.intervals import wilson
from rebond.analysis.measure import Measure, Rows, Window, untold
from rebond.sentences import N_, say
from rebond.tables import collect

METHOD = "carriers/3"
RANKED = 10  # accounts the internal evidence shows
AFTER = timedelta(hours=3)  # a post tips a matter within this delay (domain.md M-21)
LEAST = 5  # posts that must refer to it: fewer tip nothing

NOTHING_RECEIVED = N_("The exports carry neither interactions nor the account that a repost comes from.")
NONE_RECEIVED = N_("No post captured received an interaction or a repost.")
NO_LINKS = N_("The exports do not say which post a repost, a quote or an answer belongs to.")
NOT_CAPTURED = N_("The posts that reposts, quotes and answers belong to were not captured themselves.")
FEW_REFERENCES = N_("No post was reposted, quoted or answered five times within three hours.")


# --- amplifiers --------------------------------------------------------------------------------------------
def measure_amplifiers(posts: ibis.Table, crisis: Window) -> Measure:
    """Accounts ranked by what their posts received, and how many at the top hold half of it.

    details: `ranked`, the first ten as (author_id, received, first post in the crisis or None).
    """
    received = received_by_author(posts, crisis)
    amounts = np.sort(received["received"].to_numpy())[::-1]
    if not len(amounts) or not amounts[0]:
        return untold(METHOD, "amplifiers", "count", say(NONE_RECEIVED if len(amounts) else NOTHING_RECEIVED))
    ranked = received.sort_by([("received", "descending"), ("author_id", "ascending")]).slice(0, RANKED)
    return Measure(
        metric="amplifiers",
        unit="count",
        value=1 + int(np.argmax(2 * np.cumsum(amounts) >= amounts.sum())),
        n=len(amounts),
        n_of="accounts",
        window=crisis,
        method=METHOD,
        details={"ranked": tuple((row["author_id"], row["received"], row["first"]) for row in ranked.to_pylist())},
        rows=Rows(window=crisis),
    )


def received_by_author(posts: ibis.Table, crisis: Window) -> pa.Table:
    """author_id, received (int), first (post in the crisis; null when none was captured); our own accounts left out.

    received: likes + replies + reposts of its posts. Of the reposts an export counts and those that were captured, the
    larger number: the second are some of the first. An account of which neither is known has no row.
    """
    given = {row["author_id"]: row for row in _given(posts, crisis).to_pylist()}
    captured = {row["author_id"]: row["n"] for row in _captured_reposts(posts, crisis).to_pylist()}
    own = posts.filter(posts.is_ours & posts.author_id.notnull()).select("author_id").distinct()
    ours = set(collect(own, by="author_id")["author_id"].to_pylist())
    known = {who for who, row in given.items() if row["given"]} | set(captured)
    rows = [(who, given.get(who), captured.get(who, 0)) for who in sorted(known - ours)]
    return pa.table(
        {
            "author_id": pa.array([who for who, _, _ in rows], pa.string()),
            "received": pa.array(
                [max(shared, row["reposts"]) + row["others"] if row else shared for _, row, shared in rows], pa.int64()
            ),
            "first": pa.array([row["first"] if row else None for _, row, _ in rows], pa.timestamp("us", tz="UTC")),
        }
    )


def _given(posts: ibis.Table, crisis: Window) -> pa.Table:
    """What the exports count for each account; what they show on a repost was received by the post reposted."""
    kept = counted(posts, crisis)
    kept = kept.filter(kept.author_id.notnull() & (kept.kind != "repost"))
    kept = kept.mutate(
        given=(kept.likes.notnull() | kept.reposts.notnull() | kept.replies.notnull()).cast("int64"),
        others=kept.likes.fill_null(0) + kept.replies.fill_null(0),
        shared=kept.reposts.fill_null(0),
    )
    table = kept.group_by("author_id").aggregate(
        given=kept.given.sum(), others=kept.others.sum(), reposts=kept.shared.sum(), first=kept.published_at.min()
    )
    return collect(table, by="author_id")


def _captured_reposts(posts: ibis.Table, crisis: Window) -> pa.Table:
    """author_id, n: reposts captured of each account, as the export names it or as the post reposted was captured."""
    kept = counted(posts, crisis)
    kept = kept.filter(kept.kind == "repost").select("repost_of", "repost_of_author")
    authors = posts.select(source=posts.post_id, author_id=posts.author_id)
    found = kept.left_join(authors, kept.repost_of == authors.source)
    found = found.mutate(whose=found.repost_of_author.fill_null(found.author_id)).filter(lambda t: t.whose.notnull())
    return collect(
        found.group_by("whose").aggregate(n=found.count()).rename(author_id="whose"), by="author_id"
    )  # fmt: skip


# --- the tipping post --------------------------------------------------------------------------------------
def measure_tipping_post(posts: ibis.Table, crisis: Window) -> Measure:
    """The post most referred to in its first three hours, as a share of all that was counted in them.

    details: `post_id` and `at` of the post, which may be one of ours.
    """
    pairs = _references(posts, crisis)
    if not pairs.count().to_pyarrow().as_py():
        return untold(METHOD, "tipping_post", "share", say(NO_LINKS))
    known = pairs.inner_join(posts.select(target=posts.post_id, since=posts.published_at), "target")
    soon = known.filter((known.published_at >= known.since) & (known.published_at < known.since + ibis.interval(AFTER)))
    rows = collect(soon.group_by("target", "since").aggregate(n=soon.count()), by="target").to_pylist()
    if not rows and not known.count().to_pyarrow().as_py():
        return untold(METHOD, "tipping_post", "share", say(NOT_CAPTURED))
    top = min(rows, key=lambda row: (-row["n"], row["since"], row["target"]), default=None)
    if top is None or top["n"] < LEAST:
        return untold(METHOD, "tipping_post", "share", say(FEW_REFERENCES))
    return _tipped(posts, crisis, top["target"], top["since"], top["n"])


def _references(posts: ibis.Table, crisis: Window) -> ibis.Table:
    """post_id, published_at, target: each counted post with the one it reposts, quotes or answers, and the one its
    thread began with."""
    kept = counted(posts, crisis)
    direct = kept.select("post_id", "published_at", target=kept.repost_of.fill_null(kept.parent_id))
    thread = kept.select("post_id", "published_at", target=kept.thread_id)
    both = direct.union(thread, distinct=True)
    return both.filter(both.target.notnull() & (both.target != both.post_id))


def _tipped(posts: ibis.Table, crisis: Window, target: str, since: datetime, referring: int) -> Measure:
    window = Window(max(since, crisis.starts), min(since + AFTER, crisis.ends))
    others = counted(posts, window).filter(lambda t: t.post_id != target)
    n = int(others.count().to_pyarrow().as_py())
    low, high = wilson(referring, n)
    return Measure(
        metric="tipping_post",
        unit="share",
        value=referring / n,
        low=low,
        high=high,
        interval_is="wilson95",
        n=n,
        window=window,
        method=METHOD,
        details={"post_id": target, "at": since},
        rows=Rows(window=window, points_to=target),
    )
