import json

from tests.contract.formats import Sample

ASKED = {"tweet": {
    "retweeted": False, "source": "<a href=\"https://x.com\">X Web App</a>", "favorite_count": "12",
    "id_str": "1973400000000000000", "truncated": False, "retweet_count": "3", "id": "1973400000000000000",
    "created_at": "Wed Oct 01 14:22:45 +0000 2025", "favorited": False, "lang": "fr",
    "full_text": "Nous vérifions les prélèvements &amp; revenons vers vous.\nMerci 🙏",
    "entities": {"hashtags": [], "user_mentions": [], "urls": [], "symbols": []}}}  # fmt: skip
REPLY = {"tweet": {
    "favorite_count": "0", "id_str": "1973404300000000001", "retweet_count": "0", "id": "1973404300000000001",
    "in_reply_to_status_id_str": "1973404000000000001", "in_reply_to_status_id": "1973404000000000001",
    "in_reply_to_user_id_str": "44", "in_reply_to_screen_name": "lea_b", "lang": "fr",
    "created_at": "Wed Oct 01 14:41:10 +0000 2025", "full_text": "@lea_b Bonjour, c'est remboursé."}}  # fmt: skip
REPOST = {"tweet": {
    "favorite_count": "0", "id_str": "1973404400000000001", "retweet_count": "0", "id": "1973404400000000001",
    "created_at": "Wed Oct 01 14:41:34 +0000 2025", "lang": "en",
    "full_text": "RT @autorite: A statement"}}  # fmt: skip
ACCOUNT = {"account": {"email": "x@rivage.example", "createdVia": "web", "username": "rivagecoop", "accountId": "7",
                       "createdAt": "2012-01-02T10:00:00.000Z", "accountDisplayName": "Coop Rivage"}}  # fmt: skip


def assigned(name: str, *records: object) -> str:
    return f"window.YTD.{name} = {json.dumps(records, indent=2, ensure_ascii=False)}"


POSTS = (
    {"published_at": "2025-10-01T14:22:45+00:00", "native_id": "1973400000000000000", "kind": "post", "likes": 12,
     "reposts": 3, "text": "Nous vérifions les prélèvements & revenons vers vous.\nMerci 🙏", "is_owned": True,
     "handle": None, "replies": None, "views": None, "lang_declared": "fr"},
    {"kind": "reply", "parent_id": "1973404000000000001", "likes": 0, "is_owned": True},
    {"kind": "repost", "repost_of": None, "repost_of_handle": "autorite", "is_owned": True, "lang_declared": "en"},
)  # fmt: skip
NAMED = tuple({**post, "handle": "rivagecoop", "author_name": "Coop Rivage"} for post in POSTS)
OWN = {"zone": "UTC", "platform": "x", "questions": ()}

SAMPLES = (
    Sample("tweets.js alone", POSTS, data=assigned("tweets.part0", ASKED, REPLY, REPOST).encode(), also=OWN),
    Sample("tweet.js, before 2022", POSTS, data=assigned("tweet.part0", ASKED, REPLY, REPOST).encode(), also=OWN),
    Sample("a few months of 2019", POSTS, also=OWN,
           data=assigned("tweet.part0", ASKED["tweet"], REPLY["tweet"], REPOST["tweet"]).encode()),
    Sample("account.js and two parts, as the zip gives them", NAMED, also=OWN, data="\n".join((
        assigned("account.part0", ACCOUNT), assigned("tweets.part0", ASKED), assigned("tweets.part1", REPLY, REPOST),
    )).encode()),
)  # fmt: skip
