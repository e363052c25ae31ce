from tests.contract.formats import Sample, header, lines, whole

TABLE = header("""id,text,creation_time,modified_time,lang,post_owner.type,post_owner.id,post_owner.name,
post_owner.username,media_type,content_type,hashtags,is_branded_content,branded_content_page_id,
link_attachment_fields.link,link_attachment_fields.name,link_attachment_fields.caption,
link_attachment_fields.description,shared_post_id,statistics.like_count,statistics.love_count,statistics.wow_count,
statistics.haha_count,statistics.sad_count,statistics.angry_count,statistics.care_count,statistics.reaction_count,
statistics.comment_count,statistics.share_count,statistics.views,view_date_last_refreshed""")
INSTAGRAM = header("""content_type,creation_time,hashtags,id,lang,match_type,mcl_url,modified_time,multimedia,
post_owner.type,post_owner.id,post_owner.name,post_owner.username,statistics.comment_count,statistics.like_count,
statistics.views,statistics.views_date_last_refreshed,text""")
FIRST, SHARED = "739178002111112", "739178002111113"
POST = {
    "id": FIRST, "creation_time": "2025-10-01T14:22:45+00:00", "modified_time": "2025-10-01T15:00:00+00:00",
    "text": "Prélevée deux fois 😡\net toujours rien", "lang": "fr", "content_type": "photos", "multimedia": None,
    "link_attachment": {"link": "https://rivage.example/faq", "name": "FAQ"}, "shared_post_id": None,
    "post_owner": {"type": "profile", "id": "100064", "name": "Léa B", "username": "lea.b"},
    "surface": {"type": "group", "id": "55", "name": "Sociétaires"},
    "statistics": {"like_count": 7, "angry_count": 5, "reaction_count": 12, "comment_count": 0, "share_count": 3},
}  # fmt: skip
RESHARE = {
    "id": SHARED, "creation_time": "2025-10-01T14:40:10+00:00", "text": None, "lang": None, "shared_post_id": FIRST,
    "post_owner": {"type": "page", "id": "2001", "name": "Rivage", "username": None}, "is_verified": True,
    "statistics": {"reaction_count": 0, "comment_count": 1, "share_count": 0, "views": 900,
                   "views_date_last_refreshed": "2025-10-02"},
}  # fmt: skip
POSTS = (
    {"published_at": "2025-10-01T14:22:45+00:00", "platform": "facebook", "native_id": FIRST, "handle": "lea.b",
     "author_name": "Léa B", "text": "Prélevée deux fois 😡\net toujours rien", "kind": "post", "likes": 12,
     "reposts": 3, "replies": 0, "views": None, "url": None, "lang_declared": "fr", "verified": None},
    {"platform": "facebook", "kind": "repost", "repost_of": FIRST, "handle": "Rivage", "author_name": "Rivage",
     "likes": 0, "replies": 1, "views": 900, "verified": True, "lang_declared": None, "text": ""},
)  # fmt: skip
UTC = {"zone": "UTC", "questions": ()}

SAMPLES = (
    Sample("an answer of the API", POSTS, also=UTC, data=whole({
        "data": [POST, RESHARE], "paging": {"cursors": {"after": "QVFI"}}})),
    Sample("posts, one a line", POSTS, data=lines(POST, RESHARE), also=UTC),
    Sample("the other nesting of owners", data=lines(
        {**POST, "post_owner": {"data": POST["post_owner"]}}, {**RESHARE, "post_owner": {"data": {"name": "Rivage"}}}),
        posts=({"handle": "lea.b", "author_name": "Léa B", "platform": "facebook"}, {"handle": "Rivage"}), also=UTC),
    Sample(
        "a table of Facebook",
        columns=TABLE,
        rows=(
            {"id": FIRST, "text": "Prélevée deux fois 😡,\n\"bravo\" Rivage", "creation_time": "2025-10-01 14:22:45",
             "modified_time": "2025-10-01 15:00:00", "lang": "fr", "post_owner.type": "page", "post_owner.id": "2001",
             "post_owner.name": "Sociétaires de Rivage", "post_owner.username": "societaires", "media_type": "photo",
             "link_attachment_fields.link": "https://rivage.example/faq", "statistics.like_count": "7",
             "statistics.angry_count": "5", "statistics.reaction_count": "12", "statistics.comment_count": "0",
             "statistics.share_count": "3", "statistics.views": "9000", "view_date_last_refreshed": "2025-10-02"},
            {"id": SHARED, "text": "same here", "creation_time": "2025-10-01 14:40:10", "lang": "en",
             "post_owner.type": "profile", "post_owner.name": "Omar", "shared_post_id": FIRST,
             "statistics.reaction_count": "0", "link_attachment_fields.link": "https://rivage.example/faq2"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45+00:00", "platform": "facebook", "native_id": FIRST, "likes": 12,
             "text": "Prélevée deux fois 😡,\n\"bravo\" Rivage", "handle": "societaires", "views": 9000, "replies": 0,
             "author_name": "Sociétaires de Rivage", "reposts": 3, "url": None},
            {"kind": "repost", "repost_of": FIRST, "handle": "Omar", "views": None, "likes": 0, "url": None},
        ),
        also=UTC,
    ),
    Sample(
        "a table of Instagram",
        columns=INSTAGRAM,
        rows=(
            {"content_type": "reels", "creation_time": "2025-10-01T14:22:45+00:00", "hashtags": "rivage",
             "id": "880200112", "lang": "fr", "text": "Deux fois 😡", "post_owner.type": "creator",
             "mcl_url": "https://www.facebook.com/transparency-tools/content-library/880200112",
             "post_owner.id": "17", "post_owner.name": "Léa B", "post_owner.username": "lea.b",
             "statistics.comment_count": "0", "statistics.like_count": "12", "statistics.views": "900",
             "statistics.views_date_last_refreshed": "2025-10-02T00:00:00+00:00"},
            {"content_type": "albums", "creation_time": "2025-10-01T14:40:10+00:00", "id": "880200113",
             "mcl_url": "https://www.facebook.com/transparency-tools/content-library/880200113", "text": "same here",
             "post_owner.type": "personal", "post_owner.name": "Omar", "post_owner.username": "omar", "lang": "en",
             "statistics.like_count": "1"},
            {"content_type": "photos", "creation_time": "2025-10-01T14:41:10+00:00", "id": "880200114", "text": "Oui.",
             "mcl_url": "https://www.facebook.com/transparency-tools/content-library/880200114", "lang": "fr",
             "post_owner.type": "business", "post_owner.name": "Rivage", "post_owner.username": "rivage.coop",
             "statistics.like_count": "0", "statistics.comment_count": "7", "statistics.views": "12000"},
            {name: name for name in INSTAGRAM},  # downloads put one under the other
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45+00:00", "platform": "instagram", "handle": "lea.b", "likes": 12,
             "replies": 0, "views": 900, "url": None, "kind": "post"},
            {"platform": "instagram", "views": None, "replies": None, "likes": 1, "native_id": "880200113"},
            {"platform": "instagram", "handle": "rivage.coop", "likes": 0, "replies": 7, "views": 12000},
            None,
        ),
        also=UTC,
    ),
)  # fmt: skip
