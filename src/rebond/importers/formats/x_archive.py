"""The archive X hands to an account: `tweets.js` (older: `tweet.js`), alone or in its zip, beside `account.js`.

Only the posts of that account, so every one is marked as the organisation's own: what it did, not what was said of it.
Times are UTC and say so. The account is named where the zip is given. It never tells views, replies or followers.
"""

from collections.abc import Iterator
from typing import Any

from rebond.importers.format import Format, Signature
from rebond.importers.nested import inside, objects, written
from rebond.sentences import N_, say

LISTS = ("YTD.tweets", "YTD.tweet")


def opened(record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The posts of every part, with the account they are of."""
    account = next(iter(objects(record.get("YTD.account"), "")), {})
    who = {
        "username": written(account, "account.username"),
        "displayName": written(account, "account.accountDisplayName"),
    }
    for name in LISTS:
        for one in objects(record.get(name), ""):
            post = inside(one, "tweet") or one  # for some months of 2019 a post stood alone
            if isinstance(post, dict):
                yield {**post, **who, "own": "true"}


FORMAT = Format(
    key="x_archive",
    name=say(N_("X (personal archive)")),
    signatures=(Signature(("YTD.tweets",)), Signature(("YTD.tweet",))),
    zone="UTC",
    platform="x",
    columns={
        "published_at": ("created_at",),
        "text": ("full_text", "text"),
        "handle": ("username",),
        "author_name": ("displayName",),
        "native_id": ("id_str", "id"),
        "lang_declared": ("lang",),
        "parent_id": ("in_reply_to_status_id_str", "in_reply_to_status_id"),
        "likes": ("favorite_count",),
        "reposts": ("retweet_count",),
        "is_owned": ("own",),
    },
    never=("url", "views", "replies", "followers"),
    opened=opened,
    archive=(r"(?:^|/)data/account\.js$", r"(?:^|/)data/tweets?\.js$", r"(?:^|/)data/tweets?-part\d+\.js$"),
)
