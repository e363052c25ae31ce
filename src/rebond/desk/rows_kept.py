"""Rows of the case that may be posts just read: what ranks them and what they say, without their texts."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from rebond.casefile.case import Case
from rebond.corpus.digest import COLUMNS, rows_said
from rebond.corpus.pseudonyms import fixed_ids
from rebond.corpus.repeats import Claims, joined, places_in, shared
from rebond.corpus.versions import TOLD
from rebond.tables import BY_HAND, POSTS

HELD = (*TOLD, "day", "source_tool")
READ = tuple(dict.fromkeys((*HELD, *COLUMNS, "text", *(field.name for field in POSTS if field.nullable))))


@dataclass(frozen=True, slots=True)
class Kept:
    """rows: HELD, of POSTS. claims, said: of each row, in the same order."""

    rows: pa.Table
    claims: Claims
    said: np.ndarray

    @property
    def typed(self) -> np.ndarray:
        """Which rows people typed."""
        return np.asarray(pc.equal(self.rows["source_tool"], BY_HAND))


def rows_kept(case: Case, ids: np.ndarray, ranks: Mapping[str, int]) -> Kept:
    """The rows that bear these ids, and perhaps a few more. ranks: of files, by name."""
    posts = case.posts()
    known = posts.to_table(columns=["post_id"])["post_id"].combine_chunks()
    again = known.take(pa.array(shared(fixed_ids(known), ids)))
    if not len(again):
        return nothing_kept()
    parts = [nothing_kept()]
    # One batch at a time: whole rows of all that overlaps would weigh as much as the import itself.
    reader = posts.scanner(
        columns=list(READ), filter=pc.field("post_id").isin(again), batch_readahead=1, fragment_readahead=1
    )  # fmt: skip
    parts += [_judged(batch, ranks) for batch in reader.to_batches() if batch.num_rows]
    return Kept(
        pa.concat_tables([part.rows for part in parts]), joined([part.claims for part in parts]),
        np.concatenate([part.said for part in parts]),
    )  # fmt: skip


def nothing_kept() -> Kept:
    """Of a case without posts."""
    return _judged(pa.RecordBatch.from_pylist([], POSTS), {})


def _judged(batch: pa.RecordBatch, ranks: Mapping[str, int]) -> Kept:
    files = pc.dictionary_encode(batch.column("raw_file"))
    rank = np.array([ranks[name] for name in files.dictionary.to_pylist()], np.int32)[files.indices.to_numpy()]
    rows = pa.Table.from_batches([batch.select(HELD)]).cast(pa.schema([POSTS.field(name) for name in HELD]))
    return Kept(rows, Claims.of(batch, rank), rows_said(batch))


def with_texts(case: Case, rows: pa.Table) -> pa.Table:
    """Some of the rows, with the texts they have in the case."""
    texts = case.posts().to_table(columns=["post_id", "text"], filter=pc.field("post_id").isin(rows["post_id"]))
    places = places_in(fixed_ids(rows["post_id"]), fixed_ids(texts["post_id"]))
    return rows.append_column("text", texts["text"].take(pa.array(places)))
