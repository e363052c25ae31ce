"""Videos of TikTok, as its Research API gives them: its answers, one a line, or a table of the same names.

Times are seconds of UTC. Views, likes, shares and comments are TikTok's own counts on the day of collection. The API
gives thirty days at once, and what was deleted since is missing. It never tells followers nor a language.
"""

from rebond.importers.format import Format, Signature
from rebond.sentences import Verbatim

FORMAT = Format(
    key="tiktok",
    name=Verbatim("TikTok Research API"),
    signatures=(Signature(("video_description", "create_time", "region_code")),),
    zone="UTC",
    platform="tiktok",
    kind="post",
    columns={
        "published_at": ("create_time",),
        "text": ("video_description",),
        "handle": ("username",),
        "native_id": ("id",),
        "likes": ("like_count",),
        "reposts": ("share_count",),
        "replies": ("comment_count",),
        "views": ("view_count",),
    },
    never=("author_name", "followers", "lang_declared"),
    address="https://www.tiktok.com/@{handle}/video/{native_id}",
)
