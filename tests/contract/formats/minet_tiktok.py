from tests.contract.formats import Sample, header

COLUMNS = header("""id,description,timestamp,utc_time,original_item,video_id,video_height,video_width,video_duration,
video_ratio,video_cover,author_id,author_unique_id,author_nickname,author_avatar,author_signature,author_verified,
author_secret,author_following_count,author_follower_count,author_heart_count,author_video_count,author_digg_count,
music_id,music_title,music_author_name,digg_count,share_count,comment_count,play_count,duet_from_video_id,
challenges_titles,is_ad""")

SAMPLES = (
    Sample(
        "a search",
        columns=COLUMNS,
        rows=(
            {"id": "7556200000000000001", "description": "Prélevée deux fois 😡 #rivage", "timestamp": "1759328565",
             "utc_time": "2025-10-01T14:22:45", "video_id": "v0001", "author_id": "44", "author_unique_id": "lea.b",
             "author_nickname": "Léa B", "author_signature": "Sociétaire", "author_verified": "False",
             "author_follower_count": "840", "author_heart_count": "99000", "author_digg_count": "7",
             "digg_count": "12", "share_count": "3", "comment_count": "0", "play_count": "900",
             "challenges_titles": "rivage|avis"},
            {"id": "7556200000000000002", "description": "", "timestamp": "1759329610", "author_unique_id": "omar",
             "utc_time": "2025-10-01T14:40:10", "author_verified": "True", "digg_count": "0", "share_count": "",
             "comment_count": "1", "play_count": "41"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45+00:00", "native_id": "7556200000000000001", "handle": "lea.b",
             "author_name": "Léa B", "profile": "Sociétaire", "text": "Prélevée deux fois 😡 #rivage", "kind": "post",
             "likes": 12, "reposts": 3, "replies": 0, "views": 900, "followers": 840, "verified": False,
             "url": "https://www.tiktok.com/@lea.b/video/7556200000000000001"},
            {"text": "", "likes": 0, "reposts": None, "views": 41, "followers": None, "verified": True},
        ),
        also={"zone": "UTC", "platform": "tiktok", "questions": ()},
    ),
)  # fmt: skip
