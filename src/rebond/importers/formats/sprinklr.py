"""Sprinklr: messages of listening and engagement, as CSV or as a workbook, where the same names are spaced.

Times are those of the account, and it is not said whose. The id is the platform's where a column gives it, else
Sprinklr's own; a post of X is told by its address. Private messages stand among the others: counted, and left out.
It never tells views nor replies; the influencer score is its own.
"""

from rebond.importers.format import Format, Signature
from rebond.sentences import Verbatim

FORMAT = Format(
    key="sprinklr",
    name=Verbatim("Sprinklr"),
    signatures=(
        Signature(("UniversalMessageId", "Message")),
        Signature(("SenderScreenName", "Permalink")),
    ),
    columns={
        "published_at": ("CreatedTime",),
        "text": ("Message",),
        "title": ("Title",),
        "handle": ("SenderScreenName", "SenderListedName", "SenderUserId"),
        "author_name": ("SenderListedName",),
        "followers": ("SenderFollowersCount",),
        "native_id": ("Post Id", "UniversalMessageId"),
        "url": ("Permalink",),
        "platform": ("SocialNetwork", "Domain"),
        "lang_declared": ("LanguageCode", "Language"),
        "kind": ("MessageType",),
        "likes": ("Favorites",),
        "reposts": ("Retweets",),
        "rating": ("Star Rating",),
        "tone_declared": ("Sentiment",),
    },
    never=("views", "replies", "is_owned", "profile"),
    kinds={
        "twitter mention": "post", "twitter update": "post", "facebook comment": "comment",
        "facebook comment reply": "comment", "instagram comment": "comment", "youtube comment": "comment",
        "linkedin comment": "comment", "twitter direct message": "", "facebook private message": "",
        "instagram private message": "", "direct message": "", "private message": "",
    },
)  # fmt: skip
