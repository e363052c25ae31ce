"""Telegram Desktop: `result.json` of one chat, or of a whole account.

`date` is the hour of the computer that exported; `date_unixtime` (since 2022) is the instant, and is preferred. Numbers
of messages begin again in each chat: the id is chat and number. A message forwarded is a repost. Likes are reactions of
every kind. Of a whole account, talks between two people are counted and left out, and who its owner is, is not read.
It never tells views nor replies.
"""

from collections.abc import Iterator
from typing import Any

from rebond.importers.format import Format, Signature
from rebond.importers.nested import inside, objects, written
from rebond.sentences import Verbatim

PERSONAL = ("personal_chat", "bot_chat", "saved_messages", "replies", "verification_codes")


def opened(record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The messages of the chat, or of every chat."""
    if "messages" in record:
        yield from _messages(record, withheld=False)
    for chat in objects(record, "chats.list"):
        yield from _messages(chat, withheld=written(chat, "type") in PERSONAL)


def _messages(chat: dict[str, Any], *, withheld: bool) -> Iterator[dict[str, Any]]:
    place = written(chat, "id")
    for message in objects(chat, "messages"):
        when = {name: written(message, name) for name in ("date", "date_unixtime")}
        if withheld:
            yield {**when, "type": "personal"}
            continue
        answered, counts = written(message, "reply_to_message_id"), _reactions(message)
        yield {
            **when, "type": written(message, "type"), "id": f"{place}/{written(message, 'id')}",
            "from": written(message, "from"), "from_id": written(message, "from_id"), "text": inside(message, "text"),
            "reply_to_message_id": f"{place}/{answered}" if answered else "",
            "forwarded_from": written(message, "forwarded_from"), "reactions": counts,
        }  # fmt: skip


def _reactions(message: dict[str, Any]) -> int | None:
    """Reactions of every kind; None where the export gives none, which may mean that it knows of none."""
    counts = [one.get("count") for one in objects(message, "reactions")]
    return sum(one for one in counts if isinstance(one, int)) if counts else None


FORMAT = Format(
    key="telegram",
    name=Verbatim("Telegram Desktop"),
    signatures=(
        Signature(("name", "messages"), where={"type": r"^(?:personal|private|public|bot|saved)_\w+$"}),
        Signature(("about", "chats.about")),
    ),
    platform="telegram",
    columns={
        "published_at": ("date_unixtime", "date"),
        "text": ("text",),
        "handle": ("from_id",),
        "author_name": ("from",),
        "native_id": ("id",),
        "kind": ("type",),
        "parent_id": ("reply_to_message_id",),
        "repost_of_handle": ("forwarded_from",),
        "likes": ("reactions",),
    },
    never=("url", "views", "replies", "is_owned"),
    kinds={"service": "", "personal": ""},
    opened=opened,
)
