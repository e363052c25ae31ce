"""Samples of what each tool writes, ours: documented headers over invented posts. One file a format."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tests.unit.importers.exports import workbook

Row = Mapping[str, str]


@dataclass(frozen=True)
class Sample:
    """One file of a format. columns: its header in file order; rows: cells by column name, absent ones empty.

    posts: what must be read of each row, by field of RAW_POSTS (None: the row is refused). preamble and footer: lines
    around the table. data: the whole file, for formats that are no table (then columns and rows are empty).
    """

    name: str
    posts: Sequence[Row | None]
    columns: tuple[str, ...] = ()
    rows: Sequence[Row] = ()
    preamble: str = ""
    footer: str = ""
    delimiter: str = ","
    encoding: str = "utf-8"
    data: bytes = b""
    also: Mapping[str, object] = field(default_factory=dict)  # of the Recognition: zone, platform

    def table(self, columns: Sequence[str] | None = None, rows: Sequence[Row] | None = None) -> bytes:
        """The file as delimited text, its columns in the order asked for."""
        made = io.StringIO()
        wanted = columns or self.columns
        writer = csv.writer(made, delimiter=self.delimiter, lineterminator="\r\n")
        writer.writerow(wanted)
        writer.writerows([row.get(name, "") for name in wanted] for row in (self.rows if rows is None else rows))
        return (self.preamble + made.getvalue() + self.footer).encode(self.encoding)

    def book(self) -> bytes:
        """The same table as a workbook, every cell a text."""
        return workbook([list(self.columns), *([row.get(name, "") for name in self.columns] for row in self.rows)])

    @property
    def file(self) -> bytes:
        return self.data or self.table()


def header(text: str) -> tuple[str, ...]:
    """Names of columns as formats.md writes them: commas, brackets around optional ones, lines folded."""
    names = (name.strip().strip("[]").strip() for name in text.replace("\n", "").split(","))
    return tuple(name for name in names if name)


def lines(*objects: object) -> bytes:
    """JSON lines, accents and emoji as they are."""
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in objects).encode()


def whole(value: object) -> bytes:
    """One JSON value over several lines."""
    return json.dumps(value, ensure_ascii=False, indent=1).encode()
