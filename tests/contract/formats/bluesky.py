from tests.contract.formats import Sample, lines, whole

DID, OMAR, RIVAGE = "did:plc:lea4xjxs7mm5u4nv", "did:plc:omar7mm5u4nvxjxs", "did:plc:rivage7mm5u4nvxj"
ASKED = f"at://{DID}/app.bsky.feed.post/3m2aaaaaaaa2k"
ANSWER = f"at://{OMAR}/app.bsky.feed.post/3m2bbbbbbbb2k"
QUOTE = f"at://{OMAR}/app.bsky.feed.post/3m2cccccccc2k"
RECORDS = {
    ASKED: {"$type": "app.bsky.feed.post", "createdAt": "2025-10-01T10:22:45.120-04:00", "langs": ["fr", "en"],
            "text": "Prélevée deux fois 😡\net rien", "embed": {"$type": "app.bsky.embed.images", "images": []}},
    ANSWER: {"$type": "app.bsky.feed.post", "createdAt": "2019-01-01T00:00:00.000Z", "langs": ["en"],
             "text": "same here", "reply": {"root": {"uri": ASKED, "cid": "b"}, "parent": {"uri": ASKED, "cid": "b"}}},
    QUOTE: {"$type": "app.bsky.feed.post", "createdAt": "2025-10-01T14:50:00.000Z", "text": "à lire",
            "embed": {"$type": "app.bsky.embed.recordWithMedia", "media": {},
                      "record": {"$type": "app.bsky.embed.record", "record": {"uri": ASKED, "cid": "b1"}}}},
}  # fmt: skip
SEEN = {ASKED: "2025-10-01T14:22:46.001Z", ANSWER: "2025-10-01T14:40:10.500Z", QUOTE: "2025-10-01T14:50:01.000Z"}


def view(uri: str, handle: str, likes: int) -> dict:
    return {
        "uri": uri, "cid": "bafyrei" + uri[-8:], "record": RECORDS[uri], "likeCount": likes, "repostCount": 1,
        "replyCount": 0, "quoteCount": 0, "indexedAt": SEEN[uri], "labels": [],
        "author": {"did": uri.split("/")[2], "handle": handle, "displayName": handle.split(".")[0].title(),
                   "avatar": "https://cdn.example/a.jpg", "createdAt": "2023-05-01T00:00:00.000Z"},
    }  # fmt: skip


VIEWS = (view(ASKED, "lea.bsky.social", 12), view(ANSWER, "handle.invalid", 0), view(QUOTE, "omar.example", 3))
POSTS = (
    {"published_at": "2025-10-01T14:22:46.001000+00:00", "native_id": ASKED, "handle": "lea.bsky.social",
     "author_name": "Lea", "text": "Prélevée deux fois 😡\net rien", "kind": "post", "likes": 12, "reposts": 1,
     "replies": 0, "views": None, "followers": None, "lang_declared": "fr",
     "url": f"https://bsky.app/profile/{DID}/post/3m2aaaaaaaa2k"},
    {"published_at": "2025-10-01T14:40:10.500000+00:00", "kind": "reply", "parent_id": ASKED, "root_id": ASKED,
     "handle": OMAR, "likes": 0},
    {"kind": "quote", "parent_id": ASKED, "handle": "omar.example", "lang_declared": None},
)  # fmt: skip
REPOSTED = {"post": view(ASKED, "lea.bsky.social", 12), "reason": {
    "$type": "app.bsky.feed.defs#reasonRepost", "by": {"did": RIVAGE, "handle": "rivage.coop", "displayName": "Rivage"},
    "uri": f"at://{RIVAGE}/app.bsky.feed.repost/3m2dddddddd2k", "indexedAt": "2025-10-01T15:00:00.000Z"}}  # fmt: skip
BLUESKY = {"zone": "UTC", "platform": "bluesky", "questions": ()}

SAMPLES = (
    Sample("posts found by a search", POSTS, data=whole({"posts": VIEWS, "cursor": "25", "hitsTotal": 3}),
           also=BLUESKY),
    Sample("one post a line", POSTS, data=lines(*VIEWS), also=BLUESKY),
    Sample("the feed of an account",
        data=whole({"feed": [REPOSTED, {"post": VIEWS[1], "reply": {"root": {}, "parent": {}}}], "cursor": "x"}),
        posts=(
            {"published_at": "2025-10-01T15:00:00+00:00", "kind": "repost", "repost_of": ASKED, "url": None,
             "handle": "rivage.coop", "native_id": f"at://{RIVAGE}/app.bsky.feed.repost/3m2dddddddd2k", "likes": None,
             "text": "Prélevée deux fois 😡\net rien"},
            {"kind": "reply", "parent_id": ASKED, "native_id": ANSWER},
        ),
        also=BLUESKY,
    ),
    Sample("the repository of an account",
        data=lines(*({"uri": uri, "cid": "bafyrei", "value": RECORDS[uri]} for uri in (ASKED, QUOTE))),
        posts=(
            {"published_at": "2025-10-01T14:22:45.120000+00:00", "handle": DID, "likes": None, "native_id": ASKED},
            {"published_at": "2025-10-01T14:50:00+00:00", "handle": OMAR, "kind": "quote", "parent_id": ASKED},
        ),
        also=BLUESKY,
    ),
)  # fmt: skip
