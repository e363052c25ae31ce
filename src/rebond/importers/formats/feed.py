"""RSS and Atom: entries of the feed of a site, news, blog or forum.

Zones are those written, and asked for where none is. The id is the entry's own; the account, the author it names: few
sites do. A feed holds the latest entries only, often without their whole text. It never tells likes, shares, comments,
views nor followers.
"""

from rebond.importers.format import Format, Signature
from rebond.sentences import Verbatim

FORMAT = Format(
    key="feed",
    name=Verbatim("RSS, Atom"),
    signatures=(Signature(("entry.published", "entry.link", "entry.title")),),
    kind="post",
    columns={
        "published_at": ("entry.published",),
        "text": ("entry.text",),
        "title": ("entry.title",),
        "handle": ("entry.author",),
        "native_id": ("entry.id",),
        "url": ("entry.link",),
        "lang_declared": ("entry.language",),
    },
    never=("likes", "reposts", "replies", "views", "followers"),
    titled=True,
)
