from tests.contract.formats import Sample, header

COLUMNS = header("id,url,body,timestamp,author,author_name,image_url,video_url,is_in_group,group_name,unix_timestamp")

SAMPLES = (
    Sample(
        "a page and a group, a server in Amsterdam",
        columns=COLUMNS,
        rows=(
            {"id": "122100000000000001", "url": "https://www.facebook.com/lea.b/posts/pfbid0aaa",
             "body": "Prélevée deux fois 😡\net rien", "timestamp": "2025-10-01 16:22:45", "author": "lea.b",
             "author_name": "Léa B", "is_in_group": "no", "unix_timestamp": "1759328565",
             "image_url": "https://www.facebook.com/photo/?fbid=12"},
            {"id": "122100000000000002", "url": "https://www.facebook.com/groups/rivage/posts/2/", "body": "same here",
             "timestamp": "2025-10-01 16:40:10", "author": "omar", "author_name": "Omar", "is_in_group": "yes",
             "group_name": "rivage", "unix_timestamp": "1759329610"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45+00:00", "native_id": "122100000000000001", "handle": "lea.b",
             "author_name": "Léa B", "text": "Prélevée deux fois 😡\net rien", "kind": "post", "likes": None,
             "url": "https://www.facebook.com/lea.b/posts/pfbid0aaa"},
            {"published_at": "2025-10-01T14:40:10+00:00", "handle": "omar", "kind": "post"},
        ),
        also={"platform": "facebook", "questions": ()},
    ),
)  # fmt: skip
