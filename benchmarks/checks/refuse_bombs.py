"""Bombs given to the command: each is refused, or read as the little it is, in 5 CPU seconds and 300 MB in all.

A trial is a bomb; all are tried when there are as many trials. tests/faults/test_bombs.py holds what is said of each.
"""

import os
import random
import sys
import tempfile
from pathlib import Path

from tests.faults.bombs import BOMBS

from benchmarks.checks import Check
from benchmarks.process import measure

REBOND = [sys.executable, "-c", "from rebond.cli import main; main()"]
SECONDS, MEMORY = 5.0, 300 << 20


def missing() -> str | None:
    return None if hasattr(os, "wait4") else "what a process costs is not told on this system"


def run(times: int, seed: int) -> None:
    names = random.Random(seed).sample(sorted(BOMBS), min(times, len(BOMBS)))
    with tempfile.TemporaryDirectory(prefix="rebond-bombs-") as folder:
        for name in names:
            file = Path(folder) / "export.bin"
            file.write_bytes(BOMBS[name][0]())
            cost = measure([*REBOND, "check", file], Path(folder), may_refuse=True)
            print(f"{name}: {cost.cpu:.1f} s, {cost.peak >> 20} MB, exit {cost.exit_code}")
            assert cost.peak <= MEMORY, f"{name}: {cost.peak >> 20} MB"
            assert cost.cpu <= SECONDS or len(names) < len(BOMBS), f"{name}: {cost.cpu:.1f} s"


CHECK = Check(
    claim="A file made to fill the memory is refused in 5 CPU seconds and 300 MB", full=len(BOMBS), run=run,
    missing=missing,
)  # fmt: skip
