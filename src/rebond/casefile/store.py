"""posts/: a Delta table of POSTS. Readers never open it: they open the files that the manifest names."""

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import unquote

import pyarrow as pa
import pyarrow.compute as pc
from deltalake import ColumnProperties, DeltaTable, WriterProperties, write_deltalake
from deltalake.exceptions import DeltaError

from rebond.casefile.manifest import Manifest
from rebond.casefile.raw import sha256_of
from rebond.errors import CaseFilesMissing
from rebond.sentences import Verbatim
from rebond.tables import POSTS

if TYPE_CHECKING:
    import pyarrow.dataset as ds

FOLDER, LOG = "posts", "_delta_log"
FULL_DAY = 1_000  # posts a day from which a day is a partition of its own (docs/decisions/0021)
# A dictionary of these would only be thrown away, and their smallest and greatest values help no reader.
DISTINCT = ("post_id", "text", "text_key", "author_id", "raw_row")
PLAIN = ColumnProperties(dictionary_enabled=False, statistics_enabled="NONE")
WRITER = WriterProperties(compression="ZSTD", column_properties=dict.fromkeys(DISTINCT, PLAIN))


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
    is_new = not DeltaTable.is_deltatable(str(target))
    partition = ["day"] if is_new and rows >= FULL_DAY * days else None
    reader = pa.RecordBatchReader.from_batches(POSTS, batches)
    mode: Literal["append", "overwrite"] = "overwrite" if instead else "append"
    write_deltalake(target, reader, mode=mode, partition_by=partition, writer_properties=WRITER)


def take_out(folder: Path, manifest: Manifest, post_ids: pa.StringArray, days: Iterable[str]) -> None:
    """Rewrite some days without some posts, in one commit."""
    touched = sorted(days)
    kept = pc.field("day").isin(touched) & ~pc.field("post_id").isin(post_ids)
    reader = dataset(folder, manifest.posts).scanner(filter=kept).to_reader()
    listed = ", ".join(f"'{day}'" for day in touched)
    write_deltalake(folder / FOLDER, reader.cast(POSTS), mode="overwrite", predicate=f"day IN ({listed})",
                    writer_properties=WRITER)  # fmt: skip


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
