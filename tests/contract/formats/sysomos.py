from tests.contract.formats import Sample, header

MENTIONS = header("""No.,Source,Host,Link,Date(ET),Time(ET),time(Eastern Standard Time),Category,AuthorId,AuthorName,
AuthorUrl,Auth,Followers,Following,Age,Gender,Language,Country,Province,City,Location,Sentiment,Title,Snippet,
Description,Tags,Contents,View,Comments,Rating,Favourites,Duration,Bio,UniqueId""")
LEA, OMAR = "1973393148998582273", "1973397532046262273"

SAMPLES = (
    Sample(
        "mentions",
        columns=MENTIONS,
        rows=(
            {"No.": "1", "Source": "TWITTER", "Host": "twitter.com", "Link": f"http://twitter.com/lea_b/statuses/{LEA}",
             "Date(ET)": "Oct 1, 2025", "Time(ET)": "10:22:45", "AuthorId": "44", "AuthorName": "lea_b", "Auth": "5",
             "AuthorUrl": "http://twitter.com/lea_b", "Followers": "840", "Following": "0", "Language": "French",
             "Sentiment": "NEGATIVE", "Contents": "Prélevée deux fois 😡,\n\"bravo\" Rivage", "Bio": "Sociétaire",
             "UniqueId": LEA, "Snippet": "Prélevée…"},
            {"No.": "2", "Source": "TWITTER", "Host": "twitter.com", "Link": f"http://twitter.com/omar/statuses/{OMAR}",
             "Date(ET)": "Oct 1, 2025", "Time(ET)": "10:40:10", "AuthorName": "omar", "Followers": "0",
             "Language": "French", "Contents": "RT @lea_b: Prélevée deux fois", "UniqueId": OMAR, "Favourites": "4"},
            {"No.": "3", "Source": "YOUTUBE", "Host": "youtube.com", "Link": "http://youtube.com/watch?v=Jp9pyMqnBzk",
             "Date(ET)": "Dec 1, 2025", "Time(ET)": "18:00:00", "AuthorName": "Téléjournal", "Title": "Rivage",
             "Description": "Le point à 18 h", "View": "9,000", "Comments": "0", "Rating": "4.5", "Favourites": "12",
             "Duration": "120", "UniqueId": "youtube-Jp9pyMqnBzk", "Language": "French"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45+00:00", "platform": "x", "native_id": LEA, "handle": "lea_b",
             "profile": "Sociétaire", "text": "Prélevée deux fois 😡,\n\"bravo\" Rivage", "followers": 840,
             "views": None, "lang_declared": "fr", "tone_declared": "NEGATIVE", "kind": "post", "likes": None},
            {"kind": "repost", "repost_of_handle": "lea_b", "followers": 0, "likes": None},
            {"published_at": "2025-12-01T23:00:00+00:00", "platform": "youtube", "views": 9000, "replies": 0,
             "text": "Le point à 18 h", "rating": None, "likes": None, "followers": None, "kind": "post"},
        ),
        also={"zone": "America/New_York", "questions": (), "platform": None},
    ),
)  # fmt: skip
