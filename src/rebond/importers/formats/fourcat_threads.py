"""4CAT: posts of Threads collected in a browser (Zeeschuimer), as a table.

`timestamp` follows the clock of the 4CAT server, `unix_timestamp` is the instant. The id is the code of the address. It
never tells which post a reply answers, views, followers nor a language.
"""

from rebond.importers.format import Format, Signature
from rebond.sentences import Verbatim

FORMAT = Format(
    key="fourcat_threads",
    name=Verbatim("4CAT (Threads)"),
    signatures=(Signature(("thread_id", "body", "author_is_verified", "quotes")),),
    platform="threads",
    columns={
        "published_at": ("unix_timestamp", "timestamp"),
        "text": ("body",),
        "handle": ("author",),
        "verified": ("author_is_verified",),
        "native_id": ("id",),
        "url": ("url",),
        "likes": ("likes",),
        "reposts": ("reposts",),
        "replies": ("replies",),
    },
    never=("author_name", "parent_id", "root_id", "views", "followers", "lang_declared"),
)
