"""Brand24: mentions as a table or as JSON, of the names its client libraries use.

Times are those of the account, and it is not said whose. There is no id: the address is one, and a post of X is told by
its own. `reach` is an estimate, and the texts are often extracts. It never tells views, nor who is answered.
"""

from rebond.importers.format import Format, Signature
from rebond.sentences import Verbatim

FORMAT = Format(
    key="brand24",
    name=Verbatim("Brand24"),
    signatures=(Signature(("authorFollowers", "sourceType", "sentimentScore")),),
    columns={
        "published_at": ("date",),
        "text": ("text",),
        "title": ("title",),
        "handle": ("author",),
        "followers": ("authorFollowers",),
        "url": ("url",),
        "platform": ("sourceType", "source"),
        "lang_declared": ("language",),
        "likes": ("likes",),
        "reposts": ("shares",),
        "replies": ("comments",),
        "tone_declared": ("sentiment",),
    },
    never=("views", "parent_id", "root_id", "is_owned"),
)
