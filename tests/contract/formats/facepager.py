from tests.contract.formats import Sample, header

NODES = (*header("""path,id,parent_id,level,object_id,object_type,query_status,query_time,query_type,from.name,
created_time,type,link,picture,full_picture"""), "", *header("""comments.summary.total_count,shares.count,
reactions.summary.total_count,like.summary.total_count,love.summary.total_count,haha.summary.total_count,
wow.summary.total_count,sad.summary.total_count,angry.summary.total_count,message"""))  # fmt: skip
POSTS, COMMENTS = "Facebook:/<page-id>/posts", "Facebook:/<post-id>/comments"

SAMPLES = (
    Sample(
        "posts of a page, and comments",
        columns=NODES, delimiter=";",
        rows=(
            {"path": "rivage.coop", "id": "1", "parent_id": "", "level": "0", "object_id": "rivage.coop",
             "object_type": "seed"},
            {"path": "rivage.coop/1000_5501", "id": "2", "parent_id": "1", "level": "1", "object_id": "1000_5501",
             "object_type": "data", "query_status": "fetched (200)", "query_time": "2019-07-20 09:00:00.000",
             "query_type": POSTS, "from.name": "Rivage", "created_time": "2019-07-17T16:00:00+0000", "type": "photo",
             "link": "https://www.facebook.com/rivage/photos/1", "comments.summary.total_count": "1",
             "shares.count": "3", "reactions.summary.total_count": "12", "like.summary.total_count": "7",
             "message": "Nous cherchons 🔎,\n\"vite\""},
            {"path": "rivage.coop/1000_5501/5501_7", "id": "3", "parent_id": "2", "level": "2", "object_id": "5501_7",
             "object_type": "data", "query_status": "fetched (200)", "query_time": "2019-07-20 09:01:00.000",
             "query_type": COMMENTS, "from.name": "Zoé Roy", "created_time": "2019-07-17T16:17:25+0000",
             "reactions.summary.total_count": "0", "message": "Toujours pas remboursée"},
        ),
        posts=(
            None,
            {"published_at": "2019-07-17T16:00:00+00:00", "platform": "facebook", "native_id": "1000_5501", "likes": 12,
             "handle": "Rivage", "author_name": "Rivage", "text": "Nous cherchons 🔎,\n\"vite\"", "kind": "post",
             "replies": 1, "reposts": 3, "url": None, "parent_id": None},
            {"kind": "comment", "native_id": "5501_7", "likes": 0, "reposts": None, "parent_id": None},
        ),
        also={"platform": "facebook", "questions": ()},
    ),
)  # fmt: skip
