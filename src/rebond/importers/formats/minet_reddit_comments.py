"""minet: comments of Reddit as a table.

Times state their offset. A comment names the comment it answers; a first comment, by its address, its submission.
Points are given as likes, and absent below zero or where Reddit hides them; "[Deleted]" is nobody. It never tells
followers, replies nor a language.
"""

import pyarrow as pa
import pyarrow.compute as pc

from rebond.importers.format import Format, Signature
from rebond.importers.formats.minet_reddit import known, part
from rebond.importers.table import Table
from rebond.sentences import N_, say


def adapt(table: Table) -> Table:
    """Full names: of the comment, of what it answers, of the submission."""
    found, answered, address, own = known(table), table.get("parent_id"), table.get("url"), table.get("native_id")
    if own is not None:
        found["native_id"] = pc.binary_join_element_wise(pa.scalar("t1"), own, "_")
    if address is not None:
        root = part(address, "post", "t3")
        named = root if answered is None else pc.binary_join_element_wise(pa.scalar("t1"), answered, "_")
        found |= {"root_id": root, "parent_id": pc.coalesce(named, root)}
    return table.having(**found)


FORMAT = Format(
    key="minet_reddit_comments",
    name=say(N_("minet (Reddit comments)")),
    signatures=(Signature(("comment_url", "comment", "parent", "points", "published_date")),),
    platform="reddit",
    kind="comment",
    columns={
        "published_at": ("published_date",),
        "text": ("comment",),
        "handle": ("author",),
        "native_id": ("id",),
        "url": ("comment_url",),
        "parent_id": ("parent",),
        "_points": ("points",),
    },
    never=("author_name", "reposts", "replies", "views", "followers", "lang_declared"),
    absent={"handle": ("[Deleted]",)},
    adapt=adapt,
    makes=("likes", "root_id"),
)
