"""Small files are replaced whole: a reader sees the old one or the new one, never a part."""

import os
import time
from pathlib import Path

TRIES, WAIT_SECONDS = 40, 0.05


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` in the place of what `path` holds. Raises OSError, and then nothing has changed."""
    aside = path.with_name(f".{path.name}.part")
    with aside.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    replace(aside, path)


def replace(source: Path, target: Path) -> None:
    """Move a file onto another. Windows refuses while a reader has it open, which lasts a moment: try again."""
    for attempt in range(TRIES):
        try:
            source.replace(target)
            return
        except PermissionError:
            if attempt == TRIES - 1:
                raise
            time.sleep(WAIT_SECONDS)
