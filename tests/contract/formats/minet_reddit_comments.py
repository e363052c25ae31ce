from tests.contract.formats import Sample, header

COLUMNS = header("comment_url,author,id,parent,points,published_date,edited_date,comment,error")
POST = "https://www.reddit.com/r/Quebec/comments/1nvaaaa/rivage_a_preleve"

SAMPLES = (
    Sample(
        "comments of a submission",
        columns=COLUMNS,
        rows=(
            {"comment_url": f"{POST}/nh1aaa1/", "author": "lea_b", "id": "nh1aaa1", "points": "12",
             "published_date": "2025-10-01T14:22:45+00:00", "comment": "Prélevée deux fois 😡\n\net rien"},
            {"comment_url": f"{POST}/nh1bbb2/", "author": "omar", "id": "nh1bbb2", "parent": "nh1aaa1", "points": "-4",
             "published_date": "2025-10-01T14:40:10+00:00", "edited_date": "2025-10-01T15:00:00+00:00",
             "comment": "same here"},
            {"comment_url": f"{POST}/nh1ccc3/", "author": "[Deleted]", "id": "nh1ccc3", "parent": "nh1aaa1",
             "published_date": "2025-10-01T14:41:10+00:00", "comment": "[deleted]"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45+00:00", "native_id": "t1_nh1aaa1", "kind": "comment", "likes": 12,
             "handle": "lea_b", "text": "Prélevée deux fois 😡\n\net rien", "parent_id": "t3_1nvaaaa",
             "root_id": "t3_1nvaaaa", "url": f"{POST}/nh1aaa1/", "replies": None},
            {"native_id": "t1_nh1bbb2", "parent_id": "t1_nh1aaa1", "root_id": "t3_1nvaaaa", "likes": None},
            {"handle": None, "text": "[deleted]", "likes": None, "kind": "comment"},
        ),
        also={"platform": "reddit", "questions": ()},
    ),
)  # fmt: skip
