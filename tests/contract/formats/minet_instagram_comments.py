from tests.contract.formats import Sample, header

COLUMNS = header("""id,index,parent_id,child_index,text,hashtags,mentioned_names,has_translation,comment_like_count,
is_liked_by_media_owner,child_comment_count,created_at_utc,utc_time,username,user_id,user_full_name,user_is_private,
user_is_mentionable,user_is_verified,user_profile_pic_id,user_profile_pic_url,user_fbid_v2""")

SAMPLES = (
    Sample(
        "comments of a post",
        columns=COLUMNS,
        rows=(
            {"id": "18000000000000001", "index": "1", "text": "Prélevée deux fois 😡\net rien",
             "hashtags": "rivage|avis", "comment_like_count": "12", "child_comment_count": "1",
             "created_at_utc": "1759328565",
             "utc_time": "2025-10-01T14:22:45", "username": "lea_b", "user_id": "44", "user_full_name": "Léa B",
             "user_is_verified": "False", "user_fbid_v2": "17841400000000001"},
            {"id": "18000000000000002", "parent_id": "18000000000000001", "child_index": "0", "text": "same here",
             "comment_like_count": "0", "child_comment_count": "", "created_at_utc": "1759329610",
             "utc_time": "2025-10-01T14:40:10", "username": "omar", "user_id": "45", "user_is_verified": "True"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45+00:00", "native_id": "18000000000000001", "handle": "lea_b",
             "author_name": "Léa B", "text": "Prélevée deux fois 😡\net rien", "kind": "comment", "likes": 12,
             "replies": 1, "verified": False, "parent_id": None},
            {"kind": "comment", "parent_id": "18000000000000001", "likes": 0, "replies": None, "verified": True},
        ),
        also={"zone": "UTC", "platform": "instagram", "questions": ()},
    ),
)  # fmt: skip
