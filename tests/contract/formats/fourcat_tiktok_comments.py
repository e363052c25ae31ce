from tests.contract.formats import Sample, header

COLUMNS = header("""collected_from_url,id,thread_id,author,author_full,author_avatar_url,body,timestamp,unix_timestamp,
likes,replies,post_id,post_url,post_body,comment_url,is_liked_by_post_author,is_sticky,is_comment_on_comment,
language_guess""")
VIDEO, FIRST, ANSWER = "7556200000000000001", "7556300000000000001", "7556300000000000002"
ADDRESS = f"https://www.tiktok.com/@lea.b/video/{VIDEO}"

SAMPLES = (
    Sample(
        "comments of a video",
        columns=COLUMNS,
        rows=(
            {"id": FIRST, "thread_id": VIDEO, "author": "omar", "author_full": "Omar 🐟", "body": "Moi aussi 😡",
             "timestamp": "2025-10-01 14:40:10", "unix_timestamp": "1759329610", "likes": "12", "replies": "1",
             "post_id": VIDEO, "post_url": ADDRESS, "post_body": "Prélevée deux fois", "comment_url": f"{ADDRESS}.html",
             "is_liked_by_post_author": "no", "is_comment_on_comment": "no", "language_guess": "fr"},
            {"id": ANSWER, "thread_id": FIRST, "author": "ana", "author_full": "Ana", "body": "same, \"here\"",
             "timestamp": "2025-10-01 14:41:10", "unix_timestamp": "1759329670", "likes": "0", "replies": "0",
             "post_id": VIDEO, "post_url": ADDRESS, "post_body": "Prélevée deux fois", "comment_url": f"{ADDRESS}.html",
             "is_comment_on_comment": "yes", "language_guess": "en"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:40:10+00:00", "native_id": FIRST, "kind": "comment", "parent_id": VIDEO,
             "root_id": VIDEO, "handle": "omar", "author_name": "Omar 🐟", "text": "Moi aussi 😡", "likes": 12,
             "replies": 1, "lang_declared": "fr", "views": None},
            {"native_id": ANSWER, "kind": "comment", "parent_id": FIRST, "root_id": VIDEO, "likes": 0},
        ),
        also={"zone": "UTC", "platform": "tiktok", "questions": ()},
    ),
)  # fmt: skip
