"""Which column is what: by its name in French or English, else by its values.

A name proposes, the values confirm: a column called "date" whose cells are no dates is not the date. Files without
a header, or with names nobody knows, are read by their values alone.
"""

import re
import tomllib
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache
from importlib import resources

from rebond.importers.dates import looks_like_date
from rebond.importers.ids import is_x_id, x_id_of_url
from rebond.importers.source import ColumnMap

ENOUGH = 0.6                                   # share of filled cells that must look right
MOST_COLUMNS = 2_000
URL = re.compile(r"^\s*https?://\S+$", re.IGNORECASE)
HANDLE = re.compile(r"^@?[\w.\-]{2,50}$")
WHOLE = re.compile(r"^-?\d{1,3}(?:[  ,\u202f]?\d{3})*$|^-?\d+(?:\.0+)?$")
LANGUAGE = re.compile(r"^[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?$")
TONES = frozenset(
    "negative neutral positive mixed negatif neutre positif mixte negatives neutrals positives".split()
)
COUNTS = ("likes", "reposts", "replies", "views", "followers")


@cache
def synonyms() -> dict[str, tuple[str, ...]]:
    """field → names, in order of preference."""
    table = tomllib.loads((resources.files("rebond.importers") / "fields.toml").read_text("utf-8"))
    return {field: tuple(entry["names"]) for field, entry in table.items()}


def plain(name: str) -> str:
    """A column name without case, accents, marks: the form names are compared in."""
    bare = unicodedata.normalize("NFKD", name.replace("\ufeff", "")).encode("ascii", "ignore").decode()
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", bare) if not bare.isupper() else bare
    return " ".join(re.sub(r"[^a-z0-9]+", " ", spaced.lower()).split())


def map_columns(header: Sequence[str], sample: Sequence[Sequence[str]]) -> ColumnMap:
    """Columns of a table. header: names, or empty; sample: some rows, of any width."""
    width = max([len(header), *(len(row) for row in sample)], default=0)
    cells = [[row[i].strip() for row in sample if i < len(row) and row[i].strip()] for i in range(width)]
    columns: dict[str, int] = {}
    by: dict[str, str] = {}
    for field, at in _by_name(header, cells):
        columns[field], by[field] = at, "name"
    for field, at in _by_values(cells, columns):
        columns[field], by[field] = at, "values"
    return ColumnMap(columns=columns, by=by, header=tuple(header))


def _by_name(header: Sequence[str], cells: list[list[str]]) -> list[tuple[str, int]]:
    names = [plain(name) for name in header]
    squeezed = [name.replace(" ", "") for name in names]
    taken: set[int] = set()
    found: list[tuple[str, int]] = []
    for field, wanted in synonyms().items():
        for name in wanted:
            places = [i for i, n in enumerate(names) if (n == name or squeezed[i] == name.replace(" ", ""))
                      and i not in taken and _fits(field, cells[i])]
            if places:
                found.append((field, places[0]))
                taken.add(places[0])
                break
    return found


def _fits(field: str, values: list[str]) -> bool:
    """Whether the values of a column do not contradict its name."""
    test = CONFIRM.get(field)
    if not values:
        return field not in ("published_at", "url", "native_id")
    return test is None or _share(values, test) >= ENOUGH


def _by_values(cells: list[list[str]], known: dict[str, int]) -> list[tuple[str, int]]:
    """Fields no name gave, read off the values: url, date, text, id, handle, language, tone, in that order."""
    free = [i for i in range(len(cells)) if i not in known.values() and cells[i]]
    found: list[tuple[str, int]] = []
    for field, score in SCORES:
        if field in known or (field == "published_at" and "published_at" in known):
            continue
        scored = [(score(cells[i]), -i) for i in free]
        best = max(scored, default=(0.0, 0))
        if best[0] > 0:
            at = -best[1]
            found.append((field, at))
            free.remove(at)
    return found


