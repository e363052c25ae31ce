from tests.contract.formats import Sample, header

SAMPLES = (
    Sample(
        "shares of posts and of a link",
        columns=header("object_id,account_id,content_id,timestamp_share"),
        rows=(
            {"object_id": "1973393148998582273", "account_id": "a6b1f0", "content_id": "1973397532046262273",
             "timestamp_share": "1759329610"},
            {"object_id": "https://rivage.example/avis", "account_id": "c0ffee", "content_id": "1973397783704502273",
             "timestamp_share": "1759329670"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:40:10+00:00", "handle": "a6b1f0", "native_id": "1973397532046262273",
             "text": "", "repost_of": None, "kind": "post"},
            {"published_at": "2025-10-01T14:41:10+00:00", "handle": "c0ffee", "url": None},
        ),
        also={"zone": "UTC", "questions": ()},
    ),
)  # fmt: skip
