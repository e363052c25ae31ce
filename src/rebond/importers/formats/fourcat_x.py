"""4CAT: posts of X as a table, collected in a browser (Zeeschuimer) or by the API v2.

`timestamp` is UTC in both; `unix_timestamp` follows the clock of the 4CAT server. A repost bears the whole text of its
original. The API writes 0 where it has no views. It never tells which post a reply answers, only its thread.
"""

from rebond.importers.format import Format, Signature
from rebond.sentences import Verbatim

FORMAT = Format(
    key="fourcat_x",
    name=Verbatim("4CAT (X)"),
    signatures=(Signature(("thread_id", "body", "is_retweet", "retweet_count")),),
    zone="UTC",
    platform="x",
    columns={
        "published_at": ("timestamp", "unix_timestamp"),
        "text": ("body",),
        "handle": ("author",),
        "author_name": ("author_fullname",),
        "profile": ("author_bio",),
        "followers": ("author_followers",),
        "verified": ("verified",),
        "native_id": ("id",),
        "url": ("link",),
        "lang_declared": ("language_guess",),
        "is_repost": ("is_retweet",),
        "repost_of_handle": ("retweeted_user",),
        "is_quote": ("is_quote_tweet",),
        "quote_of": ("quote_tweet_id",),
        "is_reply": ("is_reply",),
        "root_id": ("thread_id",),
        "likes": ("like_count",),
        "reposts": ("retweet_count",),
        "replies": ("reply_count",),
        "views": ("impression_count",),
    },
    never=("is_owned",),
    absent={"views": ("0",)},
)
