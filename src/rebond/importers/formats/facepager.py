"""Facepager: posts and comments of Facebook that it fetched, as a table, where what was asked for has rows of its own.

Times state their offset. `id` and `parent_id` number the rows of Facepager; the id of Facebook is `object_id`. Rows of
what was asked for have no date: counted, and left out. `link` is what a post shows, not its address. Likes are
reactions of every kind. It never tells views, followers, nor which post a comment answers.
"""

import pyarrow.compute as pc

from rebond.importers.format import Format, Signature
from rebond.importers.table import Table
from rebond.sentences import Verbatim
from rebond.tables import NOTHING


def adapt(table: Table) -> Table:
    """Comments, by what was asked for."""
    asked = table.get("_asked")
    if asked is None:
        return table
    return table.having(kind=pc.if_else(pc.match_substring(asked, "/comments"), "comment", NOTHING))


FORMAT = Format(
    key="facepager",
    name=Verbatim("Facepager"),
    signatures=(Signature(("object_id", "query_status", "query_type", "created_time")),),
    zone="UTC",
    platform="facebook",
    columns={
        "published_at": ("created_time",),
        "text": ("message",),
        "handle": ("from.id", "from.name"),
        "author_name": ("from.name",),
        "_asked": ("query_type",),
        "_medium": ("type",),
        "native_id": ("object_id",),
        "likes": ("reactions.summary.total_count", "like.summary.total_count"),
        "reposts": ("shares.count",),
        "replies": ("comments.summary.total_count",),
    },
    never=("url", "parent_id", "root_id", "views", "followers", "is_owned"),
    adapt=adapt,
    makes=("kind",),
)
