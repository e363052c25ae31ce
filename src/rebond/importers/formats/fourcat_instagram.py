"""4CAT: posts of Instagram collected in a browser (Zeeschuimer), as a table.

`timestamp` follows the clock of the 4CAT server, `unix_timestamp` is the instant; posts seen in a grid have no date and
are refused. A count that is not known is written -1: read as absent. It never tells comments themselves, reposts,
followers nor a language.
"""

from rebond.importers.format import Format, Signature
from rebond.sentences import Verbatim

FORMAT = Format(
    key="fourcat_instagram",
    name=Verbatim("4CAT (Instagram)"),
    signatures=(Signature(("thread_id", "body", "num_likes", "num_comments", "num_media")),),
    platform="instagram",
    kind="post",
    columns={
        "published_at": ("unix_timestamp", "timestamp"),
        "text": ("body",),
        "handle": ("author", "author_id"),
        "author_name": ("author_fullname",),
        "verified": ("verified", "is_verified"),
        "native_id": ("id",),
        "url": ("url",),
        "likes": ("num_likes",),
        "replies": ("num_comments",),
        "views": ("play_count",),
    },
    never=("parent_id", "root_id", "reposts", "followers", "lang_declared"),  # its parent_id is the post itself
    absent=dict.fromkeys(("likes", "replies", "views"), ("-1",)),
)
