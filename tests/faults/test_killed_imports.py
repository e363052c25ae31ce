"""Killed at any step of an import, the case opens with its last version, and the same import then completes it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.faults import dying
from tests.unit.desk.test_bring_in import ROWS, export, given

from rebond.casefile.case import Case, open_case

STEPS = [
    ("rebond.casefile.writing:Writing._write_tables", "after"),  # tables beside the old ones
    ("rebond.casefile.store:take_out", "after"),  # a first commit of the posts
    ("rebond.casefile.store:put", "after"),  # a second one
    ("rebond.casefile.writing:moved", "after"),  # the file is in raw/
    ("rebond.casefile.manifest:write_whole", "before"),  # everything but the manifest
    ("rebond.casefile.manifest:write_whole", "after"),  # the manifest moved: it is done
]


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of one import, and a file that overlaps it, some of its rows being fuller."""
    folder = tmp_path_factory.mktemp("killed")
    given(
        open_case(folder / "case"), export(folder / "a.csv", *[(n, day, "", said, "") for n, day, _, said, _ in ROWS])
    )
    export(folder / "b.csv", *ROWS[4:], *[(n, 13, "ana", f"texte {n}", 3) for n in range(20, 40)])
    whole = open_case(shutil.copytree(folder / "case", folder / "whole"))
    given(whole, folder / "b.csv")
    return folder


def contents(case: Case) -> dict[str, object]:
    """What a reader sees of a case, the hour of import apart."""
    posts = case.posts().to_table().drop(["imported_at"]).sort_by("post_id").to_pylist()
    tables = {name: getattr(case, name)().to_pylist() for name in ("authors", "identities")}
    problems = sorted(case.problems().to_pylist(), key=repr)
    names = [one.name for one in case.manifest().files]
    return {**tables, "posts": posts, "problems": problems, "files": names, "rows": case.manifest().rows}


@pytest.mark.parametrize(("step", "moment"), STEPS, ids=[f"{moment} {step.split(':')[1]}" for step, moment in STEPS])
def test_a_killed_import_leaves_the_last_version_and_is_then_completed(before, tmp_path, step, moment):
    folder = shutil.copytree(before / "case", tmp_path / "case")
    asked = [sys.executable, dying.__file__, folder, before / "b.csv", step, moment]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert done.returncode == 9, done.stderr
    first, last = contents(open_case(before / "case")), contents(open_case(before / "whole"))
    case = open_case(folder)
    assert contents(case) in (first, last)
    assert given(case, before / "b.csv")[-1] == "The case now holds 28 posts."
    assert contents(case) == last
    assert not (folder / ".staging").exists()
    parts = [one for room in ("tables", "identities") for one in folder.glob(f"{room}/*-*.parquet")]
    assert {one.relative_to(folder).as_posix() for one in parts} == set(case.manifest().tables)
