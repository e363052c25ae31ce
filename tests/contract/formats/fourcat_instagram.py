from tests.contract.formats import Sample, header

COLUMNS = header("""collected_from_url,collected_from_view,partial_item,id,timestamp,thread_id,parent_id,url,body,
author_id,author,author_fullname,verified,author_avatar_url,coauthors,coauthor_fullnames,coauthor_ids,media_type,
num_media,image_urls,media_urls,hashtags,usertags,play_count,likes_hidden,num_likes,num_comments,location_name,
location_id,location_latlong,location_city,unix_timestamp,missing_media""")
OLDER = header("""id,post_source_domain,thread_id,parent_id,body,author,author_fullname,author_avatar_url,timestamp,
type,url,image_url,media_url,hashtags,num_likes,num_comments,num_media,location_name,location_latlong,location_city,
unix_timestamp""")


def post(code: str, **more: str) -> dict[str, str]:
    return {"id": code, "thread_id": code, "parent_id": code, "url": f"https://www.instagram.com/p/{code}", **more}


SAMPLES = (
    Sample(
        "2026, some seen in a grid",
        columns=COLUMNS,
        rows=(
            post("DPQaaaaaaa1", timestamp="2025-10-01 16:22:45", unix_timestamp="1759328565", author="lea_b",
                 author_id="44", author_fullname="Léa B", verified="False", body="Prélevée deux fois 😡\n#rivage",
                 num_media="1", play_count="900", likes_hidden="no", num_likes="12", num_comments="0",
                 partial_item="False", media_type="video", hashtags="rivage"),
            post("DPQbbbbbbb2", timestamp="2025-10-01 16:40:10", unix_timestamp="1759329610", author="omar",
                 author_id="45", body="", num_media="2", play_count="-1", likes_hidden="yes", num_likes="-1",
                 num_comments="7", verified="True", media_type="photo"),
            post("DPQddddddd4", timestamp="2025-10-01 16:41:10", unix_timestamp="1759329670", author="ana",
                 body="same here", num_media="1", play_count="0", likes_hidden="no", num_likes="0", num_comments="0"),
            post("DPQccccccc3", timestamp="0", unix_timestamp="0", author_id="46", body="", num_media="1",
                 play_count="-1", num_likes="-1", num_comments="-1", partial_item="True"),
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45+00:00", "native_id": "DPQaaaaaaa1", "handle": "lea_b",
             "author_name": "Léa B", "text": "Prélevée deux fois 😡\n#rivage", "kind": "post", "likes": 12,
             "replies": 0, "views": 900, "verified": False, "parent_id": None, "root_id": None},
            {"likes": None, "replies": 7, "views": None, "text": "", "kind": "post", "verified": True},
            {"likes": 0, "replies": 0, "views": 0, "published_at": "2025-10-01T14:41:10+00:00"},
            None,
        ),
        also={"platform": "instagram", "questions": ()},
    ),
    Sample(
        "2023",
        columns=OLDER,
        rows=(
            post("DPQaaaaaaa1", timestamp="2025-10-01 16:22:45", unix_timestamp="1759328565", author="lea_b",
                 author_fullname="Léa B", body="Prélevée deux fois 😡", num_media="1", num_likes="12",
                 num_comments="-1", type="photo"),
            post("DPQbbbbbbb2", timestamp="2025-10-01 16:40:10", unix_timestamp="1759329610", author="omar",
                 body="same here", num_media="1", num_likes="0", num_comments="1", type="video"),
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45+00:00", "likes": 12, "replies": None, "kind": "post", "views": None},
            {"likes": 0, "replies": 1, "handle": "omar"},
        ),
        also={"platform": "instagram", "questions": ()},
    ),
)  # fmt: skip
