"""minet and gazouilloire: posts of X as a table.

`timestamp_utc` is the instant; `local_time` follows the zone of whoever collected. A repost bears the whole text of its
original; a quote holds, after its own words, those it quotes, between « ». Lists are joined by |. It never tells the
start of a thread.
"""

from rebond.importers.format import Format, Signature
from rebond.sentences import Verbatim

FORMAT = Format(
    key="minet_x",
    name=Verbatim("minet, gazouilloire (X)"),
    signatures=(Signature(("to_tweetid", "retweeted_timestamp_utc")),),
    zone="UTC",
    platform="x",
    columns={
        "published_at": ("timestamp_utc",),
        "text": ("text",),
        "handle": ("user_screen_name", "user_id"),
        "author_name": ("user_name",),
        "profile": ("user_description",),
        "followers": ("user_followers",),
        "verified": ("user_verified",),
        "native_id": ("id",),
        "url": ("url",),
        "lang_declared": ("lang",),
        "repost_of": ("retweeted_id",),
        "repost_of_handle": ("retweeted_user",),
        "quote_of": ("quoted_id",),
        "parent_id": ("to_tweetid",),
        "likes": ("like_count",),
        "reposts": ("retweet_count",),
        "replies": ("reply_count",),
        "views": ("impression_count",),
    },
    never=("root_id", "is_owned"),
)
