"""A case: one crisis of one organisation, as a folder that stays readable without us.

case.toml · manifest.json · raw/ · posts/ (Delta) · tables/ · identities/ (apart) · reviews/
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from rebond.casefile import key, lock, raw, store
from rebond.casefile.atomic import replace as moved
from rebond.casefile.manifest import NAME as MANIFEST_NAME
from rebond.casefile.manifest import Manifest, RawFile, read_manifest, write_manifest
from rebond.casefile.settings_file import NAME as SETTINGS_NAME
from rebond.casefile.settings_file import read_settings, write_settings
from rebond.casefile.sources import name_of
from rebond.casefile.writing import TABLES, Writing, writing
from rebond.corpus.people import ACCOUNTS, last_seen, one_identity_each
from rebond.corpus.versions import still_other
from rebond.errors import CaseFilesMissing, CaseInACase, CaseNotWritten, NotACase, RebondError
from rebond.sentences import Verbatim
from rebond.settings import Settings
from rebond.tables import AUTHORS, IDENTITIES, PROBLEMS, VERSIONS

if TYPE_CHECKING:
    import pyarrow.dataset as ds

REVIEWS = "reviews"
ROOMS = (raw.FOLDER, TABLES, REVIEWS)
MAKING_SECONDS = 10  # that another command may take to make the same case


@dataclass(frozen=True, slots=True)
class Case:
    """A case folder that was opened. Reading needs no lock: each call sees one whole version.

    pinned: the version that all calls see, whatever is written meanwhile; None: the last one, at each call.
    patience: of all that writes, towards other commands that do.
    """

    folder: Path
    pinned: Manifest | None = None
    patience: lock.Patience = lock.NONE

    # --- what people say ---------------------------------------------------------------------------
    def settings(self) -> Settings:
        """The case sheet and the parameters. Raises SettingsDamaged, CaseTooNew."""
        return read_settings(self.folder)[0]

    def reasons(self) -> dict[str, str]:
        """Why each parameter has its value."""
        return read_settings(self.folder)[1]

    def keep_settings(self, settings: Settings, reasons: Mapping[str, str] | None = None) -> None:
        """Write case.toml, keeping the reasons already there. A damaged one is not written over: SettingsDamaged."""
        with self.writing():
            write_settings(self.folder, settings, {**self.reasons(), **(reasons or {})})

    # --- what was brought in -----------------------------------------------------------------------
    def manifest(self) -> Manifest:
        """The last version of the case, or the pinned one."""
        return self.pinned or read_manifest(self.folder)

    def as_it_is(self) -> "Case":
        """The same case, pinned to its version of now: posts, authors and problems read from it agree."""
        return replace(self, pinned=self.manifest())

    def keep_raw(self, path: Path, role: str = "log") -> RawFile:
        """Keep an untouched copy of a file that holds no posts (a log, a sheet, a series).

        Given again under the same name it is the one in use from then on; the earlier one stays in raw/.
        """
        with self.writing() as change:
            taken, used = change.take(path, role), {one.given_as: one.name for one in change.before.in_use(role)}
            if (name := name_of(path)) in used:  # the bytes of another file take the place of those of this name too
                taken = replace(taken, given_as=name)
            if not taken.known or used.get(taken.given_as) != taken.name:
                change.commit(datetime.now(UTC), used_again=taken if taken.known else None)
        return taken

    def records(self, role: str) -> Iterator[tuple[str, bytes]]:
        """(name as given, bytes) of each file in use in a role, in the order in which they were given."""
        for one in self.manifest().in_use(role):
            path = Path(*self._whole([f"{raw.FOLDER}/{one.name}"]))
            yield one.given_as, path.read_bytes()

    def raw_path(self, raw_file: str) -> Path:
        """Where an untouched file lies."""
        return self.folder / raw.FOLDER / raw_file

    def raw_lines(self, raw_file: str, rows: Iterable[int]) -> Mapping[int, str]:
        """Physical lines of an untouched text file, by number."""
        return raw.raw_lines(self.folder, raw_file, rows)

    def posts_files(self) -> tuple[str, ...]:
        """Parquet files of POSTS, for an engine. Raises CaseFilesMissing."""
        return self._whole(self.manifest().posts)

    def posts(self) -> "ds.Dataset":
        """POSTS. Raises CaseFilesMissing."""
        manifest = self.manifest()
        self._whole(manifest.posts)
        return store.dataset(self.folder, manifest.posts)

    def authors(self) -> pa.Table:
        """AUTHORS, one row an account that published."""
        return last_seen(self._table("authors", ACCOUNTS)).select(AUTHORS.names).cast(AUTHORS)

    def problems(self) -> pa.Table:
        """PROBLEMS, all that was ever found wrong with a row."""
        return self._table("problems", PROBLEMS)

    def versions(self) -> pa.Table:
        """VERSIONS, what rows that gave way say otherwise than the posts as they are counted now."""
        told = self._table("versions", VERSIONS)
        if not told.num_rows:
            return told
        columns = ["post_id", "text", "published_at", "precision"]
        return still_other(
            told, self.posts().to_table(columns=columns, filter=pc.field("post_id").isin(told["post_id"]))
        )

    def identities(self) -> pa.Table:
        """IDENTITIES, one row an id. For the few who may; the analysis never asks."""
        return one_identity_each(self._table("identities", IDENTITIES))

    def key(self) -> bytes:
        """The key of the pseudonyms. Raises CaseFilesMissing."""
        return key.read_key(self.folder)

    # --- what is made from it ----------------------------------------------------------------------
    def writing(self) -> AbstractContextManager[Writing]:
        """Change the case, all or nothing; one writer at a time. Raises CaseBusy, CaseNotWritten."""
        return writing(self.folder, self.patience)

    def held(self) -> AbstractContextManager[None]:
        """Keep other writers out. Raises CaseBusy."""
        return lock.held(self.folder, self.patience)

    def patient(self, seconds: float, told: Callable[[], None]) -> "Case":
        """The same case, whose writings wait for those of other commands. told: called as each wait begins."""
        return replace(self, patience=lock.Patience(seconds, told))

    def derived(self, name: str, made_from: str, make: Callable[[], pa.Table]) -> pa.Table:
        """A table worked out from the case, kept for the next time. made_from: digest of all it depends on.

        It can be lost at no cost; when it cannot be kept, it is made again.
        """
        path = self.folder / TABLES / f"{name}.parquet"
        try:
            if pq.read_schema(path).metadata[b"made_from"] == made_from.encode():
                return pq.ParquetFile(path).read()
        except (OSError, KeyError, TypeError, pa.ArrowException):
            pass
        table = make()
        aside = path.with_name(f".{made_from[:16]}.part")
        try:
            pq.write_table(table.replace_schema_metadata({"made_from": made_from}), aside, compression="zstd")
            moved(aside, path)
        except OSError:
            aside.unlink(missing_ok=True)
        return table

    @contextmanager
    def held_to_its_list(self) -> Iterator[None]:
        """While the case is read: where that fails and a file is not what the list says, the file is the reason.

        Raises CaseFilesMissing. Fingerprints are worked out only then: they take as long as reading the case.
        """
        try:
            yield
        except RebondError:
            raise
        except Exception:
            manifest = self.manifest()
            for path, sha256 in {**manifest.posts, **manifest.tables}.items():
                if raw.sha256_of(Path(*self._whole([path]))) != sha256:
                    raise CaseFilesMissing(file=Verbatim(str(self.folder / path))) from None
            raise

    def _table(self, name: str, schema: pa.Schema) -> pa.Table:
        parts = [pq.ParquetFile(path).read().cast(schema) for path in self._whole(self.manifest().parts(name))]
        return pa.concat_tables(parts) if parts else schema.empty_table()

    def _whole(self, paths: Iterable[str]) -> tuple[str, ...]:
        found = [self.folder / path for path in paths]
        for path in found:
            if not path.is_file():
                raise CaseFilesMissing(file=Verbatim(str(path)))
        return tuple(map(str, found))


def open_case(folder: Path) -> Case:
    """The case in a folder; made if the folder is not there or empty.

    Raises NotACase (other files lie there), CaseInACase, CaseTooNew, SettingsDamaged, ManifestDamaged, CaseNotWritten.
    """
    try:
        if not (folder / SETTINGS_NAME).is_file():
            _make(folder)
        for room in ROOMS:
            (folder / room).mkdir(exist_ok=True)
    except OSError as error:
        raise CaseNotWritten(folder=Verbatim(str(folder)), why=Verbatim(error.strerror or str(error))) from error
    case = Case(folder)
    case.settings()
    case.manifest()
    return case


def is_case(folder: Path) -> bool:
    """Whether a folder holds a case that can be seen."""
    try:
        return (folder / SETTINGS_NAME).is_file()
    except OSError:
        return False


def unmake(folder: Path) -> None:
    """Take back a case just made, when nothing came into it. All that is not of its making stays, and so does it."""
    with suppress(RebondError, OSError):
        with lock.held(folder):
            if read_manifest(folder) != Manifest() or read_settings(folder)[0] != Settings():
                return
            for name in (SETTINGS_NAME, MANIFEST_NAME, f"{key.FOLDER}/{key.NAME}"):
                (folder / name).unlink(missing_ok=True)
        (folder / lock.NAME).unlink(missing_ok=True)
        for room in (*ROOMS, key.FOLDER):
            (folder / room).rmdir()


def _make(folder: Path) -> None:
    """The key first, then the list, case.toml last: a folder with case.toml is a whole case."""
    if folder.exists() and (not folder.is_dir() or any(_is_strange(one) for one in folder.iterdir())):
        raise NotACase(folder=Verbatim(str(folder)))
    outer = next((above for above in folder.absolute().parents if is_case(above)), None)
    if outer is not None:
        raise CaseInACase(folder=Verbatim(str(folder)), outer=Verbatim(str(outer)))
    folder.mkdir(parents=True, exist_ok=True)
    with lock.held(folder, lock.Patience(MAKING_SECONDS)):
        if not is_case(folder):  # another command may have made it meanwhile
            key.draw_key(folder)
            write_manifest(folder, read_manifest(folder))
            write_settings(folder, Settings(), {})


def _is_strange(entry: Path) -> bool:
    """Hidden files of the system, and what a killed making left, are no reason to refuse a folder."""
    return not (entry.name.startswith(".") or entry.name in (*ROOMS, key.FOLDER, MANIFEST_NAME))
