from tests.contract.formats import Sample, lines

LEA, OMAR = "did:plc:lea4xjxs7mm5u4nv", "did:plc:omar7mm5u4nvxjxs"
ASKED = f"at://{LEA}/app.bsky.feed.post/3m2aaaaaaaa2k"
AT = 1759328565123456  # 2025-10-01 14:22:45.123456 UTC


def event(did: str, second: int, operation: str, collection: str, rkey: str, record: dict | None = None) -> dict:
    commit = {"rev": "3m2x", "operation": operation, "collection": collection, "rkey": rkey}
    return {"did": did, "time_us": AT + second * 1_000_000, "kind": "commit",
            "commit": commit if record is None else {**commit, "record": record, "cid": "bafyrei"}}  # fmt: skip


POST, REPOST, LIKE = "app.bsky.feed.post", "app.bsky.feed.repost", "app.bsky.feed.like"
EVENTS = (
    event(LEA, 0, "create", POST, "3m2aaaaaaaa2k", {
        "$type": POST, "createdAt": "1970-01-01T00:00:00.000Z", "langs": ["fr"],
        "text": "Prélevée deux fois 😡\net rien"}),
    event(OMAR, 1, "create", POST, "3m2bbbbbbbb2k", {
        "$type": POST, "createdAt": "2025-10-01T14:22:46.000Z", "langs": ["en"], "text": "same here",
        "reply": {"parent": {"cid": "b", "uri": ASKED}, "root": {"cid": "b", "uri": ASKED}}}),
    event(OMAR, 2, "create", REPOST, "3m2cccccccc2k", {
        "$type": REPOST, "createdAt": "2025-10-01T14:22:47.000Z", "subject": {"cid": "b", "uri": ASKED}}),
    event(OMAR, 3, "create", LIKE, "3m2dddddddd2k", {
        "$type": LIKE, "createdAt": "2025-10-01T14:22:48.000Z", "subject": {"cid": "b", "uri": ASKED}}),
    event(LEA, 4, "delete", POST, "3m2aaaaaaaa2k"),
    event(LEA, 5, "update", "app.bsky.actor.profile", "self", {
        "$type": "app.bsky.actor.profile", "displayName": "Léa"}),
    event(LEA, 6, "create", POST, "3m2eeeeeeee2k", {
        "$type": POST, "createdAt": "2025-10-01T14:22:51.000Z", "text": "voir",
        "embed": {"$type": "app.bsky.embed.record", "record": {"cid": "b", "uri": ASKED}}}),
    {"did": LEA, "time_us": AT + 7_000_000, "kind": "identity", "identity": {"did": LEA, "seq": 1, "time": "x"}},
    {"did": LEA, "time_us": AT + 8_000_000, "kind": "account", "account": {"active": False, "did": LEA, "seq": 2}},
)  # fmt: skip
POSTS = (
    {"published_at": "2025-10-01T14:22:45.123456+00:00", "native_id": ASKED, "handle": LEA, "lang_declared": "fr",
     "text": "Prélevée deux fois 😡\net rien", "kind": "post", "likes": None, "replies": None, "views": None,
     "url": f"https://bsky.app/profile/{LEA}/post/3m2aaaaaaaa2k"},
    {"kind": "reply", "parent_id": ASKED, "root_id": ASKED, "text": "same here"},
    {"kind": "repost", "repost_of": ASKED, "text": "", "native_id": f"at://{OMAR}/app.bsky.feed.repost/3m2cccccccc2k",
     "url": None},
    None, None, None,
    {"kind": "quote", "parent_id": ASKED},
    None, None,
)  # fmt: skip

SAMPLES = (
    Sample("events of every kind", POSTS, data=lines(*EVENTS),
           also={"zone": "UTC", "platform": "bluesky", "questions": ()}),
    Sample("second version, with a cursor", POSTS, data=lines(*({**one, "cursor": 9} for one in EVENTS)),
           also={"platform": "bluesky"}),
)  # fmt: skip
