from tests.contract.formats import Sample, header, lines, whole

from rebond.importers.recognition import ZONE
from rebond.sentences import say

TABLE = header("""Id,Title,Description,Description Short,Original Url,Source Name,Source Type,Tone,Author,Tags,Favorite,
Read,Trashed,Published At,Reach,Engagement,Language,Country,Image Url,Video Url,Created At,Updated At""")
LEA, OMAR = "1973393148998582273", "1973397532046262273"
ARTICLE = "https://www.ledevoir.com/economie/rivage"
TWEET = {
    "id": "60012345678", "title": "Prélevée deux fois 😡…", "description": "Prélevée deux fois 😡\net toujours rien",
    "description_short": "Prélevée deux fois 😡", "original_url": f"https://twitter.com/lea_b/status/{LEA}",
    "source_name": "Twitter", "source_type": "twitter", "tone": "negative", "tags": [], "favorite": False, "read": True,
    "author": {"name": "Léa B", "username": "lea_b", "url": "https://twitter.com/lea_b"}, "trashed": False,
    "published_at": "2025-10-01T10:22:45.0-04:00", "reach": 840, "language": "fr", "country": "CA",
    "engagement": {"likes": 12, "shares": 3, "comments": 0}, "created_at": "2025-10-01T10:30:00.0-04:00",
}  # fmt: skip
NEWS = {
    "id": "60012345690", "title": "Rivage s'explique", "description": "La société dit chercher.", "author": None,
    "description_short": "La société…", "original_url": ARTICLE, "source_name": "Le Devoir", "source_type": "news",
    "tone": "neutral", "published_at": "2025-10-01T14:40:10.0+00:00", "reach": 480000, "engagement": None,
    "language": "fr", "created_at": "2025-10-01T15:00:00.0+00:00",
}  # fmt: skip
POSTS = (
    {"published_at": "2025-10-01T14:22:45+00:00", "platform": "x", "native_id": LEA, "handle": "lea_b", "kind": "post",
     "author_name": "Léa B", "text": "Prélevée deux fois 😡\net toujours rien", "likes": 12, "reposts": 3, "replies": 0,
     "lang_declared": "fr", "tone_declared": "negative", "views": None},
    {"published_at": "2025-10-01T14:40:10+00:00", "platform": "news", "native_id": "60012345690", "handle": None,
     "text": "La société dit chercher.", "likes": None, "replies": None},
)  # fmt: skip

SAMPLES = (
    Sample("an answer of the API", POSTS, also={"questions": (), "platform": None}, data=whole({
        "mentions": [TWEET, NEWS], "_links": {"more": {"href": "/api/…"}}})),
    Sample("mentions, one a line", POSTS, data=lines(TWEET, NEWS), also={"questions": ()}),
    Sample(
        "a table",
        columns=TABLE,
        rows=(
            {"Id": "60012345678", "Title": "Prélevée…", "Description": "Prélevée deux fois 😡", "Tone": "negative",
             "Description Short": "Prélevée", "Original Url": f"https://twitter.com/lea_b/status/{LEA}",
             "Favorite": "1", "Source Name": "Twitter", "Source Type": "twitter", "Author": "lea_b", "Reach": "840",
             "Engagement": "15", "Published At": "2025-10-01 14:22:45", "Language": "fr",
             "Created At": "2025-10-01 14:30:00"},
            {"Id": "60012345679", "Description": "RT @lea_b: Prélevée deux fois", "Tone": "neutral", "Author": "omar",
             "Description Short": "RT", "Original Url": f"https://twitter.com/omar/status/{OMAR}", "Language": "fr",
             "Source Type": "twitter", "Published At": "2025-10-01 14:40:10", "Created At": "2025-10-01 14:45:00"},
            {"Id": "60012345690", "Title": "Rivage s'explique", "Description": "", "Description Short": "La société…",
             "Original Url": ARTICLE, "Source Name": "Le Devoir", "Source Type": "news", "Tone": "neutral",
             "Published At": "2025-10-02 09:00:00", "Created At": "2025-10-02 09:30:00", "Reach": "480000"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45+00:00", "platform": "x", "native_id": LEA, "handle": "lea_b",
             "likes": None, "reposts": None, "replies": None, "views": None, "tone_declared": "negative"},
            {"kind": "repost", "repost_of_handle": "lea_b", "native_id": OMAR},
            {"platform": "news", "text": "La société…", "native_id": "60012345690", "handle": None},
        ),
        also={"questions": (say(ZONE),), "platform": None},
    ),
)  # fmt: skip
