"""Which column is what: by its name in French or English, else by its values.

A name proposes, the values confirm: a column called "date" whose cells are no dates is not the date. Files without
a header, or with names nobody knows, are read by their values alone. Where X ids stand beside several dates, their
clock says which one is the date of the post.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rebond.importers import values as look
from rebond.importers.clock import coherence
from rebond.importers.collected import FIELD as COLLECTED
from rebond.importers.collected import is_collected
from rebond.importers.dates import read_date
from rebond.importers.delays import read_delay
from rebond.importers.format import Format
from rebond.importers.ids import is_x_id, x_id_of_url
from rebond.importers.names import forms, impostors, is_known, plain, squeezed, synonyms
from rebond.importers.source import ColumnMap, Dates

MOST_COLUMNS = 2_000
JUDGED = 200  # cells of a column looked at to judge what it is
ONE_COLUMN = ("published_at", "time", "native_id")  # what is decided on a whole column
FEW_CELLS, SOME_DATES = 10, 0.2  # of a column named as the date: fewer dates may have come there by chance
NEARLY_ALL = 0.95  # share of rows with an X id from which ids alone date them
HEADER_WITHIN = 40  # lines a preamble may have
# Words of a column of addresses that are not those of the posts.
NOT_OF_POST = frozenset(
    (
        "author", "user", "account", "profile", "profil", "image", "avatar", "picture", "photo", "media", "thumbnail",
        "banner", "icon", "logo", "expanded", "quoted", "retweeted", "links", "urls", "liens", "entities",
        "attachment", "attachments", "website",
    )
)  # fmt: skip

HOUR = re.compile(r"\d{1,2}\s?[:hH]\s?\d{2}(?::\d{2})?(?:\s?[aApP]\.?[mM]\.?)?$")
Rows = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the sample. cells: filled ones, stripped, spread over the sample; filled: share of its rows."""

    at: int
    name: str
    cells: tuple[str, ...]
    filled: float


def map_columns(header: Sequence[str], sample: Rows, known: Format | None = None) -> ColumnMap:
    """Columns of a table. header: names, or empty; sample: some rows, of any width; known: its format, if any."""
    columns = columns_in(header, sample)
    found, by = _by_name(columns, known)
    _by_values(columns, found, by, known.never if known else ())
    _partly_dated(columns, found, by)
    _dated_by_delays(columns, sample, found, by)
    _choose_date(columns, sample, found, by, known)
    needs_time = _needs_time(columns, found)
    if "time" in found and not needs_time:
        del found["time"], by["time"]
    if "time" not in found and needs_time and not (known and "time" in known.never):
        _hours_by_values(columns, found, by)
    return ColumnMap(columns=found, by=by, header=tuple(header))


def columns_in(header: Sequence[str], sample: Rows) -> list[Column]:
    """Each column of a table with the cells it is judged by."""
    width = max([len(header), *(len(row) for row in sample)], default=0)
    return [_column(at, header, sample) for at in range(width)]


