"""4CAT: messages of public chats of Telegram as a table.

`timestamp` follows the clock of the 4CAT server, `unix_timestamp` is the instant. Numbers of messages begin again in
each chat: the id is chat and number. Views are Telegram's own, of the day of collection. Reactions are drawn one after
the other, and not counted. It never tells likes nor replies.
"""

import pyarrow as pa
import pyarrow.compute as pc

from rebond.importers.format import Format, Signature
from rebond.importers.table import Table
from rebond.sentences import Verbatim


def adapt(table: Table) -> Table:
    """Answers by the id of the message answered, and the public address of a message."""
    chat, own, answered = table.get("_chat"), table.get("native_id"), table.get("parent_id")
    if chat is None or own is None:
        return table
    number = pc.struct_field(pc.extract_regex(own, r"-(?P<number>\d+)$"), "number")
    found = {"url": pc.binary_join_element_wise(pa.scalar("https://t.me"), chat, number, "/")}
    if answered is not None:
        found["parent_id"] = pc.binary_join_element_wise(chat, answered, "-")
    return table.having(**found)


FORMAT = Format(
    key="fourcat_telegram",
    name=Verbatim("4CAT (Telegram)"),
    signatures=(Signature(("thread_id", "body", "author_forwarded_from_name")),),
    platform="telegram",
    columns={
        "published_at": ("unix_timestamp", "timestamp"),
        "text": ("body",),
        "handle": ("author_username", "author"),
        "author_name": ("author_name",),
        "native_id": ("id",),
        "_chat": ("chat", "thread_id"),
        "is_reply": ("is_reply",),
        "parent_id": ("reply_to",),
        "repost_of_handle": ("author_forwarded_from_username", "author_forwarded_from_name"),
        "views": ("views",),
    },
    never=("likes", "replies", "root_id", "is_owned"),
    adapt=adapt,
    makes=("url",),
)
