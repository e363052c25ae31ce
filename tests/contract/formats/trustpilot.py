from tests.contract.formats import Sample, header, whole

CARDS = header("""Stars,Title,Review,Published,Experience date,Language,Verified,Reviewer,Country,Company reply,
Replied on,Review URL,Review ID""")
ROWS = header("""reviewId,reviewUrl,rating,title,text,language,publishedAt,experiencedAt,updatedAt,likes,isVerified,
verificationLevel,reviewerName,reviewerId,reviewerCountry,reviewerReviewCount,replyText,replyPublishedDate""")
OWN, PAGE = "68dd3a5b2f1c4e0012ab34cd", "https://www.trustpilot.com/reviews/"


def review(own: str, stars: int, title: str, text: str, **more: object) -> dict:
    return {"id": own, "stars": stars, "title": title, "text": text, "language": "fr", "isVerified": True,
            "createdAt": "2025-10-01T14:22:45Z", "updatedAt": None, "experiencedAt": "2025-09-30T00:00:00Z",
            "consumer": {"id": "5f1c4e0012ab34cd68dd3a5b", "displayName": "Léa B"},
            "businessUnit": {"id": "b1", "identifyingName": "rivage.coop"}, "companyReply": None, **more}  # fmt: skip


API = [
    review(OWN, 1, "Prélevée deux fois 😡", "Et toujours rien.\nBravo.", companyReply={
        "text": "Bonjour, c'est remboursé.", "createdAt": "2025-10-01T18:00:00Z", "updatedAt": None}),
    review("68dd3a5b2f1c4e0012ab34ce", 5, "Great", "Great service, thank you", language="en",
           createdAt="2025-10-01T15:00:00Z"),
]  # fmt: skip
POSTS = (
    {"published_at": "2025-10-01T14:22:45+00:00", "native_id": OWN, "rating": 1.0, "kind": "review",
     "text": "Prélevée deux fois 😡\nEt toujours rien.\nBravo.", "handle": "5f1c4e0012ab34cd68dd3a5b",
     "author_name": "Léa B", "lang_declared": "fr", "is_owned": None, "verified": None, "likes": None},
    {"published_at": "2025-10-01T18:00:00+00:00", "kind": "reply", "parent_id": OWN, "is_owned": True,
     "text": "Bonjour, c'est remboursé.", "rating": None, "handle": None},
    {"rating": 5.0, "text": "Great service, thank you", "lang_declared": "en"},
)  # fmt: skip

SAMPLES = (
    Sample("an answer of the API", POSTS, data=whole({"links": [], "reviews": API}),
           also={"platform": "trustpilot", "questions": ()}),
    Sample(
        "a collector's table, one card a row",
        columns=CARDS,
        rows=(
            {"Stars": "1", "Title": "Prélevée deux fois 😡", "Review": "Et toujours rien.\nBravo.", "Language": "fr",
             "Published": "2025-10-01T14:22:45.000Z", "Experience date": "2025-09-30", "Verified": "Yes",
             "Reviewer": "Léa B", "Country": "CA", "Company reply": "Bonjour, c'est remboursé.",
             "Replied on": "2025-10-01T18:00:00.000Z", "Review URL": PAGE + OWN, "Review ID": OWN},
            {"Stars": "5", "Title": "Great", "Review": "", "Published": "2025-10-01T15:00:00.000Z", "Language": "en",
             "Experience date": "2025-10-01", "Verified": "No", "Reviewer": "Omar", "Review URL": PAGE + OWN[:-1] + "e",
             "Review ID": OWN[:-1] + "e"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45+00:00", "native_id": OWN, "rating": 1.0, "kind": "review",
             "text": "Prélevée deux fois 😡\nEt toujours rien.\nBravo.", "handle": "Léa B", "url": PAGE + OWN,
             "verified": None, "lang_declared": "fr"},
            {"rating": 5.0, "text": "Great", "handle": "Omar"},
        ),
        also={"platform": "trustpilot"},
    ),
    Sample(
        "a collector's table, names as in code",
        columns=ROWS,
        rows=(
            {"reviewId": OWN, "reviewUrl": PAGE + OWN, "rating": "1", "title": "Prélevée deux fois 😡",
             "text": "Et rien, \"bravo\"", "language": "fr", "publishedAt": "2025-10-01T14:22:45.000Z",
             "experiencedAt": "2025-09-30T00:00:00.000Z", "likes": "0", "isVerified": "true",
             "verificationLevel": "invited", "reviewerName": "Léa B", "reviewerId": "5f1c4e0012ab34cd68dd3a5b",
             "reviewerCountry": "CA", "reviewerReviewCount": "3"},
            {"reviewId": OWN[:-1] + "e", "reviewUrl": PAGE + OWN[:-1] + "e", "rating": "4", "title": "Great",
             "text": "Great, thank you", "language": "en", "publishedAt": "2025-10-01T15:00:00.000Z", "likes": "2",
             "isVerified": "false", "reviewerName": "Omar", "reviewerId": "6f1c4e0012ab34cd68dd3a5c"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45+00:00", "native_id": OWN, "rating": 1.0, "likes": 0,
             "text": "Prélevée deux fois 😡\nEt rien, \"bravo\"", "handle": "5f1c4e0012ab34cd68dd3a5b",
             "author_name": "Léa B", "verified": None, "kind": "review"},
            {"rating": 4.0, "likes": 2, "text": "Great, thank you"},
        ),
        also={"platform": "trustpilot"},
    ),
)  # fmt: skip
