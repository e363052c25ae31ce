from tests.contract.formats import Sample, header

COLUMNS = header("""collected_from_url,id,created_at,body,url,reblogs_count,replies_count,account_id,account_username,
account_display_name,account_avatar,account_verified,account_followers,account_following,mentions,hashtags,images,
video_thumbs,video_urls,group_id,group_display_name,group_avatar,group_note,group_members_count,thread_id,timestamp""")

SAMPLES = (
    Sample(
        "a profile",
        columns=COLUMNS,
        rows=(
            {"id": "115300000000000001", "created_at": "2025-10-01T14:22:45.123Z", "account_id": "1001",
             "body": "<p>Prélevée deux fois 😡</p><p>I &lt;3 it</p>", "account_username": "lea_b",
             "url": "https://truthsocial.com/@lea_b/115300000000000001", "reblogs_count": "3", "replies_count": "0",
             "account_display_name": "Léa B", "account_verified": "False", "account_followers": "840",
             "account_following": "12", "thread_id": "115300000000000001", "timestamp": "2025-10-01 14:22:45"},
            {"id": "115300000000000002", "created_at": "2025-10-01T14:40:10.000Z", "body": "<p>same here</p>",
             "url": "https://truthsocial.com/@omar/115300000000000002", "reblogs_count": "0", "replies_count": "",
             "account_username": "omar", "account_display_name": "Omar", "account_verified": "True",
             "account_followers": "0", "thread_id": "115300000000000002", "timestamp": "2025-10-01 14:40:10"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45.123000+00:00", "native_id": "115300000000000001", "handle": "lea_b",
             "author_name": "Léa B", "text": "Prélevée deux fois 😡\nI <3 it", "kind": "post", "reposts": 3,
             "replies": 0, "likes": None, "followers": 840, "verified": False, "platform": "other"},
            {"text": "same here", "replies": None, "followers": 0, "verified": True},
        ),
        also={"zone": "UTC", "platform": "other", "questions": ()},
    ),
)  # fmt: skip
