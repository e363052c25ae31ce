"""The tables that travel between rooms: columns, types, units, what null means.

Null always means "not in this export" (or "not known"), never zero. Times are UTC.
An Ibis expression leaves a pure room only through `collect` (small results) or `stream` (every post).
"""

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import pyarrow as pa

if TYPE_CHECKING:
    import ibis  # 0.5 CPU s: those who only read a file do not wait for it


class _NoPandas:
    """A finder that hides pandas."""

    @staticmethod
    def find_spec(name: str, path: object = None, target: object = None) -> None:
        if name == "pandas":
            raise ModuleNotFoundError(name)


def _settle_arrow() -> None:
    """What Arrow does for itself and this house does not need; measured in docs/decisions/0026.

    Its own allocator gives memory back to the system and asks for it again, batch after batch. At its first value it
    loads pandas, to tell objects that nobody gives it here; it finds pandas all the same when it must make one.
    """
    pa.set_memory_pool(pa.system_memory_pool())
    if "pandas" not in sys.modules:
        sys.meta_path.insert(0, _NoPandas)  # type: ignore[arg-type]
        pa.scalar("")
        sys.meta_path.remove(_NoPandas)  # type: ignore[arg-type]


_settle_arrow()
UTC_US = pa.timestamp("us", tz="UTC")
NOTHING = pa.scalar(None, pa.string())  # an absent text


def _schema(*columns: tuple[str, pa.DataType, bool, str]) -> pa.Schema:
    """(name, type, nullable, what it holds) …"""
    return pa.schema([pa.field(n, t, nullable=null, metadata={"doc": doc}) for n, t, null, doc in columns])


# What an importer gives: one row per post as the file states it, nothing invented, nobody hidden yet.
RAW_POSTS = _schema(
    ("platform", pa.string(), False, "x, facebook, instagram, … ; 'unknown' when the file does not say"),
    ("native_id", pa.string(), True, "the platform's own id; null when the file has none that can be trusted"),
    ("published_at", UTC_US, False, "instant of publication"),
    ("precision", pa.string(), False, "second, minute, hour or day: how exact published_at is"),
    ("handle", pa.string(), True, "account name or id as the file writes it"),
    ("author_name", pa.string(), True, "display name"),
    ("profile", pa.string(), True, "profile text of the author"),
    ("followers", pa.int64(), True, "followers of the author at collection"),
    ("verified", pa.bool_(), True, "account verified by the platform"),
    ("text", pa.string(), False, "text of the post; may be empty"),
    ("lang_declared", pa.string(), True, "language code the file states"),
    ("kind", pa.string(), False, "post, repost, reply, quote, comment or review"),
    ("parent_id", pa.string(), True, "native id of the post answered, or of the one a quote quotes"),
    ("root_id", pa.string(), True, "native id of the first post of the thread"),
    ("repost_of", pa.string(), True, "native id of the post reposted; null when only the text shows it"),
    ("repost_of_handle", pa.string(), True, "account reposted, when only 'RT @x:' shows it"),
    ("url", pa.string(), True, "address of the post"),
    ("likes", pa.int64(), True, "count at collection"),
    ("reposts", pa.int64(), True, "count at collection"),
    ("replies", pa.int64(), True, "count at collection"),
    ("views", pa.int64(), True, "count at collection"),
    ("rating", pa.float64(), True, "stars of a review, 0 to 5"),
    ("tone_declared", pa.string(), True, "the export's own tone, never mixed with ours"),
    ("is_owned", pa.bool_(), True, "true when the export itself marks the organisation's own post"),
    ("raw_row", pa.int64(), False, "first physical line (1 = first line of the file; sheet row for XLSX)"),
)

