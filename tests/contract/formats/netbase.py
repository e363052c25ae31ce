from tests.contract.formats import Sample, header

from rebond.importers.formats.netbase import BITES
from rebond.sentences import say

WHEN = "Published Date (GMT-04:00) New York"
BITE = (WHEN, *header("""Post ID,Sound Bite Text,Title,Source Type,Post Type,Is Paid,Quoted Post,URL,Sentiment,
Professions,Followers/Daily Unique Visitors/Subscribers,Ratings and Scores,Author Location - Other,Tags,Post Shares,
Post Views,Post Dislikes,Product Name,Product Hierarchy,@Mention Media Tags,LexisNexis Source Publisher,
LexisNexis Source Category,LexisNexis Other Subjects"""))  # fmt: skip
LEA = "1973393148998582273"
FOOTER = ("Copyright 2025 NetBase Quid\r\n\r\nTerms of use:\r\nThis file may hold content of third parties.\r\n"
          "It is given to you alone.\r\n")  # fmt: skip

SAMPLES = (
    Sample(
        "sound bites, over their terms of use",
        columns=BITE, footer=FOOTER,
        rows=(
            {WHEN: "10/01/2025 10:22:45", "Post ID": f"http://twitter.com/lea_b/status/{LEA}", "Is Paid": "No",
             "Sound Bite Text": "Prélevée deux fois 😡,\n\"bravo\" Rivage", "Source Type": "Twitter",
             "Post Type": "Post", "URL": f"http://twitter.com/lea_b/status/{LEA}", "Sentiment": "Negatives",
             "Quoted Post": "No", "Followers/Daily Unique Visitors/Subscribers": "840", "Post Shares": "3"},
            {WHEN: "10/01/2025 10:40:10", "Post ID": "88120034411", "Sound Bite Text": "They charged me twice as well.",
             "Source Type": "Forums", "Post Type": "Comment", "URL": "https://forum.example/t/9?p=2",
             "Sentiment": "Neutrals", "Post Shares": "", "Quoted Post": "No"},
            {WHEN: "10/13/2025 18:00:00", "Post ID": "88120034412", "Sound Bite Text": "Le point à 18 h.",
             "Title": "Rivage", "Source Type": "YouTube", "Post Type": "Post", "Sentiment": "Neutrals",
             "URL": "https://www.youtube.com/watch?v=Jp9pyMqnBzk", "Post Views": "9000", "Post Shares": "0",
             "Quoted Post": "No"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45+00:00", "platform": "x", "native_id": LEA, "kind": "post",
             "text": "Prélevée deux fois 😡,\n\"bravo\" Rivage", "reposts": 3, "followers": None, "views": None,
             "tone_declared": "Negatives", "handle": "lea_b"},
            {"published_at": "2025-10-01T14:40:10+00:00", "platform": "forum", "kind": "comment", "reposts": None,
             "native_id": "88120034411"},
            {"platform": "youtube", "views": 9000, "reposts": 0, "kind": "post"},
            None, None, None, None,
        ),
        also={"zone": "America/New_York", "questions": (), "warnings": (say(BITES),)},
    ),
)  # fmt: skip
