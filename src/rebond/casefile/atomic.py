"""Small files are replaced whole: a reader sees the old one or the new one, never a part."""

import errno
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

TRIES, WAIT_SECONDS = 40, 0.05
FULL = (errno.ENOSPC, errno.EDQUOT) if hasattr(errno, "EDQUOT") else (errno.ENOSPC,)
FULL_TOLD = ("no space left on device", "not enough space on the disk", "disk is full")  # by libraries, in their words


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` in the place of what `path` holds. Raises OSError, and then nothing has changed."""
    with laid_beside({path: data}) as put:
        put()


@contextmanager
def laid_beside(files: Mapping[Path, bytes]) -> Iterator[Callable[[], None]]:
    """Write several files, each beside its place, and give what puts all of them there.

    Raises OSError when one cannot be written; what was laid and not put is then taken back.
    """
    parts = {path.with_name(f".{path.name}.part"): path for path in files}
    try:
        for aside, path in parts.items():
            with aside.open("wb") as stream:
                stream.write(files[path])
                stream.flush()
                os.fsync(stream.fileno())

        def put() -> None:
            for aside, path in parts.items():
                replace(aside, path)

        yield put
    finally:
        for aside in parts:
            with suppress(OSError):
                aside.unlink(missing_ok=True)


def is_disk_full(error: BaseException) -> bool:
    """Whether there was no room left; libraries wrap what the system says."""
    return getattr(error, "errno", None) in FULL or any(told in str(error).lower() for told in FULL_TOLD)


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
