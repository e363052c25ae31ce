"""An import killed at any moment: the case opens with its last version, and the same import then completes it."""

import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.checks import Check
from benchmarks.inputs import simulated

REBOND = [sys.executable, "-c", "from rebond.cli import main; main()"]
POSTS = 4_000
LONGEST = 4.0  # seconds after which an import is over


def imported(case: Path, csv: Path) -> str:
    """What an import that ends well says last."""
    asked = [*REBOND, "import", case, csv, "--tz", "UTC"]
    done = subprocess.run(asked, capture_output=True, text=True, check=False, env={**os.environ, "REBOND_LANG": "en"})
    assert done.returncode == 0, done.stderr
    return done.stdout


def posts_in(case: Path) -> int:
    """Posts of the last version; 0 before the first."""
    from deltalake import DeltaTable

    return DeltaTable(case / "posts").count() if (case / "posts" / "_delta_log").is_dir() else 0


def run(times: int, seed: int) -> None:
    chance = random.Random(seed)
    csv = simulated(POSTS)
    with tempfile.TemporaryDirectory(prefix="rebond-kill-") as folder:
        whole = Path(folder) / "whole"
        imported(whole, csv)
        expected = posts_in(whole)
        for n in range(times):
            case = Path(folder) / f"case-{n}"
            asked = [*REBOND, "import", case, csv, "--tz", "UTC"]
            child = subprocess.Popen(asked, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(chance.uniform(0, LONGEST))  # the one place where a clock is the subject
            child.kill()
            child.wait()
            assert posts_in(case) in (0, expected), f"seed {seed}, trial {n}: half an import"
            imported(case, csv)
            assert posts_in(case) == expected, f"seed {seed}, trial {n}: not completed"
        imported(case, csv)
        assert posts_in(case) == expected, "the same file again was counted twice"


CHECK = Check(claim="A killed import leaves the last version, and can be run again", full=150, run=run)
