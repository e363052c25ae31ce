"""What an importer is given and what it gives back. Importers never see a path: they get named streams."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import BinaryIO

import pyarrow as pa

from rebond.importers.cuts import Ending
from rebond.importers.guided.mapping import TableMapping
from rebond.sentences import Sentence

HEAD_BYTES = 262_144
CUT = 200  # characters of an odd value kept in a problem


@dataclass(frozen=True, slots=True)
class Source:
    """A file as an importer sees it. open: gives a new, seekable binary stream at its start. size: bytes."""

    name: str
    size: int
    open: Callable[[], BinaryIO]

    def head(self, most: int = HEAD_BYTES) -> bytes:
        """The first bytes."""
        with self.open() as stream:
            return stream.read(most)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with one row: counted, never an exception. A refused row has exactly one with `refused`."""

    raw_row: int  # first physical line; 0: the whole file
    code: str  # vocabulary problem_code
    field: str | None = None
    value: str | None = None  # what stood there, cut to CUT characters
    refused: bool = False  # the row was not kept


@dataclass(frozen=True, slots=True)
class Batch:
    """Some rows read. rows_in = rows of `posts` + problems with `refused`."""

    posts: pa.RecordBatch  # RAW_POSTS
    problems: tuple[Problem, ...]
    rows_in: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """How the date column is read, decided once for the whole column."""

    shape: str = "written"  # written; serial: days since 1900; ids: no column, the clock of the X ids
    order: str = "dmy"  # dmy, mdy or ymd for 03/04/05
    order_sure: bool = True
    zone: str = "UTC"  # IANA name
    zone_is: str = "assumed"  # stated, proved, given, assumed
    trust_offsets: bool = True  # false: the ids prove that the offsets written beside the times are wrong
    day_only: bool = False  # the column holds days, written as midnight


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMap:
    """Which column feeds which field. by: name, values, ids or mapping (how it was recognised)."""

    columns: Mapping[str, int]
    by: Mapping[str, str]
    header: tuple[str, ...]  # empty when the file has none

    def at(self, name: str) -> int | None:
        return self.columns.get(name)

    def name_of(self, name: str) -> str:
        """The header above the column of a field; empty when there is none."""
        at = self.columns.get(name)
        return self.header[at] if at is not None and at < len(self.header) else ""

    @property
    def ignored(self) -> tuple[str, ...]:
        """Headers that feed no field."""
        used = set(self.columns.values())
        return tuple(name for at, name in enumerate(self.header) if at not in used and name.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """What a file is, before it is read."""

    importer: str  # key in the registry
    format: Sentence  # "semicolon-separated text, Windows-1252"
    mapping: ColumnMap
    dates: Dates
    carries: tuple[str, ...]  # vocabulary post_field
    lacks: tuple[str, ...]
    known: str | None = None  # key of the known format it is in
    mapped: TableMapping | None = None  # the mapping it is read with
    platform: str | None = None  # one platform for the whole file, when ids or names prove it
    questions: tuple[Sentence, ...] = ()  # what a person should still say
    warnings: tuple[Sentence, ...] = ()
    rows_sampled: int = 0
    first: datetime | None = None  # earliest and latest instants of the sample
    last: datetime | None = None
    details: Mapping[str, object] = field(default_factory=dict)  # what the importer needs to read it again


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReport:
    """One full pass over a file. problems: code → (count, the first one); those of the whole file are left out."""

    rows_in: int
    kept: int
    refused: int
    problems: Mapping[str, tuple[int, Problem]]
    first: datetime | None
    last: datetime | None
    fullest: tuple[date, int] | None  # the day of the file's zone with most posts, and how many; the earliest of equals
    accounts: int
    platforms: Mapping[str, int]
    kinds: Mapping[str, int]
    repeated_ids: int
    ending: Ending
