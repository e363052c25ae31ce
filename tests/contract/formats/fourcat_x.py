from tests.contract.formats import Sample, header

BROWSER = header("""collected_from_url,id,thread_id,timestamp,unix_timestamp,link,body,author,author_fullname,author_id,
author_avatar_url,author_banner_url,verified,source,language_guess,possibly_sensitive,retweet_count,reply_count,
like_count,quote_count,impression_count,is_retweet,retweeted_user,is_quote_tweet,quote_tweet_id,quote_author,quote_body,
quote_images,quote_videos,is_quote_withheld,is_reply,replied_author,is_withheld,hashtags,urls,images,videos,mentions,
long_lat,place_name""")
API = header("""id,thread_id,timestamp,unix_timestamp,link,subject,body,author,author_fullname,author_id,
author_followers,source,language_guess,possibly_sensitive,retweet_count,reply_count,like_count,quote_count,impression_count,is_retweet,
retweeted_user,is_quote_tweet,quoted_user,is_reply,replied_user,hashtags,urls,images,videos,mentions,long_lat,
place_name""")
LEA, OMAR, ANA = "1973393148998582273", "1973397532046262273", "1973397783704502273"
NO = {"is_retweet": "no", "is_quote_tweet": "no", "is_reply": "no", "possibly_sensitive": "no"}

SAMPLES = (
    Sample(
        "collected in a browser",
        columns=BROWSER,
        rows=(
            {**NO, "collected_from_url": "https://x.com/search?q=rivage", "id": LEA, "thread_id": LEA,
             "timestamp": "2025-10-01 14:22:45", "unix_timestamp": "1759328565", "author": "lea_b", "author_id": "44",
             "link": f"https://x.com/lea_b/status/{LEA}", "body": "Prélevée deux fois 😡,\n\"bravo\" Rivage",
             "author_fullname": "Léa B", "verified": "False", "source": "Twitter for iPhone", "language_guess": "fr",
             "retweet_count": "3", "reply_count": "0", "like_count": "12", "quote_count": "1",
             "impression_count": "900"},
            {**NO, "id": OMAR, "thread_id": OMAR, "timestamp": "2025-10-01 14:40:10", "unix_timestamp": "1759329610",
             "link": f"https://x.com/omar/status/{OMAR}", "body": "RT @lea_b: Prélevée deux fois 😡", "author": "omar",
             "is_retweet": "yes", "retweeted_user": "lea_b", "retweet_count": "3", "like_count": "0",
             "reply_count": "0", "language_guess": "fr", "verified": "True", "impression_count": ""},
            {**NO, "id": ANA, "thread_id": LEA, "timestamp": "2025-10-01 14:41:10", "unix_timestamp": "1759329670",
             "link": f"https://x.com/i/web/status/{ANA}", "body": "@lea_b same here", "is_reply": "yes",
             "replied_author": "lea_b", "is_quote_tweet": "yes", "quote_tweet_id": OMAR, "quote_author": "omar",
             "language_guess": "en", "retweet_count": "0", "reply_count": "0", "like_count": "1"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45+00:00", "native_id": LEA, "handle": "lea_b", "author_name": "Léa B",
             "text": "Prélevée deux fois 😡,\n\"bravo\" Rivage", "kind": "post", "likes": 12, "reposts": 3,
             "replies": 0, "views": 900, "verified": False, "lang_declared": "fr", "root_id": LEA, "parent_id": None},
            {"kind": "repost", "repost_of_handle": "lea_b", "handle": "omar", "views": None, "likes": 0},
            {"kind": "quote", "parent_id": OMAR, "root_id": LEA, "handle": None, "native_id": ANA},
        ),
        also={"zone": "UTC", "platform": "x", "questions": ()},
    ),
    Sample(
        "collected by the API, on a server in Amsterdam",
        columns=API,
        rows=(
            {**NO, "id": LEA, "thread_id": LEA, "timestamp": "2025-10-01 14:22:45", "unix_timestamp": "1759321365",
             "body": "Prélevée deux fois 😡", "author": "lea_b", "author_fullname": "Léa B", "author_id": "44",
             "author_followers": "840", "language_guess": "fr", "retweet_count": "3", "reply_count": "0",
             "like_count": "12", "quote_count": "0", "impression_count": "0"},
            {**NO, "id": ANA, "thread_id": LEA, "timestamp": "2025-10-01 14:41:10", "unix_timestamp": "1759322470",
             "body": "@lea_b same here", "author": "ana", "author_id": "46", "author_followers": "0",
             "language_guess": "en", "is_reply": "yes", "replied_user": "lea_b", "retweet_count": "0"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45+00:00", "views": None, "followers": 840, "kind": "post", "url": None},
            {"published_at": "2025-10-01T14:41:10+00:00", "kind": "reply", "parent_id": None, "root_id": LEA,
             "followers": 0},
        ),
        also={"zone": "UTC", "platform": "x", "questions": ()},
    ),
)  # fmt: skip
