from tests.contract.formats import Sample, header

COLUMNS = header("""collected_from_url,id,thread_id,author,author_full,author_followers,author_likes,author_videos,
author_avatar,body,stickers,timestamp,unix_timestamp,is_duet,is_ad,is_paid_partnership,is_sensitive,is_photosensitive,
music_name,music_id,music_url,music_thumbnail,music_author,video_url,tiktok_url,thumbnail_url,likes,comments,shares,
plays,hashtags,challenges,diversification_labels,location_created,effects,warning""")
LEA, OMAR = "7556200000000000001", "7556200000000000002"

SAMPLES = (
    Sample(
        "a search",
        columns=COLUMNS,
        rows=(
            {"id": LEA, "thread_id": LEA, "author": "lea.b", "author_full": "Léa B", "author_followers": "840",
             "author_likes": "99000", "body": "Prélevée deux fois 😡 #rivage", "timestamp": "2025-10-01 14:22:45",
             "unix_timestamp": "1759328565", "is_duet": "no", "is_ad": "no", "music_name": "son original",
             "tiktok_url": f"https://www.tiktok.com/@lea.b/video/{LEA}", "video_url": "https://v16.example/a.mp4",
             "likes": "12", "comments": "0", "shares": "3", "plays": "900", "location_created": "CA"},
            {"id": OMAR, "thread_id": OMAR, "author": "omar", "author_full": "Omar", "author_followers": "",
             "body": "same here", "timestamp": "2025-10-01 14:40:10", "unix_timestamp": "1759329610",
             "is_duet": "yes", "tiktok_url": f"https://www.tiktok.com/@omar/video/{OMAR}", "likes": "0",
             "comments": "1", "shares": "0", "plays": "1.2M"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45+00:00", "native_id": LEA, "handle": "lea.b", "author_name": "Léa B",
             "text": "Prélevée deux fois 😡 #rivage", "kind": "post", "likes": 12, "reposts": 3, "replies": 0,
             "views": 900, "followers": 840, "url": f"https://www.tiktok.com/@lea.b/video/{LEA}"},
            {"likes": 0, "views": 1_200_000, "followers": None, "kind": "post"},
        ),
        also={"zone": "UTC", "platform": "tiktok", "questions": ()},
    ),
)  # fmt: skip
