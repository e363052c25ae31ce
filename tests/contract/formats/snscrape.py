from tests.contract.formats import Sample, header, lines

LEA, OMAR, ANA = "1973393148998582273", "1973397532046262273", "1973397783704502273"
USER = {
    "_type": "snscrape.modules.twitter.User", "username": "lea_b", "id": 44, "displayname": "Léa B",
    "rawDescription": "Sociétaire", "renderedDescription": "Sociétaire", "descriptionLinks": None, "verified": False,
    "created": "2012-01-02T10:00:00+00:00", "followersCount": 840, "friendsCount": 12, "statusesCount": 9000,
    "favouritesCount": 7, "listedCount": 0, "location": "Montréal", "url": "https://twitter.com/lea_b",
}  # fmt: skip
FIRST = {
    "_type": "snscrape.modules.twitter.Tweet", "url": f"https://twitter.com/lea_b/status/{LEA}", "id": int(LEA),
    "date": "2025-10-01T14:22:45+00:00", "rawContent": "Prélevée deux fois 😡\nhttps://t.example/a",
    "renderedContent": "Prélevée deux fois 😡\nrivage.example", "user": USER, "replyCount": 0, "retweetCount": 3,
    "likeCount": 12, "quoteCount": 1, "conversationId": int(LEA), "lang": "fr", "source": "Twitter for iPhone",
    "links": [{"_type": "snscrape.modules.twitter.TextLink", "text": "rivage.example", "url": "https://rivage.example",
               "tcourl": "https://t.example/a", "indices": [20, 40]}],
    "media": None, "retweetedTweet": None, "quotedTweet": None, "inReplyToTweetId": None, "viewCount": 900,
}  # fmt: skip
REPOST = {
    **FIRST, "url": f"https://twitter.com/omar/status/{OMAR}", "id": int(OMAR), "date": "2025-10-01T14:40:10+00:00",
    "rawContent": "RT @lea_b: Prélevée deux fois 😡", "user": {"username": "omar", "id": 45, "followersCount": 0},
    "retweetedTweet": FIRST, "conversationId": int(OMAR), "viewCount": None, "likeCount": 0,
}  # fmt: skip
ANSWER = {
    **FIRST, "url": f"https://twitter.com/ana/status/{ANA}", "id": int(ANA), "date": "2025-10-01T14:41:10+00:00",
    "rawContent": "@lea_b same here", "user": {"username": "ana", "id": 46}, "inReplyToTweetId": int(LEA), "lang": "en",
    "inReplyToUser": {"username": "lea_b"}, "viewCount": None,
}  # fmt: skip
POSTS = (
    {"published_at": "2025-10-01T14:22:45+00:00", "native_id": LEA, "handle": "lea_b", "author_name": "Léa B",
     "profile": "Sociétaire", "followers": 840, "verified": False, "kind": "post", "likes": 12, "reposts": 3,
     "replies": 0, "views": 900, "lang_declared": "fr", "text": "Prélevée deux fois 😡\nhttps://t.example/a",
     "url": f"https://twitter.com/lea_b/status/{LEA}", "root_id": LEA},
    {"kind": "repost", "repost_of": LEA, "repost_of_handle": "lea_b", "handle": "omar", "views": None, "likes": 0},
    {"kind": "reply", "parent_id": LEA, "root_id": LEA, "handle": "ana", "followers": None, "lang_declared": "en"},
)  # fmt: skip
PRINTED = (
    "{{'username': '{0}', 'id': 44, 'displayname': \"L'éa B\", 'rawDescription': 'Sociétaire\\nfidèle', 'verified': "
    "False, 'created': datetime.datetime(2012, 1, 2, 10, 0, tzinfo=datetime.timezone.utc), 'followersCount': 840}}"
)
ALSO = {"zone": "UTC", "platform": "x", "questions": ()}

SAMPLES = (
    Sample("one object a line", POSTS, data=lines(FIRST, REPOST, ANSWER), also=ALSO),
    Sample("2021, before rawContent", POSTS[:1], also=ALSO, data=lines(
        {"content" if name == "rawContent" else name: value for name, value in FIRST.items()})),
    Sample(
        "a few columns of a collector",
        columns=header("user,date,rawContent,user_location,verified,followers,created"),
        rows=(
            {"user": PRINTED.format("lea_b"), "date": "2025-10-01 14:22:45+00:00", "verified": "False",
             "rawContent": "Prélevée deux fois 😡\n@omar", "user_location": "Montréal, QC", "followers": "840",
             "created": "2012-01-02 10:00:00+00:00"},
            {"user": PRINTED.format("omar"), "date": "2025-10-01 14:40:10+00:00", "rawContent": "same here",
             "verified": "True", "followers": "0", "created": "2013-01-02 10:00:00+00:00"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45+00:00", "handle": "lea_b", "author_name": "L'éa B", "followers": 840,
             "text": "Prélevée deux fois 😡\n@omar", "kind": "post", "verified": False, "native_id": None,
             "likes": None},
            {"published_at": "2025-10-01T14:40:10+00:00", "handle": "omar", "verified": True, "followers": 0},
        ),
        also=ALSO,
    ),
)  # fmt: skip
