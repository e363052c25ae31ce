"""rtweet (before its version 1): posts of X as a table.

Times are UTC and do not say so. Ids begin with an x, which keeps spreadsheets from rounding them. `url` is the site of
the author, `status_url` the address of the post; R writes NA where there is nothing. It never tells views, nor the
start of a thread.
"""

import pyarrow.compute as pc

from rebond.importers.format import Format, Signature
from rebond.importers.table import Table
from rebond.sentences import Verbatim
from rebond.tables import NOTHING

IDS = ("native_id", "repost_of", "quote_of", "parent_id")


def adapt(table: Table) -> Table:
    """Nothing where R says NA, and ids without their x."""
    found = {}
    for name in table.cells:
        cells = table.get(name)
        if name != "text" and cells is not None:
            found[name] = pc.if_else(pc.equal(cells, "NA"), NOTHING, cells)
    for name in IDS:
        if name in found:
            found[name] = pc.replace_substring_regex(found[name], r"^x(\d)", r"\1")
    return table.having(**found)


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
    adapt=adapt,
)
