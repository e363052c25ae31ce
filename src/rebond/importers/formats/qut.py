"""Coordination Network Toolkit (QUT): its table of eight columns.

`timestamp` is the instant, in seconds. The platform is told by the ids alone. It never tells likes, views nor an
address of the post: `urls` are those of its text.
"""

from rebond.importers.format import Format, Signature
from rebond.sentences import Verbatim

FORMAT = Format(
    key="qut",
    name=Verbatim("Coordination Network Toolkit"),
    signatures=(Signature(("message_id", "user_id", "repost_id", "reply_id", "message")),),
    zone="UTC",
    columns={
        "published_at": ("timestamp",),
        "text": ("message",),
        "handle": ("username", "user_id"),
        "native_id": ("message_id",),
        "repost_of": ("repost_id",),
        "parent_id": ("reply_id",),
    },
    never=("url", "likes", "reposts", "replies", "views"),
)
