"""X API v2: its responses, one a line as twarc keeps them, its streams, and the tables that twarc makes of them (CSV).

Times are UTC and say so. Posts of people who left have an author's number and no name. A long post holds its whole
text in `note_tweet`. Views exist since December 2022; the API writes 0 where it has none: read as absent.
"""

from rebond.importers.format import Format, Signature
from rebond.sentences import Verbatim

FORMAT = Format(
    key="x_v2",
    name=Verbatim("X API v2"),
    signatures=(
        Signature(("public_metrics.retweet_count",)),
        Signature(("edit_history_tweet_ids", "text")),
    ),
    zone="UTC",
    platform="x",
    columns={
        "published_at": ("created_at",),
        "text": ("note_tweet.text", "text"),
        "handle": ("author.username", "author_id"),
        "author_name": ("author.name",),
        "profile": ("author.description",),
        "followers": ("author.public_metrics.followers_count",),
        "verified": ("author.verified",),
        "native_id": ("id",),
        "lang_declared": ("lang",),
        "repost_of": ("referenced_tweets.retweeted.id",),
        "repost_of_handle": ("retweeted_username",),
        "quote_of": ("referenced_tweets.quoted.id",),
        "parent_id": ("referenced_tweets.replied_to.id",),
        "root_id": ("conversation_id",),
        "likes": ("public_metrics.like_count",),
        "reposts": ("public_metrics.retweet_count",),
        "replies": ("public_metrics.reply_count",),
        "views": ("public_metrics.impression_count",),
    },
    never=("url", "is_owned"),
    absent={"views": ("0",)},
)
