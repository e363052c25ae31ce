"""The command as a process: what it answers when even its answer cannot be written."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

REBOND = [sys.executable, "-c", "from rebond.cli import main; main()"]
FULL = Path("/dev/full")
ENGLISH = {**os.environ, "REBOND_LANG": "en"}
BARRED = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search"]


@pytest.mark.skipif(not FULL.exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("words", [["--help"], ["--version"], ["check", "nothing.csv"]])
def test_a_full_disk_under_the_output_is_said_and_has_its_number(words):
    with FULL.open("w") as full:
        done = subprocess.run([*REBOND, *words], stdout=full, stderr=subprocess.PIPE, text=True, env=ENGLISH)
    assert done.returncode == (20 if "check" in words else 11)
    assert "Traceback" not in done.stderr and "Exception ignored" not in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="other systems allow no such bytes")
def test_a_name_typed_in_another_encoding_is_no_fault(tmp_path):
    rows = (f"2025-10-{1 + n % 28:02d}T10:{n % 60:02d}:00Z,u{n},Rivage {n}" for n in range(60))
    (tmp_path / "a.csv").write_text("date,author,text\n" + "\n".join(rows))
    words = [*map(os.fsencode, REBOND), b"review", b"a.csv", b"--org", b"Caf\xe9", b"--all", b"--format", b"html"]
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, env=ENGLISH)
    assert done.returncode == 0, done.stderr


def test_a_folder_name_too_long_is_refused_in_one_sentence(tmp_path):
    (tmp_path / "a.csv").write_text("date,text\n2025-10-01T10:00:00Z,one\n2025-10-01T11:00:00Z,two\n")
    words = [*REBOND, "review", "a.csv", "--out", "x" * 300]
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, env=ENGLISH)
    assert done.returncode == 46 and "case.not-written" in done.stderr


def test_an_export_this_account_may_not_read_is_told_so(tmp_path):
    locked = tmp_path / "a.csv"
    locked.write_text("date,text\n2025-10-01T10:00:00Z,one\n2025-10-01T11:00:00Z,two\n")
    locked.chmod(0)
    if os.access(locked, os.R_OK) and not shutil.which("setpriv"):
        pytest.skip("this account may read everything")
    held = [*BARRED, *REBOND] if os.access(locked, os.R_OK) else REBOND
    done = subprocess.run([*held, "check", str(locked)], capture_output=True, text=True, env=ENGLISH)
    assert done.returncode == 20 and "export.not-opened" in done.stderr
