from tests.contract.formats import Sample, lines, whole

LEA = {
    "id": "109", "username": "lea", "acct": "lea", "url": "https://piaille.example/@lea", "display_name": "Léa 🌊",
    "uri": "https://piaille.example/users/lea", "locked": False, "bot": False, "noindex": False,
    "note": "<p>Sociétaire &amp; mère<br />Rimouski</p>", "created_at": "2022-11-01T00:00:00.000Z",
    "followers_count": 840, "following_count": 2, "statuses_count": 9,
}  # fmt: skip
OMAR = {**LEA, "id": "110", "username": "omar", "acct": "omar@autre.example", "display_name": "", "note": "",
        "url": "https://autre.example/@omar", "followers_count": 0, "noindex": None}  # fmt: skip
ASKED = {
    "id": "115300000000000001", "uri": "https://piaille.example/users/lea/statuses/1", "account": LEA, "language": "fr",
    "created_at": "2025-10-01T14:22:45.120Z", "visibility": "public", "sensitive": True, "spoiler_text": "Banques",
    "content": "<p>Prélevée <strong>deux</strong> fois 😡 &lt;3</p><p>Voir <a href=\"https://rivage.example/p\">"
               "<span class=\"invisible\">https://</span><span>rivage.example/p</span></a></p>",
    "media_attachments": [], "mentions": [], "tags": [{"name": "rivage", "url": "x"}], "emojis": [], "reblog": None,
    "reblogs_count": 3, "favourites_count": 12, "replies_count": 0, "url": "https://piaille.example/@lea/1",
    "in_reply_to_id": None, "in_reply_to_account_id": None, "edited_at": "2025-10-01T15:00:00.000Z", "poll": None,
}  # fmt: skip
ANSWER = {**ASKED, "id": "115300000000000002", "account": OMAR, "spoiler_text": "", "content": "<p>same here</p>",
          "created_at": "2025-10-01T14:40:10.000Z", "in_reply_to_id": "115300000000000001", "language": "en",
          "visibility": "unlisted", "favourites_count": 0, "url": "https://autre.example/@omar/2"}  # fmt: skip
REBLOG = {**ASKED, "id": "115300000000000003", "account": OMAR, "reblog": ASKED, "reblogs_count": 0,
          "favourites_count": 0, "created_at": "2025-10-01T14:41:00.000Z", "url": None}  # fmt: skip
PRIVATE = {**ASKED, "id": "115300000000000004", "visibility": "private", "created_at": "2025-10-01T14:42:00.000Z"}
REFUSED = {**ASKED, "id": "115300000000000005", "account": {**OMAR, "noindex": True},
           "created_at": "2025-10-01T14:43:00.000Z"}  # fmt: skip
QUOTE = {**ANSWER, "id": "115300000000000006", "in_reply_to_id": None, "created_at": "2025-10-01T14:44:00.000Z",
         "content": "<p>à lire</p>", "quote": {"state": "accepted", "quoted_status": ASKED}}  # fmt: skip
ALL = (ASKED, ANSWER, REBLOG, PRIVATE, REFUSED, QUOTE)
POSTS = (
    {"published_at": "2025-10-01T14:22:45.120000+00:00", "native_id": "115300000000000001", "kind": "post",
     "handle": "lea@piaille.example", "author_name": "Léa 🌊", "profile": "Sociétaire & mère\nRimouski",
     "text": "Banques\nPrélevée deux fois 😡 <3\nVoir https://rivage.example/p", "followers": 840, "likes": 12,
     "reposts": 3, "replies": 0, "views": None, "verified": None, "lang_declared": "fr",
     "url": "https://piaille.example/@lea/1"},
    {"kind": "reply", "parent_id": "115300000000000001", "handle": "omar@autre.example", "author_name": None,
     "followers": 0, "likes": 0, "text": "same here"},
    {"kind": "repost", "repost_of": "115300000000000001", "repost_of_handle": "lea", "url": None},
    None, None,
    {"kind": "quote", "parent_id": "115300000000000001"},
)  # fmt: skip
UTC = {"zone": "UTC", "platform": "mastodon", "questions": ()}

SAMPLES = (
    Sample("a list of statuses", POSTS, data=whole(list(ALL)), also=UTC),
    Sample("one status a line", POSTS, data=lines(*ALL), also=UTC),
    Sample("an answer of the search", POSTS, also=UTC,
           data=whole({"accounts": [], "statuses": list(ALL), "hashtags": []})),
)  # fmt: skip
