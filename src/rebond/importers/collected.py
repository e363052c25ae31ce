"""When a file, or each of its rows, was collected: needed where its dates are delays ("3 h")."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pyarrow as pa

from rebond.importers.cells import filled
from rebond.importers.clock import decide
from rebond.importers.dates import parse
from rebond.importers.delays import counted_back, read_delay
from rebond.importers.instants import EPOCH, PRECISIONS, Instants, read_column
from rebond.importers.names import forms
from rebond.importers.source import Dates
from rebond.importers.table import Table
from rebond.sentences import N_, Sentence, Verbatim, say

FIELD = "collected_at"
NAMES = frozenset((
    "collectedat", "collectedon", "collectiontime", "collectiondate", "timestampcollected", "retrievedat",
    "retrievedon", "retrieved", "twarcretrievedat", "scrapedat", "scrapedon", "scrapedate", "crawledat", "fetchedat",
    "querytime", "exportdate", "exportedat", "exportedon", "datedecollecte", "heuredecollecte", "collectele",
    "datedextraction", "extraitle", "datedexport", "exportele", "dateexport",
))  # fmt: skip
SAYS = re.compile(r"(?i)\b(?:export|extra(?:it|ct)|generat|génér|collect|retriev|download|téléchar|créé le|created on)")
LONGEST = 60  # characters a date may have

COUNTED = N_("Some of its dates are delays (“%(example)s”): they are counted back from “%(column)s”. A delay in days "
             "gives the day, to within one.")  # fmt: skip
COUNTED_FROM_TOP = N_("Some of its dates are delays (“%(example)s”): they are counted back from what stands above the "
                      "table, “%(line)s”. A delay in days gives the day, to within one.")  # fmt: skip
UNDATED = N_("Some of its dates are delays (“%(example)s”), and it does not say when they were collected: those rows "
             "are left out. Export again with full dates, or add a column collected_at.")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Collection:
    """How the hour of collection is known. how: of its column; at, exact: of the file, as `line` says."""

    example: str  # a delay of the file
    zone: str  # in which days are counted
    how: Dates | None = None
    at: datetime | None = None
    exact: str = "day"
    line: str = ""


def is_collected(name: str) -> bool:
    """Whether a column says when its rows were collected."""
    return bool(NAMES & set(forms(name)))


def find_collection(
    dates: Sequence[str], column: Sequence[str], name: str, above: Sequence[str], how: Dates, zone: str | None
) -> Collection | None:
    """How a file dates its delays; None where it holds none.

    dates: cells of its date column; column, name: those of its column of collection; above: lines above the table;
    how: the date column is read; zone: as people said.
    """
    example = next((cell for cell in dates if read_delay(cell)), None)
    if example is None:
        return None
    if any(column):
        decided = decide(column, name, [None] * len(column), zone)
        decided = decided if decided.zone_is != "assumed" else replace(decided, zone=how.zone, zone_is=how.zone_is)
        return Collection(example, decided.zone, how=decided)
    for line, (at, exact) in _dates_in(above):
        local = at if at.tzinfo else at.replace(tzinfo=ZoneInfo(how.zone))
        return Collection(example, how.zone, at=local.astimezone(UTC), exact=exact, line=line)
    return Collection(example, how.zone)


def _dates_in(above: Sequence[str]) -> Iterator[tuple[str, tuple[datetime, str]]]:
    """Lines that speak of the export, with their date: of the whole line, or from its first figure on."""
    for line in filter(SAYS.search, above):
        figures = re.search(r"\d.*", line)
        read = (parse(text.strip()[:LONGEST], Dates()) for text in (line, figures[0] if figures else ""))
        if found := next(filter(None, read), None):
            yield line, found


def date_delays(texts: pa.StringArray, table: Table, read: Instants, collection: Collection) -> None:
    """Give their instant to the delays of a column. read: the column as far as it holds dates."""
    zone, collected = ZoneInfo(collection.zone), table.get(FIELD)
    known = read_column(filled(collected), collection.how) if collected is not None and collection.how else None
    for at in map(int, np.flatnonzero(~read.read)):
        delay = read_delay(texts[at].as_py() or "")
        moment = _moment(known, at, collection)
        found = counted_back(delay, *moment, zone) if delay and moment else None
        if found is not None:
            read.micros[at] = (found[0].replace(tzinfo=None) - EPOCH) // timedelta(microseconds=1)
            read.precision[at], read.read[at] = PRECISIONS.index(found[1]), True


def _moment(known: Instants | None, at: int, collection: Collection) -> tuple[datetime, str] | None:
    if known is None:
        return None if collection.at is None else (collection.at, collection.exact)
    if not known.read[at]:
        return None
    return (EPOCH + timedelta(microseconds=int(known.micros[at]))).replace(tzinfo=UTC), PRECISIONS[known.precision[at]]


def told_of_delays(collection: Collection, name: str) -> Sentence:
    """What a person should know of the dates of the file. name: of the column of collection, if there is one."""
    example = Verbatim(collection.example)
    if collection.how is not None:
        return say(COUNTED, example=example, column=Verbatim(name))
    if collection.at is not None:
        return say(COUNTED_FROM_TOP, example=example, line=Verbatim(collection.line[:LONGEST]))
    return say(UNDATED, example=example)
