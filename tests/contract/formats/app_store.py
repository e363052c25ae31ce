from tests.contract.formats import Sample, header, whole

COLUMNS = header("date,review,rating,isEdited,title,userName")
FEED = "http://itunes.apple.com/CA/rss/customerreviews/id=1504705422/page=1/sortby=mostrecent/"
PARSED = {
    "updated": "2025-10-01T07:22:45-07:00", "updated_parsed": [2025, 10, 1, 14, 22, 45, 2, 274, 0], "guidislink": True,
    "id": FEED + "5991237181", "link": FEED + "5991237181", "title": "Bravo…",
    "title_detail": {"type": "text/plain", "language": "de", "base": FEED, "value": "Bravo…"},
    "content": [{"type": "text/plain", "language": "de", "base": FEED, "value": "Prélevée deux fois 😡\net rien"},
                {"type": "text/html", "language": "de", "base": FEED, "value": "<table><tr><td>…</td></tr></table>"}],
    "summary": "Prélevée deux fois 😡\net rien", "im_contenttype": {"term": "Application", "label": "Programm"},
    "im_votesum": "0", "im_votecount": "3", "im_rating": "1", "im_version": "1.1.0", "author": "Léa B",
    "authors": [{"name": "Léa B", "href": "https://itunes.apple.com/ca/reviews/id121350536"}],
    "author_detail": {"name": "Léa B", "href": "https://itunes.apple.com/ca/reviews/id121350536"},
    "href": "https://itunes.apple.com/ca/reviews/id121350536",
    "links": [{"rel": "related", "href": "https://itunes.apple.com/ca/review?id=1504705422", "type": "text/html"}],
}  # fmt: skip
SECOND = {**PARSED, "id": FEED + "5991237182", "link": FEED + "5991237182", "im_rating": "5", "title": "Great",
          "updated": "2025-10-01T08:00:00-07:00", "href": "https://itunes.apple.com/ca/reviews/id121350537",
          "content": [{"type": "text/plain", "value": "Great app"}], "author": "omar"}  # fmt: skip


def entry(own: str, stars: str, title: str, text: str, at: str) -> dict:
    return {
        "author": {"uri": {"label": "https://itunes.apple.com/ca/reviews/id121350536"}, "name": {"label": "Léa B"},
                   "label": ""},
        "updated": {"label": at}, "im:rating": {"label": stars}, "im:version": {"label": "1.1.0"},
        "id": {"label": own}, "title": {"label": title}, "content": {"label": text, "attributes": {"type": "text"}},
        "link": {"attributes": {"rel": "related", "href": "https://itunes.apple.com/ca/review?id=1504705422"}},
        "im:voteSum": {"label": "0"}, "im:voteCount": {"label": "3"},
        "im:contentType": {"attributes": {"term": "Application", "label": "Application"}},
    }  # fmt: skip


OFFICIAL = {"feed": {
    "author": {"name": {"label": "iTunes Store"}, "uri": {"label": "http://www.apple.com/itunes/"}},
    "entry": [entry("5991237181", "1", "Bravo…", "Prélevée deux fois 😡\net rien", "2025-10-01T07:22:45-07:00"),
              entry("5991237182", "5", "Great", "Great app", "2025-10-01T08:00:00-07:00")],
    "updated": {"label": "2025-10-02T00:00:00-07:00"}, "rights": {"label": "Copyright"}, "title": {"label": "Reviews"},
    "id": {"label": "https://itunes.apple.com/ca/rss/customerreviews/id=1504705422/json"}}}  # fmt: skip
POSTS = (
    {"published_at": "2025-10-01T14:22:45+00:00", "native_id": "5991237181", "rating": 1.0, "kind": "review",
     "text": "Bravo…\nPrélevée deux fois 😡\net rien", "handle": "121350536", "author_name": "Léa B", "url": None,
     "likes": None, "lang_declared": None, "views": None},
    {"published_at": "2025-10-01T15:00:00+00:00", "native_id": "5991237182", "rating": 5.0, "text": "Great app"},
)  # fmt: skip

SAMPLES = (
    Sample("the feed, parsed, in pages", POSTS, data=whole([[PARSED], [SECOND]]), also={"platform": "app_store"}),
    Sample("the feed as Apple gives it", POSTS, data=whole(OFFICIAL), also={"platform": "app_store", "questions": ()}),
    Sample(
        "app_store_scraper",
        columns=COLUMNS,
        rows=(
            {"date": "2025-10-01 14:22:45", "review": "Prélevée deux fois 😡\net rien", "rating": "1",
             "isEdited": "False", "title": "Bravo", "userName": "Léa B"},
            {"date": "2025-10-01 15:00:00", "review": "Great app", "rating": "5", "isEdited": "True", "title": "Great",
             "userName": "omar"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45+00:00", "native_id": None, "handle": "Léa B", "rating": 1.0,
             "text": "Bravo\nPrélevée deux fois 😡\net rien", "kind": "review", "author_name": None},
            {"text": "Great app", "rating": 5.0, "handle": "omar"},
        ),
        also={"platform": "app_store", "zone": "UTC", "questions": ()},
    ),
)  # fmt: skip
