"""One writer at a time. The lock is the operating system's, so it dies with its process, killed or not.

SQLite brings it in the standard library, the same on Linux, macOS and Windows; a lock of our own would be two, by
platform, each with its traps. See docs/decisions/0020.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from rebond.errors import CaseBusy, CaseNotWritten, DiskFull, LockUnusable, RebondError
from rebond.sentences import Verbatim

NAME = ".lock"
BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


@contextmanager
def held(folder: Path, wait: float = 0) -> Iterator[None]:
    """Hold the case for writing. wait: seconds for which another writer, here or in another process, may still do so.

    Raises CaseBusy, CaseNotWritten, DiskFull, LockUnusable.
    """
    try:
        connection = sqlite3.connect(folder / NAME, timeout=wait, isolation_level=None)
    except sqlite3.Error as error:
        raise _why_not(folder, error) from None
    with closing(connection):
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            raise _why_not(folder, error) from None
        yield


def _why_not(folder: Path, error: sqlite3.Error) -> RebondError:
    if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
        return DiskFull(folder=Verbatim(str(folder)))
    if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_NOTADB:
        return LockUnusable(file=Verbatim(str(folder / NAME)))
    if getattr(error, "sqlite_errorcode", None) in BUSY:
        return CaseBusy(folder=Verbatim(str(folder)))
    return CaseNotWritten(folder=Verbatim(str(folder)), why=Verbatim(str(error)))
