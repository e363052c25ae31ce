"""What people install without a clone: all that the program reads, in both languages, and nothing else."""

import subprocess
import sys
import zipfile

import pytest
from tests.house.source import ROOT, SRC, nothing


@pytest.fixture(scope="module")
def inside(tmp_path_factory):
    """Names of the files in a wheel just built."""
    folder = tmp_path_factory.mktemp("wheel")
    asked = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        return {name for name in wheel.namelist() if ".dist-info/" not in name}


def test_the_wheel_holds_every_file_of_the_package(inside):
    asked = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "src/rebond"]
    tracked = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    wanted = {name.removeprefix("src/") for name in tracked if not name.endswith(".po") and (ROOT / name).is_file()}
    catalogues = {f"rebond/locale/{po.parent.name}/{po.stem}.mo" for po in (SRC / "locale").glob("*/*.po")}
    nothing((wanted | catalogues) - inside, "missing from the wheel:")
    nothing(inside - wanted - catalogues, "in the wheel without a reason:")
