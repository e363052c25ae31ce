"""minet: comments of Instagram as a table.

`created_at_utc` is the instant. It never tells the post commented, views, followers nor a language.
"""

from rebond.importers.format import Format, Signature
from rebond.sentences import N_, say

FORMAT = Format(
    key="minet_instagram_comments",
    name=say(N_("minet (Instagram comments)")),
    signatures=(Signature(("comment_like_count", "child_comment_count", "created_at_utc")),),
    zone="UTC",
    platform="instagram",
    kind="comment",
    columns={
        "published_at": ("created_at_utc", "utc_time"),
        "text": ("text",),
        "handle": ("username", "user_id"),
        "author_name": ("user_full_name",),
        "verified": ("user_is_verified",),
        "native_id": ("id",),
        "parent_id": ("parent_id",),
        "likes": ("comment_like_count",),
        "replies": ("child_comment_count",),
    },
    never=("url", "root_id", "reposts", "views", "followers", "lang_declared"),
)
