"""Determ (Mediatoolkit): mentions as a table, day and hour in two columns.

Times are those of the account, and it is not said whose. There is no id; the address is one, where it is exported. The
text is an extract around the words searched; `from` is the site or the network. Reach and engagement rate are its own.
It never tells likes, shares, comments, views nor followers.
"""

from rebond.importers.format import Format, Signature
from rebond.sentences import Verbatim

FORMAT = Format(
    key="determ",
    name=Verbatim("Determ"),
    signatures=(Signature(("author", "from", "mention_snippet", "date")),),
    columns={
        "published_at": ("date",),
        "time": ("time",),
        "text": ("mention_snippet",),
        "title": ("title",),
        "handle": ("author", "from"),
        "url": ("url", "link"),
        "platform": ("social_network", "from"),
    },
    never=("likes", "reposts", "replies", "views", "followers", "is_owned"),
)
