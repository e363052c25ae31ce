"""Every reader under atheris: it reads or refuses, keeps or refuses each row, and takes less than a second.

A trial is an execution of each reader. `make soak` asks for a million, which is a night and more on one core;
`make test` runs twenty-five, a few of them seeds: enough to see that the check still runs, not to find anything.
What is found is left in a folder of the machine, named in the failure: the input, the file it stands for, what was
raised. Linux on x86-64 only, where atheris is.
"""

import importlib.util
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.checks import Check
from benchmarks.inputs import ROOT

PATIENCE = 1.0  # CPU seconds of one input
ENOUGH = 1_000  # trials from which seconds are told: the tests tell none


def missing() -> str | None:
    return None if importlib.util.find_spec("atheris") else "atheris is not there: it exists for Linux on x86-64"


def run(times: int, seed: int) -> None:
    from benchmarks.fuzzing.readers import READERS

    folder = Path(tempfile.mkdtemp(prefix="rebond-fuzz-"))
    patience = PATIENCE if times >= ENOUGH else 0
    asked = [sys.executable, "-m", "benchmarks.fuzzing", folder, times, seed, patience, *READERS]
    done = subprocess.run(
        list(map(str, asked)), cwd=ROOT, capture_output=True, text=True, errors="replace", check=False
    )
    found = sorted(path for path in (folder / "found").glob("*/*") if path.suffix not in (".input", ".file"))
    told = "\n".join(f"{path}\n{path.read_text('utf-8', 'replace')[-1_000:]}" for path in found)
    assert not found and done.returncode == 0, f"seed {seed}: {told or done.stderr[-2_000:]}"
    shutil.rmtree(folder)


CHECK = Check(
    claim="Each reader, guided towards code it never ran, reads or refuses, within a second",
    full=1_000_000, few=25, run=run, missing=missing,
)  # fmt: skip
