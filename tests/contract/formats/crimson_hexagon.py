from tests.contract.formats import Sample, header

from rebond.importers.recognition import ZONE
from rebond.sentences import say

UPLOAD = header("author,contents,title,url,date,type,language,latitude,longitude")
BULK = header("""GUID,Date (EST),URL,Contents,Author,Name,Country,State/Region,City/Urban Area,Category,Emotion,Source,
Klout Score,Gender,Posts,Followers,Following""")
LEA, OMAR = "1151521942533046272", "1151526325580726272"  # 17 July 2019, 16:00:00 and 16:17:25 UTC

SAMPLES = (
    Sample(
        "an upload",
        columns=UPLOAD,
        rows=(
            {"author": "lea_b", "contents": "Prélevée deux fois 😡,\n\"bravo\" Rivage", "title": "Plainte 1",
             "url": "https://plaintes.example/1", "date": "2019-07-17T12:00:00", "type": "Sondage", "language": "fr"},
            {"author": "omar", "contents": "same here", "title": "Plainte 2", "url": "https://plaintes.example/2",
             "date": "2019-07-17T12:17:25", "type": "Twitter", "language": "en", "latitude": "45.5",
             "longitude": "-73.6"},
        ),
        posts=(
            {"published_at": "2019-07-17T12:00:00+00:00", "handle": "lea_b", "platform": "web", "lang_declared": "fr",
             "text": "Prélevée deux fois 😡,\n\"bravo\" Rivage", "native_id": "https://plaintes.example/1"},
            {"platform": "x", "lang_declared": "en", "likes": None, "kind": "post"},
        ),
        also={"questions": (say(ZONE),)},
    ),
    Sample(
        "a bulk export, in summer",
        columns=BULK,
        rows=(
            {"GUID": LEA, "Date (EST)": "7/17/19 12:00", "URL": f"http://twitter.com/lea_b/status/{LEA}",
             "Contents": "Prélevée deux fois 😡", "Author": "lea_b", "Name": "Léa B", "Country": "Canada",
             "Category": "Basic Negative", "Source": "Twitter", "Klout Score": "31", "Posts": "1200",
             "Followers": "840", "Following": "0"},
            {"GUID": OMAR, "Date (EST)": "7/17/19 12:17", "URL": f"http://twitter.com/omar/status/{OMAR}",
             "Contents": "RT @lea_b: Prélevée deux fois 😡", "Author": "omar", "Name": "Omar", "Source": "Twitter",
             "Klout Score": "12", "Followers": "0"},
            {"GUID": "forum-99120034", "Date (EST)": "7/18/19 9:05", "URL": "https://forum.example/t/9",
             "Contents": "They charged me twice", "Author": "ana", "Source": "Forums", "Klout Score": ""},
        ),
        posts=(
            {"published_at": "2019-07-17T16:00:00+00:00", "precision": "minute", "platform": "x", "native_id": LEA,
             "handle": "lea_b", "author_name": "Léa B", "followers": 840, "likes": None, "kind": "post"},
            {"published_at": "2019-07-17T16:17:00+00:00", "kind": "repost", "repost_of_handle": "lea_b",
             "followers": 0},
            {"platform": "forum", "native_id": "forum-99120034", "followers": None, "author_name": None},
        ),
        also={"zone": "America/New_York", "questions": ()},
    ),
)  # fmt: skip
