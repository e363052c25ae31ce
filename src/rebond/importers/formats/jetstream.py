"""Jetstream: the events of Bluesky's live stream, one a line, in either version.

`time_us`, when the network saw the event, is the date: `createdAt` is the author's and may lie. Accounts are numbers
(did); a repost bears no text. A like, a follow, an account that moves or a post deleted is an event and no post: it is
counted, and left out. It never tells likes, replies or views.
"""

from collections.abc import Iterator
from typing import Any

from rebond.importers.format import Format, Signature
from rebond.importers.formats.bluesky import address, said
from rebond.importers.nested import inside, written
from rebond.sentences import Verbatim

POST, REPOST = "app.bsky.feed.post", "app.bsky.feed.repost"
NO_POSTS = ("delete", "record", "identity", "account", "event")


def opened(event: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """One row an event."""
    did, collection = written(event, "did"), written(event, "commit.collection")
    record = inside(event, "commit.record")
    uri = f"at://{did}/{collection}/{written(event, 'commit.rkey')}"
    row = {"time_us": written(event, "time_us"), "kind": _kind(event)}
    if row["kind"] == "post":
        yield {**said(record), **row, "did": did, "uri": uri, "url": address(uri)}
    elif row["kind"] == "repost":
        yield {**row, "did": did, "uri": uri, "subject.uri": written(record, "subject.uri")}
    else:
        yield row


def _kind(event: dict[str, Any]) -> str:
    if not isinstance(event.get("commit"), dict):
        kind = written(event, "kind")
        return kind if kind in NO_POSTS else "event"
    if written(event, "commit.operation") == "delete":
        return "delete"
    return {POST: "post", REPOST: "repost"}.get(written(event, "commit.collection"), "record")


FORMAT = Format(
    key="jetstream",
    name=Verbatim("Jetstream (Bluesky)"),
    signatures=(Signature(("did", "time_us", "kind")),),
    zone="UTC",
    platform="bluesky",
    columns={
        "published_at": ("time_us",),
        "text": ("text",),
        "handle": ("did",),
        "native_id": ("uri",),
        "url": ("url",),
        "lang_declared": ("langs",),
        "kind": ("kind",),
        "repost_of": ("subject.uri",),
        "quote_of": ("embed.record.uri",),
        "parent_id": ("reply.parent.uri",),
        "root_id": ("reply.root.uri",),
    },
    never=("author_name", "likes", "replies", "views"),
    kinds=dict.fromkeys(NO_POSTS, ""),
    opened=opened,
)
