"""What was captured, kept and set apart, before anything is dated."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

import ibis

from rebond.analysis.counted import RELEVANT, within
from rebond.analysis.measure import Window
from rebond.tables import collect


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """What was captured, before anything is counted."""

    captured: int  # posts in the case
    counted: int  # about the organisation, not its own, in the window
    ours: int
    off_topic: int
    unchecked: bool  # relevance could not be judged: nothing to look for was named
    reposts: int
    distinct_texts: int
    accounts: int  # distinct accounts among the counted
    by_platform: Mapping[str, int]  # counted posts
    by_lang: Mapping[str, int]  # counted posts; key "" = language not stated
    files: int
    outside_window: int = 0  # captured, but outside --from/--to
    accounts_by_platform: Mapping[str, int] = field(default_factory=dict)  # 0: the exports name nobody there
    accounts_by_lang: Mapping[str, int] = field(default_factory=dict)


def captured_window(posts: ibis.Table, asked: Window | None) -> Window | None:
    """First to last captured post (all of them, off-topic ones too: they show that somebody was collecting).

    Cut to the window asked for. None when nothing was captured in it.
    """
    kept = within(posts, asked)
    edges = kept.aggregate(first=kept.published_at.min(), last=kept.published_at.max())
    ends = collect(edges, by="first").to_pylist()[0]
    if ends["first"] is None:
        return None
    return Window(ends["first"], ends["last"] + timedelta(microseconds=1))  # the last post is inside


def captured_by_platform(posts: ibis.Table, asked: Window | None) -> Mapping[str, int]:
    """Posts captured on each platform, whatever they are about."""
    return _by(within(posts, asked), "platform")


def describe_corpus(posts: ibis.Table, asked: Window | None) -> Corpus:
    """Count what was captured. posts: WALK_POSTS, every post of the case."""
    total = _number(posts.count())
    inside = within(posts, asked)
    groups = collect(
        inside.group_by("relevance", "is_ours").aggregate(n=inside.count()), by=("relevance", "is_ours")
    ).to_pylist()
    kept = inside.filter(inside.relevance.isin(RELEVANT) & ~inside.is_ours)
    return Corpus(
        captured=total,
        counted=sum(g["n"] for g in groups if g["relevance"] in RELEVANT and not g["is_ours"]),
        ours=sum(g["n"] for g in groups if g["is_ours"]),
        off_topic=sum(g["n"] for g in groups if g["relevance"] not in RELEVANT and not g["is_ours"]),
        unchecked=any(g["relevance"] == "unchecked" for g in groups),
        reposts=_number(kept.filter(kept.kind == "repost").count()),
        distinct_texts=_number(kept.text_key.nunique()),
        accounts=_number(kept.author_id.nunique()),
        by_platform=_by(kept, "platform"),
        by_lang=_by(kept.mutate(lang=kept.lang.fill_null("")), "lang"),
        files=_number(posts.raw_file.nunique()),
        outside_window=total - sum(g["n"] for g in groups),
        accounts_by_platform=_accounts_by(kept, "platform"),
        accounts_by_lang=_accounts_by(kept.mutate(lang=kept.lang.fill_null("")), "lang"),
    )


def _number(scalar: ibis.expr.types.Scalar) -> int:
    return int(scalar.to_pyarrow().as_py() or 0)


def _by(posts: ibis.Table, column: str) -> Mapping[str, int]:
    table = collect(posts.group_by(column).aggregate(n=posts.count()), by=column)
    return {row[column]: row["n"] for row in table.to_pylist()}


def _accounts_by(posts: ibis.Table, column: str) -> Mapping[str, int]:
    table = collect(posts.group_by(column).aggregate(n=posts.author_id.nunique()), by=column)
    return {row[column]: row["n"] for row in table.to_pylist()}
