"""Whether a mapping still fits a file. What fits is read as it says; what does not stops: nothing is misread."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from rebond.errors import MappingDoesNotFit
from rebond.importers.dates import SHORT
from rebond.importers.glimpse import Glimpse
from rebond.importers.guided.mapping import TableMapping, folded
from rebond.importers.instants import read_column
from rebond.importers.source import ColumnMap, Dates, Source
from rebond.importers.values import ENOUGH
from rebond.sentences import N_, Sentence, Verbatim, say

GONE = N_("it has no column “%(column)s”")
TOO_NARROW = N_("it has no column number %(number)s")
NO_DATES = N_("its column “%(column)s” holds no date that can be read, for example “%(example)s”")
NO_DATES_AT_ALL = N_("its column “%(column)s” is empty")
ORDERS = {
    "dmy": N_("its dates are written day first"), "mdy": N_("its dates are written month first"),
    "ymd": N_("its dates are written year first"),
}  # fmt: skip


def mapped_columns(glimpse: Glimpse, mapped: TableMapping, width: int) -> ColumnMap:
    """Columns as a mapping says, and no other, of rows of a width. Raises MappingDoesNotFit when one is gone."""
    header = _headed(glimpse, mapped)
    refuse_gone(glimpse.source, header, mapped)
    found = {field: at for field, at in mapped.places(header).items() if at is not None}
    too_far = next((field for field, at in found.items() if at >= width), None)
    if too_far is not None:
        raise _misfit(glimpse.source, mapped, _gone(mapped.columns[too_far]))
    return ColumnMap(columns=found, by=dict.fromkeys(found, "mapping"), header=header)


def refuse_gone(source: Source, header: Sequence[str], mapped: TableMapping) -> None:
    """Raises MappingDoesNotFit for the first column of a mapping that is not there."""
    for field, at in mapped.places(header).items():
        if at is None:
            raise _misfit(source, mapped, _gone(mapped.columns[field]))


def as_mapped(source: Source, mapped: TableMapping, when: pa.StringArray, dates: Dates, has_ids: bool) -> Dates:
    """How dates are read with a mapping, whose order goes before what is only likely.

    when: the cells that say when, of a sample; dates: how the file alone would have them read; has_ids: X ids stand
    beside them. Raises MappingDoesNotFit for dates that are none, or that contradict the order of the mapping.
    """
    if dates.shape == "ids":
        return dates
    cells = when.filter(pc.not_equal(when, ""))
    column = Verbatim(str(mapped.columns["published_at"]))
    if not len(cells):
        raise _misfit(source, mapped, say(NO_DATES_AT_ALL, column=column))
    read = read_column(cells, dates).read
    if read.mean() < ENOUGH:
        example = cells[int(np.flatnonzero(~read)[0])].as_py()
        raise _misfit(source, mapped, say(NO_DATES, column=column, example=Verbatim(example[:60])))
    if mapped.order is None or not any(map(SHORT.fullmatch, cells.to_pylist())):
        return dates
    settled = replace(dates, order=mapped.order, order_sure=True)
    if dates.order != mapped.order and (has_ids or _turned(cells, settled) > _turned(cells, dates)):
        raise _misfit(source, mapped, say(ORDERS[dates.order]))
    return settled


def _turned(cells: pa.StringArray, dates: Dates) -> int:
    """Dates that cannot be read in an order: their month would be over 12, or they are none at all."""
    read = read_column(cells, dates)
    return int(np.count_nonzero(read.swapped | ~read.read))


def _headed(glimpse: Glimpse, mapped: TableMapping) -> tuple[str, ...]:
    """The header; with an empty first name where rows are wider by one, as in the file the mapping was made for."""
    header = tuple(glimpse.header)
    lacks_one = bool(mapped.header) and not folded(mapped.header[0]) and bool(header) and bool(folded(header[0]))
    return ("", *header) if lacks_one and len(header) == len(mapped.header) - 1 else header


def _gone(column: str | int) -> Sentence:
    if isinstance(column, int):
        return say(TOO_NARROW, number=column)
    return say(GONE, column=Verbatim(column))


def _misfit(source: Source, mapped: TableMapping, why: Sentence) -> MappingDoesNotFit:
    return MappingDoesNotFit(file=Verbatim(source.name), mapping=Verbatim(mapped.tool), why=why)
