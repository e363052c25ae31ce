from tests.contract.formats import Sample, header

from rebond.importers.recognition import ZONE
from rebond.sentences import say

RESULTS = header("""ID,Search,Source,Application,Title,Content,Date,Parent,Language,URL,Domain,Author,Bio,Followers,
Impressions""")
LEA, OMAR = "1973393148998582273", "1973397532046262273"

SAMPLES = (
    Sample(
        "results of a search",
        columns=RESULTS,
        rows=(
            {"ID": "653a9f1c0e", "Search": "41877", "Source": "X", "Application": "X for iPhone", "Parent": "0",
             "Content": "Prélevée deux fois 😡,\n\"bravo\" Rivage", "Date": "2025-10-01 14:22:45", "Language": "fr",
             "URL": f"https://x.com/lea_b/status/{LEA}", "Domain": "x.com", "Author": "lea_b", "Bio": "Sociétaire",
             "Followers": "840", "Impressions": "9000"},
            {"ID": "653a9f1c0f", "Search": "41877", "Source": "X", "Application": "Bot Libre!", "Parent": LEA,
             "Content": "Prélevée deux fois 😡", "Date": "2025-10-01 14:40:10", "Language": "fr", "Followers": "0",
             "URL": f"https://x.com/omar/status/{OMAR}", "Domain": "x.com", "Author": "omar"},
            {"ID": "653a9f1c10", "Search": "41877", "Source": "News", "Title": "Rivage s'explique", "Parent": "0",
             "Content": "La société dit chercher.", "Date": "2025-10-02 09:00:00", "Language": "fr",
             "URL": "https://www.ledevoir.com/rivage", "Domain": "ledevoir.com", "Impressions": "480000"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45+00:00", "platform": "x", "native_id": LEA, "handle": "lea_b",
             "profile": "Sociétaire", "followers": 840, "kind": "post", "repost_of": None, "views": None,
             "text": "Prélevée deux fois 😡,\n\"bravo\" Rivage", "lang_declared": "fr"},
            {"kind": "repost", "repost_of": LEA, "native_id": OMAR, "followers": 0},
            {"platform": "news", "native_id": "653a9f1c10", "handle": None, "views": None, "kind": "post"},
        ),
        also={"questions": (say(ZONE),), "platform": None},
    ),
)  # fmt: skip
