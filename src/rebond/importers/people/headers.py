"""Which column of a table people keep is what: by its name in French or English, else by its values."""

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from rebond.importers.people.folding import plain
from rebond.importers.people.pages import Page, Row

LONGEST = 120  # signs of a cell that can be the name of a column
LOOK = 30  # rows in which a header may stand


@dataclass(frozen=True, slots=True)
class Table:
    """A page with its columns. columns: field → position; names: the header cells; rows: those below the header."""

    page: Page
    columns: Mapping[str, int]
    names: tuple[str, ...]
    rows: tuple[Row, ...]

    def get(self, row: Row, field: str) -> str:
        """The cell of a field, stripped; empty when there is no such column or nothing in it."""
        at = self.columns.get(field)
        return row.cells[at].strip() if at is not None and at < len(row.cells) else ""


def by_name(page: Page, kind: str, enough: Callable[[Mapping[str, int]], bool]) -> Table | None:
    """The table under the first row that names its columns. kind: table of columns.toml; enough: what must be named."""
    for n, row in enumerate(page.rows[:LOOK]):
        columns = named(row.cells, kind)
        if enough(columns):
            return Table(page, columns, row.cells, page.rows[n + 1 :])
    return None


def named(cells: Sequence[str], kind: str) -> dict[str, int]:
    """Fields the cells of a header name. A name read whole wins over one of its sides or its first words."""
    columns: dict[str, int] = {}
    for reading in (_whole, _sides, _opening):
        for at, cell in enumerate(cells):
            if at in columns.values() or not cell.strip() or len(cell) > LONGEST:
                continue
            field = next((f for name in reading(cell) if (f := _fields(kind).get(name)) and f not in columns), None)
            if field:
                columns[field] = at
    return columns


def field_named(cell: str, kind: str) -> str | None:
    """The field one cell names, whole or by one of its sides."""
    if len(cell) > LONGEST:
        return None
    return next((f for name in (*_whole(cell), *_sides(cell)) if (f := _fields(kind).get(name))), None)


def _whole(cell: str) -> list[str]:
    return [plain(cell)]


def _sides(cell: str) -> list[str]:
    bare = re.sub(r"\([^()]*\)", " ", cell)
    return [plain(bare), *(plain(side) for side in re.split(r"[/|\n]", bare))]


def _opening(cell: str) -> list[str]:
    """ "Heure (HAE)", "Date of the action": the first words, longest first; only for short headers."""
    words = plain(cell).split()
    return [" ".join(words[:n]) for n in range(min(len(words), 5), 0, -1)] if len(words) <= 6 else []


@cache
def _fields(kind: str) -> dict[str, str]:
    table = tomllib.loads((resources.files(__package__) / "columns.toml").read_text("utf-8"))[kind]
    fields: dict[str, str] = {}
    for field, names in table.items():
        for name in names:
            fields.setdefault(name, field)
    return fields


def column_values(rows: Sequence[Row], at: int) -> list[str]:
    """The filled cells of a column."""
    return [row.cells[at].strip() for row in rows if at < len(row.cells) and row.cells[at].strip()]
