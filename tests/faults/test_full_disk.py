"""A disk that fills up: one sentence, nothing lost, and the same command goes on once there is room."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from rebond.casefile.case import open_case
from rebond.casefile.manifest import read_manifest
from rebond.desk.bring_in import bring_in
from rebond.desk.request import Request
from rebond.desk.review import draw
from rebond.errors import DiskFull

ROOM = 8 << 20


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of a few megabytes. Only the administrator of a Linux machine may mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    if sys.platform != "linux" or os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("a small file system can only be mounted by the administrator of a Linux machine")
    command = ["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(place)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("this machine does not let a file system be mounted")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=False)


def export(path: Path, first: int, posts: int) -> Path:
    rows = "".join(f"2025-10-14T{17 + n // 3600 % 5}:{n // 60 % 60:02d}:{n % 60:02d}Z,u{n},Rivage {n} {n * 7919:x}\n"
                   for n in range(first, first + posts))  # fmt: skip
    path.write_text("created_at,username,text\n" + rows, "utf-8")
    return path


def fill(place: Path, leaving: int) -> Path:
    """Take up the room of a disk but for some bytes."""
    ballast = place / "ballast"
    with ballast.open("wb") as stream:
        stream.write(b"\0" * max(0, shutil.disk_usage(place).free - leaving))
    return ballast


def parts(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*.part")]


def test_an_import_stops_at_its_last_version_and_goes_on_when_asked_again(small_disk, tmp_path):
    case = open_case(small_disk / "case")
    bring_in(case, (export(tmp_path / "a.csv", 0, 200),), "UTC", lambda step: None)
    before = read_manifest(case.folder)
    more = export(tmp_path / "b.csv", 200, 20_000)
    ballast = fill(small_disk, leaving=600_000)
    with pytest.raises(DiskFull):
        bring_in(case, (more,), "UTC", lambda step: None)
    assert read_manifest(case.folder) == before and case.posts().count_rows() == 200
    ballast.unlink()
    bring_in(case, (more,), "UTC", lambda step: None)
    assert case.posts().count_rows() == 20_200


@pytest.mark.parametrize("leaving", [0, 60_000, 400_000])
def test_a_review_leaves_the_earlier_pages_whole_and_no_part_of_new_ones(small_disk, tmp_path, leaving):
    folder = small_disk / "case"
    asked = Request(exports=(export(tmp_path / "a.csv", 0, 300),), organisation="Rivage", out=folder, formats=("html",))
    draw(asked, step=lambda _: None, ask=None)
    standing = {path: path.read_bytes() for path in folder.glob("review.*")}
    ballast = fill(small_disk, leaving)
    again = Request(out=folder, formats=("html",), organisation="Rivage coop")
    with pytest.raises(DiskFull):
        draw(again, step=lambda _: None, ask=None)
    assert {path: path.read_bytes() for path in standing} == standing and not parts(folder)
    ballast.unlink()
    draw(again, step=lambda _: None, ask=None)
    assert (folder / "review.fr.html").read_bytes() != standing[folder / "review.fr.html"]
