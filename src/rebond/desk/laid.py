"""Posts laid aside between reading and keeping: in memory while they are few, in a file beyond."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow as pa

from rebond.tables import IDENTITIES, POSTS

STAGED = pa.schema([*POSTS, IDENTITIES.field("native"), IDENTITIES.field("url")])
IN_MEMORY = 64 << 20  # bytes of posts: what one export of an ordinary crisis takes


class Laid:
    """Batches laid aside: in memory up to IN_MEMORY, in a file beyond."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._held: list[pa.RecordBatch] = []
        self._bytes = 0
        self._sink: pa.OSFile | None = None
        self._writer: pa.RecordBatchFileWriter | None = None

    def lay(self, batch: pa.RecordBatch) -> None:
        """Add a batch of STAGED."""
        self._bytes += batch.nbytes
        if self._bytes <= IN_MEMORY:
            self._held.append(batch)
            return
        if self._writer is None:
            self._sink = pa.OSFile(str(self._path), "wb")
            self._writer = pa.ipc.new_file(self._sink, STAGED)
        self._writer.write_batch(batch)

    def close(self) -> None:
        """No more batches; they can now be read."""
        if self._writer is not None and self._sink is not None and not self._sink.closed:
            self._writer.close()
            self._sink.close()

    def batches(self, columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
        """Some columns of all batches, in the order in which they were laid."""
        yield from (batch.select(columns) for batch in self._held)
        if self._writer is None:
            return
        places = [STAGED.get_field_index(name) for name in columns]
        options = pa.ipc.IpcReadOptions(included_fields=places)
        with pa.OSFile(str(self._path)) as source, pa.ipc.open_file(source, options=options) as reader:
            for i in range(reader.num_record_batches):
                yield reader.get_batch(i).select(columns)
