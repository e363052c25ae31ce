from tests.contract.formats import Sample, header, lines, whole

COLUMNS = header("id,video_id,text,like_count,reply_count,parent_comment_id,create_time")
FIRST = {"id": 7556300000000000001, "video_id": 7556214382714932487, "text": "Pareil ici 😡\nRivage ?",
         "like_count": 12, "reply_count": 1, "parent_comment_id": 7556214382714932487,
         "create_time": 1759328565}  # fmt: skip
ANSWER = {"id": 7556300000000000002, "video_id": 7556214382714932487, "text": "same here", "like_count": 0,
          "reply_count": 0, "parent_comment_id": 7556300000000000001, "create_time": 1759328970}  # fmt: skip
POSTS = (
    {"published_at": "2025-10-01T14:22:45+00:00", "native_id": "7556300000000000001", "kind": "comment", "likes": 12,
     "replies": 1, "parent_id": "7556214382714932487", "root_id": "7556214382714932487", "handle": None,
     "text": "Pareil ici 😡\nRivage ?", "views": None, "url": None},
    {"parent_id": "7556300000000000001", "root_id": "7556214382714932487", "likes": 0, "kind": "comment"},
)  # fmt: skip
UTC = {"zone": "UTC", "platform": "tiktok", "questions": ()}

SAMPLES = (
    Sample("an answer of the API", POSTS, also=UTC, data=whole({
        "data": {"comments": [FIRST, ANSWER], "cursor": 100, "has_more": False}, "error": {"code": "ok"}})),
    Sample("one comment a line", POSTS, data=lines(FIRST, ANSWER), also=UTC),
    Sample(
        "a table",
        columns=COLUMNS,
        rows=tuple({name: str(value) for name, value in one.items()} for one in (FIRST, ANSWER)),
        posts=POSTS,
        also=UTC,
    ),
)  # fmt: skip