# What the case keeps. post_id, author_id: keyed digests, stable within a case.
POSTS = _schema(
    ("post_id", pa.string(), False, "keyed digest of platform and native id (or of author, minute and text)"),
    ("platform", pa.string(), False, "as RAW_POSTS"),
    ("published_at", UTC_US, False, "as RAW_POSTS"),
    ("precision", pa.string(), False, "as RAW_POSTS"),
    ("author_id", pa.string(), True, "pseudonym: keyed digest of platform and handle"),
    ("text", pa.string(), False, "as RAW_POSTS"),
    ("text_key", pa.string(), False, "hash of the normalised text, without the repost prefix"),
    ("lang_declared", pa.string(), True, "as RAW_POSTS"),
    ("kind", pa.string(), False, "as RAW_POSTS"),
    ("parent_id", pa.string(), True, "digest like post_id"),
    ("root_id", pa.string(), True, "digest like post_id"),
    ("repost_of", pa.string(), True, "digest like post_id"),
    ("repost_of_author", pa.string(), True, "pseudonym of the account reposted"),
    ("links", pa.list_(pa.string()), False, "addresses in the text, domain and path only"),
    ("hashtags", pa.list_(pa.string()), False, "lower case, without #"),
    ("mentioned_ids", pa.list_(pa.string()), False, "pseudonyms of the accounts mentioned in the text"),
    ("likes", pa.int64(), True, "count at collection"),
    ("reposts", pa.int64(), True, "count at collection"),
    ("replies", pa.int64(), True, "count at collection"),
    ("views", pa.int64(), True, "count at collection"),
    ("rating", pa.float64(), True, "stars, 0 to 5"),
    ("tone_declared", pa.string(), True, "as RAW_POSTS"),
    ("is_owned", pa.bool_(), True, "as RAW_POSTS"),
    ("source_tool", pa.string(), False, "key of the importer that read it"),
    ("raw_file", pa.string(), False, "name of the untouched file in raw/"),
    ("raw_row", pa.int64(), False, "as RAW_POSTS"),
    ("imported_at", UTC_US, False, "when the import that kept this row was run"),
    ("day", pa.string(), False, "UTC day, YYYY-MM-DD: the partition"),
)

# What enrichment adds to each post before the walk (never stored inside POSTS).
ENRICHED = _schema(
    ("post_id", pa.string(), False, "as POSTS"),
    ("relevance", pa.string(), False, "about_us, off_topic, or unchecked when the sheet names nothing to look for"),
    ("is_ours", pa.bool_(), False, "published by one of the organisation's own accounts"),
    ("is_directed", pa.bool_(), False, "mentions, answers or reviews the organisation"),
    ("lang", pa.string(), True, "ISO 639-1, declared or else read; mul: French and English at once; null: not known"),
    ("family_id", pa.string(), True, "text_key of the oldest near-copy of its wording; null for a post without words"),
    ("thread_id", pa.string(), True, "post its thread is named after, captured or not; null when none is told"),
)

# Wordings that have an older near-copy (global: worked out on all distinct texts of a case).
FAMILIES = _schema(
    ("text_key", pa.string(), False, "as POSTS"),
    ("family_id", pa.string(), False, "text_key of the oldest wording of the family"),
)

# Posts that answer another, or are answered.
THREADS = _schema(
    ("post_id", pa.string(), False, "as POSTS; may name a post that was not captured"),
    ("thread_id", pa.string(), False, "post_id of the root that is told, else of the highest post known"),
)

# What the walk reads: POSTS joined with ENRICHED on post_id.
WALK_POSTS = pa.schema([*POSTS, *(f for f in ENRICHED if f.name != "post_id")])

# What else was said of a post by a row that gave way to another: neither is thrown away.
VERSIONS = _schema(
    ("post_id", pa.string(), False, "as POSTS"),
    ("differs", pa.string(), False, "text or published_at: what the row says otherwise"),
    ("published_at", UTC_US, False, "as this row has it"),
    ("text", pa.string(), False, "as this row has it"),
    ("raw_file", pa.string(), False, "as POSTS"),
    ("raw_row", pa.int64(), False, "as POSTS"),
)

AUTHORS = _schema(
    ("author_id", pa.string(), False, "pseudonym"),
    ("platform", pa.string(), False, "as RAW_POSTS"),
    ("profile", pa.string(), True, "profile text, last one seen"),
    ("followers_band", pa.string(), True, "0-99, 100-999, 1k-9k, 10k-99k, 100k-999k, 1M+"),
    ("verified", pa.bool_(), True, "verified by the platform"),
)

# Apart from the rest: readable by few, erasable.
IDENTITIES = _schema(
    ("id", pa.string(), False, "post_id or author_id"),
    ("what", pa.string(), False, "post or author"),
    ("platform", pa.string(), False, "as RAW_POSTS"),
    ("native", pa.string(), True, "native post id or handle"),
    ("name", pa.string(), True, "display name of an author"),
    ("url", pa.string(), True, "address of a post"),
)

# source_tool of the posts that people picked and typed: told in order of time, never counted (docs/decisions/0066).
BY_HAND = "by_hand"

# The list of every post that a review writes for its readers inside the organisation (internal/posts.csv).
POSTS_FILE = ("raw_file", "raw_row", "published_at_utc", "platform", "pseudonym", "kind", "side", "phase", "language",
              "likes", "reposts", "replies", "views", "points_to", "thread", "family", "post_id", "text")  # fmt: skip