def _column(at: int, header: Sequence[str], sample: Rows) -> Column:
    cells = [row[at].strip() for row in sample if at < len(row) and row[at] and not row[at].isspace()]
    step = max(1, len(cells) // JUDGED) | 1  # odd: of two values in turn, both are seen
    name = header[at] if at < len(header) else ""
    return Column(at, name, tuple(cells[::step][: 2 * JUDGED]), len(cells) / max(1, len(sample)))


# --- by name ----------------------------------------------------------------------------------------
def _by_name(columns: list[Column], known: Format | None) -> tuple[dict[str, int], dict[str, str]]:
    """Fields by the names of the format first, then by those that any file may use."""
    places: dict[str, list[Column]] = {}
    for column in columns:
        for rank, form in enumerate(forms(column.name)):
            places.setdefault(f"{rank}{form}", []).append(column)
    found = _of_format(columns, known) if known else {}
    for field, wanted in synonyms().items():
        if field in found or (known and field in known.never):
            continue
        at = _first_named(field, wanted, places, set(found.values()))
        if at is not None:
            found[field] = at
    return found, dict.fromkeys(found, "name")


def _of_format(columns: list[Column], known: Format) -> dict[str, int]:
    """The format's own names, each as a whole. Values still have their say: a name may change its meaning.

    A field read from several columns ("X Likes", "Facebook Likes") has each: likes, likes/2, …
    """
    named: dict[str, list[Column]] = {}
    for column in columns:
        named.setdefault(squeezed(column.name), []).append(column)
    found: dict[str, int] = {}
    for field, wanted in known.columns.items():
        kept = [column for name in wanted for column in _called(name, named)]
        places = list(
            dict.fromkeys(c.at for c in kept if c.cells and look.confirms(field, known.part_of(field, c.cells)))
        )
        for n, at in enumerate(places[:1] if field in ONE_COLUMN else places, start=1):
            found[field if n == 1 else f"{field}/{n}"] = at
    return found


def _called(name: str, named: Mapping[str, list[Column]]) -> list[Column]:
    """Columns of a name; of all names that begin so where it ends with a star."""
    wanted = squeezed(name)
    if not name.endswith("*"):
        return named.get(wanted, [])
    return [column for one, columns in named.items() if one.startswith(wanted) for column in columns]


def _first_named(field: str, wanted: Sequence[str], places: dict[str, list[Column]], taken: set[int]) -> int | None:
    """The best-named free column whose values agree. Full names go before names cut short."""
    never = impostors(field) if field in ("published_at", "parent_id") else frozenset()
    for rank in range(3):
        for name in wanted:
            for column in places.get(f"{rank}{name.replace(' ', '')}", ()):
                free = column.at not in taken and squeezed(column.name) not in never
                if free and look.confirms(field, column.cells):
                    return column.at
    return None


# --- by values --------------------------------------------------------------------------------------
def _by_values(columns: list[Column], found: dict[str, int], by: dict[str, str], never: Sequence[str]) -> None:
    """Fields no name gave: url, id, date, text, tone, language, account, in that order."""
    for field, score in look.SCORES:
        if field in found or field in never:
            continue
        free = [c for c in columns if c.at not in found.values() and c.cells and not named_otherwise(field, c)]
        best = max(((score(column.cells), -column.at) for column in free), default=(0.0, 0))
        if best[0] > 0:
            found[field], by[field] = -best[1], "values"


def named_otherwise(field: str, column: Column) -> bool:
    """A column whose name, or whose gaps, say that it is another thing."""
    if field == "published_at":
        return squeezed(column.name) in impostors(field)
    if field == "url":  # every post has an address; a link in its text or in a profile, only some
        return column.filled < 0.5 or bool(set(plain(column.name).split()) & NOT_OF_POST)
    return field in ("handle", "text") and is_known(column.name) and not set(forms(column.name)) & {
        name.replace(" ", "") for name in synonyms()[field]
    }  # fmt: skip


def _partly_dated(columns: list[Column], found: dict[str, int], by: dict[str, str]) -> None:
    """Failing any other, the column that its name calls the date, though many of its cells are none ("n/a")."""
    if "published_at" in found:
        return
    named = _called_dates(columns, found)
    share = {c.at: look.share(c.cells, look.looks_like_date) for c in named if len(c.cells) >= FEW_CELLS}
    best = max(share, key=lambda at: (share[at], -at), default=None)
    if best is not None and share[best] >= SOME_DATES:
        found["published_at"], by["published_at"] = best, "name"


def _called_dates(columns: list[Column], found: dict[str, int]) -> list[Column]:
    """Free columns that their names call the date."""
    wanted = {name.replace(" ", "") for name in synonyms()["published_at"]} - impostors("published_at")
    return [c for c in columns if wanted & set(forms(c.name)) and c.at not in found.values()]


def _dated_by_delays(columns: list[Column], sample: Rows, found: dict[str, int], by: dict[str, str]) -> None:
    """Failing dates and X ids, the column of the date that holds delays ("3 h"); and that of the hour of collection."""
    if "published_at" not in found and sum(map(bool, x_ids(found, sample))) < NEARLY_ALL * len(sample):
        named = (c for c in _called_dates(columns, found) if c.cells)
        delayed = next((c for c in named if look.share(c.cells, _dated_or_delayed) >= look.ENOUGH), None)
        if delayed is not None:
            found["published_at"], by["published_at"] = delayed.at, "name"
    at = found.get("published_at")
    if any(read_delay(cell) for c in columns if c.at == at for cell in c.cells):
        known = (c for c in columns if c.cells and is_collected(c.name) and c.at not in found.values())
        best = next((c for c in known if look.share(c.cells, look.looks_like_date) >= look.ENOUGH), None)
        if best is not None:
            found[COLLECTED], by[COLLECTED] = best.at, "name"


def _dated_or_delayed(cell: str) -> bool:
    return read_delay(cell) is not None or look.looks_like_date(cell)


def _choose_date(
    columns: list[Column], sample: Rows, found: dict[str, int], by: dict[str, str], known: Format | None
) -> None:
    """Among several dates, the one that agrees with the clock of the X ids, where there are any.

    The date of a known format stays where half of its cells agree: the others are slips.
    """
    ids = x_ids(found, sample)
    if not any(ids):
        return
    dated = [c.at for c in columns if c.cells and look.share(c.cells, look.looks_like_date) >= look.ENOUGH]
    free = [at for at in dated if at == found.get("published_at") or at not in found.values()]
    chosen = found.get("published_at")
    scores = {at: coherence([_cell(row, at) for row in sample], ids) for at in free}
    best = max(scores, key=lambda at: (scores[at] >= 0.9, at == chosen, -at), default=None)
    if known and chosen is not None and scores.get(chosen, 0.0) >= 0.5:
        return
    if best is not None and best != chosen and scores[best] >= 0.9:
        found["published_at"], by["published_at"] = best, "ids"


def x_ids(found: dict[str, int], sample: Rows) -> list[str | None]:
    """What may be the X id of each row: from its address, else from the id column."""
    url, own = found.get("url"), found.get("native_id")
    ids: list[str | None] = []
    for row in sample:
        one = x_id_of_url(_cell(row, url)) if url is not None else None
        if one is None and own is not None:
            cell = _cell(row, own)
            one = cell if is_x_id(cell) else None
        ids.append(one)
    return ids


def _cell(row: Sequence[str], at: int) -> str:
    return row[at].strip() if at < len(row) else ""


def _needs_time(columns: list[Column], found: dict[str, int]) -> bool:
    """The hour stands apart only where the date column holds days."""
    days = next((c.cells for c in columns if c.at == found.get("published_at")), ())
    return look.share(days, _is_day) >= look.ENOUGH


def _hours_by_values(columns: list[Column], found: dict[str, int], by: dict[str, str]) -> None:
    """Beside days, the only column whose cells are hours, whatever its name."""
    free = [c.at for c in columns if c.cells and c.at not in found.values() and look.share(c.cells, HOUR.match) >= 0.9]
    if len(free) == 1:
        found["time"], by["time"] = free[0], "values"


def _is_day(cell: str) -> bool:
    reading = read_date(cell, Dates())
    at_midnight = reading is not None and (reading.at.hour, reading.at.minute, reading.at.second) == (0, 0, 0)
    return at_midnight or (reading is None and cell.isdigit() and len(cell) == 5)


# --- header -----------------------------------------------------------------------------------------
def header_row(rows: Rows, width: int) -> int | None:
    """Index of the header among the first rows; None when the file has none (its first full row is data already)."""
    first = None
    for n, row in enumerate(rows[:HEADER_WITHIN]):
        filled = [cell for cell in row if cell and not cell.isspace()]
        known = sum(is_known(cell) for cell in filled)
        if known >= 3 or (known and (known >= 2 or width <= 2) and not _is_data(row)):
            return n
        if first is None and len(filled) > width / 2:
            first = n
    return None if first is None or _is_data(rows[first]) else first


def _is_data(row: Sequence[str]) -> bool:
    """A row that holds a date, an address, an id or a long text is no header."""
    cells = [cell.strip() for cell in row]
    return any(look.looks_like_date(c) or look.URL.match(c) or is_x_id(c) or len(c) > 60 for c in cells)
