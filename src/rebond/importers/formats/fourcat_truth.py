"""4CAT: posts of Truth Social collected in a browser (Zeeschuimer), as a table.

Times are UTC and say so. Texts are HTML. It never tells likes, views, a language, nor which post a reply answers.
"""

from rebond.importers.format import Format, Signature
from rebond.sentences import Verbatim

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
    markup=True,
)