def _share(values: list[str], test: Callable[[str], object]) -> float:
    return sum(1 for value in values if test(value)) / len(values)


def _distinct(values: list[str]) -> float:
    return len(set(values)) / len(values)


# --- how much a column looks like a field; 0 means not at all ---------------------------------------
def _url_score(values: list[str]) -> float:
    share = _share(values, URL.match)
    return share + _distinct(values) if share >= ENOUGH else 0.0


def _date_score(values: list[str]) -> float:
    share = _share(values, looks_like_date)
    return share + _distinct(values) if share >= 0.9 and _share(values, is_x_id) < 0.5 else 0.0


def _text_score(values: list[str]) -> float:
    length = sum(map(len, values)) / len(values)
    spaced = _share(values, lambda v: v.count(" ") >= 2)
    wordy = spaced >= 0.5 and length >= 15 and _distinct(values) >= 0.2
    return length * _distinct(values) if wordy and _share(values, looks_like_date) < 0.5 else 0.0


def _id_score(values: list[str]) -> float:
    return _share(values, is_x_id) if _share(values, is_x_id) >= 0.9 else 0.0


def _handle_score(values: list[str]) -> float:
    named = _share(values, lambda v: HANDLE.match(v) and not WHOLE.match(v) and not looks_like_date(v))
    if named < 0.9 or len(set(values)) < 2:
        return 0.0
    at_sign = _share(values, lambda v: v.startswith("@"))
    return _distinct(values) + at_sign if _distinct(values) > 0.15 or at_sign > 0.5 else 0.0


def _language_score(values: list[str]) -> float:
    return 1.0 if _share(values, LANGUAGE.match) == 1.0 and 1 <= len(set(values)) <= 60 and len(values) > 3 else 0.0


def _tone_score(values: list[str]) -> float:
    return 1.0 if _share(values, lambda v: plain(v) in TONES) >= 0.95 else 0.0


SCORES: tuple[tuple[str, Callable[[list[str]], float]], ...] = (
    ("url", _url_score), ("published_at", _date_score), ("text", _text_score), ("native_id", _id_score),
    ("tone_declared", _tone_score), ("lang_declared", _language_score), ("handle", _handle_score),
)  # fmt: skip

CONFIRM: dict[str, Callable[[str], object]] = {
    "published_at": looks_like_date,
    "url": lambda v: URL.match(v) or x_id_of_url(v) or "." in v,
    "handle": lambda v: len(v) <= 120 or v.startswith("{"),
    "text": lambda v: not URL.match(v) and not looks_like_date(v),
    "rating": lambda v: re.match(r"^\d(?:[.,]\d+)?(?:\s*/\s*5)?$", v),
    "platform": lambda v: len(v) <= 80,
    **dict.fromkeys(COUNTS, lambda v: re.match(r"^-?[\d\s.,\u00a0\u202f]+[kKmM]?$", v)),
    "lang_declared": lambda v: len(v) <= 20,
    "native_id": lambda v: len(v) <= 200 and " " not in v,
    "kind": lambda v: len(v) <= 40,
    "tone_declared": lambda v: len(v) <= 20,
}


def header_row(rows: Sequence[Sequence[str]], width: int) -> int | None:
    """Index of the header among the first rows; None when the file has none (its first full row is data already)."""
    known = {name for names in synonyms().values() for name in names}
    squeezed = {name.replace(" ", "") for name in known}
    for n, row in enumerate(rows[:40]):
        filled = [cell for cell in row if cell.strip()]
        if len(row) < max(1, width - 1) or not filled:
            continue
        hits = sum(plain(c) in known or plain(c).replace(" ", "") in squeezed for c in filled)
        if hits >= 2 or (hits == 1 and len(filled) <= 2):
            return n
        data = any(looks_like_date(c) or URL.match(c.strip()) or is_x_id(c.strip()) for c in filled)
        return None if data or any(len(c) > 60 for c in filled) else n
    return None
