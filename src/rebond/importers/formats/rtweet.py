"""rtweet (before its version 1): posts of X as a table.

Times are UTC and do not say so. Ids begin with an x, which keeps spreadsheets from rounding them. `url` is the site of
the author, `status_url` the address of the post; R writes NA where there is nothing. It never tells views, nor the
start of a thread.
"""

from rebond.importers.format import Format, Signature
from rebond.sentences import Verbatim

IDS = ("native_id", "repost_of", "quote_of", "parent_id")
MAYBE = (*IDS, "author_name", "profile", "url", "lang_declared", "repost_of_handle", "likes", "reposts", "replies")


FORMAT = Format(
    key="rtweet",
    name=Verbatim("rtweet"),
    signatures=(Signature(("status_id", "screen_name", "is_retweet", "retweet_status_id")),),
    zone="UTC",
    platform="x",
    columns={
        "published_at": ("created_at",),
        "text": ("text",),
        "handle": ("screen_name",),
        "author_name": ("name",),
        "profile": ("description",),
        "followers": ("followers_count",),
        "verified": ("verified",),
        "native_id": ("status_id",),
        "url": ("status_url",),
        "lang_declared": ("lang",),
        "is_repost": ("is_retweet",),
        "repost_of": ("retweet_status_id",),
        "repost_of_handle": ("retweet_screen_name",),
        "is_quote": ("is_quote",),
        "quote_of": ("quoted_status_id",),
        "parent_id": ("reply_to_status_id", "in_reply_to_status_status_id"),
        "likes": ("favorite_count",),
        "reposts": ("retweet_count",),
        "replies": ("reply_count",),
    },
    never=("views", "root_id"),
    absent=dict.fromkeys(MAYBE, ("NA",)),
    parts=dict.fromkeys(IDS, r"^x?(?P<id>\d+)$"),
)
