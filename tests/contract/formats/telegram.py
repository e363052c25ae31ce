from tests.contract.formats import Sample, whole


def message(number: int, unix: int, local: str, text: object, **more: object) -> dict:
    return {"id": number, "type": "message", "date": local, "date_unixtime": str(unix), "from": "Léa B",
            "from_id": "user44", "text": text, "text_entities": [], **more}  # fmt: skip


MESSAGES = [
    {"id": 1, "type": "service", "date": "2025-10-01T10:00:00", "date_unixtime": "1759327200", "actor": "Léa B",
     "actor_id": "user44", "action": "create_group", "title": "Sociétaires", "text": "", "text_entities": []},
    message(2, 1759328565, "2025-10-01T10:22:45", ["Prélevée ", {"type": "bold", "text": "deux fois"}, " 😡\n",
                                                   {"type": "link", "text": "https://rivage.example/p"}],
            edited="2025-10-02T10:00:00", edited_unixtime="1759413600",
            reactions=[{"type": "emoji", "count": 3, "emoji": "😡"}, {"type": "emoji", "count": 2, "emoji": "👍"}]),
    message(3, 1759328970, "2025-10-01T10:29:30", "same here", from_id="user45", reply_to_message_id=2,
            **{"from": None}),
    message(4, 1759329000, "2025-10-01T10:30:00", "Communiqué de Rivage", from_id="channel9", forwarded_from="Rivage",
            media_type="photo"),
]  # fmt: skip
GROUP = {"name": "Sociétaires", "type": "public_supergroup", "id": 1234567890, "messages": MESSAGES}
CHANNEL = {"name": "Rivage", "type": "public_channel", "id": 9, "messages": [message(
    2, 1759330000, "2025-10-01T10:46:40", "Nous vérifions", from_id="channel9")]}  # fmt: skip
TALK = {"name": "Ami", "type": "personal_chat", "id": 77, "messages": [message(
    1, 1759331000, "2025-10-01T11:03:20", "entre nous")]}  # fmt: skip
ACCOUNT = {
    "about": "Here is the data you requested.", "contacts": {"about": "x", "list": [{"first_name": "Zoé"}]},
    "personal_information": {"user_id": 44, "first_name": "Léa", "phone_number": "+1 418"},
    "chats": {"about": "This page lists all chats from this export.", "list": [GROUP, CHANNEL, TALK]},
}  # fmt: skip
POSTS = (
    None,
    {"published_at": "2025-10-01T14:22:45+00:00", "native_id": "1234567890/2", "handle": "user44", "kind": "post",
     "author_name": "Léa B", "text": "Prélevée deux fois 😡\nhttps://rivage.example/p", "likes": 5, "views": None,
     "replies": None, "url": None, "parent_id": None},
    {"published_at": "2025-10-01T14:29:30+00:00", "kind": "reply", "parent_id": "1234567890/2", "handle": "user45",
     "author_name": None, "likes": None},
    {"kind": "repost", "repost_of_handle": "Rivage", "handle": "channel9"},
)  # fmt: skip
BEFORE = {**GROUP, "messages": [
    {name: value for name, value in one.items() if name != "date_unixtime"} for one in MESSAGES]}  # fmt: skip

SAMPLES = (
    Sample("one chat", POSTS, data=whole(GROUP), also={"zone": "UTC", "platform": "telegram", "questions": ()}),
    Sample("a whole account", (*POSTS, {"native_id": "9/2", "text": "Nous vérifions"}, None), data=whole(ACCOUNT),
           also={"platform": "telegram"}),
    Sample("before 2022, hours of the computer alone", (None, {"published_at": "2025-10-01T10:22:45+00:00"},
                                                        {"kind": "reply"}, {"kind": "repost"}), data=whole(BEFORE)),
)  # fmt: skip
