"""Trustpilot: reviews as its API gives them, and two tables that collectors make of its pages.

Times of the API are UTC and say so; a table may hold days only. The text is the title, then the review. The answer of
the company is a post of its own in the API's objects, left aside in the tables. "Verified" is said of the purchase, not
of the account. It never tells views nor followers.
"""

from collections.abc import Iterator
from typing import Any

from rebond.importers.format import Format, Signature
from rebond.importers.nested import inside, written
from rebond.sentences import N_, say

KEPT = ("id", "createdAt", "stars", "title", "text", "language", "consumer.id", "consumer.displayName")


def opened(review: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The review, and the answer of the company."""
    own = written(review, "id")
    yield {name: written(review, name) for name in KEPT}
    if isinstance(inside(review, "companyReply"), dict):
        yield {
            "id": f"{own}/reply", "createdAt": written(review, "companyReply.createdAt"),
            "text": written(review, "companyReply.text"), "answers": own, "own": "true",
        }  # fmt: skip


FORMAT = Format(
    key="trustpilot",
    name=say(N_("Trustpilot (reviews)")),
    signatures=(
        Signature(("stars", "consumer.displayName", "createdAt")),
        Signature(("Stars", "Experience date", "Review ID")),
        Signature(("reviewId", "reviewUrl", "reviewerName", "rating")),
    ),
    platform="trustpilot",
    kind="review",
    columns={
        "published_at": ("createdAt", "publishedAt", "publishedDate", "Published"),
        "text": ("text", "Review"),
        "title": ("title",),
        "handle": ("consumer.id", "reviewerId", "Reviewer"),
        "author_name": ("consumer.displayName", "reviewerName"),
        "native_id": ("id", "reviewId", "Review ID"),
        "url": ("reviewUrl", "Review URL"),
        "lang_declared": ("language",),
        "rating": ("stars", "rating"),
        "likes": ("likes",),
        "parent_id": ("answers",),
        "is_owned": ("own",),
    },
    never=("replies", "views", "followers", "verified"),
    titled=True,
    opened=opened,
)
