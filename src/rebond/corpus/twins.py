"""The same post in a file that gives its id and in one that does not: counted once, by the row that has the id.

A spreadsheet that rounds ids, or a second tool that has none, would otherwise count a crisis twice. Both rows must be
of one account, one minute, one wording (docs/decisions/0027).
"""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from rebond.corpus.pseudonyms import WRITTEN, Pseudonyms, fixed_ids

NOWHERE = "unknown"  # vocabulary platform
DESCRIBING = ("post_id", "platform", "author_id", "published_at", "kind", "text_key")


def described(rows: pa.RecordBatch | pa.Table) -> pa.StringArray:
    """What tells a post without an id apart from others: its account, its minute, its wording, repost or not."""
    column = rows.column
    minutes = pc.divide(column("published_at").cast(pa.int64()), 60_000_000).cast(pa.string())
    carried = pc.if_else(pc.equal(column("kind"), "repost"), "repost", "own words")
    told = (column("platform"), pc.fill_null(column("author_id"), ""), minutes, carried, column("text_key"))
    return pc.binary_join_element_wise(*told, "\n")


def ids_without(rows: pa.RecordBatch | pa.Table, names: Pseudonyms) -> np.ndarray:
    """The id each row would bear had its file given none, as bytes, shape (n,); empty where nobody signed it, and where
    that is the id it bears. rows: DESCRIBING."""
    others = np.zeros(rows.num_rows, f"S{WRITTEN}")
    signed = np.flatnonzero(np.asarray(pc.is_valid(rows.column("author_id"))))
    if len(signed):
        texts = pc.take(described(rows), pa.array(signed))
        whole = texts.combine_chunks() if isinstance(texts, pa.ChunkedArray) else texts
        others[signed] = fixed_ids(names.untold(whole))
    others[others == fixed_ids(rows.column("post_id"))] = b""
    return others


def of_no_platform(rows: pa.RecordBatch | pa.Table, people: pa.Table, names: Pseudonyms) -> pa.Table:
    """The same rows as a file would give them that does not say on which platform: ids often are what proves it.

    people: IDENTITIES of the accounts. Rows whose account is not among them lose it.
    """
    accounts = people.filter(pc.equal(people["what"], "author"))
    handles = accounts["native"].combine_chunks()
    ids = names.authors(pa.repeat(pa.scalar(NOWHERE), len(handles)), handles)
    place = pc.index_in(rows.column("author_id"), accounts["id"].combine_chunks())
    columns = {name: rows.column(name) for name in DESCRIBING}
    columns["author_id"] = ids.take(place.combine_chunks() if isinstance(place, pa.ChunkedArray) else place)
    return pa.table({**columns, "platform": pa.repeat(pa.scalar(NOWHERE), rows.num_rows)})
