"""One post, several rows: exports overlap, tools give a post twice. It is counted once.

The row that stays is that of an export, before one that people typed; then the one with the most fields filled; then
the one with the highest counts (collected later); then the first by fingerprint of its file and line. A row that says
what the case already has, to the last field, changes nothing (docs/decisions/0069). What a case says of its posts does
not depend on the order in which files came.
"""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from rebond.corpus.pseudonyms import WRITTEN, fixed_ids
from rebond.tables import BY_HAND, POSTS

COUNTS = ("likes", "reposts", "replies", "views")
OPTIONAL = tuple(field.name for field in POSTS if field.nullable)
FULL = "second"
TYPED = np.int8(len(OPTIONAL) + 4)  # more than a row can be worth: what is picked is not counted, what is exported is


@dataclass(frozen=True, slots=True)
class Claims:
    """Rows that each claim to be a post. All of shape (n,).

    ids: post_id as bytes. worth: fields filled. counted: interactions and views. file: rank of the file's fingerprint.
    """

    ids: np.ndarray
    worth: np.ndarray
    counted: np.ndarray
    file: np.ndarray
    row: np.ndarray

    @classmethod
    def of(cls, posts: pa.RecordBatch | pa.Table, file: int | np.ndarray) -> "Claims":
        """The claims of POSTS rows."""
        n = posts.num_rows
        worth, counted = _worth(posts), np.zeros(n, np.int64)
        for name in COUNTS:
            column = posts.column(name)
            if column.null_count < n:
                counted += np.asarray(pc.fill_null(column, 0))
        row = np.asarray(posts.column("raw_row"))
        return cls(fixed_ids(posts.column("post_id")), worth, counted, np.broadcast_to(np.int32(file), n), row)

    def __len__(self) -> int:
        return len(self.ids)

    def take(self, places: np.ndarray) -> "Claims":
        """Some of them."""
        return Claims(*(getattr(self, one)[places] for one in ("ids", "worth", "counted", "file", "row")))


def joined(claims: list[Claims]) -> Claims:
    """Claims one after the other."""
    fields = ("ids", "worth", "counted", "file", "row")
    return Claims(*(np.concatenate([getattr(one, name) for one in claims]) for name in fields))


def losers(claims: Claims) -> np.ndarray:
    """Places, ascending, of the rows that give way to another row of the same post."""
    doubtful = _doubtful(claims.ids)
    if not len(doubtful):
        return doubtful
    ids = claims.ids[doubtful]
    rank = (claims.row, claims.file, -claims.counted, -claims.worth)  # last key first
    order = np.lexsort((*(key[doubtful] for key in rank), ids))
    repeats = ids[order][1:] == ids[order][:-1]
    return np.sort(doubtful[order[1:][repeats]])


def places_in(ids: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Where each id comes first in `others`, -1 where it does not. Both as bytes, shape (n,)."""
    if not len(others):
        return np.full(len(ids), -1, np.int32)
    found = pc.index_in(_fixed(ids), _fixed(others))
    return np.asarray(pc.fill_null(found, -1))


def among(ids: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Whether each id is one of `others`: by a table of them, where NumPy would sort both."""
    if not len(others):
        return np.zeros(len(ids), bool)
    return places_in(ids, others) >= 0


def _fixed(ids: np.ndarray) -> pa.FixedSizeBinaryArray:
    data = pa.py_buffer(np.ascontiguousarray(ids, f"S{WRITTEN}"))
    return pa.FixedSizeBinaryArray.from_buffers(pa.binary(WRITTEN), len(ids), [None, data])


def shared(ids: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Places in `ids` of ids that `others` has too, and perhaps a few more (those that begin alike)."""
    places = _doubtful(np.concatenate([ids, others]))
    return places[places < len(ids)]


def _doubtful(ids: np.ndarray) -> np.ndarray:
    """Places of ids whose first eight characters come more than once: hardly more than the true repeats."""
    if len(ids) < 2:
        return np.zeros(0, np.int64)
    heads = np.ascontiguousarray(ids).view(np.uint8).reshape(-1, WRITTEN)[:, :8].copy().view(np.uint64).ravel()
    order = np.argsort(heads, kind="stable")
    same = heads[order][1:] == heads[order][:-1]
    return np.sort(order[np.append(same, False) | np.append(False, same)])


def _worth(posts: pa.RecordBatch | pa.Table) -> np.ndarray:
    """Fields filled; an exact time, a text, and a text that no tool cut short count as fields."""
    texts = posts.column("text")
    exact, worded = pc.equal(posts.column("precision"), FULL), pc.not_equal(texts, "")
    cut = pc.or_(pc.ends_with(texts, "…"), pc.ends_with(texts, "..."))
    worth = np.asarray(exact).astype(np.int8) + np.asarray(worded).astype(np.int8) - np.asarray(cut).astype(np.int8)
    for name in OPTIONAL:
        column = posts.column(name)
        if column.null_count < posts.num_rows:
            worth = worth + np.asarray(pc.is_valid(column)).astype(np.int8)
    return worth - TYPED * np.asarray(pc.equal(posts.column("source_tool"), BY_HAND))
