"""DMI-TCAT, and gazouilloire in its form: posts of X as a table.

`time` is the instant; `created_at` is UTC in TCAT, local in gazouilloire. A repost is told by "RT @…" alone. `lang` is
the language of the post, `from_user_lang` that of the interface. It never tells an address, replies nor views.
"""

from rebond.importers.format import Format, Signature
from rebond.sentences import Verbatim

FORMAT = Format(
    key="tcat",
    name=Verbatim("DMI-TCAT"),
    signatures=(Signature(("from_user_name", "from_user_followercount")),),
    zone="UTC",
    platform="x",
    columns={
        "published_at": ("time", "created_at"),
        "text": ("text",),
        "handle": ("from_user_name",),
        "author_name": ("from_user_realname",),
        "profile": ("from_user_description",),
        "followers": ("from_user_followercount",),
        "verified": ("from_user_verified",),
        "native_id": ("id",),
        "lang_declared": ("lang",),
        "repost_of": ("retweeted_id",),
        "quote_of": ("quoted_status_id",),
        "parent_id": ("in_reply_to_status_id",),
        "likes": ("favorite_count",),
        "reposts": ("retweet_count",),
    },
    never=("url", "replies", "views", "root_id"),
)
