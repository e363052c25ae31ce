"""Platform ids. X ids carry their own clock: (id >> 22) + 1288834974657 milliseconds since 1970."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

X_EPOCH_MS = 1_288_834_974_657
OLDEST, NEWEST = 10**15, 2**63
MIXED = 0.05  # rows that may repeat an id and say something else: a few posts are edited
# "lea_b/status/1", and without the account: "i/web/status/1", "statuses/1".
X_STATUS = r"(?:^|[/.])(?:twitter\.com|x\.com)/(?:[^/\s]+/){0,2}status(?:es)?/(?P<id>\d{5,20})"
X_OWNER = r"(?:^|[/.])(?:twitter\.com|x\.com)/(?P<who>[A-Za-z0-9_]{1,20})/status"
STATUS = re.compile(X_STATUS, re.IGNORECASE)
ROUNDED = re.compile(r"^\d(?:[.,]\d+)?[eE]\+?\d{2}$")
_START = datetime(1970, 1, 1, tzinfo=UTC)


def is_x_id(text: str) -> bool:
    """Whether a text can be an X id issued since November 2010."""
    return text.isascii() and text.isdigit() and 15 <= len(text) <= 19 and OLDEST <= int(text) < NEWEST


def x_time(native_id: str) -> datetime:
    """The instant an X id was issued (milliseconds). Only for ids that `is_x_id` accepts."""
    return _START + timedelta(milliseconds=(int(native_id) >> 22) + X_EPOCH_MS)


def x_id_of_url(url: str) -> str | None:
    """The X id in the address of a post, if there is one."""
    found = STATUS.search(url)
    return found.group("id") if found else None


def is_rounded(text: str) -> bool:
    """An id a spreadsheet shows as 5.70306E+17."""
    return bool(ROUNDED.match(text))


def all_rounded(ids: Sequence[str]) -> bool:
    """Whether a spreadsheet has kept 15 figures of a column and made the rest zeros (by chance: 1 id in 100)."""
    long = [one for one in ids if one.isdigit() and len(one) >= 17]
    return len(long) >= 3 and sum(one.endswith("00") for one in long) > len(long) / 2


def is_platform_id(ids: Sequence[str], posts: Sequence[object]) -> bool:
    """Whether a column holds ids of a platform. A running number is one file's own and would collide with the next.

    posts: what each row says; see `tells_apart`.
    """
    filled = [one for one in ids if one]
    short = sum(one.isdigit() and len(one.lstrip("0")) < 9 for one in filled)
    return bool(filled) and short <= len(filled) / 2 and tells_apart(ids, posts)


def tells_apart(ids: Sequence[str], posts: Sequence[object]) -> bool:
    """Whether rows with one id say one thing. The address of a video stands on each of its comments: it is no id."""
    first: dict[str, object] = {}
    pairs = [(one, post) for one, post in zip(ids, posts, strict=True) if one]
    mixed = sum(first.setdefault(one, post) != post for one, post in pairs)
    return mixed <= MIXED * len(pairs)
