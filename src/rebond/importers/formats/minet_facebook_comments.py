"""minet: comments of Facebook as a table.

`created_time` is the instant. The account is the one of the address of its profile. Likes are reactions of every kind.
It never tells the post commented, views, followers nor a language.
"""

from rebond.importers.format import Format, Signature
from rebond.sentences import N_, say

PROFILE = r"facebook\.com/(?:profile\.php\?id=|people/[^/]+/)?(?P<who>[\w.]+)"

FORMAT = Format(
    key="minet_facebook_comments",
    name=say(N_("minet (Facebook comments)")),
    signatures=(Signature(("fbid", "depth", "created_time", "reactions")),),
    zone="UTC",
    platform="facebook",
    kind="comment",
    columns={
        "published_at": ("created_time",),
        "text": ("text",),
        "author_name": ("author_name",),
        "handle": ("author_url",),
        "verified": ("author_is_verified",),
        "native_id": ("id", "fbid"),
        "parent_id": ("parent_id",),
        "likes": ("reactions",),
        "replies": ("replies",),
    },
    never=("url", "root_id", "reposts", "views", "followers", "lang_declared"),
    parts={"handle": PROFILE},
    absent={"handle": ("people",)},  # an address cut short
)
