"""Talkwalker: its tables (CSV, XLSX), the answers of its API, and its stream, one chunk a line.

JSON bears instants; a table bears the hour of the account, the year first on two figures (25/10/01), and does not say
whose. Addresses are the ids: `parent_url` is the post commented, or the post itself where it answers nothing. `reach`
and impressions are left aside; views are those YouTube and TikTok show. Posts of X may come without address nor text.
"""

from collections.abc import Iterator
from typing import Any

import pyarrow.compute as pc

from rebond.importers.format import Format, Signature
from rebond.importers.nested import inside, objects
from rebond.importers.table import Table
from rebond.sentences import Verbatim
from rebond.tables import NOTHING

ON, AROUND = "article_extended_attributes.", "source_extended_attributes."


def opened(record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The posts of one answer, or of one chunk; a chunk that only steers the stream has none."""
    if "chunk_type" in record:
        post = inside(record, "chunk_result.data.data")
        yield from (post,) if isinstance(post, dict) else ()
    elif "result_content" in record:
        yield from (one.get("data") or one for one in objects(record, "result_content.data"))
    else:
        yield record


def adapt(table: Table) -> Table:
    """Comments by their tag, what answers nothing, and tones below zero, which a table writes '-3."""
    found = {}
    tags, own, parent, tone = (table.get(name) for name in ("_tags", "url", "parent_id", "tone_declared"))
    if tags is not None:
        found["kind"] = pc.if_else(pc.match_substring(tags, "isComment"), "comment", NOTHING)
    if own is not None and parent is not None:
        found["parent_id"] = pc.if_else(pc.fill_null(pc.equal(own, parent), False), NOTHING, parent)
    if tone is not None:
        found["tone_declared"] = pc.utf8_ltrim(tone, "'")
    return table.having(**found)


FORMAT = Format(
    key="talkwalker",
    name=Verbatim("Talkwalker"),
    caps=(10_000,),  # of a search, which gives the most engaged first
    signatures=(
        Signature(("extra_author_attributes.*", "published")),
        Signature((f"{ON}*", "published")),
        Signature(("matched_profile", "root_url")),
        Signature(("status_code", "status_message", "result_content")),
        Signature(("chunk_type", "chunk_result")),
    ),
    order="ymd",
    columns={
        "published_at": ("published", "published_ts"),
        "text": ("content", "content_snippet"),
        "title": ("title", "title_snippet"),
        "handle": ("extra_author_attributes.short_name", "extra_author_attributes.name"),
        "author_name": ("extra_author_attributes.name",),
        "profile": ("extra_author_attributes.description",),
        "native_id": ("external_id",),
        "url": ("url",),
        "platform": ("source_type",),
        "lang_declared": ("lang",),
        "_tags": ("tags_internal",),
        "_medium": ("post_type",),
        "parent_id": ("parent_url",),
        "likes": tuple(f"{ON}{name}" for name in (
            "twitter_likes", "facebook_reactions_total", "facebook_likes", "instagram_likes", "youtube_likes",
            "tiktok_likes", "pinterest_likes")),
        "reposts": tuple(f"{ON}{name}" for name in (
            "twitter_retweets", "facebook_shares", "tiktok_shares", "linkedin_shares", "pinterest_repins")),
        "replies": (f"{ON}twitter_replies", f"{ON}num_comments"),
        "views": (f"{ON}youtube_views", f"{ON}tiktok_views"),
        "followers": tuple(f"{AROUND}{name}_followers" for name in ("twitter", "facebook", "instagram", "pinterest")),
        "tone_declared": ("sentiment",),
    },
    never=("root_id", "repost_of", "is_owned", "verified"),  # root_url is the page or the account
    adapt=adapt,
    makes=("kind",),
    opened=opened,
)  # fmt: skip
