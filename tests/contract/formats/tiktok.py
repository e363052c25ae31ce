from tests.contract.formats import Sample, header, lines, whole

COLUMNS = header("""id,video_description,create_time,region_code,share_count,view_count,like_count,comment_count,
music_id,hashtag_names,username,effect_ids,playlist_id,voice_to_text""")
LEA = {
    "id": 7556214382714932487, "video_description": "Prélevée deux fois 😡 #rivage", "create_time": 1759328565,
    "region_code": "CA", "share_count": 3, "view_count": 9000, "like_count": 12, "comment_count": 0,
    "music_id": 6987654321098765432, "hashtag_names": ["rivage", "coop"], "username": "lea_b",
    "voice_to_text": "bonjour", "is_stem_verified": False, "video_duration": 31, "favorites_count": 1,
}  # fmt: skip
OMAR = {"id": 7556214390000000001, "video_description": "", "create_time": 1759328970, "region_code": "FR",
        "share_count": 0, "view_count": 0, "like_count": 0, "username": "omar.b"}  # fmt: skip
POSTS = (
    {"published_at": "2025-10-01T14:22:45+00:00", "native_id": "7556214382714932487", "handle": "lea_b",
     "text": "Prélevée deux fois 😡 #rivage", "kind": "post", "views": 9000, "likes": 12, "reposts": 3, "replies": 0,
     "followers": None, "url": "https://www.tiktok.com/@lea_b/video/7556214382714932487"},
    {"published_at": "2025-10-01T14:29:30+00:00", "text": "", "views": 0, "replies": None, "handle": "omar.b"},
)  # fmt: skip
UTC = {"zone": "UTC", "platform": "tiktok", "questions": ()}

SAMPLES = (
    Sample("an answer of the API", POSTS, also=UTC, data=whole({
        "data": {"videos": [LEA, OMAR], "cursor": 100, "search_id": "7", "has_more": False},
        "error": {"code": "ok", "message": "", "log_id": "x"}})),
    Sample("one answer a line", POSTS, also=UTC, data=lines(
        {"data": {"videos": [LEA], "cursor": 100, "has_more": True}, "error": {"code": "ok"}},
        {"data": {"videos": [OMAR], "cursor": 200, "has_more": False}, "error": {"code": "ok"}})),
    Sample("one video a line", POSTS, data=lines(LEA, OMAR), also=UTC),
    Sample(
        "a table",
        columns=COLUMNS,
        rows=tuple({name: str(value) for name, value in one.items()} for one in (LEA, OMAR)),
        posts=POSTS,
        also=UTC,
    ),
)  # fmt: skip
