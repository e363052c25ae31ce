from tests.contract.formats import Sample, whole

PLACE = "accounts/1/locations/2/reviews/"


def review(own: str, stars: str, comment: str | None, **more: object) -> dict:
    return {"name": PLACE + own, "reviewId": own, "starRating": stars, "comment": comment,
            "reviewer": {"profilePhotoUrl": "https://lh3.example/a", "displayName": "Léa B", "isAnonymous": False},
            "createTime": "2025-10-01T14:22:45.123Z", "updateTime": "2025-10-03T00:00:00Z", **more}  # fmt: skip


REVIEWS = [
    review("AbFvOqmAAAAA", "ONE", "Prélevée deux fois 😡\net rien", reviewReply={
        "comment": "Bonjour, c'est remboursé.", "updateTime": "2025-10-01T18:00:00Z"}),
    review("AbFvOqmBBBBB", "FIVE", None, createTime="2025-10-01T15:00:00Z"),
    review("AbFvOqmCCCCC", "THREE", "(Translated by Google) It is long\n\n(Original)\nC'est long", reviewer={
        "displayName": "A Google user", "isAnonymous": True}, createTime="2025-10-01T16:00:00Z"),
    review("AbFvOqmDDDDD", "TWO", "Muy mal\n\n(Translated by Google)\nVery bad", createTime="2025-10-01T17:00:00Z"),
]  # fmt: skip
POSTS = (
    {"published_at": "2025-10-01T14:22:45.123000+00:00", "native_id": "AbFvOqmAAAAA", "rating": 1.0, "kind": "review",
     "text": "Prélevée deux fois 😡\net rien", "handle": "Léa B", "author_name": None, "is_owned": None, "likes": None},
    {"published_at": "2025-10-01T18:00:00+00:00", "kind": "reply", "parent_id": "AbFvOqmAAAAA", "is_owned": True,
     "text": "Bonjour, c'est remboursé.", "rating": None, "handle": None, "native_id": "AbFvOqmAAAAA/reply"},
    {"rating": 5.0, "text": "", "parent_id": None},
    {"rating": 3.0, "text": "C'est long", "handle": None},
    {"rating": 2.0, "text": "Muy mal"},
)  # fmt: skip

SAMPLES = (
    Sample("an answer of the API", POSTS, also={"platform": "google_reviews", "zone": "UTC", "questions": ()},
           data=whole({"reviews": REVIEWS, "averageRating": 2.7, "totalReviewCount": 4, "nextPageToken": "x"})),
    Sample("a list of reviews", POSTS, data=whole(REVIEWS), also={"platform": "google_reviews"}),
)  # fmt: skip
