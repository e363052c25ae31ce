"""minet: posts of Bluesky as a table.

`indexed_at_utc`, when the network saw the post, is the date; `timestamp_utc` is the author's and may lie. A post that
somebody reposted stands with who did it and when: read as a repost, whose counts are those of the original and left
aside. `original_text` is the text as written, `text` adds what it quotes. It never tells views nor followers.
"""

import pyarrow.compute as pc

from rebond.importers.format import Format, Signature
from rebond.importers.table import Table
from rebond.sentences import Verbatim
from rebond.tables import NOTHING

OF_THE_ORIGINAL = ("url", "author_name", "likes", "reposts", "replies", "quote_of", "parent_id", "root_id")


def adapt(table: Table) -> Table:
    """Reposts: whose they are and when, instead of the author and the date of the original."""
    who, own, by, at = (table.get(name) for name in ("_reposter", "native_id", "_by", "_reposted_at"))
    if who is None or own is None:
        return table
    reposted = pc.is_valid(who)
    found = {
        name: pc.if_else(reposted, NOTHING, cells) for name in OF_THE_ORIGINAL if (cells := table.get(name)) is not None
    }
    found["repost_of"] = pc.if_else(reposted, own, NOTHING)
    found["native_id"] = pc.if_else(reposted, pc.binary_join_element_wise(own, who, "#"), own)
    for name, told in (("handle", by), ("published_at", at)):
        if told is not None and (cells := table.get(name)) is not None:
            found[name] = pc.if_else(pc.and_(reposted, pc.is_valid(told)), told, cells)
    return table.having(**found)


FORMAT = Format(
    key="minet_bluesky",
    name=Verbatim("minet (Bluesky)"),
    signatures=(Signature(("user_did", "indexed_at_utc")),),
    zone="UTC",
    platform="bluesky",
    columns={
        "published_at": ("indexed_at_utc", "timestamp_utc"),
        "text": ("original_text", "text"),
        "handle": ("user_handle", "user_did"),
        "author_name": ("user_display_name",),
        "native_id": ("uri",),
        "url": ("url",),
        "lang_declared": ("user_langs",),
        "parent_id": ("to_post_uri",),
        "root_id": ("to_root_post_uri",),
        "quote_of": ("quoted_uri",),
        "_reposter": ("repost_by_user_did",),
        "_by": ("repost_by_user_handle", "repost_by_user_did"),
        "_reposted_at": ("repost_timestamp_utc",),
        "likes": ("like_count",),
        "reposts": ("repost_count",),
        "replies": ("reply_count",),
    },
    never=("views", "followers", "is_owned"),
    adapt=adapt,
    makes=("repost_of", "kind"),
)
