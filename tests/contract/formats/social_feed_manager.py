from tests.contract.formats import Sample, header

COLUMNS = header("""id,tweet_url,created_at,parsed_created_at,user_screen_name,text,tweet_type,coordinates,hashtags,
media,urls,favorite_count,in_reply_to_screen_name,in_reply_to_status_id,in_reply_to_user_id,lang,place,possibly_sensitive,
retweet_count,retweet_or_quote_id,retweet_or_quote_screen_name,retweet_or_quote_user_id,source,user_id,user_created_at,
user_default_profile_image,user_description,user_favourites_count,user_followers_count,user_friends_count,
user_listed_count,user_location,user_name,user_statuses_count,user_time_zone,user_urls,user_verified""")
LEA, OMAR, ANA, ZOE = "1973393148998582273", "1973397532046262273", "1973397783704502273", "1973399167824822273"
ROWS = (
    {"id": LEA, "tweet_url": f"https://twitter.com/lea_b/status/{LEA}", "created_at": "Wed Oct 01 14:22:45 +0000 2025",
     "parsed_created_at": "2025-10-01 14:22:45+00:00", "user_screen_name": "lea_b", "tweet_type": "original",
     "text": "Prélevée deux fois 😡\net rien", "favorite_count": "12", "lang": "fr", "retweet_count": "3",
     "source": '<a href="http://twitter.com" rel="nofollow">Twitter Web Client</a>', "user_description": "Sociétaire",
     "user_created_at": "Mon Jan 02 10:00:00 +0000 2012", "user_favourites_count": "7", "user_followers_count": "840",
     "user_name": "Léa B", "user_verified": "False", "urls": "https://rivage.example"},
    {"id": OMAR, "tweet_url": f"https://twitter.com/omar/status/{OMAR}", "tweet_type": "retweet",
     "created_at": "Wed Oct 01 14:40:10 +0000 2025", "parsed_created_at": "2025-10-01 14:40:10+00:00",
     "user_screen_name": "omar", "text": "Prélevée deux fois 😡\net rien", "favorite_count": "0", "lang": "fr",
     "retweet_count": "3", "retweet_or_quote_id": LEA, "retweet_or_quote_screen_name": "lea_b",
     "user_followers_count": "0", "user_verified": "True"},
    {"id": ANA, "tweet_url": f"https://twitter.com/ana/status/{ANA}", "tweet_type": "reply", "lang": "und",
     "created_at": "Wed Oct 01 14:41:10 +0000 2025", "parsed_created_at": "2025-10-01 14:41:10+00:00",
     "user_screen_name": "ana", "text": "@lea_b same here", "in_reply_to_screen_name": "lea_b",
     "in_reply_to_status_id": LEA},
    {"id": ZOE, "tweet_url": f"https://twitter.com/zoe/status/{ZOE}", "tweet_type": "quote", "user_screen_name": "zoe",
     "created_at": "Wed Oct 01 14:46:40 +0000 2025", "parsed_created_at": "2025-10-01 14:46:40+00:00", "text": "Voyez",
     "retweet_or_quote_id": LEA, "retweet_or_quote_screen_name": "lea_b", "lang": "fr"},
)  # fmt: skip
POSTS = (
    {"published_at": "2025-10-01T14:22:45+00:00", "native_id": LEA, "handle": "lea_b", "author_name": "Léa B",
     "profile": "Sociétaire", "followers": 840, "verified": False, "text": "Prélevée deux fois 😡\net rien",
     "kind": "post", "likes": 12, "reposts": 3, "lang_declared": "fr", "repost_of": None,
     "url": f"https://twitter.com/lea_b/status/{LEA}"},
    {"kind": "repost", "repost_of": LEA, "repost_of_handle": "lea_b", "likes": 0, "verified": True},
    {"kind": "reply", "parent_id": LEA, "repost_of_handle": None, "lang_declared": None, "likes": None},
    {"kind": "quote", "parent_id": LEA, "repost_of": None, "repost_of_handle": None},
)  # fmt: skip
SLIP = {"retweet_or_quote_id": "reweet_or_quote_id"}  # as twarc 1.3.9 wrote it
ALSO = {"zone": "UTC", "platform": "x", "questions": ()}

SAMPLES = (
    Sample("Social Feed Manager", POSTS, columns=COLUMNS, rows=ROWS, also=ALSO),
    Sample(
        "twarc 1.3.9",
        POSTS,
        columns=tuple(SLIP.get(name, name) for name in COLUMNS),
        rows=tuple({SLIP.get(name, name): cell for name, cell in row.items()} for row in ROWS),
        also=ALSO,
    ),
)
