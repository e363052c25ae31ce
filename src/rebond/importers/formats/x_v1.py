"""X API v1.1: whole posts as objects, one a line or in `statuses`, as collectors kept them from 2010 to 2023.

Times are UTC and say so. Long posts hold their text in `full_text` or `extended_tweet.full_text`, and `text` cut
short. What is counted on a repost was received by the post reposted. It never tells views, nor the root of a thread.
"""

from rebond.importers.format import Format, Signature
from rebond.sentences import Verbatim

FORMAT = Format(
    key="x_v1",
    name=Verbatim("X API v1.1"),
    signatures=(Signature(("id_str", "user.id_str", "user.screen_name")),),
    zone="UTC",
    platform="x",
    columns={
        "published_at": ("created_at",),
        "text": ("extended_tweet.full_text", "full_text", "text"),
        "handle": ("user.screen_name",),
        "author_name": ("user.name",),
        "profile": ("user.description",),
        "followers": ("user.followers_count",),
        "verified": ("user.verified",),
        "native_id": ("id_str", "id"),
        "lang_declared": ("lang",),
        "repost_of": ("retweeted_status.id_str",),
        "repost_of_handle": ("retweeted_status.user.screen_name",),
        "quote_of": ("quoted_status_id_str", "quoted_status.id_str"),
        "parent_id": ("in_reply_to_status_id_str",),
        "likes": ("favorite_count",),
        "reposts": ("retweet_count",),
        "replies": ("reply_count",),
    },
    never=("url", "views", "root_id", "is_owned"),
)
