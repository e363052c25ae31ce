from tests.contract.formats import Sample, lines

LEA, OMAR, ANA = "1973393148998582273", "1973397532046262273", "1973397783704502273"
VIDEO, COMMENT = "7556200000000000001", "7556300000000000001"
ACTIVITY = "7379158838009758157"  # 1759328565123 ms × 2²²


def capture(place: str, item: dict) -> dict:
    return {
        "nav_index": "1:3:0", "item_id": item.get("id", "x"), "timestamp_collected": 1759608000000,
        "last_updated": 1759608000000, "source_platform": place, "source_platform_url": f"https://{place}/search",
        "source_url": f"https://{place}/api", "user_agent": "Mozilla/5.0", "data": item,
    }  # fmt: skip


def passed(item: dict, place: str) -> dict:
    """As 4CAT gives it back."""
    meta = {name: value for name, value in capture(place, item).items() if name != "data"}
    return {**item, "__import_meta": meta}


def tweet(own: str, who: dict, when: str, text: str, **more: object) -> dict:
    legacy = {
        "id_str": own, "created_at": when, "full_text": text, "conversation_id_str": own, "lang": "fr",
        "favorite_count": 0, "retweet_count": 0, "reply_count": 0, "quote_count": 0, "user_id_str": "44",
        "entities": {"hashtags": [], "urls": [], "user_mentions": []}, **more,
    }  # fmt: skip
    return {"__typename": "Tweet", "rest_id": own, "id": own, "legacy": legacy, "views": {"state": "Enabled"},
            "core": {"user_results": {"result": who}}, "source": "<a>Web</a>"}  # fmt: skip


NEWEST = {"core": {"screen_name": "lea_b", "name": "Léa B", "created_at": "Mon Jan 02 10:00:00 +0000 2012"},
          "verification": {"verified": False}, "is_blue_verified": True,
          "legacy": {"followers_count": 840, "description": "Sociétaire"}}  # fmt: skip
OLDER = {"legacy": {"screen_name": "omar", "name": "Omar", "followers_count": 0, "verified": True}}
FIRST = {
    **tweet(LEA, NEWEST, "Wed Oct 01 14:22:45 +0000 2025", "Prélevée deux fois…", favorite_count=12, retweet_count=3),
    "note_tweet": {"note_tweet_results": {"result": {"text": "Prélevée deux fois 😡\net toujours rien"}}},
    "views": {"count": "900", "state": "EnabledWithCount"},
}  # fmt: skip
REPOST = tweet(
    OMAR,
    OLDER,
    "Wed Oct 01 14:40:10 +0000 2025",
    "RT @lea_b: Prélevée deux…",
    retweeted_status_result={"result": {"__typename": "TweetWithVisibilityResults", "tweet": FIRST}},
)
ANSWER = tweet(ANA, {}, "Wed Oct 01 14:41:10 +0000 2025", "@lea_b same here", in_reply_to_status_id_str=LEA, lang="en",
               conversation_id_str=LEA)  # fmt: skip
POSTS = (
    {"published_at": "2025-10-01T14:22:45+00:00", "platform": "x", "native_id": LEA, "handle": "lea_b", "views": 900,
     "author_name": "Léa B", "profile": "Sociétaire", "followers": 840, "verified": False, "kind": "post", "likes": 12,
     "reposts": 3, "replies": 0, "text": "Prélevée deux fois 😡\net toujours rien", "lang_declared": "fr",
     "url": f"https://x.com/lea_b/status/{LEA}", "root_id": LEA},
    {"kind": "repost", "repost_of": LEA, "repost_of_handle": "lea_b", "handle": "omar", "views": None, "likes": 0,
     "text": "RT @lea_b: Prélevée deux fois 😡\net toujours rien", "verified": True, "followers": 0},
    {"kind": "reply", "parent_id": LEA, "root_id": LEA, "native_id": ANA, "lang_declared": "en",
     "url": f"https://x.com/i/web/status/{ANA}"},
)  # fmt: skip

