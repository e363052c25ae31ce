from tests.contract.formats import Sample, header

COLUMNS = header("""collected_from_url,id,thread_id,url,body,timestamp,author,author_is_verified,author_avatar,
image_url,video_url,audio_url,link_url,link_thumbnail_url,is_paid_partnership,likes,reposts,replies,quotes,hashtags,
unix_timestamp""")

SAMPLES = (
    Sample(
        "collected in a browser, a server in Amsterdam",
        columns=COLUMNS,
        rows=(
            {"id": "DPQaaaaaaa1", "thread_id": "DPQaaaaaaa1", "url": "https://www.threads.com/@lea_b/post/DPQaaaaaaa1",
             "body": "Prélevée deux fois 😡\net rien", "timestamp": "2025-10-01 16:22:45", "author": "lea_b",
             "author_is_verified": "no", "link_url": "https://rivage.example", "is_paid_partnership": "no",
             "likes": "12", "reposts": "3", "replies": "0", "quotes": "1", "unix_timestamp": "1759328565"},
            {"id": "DPQbbbbbbb2", "thread_id": "DPQbbbbbbb2", "url": "https://www.threads.com/@omar/post/DPQbbbbbbb2",
             "body": "", "timestamp": "2025-10-01 16:40:10", "author": "omar", "author_is_verified": "yes",
             "likes": "0", "reposts": "", "replies": "2", "quotes": "0", "unix_timestamp": "1759329610"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45+00:00", "native_id": "DPQaaaaaaa1", "handle": "lea_b", "likes": 12,
             "text": "Prélevée deux fois 😡\net rien", "kind": "post", "reposts": 3, "replies": 0, "verified": False,
             "url": "https://www.threads.com/@lea_b/post/DPQaaaaaaa1", "views": None},
            {"text": "", "likes": 0, "reposts": None, "verified": True, "published_at": "2025-10-01T14:40:10+00:00"},
        ),
        also={"platform": "threads", "questions": ()},
    ),
)  # fmt: skip
