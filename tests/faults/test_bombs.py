"""Bombs: files that ask for far more memory than they weigh are refused with 300 MB, whoever reads them.

The seconds they take are measured by `make soak` (refuse_bombs).
"""

import json
import subprocess
import sys

import pytest
from tests.faults.bombs import BOMBS


@pytest.fixture(scope="module")
def said(repo) -> dict[str, str]:
    """What was said of each under the limit; those after one that ended the process are missing."""
    if sys.platform != "linux":
        pytest.skip("memory is limited, and what is loaded is told, as Linux does it")
    asked = [sys.executable, "-m", "tests.faults.bombs"]
    done = subprocess.run(asked, cwd=repo, capture_output=True, text=True, check=False)
    return dict(map(json.loads, done.stdout.splitlines()))


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_before_it_fills_the_memory(said, name):
    assert said.get(name) == BOMBS[name][1]
