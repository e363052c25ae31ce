"""Columns that could be a field: those that rival the one read, and those a person may name in its place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from rebond.importers import values as look
from rebond.importers.columns import Column, columns_in, named_otherwise
from rebond.importers.dates import read_date
from rebond.importers.glimpse import Glimpse
from rebond.importers.guided.mapping import column_of
from rebond.importers.source import ColumnMap, Dates
from rebond.sentences import Verbatim

SCORES = dict(look.SCORES)
# How near the score of the column read another must come to be its rival. Any other column of dates is one.
RIVALS = {"published_at": 0.0, "text": 0.2, "handle": 0.6}
HALF = 0.5  # of the rows of the one read: what few posts have is not what each post has
SAME = timedelta(hours=1)  # two dates nearer than this are one, for what a review says
ALIKE = 0.05  # share of rows in which two columns may differ and still be one
EXAMPLES, LONGEST = 3, 70


@dataclass(frozen=True, slots=True)
class Candidate:
    """A column that could be a field. score: how much its values look like it, above 0; filled: share of rows."""

    at: int
    score: float
    filled: float


def rivals(field: str, glimpse: Glimpse, read: ColumnMap) -> tuple[Candidate, ...]:
    """The column read for a field and those that could as well be it, the one read first; none when it is sure.

    Sure is what a name, the ids or a person told, and what no other column could be.
    """
    chosen = read.at(field)
    if field not in RIVALS or chosen is None or read.by.get(field) != "values":
        return ()
    taken = set(read.columns.values()) - {chosen}
    scored = [one for one in candidates(field, glimpse) if one.at not in taken]
    mine = next((one for one in scored if one.at == chosen), None)
    if mine is None:
        return ()
    near = [one for one in scored if one is not mine and one.score >= RIVALS[field] * mine.score]
    near = [one for one in near if one.filled >= HALF * mine.filled]
    others = [one for one in near if differing(field, glimpse, mine.at, one.at) > ALIKE]
    return (mine, *others) if others else ()


def candidates(field: str, glimpse: Glimpse) -> tuple[Candidate, ...]:
    """Columns whose values look like a field, and whose names do not say another thing; the likeliest first."""
    score = SCORES[field]
    found = [Candidate(c.at, score(c.cells), c.filled) for c in _filled(glimpse) if not named_otherwise(field, c)]
    return tuple(sorted((one for one in found if one.score > 0), key=lambda one: (-one.score, one.at)))


def nameable(field: str, glimpse: Glimpse) -> tuple[int, ...]:
    """Columns a person may name for a field: those whose values do not contradict it; every filled one, if none."""
    filled = _filled(glimpse)
    fitting = [column for column in filled if look.confirms(field, column.cells)]
    return tuple(column.at for column in fitting or filled)


def differing(field: str, glimpse: Glimpse, one: int, other: int) -> float:
    """Share of the sampled rows that two columns would read otherwise, 0 to 1."""
    pairs = [(_cell(row, one), _cell(row, other)) for row in glimpse.sample]
    apart = _dates_apart if field == "published_at" else str.__ne__
    return sum(a != b and bool(apart(a, b)) for a, b in pairs) / max(1, len(pairs))


def examples(glimpse: Glimpse, at: int) -> tuple[Verbatim, ...]:
    """Some cells of a column, each once, as the file writes them; long ones cut."""
    cells = (" ".join(_cell(row, at).split()) for row in glimpse.sample)
    distinct = list(dict.fromkeys(cell for cell in cells if cell))[:EXAMPLES]
    return tuple(Verbatim(cell if len(cell) <= LONGEST else cell[: LONGEST - 1] + "…") for cell in distinct)


def name_of(glimpse: Glimpse, at: int) -> str:
    """How a column is called: by its name, else by its number."""
    return str(column_of(glimpse.header, at))


def _filled(glimpse: Glimpse) -> Sequence[Column]:
    return [column for column in columns_in(glimpse.header, glimpse.sample) if column.cells]


def _cell(row: Sequence[str], at: int) -> str:
    return row[at].strip() if at < len(row) else ""


def _dates_apart(one: str, other: str) -> bool:
    first, second = read_date(one, Dates()), read_date(other, Dates())
    return first is None or second is None or abs(first.at - second.at) >= SAME
