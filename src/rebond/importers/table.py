"""Columns of text, those that feed a field: what every table becomes before its cells are given a meaning."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from rebond.importers.cells import Lines, by_distinct, filled
from rebond.importers.markup import text_of
from rebond.importers.source import Problem, Recognition
from rebond.tables import NOTHING


@dataclass(frozen=True, slots=True)
class Table:
    """Columns of a chunk. text: cells as they stand; the others are asked for by `get`, trimmed, empty ones null.

    lines: first physical line of each row.
    """

    cells: Mapping[str, pa.StringArray]
    lines: Lines

    def get(self, field: str) -> pa.StringArray | None:
        column = self.cells.get(field)
        return None if column is None else filled(column)

    def having(self, **cells: pa.StringArray) -> "Table":
        """The same rows, with these columns added or put in the place of others."""
        return Table({**self.cells, **cells}, self.lines)

    def filter(self, kept: pa.BooleanArray) -> "Table":
        """The rows that stay."""
        cells = {name: column.filter(kept) for name, column in self.cells.items()}
        return Table(cells, self.lines[kept.to_numpy(zero_copy_only=False)])

    def __len__(self) -> int:
        return len(self.lines)


def columns_of(rows: list[list[str]], lines: list[int], found: Recognition, problems: list[Problem]) -> Table:
    """Rows as columns of text, those that feed a field. lines[i]: first physical line of rows[i]."""
    width = int(str(found.details["width"]))
    if set(map(len, rows)) - {width}:
        rows[:] = [_fitted(row, width, line, problems) for row, line in zip(rows, lines, strict=True)]
    columns = list(zip(*rows, strict=True)) or [()] * width
    cells = {field: pa.array(columns[at], pa.string()) for field, at in found.mapping.columns.items()}
    return Table(cells, np.array(lines, np.int64))


def gathered(table: Table) -> Table:
    """Fields read from several columns as one: the first filled cell of likes, likes/2, …"""
    parts: dict[str, list[pa.StringArray]] = {}
    for name, cells in table.cells.items():
        parts.setdefault(name.partition("/")[0], []).append(cells)
    if len(parts) == len(table.cells):
        return table
    whole = {name: some[0] if len(some) == 1 else pc.coalesce(*map(filled, some)) for name, some in parts.items()}
    return Table(whole, table.lines)


def without(table: Table, absent: Mapping[str, Sequence[str]]) -> Table:
    """Null where a cell stands for nothing: "0" views that nobody counted, "-1", "NA"."""
    there = {field: cells for field in absent if (cells := table.get(field)) is not None}
    return table.having(**{
        field: pc.if_else(pc.is_in(cells, pa.array(absent[field], pa.string())), NOTHING, cells)
        for field, cells in there.items()
    })  # fmt: skip


def taken_from(table: Table, parts: Mapping[str, str]) -> Table:
    """Cells by what of them counts: the account in the address of its profile, an id without its mark."""
    there = {field: cells for field in parts if (cells := table.get(field)) is not None}
    return table.having(**{
        field: pc.struct_field(pc.extract_regex(cells, parts[field]), [0]) for field, cells in there.items()
    })  # fmt: skip


def addressed(table: Table, form: str) -> Table:
    """The address of each post, written from fields of its row; null where one of them is."""
    words = re.split(r"\{(\w+)\}", form)
    fields = [table.get(name) for name in words[1::2]]
    there = [cells for cells in fields if cells is not None]
    if len(there) < len(fields):
        return table
    between = [pa.scalar(word) for word in words[0::2]]
    woven = [piece for pair in zip(between, [*there, None], strict=True) for piece in pair if piece is not None]
    return table.having(url=pc.binary_join_element_wise(*woven, ""))


def all_ours(table: Table) -> Table:
    """Everything is of the member who asked for it."""
    return table.having(is_owned=pa.repeat(pa.scalar("true"), len(table)))


def unmarked(table: Table) -> Table:
    """Texts as people read them, where they are written in HTML."""
    text = table.get("text")
    return table if text is None else table.having(text=pc.fill_null(by_distinct(text, text_of, pa.string()), ""))


def headed(table: Table) -> Table:
    """Titles above texts, as people read them; left out where the text begins with its title."""
    title, text = table.get("title"), table.get("text")
    if title is None or text is None:
        return table
    both = [_headed(one or "", other or "") for one, other in zip(title.to_pylist(), text.to_pylist(), strict=True)]
    return table.having(text=pa.array(both, pa.string()))


def _headed(title: str, text: str) -> str:
    return text if text.startswith(title.rstrip(".… ")) else f"{title}\n{text}".strip()


def joined(tables: Sequence[Table]) -> Table:
    """Tables one under the other."""
    if len(tables) == 1:
        return tables[0]
    cells = {field: pa.concat_arrays([table.cells[field] for table in tables]) for field in tables[0].cells}
    return Table(cells, np.concatenate([table.lines for table in tables]))


def _fitted(row: list[str], width: int, line: int, problems: list[Problem]) -> list[str]:
    """A row of exactly `width` cells. A short row is filled with empty cells; extra cells are let go, and said."""
    if len(row) < width:
        problems.append(Problem(line, "too-few-columns", value=str(len(row))))
        return row + [""] * (width - len(row))
    if len(row) > width and any(cell.strip() for cell in row[width:]):
        problems.append(Problem(line, "too-many-columns", value=str(len(row))))
    return row[:width]
