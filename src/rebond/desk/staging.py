"""What was read, laid aside on disk until it is known which rows stay. Memory holds ids and ranks, never texts."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from rebond.casefile.case import Case
from rebond.casefile.manifest import Manifest, RawFile
from rebond.casefile.writing import NewPosts
from rebond.corpus.assemble import Assembler
from rebond.corpus.digest import COLUMNS, rows_said
from rebond.corpus.people import ACCOUNTS, last_seen, one_identity_each
from rebond.corpus.pseudonyms import Pseudonyms, fixed_ids
from rebond.corpus.repeats import Claims, among, joined, losers, places_in
from rebond.corpus.twins import DESCRIBING, ids_without, of_no_platform
from rebond.corpus.versions import TOLD, others, versions_of
from rebond.desk.laid import STAGED, Laid
from rebond.desk.rows_kept import Kept, nothing_kept, rows_kept, with_texts
from rebond.importers import Batch, Problem
from rebond.importers.cuts import Ending
from rebond.importers.endings import Rows
from rebond.importers.future import up_to
from rebond.tables import BY_HAND, IDENTITIES, POSTS, PROBLEMS, VERSIONS

IDENTIFYING = ("post_id", "platform", "native", "url")
FEW = 1_000_000  # rows of accounts kept before they are compacted


@dataclass(slots=True)
class FileCount:
    """One file, counted. rows_in = kept + refused; some of the kept then turn out to be repeats."""

    rows_in: int = 0
    kept: int = 0
    without_id: int = 0
    problems: Counter[str] = field(default_factory=Counter)
    first: datetime | None = None
    last: datetime | None = None
    platforms: set[str] = field(default_factory=set)
    ending: Ending | None = None

    @property
    def refused(self) -> int:
        return self.rows_in - self.kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What goes into the case.

    repeats: by SHA-256 of a file, its rows of posts that were known. otherwise: rows that tell a post in another way.
    """

    posts: NewPosts
    rows: int
    tables: Mapping[str, Iterable[pa.Table]]
    repeats: Mapping[str, int]
    otherwise: int


@dataclass(frozen=True, slots=True)
class Twins:
    """Ids of posts known elsewhere by an id of their own.

    each: of every row read, shape (2, n), empty where it has none; (2, 0) where none has. of_read: those there are.
    of_kept: with the case's.
    """

    each: np.ndarray
    of_read: np.ndarray
    of_kept: np.ndarray


