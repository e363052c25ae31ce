from tests.contract.formats import Sample, header

COLUMNS = header("""id,thread_id,chat,author,author_username,author_name,author_is_bot,body,body_markdown,is_reply,
reply_to,views,reactions,restriction_reason,chat_restriction_reason,message_noforwards,chat_noforwards,timestamp,
unix_timestamp,timestamp_edited,unix_timestamp_edited,author_forwarded_from_name,author_forwarded_from_username,
author_forwarded_from_id,entities_linked,entities_mentioned,all_connections,timestamp_forwarded_from,
unix_timestamp_forwarded_from,link_title,link_description,link_attached,attachment_type,attachment_data,
attachment_filename""")

SAMPLES = (
    Sample(
        "two chats, a server in Amsterdam",
        columns=COLUMNS,
        rows=(
            {"id": "rivage_infos-412", "thread_id": "rivage_infos", "chat": "rivage_infos", "author": "1001",
             "author_username": "lea_b", "author_name": "Léa B", "author_is_bot": "no", "is_reply": "False",
             "body": "Prélevée deux fois 😡\net rien", "views": "1204", "reactions": "👍👍😡",
             "timestamp": "2025-10-01 16:22:45", "unix_timestamp": "1759328565",
             "timestamp_edited": "2025-10-01 18:00:00", "unix_timestamp_edited": "1759334400"},
            {"id": "rivage_infos-413", "thread_id": "rivage_infos", "chat": "rivage_infos", "author": "1002",
             "author_name": "Omar", "body": "same here", "is_reply": "True", "reply_to": "412", "views": "",
             "timestamp": "2025-10-01 16:40:10", "unix_timestamp": "1759329610"},
            {"id": "debats-412", "thread_id": "debats", "chat": "debats", "author": "1003", "author_username": "ana",
             "body": "Prélevée deux fois 😡", "is_reply": "False", "author_forwarded_from_username": "lea_b",
             "author_forwarded_from_name": "Léa B", "timestamp": "2025-10-01 16:41:10", "views": "0",
             "unix_timestamp": "1759329670", "timestamp_forwarded_from": "2025-10-01 16:22:45",
             "unix_timestamp_forwarded_from": "1759328565"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45+00:00", "native_id": "rivage_infos-412", "handle": "lea_b",
             "author_name": "Léa B", "text": "Prélevée deux fois 😡\net rien", "kind": "post", "views": 1204,
             "likes": None, "url": "https://t.me/rivage_infos/412", "parent_id": None},
            {"kind": "reply", "parent_id": "rivage_infos-412", "handle": "1002", "views": None},
            {"kind": "repost", "repost_of_handle": "lea_b", "native_id": "debats-412", "views": 0,
             "published_at": "2025-10-01T14:41:10+00:00"},
        ),
        also={"platform": "telegram", "questions": ()},
    ),
)  # fmt: skip
