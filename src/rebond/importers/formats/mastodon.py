"""Mastodon: statuses as its API gives them, one a line or in a list.

Texts are HTML, read as text, the warning above it first. Ids and answers are those of one server. Times are UTC and say
so. A status for followers only or for named people, and one whose author refused to be indexed, is counted and left
out. It never tells views.
"""

import re
from collections.abc import Iterator
from typing import Any

from rebond.importers.format import Format, Signature
from rebond.importers.markup import text_of
from rebond.importers.nested import inside, written
from rebond.sentences import Verbatim

HOST = re.compile(r"https?://([^/\s]+)")
WITHHELD = ("private", "direct", "limited", "noindex")


def opened(status: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """One status."""
    named = {name: written(status, name) for name in (
        "id", "created_at", "url", "language", "in_reply_to_id", "favourites_count", "reblogs_count", "replies_count",
        "account.display_name", "account.followers_count", "reblog.id", "reblog.account.acct")}  # fmt: skip
    refused = inside(status, "account.noindex") is True
    yield {
        **named, "account.acct": _handle(status), "account.note": text_of(written(status, "account.note")),
        "content": worded(written(status, "spoiler_text"), written(status, "content")),
        "quote.id": written(status, "quote.quoted_status.id") or written(status, "quote.quoted_status_id"),
        "visibility": "noindex" if refused else written(status, "visibility"),
    }  # fmt: skip


def worded(warning: str, content: str) -> str:
    """What people read: the warning, then the text."""
    return f"{warning}\n{text_of(content)}".strip()


def _handle(status: dict[str, Any]) -> str:
    """The account with its server, which is left out for those of the server that was asked."""
    account, host = written(status, "account.acct"), HOST.match(written(status, "account.url"))
    return f"{account}@{host[1]}" if account and host and "@" not in account else account


FORMAT = Format(
    key="mastodon",
    name=Verbatim("Mastodon"),
    signatures=(Signature(("account.acct", "spoiler_text", "reblogs_count")),),
    zone="UTC",
    platform="mastodon",
    columns={
        "published_at": ("created_at",),
        "text": ("content",),
        "handle": ("account.acct",),
        "author_name": ("account.display_name",),
        "profile": ("account.note",),
        "followers": ("account.followers_count",),
        "native_id": ("id",),
        "url": ("url",),
        "lang_declared": ("language",),
        "kind": ("visibility",),
        "repost_of": ("reblog.id",),
        "repost_of_handle": ("reblog.account.acct",),
        "quote_of": ("quote.id",),
        "parent_id": ("in_reply_to_id",),
        "likes": ("favourites_count",),
        "reposts": ("reblogs_count",),
        "replies": ("replies_count",),
    },
    never=("views", "verified", "root_id", "is_owned"),
    kinds=dict.fromkeys(WITHHELD, ""),
    opened=opened,
)
