from tests.contract.formats import Sample, header

COLUMNS = header("""collected_from_url,id,thread_id,body,timestamp,timestamp_collected,timestamp_ago,is_promoted,author,
author_name,author_description,author_pronouns,author_avatar_url,author_is_company,author_url,author_mentions,
author_name_mentions,hashtags,image_urls,video_thumb_url,post_url,link_url,comments,shares,reactions,reaction_like,
reaction_empathy,reaction_praise,reaction_entertainment,reaction_appreciation,reaction_interest,inclusion_context,
unix_timestamp,unix_timestamp_collected""")
# (milliseconds since 1970) × 2²²: 1759328565123, and 1759332000000.
LEA, RIVAGE = "7379158838009758157", "7379173244928000005"
COLLECTED = {"timestamp_collected": "2025-10-04 20:00:00", "unix_timestamp_collected": "1759608000"}

SAMPLES = (
    Sample(
        "ages of three days and of two weeks",
        columns=COLUMNS,
        rows=(
            {**COLLECTED, "id": LEA, "thread_id": LEA, "body": "Prélevée deux fois 😡\net rien", "timestamp_ago": "3d",
             "timestamp": "2025-10-01 20:00:00", "unix_timestamp": "1759348800", "author": "in/lea-b",
             "author_name": "Léa B", "author_description": "Sociétaire | Montréal", "author_is_company": "no",
             "author_url": "https://www.linkedin.com/in/lea-b", "comments": "0", "shares": "3", "reactions": "12",
             "reaction_like": "10", "post_url": f"https://www.linkedin.com/feed/update/urn:li:activity:{LEA}"},
            {**COLLECTED, "id": RIVAGE, "thread_id": RIVAGE, "body": "We are looking into it", "timestamp_ago": "2w",
             "timestamp": "2025-09-20 20:00:00", "unix_timestamp": "1758398400", "author": "company/rivage",
             "author_name": "Rivage", "author_is_company": "yes", "comments": "41", "shares": "", "reactions": "0",
             "post_url": f"https://www.linkedin.com/feed/update/urn:li:activity:{RIVAGE}"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45.123000+00:00", "native_id": LEA, "handle": "in/lea-b",
             "author_name": "Léa B", "profile": "Sociétaire | Montréal", "text": "Prélevée deux fois 😡\net rien",
             "kind": "post", "likes": 12, "reposts": 3, "replies": 0, "views": None, "parent_id": None,
             "url": f"https://www.linkedin.com/feed/update/urn:li:activity:{LEA}"},
            {"published_at": "2025-10-01T15:20:00+00:00", "likes": 0, "reposts": None, "replies": 41},
        ),
        also={"platform": "linkedin", "questions": ()},
    ),
)  # fmt: skip
