from tests.contract.formats import Sample, header

COLUMNS = header("Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility")
POST = "https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A7379000000000000001"

SAMPLES = (
    Sample(
        "Shares.csv",
        columns=COLUMNS,
        rows=(
            {"Date": "2025-10-01 14:22:45", "ShareLink": POST, "Visibility": "MEMBER_NETWORK",
             "ShareCommentary": "Nous vérifions les \"doubles prélèvements\" 🙏\nMerci de votre patience"},
            {"Date": "2025-10-01 18:05:00", "ShareLink": POST.replace("0001", "0002"), "ShareCommentary": "",
             "SharedUrl": "https://rivage.example/avis", "Visibility": "PUBLIC"},
            {"Date": "2025-10-02 09:00:30", "ShareLink": POST.replace("0001", "0003"), "Visibility": "MEMBER_NETWORK",
             "ShareCommentary": "It is all refunded.", "MediaUrl": "https://media.example/a.jpg"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45+00:00", "url": POST, "native_id": POST, "kind": "post",
             "text": "Nous vérifions les \"doubles prélèvements\" 🙏\nMerci de votre patience", "handle": None,
             "likes": None, "views": None, "is_owned": True, "platform": "linkedin"},
            {"text": "", "is_owned": True},
            {"text": "It is all refunded.", "is_owned": True},
        ),
        also={"platform": "linkedin", "zone": "UTC"},
    ),
)  # fmt: skip
