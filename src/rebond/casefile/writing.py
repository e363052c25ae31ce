"""To write in a case: hold the lock, lay new files beside the old ones, then move the manifest."""

import re
import shutil
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain, compress
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from deltalake.exceptions import DeltaError

from rebond.casefile import key, lock, raw, store
from rebond.casefile.atomic import is_disk_full
from rebond.casefile.atomic import replace as moved
from rebond.casefile.manifest import Manifest, RawFile, read_manifest, write_manifest
from rebond.casefile.sources import name_of
from rebond.errors import CaseNotWritten, DiskFull
from rebond.sentences import Verbatim

ASIDE = ".staging"
TABLES = "tables"
SPILLED = ".engine-*"  # as engines/local.py names them, which is not imported here: Ibis takes a second
DAY_SECONDS = 86_400
PART = re.compile(r"(?:authors|problems|versions|identities)-\d{6,}\.parquet")  # what people lay beside them is theirs
APART = ("identities",)  # tables that lie with the key


@dataclass(frozen=True, slots=True)
class NewPosts:
    """Posts to add. batches: POSTS. replaced: post_ids they take the place of, and the days on which those lie.

    instead: they take the place of all posts, and their tables of all tables.
    """

    batches: Iterable[pa.RecordBatch]
    rows: int
    days: int
    replaced: pa.StringArray
    replaced_days: frozenset[str]
    instead: bool = False


