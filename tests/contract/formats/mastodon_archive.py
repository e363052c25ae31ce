from tests.contract.formats import Sample, whole

ME = "https://piaille.example/users/rivage"
PUBLIC = "https://www.w3.org/ns/activitystreams#Public"


def wrote(number: int, minute: int, content: str, *, to: list[str], **more: object) -> dict:
    uri, at = f"{ME}/statuses/{number}", f"2025-10-01T14:{minute}:00Z"
    return {
        "id": f"{uri}/activity", "type": "Create", "actor": ME, "published": at, "to": to, "cc": [f"{ME}/followers"],
        "object": {"id": uri, "type": "Note", "summary": None, "inReplyTo": None, "published": at, "attributedTo": ME,
                   "url": f"https://piaille.example/@rivage/{number}", "to": to, "cc": [], "sensitive": False,
                   "content": content, "contentMap": {"fr": content}, "attachment": [], "tag": [], **more},
    }  # fmt: skip


OUTBOX = {
    "@context": "https://www.w3.org/ns/activitystreams", "id": "outbox.json", "type": "OrderedCollection",
    "totalItems": 4,
    "orderedItems": [
        wrote(1, 22, "<p>Nous vérifions 🙏<br>Merci</p>", to=[PUBLIC]),
        wrote(2, 40, "<p>Remboursé.</p>", to=[PUBLIC], inReplyTo="https://autre.example/users/lea/statuses/9",
              summary="Rivage"),
        {"id": f"{ME}/statuses/3/activity", "type": "Announce", "actor": ME, "published": "2025-10-01T14:41:00Z",
         "to": [PUBLIC], "cc": [], "object": "https://autre.example/users/autorite/statuses/5"},
        wrote(4, 42, "<p>Entre nous</p>", to=["https://autre.example/users/lea"]),
    ],
}  # fmt: skip

SAMPLES = (
    Sample(
        "outbox.json",
        data=whole(OUTBOX),
        posts=(
            {"published_at": "2025-10-01T14:22:00+00:00", "native_id": f"{ME}/statuses/1", "kind": "post",
             "text": "Nous vérifions 🙏\nMerci", "handle": "rivage@piaille.example", "lang_declared": "fr",
             "url": "https://piaille.example/@rivage/1", "is_owned": True, "likes": None, "replies": None},
            {"kind": "reply", "parent_id": "https://autre.example/users/lea/statuses/9", "text": "Rivage\nRemboursé."},
            {"kind": "repost", "repost_of": "https://autre.example/users/autorite/statuses/5", "text": "",
             "is_owned": True},
            None,
        ),
        also={"zone": "UTC", "platform": "mastodon", "questions": ()},
    ),
)  # fmt: skip
