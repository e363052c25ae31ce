"""What every test may ask for."""

from pathlib import Path

import pytest
from hypothesis import settings

# No stopwatch (a busy machine is not a bug) and the same examples everywhere: a red test is red for everyone.
settings.register_profile("house", deadline=None, derandomize=True)
settings.load_profile("house")

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def repo() -> Path:
    """Root of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Real data kept beside the repository, never inside it; the test is skipped where it is not there."""
    data = ROOT.parent / "shared" / "data"
    if not data.is_dir():
        pytest.skip("needs the real data kept beside the repository (../shared/data)")
    return data
