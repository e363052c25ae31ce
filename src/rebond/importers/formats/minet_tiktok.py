"""minet: videos of TikTok as a table.

`timestamp` is the instant. Plays, likes ("digg"), shares and comments are TikTok's own counts on the day of collection;
followers are of that day. It never tells a language.
"""

from rebond.importers.format import Format, Signature
from rebond.sentences import Verbatim

FORMAT = Format(
    key="minet_tiktok",
    name=Verbatim("minet (TikTok)"),
    signatures=(Signature(("author_unique_id", "digg_count", "play_count")),),
    zone="UTC",
    platform="tiktok",
    kind="post",
    columns={
        "published_at": ("timestamp", "utc_time"),
        "text": ("description",),
        "handle": ("author_unique_id",),
        "author_name": ("author_nickname",),
        "profile": ("author_signature",),
        "followers": ("author_follower_count",),
        "verified": ("author_verified",),
        "native_id": ("id",),
        "likes": ("digg_count",),
        "reposts": ("share_count",),
        "replies": ("comment_count",),
        "views": ("play_count",),
    },
    never=("lang_declared", "parent_id", "root_id", "is_owned"),
    address="https://www.tiktok.com/@{handle}/video/{native_id}",
)
