from tests.contract.formats import Sample, header

COLUMNS = header("""id,fbid,depth,parent_id,author_name,author_short_name,author_gender,author_url,author_is_verified,
created_time,text,attachments,reactions,replies""")
FIRST, ANSWER = "Y29tbWVudDoxMjI6MTE=", "Y29tbWVudDoxMjI6MTI="

SAMPLES = (
    Sample(
        "comments of a post",
        columns=COLUMNS,
        rows=(
            {"id": FIRST, "fbid": "122100000000000011", "depth": "0", "author_name": "Léa B",
             "author_short_name": "Léa", "author_gender": "FEMALE", "author_url": "https://www.facebook.com/lea.b",
             "author_is_verified": "False", "created_time": "1759328565",
             "text": "Prélevée deux fois 😡\net rien", "reactions": "12", "replies": "1"},
            {"id": ANSWER, "fbid": "122100000000000012", "depth": "1", "parent_id": FIRST, "author_name": "Omar",
             "author_url": "https://www.facebook.com/profile.php?id=100012", "author_is_verified": "True",
             "created_time": "1759329610", "text": "same here", "reactions": "0", "replies": "0"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45+00:00", "native_id": FIRST, "handle": "lea.b", "author_name": "Léa B",
             "text": "Prélevée deux fois 😡\net rien", "kind": "comment", "likes": 12, "replies": 1, "verified": False,
             "parent_id": None, "url": None},
            {"native_id": ANSWER, "parent_id": FIRST, "handle": "100012", "likes": 0, "verified": True},
        ),
        also={"zone": "UTC", "platform": "facebook", "questions": ()},
    ),
)  # fmt: skip
