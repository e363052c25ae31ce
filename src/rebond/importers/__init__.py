"""Export files in: one file a format. Recognises, reads a stream, invents nothing.

A new kind of file is a new module here with an `IMPORTER`: `key`, `order` (small is tried first), `recognise(source,
zone)` giving a Recognition or None, and `read(source, recognition)` giving Batches. Nothing else lists it.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from operator import attrgetter
from typing import Protocol, runtime_checkable
from zoneinfo import ZoneInfo

import pyarrow as pa
import pyarrow.compute as pc

from rebond.errors import NotATable
from rebond.importers.endings import Rows
from rebond.importers.future import up_to
from rebond.importers.glimpse import Glimpse
from rebond.importers.guided.mapping import NO_MAPPINGS, Mappings
from rebond.importers.packed import unpacked
from rebond.importers.source import Batch, FileReport, Problem, Recognition, Source
from rebond.registry import registered
from rebond.sentences import Verbatim

__all__ = ["Batch", "FileReport", "Glimpse", "Importer", "Mappings", "Problem", "Recognition", "Source", "glimpses",
           "importers", "read", "recognise", "summarise"]  # fmt: skip


QUARTER = 900_000_000  # µs: every zone begins its days on a quarter of an hour of UTC


class Importer(Protocol):
    """One export format."""

    key: str
    order: int

    def recognise(self, source: Source, zone: str | None) -> Recognition | None: ...

    def read(self, source: Source, found: Recognition) -> Iterator[Batch]: ...


@runtime_checkable
class Tabular(Protocol):
    """An importer of tables, whose columns a person may name."""

    def recognise(self, source: Source, zone: str | None, mappings: Mappings = NO_MAPPINGS) -> Recognition | None: ...

    def glimpses(self, source: Source) -> tuple[Glimpse, ...]: ...


def importers() -> tuple[Importer, ...]:
    """Every importer, in the order in which they are tried."""
    return tuple(sorted(registered("rebond.importers", "IMPORTER").values(), key=lambda one: (one.order, one.key)))


def recognise(source: Source, zone: str | None = None, mappings: Mappings = NO_MAPPINGS) -> Recognition:
    """What a file is, or the file inside a packed one.

    zone: the user's, used only where the file proves nothing. mappings: at hand for formats nobody published.
    Raises ExportError.
    """
    source = unpacked(source)
    for importer in importers():
        if isinstance(importer, Tabular):
            found = importer.recognise(source, zone, mappings)
        else:
            found = importer.recognise(source, zone)
        if found is not None:
            return found
    raise NotATable(file=Verbatim(source.name))


def glimpses(source: Source) -> tuple[Glimpse, ...]:
    """The tables of a file as they show before anything is decided. None for a feed. Raises ExportError."""
    source = unpacked(source)
    tables = (importer for importer in importers() if isinstance(importer, Tabular))
    return next((found for importer in tables if (found := importer.glimpses(source))), ())


def read(source: Source, found: Recognition) -> Iterator[Batch]:
    """Every row of a recognised file. rows in = kept + refused, in each batch."""
    importer = next(one for one in importers() if one.key == found.importer)
    return importer.read(unpacked(source), found)


def summarise(source: Source, found: Recognition, at: datetime | None = None) -> FileReport:
    """One full pass, nothing kept. Days are those of the file's own zone, as people read them in it.

    at: now, after which no post can be dated; None: any date is taken.
    """
    rows_in = kept = 0
    problems: dict[str, tuple[int, Problem]] = {}
    ids: Counter[tuple[str, str]] = Counter()
    accounts: set[tuple[str, str]] = set()
    platforms, kinds, quarters = Counter[str](), Counter[str](), Counter[int]()
    spans: list[datetime] = []
    rows = Rows()
    for whole in read(source, found):
        batch = whole if at is None else up_to(whole, at)
        rows_in, kept = rows_in + batch.rows_in, kept + batch.posts.num_rows
        rows.look(batch)
        for problem in batch.problems:
            if problem.raw_row:
                count, first = problems.get(problem.code, (0, problem))
                problems[problem.code] = (count + 1, min(first, problem, key=attrgetter("raw_row")))
        names, native, handles = (batch.posts.column(c).to_pylist() for c in ("platform", "native_id", "handle"))
        platforms.update(names)
        kinds.update(batch.posts.column("kind").to_pylist())
        ids.update((p, i) for p, i in zip(names, native, strict=True) if i)
        accounts.update((p, h) for p, h in zip(names, handles, strict=True) if h)
        quarters.update(pc.divide(batch.posts.column("published_at").cast(pa.int64()), QUARTER).to_pylist())
        spans += [t for t in pc.min_max(batch.posts.column("published_at")).as_py().values() if t is not None]
    days = _days(quarters, ZoneInfo(found.dates.zone))
    return FileReport(
        rows_in=rows_in, kept=kept, refused=rows_in - kept, problems=problems,
        first=min(spans, default=None), last=max(spans, default=None),
        fullest=min(days.items(), key=lambda day: (-day[1], day[0]), default=None),
        accounts=len(accounts), platforms=dict(sorted(platforms.items())), kinds=dict(sorted(kinds.items())),
        repeated_ids=sum(n - 1 for n in ids.values() if n > 1), ending=rows.ending(found.dates.zone),
    )  # fmt: skip


def _days(quarters: Counter[int], zone: ZoneInfo) -> Counter[date]:
    """Posts by local day, from posts by quarter of an hour."""
    days = Counter[date]()
    for quarter, posts in quarters.items():
        days[datetime.fromtimestamp(quarter * QUARTER / 1_000_000, UTC).astimezone(zone).date()] += posts
    return days
