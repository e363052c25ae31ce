"""Meta Content Library: posts of Facebook and Instagram, as the API gives them or as a downloaded table.

Times are UTC. Ids are the library's: they find nothing on Facebook, and no address is given. Likes are reactions of
every kind. Views are times on screen, counted by Meta; absent is not zero. Texts are given only to who asked for them.
Which of the two networks a row is of is told by reactions and kinds of owner, else not told. It never tells followers.
"""

import pyarrow as pa
import pyarrow.compute as pc

from rebond.importers.format import Format, Signature
from rebond.importers.table import Table
from rebond.sentences import Verbatim
from rebond.tables import NOTHING

OF_FACEBOOK = pa.array(["page", "group", "event", "profile"])
OF_INSTAGRAM = pa.array(["creator", "business", "personal"])


def adapt(table: Table) -> Table:
    """The network of each row: only Facebook counts reactions, and each has its kinds of accounts."""
    reactions, owner = table.get("_reactions"), table.get("_owner")
    told = []
    if reactions is not None:
        told.append(pc.if_else(pc.is_valid(reactions), "facebook", NOTHING))
    if owner is not None:
        kind = pc.utf8_lower(owner)
        instagram = pc.if_else(pc.is_in(kind, OF_INSTAGRAM), "instagram", NOTHING)
        told.append(pc.if_else(pc.is_in(kind, OF_FACEBOOK), "facebook", instagram))
    return table.having(platform=pc.coalesce(*told)) if told else table


FORMAT = Format(
    key="meta_content_library",
    name=Verbatim("Meta Content Library"),
    signatures=(Signature(("creation_time", "statistics.*", "post_owner.*")),),
    zone="UTC",
    kind="post",
    columns={
        "published_at": ("creation_time",),
        "text": ("text",),
        "handle": ("post_owner.username", "post_owner.data.username", "post_owner.name", "post_owner.data.name",
                   "post_owner.id", "post_owner.data.id"),
        "author_name": ("post_owner.name", "post_owner.data.name"),
        "_medium": ("content_type", "media_type"),
        "_owner": ("post_owner.type", "post_owner.data.type"),
        "verified": ("is_verified",),
        "native_id": ("id",),
        "lang_declared": ("lang",),
        "repost_of": ("shared_post_id",),
        "likes": ("statistics.reaction_count", "statistics.like_count"),
        "_reactions": ("statistics.reaction_count",),
        "reposts": ("statistics.share_count",),
        "replies": ("statistics.comment_count",),
        "views": ("statistics.views",),
    },
    never=("url", "parent_id", "root_id", "followers", "profile"),
    adapt=adapt,
    makes=("platform",),
)  # fmt: skip