class Staging:
    """The posts of one import. folder: where to lay them aside; it is cleared with the change."""

    def __init__(self, folder: Path, case: Case, before: Manifest) -> None:
        self._case, self._before = case, before
        self._laid = Laid(folder / "posts.arrow")
        self._files: list[RawFile] = []
        self._claims: list[Claims] = []
        self._untold: list[np.ndarray] = []
        self._typed: list[np.ndarray] = []
        self._accounts: list[pa.Table] = []
        self._named: list[pa.Table] = []
        self._problems: list[pa.Table] = []
        self._days: set[str] = set()

    def __enter__(self) -> "Staging":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._laid.close()

    # --- reading ---------------------------------------------------------------------------------
    def stage(
        self, file: RawFile, batches: Iterator[Batch], assembler: Assembler, at: datetime, zone: str = "UTC"
    ) -> FileCount:
        """Lay the posts of one file aside. at: when; rows dated later are refused. zone: of the days of the file."""
        count, rows, self._files = FileCount(), Rows(), [*self._files, file]
        for read in batches:
            batch = up_to(read, at)
            rows.look(batch)
            posts, problems = batch.posts, batch.problems
            count.rows_in += batch.rows_in
            count.kept += posts.num_rows
            count.problems.update(problem.code for problem in problems if problem.refused)
            self._problems.append(_table_of(file.name, problems))
            if posts.num_rows:
                self._lay(assembler, posts, count)
        count.ending = rows.ending(zone)
        return count

    def _lay(self, assembler: Assembler, raw: pa.RecordBatch, count: FileCount) -> None:
        made = assembler.assemble(raw)
        staged = [*made.posts.columns, made.post_identities.column("native"), made.post_identities.column("url")]
        self._laid.lay(pa.RecordBatch.from_arrays(staged, schema=STAGED))
        self._claims.append(Claims.of(made.posts, len(self._files) - 1))
        self._untold.append(np.asarray(pc.is_null(raw.column("native_id"))))
        self._typed.append(np.asarray(pc.equal(made.posts.column("source_tool"), BY_HAND)))
        count.without_id += raw.column("native_id").null_count
        count.platforms.update(pc.unique(raw.column("platform")).to_pylist())
        self._days.update(pc.unique(made.posts.column("day")).to_pylist())
        self._accounts = _compacted([*self._accounts, made.accounts], last_seen)
        self._named = _compacted([*self._named, made.named], one_identity_each)
        span = pc.min_max(raw.column("published_at")).as_py()
        count.first = min(span["min"], count.first or span["min"])
        count.last = max(span["max"], count.last or span["max"])

    # --- choosing --------------------------------------------------------------------------------
    def choose(self) -> Chosen:
        """Decide which row of each post stays, among those read and those the case has."""
        self._laid.close()
        read, self._claims = joined(self._claims), []
        kept = self._rows_kept(read.ids)
        alike = self._alike(read, kept)
        lost = self._lost(read, kept, alike)
        fresh = ~alike
        fresh[lost[lost < len(read)]] = False
        gone = kept.rows.take(pa.array(lost[lost >= len(read)] - len(read)))
        twins = self._twins(read)
        fresh &= ~among(read.ids, twins.of_kept) | ~np.concatenate(self._untold)
        gone = pa.concat_tables([gone, self._rows_of(twins.of_read, but=gone)])
        n = int(fresh.sum())
        posts = NewPosts(
            batches=self._batches(fresh, POSTS.names), rows=n, days=len(self._days),
            replaced=gone["post_id"].combine_chunks(), replaced_days=frozenset(gone["day"].to_pylist()),
        )  # fmt: skip
        versions = self._versions(read, kept, lost, alike)
        given_way = fixed_ids(gone["post_id"])
        again = ~fresh | among(read.ids, given_way)
        if twins.each.size:
            again |= among(twins.each.ravel(), given_way).reshape(2, -1).any(0)
        repeats = np.bincount(read.file[again], minlength=len(self._files))
        return Chosen(
            posts=posts,
            rows=n,
            tables=self._tables(fresh, _otherwise(self._repeats(read, fresh, gone), versions), versions),
            repeats={file.sha256: int(repeats[i]) for i, file in enumerate(self._files)},
            otherwise=versions.num_rows,
        )

    def _lost(self, read: Claims, kept: Kept, alike: np.ndarray) -> np.ndarray:
        """Places, of rows read, then kept, of those that give way to another; those alike do without being asked."""
        ranked = _with_files(read, self._ranks()[read.file])
        if not len(kept.claims):
            return losers(ranked)
        rest = np.flatnonzero(~alike)
        lost = losers(joined([ranked.take(rest), kept.claims]))
        return np.append(rest[lost[lost < len(rest)]], lost[lost >= len(rest)] + len(read) - len(rest))

    def _alike(self, read: Claims, kept: Kept) -> np.ndarray:
        """Rows that say what the case has already, to the last field: the row of the case stays. Shape (n,), bool."""
        places = places_in(read.ids, kept.claims.ids)
        exported = ~np.concatenate(self._typed)
        if not (places >= 0).any():
            return places >= 0
        said = np.concatenate([rows_said(batch) for batch in self._laid.batches((*COLUMNS, "text"))])
        return (places >= 0) & exported & ~kept.typed[places] & (said == kept.said[places])

    def _twins(self, read: Claims) -> "Twins":
        """Ids that rows with an id would bear without it, where there are rows without one that may bear them."""
        untold = np.concatenate(self._untold)
        each, of_case = np.zeros((2, 0), read.ids.dtype), np.zeros(0, read.ids.dtype)
        kept_without = any(file.facts.get("without_id", 1) for file in self._before.files if file.role == "posts")
        if not untold.all() and (untold.any() or kept_without):
            people = pa.concat_tables([IDENTITIES.empty_table(), *self._named])
            each = np.hstack([self._ids_without(batch, people) for batch in self._laid.batches(DESCRIBING)])
            each[:, untold | np.concatenate(self._typed)] = b""  # a row that people typed takes no post's place
        if untold.any() and self._before.rows:
            known = self._case.posts().to_table(columns=list(DESCRIBING))
            # An id that a row of the case bears is that of a post without one: no post of the case has it otherwise.
            of_case = np.setdiff1d(self._ids_without(known, self._case.identities()), fixed_ids(known["post_id"]))
        return Twins(each, each[each != b""], np.union1d(each, of_case))

    def _ids_without(self, rows: pa.RecordBatch | pa.Table, people: pa.Table) -> np.ndarray:
        """Shape (2, n): in a file that names the platform, and in one that does not."""
        names = Pseudonyms(self._case.key())
        return np.stack([ids_without(rows, names), ids_without(of_no_platform(rows, people, names), names)])

    def _rows_of(self, ids: np.ndarray, but: pa.Table) -> pa.Table:
        """Rows of the case that bear these ids."""
        if not len(ids):
            return but.slice(0, 0)
        found = self._rows_kept(ids)
        bear = found.claims.ids
        return found.rows.filter(pa.array(among(bear, ids) & ~among(bear, fixed_ids(but["post_id"]))))

    def _ranks(self) -> np.ndarray:
        """Rank of each staged file by fingerprint, among all files of the case."""
        return np.array([self._ranks_by_name()[file.name] for file in self._files], np.int32)

    def _ranks_by_name(self) -> dict[str, int]:
        whole = sorted((*self._before.files, *self._files), key=lambda file: file.sha256)
        return {file.name: rank for rank, file in enumerate(whole)}

    def _rows_kept(self, ids: np.ndarray) -> Kept:
        """Rows of the case that may be posts just read."""
        return rows_kept(self._case, ids, self._ranks_by_name()) if self._before.rows else nothing_kept()

    def _repeats(self, read: Claims, fresh: np.ndarray, gone: pa.Table) -> pa.Table:
        """PROBLEMS: the rows that gave way."""
        names = pa.array([file.name for file in self._files], pa.string())
        untold = np.concatenate(self._untold)
        told = read.ids[~untold] if len(gone) else read.ids[:0]
        by_id = np.append(~untold[~fresh], among(fixed_ids(gone["post_id"]), told))
        files = pa.chunked_array([names.take(pa.array(read.file[~fresh])), *gone["raw_file"].chunks])
        rows = pa.chunked_array([pa.array(read.row[~fresh]), *gone["raw_row"].chunks])
        return _repeated(files, rows, pa.array(by_id))

    def _versions(self, read: Claims, kept: Kept, lost: np.ndarray, alike: np.ndarray) -> pa.Table:
        """VERSIONS: what rows that gave way say otherwise than the one that stays.

        lost: places of rows read, then kept; alike: rows read that say nothing new.
        """
        ids = np.append(read.ids, kept.claims.ids)
        if not len(lost):
            return VERSIONS.empty_table()
        candidates = ~np.append(np.concatenate(self._typed) | alike, kept.typed)
        contested = among(ids, ids[lost]) & candidates
        if not contested.any():
            return VERSIONS.empty_table()
        rows, stays = self._told(contested, kept, TOLD), np.ones(len(ids), bool)
        stays[lost] = False
        found = others(rows, stays[contested])
        wanted = np.zeros(len(ids), bool)
        wanted[np.flatnonzero(contested)[np.union1d(found.places, found.of)]] = True
        return versions_of(self._told(wanted, kept, (*TOLD, "text")), found.among(wanted[contested]))

    def _told(self, wanted: np.ndarray, kept: Kept, columns: Sequence[str]) -> pa.Table:
        """Some rows of those read, then of those kept. wanted: shape (n,), bool."""
        n = len(wanted) - kept.rows.num_rows
        schema = pa.schema([STAGED.field(name) for name in columns])
        read = pa.Table.from_batches(self._batches(wanted[:n], columns), schema)
        of_case = kept.rows.filter(pa.array(wanted[n:]))
        of_case = with_texts(self._case, of_case) if "text" in columns and of_case.num_rows else of_case
        return pa.concat_tables([read, of_case.select(columns).cast(schema)]) if of_case.num_rows else read

    def _tables(self, fresh: np.ndarray, repeats: pa.Table, versions: pa.Table) -> dict[str, Iterable[pa.Table]]:
        """Tables in parts, each worked out as it is written, and let go."""
        identities = (_identities_of(batch) for batch in self._batches(fresh, IDENTIFYING))
        return {
            "authors": _settled(self._accounts, ACCOUNTS, last_seen),
            "identities": chain(identities, _settled(self._named, IDENTITIES, one_identity_each)),
            "problems": [*self._problems, repeats],
            "versions": [versions],
        }

    def _batches(self, fresh: np.ndarray, columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
        """The staged rows that stay."""
        start = 0
        for batch in self._laid.batches(columns):
            mask = fresh[start : start + batch.num_rows]
            start += batch.num_rows
            if not mask.all():
                batch = batch.filter(pa.array(mask))
            if batch.num_rows:
                yield batch


def _otherwise(repeats: pa.Table, versions: pa.Table) -> pa.Table:
    """PROBLEMS of rows that gave way; those that tell the post otherwise say so, and in what."""
    if not versions.num_rows:
        return repeats
    places = zip(versions["raw_file"].to_pylist(), versions["raw_row"].to_pylist(), strict=True)
    differs = dict(zip(places, versions["differs"].to_pylist(), strict=True))
    rows = repeats.to_pylist()
    for one in rows:
        if field := differs.get((one["raw_file"], one["raw_row"])):
            one |= {"code": "other-version", "field": field}
    return pa.Table.from_pylist(rows, schema=PROBLEMS)


def _compacted(tables: list[pa.Table], one_each: Callable[[pa.Table], pa.Table]) -> list[pa.Table]:
    """One row an account, each time the new ones are many and as many as the old: the work stays in proportion."""
    if sum(table.num_rows for table in tables[1:]) < max(FEW, tables[0].num_rows):
        return tables
    return [one_each(pa.concat_tables(tables))]


def _settled(tables: list[pa.Table], schema: pa.Schema, one_each: Callable[[pa.Table], pa.Table]) -> Iterator[pa.Table]:
    """One row an account, of tables that are needed no more."""
    whole = pa.concat_tables([schema.empty_table(), *tables])
    tables.clear()
    yield one_each(whole)


def _with_files(claims: Claims, files: np.ndarray) -> Claims:
    return Claims(claims.ids, claims.worth, claims.counted, files, claims.row)


def _identities_of(batch: pa.RecordBatch) -> pa.Table:
    n = batch.num_rows
    columns = [batch.column("post_id"), pa.repeat(pa.scalar("post"), n), batch.column("platform"),
               batch.column("native"), pa.nulls(n, pa.string()), batch.column("url")]  # fmt: skip
    return pa.table(columns, schema=IDENTITIES)


def _table_of(raw_file: str, problems: tuple[Problem, ...]) -> pa.Table:
    columns: dict[str, Any] = {name: [getattr(one, name) for one in problems] for name in PROBLEMS.names[1:]}
    return pa.table({"raw_file": [raw_file] * len(problems), **columns}, schema=PROBLEMS)


def _repeated(files: pa.ChunkedArray, rows: pa.ChunkedArray, by_id: pa.BooleanArray) -> pa.Table:
    """PROBLEMS: rows that gave way. Their id is not shown: it lies with the identities."""
    n = len(files)
    columns = [files, rows, pa.repeat(pa.scalar("native_id"), n), pc.if_else(by_id, "repeated-id", "repeated-row"),
               pa.nulls(n, pa.string()), pa.repeat(pa.scalar(True), n)]  # fmt: skip
    names = ("raw_file", "raw_row", "field", "code", "value", "refused")
    return pa.table(dict(zip(names, columns, strict=True))).select(PROBLEMS.names).cast(PROBLEMS)
