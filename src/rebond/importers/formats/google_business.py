"""Google Business Profile: reviews as its API and Google Takeout give them.

Times are UTC and say so. The answer of the business is a post of its own, marked as the organisation's. Where Google
translated a review, the original words are read. Nobody signs but by a display name, and some not at all. It never
tells likes, views, nor an address.
"""

from collections.abc import Iterator
from typing import Any

from rebond.importers.format import Format, Signature
from rebond.importers.nested import inside, written
from rebond.sentences import N_, say

TRANSLATED, ORIGINAL = "(Translated by Google)", "(Original)"


def opened(review: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The review, and the answer of the business."""
    own = written(review, "reviewId")
    hidden = inside(review, "reviewer.isAnonymous") is True
    yield {
        "reviewId": own, "createTime": written(review, "createTime"), "starRating": written(review, "starRating"),
        "comment": _original(written(review, "comment")),
        "reviewer.displayName": "" if hidden else written(review, "reviewer.displayName"),
    }  # fmt: skip
    if written(review, "reviewReply.comment"):
        yield {
            "reviewId": f"{own}/reply", "createTime": written(review, "reviewReply.updateTime"),
            "comment": _original(written(review, "reviewReply.comment")), "answers": own, "own": "true",
        }  # fmt: skip


def _original(text: str) -> str:
    """The words of the author, whichever of the two stands first."""
    if TRANSLATED not in text:
        return text
    return text.split(ORIGINAL)[1].strip() if ORIGINAL in text else text.split(TRANSLATED)[0].strip() or text


FORMAT = Format(
    key="google_business",
    name=say(N_("Google Business Profile (reviews)")),
    signatures=(Signature(("reviewId", "starRating", "createTime")),),
    zone="UTC",
    platform="google_reviews",
    kind="review",
    columns={
        "published_at": ("createTime",),
        "text": ("comment",),
        "handle": ("reviewer.displayName",),
        "native_id": ("reviewId",),
        "rating": ("starRating",),
        "parent_id": ("answers",),
        "is_owned": ("own",),
    },
    never=("author_name", "url", "likes", "views"),
    opened=opened,
)
