from tests.contract.formats import Sample, header

COLUMNS = header("""cid,did,uri,url,timestamp_utc,local_time,indexed_at_utc,user_did,user_handle,text,original_text,
repost_count,like_count,reply_count,quote_count,bookmark_count,bridgy_original_url,user_url,user_display_name,
user_langs,user_avatar,user_created_at,user_timestamp_utc,to_post_cid,to_post_did,to_post_uri,to_post_url,to_user_did,
to_root_post_cid,to_root_post_did,to_root_post_uri,to_root_post_url,to_root_user_did,repost_by_user_did,
repost_by_user_handle,repost_created_at,repost_timestamp_utc,quoted_cid,quoted_did,quoted_uri,quoted_url,
quoted_user_did,quoted_user_handle,quoted_created_at,quoted_timestamp_utc,quoted_status,links,domains,card_link,
card_title,card_description,card_thumbnail,media_urls,media_thumbnails,media_types,media_alt_texts,mentioned_user_dids,
mentioned_user_handles,hashtags,replies_rules,hidden_replies_uris,collection_time,collected_via,match_query""")
LEA = "at://did:plc:lea/app.bsky.feed.post/3m2aaaaaaaa2c"
OMAR = "at://did:plc:omar/app.bsky.feed.post/3m2bbbbbbbb2c"
FIRST = {
    "cid": "bafy1", "did": "3m2aaaaaaaa2c", "uri": LEA, "url": "https://bsky.app/profile/lea.example/post/3m2aaaaaaaa2c",
    "timestamp_utc": "1759240000", "local_time": "2025-09-30T15:46:40", "indexed_at_utc": "2025-10-01T14:22:45.123Z",
    "user_did": "did:plc:lea", "user_handle": "lea.example", "user_display_name": "Léa B", "user_langs": "fr|en",
    "text": "Prélevée deux fois 😡\net rien", "original_text": "Prélevée deux fois 😡\net rien", "repost_count": "3",
    "like_count": "12", "reply_count": "0", "quote_count": "1", "user_timestamp_utc": "1682935200",
}  # fmt: skip

SAMPLES = (
    Sample(
        "posts of an account, and what it reposted",
        columns=COLUMNS,
        rows=(
            FIRST,
            {**FIRST, "repost_by_user_did": "did:plc:ana", "repost_by_user_handle": "ana.example",
             "repost_created_at": "2025-10-01T17:00:00", "repost_timestamp_utc": "1759330800"},
            {"cid": "bafy2", "did": "3m2bbbbbbbb2c", "uri": OMAR, "timestamp_utc": "1759329610", "like_count": "0",
             "indexed_at_utc": "2025-10-01T14:40:10.000Z", "user_did": "did:plc:omar", "user_handle": "omar.example",
             "text": "same here", "original_text": "same here", "to_post_uri": LEA, "to_root_post_uri": LEA,
             "url": "https://bsky.app/profile/omar.example/post/3m2bbbbbbbb2c", "user_langs": ""},
            {"cid": "bafy3", "did": "3m2cccccccc2c", "uri": "at://did:plc:ana/app.bsky.feed.post/3m2cccccccc2c",
             "timestamp_utc": "1759329670", "indexed_at_utc": "2025-10-01T14:41:10.000Z", "user_did": "did:plc:ana",
             "text": "voyez « @lea.example: Prélevée »", "original_text": "voyez", "quoted_uri": LEA,
             "url": "https://bsky.app/profile/did:plc:ana/post/3m2cccccccc2c"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45.123000+00:00", "native_id": LEA, "handle": "lea.example",
             "author_name": "Léa B", "text": "Prélevée deux fois 😡\net rien", "kind": "post", "likes": 12,
             "reposts": 3, "replies": 0, "lang_declared": "fr", "repost_of": None,
             "url": "https://bsky.app/profile/lea.example/post/3m2aaaaaaaa2c"},
            {"published_at": "2025-10-01T15:00:00+00:00", "kind": "repost", "repost_of": LEA, "handle": "ana.example",
             "native_id": f"{LEA}#did:plc:ana", "author_name": None, "likes": None, "url": None},
            {"kind": "reply", "parent_id": LEA, "root_id": LEA, "likes": 0, "lang_declared": None},
            {"kind": "quote", "parent_id": LEA, "text": "voyez", "handle": "did:plc:ana"},
        ),
        also={"zone": "UTC", "platform": "bluesky", "questions": ()},
    ),
)  # fmt: skip
