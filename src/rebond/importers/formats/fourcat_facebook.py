"""4CAT: posts of Facebook collected in a browser (Zeeschuimer), as a table.

`timestamp` follows the clock of the 4CAT server, `unix_timestamp` is the instant. It never tells likes, shares,
comments, views, followers nor a language.
"""

from rebond.importers.format import Format, Signature
from rebond.sentences import Verbatim

FORMAT = Format(
    key="fourcat_facebook",
    name=Verbatim("4CAT (Facebook)"),
    signatures=(Signature(("body", "is_in_group", "group_name", "unix_timestamp")),),
    platform="facebook",
    kind="post",
    columns={
        "published_at": ("unix_timestamp", "timestamp"),
        "text": ("body",),
        "handle": ("author",),
        "author_name": ("author_name",),
        "native_id": ("id",),
        "url": ("url",),
    },
    never=("likes", "reposts", "replies", "views", "followers", "lang_declared"),
)
