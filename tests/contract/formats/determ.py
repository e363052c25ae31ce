from tests.contract.formats import Sample, header

from rebond.importers.recognition import ZONE
from rebond.sentences import say

SHORT = header("author,from,title,mention_snippet,date,time,reach,engagement_rate")
LONG = (*SHORT, "url", "social_network")

SAMPLES = (
    Sample(
        "mentions of the press",
        columns=SHORT,
        rows=(
            {"author": "Ana Roy", "from": "ledevoir.com", "title": "Rivage s'explique", "date": "2025-10-01",
             "mention_snippet": "…la société Rivage dit chercher 🔎,\n« vite »…", "time": "14:22", "reach": "480000",
             "engagement_rate": "0.0"},
            {"author": "", "from": "radio-canada.ca", "title": "En bref", "mention_snippet": "Rivage : same story",
             "date": "2025-10-02", "time": "08:05", "reach": "0"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:00+00:00", "precision": "minute", "handle": "Ana Roy", "url": None,
             "text": "…la société Rivage dit chercher 🔎,\n« vite »…", "views": None, "likes": None, "native_id": None},
            {"handle": "radio-canada.ca", "published_at": "2025-10-02T08:05:00+00:00"},
        ),
        also={"questions": (say(ZONE),)},
    ),
    Sample(
        "mentions of networks",
        columns=LONG, delimiter=";",
        rows=(
            {"author": "lea_b", "from": "twitter.com", "mention_snippet": "Prélevée deux fois 😡", "reach": "840",
             "date": "2025-10-01", "time": "14:22:45", "engagement_rate": "1,5", "social_network": "Twitter",
             "url": "https://twitter.com/lea_b/status/1973393148998582273"},
            {"author": "Zoé Roy", "from": "facebook.com", "mention_snippet": "Toujours pas remboursée", "reach": "0",
             "date": "2025-10-01", "time": "16:05:10", "social_network": "Facebook",
             "url": "https://www.facebook.com/rivage/posts/5501"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45+00:00", "platform": "x", "native_id": "1973393148998582273",
             "handle": "lea_b", "text": "Prélevée deux fois 😡"},
            {"platform": "facebook", "native_id": "https://www.facebook.com/rivage/posts/5501", "handle": "Zoé Roy"},
        ),
        also={"questions": (say(ZONE),)},
    ),
)  # fmt: skip
