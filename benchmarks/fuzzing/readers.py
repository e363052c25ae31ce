"""What must hold of every reader, whatever it is given: it reads, or it refuses with a RebondError."""

import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from benchmarks.fuzzing.containers import BARE, BOOKS, KEPT, PACKED, Container, put
from rebond.errors import RebondError
from rebond.importers import Batch, Source, importers, read, recognise
from rebond.importers.by_hand import screenshots
from rebond.importers.guided.mapping_file import read_mapping, written
from rebond.importers.people.given import what_is
from rebond.importers.people.log import of_the_crisis, read_log
from rebond.importers.people.series import read_series
from rebond.importers.people.sheet import read_sheet
from rebond.tables import RAW_POSTS

ZONE, DAY = "America/Toronto", date(2025, 10, 14)
NAME = "fichier.csv"  # the content tells, whatever a file is called


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """read: a file; raises RebondError where it refuses, AssertionError where it breaks a promise."""

    read: Callable[[bytes], None]
    containers: tuple[Container, ...] = BARE

    def file(self, given: bytes) -> bytes:
        """The file that an input stands for."""
        return put(self.containers, given)

    def run(self, given: bytes) -> None:
        """Raises what no reader may let through."""
        try:
            self.read(self.file(given))
        except RebondError as refusal:
            # What people are told of a refusal is part of it.
            refusal.told(), refusal.mended()


def hold(batches: Iterable[Batch]) -> None:
    """Every row is kept or refused, and what is kept is a table as promised. Raises AssertionError."""
    for batch in batches:
        batch.posts.validate(full=True)
        assert batch.posts.schema.equals(RAW_POSTS)
        absent = [f.name for f in RAW_POSTS if not f.nullable and batch.posts.column(f.name).null_count]
        assert not absent, f"nothing in {absent}"
        refused = sum(problem.refused for problem in batch.problems)
        assert batch.rows_in == batch.posts.num_rows + refused, f"{batch.rows_in}: {batch.posts.num_rows} + {refused}"


def _source(data: bytes) -> Source:
    return Source(NAME, len(data), lambda: io.BytesIO(data))


def _importer(key: str) -> Callable[[bytes], None]:
    """One importer asked alone: in the walk of all of them, the first ones hide the last."""
    importer = next(one for one in importers() if one.key == key)

    def read_alone(data: bytes) -> None:
        found = importer.recognise(_source(data), ZONE if len(data) % 2 else None)
        if found is not None:
            hold(importer.read(_source(data), found))

    return read_alone


def _any(data: bytes) -> None:
    hold(read(_source(data), recognise(_source(data))))


def _by_hand(data: bytes) -> None:
    _importer("by_hand")(data)
    screenshots(_source(data))


def _log(data: bytes) -> None:
    of_the_crisis(read_log(NAME, data, ZONE, DAY), DAY, DAY)


def _mapping(data: bytes) -> None:
    mapping = read_mapping(NAME, data)
    assert read_mapping(NAME, written(mapping)) == mapping, "not the same when it is read again"


def _given(data: bytes) -> None:
    what_is(NAME, data)


READERS = {
    "text_table": Reader(read=_importer("text_table")),
    "workbook": Reader(read=_importer("workbook"), containers=BOOKS),
    "json_lines": Reader(read=_importer("json_lines")),
    "feeds": Reader(read=_importer("feeds")),
    "packed": Reader(read=_any, containers=PACKED),
    "by_hand": Reader(read=_by_hand, containers=KEPT),
    "log": Reader(read=_log, containers=KEPT),
    "sheet": Reader(read=lambda data: read_sheet(NAME, data) and None, containers=KEPT),
    "series": Reader(read=lambda data: read_series(NAME, data, ZONE) and None, containers=KEPT),
    "given": Reader(read=_given, containers=KEPT),
    "mapping": Reader(read=_mapping),
}
