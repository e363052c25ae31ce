from tests.contract.formats import Sample, header

COLUMNS = header("""id,timestamp_utc,local_time,user_screen_name,text,possibly_sensitive,retweet_count,like_count,
reply_count,impression_count,lang,to_username,to_userid,to_tweetid,source_name,source_url,user_location,lat,lng,user_id,
user_name,user_verified,user_verified_type,user_is_blue_verified,user_description,user_url,user_image,user_tweets,
user_followers,user_friends,user_likes,user_lists,user_created_at,user_timestamp_utc,collected_via,match_query,
retweeted_id,retweeted_user,retweeted_user_id,retweeted_timestamp_utc,quoted_id,quoted_user,quoted_user_id,
quoted_timestamp_utc,collection_time,url,place_country_code,place_name,place_type,place_coordinates,links,domains,
media_urls,media_files,media_types,media_alt_texts,mentioned_names,mentioned_ids,hashtags""")
LEA, OMAR, ANA = "1973393148998582273", "1973397532046262273", "1973397783704502273"

SAMPLES = (
    Sample(
        "collected in Paris",
        columns=COLUMNS,
        rows=(
            {"id": LEA, "timestamp_utc": "1759328565", "local_time": "2025-10-01T16:22:45", "user_screen_name": "lea_b",
             "text": "Prélevée deux fois 😡\nhttps://rivage.example", "possibly_sensitive": "0", "retweet_count": "3",
             "like_count": "12", "reply_count": "0", "impression_count": "900", "lang": "fr", "user_id": "44",
             "source_name": "Twitter for iPhone", "user_name": "Léa B", "user_verified": "0", "user_url": "https://b.example",
             "user_description": "Sociétaire", "user_followers": "840", "user_created_at": "2012-01-02T10:00:00",
             "user_timestamp_utc": "1325498400", "collected_via": "stream|search", "match_query": "1",
             "url": f"https://twitter.com/lea_b/status/{LEA}", "links": "https://rivage.example|https://b.example"},
            {"id": OMAR, "timestamp_utc": "1759329610", "local_time": "2025-10-01T16:40:10", "user_screen_name": "omar",
             "text": "RT @lea_b: Prélevée deux fois 😡\nhttps://rivage.example", "lang": "fr", "like_count": "0",
             "retweet_count": "3", "user_verified": "1", "user_followers": "0", "retweeted_id": LEA,
             "retweeted_user": "lea_b", "retweeted_user_id": "44", "retweeted_timestamp_utc": "1759328565",
             "url": f"https://twitter.com/omar/status/{OMAR}"},
            {"id": ANA, "timestamp_utc": "1759329670", "local_time": "2025-10-01T16:41:10", "user_screen_name": "ana",
             "text": "@lea_b same here", "lang": "en", "to_username": "lea_b", "to_userid": "44", "to_tweetid": LEA,
             "url": f"https://twitter.com/ana/status/{ANA}"},
            {"id": "1973397783704502999", "timestamp_utc": "1759329670", "local_time": "2025-10-01T16:41:10",
             "user_screen_name": "ana", "text": "Voyez « lea_b: Prélevée deux fois 😡 — https://t.example »",
             "quoted_id": LEA, "quoted_user": "lea_b", "quoted_timestamp_utc": "1759328565",
             "url": "https://twitter.com/ana/status/1973397783704502999"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45+00:00", "native_id": LEA, "handle": "lea_b", "author_name": "Léa B",
             "profile": "Sociétaire", "followers": 840, "verified": False, "kind": "post", "likes": 12, "reposts": 3,
             "replies": 0, "views": 900, "lang_declared": "fr", "text": "Prélevée deux fois 😡\nhttps://rivage.example",
             "url": f"https://twitter.com/lea_b/status/{LEA}"},
            {"kind": "repost", "repost_of": LEA, "repost_of_handle": "lea_b", "likes": 0, "views": None,
             "verified": True, "followers": 0},
            {"kind": "reply", "parent_id": LEA, "likes": None, "lang_declared": "en"},
            {"kind": "quote", "parent_id": LEA},
        ),
        also={"zone": "UTC", "platform": "x", "questions": ()},
    ),
)  # fmt: skip
