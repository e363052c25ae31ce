"""4CAT: posts of Bluesky as a table.

`created_at` is written by the author's program and may lie; it states its offset. Ids are at:// addresses, but the post
answered is an address of the site: the one that begins the thread is told by its id, others are not followed. A quote
of a deleted post says so instead of naming it. It never tells views nor followers.
"""

import pyarrow as pa
import pyarrow.compute as pc

from rebond.importers.format import Format, Signature
from rebond.importers.table import Table
from rebond.sentences import Verbatim
from rebond.tables import NOTHING


def adapt(table: Table) -> Table:
    """Answers to the first post of a thread by its id; quotes, of which some have lost what they quote."""
    found = {}
    answered, root, quoted = table.get("parent_id"), table.get("root_id"), table.get("_quoted")
    if answered is not None and root is not None:
        found["parent_id"] = pc.if_else(pc.equal(_last(answered), _last(root)), root, answered)
    if quoted is not None:
        found["is_quote"] = pc.if_else(pc.is_valid(quoted), "true", NOTHING)
        found["quote_of"] = pc.if_else(pc.starts_with(quoted, "http"), quoted, NOTHING)
    return table.having(**found)


def _last(addresses: pa.StringArray) -> pa.StringArray:
    """What stands after the last stroke."""
    return pc.struct_field(pc.extract_regex(addresses, r"/(?P<key>[^/]+)$"), "key")


FORMAT = Format(
    key="fourcat_bluesky",
    name=Verbatim("4CAT (Bluesky)"),
    signatures=(Signature(("thread_id", "body", "repost_count", "replied_to_post")),),
    zone="UTC",
    platform="bluesky",
    columns={
        "published_at": ("created_at", "timestamp"),
        "text": ("body",),
        "handle": ("author", "author_id"),
        "author_name": ("author_display_name",),
        "native_id": ("id",),
        "url": ("link",),
        "lang_declared": ("languages",),
        "parent_id": ("replied_to_post",),
        "root_id": ("thread_id",),
        "_quoted": ("quoted_post",),
        "likes": ("like_count",),
        "reposts": ("repost_count",),
        "replies": ("reply_count",),
    },
    never=("profile", "views", "followers", "is_owned"),  # author_profile is an address
    adapt=adapt,
    makes=("kind",),
)
