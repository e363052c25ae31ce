from tests.contract.formats import Sample, header

from rebond.importers.recognition import ZONE
from rebond.sentences import say

PRESS = header("Publication,Title,Lead,Byline,Page,Length,Date,Region,Media,Tone,Ad Value,Circulation,Link,Note")

SAMPLES = (
    Sample(
        "press and air",
        columns=PRESS,
        rows=(
            {"Publication": "The Gazette", "Title": "Bank charges twice", "Lead": "Rivage says,\n\"we are looking\" 🔎",
             "Byline": "Ana Roy", "Page": "A1", "Length": "420", "Date": "2016-03-14", "Region": "Quebec",
             "Media": "Print", "Tone": "Negative", "Ad Value": "1,200", "Circulation": "116,446"},
            {"Publication": "CBC Radio", "Title": "En bref", "Lead": "Rivage prélève deux fois", "Byline": "",
             "Date": "2016-03-15", "Media": "Radio", "Tone": "Neutral", "Circulation": "0",
             "Link": "https://www.cbc.ca/1"},
        ),
        posts=(
            {"published_at": "2016-03-14T00:00:00+00:00", "precision": "day", "platform": "print", "handle": "Ana Roy",
             "text": "Rivage says,\n\"we are looking\" 🔎", "url": None, "tone_declared": "Negative", "kind": "post",
             "views": None},
            {"platform": "radio", "handle": "CBC Radio", "url": "https://www.cbc.ca/1", "followers": None},
        ),
        also={"questions": (say(ZONE),)},
    ),
)  # fmt: skip
