"""Small exports, as bytes, and what comes of importing them."""

import io
from collections.abc import Iterable
from dataclasses import dataclass

import pyarrow as pa
import xlsxwriter

from rebond.importers import Problem, Recognition, Source, read, recognise
from rebond.importers.blocks import Block
from rebond.importers.rows import Chunk
from rebond.tables import RAW_POSTS


def source(data: bytes | str, name: str = "export.csv") -> Source:
    """A file in memory. Text is UTF-8."""
    content = data.encode() if isinstance(data, str) else data
    return Source(name, len(content), lambda: io.BytesIO(content))


@dataclass(frozen=True)
class Imported:
    """One file, read to its end."""

    found: Recognition
    posts: list[dict]
    problems: list[Problem]
    rows_in: int

    @property
    def refused(self) -> int:
        return sum(problem.refused for problem in self.problems)

    @property
    def codes(self) -> list[str]:
        return [problem.code for problem in self.problems if problem.raw_row]

    def column(self, name: str) -> list:
        return [post[name] for post in self.posts]


def imported(data: bytes | str | Source, zone: str | None = None) -> Imported:
    """Recognises and reads a file; holds it to the two promises of every importer."""
    file = data if isinstance(data, Source) else source(data)
    found = recognise(file, zone)
    batches = list(read(file, found))
    posts = pa.Table.from_batches([batch.posts for batch in batches], RAW_POSTS).to_pylist()
    problems = [problem for batch in batches for problem in batch.problems]
    done = Imported(found, posts, problems, sum(batch.rows_in for batch in batches))
    assert done.rows_in == len(posts) + done.refused
    assert all(post[f.name] is not None for post in posts for f in RAW_POSTS if not f.nullable)
    return done


def records_told(parts: Iterable[Block | Chunk]) -> tuple[list, list, list]:
    """([(line, cells)], lines of records without any filled cell, problems) of a text table."""
    found, blank, problems = [], [], []
    for part in parts:
        if isinstance(part, Block):
            rows = list(map(list, zip(*(part.cells[at].to_pylist() for at in sorted(part.cells)), strict=True)))
            blank += part.lines[part.blank].tolist()
        else:
            rows = part.rows
            blank += [line for line, row in zip(part.lines, rows, strict=True) if not any(row)]
            problems += part.problems
        found += zip(map(int, part.lines), rows, strict=True)
    return found, blank, sorted(problems, key=repr)


def workbook(rows: list[list], name: str = "Feuille 1") -> bytes:
    """An XLSX of one sheet. A cell that starts with "=" is a formula, given as (formula, value last computed)."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet(name)
        for r, row in enumerate(rows):
            for c, cell in enumerate(row):
                if isinstance(cell, tuple):
                    sheet.write_formula(r, c, cell[0], value=cell[1])
                else:
                    sheet.write(r, c, cell)
    return made.getvalue()
