from tests.contract.formats import Sample, header

COLUMNS = header("Date,Link,Message")
ON = "https://www.linkedin.com/feed/update/urn%3Ali%3AugcPost%3A7458194261025673216"

SAMPLES = (
    Sample(
        "Comments.csv",
        columns=COLUMNS,
        rows=(
            {"Date": "2025-10-01 14:22:45", "Link": ON, "Message": "Bonjour Léa, c'est remboursé 🙏\nBonne journée"},
            {"Date": "2025-10-01 14:30:00", "Link": ON, "Message": "And a second answer, on the same post."},
            {"Date": "", "Link": ON.replace("ugcPost", "activity"), "Message": "LinkedIn leaves some dates empty."},
            {"Date": "2025-10-01 15:00:10", "Link": ON.replace("ugcPost", "activity"), "Message": "Merci à vous"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45+00:00", "parent_id": ON, "kind": "comment", "native_id": None,
             "text": "Bonjour Léa, c'est remboursé 🙏\nBonne journée", "url": None, "is_owned": True, "handle": None},
            {"parent_id": ON, "text": "And a second answer, on the same post."},
            None,
            {"text": "Merci à vous", "is_owned": True},
        ),
        also={"platform": "linkedin", "zone": "UTC"},
    ),
)  # fmt: skip
