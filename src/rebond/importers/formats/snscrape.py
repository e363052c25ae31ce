"""snscrape and twscrape: posts of X, one object a line, or as a table.

Times state their offset. In a table the author is printed as a Python dictionary, and `created` is the day the account
was made, never that of the post. Views are given by later versions. Some collectors keep a few columns only.
"""

from rebond.importers.format import Format, Signature
from rebond.sentences import Verbatim

FORMAT = Format(
    key="snscrape",
    name=Verbatim("snscrape"),
    signatures=(
        Signature(("rawContent", "user.username", "date")),
        Signature(("renderedContent", "user.username", "date")),
        Signature(("rawContent", "date"), where={"user": r"^\{.*'username': "}),
    ),
    zone="UTC",
    platform="x",
    columns={
        "published_at": ("date",),
        "text": ("rawContent", "content", "renderedContent"),
        "handle": ("user.username", "user"),
        "author_name": ("user.displayname",),
        "profile": ("user.rawDescription", "user.description"),
        "followers": ("user.followersCount", "followers"),
        "verified": ("user.verified", "verified"),
        "native_id": ("id_str", "id"),
        "url": ("url",),
        "lang_declared": ("lang",),
        "repost_of": ("retweetedTweet.id",),
        "repost_of_handle": ("retweetedTweet.user.username",),
        "quote_of": ("quotedTweet.id",),
        "parent_id": ("inReplyToTweetId",),
        "root_id": ("conversationId",),
        "likes": ("likeCount",),
        "reposts": ("retweetCount",),
        "replies": ("replyCount",),
        "views": ("viewCount",),
    },
    never=("is_owned",),
)
