from tests.contract.formats import Sample, header

COLUMNS = header("""collected_at,query,rank,id,thread_id,created_at,author,author_id,body,link,tags,like_count,
quote_count,reply_count,repost_count,quoted_post,quoted_user,replied_to_post,replied_to_user,replies_allowed,mentions,
links,images,labels,has_poll,languages,author_display_name,author_profile,author_avatar,author_created_at,timestamp""")
LEA = "at://did:plc:lea/app.bsky.feed.post/3m2aaaaaaaa2c"
OMAR = "at://did:plc:omar/app.bsky.feed.post/3m2bbbbbbbb2c"
ANA = "at://did:plc:ana/app.bsky.feed.post/3m2cccccccc2c"
SITE = "https://bsky.app/profile"

SAMPLES = (
    Sample(
        "a search",
        columns=COLUMNS,
        rows=(
            {"collected_at": "2025-10-02T00:00:00", "query": "rivage", "rank": "0", "id": LEA, "thread_id": LEA,
             "created_at": "2025-10-01T14:22:45.123000+00:00", "author": "lea.example", "author_id": "did:plc:lea",
             "body": "Prélevée deux fois 😡\net rien", "link": f"{SITE}/lea.example/post/3m2aaaaaaaa2c",
             "like_count": "12", "quote_count": "0", "reply_count": "1", "repost_count": "0", "languages": "fr,en",
             "replies_allowed": "True", "author_display_name": "Léa B", "timestamp": "1759328565.123",
             "author_profile": f"{SITE}/lea.example", "author_created_at": "2023-05-01T10:00:00+00:00"},
            {"collected_at": "2025-10-02T00:00:00", "query": "rivage", "rank": "1", "id": OMAR, "thread_id": LEA,
             "created_at": "2025-10-01T10:40:10-04:00", "author": "omar.example", "author_id": "did:plc:omar",
             "body": "same here", "link": f"{SITE}/omar.example/post/3m2bbbbbbbb2c", "like_count": "0",
             "reply_count": "1", "repost_count": "0", "replied_to_post": f"{SITE}/lea.example/post/3m2aaaaaaaa2c",
             "replied_to_user": "lea.example", "languages": "en", "timestamp": "1759329610.0"},
            {"id": ANA, "thread_id": LEA, "created_at": "2025-10-01T14:41:10+00:00", "author": "ana.example",
             "body": "et moi", "link": f"{SITE}/ana.example/post/3m2cccccccc2c", "languages": "N/A",
             "replied_to_post": f"{SITE}/omar.example/post/3m2bbbbbbbb2c", "timestamp": "1759329670.0"},
            {"id": "at://did:plc:ana/app.bsky.feed.post/3m2dddddddd2c", "author": "ana.example", "body": "voyez",
             "thread_id": "at://did:plc:ana/app.bsky.feed.post/3m2dddddddd2c",
             "quoted_post": "VIEWER BLOCKED BY AUTHOR", "created_at": "2025-10-01T14:42:10+00:00",
             "timestamp": "1759329730.0"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45.123000+00:00", "native_id": LEA, "handle": "lea.example",
             "author_name": "Léa B", "text": "Prélevée deux fois 😡\net rien", "kind": "post", "likes": 12,
             "reposts": 0, "replies": 1, "lang_declared": "fr", "parent_id": None, "root_id": LEA, "profile": None,
             "url": f"{SITE}/lea.example/post/3m2aaaaaaaa2c"},
            {"published_at": "2025-10-01T14:40:10+00:00", "kind": "reply", "parent_id": LEA, "root_id": LEA},
            {"kind": "reply", "parent_id": f"{SITE}/omar.example/post/3m2bbbbbbbb2c", "lang_declared": None},
            {"kind": "quote", "parent_id": None, "text": "voyez"},
        ),
        also={"zone": "UTC", "platform": "bluesky", "questions": ()},
    ),
)  # fmt: skip
