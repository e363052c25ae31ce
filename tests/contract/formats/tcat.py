from tests.contract.formats import Sample, header

COLUMNS = header("""id,time,created_at,from_user_name,text,filter_level,possibly_sensitive,withheld_copyright,
withheld_scope,truncated,retweet_count,favorite_count,lang,to_user_name,in_reply_to_status_id,quoted_status_id,source,
location,lat,lng,from_user_id,from_user_realname,from_user_verified,from_user_description,from_user_url,
from_user_profile_image_url,from_user_utcoffset,from_user_timezone,from_user_lang,from_user_tweetcount,
from_user_followercount,from_user_friendcount,from_user_favourites_count,from_user_listed,from_user_withheld_scope,
from_user_created_at,urls,urls_expanded,urls_followed,domains,HTTP status code,media_id,media_urls,media_type,mentions,
hashtags""")
LEA, OMAR, ANA = "1973393148998582273", "1973397532046262273", "1973397783704502273"

SAMPLES = (
    Sample(
        "TCAT",
        columns=COLUMNS,
        rows=(
            {"id": LEA, "time": "1759328565", "created_at": "2025-10-01 14:22:45", "from_user_name": "lea_b",
             "text": "Prélevée deux fois 😡 \"bravo\"", "retweet_count": "3", "favorite_count": "12", "lang": "fr",
             "source": "Twitter for iPhone", "from_user_id": "44", "from_user_realname": "Léa B",
             "from_user_verified": "0", "from_user_description": "Sociétaire", "from_user_lang": "en",
             "from_user_tweetcount": "9000", "from_user_followercount": "840", "from_user_url": "https://b.example",
             "from_user_created_at": "2012-01-02 10:00:00", "urls": "https://t.example/a"},
            {"id": OMAR, "time": "1759329610", "created_at": "2025-10-01 14:40:10", "from_user_name": "omar",
             "text": "RT @lea_b: Prélevée deux fois 😡", "retweet_count": "3", "favorite_count": "0", "lang": "fr",
             "from_user_followercount": "0", "from_user_verified": "1"},
            {"id": ANA, "time": "1759329670", "created_at": "2025-10-01 14:41:10", "from_user_name": "ana",
             "text": "@lea_b same here", "to_user_name": "lea_b", "in_reply_to_status_id": LEA, "lang": "en",
             "from_user_followercount": "7"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45+00:00", "native_id": LEA, "handle": "lea_b", "author_name": "Léa B",
             "profile": "Sociétaire", "followers": 840, "verified": False, "text": "Prélevée deux fois 😡 \"bravo\"",
             "kind": "post", "likes": 12, "reposts": 3, "lang_declared": "fr", "url": None, "replies": None},
            {"kind": "repost", "repost_of_handle": "lea_b", "likes": 0, "followers": 0, "verified": True},
            {"kind": "reply", "parent_id": LEA, "likes": None, "lang_declared": "en"},
        ),
        also={"zone": "UTC", "platform": "x", "questions": ()},
    ),
    Sample(
        "gazouilloire, in Paris",
        columns=(*COLUMNS, "retweeted_id", "retweeted_user_name"),
        rows=(
            {"id": LEA, "time": "1759328565", "created_at": "2025-10-01T16:22:45", "from_user_name": "lea_b",
             "text": "Prélevée deux fois 😡", "lang": "fr", "from_user_followercount": "840"},
            {"id": OMAR, "time": "1759329610", "created_at": "2025-10-01T16:40:10", "from_user_name": "omar",
             "text": "RT @lea_b: Prélevée deux fois 😡", "from_user_followercount": "0", "retweeted_id": LEA},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45+00:00", "handle": "lea_b", "kind": "post"},
            {"published_at": "2025-10-01T14:40:10+00:00", "kind": "repost", "repost_of": LEA},
        ),
        also={"zone": "UTC", "platform": "x", "questions": ()},
    ),
)  # fmt: skip
