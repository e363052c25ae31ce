"""Dependencies only go down. The contracts are in pyproject.toml ([tool.importlinter])."""

import subprocess
import sys
from pathlib import Path


def test_the_import_contracts_are_kept(repo):
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint, "--no-cache"], cwd=repo, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[done.stdout.find("Contracts\n") :] + done.stderr


def test_an_import_of_posts_waits_for_nothing_it_does_not_need(repo):
    """Ibis takes half a second and pandas another: an import of posts uses neither (docs/decisions/0026)."""
    asked = "import sys, rebond.desk.bring_in; print(*{'ibis', 'pandas', 'duckdb', 'feedparser'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", asked], cwd=repo, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