TIKTOK = {
    "id": VIDEO, "desc": "Prélevée deux fois 😡 #rivage", "createTime": 1759328565, "textLanguage": "fr",
    "author": {"id": "44", "uniqueId": "lea.b", "nickname": "Léa B", "verified": False, "signature": "Sociétaire"},
    "authorStats": {"followerCount": 840, "heartCount": 99000}, "music": {"title": "son original"},
    "stats": {"diggCount": 12, "shareCount": 3, "commentCount": 0, "playCount": 900},
}  # fmt: skip
SAID = {
    "cid": COMMENT, "id": COMMENT, "aweme_id": VIDEO, "reply_id": "0", "create_time": 1759329610, "text": "Moi aussi",
    "digg_count": 7, "reply_comment_total": 0, "comment_language": "fr",
    "user": {"unique_id": "omar", "nickname": "Omar"}, "share_info": {"url": "https://m.tiktok.com/v/1.html"},
}  # fmt: skip
PHOTO = {
    "id": "1_44", "code": "DPQaaaaaaa1", "taken_at": 1759328565, "caption": {"text": "Prélevée deux fois 😡\n#rivage"},
    "user": {"username": "lea_b", "full_name": "Léa B", "is_verified": False}, "like_count": 3, "comment_count": 0,
    "like_and_view_counts_disabled": True, "media_type": 1, "product_type": "feed",
}  # fmt: skip
GRAPH = {
    "__typename": "GraphVideo", "id": "2", "shortcode": "DPQbbbbbbb2", "taken_at_timestamp": 1759329610,
    "owner": {"username": "omar"}, "edge_media_preview_like": {"count": 12},
    "edge_media_to_caption": {"edges": [{"node": {"text": "same here"}}]}, "edge_media_preview_comment": {"count": 1},
}  # fmt: skip
GRID = {"__typename": "XIGPolarisVideoMedia", "id": "3_45", "code": "DPQccccccc3", "_zs_partial": True}
THREAD = {
    "id": "4_44", "code": "DPQddddddd4", "taken_at": 1759328565, "caption": {"text": "Prélevée deux fois"},
    "user": {"username": "lea_b", "is_verified": True}, "like_count": 12,
    "text_post_app_info": {"repost_count": 3, "direct_reply_count": 0, "quote_count": 1},
}  # fmt: skip
UPDATE = {
    "id": ACTIVITY, "updateMetadata": {"urn": f"urn:li:activity:{ACTIVITY}"},
    "actor": {"name": {"text": "Rivage"}, "description": {"text": "1 234 abonnés"},
              "subDescription": {"text": "3d • Edited"},
              "navigationContext": {"actionTarget": "https://www.linkedin.com/company/rivage?trk=x"}},
    "commentary": {"text": {"text": "Nous cherchons 🔎"}}, "content": None,
    "*socialDetail": {"*totalSocialActivityCounts": {"numComments": 41, "numShares": 0, "numLikes": 12}},
}  # fmt: skip
PIN = {"id": "9", "title": "Rivage", "created_at": "Wed, 01 Oct 2025 14:22:45 +0000"}

SAMPLES = (
    Sample("X", POSTS, also={"zone": "UTC", "platform": "x", "questions": ()}, data=lines(
        capture("x.com", FIRST), capture("twitter.com", REPOST), capture("x.com", ANSWER))),
    Sample("X, once 4CAT has had it", POSTS, also={"zone": "UTC", "platform": "x", "questions": ()}, data=lines(
        passed(FIRST, "x.com"), passed(REPOST, "twitter.com"), passed(ANSWER, "x.com"))),
    Sample(
        "TikTok, Instagram, Threads, LinkedIn, and others",
        data=lines(
            capture("tiktok.com", TIKTOK), capture("tiktok-comments", SAID), capture("instagram.com", PHOTO),
            capture("instagram.com", GRAPH), capture("instagram.com", GRID), capture("threads.net", THREAD),
            capture("linkedin.com", UPDATE), capture("pinterest.com", PIN)),
        posts=(
            {"published_at": "2025-10-01T14:22:45+00:00", "platform": "tiktok", "native_id": VIDEO, "handle": "lea.b",
             "author_name": "Léa B", "profile": "Sociétaire", "followers": 840, "text": "Prélevée deux fois 😡 #rivage",
             "kind": "post", "likes": 12, "reposts": 3, "replies": 0, "views": 900, "lang_declared": "fr",
             "url": f"https://www.tiktok.com/@lea.b/video/{VIDEO}"},
            {"published_at": "2025-10-01T14:40:10+00:00", "platform": "tiktok", "kind": "comment", "handle": "omar",
             "parent_id": VIDEO, "root_id": VIDEO, "likes": 7, "replies": 0, "views": None},
            {"platform": "instagram", "native_id": "DPQaaaaaaa1", "likes": None, "replies": 0, "handle": "lea_b",
             "text": "Prélevée deux fois 😡\n#rivage", "url": "https://www.instagram.com/p/DPQaaaaaaa1"},
            {"native_id": "DPQbbbbbbb2", "text": "same here", "likes": 12, "replies": 1, "handle": "omar"},
            None,
            {"platform": "threads", "native_id": "DPQddddddd4", "likes": 12, "reposts": 3, "replies": 0,
             "url": "https://www.threads.com/@lea_b/post/DPQddddddd4", "verified": True},
            {"platform": "linkedin", "published_at": "2025-10-01T14:22:45.123000+00:00", "native_id": ACTIVITY,
             "handle": "company/rivage", "author_name": "Rivage", "text": "Nous cherchons 🔎", "likes": 12,
             "reposts": 0, "replies": 41},
            None,
        ),
        also={"zone": "UTC", "platform": None, "questions": ()},
    ),
)  # fmt: skip
