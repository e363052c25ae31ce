"""From what a file states to what the case keeps: a batch of RAW_POSTS becomes posts, accounts and their identities."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from rebond.corpus import marks, wordings
from rebond.corpus.people import accounts_of, identities_of, names_of
from rebond.corpus.pseudonyms import Pseudonyms
from rebond.corpus.twins import described
from rebond.tables import IDENTITIES, POSTS

Named = tuple[np.ndarray, pa.StringArray, pa.Table]
MOSTLY = 0.9  # share of distinct texts from which to read each row costs less than to sort copies out
FIRST_DAY = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Assembled:
    """One batch. identities of posts: row i belongs to post i; accounts: who wrote; named: who wrote or was named."""

    posts: pa.RecordBatch  # POSTS
    post_identities: pa.RecordBatch  # IDENTITIES
    accounts: pa.Table  # people.ACCOUNTS
    named: pa.Table  # IDENTITIES


class Assembler:
    """Assembles the batches of one file, in the order of the file.

    A post without an id is known by its account, minute and text, its addresses apart. Without an account either,
    nothing tells two equal rows apart: the k-th of a file is then the k-th of any other file that overlaps it, and none
    is lost.
    """

    def __init__(self, names: Pseudonyms, *, raw_file: str, source_tool: str, imported_at: datetime) -> None:
        self._names = names
        self._same = {"source_tool": source_tool, "raw_file": raw_file}
        self._imported_at = imported_at
        self._seen: Counter[str] = Counter()
        self._addresses: dict[str, dict[str, int]] = {}

    def assemble(self, raw: pa.RecordBatch) -> Assembled:
        """raw: RAW_POSTS."""
        n, get = raw.num_rows, raw.column
        platforms, handles = get("platform"), pc.coalesce(get("handle"), get("author_name"))
        authors = self._names.accounts(platforms, handles)
        bare = wordings.without_repost(get("text"))
        texts, their_platforms, where = _distinct(bare, platforms)
        text_keys = _spread(wordings.text_keys(texts), where)
        said = self._said(their_platforms, texts)
        columns = {name: get(name) for name in POSTS.names if name in raw.schema.names}
        columns |= {
            "post_id": self._post_ids(raw, authors.ids, text_keys),
            "author_id": authors.ids,
            "text_key": text_keys,
            "repost_of_author": self._names.authors(platforms, get("repost_of_handle")),
            "links": _spread(said.links, where),
            "hashtags": _spread(said.hashtags, where),
            "mentioned_ids": _spread(said.mentioned_ids, where),
            "imported_at": pa.repeat(pa.scalar(self._imported_at, POSTS.field("imported_at").type), n),
            "day": days(get("published_at")),
        }
        columns |= {name: self._names.posts(platforms, get(name)) for name in ("parent_id", "root_id", "repost_of")}
        columns |= {name: pa.repeat(pa.scalar(value), n) for name, value in self._same.items()}
        posts = pa.RecordBatch.from_arrays([columns[name] for name in POSTS.names], schema=POSTS)
        return Assembled(
            posts=posts,
            post_identities=_post_identities(posts, raw),
            accounts=accounts_of(authors, raw),
            named=pa.concat_tables([names_of(authors, raw), said.named]),
        )

    def _post_ids(self, raw: pa.RecordBatch, author_ids: pa.StringArray, text_keys: pa.StringArray) -> pa.StringArray:
        """From the native id, else from account, minute and text."""
        ids = self._names.posts(raw.column("platform"), raw.column("native_id"))
        if not ids.null_count:
            return ids
        untold = pc.is_null(ids)
        columns = {name: raw.column(name) for name in ("platform", "published_at", "kind", "text")}
        rows = pa.table({**columns, "author_id": author_ids, "text_key": text_keys}).filter(untold).combine_chunks()
        told = described(rows).combine_chunks()
        told = self._by_address(told, rows["text"].combine_chunks())
        told = self._numbered(told, pc.is_null(rows["author_id"]).combine_chunks())
        return pc.replace_with_mask(ids, untold, self._names.untold(told))

    def _by_address(self, told: pa.StringArray, texts: pa.StringArray) -> pa.StringArray:
        """Descriptions, apart for each set of addresses: an account may give twenty in a minute, with equal words."""
        linked = pc.match_substring_regex(texts, "(?i)https?://")
        if not pc.any(linked, min_count=0).as_py():
            return told
        apart = []
        for one, text in zip(told.filter(linked).to_pylist(), texts.filter(linked).to_pylist(), strict=True):
            known = self._addresses.setdefault(one, {})
            rank = known.setdefault(text, len(known))
            apart.append(f"{one}\n{rank}" if rank else one)
        return pc.replace_with_mask(told, linked, pa.array(apart, pa.string()))

    def _numbered(self, told: pa.StringArray, nobody: pa.BooleanArray) -> pa.StringArray:
        """Descriptions, with their rank among equals where nobody signed."""
        if not pc.any(nobody, min_count=0).as_py():
            return told
        ranked = []
        for one in told.filter(nobody).to_pylist():
            self._seen[one] += 1
            ranked.append(f"{one}\n{self._seen[one]}")
        return pc.replace_with_mask(told, nobody, pa.array(ranked, pa.string()))

    def _said(self, platforms: pa.StringArray, bare: pa.StringArray) -> "_Said":
        """What the texts point to. Accounts are named by their pseudonyms; their handles go with the identities."""
        texts, n = marks.Bytes(bare), len(bare)
        coded = pc.dictionary_encode(platforms)
        names = coded.dictionary.to_pylist()
        dotted = np.array([name in marks.DOTTED for name in names], bool)[coded.indices.to_numpy()]
        found = [self._mentioned(one, coded) for one in marks.mentions(texts, dotted)]
        rows = np.concatenate([one[0] for one in found])
        order = np.argsort(rows, kind="stable")
        ids = pa.concat_arrays([one[1] for one in found]).take(pa.array(order))
        return _Said(
            links=marks.links(texts).lists(n),
            hashtags=marks.hashtags(texts).lists(n),
            mentioned_ids=marks.as_lists(rows[order], ids, n),
            named=pa.concat_tables([one[2] for one in found]),
        )

    def _mentioned(self, found: marks.Found, platforms: pa.DictionaryArray) -> Named:
        """(rows, pseudonyms, identities) of mentions; each account is named once a platform."""
        where = platforms.indices.to_numpy()[found.rows].astype(np.int64)
        pairs, back = np.unique(where * max(1, len(found.distinct)) + found.codes, return_inverse=True)
        names = platforms.dictionary.take(pa.array(pairs // max(1, len(found.distinct))))
        handles = pa.array(found.distinct, pa.string()).take(pa.array(pairs % max(1, len(found.distinct))))
        accounts = self._names.accounts(names, handles)
        return found.rows, accounts.ids.take(pa.array(back)), identities_of(accounts)


def _distinct(
    bare: pa.StringArray, platforms: pa.StringArray
) -> tuple[pa.StringArray, pa.StringArray, pa.Array | None]:
    """(distinct texts of each platform, their platforms, place of each row's text): copies are most of a crisis.

    Whom a mention names depends on the platform. Place is None where hardly any text comes again.
    """
    texts, places = pc.dictionary_encode(bare), pc.dictionary_encode(platforms)
    many = max(1, len(places.dictionary))
    pairs = texts.indices.to_numpy().astype(np.int64) * many + places.indices.to_numpy()
    coded = pc.dictionary_encode(pa.array(pairs))
    distinct = coded.dictionary.to_numpy()
    if len(distinct) > MOSTLY * len(bare):
        return bare, platforms, None
    return texts.dictionary.take(distinct // many), places.dictionary.take(distinct % many), coded.indices


def _spread(values: pa.Array, where: pa.Array | None) -> pa.Array:
    return values if where is None else values.take(where)


@dataclass(frozen=True, slots=True)
class _Said:
    links: pa.ListArray
    hashtags: pa.ListArray
    mentioned_ids: pa.ListArray
    named: pa.Table


def days(instants: pa.TimestampArray) -> pa.StringArray:
    """UTC days as YYYY-MM-DD, written once a distinct day."""
    numbers = pc.floor(pc.divide(instants.cast(pa.int64()).cast(pa.float64()), 86_400_000_000.0)).cast(pa.int32())
    coded = pc.dictionary_encode(numbers)
    return pa.array(map(_day, coded.dictionary.to_pylist()), pa.string()).take(coded.indices)


def _day(number: int) -> str:
    return (FIRST_DAY + timedelta(days=number)).strftime("%Y-%m-%d").zfill(10)


def _post_identities(posts: pa.RecordBatch, raw: pa.RecordBatch) -> pa.RecordBatch:
    n = posts.num_rows
    nobody = pa.nulls(n, pa.string())
    columns = [posts.column("post_id"), pa.repeat(pa.scalar("post"), n), raw.column("platform"),
               raw.column("native_id"), nobody, raw.column("url")]  # fmt: skip
    return pa.RecordBatch.from_arrays(columns, schema=IDENTITIES)
