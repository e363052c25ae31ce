"""The archive Mastodon hands to an account: `outbox.json`, alone or in its zip.

Only the posts of that account, so every one is marked as the organisation's own. Ids are addresses, the same on every
server. Times are UTC and say so. What was for followers or for named people is counted and left out. It never tells
likes, reposts, replies or views.
"""

import re
from collections.abc import Iterator
from typing import Any

from rebond.importers.format import Format, Signature
from rebond.importers.formats.mastodon import worded
from rebond.importers.nested import inside, objects, written
from rebond.sentences import N_, say

ACTOR = re.compile(r"https?://([^/\s]+)/(?:users/|@)([^/\s]+)")
EVERYBODY = ("https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public")


def opened(outbox: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """What the account wrote (Create) and reposted (Announce), in the order of the file."""
    for act in objects(outbox, "orderedItems"):
        actor = ACTOR.match(written(act, "actor"))
        row = {
            "published": written(act, "published"), "actor": f"{actor[2]}@{actor[1]}" if actor else "", "own": "true",
            "visibility": "public" if _is_public(act) else "private",
        }  # fmt: skip
        if isinstance(act.get("object"), dict):
            yield {**row, **_note(act["object"])}
        else:
            yield {**row, "id": written(act, "id"), "object": written(act, "object")}


def _is_public(act: dict[str, Any]) -> bool:
    """Written to everybody, listed or not."""
    return any(one in EVERYBODY for name in ("to", "cc") for one in _listed(act.get(name)))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _note(note: dict[str, Any]) -> dict[str, Any]:
    languages = inside(note, "contentMap")
    return {
        "id": written(note, "id"), "url": written(note, "url"), "inReplyTo": written(note, "inReplyTo"),
        "content": worded(written(note, "summary"), written(note, "content")),
        "language": next(iter(languages), "") if isinstance(languages, dict) and len(languages) == 1 else "",
        "quote": written(note, "quote") or written(note, "quoteUri"),
    }  # fmt: skip


FORMAT = Format(
    key="mastodon_archive",
    name=say(N_("Mastodon (personal archive)")),
    signatures=(Signature(("orderedItems", "totalItems")),),
    zone="UTC",
    platform="mastodon",
    columns={
        "published_at": ("published",),
        "text": ("content",),
        "handle": ("actor",),
        "native_id": ("id",),
        "url": ("url",),
        "lang_declared": ("language",),
        "kind": ("visibility",),
        "repost_of": ("object",),
        "quote_of": ("quote",),
        "parent_id": ("inReplyTo",),
        "is_owned": ("own",),
    },
    never=("author_name", "likes", "reposts", "replies", "views"),
    kinds={"private": ""},
    opened=opened,
    archive=(r"(?:^|/)outbox\.json$",),
)
