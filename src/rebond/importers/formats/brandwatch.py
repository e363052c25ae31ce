"""Brandwatch Consumer Research: three generations of its tables, and the objects of its API.

Its times are UTC. `Resource Id` is Brandwatch's own; a post of X is told by its address. A table opens with lines that
name the report. From 2023 on the texts of X are missing where an account has no licence for them: kept, without text.
"""

from rebond.importers.format import Format, Signature
from rebond.sentences import Verbatim

FORMAT = Format(
    key="brandwatch",
    name=Verbatim("Brandwatch"),
    caps=(5_000, 10_000),  # of one answer of the API, and of its pages together without a cursor
    signatures=(
        Signature(("Query Id", "Page Type", "Full Text")),
        Signature(("X Author ID", "Engagement Type")),
        Signature(("Resource Id", "Page Type Name", "Thread Id", "Full Text")),
        Signature(("queryId", "resourceId", "pageType")),
    ),
    zone="UTC",
    columns={
        "published_at": ("Date",),
        "text": ("Full Text", "Snippet"),
        "title": ("Title",),
        "handle": ("Author",),
        "author_name": ("Full Name",),
        "native_id": ("Resource Id",),
        "url": ("Url", "Original Url"),
        "platform": ("Content Source Name", "Page Type Name", "Content Source", "Page Type", "Domain"),
        "lang_declared": ("Language",),
        "kind": ("Engagement Type", "Thread Entry Type"),
        "repost_of": ("X Repost of", "Twitter Retweet of", "retweetOf"),
        "parent_id": ("X Reply to", "Twitter Reply to", "Parent Post Id", "replyTo"),
        "root_id": ("Thread Id", "Root Post Id"),
        "likes": ("Likes", "X Likes", "Twitter Likes", "Facebook Likes", "Instagram Likes", "instagramLikeCount",
                  "Linkedin Likes"),
        "reposts": ("Shares", "X Reposts", "Twitter Retweets", "Facebook Shares", "Linkedin Shares"),
        "replies": ("Comments", "X Replies", "Twitter Reply Count", "Facebook Comments", "Instagram Comments",
                    "instagramCommentCount", "Linkedin Comments", "Reddit Comments"),
        "followers": ("X Followers", "Twitter Followers", "Instagram Followers", "instagramFollowerCount"),
        "verified": ("X Verified", "Twitter Verified"),
        "rating": ("Rating",),
        "tone_declared": ("Sentiment",),
    },
    never=("profile", "views", "is_owned"),  # Impressions and Reach are estimates of its own
)  # fmt: skip
