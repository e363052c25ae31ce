"""The Parquet files of posts/: one a day, or one of all days, written a piece at a time (docs/decisions/0069)."""

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from uuid import uuid4

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from deltalake.transaction import AddAction

from rebond.tables import POSTS

PIECE = 100_000  # rows held before they are written: a day of a file in no order still gets some hundreds at once
# A dictionary of these would only be thrown away, and their smallest and greatest values help no reader.
DISTINCT = ("post_id", "text", "text_key", "author_id", "raw_row")


class Part:
    """One file being written. It is open only while a piece is added: a case may have thousands of days."""

    def __init__(self, folder: Path, day: str | None, schema: pa.Schema) -> None:
        self._day, self._rows, self._folder = day, 0, folder
        self._path = folder / ("" if day is None else f"day={day}") / f"{uuid4().hex}.parquet"
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._sink = _Sink(self._path)
        told = [name for name in schema.names if name not in DISTINCT]
        self._writer = pq.ParquetWriter(
            self._sink, schema, compression="zstd", use_dictionary=told, write_statistics=told
        )  # fmt: skip

    def add(self, rows: pa.RecordBatch) -> None:
        """Write some rows, as a group of their own."""
        self._writer.write_batch(rows)
        self._rows += rows.num_rows
        self._sink.settle()

    def close(self) -> AddAction:
        """End the file; gives what the log of the table says of it."""
        self._writer.close()
        self._sink.settle()
        at = self._path.stat()
        return AddAction(
            path=self._path.relative_to(self._folder).as_posix(), size=at.st_size,
            partition_values={} if self._day is None else {"day": self._day},
            modification_time=at.st_mtime_ns // 1_000_000, data_change=True, stats=f'{{"numRecords":{self._rows}}}',
        )  # fmt: skip


class _Sink(io.RawIOBase):
    """What a Parquet writer gives, kept until `settle` adds it to the file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._held: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: "pa.Buffer") -> int:  # type: ignore[override]
        self._held.append(bytes(data))
        return len(data)

    def settle(self) -> None:
        with self._path.open("ab") as stream:
            stream.write(b"".join(self._held))
        self._held = []


def lay_out(folder: Path, batches: Iterable[pa.RecordBatch], *, by_day: bool) -> list[AddAction]:
    """Write POSTS as Parquet files, in the order in which they come. by_day: a file a day, without that column."""
    schema = POSTS.remove(POSTS.get_field_index("day")) if by_day else POSTS
    parts: dict[str | None, Part] = {}
    for piece in _pieces(batches):
        for day, rows in _days(piece) if by_day else ((None, piece),):
            if day not in parts:
                parts[day] = Part(folder, day, schema)
            parts[day].add(rows)
    return [part.close() for part in parts.values()]


def _pieces(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    held: list[pa.RecordBatch] = []
    for batch in batches:
        held.append(batch)
        if sum(one.num_rows for one in held) >= PIECE:
            yield pa.concat_batches(held)
            held = []
    if held:
        yield pa.concat_batches(held)


def _days(piece: pa.RecordBatch) -> Iterator[tuple[str, pa.RecordBatch]]:
    """The rows of each day, without it."""
    coded = pc.dictionary_encode(piece.column("day"))
    codes = coded.indices.to_numpy()
    rows = piece.drop_columns("day")
    if (np.diff(codes) < 0).any():
        rows = rows.take(pa.array(np.argsort(codes, kind="stable")))
    ends = np.cumsum(np.bincount(codes, minlength=len(coded.dictionary))).tolist()
    for day, start, end in zip(coded.dictionary.to_pylist(), [0, *ends], ends, strict=False):
        yield day, rows.slice(start, end - start)
