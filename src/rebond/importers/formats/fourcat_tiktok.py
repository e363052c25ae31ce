"""4CAT: videos of TikTok collected in a browser (Zeeschuimer), as a table.

Times are UTC. Plays, likes, shares and comments are TikTok's own counts on the day of collection; followers are of that
day. It never tells a language, nor the comments themselves.
"""

from rebond.importers.format import Format, Signature
from rebond.sentences import Verbatim

FORMAT = Format(
    key="fourcat_tiktok",
    name=Verbatim("4CAT (TikTok)"),
    signatures=(Signature(("thread_id", "body", "tiktok_url", "plays")),),
    zone="UTC",
    platform="tiktok",
    kind="post",
    columns={
        "published_at": ("unix_timestamp", "timestamp"),
        "text": ("body",),
        "handle": ("author",),
        "author_name": ("author_full",),
        "followers": ("author_followers",),
        "native_id": ("id",),
        "url": ("tiktok_url",),
        "likes": ("likes",),
        "reposts": ("shares",),
        "replies": ("comments",),
        "views": ("plays",),
    },
    never=("lang_declared", "parent_id", "root_id", "is_owned"),
)
