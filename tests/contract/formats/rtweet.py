from tests.contract.formats import Sample, header

COLUMNS = header("""user_id,status_id,created_at,screen_name,text,source,display_text_width,reply_to_status_id,
reply_to_user_id,reply_to_screen_name,is_quote,is_retweet,favorite_count,retweet_count,quote_count,reply_count,hashtags,
symbols,urls_url,urls_t.co,urls_expanded_url,media_url,media_type,mentions_user_id,mentions_screen_name,lang,
quoted_status_id,quoted_text,quoted_created_at,quoted_source,quoted_favorite_count,quoted_retweet_count,quoted_user_id,
quoted_screen_name,quoted_name,quoted_followers_count,retweet_status_id,retweet_text,retweet_created_at,
retweet_favorite_count,retweet_retweet_count,retweet_user_id,retweet_screen_name,retweet_name,place_url,place_name,
geo_coords,coords_coords,bbox_coords,status_url,name,location,description,url,protected,followers_count,friends_count,
listed_count,statuses_count,favourites_count,account_created_at,verified,profile_url,profile_expanded_url,account_lang,
profile_banner_url,profile_background_url,profile_image_url""")
LEA, OMAR, ANA = "1973393148998582273", "1973397532046262273", "1973397783704502273"


def rows(mark: str, absent: str) -> tuple[dict[str, str], ...]:
    none = dict.fromkeys(("retweet_status_id", "quoted_status_id", "reply_to_status_id", "retweet_screen_name"), absent)
    return (
        {**none, "user_id": f"{mark}44", "status_id": f"{mark}{LEA}", "created_at": "2025-10-01 14:22:45",
         "screen_name": "lea_b", "text": "Prélevée deux fois 😡\net rien", "source": "Twitter for iPhone",
         "is_quote": "FALSE", "is_retweet": "FALSE", "favorite_count": "12", "retweet_count": "3",
         "reply_count": absent, "lang": "fr", "status_url": f"https://twitter.com/lea_b/status/{LEA}",
         "name": "Léa B", "description": "Sociétaire", "url": "https://t.example/b", "followers_count": "840",
         "favourites_count": "7", "account_created_at": "2012-01-02 10:00:00", "verified": "FALSE"},
        {**none, "user_id": f"{mark}45", "status_id": f"{mark}{OMAR}", "created_at": "2025-10-01 14:40:10",
         "screen_name": "omar", "text": "RT @lea_b: Prélevée deux fois 😡", "is_quote": "FALSE", "is_retweet": "TRUE",
         "favorite_count": "0", "retweet_count": "3", "lang": "fr", "retweet_status_id": f"{mark}{LEA}",
         "retweet_text": "Prélevée", "retweet_created_at": "2025-10-01 14:22:45", "retweet_screen_name": "lea_b",
         "status_url": f"https://twitter.com/omar/status/{OMAR}", "name": "Omar", "verified": "TRUE",
         "followers_count": "0", "url": absent, "account_created_at": "2013-01-02 10:00:00"},
        {**none, "user_id": f"{mark}46", "status_id": f"{mark}{ANA}", "created_at": "2025-10-01 14:41:10",
         "screen_name": "ana", "text": "@lea_b same here", "reply_to_status_id": f"{mark}{LEA}", "is_quote": "FALSE",
         "is_retweet": "FALSE", "favorite_count": "1", "retweet_count": "0", "lang": "en", "description": absent,
         "status_url": f"https://twitter.com/ana/status/{ANA}", "followers_count": "7", "verified": "FALSE"},
    )  # fmt: skip


POSTS = (
    {"published_at": "2025-10-01T14:22:45+00:00", "native_id": LEA, "handle": "lea_b", "author_name": "Léa B",
     "profile": "Sociétaire", "followers": 840, "verified": False, "text": "Prélevée deux fois 😡\net rien",
     "kind": "post", "likes": 12, "reposts": 3, "replies": None, "lang_declared": "fr", "repost_of": None,
     "parent_id": None, "url": f"https://twitter.com/lea_b/status/{LEA}"},
    {"kind": "repost", "repost_of": LEA, "repost_of_handle": "lea_b", "likes": 0, "followers": 0, "verified": True},
    {"kind": "reply", "parent_id": LEA, "repost_of": None, "profile": None, "lang_declared": "en"},
)  # fmt: skip
ALSO = {"zone": "UTC", "platform": "x", "questions": ()}

SAMPLES = (
    Sample("save_as_csv", POSTS, columns=COLUMNS, rows=rows("x", ""), also=ALSO),
    Sample("write.csv, with NA", POSTS, columns=COLUMNS, rows=rows("", "NA"), also=ALSO),
)
