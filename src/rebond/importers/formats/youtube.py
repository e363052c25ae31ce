"""Comments of YouTube: the API's (commentThreads, comments), the tables of YouTube Data Tools, minet and a collector.

The API writes UTC and says so, and minet after it; the other tables write hours of a zone they do not name. The id of
an answer begins with that of the comment it answers. Names are shared by many: the account is its channel where that is
given. The API may show only some answers of a thread, beside their number. It never tells views nor followers.
"""

from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from rebond.importers.format import Format, Signature
from rebond.importers.nested import inside, objects, written
from rebond.importers.table import Table
from rebond.sentences import N_, say
from rebond.tables import NOTHING


def opened(record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A comment; of a thread, its first comment and the answers shown under it."""
    first = inside(record, "snippet.topLevelComment")
    if not isinstance(first, dict):
        yield _comment(record, written(record, "snippet.videoId"), "")
        return
    video = written(record, "snippet.videoId") or written(first, "snippet.videoId")
    yield _comment(first, video, written(record, "snippet.totalReplyCount"))
    for answer in objects(record, "replies.comments"):
        yield _comment(answer, video, "")


def _comment(comment: dict[str, Any], video: str, answers: str) -> dict[str, Any]:
    own = written(comment, "id")
    return {
        "id": own,
        "publishedAt": written(comment, "snippet.publishedAt"),
        "text": written(comment, "snippet.textOriginal") or written(comment, "snippet.textDisplay"),
        "authorChannelId": written(comment, "snippet.authorChannelId.value"),
        "authorDisplayName": written(comment, "snippet.authorDisplayName"),
        "likeCount": written(comment, "snippet.likeCount"),
        "replyCount": answers,
        "parentId": written(comment, "snippet.parentId"),
        "videoId": video,
        "url": f"https://www.youtube.com/watch?v={video}&lc={own}" if video and own else "",
    }


def adapt(table: Table) -> Table:
    """Accounts by channel, answers by their ids, comments under their video."""
    found = {}
    if (channel := _part(table.get("_channel"), r"/channel/(?P<part>[\w-]+)")) is not None:
        named = table.get("handle")
        found["handle"] = channel if named is None else pc.coalesce(channel, named)
        if named is not None and table.get("author_name") is None:
            found["author_name"] = named
    video = _part(table.get("url"), r"[?&]v=(?P<part>[\w-]{11})")
    answered = _part(table.get("native_id"), r"^(?P<part>[\w-]+)\.")
    root = [one for one in (table.get("root_id"), video) if one is not None]
    if root:
        found["root_id"] = pc.coalesce(*root)
    parent = [one for one in (table.get("parent_id"), answered, found.get("root_id")) if one is not None]
    if parent:
        found["parent_id"] = pc.coalesce(*parent)
    return table.having(**found)


def _part(cells: pa.StringArray | None, pattern: str) -> pa.StringArray | None:
    """What a pattern finds in each cell; null where it finds nothing."""
    if cells is None:
        return None
    found = pc.struct_field(pc.extract_regex(cells, pattern), "part")
    return pc.if_else(pc.equal(found, ""), NOTHING, found)


FORMAT = Format(
    key="youtube",
    name=say(N_("YouTube (comments)")),
    signatures=(
        Signature(("snippet.topLevelComment.id",)),
        Signature(("snippet.textDisplay", "snippet.authorDisplayName")),
        Signature(("isReplyTo", "authorName", "publishedAt", "text")),
        Signature(("guid", "pubdate", "likecount", "authorChannelUrl")),
        Signature(("video_id", "comment_id", "parent_comment_id", "author_channel_id")),  # minet
    ),
    platform="youtube",
    kind="comment",
    columns={
        "published_at": ("publishedAt", "published_at", "pubdate"),
        "text": ("text", "description"),
        "handle": ("authorChannelId", "author"),
        "author_name": ("authorDisplayName", "authorName"),
        "_channel": ("authorChannelUrl",),
        "native_id": ("guid", "comment_id", "id"),
        "url": ("url", "link"),
        "parent_id": ("parentId", "isReplyTo", "parent_comment_id"),
        "root_id": ("videoId",),
        "likes": ("likeCount",),
        "replies": ("replyCount",),
    },
    never=("views", "followers", "lang_declared"),
    markup=True,
    adapt=adapt,
    opened=opened,
)
