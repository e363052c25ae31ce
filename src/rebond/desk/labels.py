"""Use case: say that a column of an export gives our posts to another brand."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa

from rebond.casefile.sources import open_source
from rebond.corpus.labels import Mislabelled, mislabelled
from rebond.corpus.relevance import about, patterns_of
from rebond.errors import ExportError
from rebond.importers import Source, glimpses
from rebond.importers.columns import map_columns
from rebond.importers.glimpse import Glimpse
from rebond.importers.recognition import cells_of
from rebond.sentences import N_, Sentence, Verbatim, say
from rebond.settings import CaseSheet

FILES = 8  # looked at: to look at hundreds would take longer than to read them


def told_of_labels(files: tuple[Path, ...], sheet: CaseSheet) -> Iterator[Sentence]:
    """A line a column. Nothing where the sheet names nobody, or says that all is about us."""
    if patterns_of(sheet) in ((), ("",)):
        return
    for path in files[:FILES]:
        source = open_source(path)
        for column, found in _columns(source, sheet):
            yield say(
                N_("%(file)s: its column “%(column)s” calls “%(label)s” nearly all posts that name you (%(n)s of "
                   "%(whole)s looked at). The column is not used: check with whoever made the file."),
                file=Verbatim(source.name), column=Verbatim(column), label=Verbatim(found.label), n=found.so_called,
                whole=found.about_us,
            )  # fmt: skip


def _columns(source: Source, sheet: CaseSheet) -> Iterator[tuple[str, Mislabelled]]:
    try:
        tables = glimpses(source)
    except ExportError:
        return
    for table in tables:
        mapping = map_columns(table.header, table.sample, table.known)
        about_us = np.asarray(about(pa.array(cells_of(mapping, table.sample, "text"), pa.string()), sheet))
        for name in mapping.ignored:
            found = mislabelled(_cells(table, name), about_us, sheet)
            if found is not None:
                yield name.strip(), found


def _cells(table: Glimpse, name: str) -> list[str]:
    at = list(table.header).index(name)
    return [row[at] if at < len(row) else "" for row in table.sample]
