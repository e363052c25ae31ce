"""Social Feed Manager, and the CSV of twarc 1: posts of X as a table.

`parsed_created_at` states its offset. One column names the post reposted or quoted: `tweet_type` says which. It never
tells replies, views, nor the start of a thread.
"""

import pyarrow.compute as pc

from rebond.importers.format import Format, Signature
from rebond.importers.table import Table
from rebond.sentences import Verbatim
from rebond.tables import NOTHING


def adapt(table: Table) -> Table:
    """The post reposted apart from the post quoted."""
    kind, other, who = table.get("kind"), table.get("_other"), table.get("repost_of_handle")
    if kind is None:
        return table
    found = {}
    if other is not None:
        found["repost_of"] = pc.if_else(pc.equal(kind, "retweet"), other, NOTHING)
        found["quote_of"] = pc.if_else(pc.equal(kind, "quote"), other, NOTHING)
    if who is not None:
        found["repost_of_handle"] = pc.if_else(pc.equal(kind, "retweet"), who, NOTHING)
    return table.having(**found)


FORMAT = Format(
    key="social_feed_manager",
    name=Verbatim("Social Feed Manager, twarc 1"),
    signatures=(Signature(("parsed_created_at", "tweet_type", "retweet_or_quote_screen_name")),),
    zone="UTC",
    platform="x",
    columns={
        "published_at": ("parsed_created_at", "created_at"),
        "text": ("text",),
        "handle": ("user_screen_name",),
        "author_name": ("user_name",),
        "profile": ("user_description",),
        "followers": ("user_followers_count",),
        "verified": ("user_verified",),
        "native_id": ("id",),
        "url": ("tweet_url",),
        "lang_declared": ("lang",),
        "kind": ("tweet_type",),
        "_other": ("retweet_or_quote_id", "reweet_or_quote_id"),
        "repost_of_handle": ("retweet_or_quote_screen_name",),
        "parent_id": ("in_reply_to_status_id",),
        "likes": ("favorite_count",),
        "reposts": ("retweet_count",),
    },
    never=("replies", "views", "root_id"),
    adapt=adapt,
    makes=("repost_of",),
)
