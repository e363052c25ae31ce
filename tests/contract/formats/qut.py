from tests.contract.formats import Sample, header

SAMPLES = (
    Sample(
        "its own table",
        columns=header("message_id,user_id,username,repost_id,reply_id,message,timestamp,urls"),
        rows=(
            {"message_id": "1973393148998582273", "user_id": "44", "username": "lea_b", "timestamp": "1759328565",
             "message": "Prélevée deux fois 😡\net rien", "urls": "https://rivage.example/avis"},
            {"message_id": "1973397532046262273", "user_id": "45", "username": "omar", "timestamp": "1759329610",
             "message": "Prélevée deux fois 😡\net rien", "repost_id": "1973393148998582273"},
            {"message_id": "1973397783704502273", "user_id": "46", "timestamp": "1759329670", "message": "same here",
             "reply_id": "1973393148998582273"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45+00:00", "native_id": "1973393148998582273", "handle": "lea_b",
             "text": "Prélevée deux fois 😡\net rien", "kind": "post", "url": None, "likes": None},
            {"kind": "repost", "repost_of": "1973393148998582273", "handle": "omar"},
            {"kind": "reply", "parent_id": "1973393148998582273", "handle": "46"},
        ),
        also={"zone": "UTC", "questions": ()},
    ),
)  # fmt: skip
