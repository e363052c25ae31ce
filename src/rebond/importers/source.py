"""What an importer is given and what it gives back. Importers never see a path: they get named streams."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import BinaryIO

import pyarrow as pa

from rebond.sentences import Sentence

HEAD_BYTES = 262_144
CUT = 200                                      # characters of an odd value kept in a problem


@dataclass(frozen=True, slots=True)
class Source:
    """A file as an importer sees it. open: gives a new binary stream at its start."""

    name: str
    size: int
    open: Callable[[], BinaryIO]

    def head(self, most: int = HEAD_BYTES) -> bytes:
        """The first bytes."""
        with self.open() as stream:
            return stream.read(most)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with one row: kept apart and counted, never an exception."""

    raw_row: int
    code: str                                  # vocabulary problem_code
    field: str | None = None
    value: str | None = None
    refused: bool = False                      # the row was not kept


@dataclass(frozen=True, slots=True)
class Batch:
    """Some rows read. rows_in = rows of `posts` + problems with `refused`."""

    posts: pa.RecordBatch                      # RAW_POSTS
    problems: tuple[Problem, ...]
    rows_in: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """How the date column is read. order: "dmy" or "mdy" for 03/04/2025; zone: IANA name or fixed offset."""

    shape: str = "written"                     # written, epoch_s, epoch_ms, serial
    order: str = "dmy"
    order_sure: bool = True
    zone: str = "UTC"
    zone_is: str = "assumed"                   # stated, proved, given, assumed


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMap:
    """Which column feeds which field. by: name or values."""

    columns: Mapping[str, int]
    by: Mapping[str, str]
    header: tuple[str, ...]                    # empty when the file has none

    def at(self, name: str) -> int | None:
        return self.columns.get(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """What a file is, before it is read."""

    importer: str                              # key in the registry
    format: Sentence                           # "semicolon-separated text, Windows-1252"
    mapping: ColumnMap
    dates: Dates
    carries: tuple[str, ...]                   # vocabulary post_field
    lacks: tuple[str, ...]
    platform: str | None = None                # one platform for the whole file, when ids or name prove it
    questions: tuple[Sentence, ...] = ()       # what a person should still say
    warnings: tuple[Sentence, ...] = ()
    details: Mapping[str, object] = field(default_factory=dict)   # what the importer needs to read it again


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReport:
    """One full pass over a file. problems: code → (count, first physical line)."""

    rows_in: int
    kept: int
    refused: int
    problems: Mapping[str, tuple[int, int]]
    first: datetime | None
    last: datetime | None
    accounts: int
    platforms: Mapping[str, int]
    repeated_ids: int
