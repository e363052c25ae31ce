"""Dependencies only go down. The contracts are in pyproject.toml ([tool.importlinter])."""

import subprocess
import sys
from pathlib import Path


def test_the_import_contracts_are_kept(repo):
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint, "--no-cache"], cwd=repo, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[done.stdout.find("Contracts\n") :] + done.stderr
