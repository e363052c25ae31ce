"""4CAT: posts of Truth Social collected in a browser (Zeeschuimer), as a table.

Times are UTC and say so. Texts are HTML. It never tells likes, views, a language, nor which post a reply answers.
"""

import pyarrow as pa
import pyarrow.compute as pc

from rebond.importers.cells import by_distinct
from rebond.importers.format import Format, Signature
from rebond.importers.markup import text_of
from rebond.importers.table import Table
from rebond.sentences import Verbatim


def adapt(table: Table) -> Table:
    """Texts as people read them."""
    text = table.get("text")
    return table if text is None else table.having(text=pc.fill_null(by_distinct(text, text_of, pa.string()), ""))


FORMAT = Format(
    key="fourcat_truth",
    name=Verbatim("4CAT (Truth Social)"),
    signatures=(Signature(("body", "account_username", "account_display_name", "reblogs_count")),),
    zone="UTC",
    platform="other",
    columns={
        "published_at": ("created_at", "timestamp"),
        "text": ("body",),
        "handle": ("account_username",),
        "author_name": ("account_display_name",),
        "followers": ("account_followers",),
        "verified": ("account_verified",),
        "native_id": ("id",),
        "url": ("url",),
        "reposts": ("reblogs_count",),
        "replies": ("replies_count",),
    },
    never=("likes", "views", "lang_declared", "parent_id", "root_id"),
    adapt=adapt,
)
