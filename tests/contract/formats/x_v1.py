from tests.contract.formats import Sample, lines, whole

LEA = {
    "created_at": "Wed Oct 01 14:22:45 +0000 2025", "id": 1973400000000000000, "id_str": "1973400000000000000",
    "text": "Prélevée deux fois 😡 &amp; aucune réponse de…", "truncated": True,
    "extended_tweet": {"full_text": "Prélevée deux fois 😡 &amp; aucune réponse de @rivage\ndepuis hier"},
    "in_reply_to_status_id": None, "in_reply_to_status_id_str": None, "lang": "fr", "is_quote_status": False,
    "user": {"id": 44, "id_str": "44", "screen_name": "lea_b", "name": "Léa B", "description": "Sociétaire\nà Rimouski",
             "followers_count": 840, "verified": False, "created_at": "Mon Jan 02 10:00:00 +0000 2012",
             "url": "https://lea.example"},
    "retweet_count": 3, "favorite_count": 0, "entities": {"hashtags": [], "urls": []},
}  # fmt: skip
OMAR = {
    "created_at": "Wed Oct 01 14:40:10 +0000 2025", "id": 1973404000000000001, "id_str": "1973404000000000001",
    "full_text": "RT @lea_b: Prélevée deux fois 😡", "in_reply_to_status_id_str": None, "lang": "fr",
    "user": {"id": 45, "id_str": "45", "screen_name": "omar", "name": "Omar", "description": "", "followers_count": 0,
             "verified": True, "created_at": "Mon Jan 02 10:00:00 +0000 2012", "url": None},
    "retweeted_status": {"id_str": "1973400000000000000", "full_text": "Prélevée deux fois",
                         "user": {"id_str": "44", "screen_name": "lea_b"}},
    "retweet_count": 3, "favorite_count": 0,
}  # fmt: skip
ANA = {
    "created_at": "Wed Oct 01 14:41:10 +0000 2025", "id": 1973404300000000001, "id_str": "1973404300000000001",
    "full_text": "@lea_b same here", "in_reply_to_status_id_str": "1973400000000000000", "lang": "en",
    "user": {"id": 46, "id_str": "46", "screen_name": "ana", "name": "ana", "description": None, "followers_count": 12,
             "verified": False, "created_at": "Mon Jan 02 10:00:00 +0000 2012", "url": None},
    "retweet_count": 0, "favorite_count": 1, "reply_count": 2, "quoted_status_id_str": None,
}  # fmt: skip
QUOTE = {**ANA, "id": 1973404400000000001, "id_str": "1973404400000000001", "in_reply_to_status_id_str": None,
         "full_text": "look", "quoted_status_id_str": "1973400000000000000",
         "created_at": "Wed Oct 01 14:41:34 +0000 2025"}  # fmt: skip
POSTS = (
    {"published_at": "2025-10-01T14:22:45+00:00", "native_id": "1973400000000000000", "handle": "lea_b",
     "author_name": "Léa B", "profile": "Sociétaire\nà Rimouski", "followers": 840, "verified": False, "kind": "post",
     "text": "Prélevée deux fois 😡 & aucune réponse de @rivage\ndepuis hier", "lang_declared": "fr", "likes": 0,
     "reposts": 3, "replies": None, "views": None, "url": None, "parent_id": None},
    {"kind": "repost", "repost_of": "1973400000000000000", "repost_of_handle": "lea_b", "followers": 0,
     "text": "RT @lea_b: Prélevée deux fois 😡"},
    {"kind": "reply", "parent_id": "1973400000000000000", "replies": 2, "likes": 1, "lang_declared": "en"},
    {"kind": "quote", "parent_id": "1973400000000000000", "text": "look"},
)  # fmt: skip
UTC = {"zone": "UTC", "platform": "x", "questions": ()}

SAMPLES = (
    Sample("one post a line", POSTS, data=lines(LEA, OMAR, ANA, QUOTE), also=UTC),
    Sample("an answer of the search", POSTS, also=UTC,
           data=whole({"statuses": [LEA, OMAR, ANA, QUOTE], "search_metadata": {"count": 4}})),
)  # fmt: skip
