"""CooRTweet: who shared what and when, a table of four columns.

`timestamp_share` is the instant. What was shared may be a post, a link, a hashtag: it is not said which, and left
aside. There is no text: posts are counted, not read.
"""

from rebond.importers.format import Format, Signature
from rebond.sentences import Verbatim

FORMAT = Format(
    key="coortweet",
    name=Verbatim("CooRTweet"),
    signatures=(Signature(("object_id", "account_id", "content_id", "timestamp_share")),),
    zone="UTC",
    columns={
        "published_at": ("timestamp_share",),
        "handle": ("account_id",),
        "native_id": ("content_id",),
    },
    never=("url", "likes", "views"),
)
