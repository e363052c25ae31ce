"""Bluesky: posts as its API shows them (search, feeds), or as the repository of an account holds them.

`createdAt` is written by the author's program and may lie: `indexedAt`, the clock of the network, is the date where it
is given. The id is the at:// address. A handle may change hands; a repository names its owner by number (did) only.
It never tells views nor followers.
"""

import re
from collections.abc import Iterator
from typing import Any

from rebond.importers.format import Format, Signature
from rebond.importers.nested import inside, written
from rebond.sentences import Verbatim

PLACE = re.compile(r"at://([^/\s]+)/app\.bsky\.feed\.post/([^/\s]+)$")


def said(post: Any) -> dict[str, Any]:
    """What the record of a post says: its text, its languages, the posts it answers and quotes."""
    quoted = written(post, "embed.record.uri") or written(post, "embed.record.record.uri")
    return {
        "createdAt": written(post, "createdAt"),
        "text": written(post, "text"),
        "langs": inside(post, "langs"),
        "reply.parent.uri": written(post, "reply.parent.uri"),
        "reply.root.uri": written(post, "reply.root.uri"),
        "embed.record.uri": quoted if PLACE.match(quoted) else "",  # lists and feeds are quoted too
    }


def address(uri: str) -> str:
    """Where people read a post."""
    found = PLACE.match(uri)
    return f"https://bsky.app/profile/{found[1]}/post/{found[2]}" if found else ""


def opened(record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """One post; in a feed, one repost of it where somebody reposted it there."""
    view = inside(record, "post") or record
    uri, handle = written(view, "uri"), written(view, "author.handle")
    post = said(inside(view, "record") or inside(view, "value"))
    if written(record, "reason.by.did"):
        yield {
            "uri": written(record, "reason.uri"), "indexedAt": written(record, "reason.indexedAt"),
            "author.handle": written(record, "reason.by.handle"), "text": post["text"], "langs": post["langs"],
            "author.displayName": written(record, "reason.by.displayName"), "reason": uri,
        }  # fmt: skip
        return
    counts = {name: written(view, name) for name in ("likeCount", "repostCount", "replyCount")}
    known = handle not in ("", "handle.invalid")
    yield {
        **post, **counts, "uri": uri, "url": address(uri), "indexedAt": written(view, "indexedAt"),
        "author.handle": handle if known else written(view, "author.did") or uri.removeprefix("at://").split("/")[0],
        "author.displayName": written(view, "author.displayName"),
    }  # fmt: skip


FORMAT = Format(
    key="bluesky",
    name=Verbatim("Bluesky"),
    signatures=(
        Signature(("uri", "author.did", "record.createdAt", "indexedAt")),
        Signature(("post.uri", "post.author.did", "post.record.createdAt")),
        Signature(("uri", "cid"), where={"value.$type": r"^app\.bsky\.feed\.post$"}),
    ),
    zone="UTC",
    platform="bluesky",
    columns={
        "published_at": ("indexedAt", "createdAt"),
        "text": ("text",),
        "handle": ("author.handle",),
        "author_name": ("author.displayName",),
        "native_id": ("uri",),
        "url": ("url",),
        "lang_declared": ("langs",),
        "repost_of": ("reason",),
        "quote_of": ("embed.record.uri",),
        "parent_id": ("reply.parent.uri",),
        "root_id": ("reply.root.uri",),
        "likes": ("likeCount",),
        "reposts": ("repostCount",),
        "replies": ("replyCount",),
    },
    never=("views", "followers", "is_owned"),
    opened=opened,
)
