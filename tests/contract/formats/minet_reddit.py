from tests.contract.formats import Sample, header

COLUMNS = header("""title,url,author,author_text,points,raw_number_comments,number_comments,published_date,edited_date,
external_link,error""")
OLDER = header("""title,url,author,author_text,scraped_points,approximated_points,scraped_number_comments,
number_comments,published_date,external_link,error""")
LEA = "https://www.reddit.com/r/Quebec/comments/1nvaaaa/rivage_a_preleve/"
OMAR = "https://www.reddit.com/r/Quebec/comments/1nvbbbb/same_here/"

SAMPLES = (
    Sample(
        "2024",
        columns=COLUMNS,
        rows=(
            {"title": "Rivage a prélevé deux fois", "url": LEA, "author": "lea_b",
             "author_text": "Qui d'autre ? 😡\nMoi.", "points": "840", "raw_number_comments": "12 comments",
             "number_comments": "12",
             "published_date": "2025-10-01T14:22:45+00:00", "edited_date": "2025-10-01T15:00:00+00:00"},
            {"title": "Same here", "url": OMAR, "author": "[Deleted]", "author_text": "", "points": "score hidden",
             "raw_number_comments": "comment", "number_comments": "0", "published_date": "2025-10-01T14:40:10+00:00",
             "external_link": "https://rivage.example/avis"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45+00:00", "native_id": "t3_1nvaaaa", "handle": "lea_b", "kind": "post",
             "text": "Rivage a prélevé deux fois\nQui d'autre ? 😡\nMoi.", "likes": 840, "replies": 12, "url": LEA,
             "views": None},
            {"native_id": "t3_1nvbbbb", "handle": None, "likes": None, "replies": 0, "text": "Same here", "url": OMAR},
        ),
        also={"platform": "reddit", "questions": ()},
    ),
    Sample(
        "2023",
        columns=OLDER,
        rows=(
            {"title": "Rivage a prélevé deux fois", "url": LEA, "author": "lea_b", "author_text": "Qui d'autre ?",
             "scraped_points": "1.2k", "approximated_points": "1200", "scraped_number_comments": "12 comments",
             "number_comments": "12", "published_date": "2025-10-01T14:22:45+00:00"},
            {"title": "Same here", "url": OMAR, "author": "omar", "scraped_points": "-4", "approximated_points": "-4",
             "scraped_number_comments": "1 comment", "number_comments": "1",
             "published_date": "2025-10-01T14:40:10+00:00"},
        ),
        posts=(
            {"likes": 1200, "replies": 12, "text": "Rivage a prélevé deux fois\nQui d'autre ?"},
            {"likes": None, "replies": 1, "handle": "omar"},
        ),
        also={"platform": "reddit", "questions": ()},
    ),
)  # fmt: skip
