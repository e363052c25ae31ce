"""Zeeschuimer: what a browser showed of X, TikTok, Instagram, Threads and LinkedIn, one capture a line.

The object is the platform's own, in an envelope, or beside `__import_meta` once 4CAT has had it. Times are instants;
LinkedIn shows none: that of its ids is read. What it shows of other platforms, and posts of a grid, have no date
here: counted, and left out. Which posts were shown is the choice of the platform, not a sample.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

from rebond.importers.format import Format, Signature
from rebond.importers.nested import first, inside, objects, written
from rebond.sentences import Verbatim

Row = dict[str, Any]
USER = "core.user_results.result"
COUNTS = "*socialDetail.*totalSocialActivityCounts"


def opened(record: Row) -> Iterator[Row]:
    """The post a capture holds; a row without a date where its platform is not read here."""
    meta = inside(record, "__import_meta") or record
    item = record if "__import_meta" in record else inside(record, "data")
    place = written(meta, "source_platform")
    read = READERS.get(place.removeprefix("www.").split(".")[0])
    yield {"platform": place, **(read(item) if read and isinstance(item, dict) else {})}


def _x(post: Row) -> Row:
    own, account = first(post, "rest_id", "legacy.id_str"), _x_account(post)
    original = _whole(inside(post, "legacy.retweeted_status_result.result"))
    text = _x_text(post) if original is None else f"RT @{_x_account(original)}: {_x_text(original)}"
    return {
        "id": own, "created": written(post, "legacy.created_at"), "text": text, "account": account,
        "name": first(post, f"{USER}.core.name", f"{USER}.legacy.name", "user.name"),
        "profile": first(post, f"{USER}.legacy.description", "user.description"),
        "followers": first(post, f"{USER}.legacy.followers_count", "user.followers_count"),
        "verified": first(post, f"{USER}.verification.verified", f"{USER}.legacy.verified", "user.verified"),
        "url": f"https://x.com/{account or 'i/web'}/status/{own}", "lang": written(post, "legacy.lang"),
        "reposted": first(original, "rest_id", "legacy.id_str"),
        "quoted": "" if original else written(post, "legacy.quoted_status_id_str"),
        "answered": written(post, "legacy.in_reply_to_status_id_str"),
        "thread": written(post, "legacy.conversation_id_str"), "likes": written(post, "legacy.favorite_count"),
        "reposts": written(post, "legacy.retweet_count"), "replies": written(post, "legacy.reply_count"),
        "views": first(post, "views.count", "ext_views.count"),
    }  # fmt: skip


def _whole(post: Any) -> Row | None:
    """A post that X sometimes wraps once more."""
    found = inside(post, "tweet") or post
    return found if isinstance(found, dict) else None


def _x_account(post: Row) -> str:
    return first(post, f"{USER}.core.screen_name", f"{USER}.legacy.screen_name", "user.screen_name")


def _x_text(post: Row) -> str:
    return first(post, "note_tweet.note_tweet_results.result.text", "legacy.full_text")


def _tiktok(video: Row) -> Row:
    if "cid" in video:
        return _tiktok_comment(video)
    own, account = written(video, "id"), first(video, "author.uniqueId", "author")
    return {
        "id": own, "created": written(video, "createTime"), "text": written(video, "desc"), "account": account,
        "name": first(video, "author.nickname", "nickname"), "verified": written(video, "author.verified"),
        "profile": written(video, "author.signature"), "followers": written(video, "authorStats.followerCount"),
        "url": f"https://www.tiktok.com/@{account}/video/{own}", "lang": written(video, "textLanguage"),
        "likes": written(video, "stats.diggCount"), "reposts": written(video, "stats.shareCount"),
        "replies": written(video, "stats.commentCount"), "views": written(video, "stats.playCount"),
    }  # fmt: skip


def _tiktok_comment(comment: Row) -> Row:
    video, answered = written(comment, "aweme_id"), written(comment, "reply_id")
    return {
        "id": written(comment, "cid"), "kind": "comment", "created": written(comment, "create_time"),
        "text": written(comment, "text"), "account": written(comment, "user.unique_id"),
        "name": written(comment, "user.nickname"), "lang": written(comment, "comment_language"),
        "answered": video if answered in ("", "0") else answered, "thread": video,
        "likes": written(comment, "digg_count"), "replies": written(comment, "reply_comment_total"),
    }  # fmt: skip


def _instagram(post: Row) -> Row:
    own, hidden = first(post, "code", "shortcode"), inside(post, "like_and_view_counts_disabled") is True
    caption = next((written(edge, "node.text") for edge in objects(post, "edge_media_to_caption.edges")), "")
    return {
        "id": own, "created": first(post, "taken_at", "taken_at_timestamp"),
        "text": written(post, "caption.text") or caption,
        "account": first(post, "user.username", "owner.username"), "url": f"https://www.instagram.com/p/{own}",
        "name": first(post, "user.full_name", "owner.full_name"),
        "verified": first(post, "user.is_verified", "owner.is_verified"),
        "likes": "" if hidden else first(post, "like_count", "edge_media_preview_like.count"),
        "replies": first(post, "comment_count", "edge_media_preview_comment.count"),
        "views": first(post, "view_count", "play_count"),
    }  # fmt: skip


def _threads(post: Row) -> Row:
    own, account = written(post, "code"), written(post, "user.username")
    return {
        "id": own, "created": written(post, "taken_at"), "text": written(post, "caption.text"), "account": account,
        "name": written(post, "user.full_name"), "verified": written(post, "user.is_verified"),
        "url": f"https://www.threads.com/@{account}/post/{own}", "likes": written(post, "like_count"),
        "reposts": written(post, "text_post_app_info.repost_count"),
        "replies": written(post, "text_post_app_info.direct_reply_count"),
    }  # fmt: skip


def _linkedin(post: Row) -> Row:
    told = re.search(r"urn:li:activity:(\d{19})", first(post, "updateMetadata.urn", "preDashEntityUrn"))
    own = told[1] if told else ""
    return {
        "id": own, "created": str(int(own) >> 22) if own else "", "text": written(post, "commentary.text.text"),
        "account": written(post, "actor.navigationContext.actionTarget").split("linkedin.com/")[-1].split("?")[0],
        "name": written(post, "actor.name.text"), "profile": written(post, "actor.description.text"),
        "url": f"https://www.linkedin.com/feed/update/urn:li:activity:{own}" if own else "",
        "likes": first(post, f"{COUNTS}.numLikes", "*socialDetail.likes.paging.total"),
        "reposts": first(post, f"{COUNTS}.numShares", "*socialDetail.totalShares"),
        "replies": first(post, f"{COUNTS}.numComments", "*socialDetail.comments.paging.total"),
    }  # fmt: skip


READERS: dict[str, Callable[[Row], Row]] = {
    "x": _x, "twitter": _x, "tiktok": _tiktok, "tiktok-comments": _tiktok, "instagram": _instagram,
    "threads": _threads, "linkedin": _linkedin,
}  # fmt: skip

FORMAT = Format(
    key="zeeschuimer",
    name=Verbatim("Zeeschuimer"),
    signatures=(
        Signature(("source_platform", "source_platform_url", "item_id", "nav_index", "data")),
        Signature(("__import_meta.source_platform", "__import_meta.source_platform_url", "__import_meta.item_id")),
    ),
    zone="UTC",
    columns={
        "published_at": ("created",),
        "text": ("text",),
        "handle": ("account",),
        "author_name": ("name",),
        "profile": ("profile",),
        "followers": ("followers",),
        "verified": ("verified",),
        "native_id": ("id",),
        "url": ("url",),
        "platform": ("platform",),
        "lang_declared": ("lang",),
        "kind": ("kind",),
        "repost_of": ("reposted",),
        "quote_of": ("quoted",),
        "parent_id": ("answered",),
        "root_id": ("thread",),
        "likes": ("likes",),
        "reposts": ("reposts",),
        "replies": ("replies",),
        "views": ("views",),
    },
    never=("rating", "tone_declared", "is_owned"),
    opened=opened,
)
