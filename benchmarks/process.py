"""Run a command as a whole process and say what it cost: CPU of it and of all it started, memory at its highest.

POSIX only (os.wait4). CPU seconds, not wall time: a busy machine changes the second, hardly the first.
"""

import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

LOOK_EVERY = 0.02  # seconds between two looks at the memory of the tree
# Compiled once, as on the machine of a user, even where this one is told to keep no compiled file.
COMPILED = {"PYTHONPYCACHEPREFIX": str(Path(__file__).parent / "data" / "compiled"), "PYTHONDONTWRITEBYTECODE": ""}
PAGE = os.sysconf("SC_PAGE_SIZE")
MAC_COUNTS_BYTES = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """cpu: seconds, user and system, children included. peak: bytes of the whole tree at its highest."""

    cpu: float
    peak: int
    exit_code: int


def measure(command: Sequence[str | Path], cwd: Path, *, may_refuse: bool = False, **environment: str) -> Cost:
    """Run it to its end. Raises RuntimeError with what it said when it fails; may_refuse: unless it says why."""
    said = cwd / "said.txt"
    with said.open("wb") as out:
        child = subprocess.Popen(
            [str(word) for word in command], cwd=cwd, stdout=out, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
            env={**os.environ, **COMPILED, "CI": "1", **environment},
        )  # fmt: skip
        watch = Watch(child.pid)
        watch.start()
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        watch.stop()
    if child.returncode < 0 or (child.returncode and not may_refuse):
        told = said.read_text("utf-8", "replace")[-2000:]
        raise RuntimeError(f"{' '.join(map(str, command))} exited with {child.returncode}\n{told}")
    # The system's own figure starts with what its parent held before the command took its place: here, a test run.
    peak = watch.peak or used.ru_maxrss * MAC_COUNTS_BYTES
    return Cost(cpu=used.ru_utime + used.ru_stime, peak=peak, exit_code=child.returncode)


class Watch(threading.Thread):
    """Adds up the resident memory of a process and of all it started; between two looks, its own highest.

    Where /proc is missing it sees nothing.
    """

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.peak, self._over = pid, 0, threading.Event()

    def run(self) -> None:
        while not self._over.wait(LOOK_EVERY):
            self.peak = max(self.peak, _highest(self.pid), sum(_resident(pid) for pid in _tree(self.pid)))

    def stop(self) -> None:
        self._over.set()
        self.join()


def _tree(root: int) -> list[int]:
    found, todo = [], [root]
    while todo:
        pid = todo.pop()
        found.append(pid)
        for task in Path(f"/proc/{pid}/task").glob("*/children"):
            try:
                todo += map(int, task.read_text().split())
            except OSError:  # it ended while we looked
                continue
    return found


def _highest(pid: int) -> int:
    """What one process has held at most since its command began: between two looks as well."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().split("\n")
    except OSError:
        return 0
    return next((int(line.split()[1]) << 10 for line in lines if line.startswith("VmHWM:")), 0)


def _resident(pid: int) -> int:
    """Shared pages are counted in each process: what is printed is at least what is used."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE
    except (OSError, IndexError):
        return 0
