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
    order = [("author_id", "ascending"), ("seen_at", "descending"), ("profile", "ascending"),
             ("followers_band", "ascending"), ("verified", "ascending")]  # fmt: skip
    accounts = accounts.group_by(accounts.column_names).aggregate([])
    flags = accounts.set_column(4, "verified", accounts["verified"].cast(pa.int8()))  # Arrow does not sort booleans
    ordered = accounts.take(pc.sort_indices(flags, sort_keys=order))
    return _firsts(ordered, "author_id")


def identities_of(accounts: Accounts) -> pa.Table:
    """IDENTITIES of accounts, one row for each way an account is written."""
    names = pa.nulls(len(accounts.distinct_ids), pa.string())
    return _identities(accounts.distinct_ids, accounts.distinct_platforms, accounts.distinct_handles, names)


def names_of(author_ids: pa.StringArray, raw: pa.RecordBatch) -> pa.Table:
    """IDENTITIES of the accounts whose display name is given."""
    names = raw.column("author_name")
    if names.null_count == len(names):
        return IDENTITIES.empty_table()
    handles = pc.coalesce(raw.column("handle"), names)
    table = pa.table({"id": author_ids, "platform": raw.column("platform"), "native": handles, "name": names})
    table = table.filter(pc.is_valid(names)).group_by(table.column_names).aggregate([])
    return _identities(*table.columns)


def _identities(ids: pa.Array, platforms: pa.Array, handles: pa.Array, names: pa.Array) -> pa.Table:
    what, nothing = pa.repeat(pa.scalar("author"), len(ids)), pa.nulls(len(ids), pa.string())
    return pa.table([ids, what, platforms, pc.utf8_ltrim(handles, "@"), names, nothing], schema=IDENTITIES)


def one_identity_each(identities: pa.Table) -> pa.Table:
    """One row an id: one that gives a name or an address if there is one, then the first in alphabetical order."""
    identities = identities.group_by(identities.column_names).aggregate([])
    order = [("id", "ascending"), ("name", "ascending"), ("url", "ascending"), ("native", "ascending")]
    indices = pc.sort_indices(identities, sort_keys=order)
    return _firsts(identities.take(indices), "id")


def _firsts(table: pa.Table, key: str) -> pa.Table:
    """The first row of each key, in the order they stand."""
    codes = pc.dictionary_encode(table[key].combine_chunks()).indices.to_numpy()
    firsts = np.sort(np.unique(codes, return_index=True)[1]) if len(codes) else np.zeros(0, np.int64)
    return table.take(pa.array(firsts))
