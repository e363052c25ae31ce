"""Which posts count: about the organisation, not its own, inside the window (domain.md 3.4, the set R)."""

import ibis

from rebond.analysis.measure import Rows, Window
from rebond.tables import BY_HAND

RELEVANT = ("about_us", "unchecked")  # unchecked: nothing to look for was named, so all count, and the page says so


def exported(posts: ibis.Table) -> ibis.Table:
    """Posts that an export holds: what people picked is no sample of anything. posts: WALK_POSTS."""
    return posts.filter(posts.source_tool != BY_HAND)


def counted(posts: ibis.Table, window: Window | None = None) -> ibis.Table:
    """Posts that count. posts: WALK_POSTS."""
    return within(posts.filter(posts.relevance.isin(RELEVANT) & ~posts.is_ours), window)


def ours(posts: ibis.Table, window: Window | None = None) -> ibis.Table:
    """The organisation's own posts, reposts of others included. posts: WALK_POSTS."""
    return within(posts.filter(posts.is_ours), window)


def within(posts: ibis.Table, window: Window | None) -> ibis.Table:
    """Posts published in [starts, ends)."""
    if window is None:
        return posts
    at = posts.published_at
    return posts.filter((at >= ibis.literal(window.starts)) & (at < ibis.literal(window.ends)))


def behind(posts: ibis.Table, rows: Rows) -> ibis.Table:
    """The posts a measure rests on: `Rows` turned into a filter. The evidence file and the audit use it."""
    posts = exported(posts)
    kept = (
        ours(posts, rows.window)
        if rows.ours
        else counted(posts, rows.window)
        if rows.counted
        else within(posts, rows.window)
    )
    if rows.original:
        kept = kept.filter(kept.kind != "repost")
    if rows.platform is not None:
        kept = kept.filter(kept.platform == rows.platform)
    if rows.lang is not None:
        kept = kept.filter(kept.lang == rows.lang)
    if rows.author_ids is not None:
        kept = kept.filter(kept.author_id.isin(rows.author_ids))
    if rows.post_ids is not None:
        kept = kept.filter(kept.post_id.isin(rows.post_ids))
    if rows.points_to is not None:
        direct = kept.repost_of.fill_null(kept.parent_id).fill_null("") == rows.points_to
        kept = kept.filter((direct | (kept.thread_id.fill_null("") == rows.points_to)) & (kept.post_id != rows.points_to))
    if rows.carrying is not None:
        kept = kept.filter(kept[rows.carrying].notnull())
    return kept
