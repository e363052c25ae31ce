"""DuckDB in the process, through Ibis: no service, a bounded memory, what does not fit goes to a folder it is given.

An engine gets file lists and record batches, never a case. Several threads give the same digests as one, because SQL
here counts whole numbers only and every result is sorted on its way out (`tables.collect`).
"""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa

from rebond.tables import POSTS

MEMORY = "1GB"  # absolute: DuckDB's default is a share of the machine, and one case must leave room for the others
THREADS = 4
ROWS = 65_536
INTERRUPTED = "Query interrupted"  # in the words of DuckDB


class Local:
    """An open engine. Its tables are good until it is closed.

    Tables are made in DuckDB's own words: what Ibis 12 writes for it breaks with the newest sqlglot ("DROP VIEW").
    """

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def posts(self, files: Sequence[str]) -> ibis.Table:
        """POSTS in Parquet files, those of one snapshot. The day may be a column or a folder name."""
        if not files:
            return self.table("no_posts", POSTS.empty_table())
        read = self._connection.read_parquet(list(files), hive_partitioning=True, hive_types_autocast=False)
        return read.select(*POSTS.names)

    def table(self, name: str, rows: pa.Table) -> ibis.Table:
        """A table held by the engine. Each name is used once."""
        self._connection.con.register("brought", rows)
        self._connection.con.execute(f'CREATE TABLE "{name}" AS SELECT * FROM brought')  # noqa: S608
        self._connection.con.unregister("brought")
        return self._connection.table(name)

    def keep(self, name: str, expr: ibis.Table) -> ibis.Table:
        """The rows of an expression, worked out once; later questions read the copy."""
        self._connection.con.execute(f'CREATE TABLE "{name}" AS {ibis.to_sql(expr, dialect="duckdb")}')
        return self._connection.table(name)

    def batches(self, expr: ibis.Table) -> Iterator[pa.RecordBatch]:
        """The rows of an expression, in no order, a batch at a time."""
        yield from self._connection.to_pyarrow_batches(expr, chunk_size=ROWS)


@contextmanager
def local(spill: Path, *, memory: str = MEMORY, threads: int = THREADS) -> Iterator[Local]:
    """Open an engine, and close it. spill: a folder where it may write what does not fit in memory.

    Raises KeyboardInterrupt where DuckDB tells of Ctrl-C as of an error of its own.
    """
    with tempfile.TemporaryDirectory(prefix=".engine-", dir=spill, ignore_cleanup_errors=True) as aside:
        try:
            connection = _connected(memory, threads, aside)
            try:
                yield Local(connection)
            finally:
                connection.disconnect()
        except RuntimeError as error:
            if str(error) == INTERRUPTED:
                raise KeyboardInterrupt from error
            raise


def _connected(memory: str, threads: int, aside: str) -> Any:
    # Ibis sets the time zone of the connection to UTC.
    connection = ibis.duckdb.connect(
        memory_limit=memory, threads=threads, temp_directory=aside, preserve_insertion_order=False
    )
    connection.con.execute("SET enable_progress_bar = false")  # it would be drawn in files and pipes as well
    return connection