# domain.md 2.7. A time is a range: earliest = latest when it is exact.
ACTIONS = _schema(
    ("action_id", pa.string(), False, "stable within a case"),
    ("action_kind", pa.string(), False, "vocabulary action_kind, or event_kind for an outside event"),
    ("is_event", pa.bool_(), False, "true: an outside event, not ours"),
    ("earliest", UTC_US, False, "the act happened at or after"),
    ("latest", UTC_US, False, "the act happened at or before"),
    ("decided_at", UTC_US, True, ""),
    ("drafted_at", UTC_US, True, ""),
    ("approved_at", UTC_US, True, ""),
    ("published_at", UTC_US, True, ""),
    ("title", pa.string(), False, "one line, as people wrote it"),
    ("by_role", pa.string(), True, ""),
    ("channels", pa.list_(pa.string()), False, "where it was published"),
    ("langs", pa.list_(pa.string()), False, "fr, en, … in which it was published"),
    ("visibility", pa.string(), False, "public, targeted or internal"),
    ("note", pa.string(), True, ""),
    ("source", pa.string(), False, "log, sheet, or posts when read from our own posts"),
    ("raw_file", pa.string(), False, ""),
    ("raw_row", pa.int64(), False, ""),
)

SERIES = _schema(
    ("series", pa.string(), False, "name people gave: calls, departures, gifts, price …"),
    ("starts_at", UTC_US, False, "start of the period counted"),
    ("ends_at", UTC_US, False, "end of the period counted, excluded"),
    ("value", pa.float64(), True, "null: not provided for that period"),
    ("unit", pa.string(), True, ""),
    ("raw_file", pa.string(), False, ""),
    ("raw_row", pa.int64(), False, ""),
)

PROBLEMS = _schema(
    ("raw_file", pa.string(), False, ""),
    ("raw_row", pa.int64(), False, "first physical line; 0 when the whole file is meant"),
    ("field", pa.string(), True, "field of the row"),
    ("code", pa.string(), False, "vocabulary problem_code"),
    ("value", pa.string(), True, "what stood there, cut to 200 characters"),
    ("refused", pa.bool_(), False, "true: the row was not kept; false: only the field was left empty"),
)


def collect(expr: "ibis.Table", *, by: str | Sequence[str], schema: pa.Schema | None = None) -> pa.Table:
    """Run an expression and give its rows in one fixed order, so equal inputs give equal bytes.

    by: columns that together identify a row; the result is sorted by them.
    schema: declared columns and types; the result is cast to it.
    Raises ValueError when `by` does not identify rows (a tie would leave the order to chance).
    """
    keys = [by] if isinstance(by, str) else list(by)
    table = expr.to_pyarrow().sort_by([(key, "ascending") for key in keys])
    if table.num_rows > 1 and table.select(keys).group_by(keys).aggregate([]).num_rows != table.num_rows:
        raise ValueError(f"rows are not identified by {keys}")
    if schema is not None:
        return table.select(schema.names).cast(schema)
    return table.cast(pa.schema([pa.field(f.name, _steady(f.type)) for f in table.schema]))


def stream(expr: "ibis.Table", *, by: Sequence[str], rows: int = 50_000) -> Iterator[pa.RecordBatch]:
    """Run an expression and give its rows in one fixed order, `rows` at a time: the whole never stands in memory.

    by: columns that together identify a row; the engine sorts by them, on disk where it must.
    Raises ValueError when `by` does not identify rows.
    """
    last: tuple[object, ...] | None = None
    for batch in expr.order_by(list(by)).to_pyarrow_batches(chunk_size=rows):
        if not batch.num_rows:
            continue
        table = pa.Table.from_batches([batch])
        first, end = ((tuple(table[name][at].as_py() for name in by)) for at in (0, -1))
        if first == last or table.select(list(by)).group_by(list(by)).aggregate([]).num_rows != table.num_rows:
            raise ValueError(f"rows are not identified by {list(by)}")
        last = end
        steady = pa.schema([pa.field(f.name, _steady(f.type)) for f in batch.schema])
        yield from table.cast(steady).to_batches()


def _steady(kind: pa.DataType) -> pa.DataType:
    """Engines differ in integer width and text type; one reading for all of them."""
    if pa.types.is_integer(kind):
        return pa.int64()
    if pa.types.is_large_string(kind) or pa.types.is_string_view(kind):
        return pa.string()
    if pa.types.is_timestamp(kind):
        return UTC_US
    return kind
