"""What is known of accounts: how they describe themselves (AUTHORS) and, apart, how they are called (IDENTITIES).

Every choice between two readings of one account is the greatest or the smallest of a total order, so that the order in
which files arrive never decides.
"""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from rebond.corpus.pseudonyms import Accounts
from rebond.tables import AUTHORS, IDENTITIES, UTC_US

# AUTHORS with the instant of the post that showed the account so: the last one seen is kept.
ACCOUNTS = pa.schema([*AUTHORS, pa.field("seen_at", UTC_US)])
BANDS = ("0-99", "100-999", "1k-9k", "10k-99k", "100k-999k", "1M+")
FLOORS = (100, 1_000, 10_000, 100_000, 1_000_000)


def followers_bands(followers: pa.Int64Array) -> pa.StringArray:
    """Bands, never counts: a count of followers can point to one person."""
    if followers.null_count == len(followers):
        return pa.nulls(len(followers), pa.string())
    band = np.digitize(pc.fill_null(followers, 0).to_numpy(zero_copy_only=False), FLOORS)
    return pc.if_else(pc.is_valid(followers), pa.array(BANDS).take(pa.array(band)), pa.scalar(None, pa.string()))


def accounts_of(authors: Accounts, raw: pa.RecordBatch) -> pa.Table:
    """ACCOUNTS of one batch, one row an account. raw: RAW_POSTS, row by row with authors.ids."""
    shown = [raw.column("profile"), followers_bands(raw.column("followers")), raw.column("verified")]
    if all(column.null_count == raw.num_rows for column in shown):
        n = len(authors.distinct_ids)
        unknown = [pa.nulls(n, field.type) for field in ACCOUNTS][2:]
        return pa.table([authors.distinct_ids, authors.distinct_platforms, *unknown], schema=ACCOUNTS)
    told = pc.or_(pc.or_(pc.is_valid(shown[0]), pc.is_valid(shown[1])), pc.is_valid(shown[2]))
    seen_at = pc.if_else(told, raw.column("published_at"), pa.scalar(None, UTC_US))
    table = pa.table([authors.ids, raw.column("platform"), *shown, seen_at], schema=ACCOUNTS)
    return last_seen(table.filter(pc.is_valid(authors.ids)))


def last_seen(accounts: pa.Table) -> pa.Table:
    """One row an account: as its last post that says anything of it shows it."""
    return _one_each(accounts, "author_id", {"seen_at": "descending", "profile": "ascending",
                                             "followers_band": "ascending", "verified": "ascending"})  # fmt: skip


def identities_of(accounts: Accounts) -> pa.Table:
    """IDENTITIES of accounts, one row for each way an account is written."""
    names = pa.nulls(len(accounts.distinct_ids), pa.string())
    return _identities(accounts.distinct_ids, accounts.distinct_platforms, accounts.distinct_handles, names)


def names_of(authors: Accounts, raw: pa.RecordBatch) -> pa.Table:
    """IDENTITIES of those who wrote, with their display name where it is given. raw: row by row with authors.ids."""
    names = raw.column("author_name")
    if names.null_count == len(names):
        return identities_of(authors)
    handles = pc.coalesce(raw.column("handle"), names)
    coded = pc.dictionary_encode(names, null_encoding="encode")
    firsts = _firsts(_codes(authors.rows) * len(coded.dictionary) + _codes(coded.indices))
    columns = (authors.ids, raw.column("platform"), handles, names)
    table = _identities(*(column.take(firsts) for column in columns))
    return table.filter(pc.is_valid(table["id"]))


def _identities(ids: pa.Array, platforms: pa.Array, handles: pa.Array, names: pa.Array) -> pa.Table:
    what, nothing = pa.repeat(pa.scalar("author"), len(ids)), pa.nulls(len(ids), pa.string())
    return pa.table([ids, what, platforms, pc.utf8_ltrim(handles, "@"), names, nothing], schema=IDENTITIES)


def one_identity_each(identities: pa.Table) -> pa.Table:
    """One row an id: one that gives a name or an address if there is one, then the first in alphabetical order."""
    return _one_each(identities, "id", {"name": "ascending", "url": "ascending", "native": "ascending"})


def _one_each(table: pa.Table, key: str, order: dict[str, str]) -> pa.Table:
    """One row a key: the first in this order, nulls last. Only rows that have a rival are sorted."""
    if not table.num_rows:
        return table
    codes = pc.dictionary_encode(table[key].combine_chunks()).indices.to_numpy()
    telling = [name for name in order if table[name].null_count < table.num_rows]
    if not telling:
        return table.take(_firsts(codes))
    rivals = np.flatnonzero(np.bincount(codes)[codes] > 1)
    alone = np.setdiff1d(np.arange(len(codes)), rivals, assume_unique=True)
    columns = {name: _sortable(table[name].take(pa.array(rivals))) for name in telling}
    keys = [(key, "ascending"), *((name, order[name]) for name in telling)]
    places = pc.sort_indices(pa.table({key: codes[rivals], **columns}), sort_keys=keys).to_numpy()
    ordered = codes[rivals][places]
    best = rivals[places][np.append(True, ordered[1:] != ordered[:-1])[: len(ordered)]]
    return table.take(pa.array(np.sort(np.append(alone, best))))


def _codes(indices: pa.Array) -> np.ndarray:
    """Codes as numbers, -1 where there is none."""
    return pc.fill_null(indices, -1).to_numpy(zero_copy_only=False).astype(np.int64)


def _sortable(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Arrow does not sort booleans."""
    return column.cast(pa.int8()) if pa.types.is_boolean(column.type) else column


def _firsts(codes: np.ndarray) -> pa.Array:
    """Where each code comes first, ascending."""
    return pa.array(np.sort(np.unique(codes, return_index=True)[1]))
