"""posts/: a Delta table of POSTS. Readers never open it: they open the files that the manifest names.

We write its files and the library its log: written by the library, they take two to five times the memory
(docs/decisions/0069).
"""

import shutil
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import unquote

import pyarrow as pa
import pyarrow.compute as pc
from deltalake import DeltaTable, Schema
from deltalake.exceptions import DeltaError
from deltalake.transaction import AddAction, RemoveAction, create_table_with_add_actions

from rebond.casefile.manifest import Manifest
from rebond.casefile.parts import lay_out
from rebond.casefile.raw import sha256_of
from rebond.errors import CaseFilesMissing
from rebond.sentences import Verbatim
from rebond.tables import POSTS

if TYPE_CHECKING:
    import pyarrow.dataset as ds

FOLDER, LOG = "posts", "_delta_log"
FULL_DAY = 1_000  # posts a day from which a day is a partition of its own (docs/decisions/0022)
DAY = ["day"]


def dataset(folder: Path, paths: Iterable[str]) -> "ds.Dataset":
    """POSTS of these files."""
    import pyarrow.dataset as ds  # brings pandas, a second of import that a first import need not wait for

    hive = ds.partitioning(pa.schema([POSTS.field("day")]), flavor="hive")
    whole = [str(folder / path) for path in paths]
    return ds.dataset(whole, schema=POSTS, format="parquet", partitioning=hive, partition_base_dir=str(folder / FOLDER))


def put(folder: Path, batches: Iterable[pa.RecordBatch], *, rows: int, days: int, instead: bool = False) -> None:
    """Add posts in one commit, or put them in the place of all there are (instead).

    rows, days: how many of each, which decide how the first commit lays the table out.
    """
    target = folder / FOLDER
    if not DeltaTable.is_deltatable(str(target)):
        by_day = rows >= FULL_DAY * days
        added = lay_out(target, batches, by_day=by_day)
        create_table_with_add_actions(
            str(target), Schema.from_arrow(POSTS), added, mode="error", partition_by=DAY if by_day else None
        )
        return
    table = DeltaTable(target)
    mode: Literal["append", "overwrite"] = "overwrite" if instead else "append"
    _commit(table, [*lay_out(target, batches, by_day=_is_by_day(table))], mode)


def take_out(folder: Path, manifest: Manifest, post_ids: pa.StringArray, days: Iterable[str]) -> None:
    """Rewrite some days without some posts, in one commit."""
    target = folder / FOLDER
    table = DeltaTable(target)
    by_day = _is_by_day(table)
    touched = {f"{FOLDER}/day={day}" for day in days}
    old = [path for path in manifest.posts if not by_day or path.rpartition("/")[0] in touched]
    kept = dataset(folder, old).scanner(filter=~pc.field("post_id").isin(post_ids), batch_readahead=1).to_reader()
    added = lay_out(target, kept.cast(POSTS), by_day=by_day)
    now = time.time_ns() // 1_000_000
    gone = [RemoveAction(path.removeprefix(f"{FOLDER}/"), True, now) for path in old]
    _commit(table, [*added, *gone], "append")


def _commit(table: DeltaTable, actions: list[AddAction | RemoveAction], mode: Literal["append", "overwrite"]) -> None:
    table.create_write_transaction(actions, mode, table.schema(), table.metadata().partition_columns)


def _is_by_day(table: DeltaTable) -> bool:
    return table.metadata().partition_columns == DAY


def settle(folder: Path, manifest: Manifest) -> None:
    """Bring the table back to the version the manifest names: what a killed writer began is undone.

    Raises CaseFilesMissing when the table cannot be opened though the manifest names posts.
    """
    target = folder / FOLDER
    if manifest.delta_version is None:
        shutil.rmtree(target, ignore_errors=True)
        return
    try:
        table = DeltaTable(target)
        if table.version() != manifest.delta_version:
            table.restore(manifest.delta_version)
    except DeltaError:
        raise CaseFilesMissing(file=Verbatim(str(target / LOG))) from None


def snapshot(folder: Path, before: Mapping[str, str]) -> tuple[int, dict[str, str]]:
    """(version of the table, path in the case folder → SHA-256) of its last version."""
    table = DeltaTable(folder / FOLDER)
    paths = (f"{FOLDER}/{unquote(path)}" for path in pa.table(table.get_add_actions())["path"].to_pylist())
    return table.version(), {path: before.get(path) or sha256_of(folder / path) for path in sorted(paths)}
