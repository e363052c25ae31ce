"""4CAT: comments of TikTok collected in a browser (Zeeschuimer), as a table.

Times are UTC. `thread_id` is the comment answered, or the video. Addresses may be those of the video. It never tells
views nor followers.
"""

from rebond.importers.format import Format, Signature
from rebond.sentences import N_, say

FORMAT = Format(
    key="fourcat_tiktok_comments",
    name=say(N_("4CAT (TikTok comments)")),
    signatures=(Signature(("thread_id", "body", "comment_url", "is_comment_on_comment")),),
    zone="UTC",
    platform="tiktok",
    kind="comment",
    columns={
        "published_at": ("unix_timestamp", "timestamp"),
        "text": ("body",),
        "handle": ("author",),
        "author_name": ("author_full",),
        "native_id": ("id",),
        "url": ("comment_url",),
        "lang_declared": ("language_guess",),
        "parent_id": ("thread_id",),
        "root_id": ("post_id",),
        "likes": ("likes",),
        "replies": ("replies",),
    },
    never=("reposts", "views", "followers"),
)
