"""What the address of a post says: which account, and when its platform issued its id.

Each clock was held against what its platform, or its code, publishes: docs/decisions/0066. Ids without a proved clock
(Facebook, YouTube, Reddit) give none.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from rebond.importers.ids import X_EPOCH_MS
from rebond.importers.platforms import of_host

DISCORD_EPOCH_MS = 1_420_070_400_000
INSTAGRAM_EPOCH_MS = 1_314_220_021_721
BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
SORTABLE = "234567abcdefghijklmnopqrstuvwxyz"
LONGEST = 2_048  # characters: browsers take no more
EARLIEST = datetime(2006, 3, 1, tzinfo=UTC)  # no platform here is older: a number below it is no id of a post
LATEST = datetime(2100, 1, 1, tzinfo=UTC)
FOLLOWING = re.compile(r"utm_\w+|fbclid|gclid|igsh|igshid|si|s|t|ref|ref_src|ref_url|rcm|_r|_t|mibextid")
_START = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Address:
    """What an address tells.

    url: https, without what follows readers about. native_id: None where an id is that of one server or channel only.
    issued: instant the id was made (UTC), exact to `precision`; None where no clock is proved. shared: by several
    posts, so that it tells the place alone.
    """

    url: str
    platform: str
    native_id: str | None = None
    handle: str | None = None
    issued: datetime | None = None
    precision: str = "second"
    shared: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """Posts of one platform. path: of the address, with the id (local: of one server alone) and who it is by."""

    platform: str
    path: re.Pattern[str]
    microseconds: Callable[[str], int] | None = None  # of the id, since 1970
    precision: str = "second"


def address_of(cell: str) -> Address | None:
    """The address in a cell, as people paste it; None when there is none."""
    text = cell.strip()
    if len(text) > LONGEST:
        return None
    if not re.match(r"(?i)https?://", text):
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:  # brackets of IPv6 that do not close
        return None
    if "." not in host or re.search(r"\s", text):
        return None
    kept = [(name, value) for name, value in parse_qsl(parts.query, True) if not FOLLOWING.fullmatch(name)]
    url = urlunsplit(("https", host, parts.path.rstrip("/"), urlencode(kept), ""))
    return _placed(url, of_host(host), parts.path)


def _placed(url: str, platform: str, path: str) -> Address:
    for place in PLACES:
        found = place.path.match(path) if place.platform == platform or place is ELSEWHERE else None
        if found is None:
            continue
        named = found.groupdict()
        issued = _issued(place, named.get("id") or named.get("local"))
        if place is ELSEWHERE and issued is None:
            continue
        return Address(url, place.platform, named.get("id"), named.get("who"), issued, place.precision)
    return Address(url, platform)


def _issued(place: _Place, id: str | None) -> datetime | None:
    if place.microseconds is None or id is None:
        return None
    try:
        at = _START + timedelta(microseconds=place.microseconds(id))
    except (ValueError, OverflowError):
        return None
    return at if EARLIEST <= at < LATEST else None


# --- clocks -------------------------------------------------------------------------------------------
def _snowflake(bits: int, epoch_ms: int) -> Callable[[str], int]:
    return lambda id: ((int(id) >> bits) + epoch_ms) * 1000


def _in_base(digits: str, text: str) -> int:
    number = 0
    for sign in text:
        number = number * len(digits) + digits.index(sign)
    return number


def _of_tiktok(id: str) -> int:
    return (int(id) >> 32) * 1_000_000


def _of_bluesky(id: str) -> int:
    return _in_base(SORTABLE, id) >> 10


def _of_instagram(id: str) -> int:
    """Eleven signs hold the id; a private post adds a key after them."""
    return ((_in_base(BASE64, id[:11]) >> 23) + INSTAGRAM_EPOCH_MS) * 1000


ELSEWHERE = _Place("mastodon", re.compile(r"/@(?P<who>[\w.@-]+)/(?P<local>\d{17,18})(?:/|$)"), _snowflake(16, 0))
PLACES = (
    _Place("x", re.compile(r"/(?:i/(?:web/)?|(?P<who>\w{1,20})/)status(?:es)?/(?P<id>\d{15,19})(?!\d)"),
           _snowflake(22, X_EPOCH_MS)),
    _Place("bluesky", re.compile(r"/profile/(?P<who>[\w.:-]+)/post/(?P<id>[2-7a-j][2-7a-z]{12})(?:/|$)"), _of_bluesky),
    _Place("mastodon", ELSEWHERE.path, _snowflake(16, 0)),
    _Place("discord", re.compile(r"/channels/(?:\d+|@me)/\d+/(?P<id>\d{17,19})(?:/|$)"),
           _snowflake(22, DISCORD_EPOCH_MS)),
    _Place("linkedin", re.compile(r"/posts/(?P<who>[^_/]+)_.*-(?:activity|share|ugcPost)-(?P<id>\d{19})(?!\d)"),
           _snowflake(22, 0)),
    _Place("linkedin", re.compile(r"/(?:feed/update|embed/feed/update)/urn:li:(?:activity|share|ugcPost):(?P<id>\d{19})"
                                  r"(?!\d)"), _snowflake(22, 0)),
    _Place("tiktok", re.compile(r"/@(?P<who>[\w.]+)/(?:video|photo)/(?P<id>\d{18,20})(?!\d)"), _of_tiktok, "minute"),
    _Place("instagram", re.compile(r"/(?:(?P<who>[\w.]+)/)?(?:p|reel|reels|tv)/(?P<id>[\w-]{10,39})(?:/|$)"),
           _of_instagram, "hour"),
    _Place("threads", re.compile(r"/@(?P<who>[\w.]+)/post/(?P<id>[\w-]+)")),
    _Place("reddit", re.compile(r"/(?:r/\w+/|user/(?P<who>[\w-]+)/)?comments/(?P<id>\w+)(?:/[^/]*)?/?$")),
    _Place("telegram", re.compile(r"/(?:s/)?(?P<who>[A-Za-z]\w{3,})/\d+$")),
    _Place("facebook", re.compile(r"/(?!groups/|watch|share|story|permalink|photo|reel|events/|profile\.php)"
                                  r"(?P<who>[\w.-]+)/(?:posts|videos|photos)/")),
    ELSEWHERE,
)  # fmt: skip
