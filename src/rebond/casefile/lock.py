"""One writer at a time. The lock is the operating system's, so it dies with its process, killed or not.

SQLite brings it in the standard library, the same on Linux, macOS and Windows; a lock of our own would be two, by
platform, each with its traps. See docs/decisions/0020.
"""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from rebond.errors import CaseBusy, CaseNotWritten, DiskFull, LockUnusable, RebondError
from rebond.sentences import Verbatim

NAME = ".lock"
BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
TRY_AGAIN_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class Patience:
    """For how long another writer, here or in another process, is waited for. told: called once, as the wait begins."""

    seconds: float
    told: Callable[[], None] = lambda: None


NONE = Patience(0)


@contextmanager
def held(folder: Path, patience: Patience = NONE) -> Iterator[None]:
    """Hold the case for writing. Raises CaseBusy, CaseNotWritten, DiskFull, LockUnusable."""
    try:
        connection = sqlite3.connect(folder / NAME, timeout=0, isolation_level=None)
    except sqlite3.Error as error:
        raise _why_not(folder, error) from None
    with closing(connection):
        _take_in_turn(connection, folder, patience)
        yield


def _take_in_turn(connection: sqlite3.Connection, folder: Path, patience: Patience) -> None:
    """The wait is ours, not SQLite's, which does not hear Ctrl-C."""
    for tried in range(int(patience.seconds / TRY_AGAIN_SECONDS)):
        with suppress(CaseBusy):
            return _take(connection, folder)
        if not tried:
            patience.told()
        time.sleep(TRY_AGAIN_SECONDS)
    return _take(connection, folder)


def _take(connection: sqlite3.Connection, folder: Path) -> None:
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as error:
        raise _why_not(folder, error) from None


def _why_not(folder: Path, error: sqlite3.Error) -> RebondError:
    if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
        return DiskFull(folder=Verbatim(str(folder)))
    if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_NOTADB:
        return LockUnusable(file=Verbatim(str(folder / NAME)))
    if getattr(error, "sqlite_errorcode", None) in BUSY:
        return CaseBusy(folder=Verbatim(str(folder)))
    return CaseNotWritten(folder=Verbatim(str(folder)), why=Verbatim(str(error)))
