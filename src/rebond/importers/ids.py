"""Platform ids. X ids carry their own clock: (id >> 22) + 1288834974657 milliseconds since 1970."""

import re
from datetime import UTC, datetime, timedelta

X_EPOCH_MS = 1_288_834_974_657
OLDEST, NEWEST = 10**15, 2**63
STATUS = re.compile(r"(?:twitter\.com|x\.com)/[^/\s]+/status(?:es)?/(\d{5,20})", re.IGNORECASE)
OWNER = re.compile(r"(?:twitter\.com|x\.com)/([A-Za-z0-9_]{1,20})/status", re.IGNORECASE)
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
    return found.group(1) if found else None


def is_rounded(text: str) -> bool:
    """An id a spreadsheet has rounded: 5.70306E+17, or long and ending in zeros."""
    return bool(ROUNDED.match(text)) or (len(text) >= 17 and text.isdigit() and text.endswith("0000"))
