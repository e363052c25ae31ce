"""One writer at a time; the lock dies with its process."""

import os
import signal
import subprocess
import sys
import threading
import time

import pytest

from rebond.casefile.lock import Patience, held
from rebond.errors import CaseBusy, CaseNotWritten, LockUnusable

HOLD = "import sys, pathlib; from rebond.casefile.lock import held\n" \
       "with held(pathlib.Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"  # fmt: skip


def test_a_second_writer_is_refused_at_once_and_the_next_is_not(tmp_path):
    with held(tmp_path), pytest.raises(CaseBusy), held(tmp_path):
        pass
    with held(tmp_path):
        pass


def test_the_lock_of_another_process_holds_and_dies_with_it(tmp_path):
    other = subprocess.Popen([sys.executable, "-c", HOLD, tmp_path], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert other.stdout is not None and other.stdout.readline().strip() == b"held"
    with pytest.raises(CaseBusy), held(tmp_path):
        pass
    os.kill(other.pid, signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
    other.communicate()
    with held(tmp_path):
        pass


def test_an_error_inside_lets_the_lock_go(tmp_path):
    with pytest.raises(KeyError), held(tmp_path):
        raise KeyError
    with held(tmp_path):
        pass


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(CaseNotWritten), held(tmp_path / "nowhere"):
        pass


def test_a_file_of_another_kind_in_its_place_is_named(tmp_path):
    (tmp_path / ".lock").write_text("not a lock of ours, and long enough to be read as something\n" * 20)
    with pytest.raises(LockUnusable), held(tmp_path):
        pass


def test_a_second_writer_may_wait_for_the_first_and_says_so_once(tmp_path):
    heard, inside = [], threading.Event()

    def first() -> None:
        with held(tmp_path):
            inside.set()
            time.sleep(0.5)
            heard.append("first")

    writer = threading.Thread(target=first)
    writer.start()
    inside.wait(10)
    with held(tmp_path, Patience(30, lambda: heard.append("waits"))):
        heard.append("second")
    writer.join()
    assert heard == ["waits", "first", "second"]


def test_patience_ends(tmp_path):
    with held(tmp_path), pytest.raises(CaseBusy), held(tmp_path, Patience(0.2)):
        pass
