"""Reddit: comments and submissions as Pushshift and Arctic Shift keep them, one a line, often packed (.zst).

Times are seconds of UTC. Ids are full names (t1_… for a comment, t3_… for a submission). `score`, votes for less votes
against, is given as likes, and absent below zero. `[deleted]` and `[removed]` stay in texts; as a name they are nobody.
It never tells followers nor a language.
"""

from collections.abc import Iterator
from typing import Any

from rebond.importers.format import Format, Signature
from rebond.importers.nested import written
from rebond.sentences import Verbatim

NOBODY = ("[deleted]", "[removed]")
SITE = "https://www.reddit.com"


def opened(record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """One comment or submission."""
    is_comment, own, score = "body" in record, written(record, "id"), written(record, "score")
    root = written(record, "link_id")
    path = written(record, "permalink") or (f"/comments/{root.removeprefix('t3_')}/_/{own}" if is_comment else "")
    author, written_text = written(record, "author"), written(record, "body" if is_comment else "selftext")
    yield {
        "name": written(record, "name") or f"{'t1' if is_comment else 't3'}_{own}",
        "kind": "comment" if is_comment else "post",
        "created_utc": written(record, "created_utc"),
        "author": "" if author in NOBODY else author,
        "body": f"{written(record, 'title')}\n{written_text}".strip(),
        "permalink": path if path.startswith("http") else f"{SITE}{path}" if path else "",
        "parent_id": written(record, "parent_id"),
        "link_id": root,
        "crosspost_parent": written(record, "crosspost_parent"),
        "score": "" if score.startswith("-") else score,
        "num_comments": written(record, "num_comments"),
        "num_crossposts": written(record, "num_crossposts"),
    }


FORMAT = Format(
    key="reddit",
    name=Verbatim("Reddit"),
    signatures=(
        Signature(("link_id", "parent_id", "subreddit", "body")),
        Signature(("selftext", "subreddit", "num_comments")),
    ),
    zone="UTC",
    platform="reddit",
    columns={
        "published_at": ("created_utc",),
        "text": ("body", "selftext"),
        "title": ("title",),
        "handle": ("author",),
        "native_id": ("name", "id"),
        "url": ("permalink",),
        "kind": ("kind",),
        "repost_of": ("crosspost_parent",),
        "parent_id": ("parent_id",),
        "root_id": ("link_id",),
        "likes": ("score",),
        "replies": ("num_comments",),
        "reposts": ("num_crossposts",),
    },
    never=("author_name", "views", "followers", "lang_declared"),
    opened=opened,
)