class Writing:
    """One change of a case, all or nothing. Nothing shows before `commit`, and `commit` ends with one small move."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.before = read_manifest(folder)
        self.aside = folder / ASIDE
        self._taken: list[RawFile] = []

    def take(self, path: Path, role: str = "posts") -> RawFile:
        """Copy a file aside, towards raw/. `known` when the case, or this change, has the same bytes already."""
        copy = self.aside / f"{len(self._taken)}.copy"
        sha256, size = raw.copy_aside(path, copy)
        taken_now = ((one.sha256, one.role) == (sha256, role) for one in self._taken)
        known = self.before.file(sha256, role) or next(compress(self._taken, taken_now), None)
        if known is not None:
            copy.unlink()
            return replace(known, known=True)
        given_as = name_of(path)
        name = raw.name_for(given_as, sha256, self._names_taken(given_as, sha256))
        copy.replace(self.aside / name)
        taken = RawFile(name=name, given_as=given_as, sha256=sha256, size=size, role=role)
        self._taken.append(taken)
        return taken

    def leave(self, taken: RawFile) -> None:
        """Let go of a file just taken: it will not be kept."""
        self._taken.remove(taken)
        self.copy_of(taken).unlink(missing_ok=True)

    def _names_taken(self, wanted: str, sha256: str) -> list[str]:
        """Names in raw/; a stray file of the wanted name counts unless a killed writer left it with these bytes."""
        names = [one.name for one in (*self.before.files, *self._taken)]
        stray = self.folder / raw.FOLDER / wanted
        return [*names, wanted] if stray.is_file() and raw.sha256_of(stray) != sha256 else names

    def copy_of(self, taken: RawFile) -> Path:
        """Where the copy lies until the commit: what is read is what is kept."""
        return self.aside / taken.name

    def commit(
        self,
        at: datetime,
        *,
        posts: NewPosts | None = None,
        tables: Mapping[str, Iterable[pa.Table]] | None = None,
        facts: Mapping[str, Mapping[str, Any]] | None = None,
        used_again: RawFile | None = None,
    ) -> Manifest:
        """Move the case to its next version.

        tables: parts of each, in order. facts: by SHA-256 of a file, how it was read. used_again: a kept file that is
        the one in use once more.
        """  # fmt: skip
        told = facts or {}
        earlier = [
            replace(one, facts=told.get(one.sha256, one.facts) if one.role == "posts" else one.facts)
            for one in self.before.files
            if used_again is None or (one.name, one.given_as) != (used_again.name, used_again.given_as)
        ]
        again = [] if used_again is None else [replace(used_again, known=False)]
        taken_now = [replace(one, kept_at=at, facts=told.get(one.sha256, {})) for one in self._taken]
        manifest = self.before.next(
            files=(*earlier, *again, *taken_now),
            tables={**({} if posts and posts.instead else self.before.tables), **self._write_tables(tables or {})},
        )
        if posts is not None:
            manifest = replace(manifest, **self._write_posts(posts))
        for taken in self._taken:
            moved(self.copy_of(taken), self.folder / raw.FOLDER / taken.name)
        write_manifest(self.folder, manifest)
        return manifest

    def _write_posts(self, posts: NewPosts) -> dict[str, Any]:
        if len(posts.replaced):
            store.take_out(self.folder, self.before, posts.replaced, posts.replaced_days)
        store.put(self.folder, posts.batches, rows=posts.rows, days=posts.days, instead=posts.instead)
        version, files = store.snapshot(self.folder, self.before.posts)
        rows = posts.rows + (0 if posts.instead else self.before.rows - len(posts.replaced))
        return {"delta_version": version, "posts": files, "rows": rows}

    def _write_tables(self, tables: Mapping[str, Iterable[pa.Table]]) -> dict[str, str]:
        written = {}
        for name, parts in tables.items():
            room = key.FOLDER if name in APART else TABLES
            path = self.folder / room / f"{name}-{self.before.version + 1:06d}.parquet"
            if not _write_table(path, parts):
                continue
            if name in APART:
                key.shut(path, key.OWNER_ONLY)
            written[f"{room}/{path.name}"] = raw.sha256_of(path)
        return written


def _write_table(path: Path, parts: Iterable[pa.Table]) -> bool:
    """Write a table, a part at a time; nothing where all are empty."""
    filled = (part for part in parts if part.num_rows)
    first = next(filled, None)
    if first is None:
        return False
    told = {"use_dictionary": _repeated(first), "write_statistics": False}
    with pq.ParquetWriter(path, first.schema, compression="zstd", **told) as writer:
        for part in chain([first], filled):
            writer.write_table(part)
    return True


def _repeated(table: pa.Table) -> list[str]:
    """Columns worth a dictionary: those whose first thousands repeat."""
    head = table.slice(0, 10_000)
    return [name for name in table.column_names if pc.count_distinct(head[name]).as_py() < head.num_rows / 2]


@contextmanager
def writing(folder: Path, patience: lock.Patience = lock.NONE) -> Iterator[Writing]:
    """Change a case. What a killed writer left is cleared first; an error inside leaves the case as it was.

    Raises CaseBusy, CaseNotWritten, DiskFull, ManifestDamaged, CaseTooNew.
    """
    with lock.held(folder, patience):
        try:
            change = Writing(folder)
            _clear(folder, change.before)
            change.aside.mkdir()
            try:
                yield change
            finally:
                shutil.rmtree(change.aside, ignore_errors=True)
        except (OSError, DeltaError) as error:
            if is_disk_full(error):
                raise DiskFull(folder=Verbatim(str(folder))) from error
            why = getattr(error, "strerror", None) or str(error)
            raise CaseNotWritten(folder=Verbatim(str(folder)), why=Verbatim(why)) from error


def _clear(folder: Path, manifest: Manifest) -> None:
    """Undo what no manifest names. raw/ is left alone: a copy there is good, and is taken up again."""
    shutil.rmtree(folder / ASIDE, ignore_errors=True)
    for spilled in folder.glob(SPILLED):  # by a reader that was killed; a living one is done within the day
        if not any(spilled.iterdir()):  # DuckDB makes it again, should it need it after all
            spilled.rmdir()
        elif time.time() - spilled.stat().st_mtime > DAY_SECONDS:
            shutil.rmtree(spilled, ignore_errors=True)
    store.settle(folder, manifest)
    for room in (TABLES, key.FOLDER):
        for path in (folder / room).iterdir() if (folder / room).is_dir() else ():
            if PART.fullmatch(path.name) and f"{room}/{path.name}" not in manifest.tables:
                path.unlink(missing_ok=True)
