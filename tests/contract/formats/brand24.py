from tests.contract.formats import Sample, header, lines, whole

from rebond.importers.recognition import ZONE
from rebond.sentences import say

TABLE = header("""date,title,text,author,authorFollowers,url,source,sourceType,country,language,sentiment,
sentimentScore,reach,likes,shares,comments""")
LEA = "1973393148998582273"
TWEET = {
    "date": "2025-10-01 14:22:45", "title": None, "text": "Prélevée deux fois 😡\net toujours rien", "author": "lea_b",
    "authorFollowers": 840, "url": f"https://x.com/lea_b/status/{LEA}", "source": "x.com", "sourceType": "twitter",
    "country": "CA", "language": "fr", "sentiment": "negative", "sentimentScore": -0.7, "reach": 840, "likes": 12,
    "shares": 3, "comments": 0,
}  # fmt: skip
NEWS = {
    "date": "2025-10-02 09:00:00", "title": "Rivage s'explique", "text": "La société dit chercher.",
    "author": "Ana Roy", "authorFollowers": None, "url": "https://www.ledevoir.com/rivage", "source": "ledevoir.com",
    "sourceType": "news", "language": "fr", "sentiment": "neutral", "sentimentScore": 0, "reach": 480000, "likes": None,
    "shares": None, "comments": None,
}  # fmt: skip
POSTS = (
    {"published_at": "2025-10-01T14:22:45+00:00", "platform": "x", "native_id": LEA, "handle": "lea_b", "likes": 12,
     "text": "Prélevée deux fois 😡\net toujours rien", "followers": 840, "reposts": 3, "replies": 0, "views": None,
     "kind": "post", "lang_declared": "fr", "tone_declared": "negative"},
    {"platform": "news", "native_id": "https://www.ledevoir.com/rivage", "followers": None, "likes": None,
     "handle": "Ana Roy", "text": "La société dit chercher."},
)  # fmt: skip
ASKED = {"questions": (say(ZONE),), "platform": None}

SAMPLES = (
    Sample("a list of mentions", POSTS, data=whole([TWEET, NEWS]), also=ASKED),
    Sample("mentions, one a line", POSTS, data=lines(TWEET, NEWS), also=ASKED),
    Sample("a table", POSTS, columns=TABLE, also=ASKED, rows=tuple(
        {name: str(value) for name, value in one.items() if value is not None} for one in (TWEET, NEWS))),
)  # fmt: skip
