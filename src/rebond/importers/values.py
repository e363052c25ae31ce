"""How much a column looks like a field, judged by its values alone. 0 means not at all."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from rebond.importers.dates import looks_like_date
from rebond.importers.ids import is_x_id, x_id_of_url
from rebond.importers.names import plain

Values = Sequence[str]  # filled, stripped cells of one column
ENOUGH = 0.6  # share of filled cells that must look right
URL = re.compile(r"https?://\S+$", re.IGNORECASE)
HANDLE = re.compile(r"@?[\w.\-]{2,64}$")
WHOLE = re.compile(r"-?\d{1,3}(?:[ \u00a0\u202f,.]\d{3})+$|-?\d+(?:\.0+)?$")
AMOUNT = re.compile(r"-?[\d\s.,\u00a0\u202f]+[kKmM]?$")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?$")
STARS = re.compile(r"\d(?:[.,]\d+)?(?:\s*/\s*5)?$|[★☆⭐]{1,5}$|(?i:one|two|three|four|five)$")
TONES = frozenset(
    ("negative", "neutral", "positive", "mixed", "negatif", "neutre", "positif", "mixte", "negatives", "neutrals",
     "positives")
)  # fmt: skip
YES_NO = frozenset(
    ("true", "false", "yes", "no", "oui", "non", "vrai", "faux", "0", "1", "0.0", "1.0", "t", "f", "y", "n", "o")
)


def share(values: Values, test: Callable[[str], object]) -> float:
    """Share of the values that pass a test."""
    return sum(1 for value in values if test(value)) / len(values) if values else 0.0


def distinct(values: Values) -> float:
    """Distinct values per value."""
    return len(set(values)) / len(values) if values else 0.0


def is_printed_user(value: str) -> bool:
    """A user printed as a dictionary by a script."""
    return value.startswith("{") and value.endswith("}") and "'username'" in value


def url_score(values: Values) -> float:
    alike = share(values, URL.match)
    status = share(values, x_id_of_url)
    return alike + distinct(values) + status if alike >= ENOUGH else 0.0


def date_score(values: Values) -> float:
    """Dates, the more varied and the better in order the better: exports are sorted by the date of the post."""
    alike = share(values, looks_like_date)
    if alike < 0.9 or share(values, is_x_id) > 0.5:
        return 0.0
    return alike + distinct(values) + 2 * sortedness(values)


def sortedness(values: Values) -> float:
    """Share of neighbours in the usual order, up or down, between 0 (none more than chance) and 1. ISO forms only."""
    pairs = [(a, b) for a, b in pairwise(values) if a != b]
    if not pairs:
        return 0.0
    up = sum(a < b for a, b in pairs) / len(pairs)
    return abs(up - 0.5) * 2


def text_score(values: Values) -> float:
    if share(values, looks_like_date) >= 0.5 or share(values, is_printed_user) >= 0.5:
        return 0.0
    length = sum(map(len, values)) / len(values)
    spaced = share(values, lambda value: value.count(" ") >= 2)
    wordy = spaced >= 0.5 and length >= 15 and distinct(values) >= 0.2
    return length * distinct(values) if wordy and share(values, URL.match) < 0.5 else 0.0


def id_score(values: Values) -> float:
    alike = share(values, is_x_id)
    clock = share(values, looks_like_date)  # microseconds since 1970 have the length of an id
    return alike + distinct(values) if alike >= 0.9 and clock < 0.5 and distinct(values) > 0.5 else 0.0


def handle_score(values: Values) -> float:
    if share(values, is_printed_user) >= 0.9:
        return 3.0
    named = share(values, lambda v: HANDLE.match(v) and not WHOLE.match(v) and not looks_like_date(v))
    if named < 0.9 or len(set(values)) < 2 or share(values, lambda v: v.lower() in YES_NO or plain(v) in TONES) > 0.5:
        return 0.0
    at_sign = share(values, lambda value: value.startswith("@"))
    return distinct(values) + at_sign if distinct(values) > 0.15 or at_sign > 0.5 else 0.0


def language_score(values: Values) -> float:
    known = share(values, LANGUAGE.match) == 1.0 and len(values) > 3
    common = share(values, lambda value: value[:2] in ("en", "fr", "es", "de", "it", "pt", "un"))
    return 1.0 if known and len(set(values)) <= 60 and common > 0.5 else 0.0


def tone_score(values: Values) -> float:
    return 1.0 if share(values, lambda value: plain(value) in TONES) >= 0.95 else 0.0


# Tried in this order; a column serves once.
SCORES: tuple[tuple[str, Callable[[Values], float]], ...] = (
    ("url", url_score), ("native_id", id_score), ("published_at", date_score), ("text", text_score),
    ("tone_declared", tone_score), ("lang_declared", language_score), ("handle", handle_score),
)  # fmt: skip


def _amount(value: str) -> bool:
    return bool(AMOUNT.match(value)) and any(c.isdigit() for c in value)


FLAGS = ("is_repost", "is_reply", "is_quote", "is_owned", "verified")
# What the values of a column must not contradict when its name proposes a field: (test, share that must pass).
CONFIRM: dict[str, tuple[Callable[[str], object], float]] = {
    "published_at": (lambda v: looks_like_date(v) or re.match(r"\d{5}(?:[.,]\d+)?$", v), ENOUGH),
    "time": (lambda v: re.search(r"\d", v) and len(v) <= 30, ENOUGH),
    "url": (lambda v: URL.match(v) or (re.match(r"\S+\.\S+$", v) and not WHOLE.match(v)), ENOUGH),
    "handle": (lambda v: (len(v) <= 120 and not URL.match(v)) or v.startswith("{"), 0.5),
    "text": (lambda v: not URL.match(v) and not looks_like_date(v) and not WHOLE.match(v), 0.3),
    "title": (lambda v: not URL.match(v) and not WHOLE.match(v), 0.3),
    "rating": (STARS.match, 0.9),
    "platform": (lambda v: len(v) <= 80 and not WHOLE.match(v), 0.8),
    "lang_declared": (lambda v: len(v) <= 40 and not any(c.isdigit() for c in v), 0.8),
    "native_id": (lambda v: len(v) <= 200 and " " not in v and not looks_like_clock(v), 0.9),
    "kind": (lambda v: len(v) <= 40, 0.9),
    "tone_declared": (lambda v: len(v) <= 20, 0.9),
    "parent_id": (lambda v: len(v) <= 200 and " " not in v, 0.9),
    "root_id": (lambda v: len(v) <= 200 and " " not in v, 0.9),
    **dict.fromkeys(("repost_of", "quote_of"), (lambda v: len(v) <= 300 and " " not in v, 0.9)),
    **dict.fromkeys(("likes", "reposts", "replies", "views", "followers"), (_amount, ENOUGH)),
    **dict.fromkeys(FLAGS, (lambda v: v.lower() in YES_NO, 0.9)),
}


def looks_like_clock(value: str) -> bool:
    """A date with marks, which no id is (a bare number may be both)."""
    return not value.isdigit() and looks_like_date(value)


def confirms(field: str, values: Values) -> bool:
    """Whether the values of a column agree with the field its name proposes. An empty column proves nothing."""
    if not values:
        return field not in ("published_at", "url", "native_id")
    test, enough = CONFIRM.get(field, (lambda value: True, 0.0))
    return share(values, test) >= enough
