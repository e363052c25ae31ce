"""Comments of TikTok videos, as its Research API gives them: its answers, one a line, or a table of the same names.

Times are seconds of UTC. The API names no author: who spoke, and how many they were, cannot be said. An answer names
the comment it answers, a first comment its video. It never tells views.
"""

from rebond.importers.format import Format, Signature
from rebond.sentences import N_, say

FORMAT = Format(
    key="tiktok_comments",
    name=say(N_("TikTok Research API (comments)")),
    signatures=(Signature(("video_id", "create_time", "parent_comment_id")),),
    zone="UTC",
    platform="tiktok",
    kind="comment",
    columns={
        "published_at": ("create_time",),
        "text": ("text",),
        "native_id": ("id",),
        "parent_id": ("parent_comment_id",),
        "root_id": ("video_id",),
        "likes": ("like_count",),
        "replies": ("reply_count",),
    },
    never=("handle", "author_name", "url", "views"),
)
