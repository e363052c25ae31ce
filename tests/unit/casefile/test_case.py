"""The case folder: made, opened, refused, and what it keeps of files that hold no posts."""

import json
import stat
import sys
from pathlib import Path

import pyarrow as pa
import pytest

from rebond.casefile.case import is_case, open_case, unmake
from rebond.casefile.manifest import NAME as MANIFEST
from rebond.casefile.manifest import read_manifest
from rebond.casefile.settings_file import NAME as SETTINGS
from rebond.desk.bring_in import bring_in
from rebond.errors import CaseFilesMissing, CaseInACase, CaseNotWritten, CaseTooNew, ManifestDamaged, NotACase


def test_a_new_folder_becomes_a_case_and_opens_again(tmp_path):
    case = open_case(tmp_path / "deep" / "case")
    assert is_case(case.folder) and case.manifest().version == 0 and case.posts_files() == ()
    assert case.authors().num_rows == case.identities().num_rows == case.problems().num_rows == 0
    assert open_case(case.folder).key() == case.key()


def test_an_empty_folder_and_files_of_the_system_are_no_obstacle(tmp_path):
    (tmp_path / ".DS_Store").touch()
    assert is_case(open_case(tmp_path).folder)


def test_a_folder_of_other_things_is_refused_and_left_alone(tmp_path):
    (tmp_path / "photo.jpg").touch()
    with pytest.raises(NotACase):
        open_case(tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["photo.jpg"]


def test_a_file_is_no_case(tmp_path):
    (tmp_path / "case").touch()
    with pytest.raises((NotACase, CaseNotWritten)):
        open_case(tmp_path / "case")


def test_a_making_that_was_killed_is_done_again(tmp_path):
    case = open_case(tmp_path)
    (tmp_path / SETTINGS).unlink()
    assert is_case(open_case(tmp_path).folder) and case.key()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights otherwise")
def test_identities_are_their_owner_s_alone(tmp_path):
    case = open_case(tmp_path / "case")
    assert stat.S_IMODE((case.folder / "identities").stat().st_mode) == 0o700
    assert stat.S_IMODE((case.folder / "identities" / "key").stat().st_mode) == 0o600


def test_two_cases_have_two_keys(tmp_path):
    assert open_case(tmp_path / "a").key() != open_case(tmp_path / "b").key()


def test_a_lost_key_is_told_and_not_drawn_anew(tmp_path):
    case = open_case(tmp_path / "case")
    (case.folder / "identities" / "key").unlink()
    with pytest.raises(CaseFilesMissing):
        open_case(case.folder).key()


def test_a_folder_of_a_newer_format_is_refused(tmp_path):
    case = open_case(tmp_path / "case")
    (case.folder / MANIFEST).write_text(json.dumps({"format": 2, "hulls": []}))
    with pytest.raises(CaseTooNew):
        open_case(case.folder)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 1}', '{"format": "one"}', "null"])
def test_a_damaged_manifest_is_told_and_not_written_over(tmp_path, text):
    case = open_case(tmp_path / "case")
    path = case.folder / MANIFEST
    path.write_text(text)
    for touch in (lambda: open_case(case.folder), lambda: case.keep_raw(path)):
        with pytest.raises(ManifestDamaged):
            touch()
    assert path.read_text() == text


def test_a_log_is_kept_untouched_and_its_correction_takes_its_place(tmp_path):
    case, log = open_case(tmp_path / "case"), tmp_path / "journal.csv"
    log.write_bytes(b"mardi pm;appel\r\n")
    first = case.keep_raw(log, "log")
    assert not first.known and case.keep_raw(log, "log").known and case.manifest().version == 1
    log.write_bytes(b"mardi 15 h;appel\r\n")
    second = case.keep_raw(log, "log")
    assert second.name != "journal.csv" and second.given_as == "journal.csv"
    assert list(case.records("log")) == [("journal.csv", b"mardi 15 h;appel\r\n")]
    assert case.raw_path(first.name).read_bytes() == b"mardi pm;appel\r\n"
    log.write_bytes(b"mardi pm;appel\r\n")
    assert case.keep_raw(log, "log").known
    assert list(case.records("log")) == [("journal.csv", b"mardi pm;appel\r\n")]


def test_two_logs_emptied_alike_both_go_out_of_use(tmp_path):
    case, logs = open_case(tmp_path / "case"), [tmp_path / "a.csv", tmp_path / "b.csv"]
    for content in ("Date;Quoi\n14/10;", "Date;Quoi\n"):
        for log in logs:
            log.write_text(content + (log.stem if content.endswith(";") else ""))
            case.keep_raw(log)
    assert list(case.records("log")) == [("a.csv", b"Date;Quoi\n"), ("b.csv", b"Date;Quoi\n")]
    assert case.keep_raw(logs[0]).known and case.manifest().version == 4


def test_files_of_different_roles_or_names_are_all_in_use(tmp_path):
    case = open_case(tmp_path / "case")
    for name, role in (("a.csv", "log"), ("b.csv", "log"), ("a.csv", "series")):
        (tmp_path / name).write_text(name + role)
        case.keep_raw(tmp_path / name, role)
    assert [name for name, _ in case.records("log")] == ["a.csv", "b.csv"]
    assert list(case.records("series")) == [("a.csv", b"a.csvseries")]


def test_a_stray_file_in_raw_is_never_written_over(tmp_path):
    case, log = open_case(tmp_path / "case"), tmp_path / "journal.csv"
    log.write_text("ours")
    case.raw_path("journal.csv").write_text("somebody's")
    case.keep_raw(log)
    assert case.raw_path("journal.csv").read_text() == "somebody's"
    assert list(case.records("log")) == [("journal.csv", b"ours")]


def test_lines_of_a_raw_file_are_those_of_a_text_editor(tmp_path):
    case, log = open_case(tmp_path / "case"), tmp_path / "journal.csv"
    log.write_bytes('date;acte\r\nmardi;"deux\r\nlignes"\r\néteint;là\r\n'.encode("cp1252"))
    kept = case.keep_raw(log)
    assert case.raw_lines(kept.name, (2, 4, 99)) == {2: 'mardi;"deux', 4: "éteint;là"}


def test_what_is_derived_is_made_once_and_again_when_its_source_changes(tmp_path):
    case, made = open_case(tmp_path / "case"), []

    def make() -> pa.Table:
        made.append(1)
        return pa.table({"a": [1, 2]})

    assert case.derived("x", "v1", make).to_pydict() == case.derived("x", "v1", make).to_pydict() == {"a": [1, 2]}
    assert len(made) == 1
    case.derived("x", "v2", make)
    assert len(made) == 2
    (case.folder / "tables" / "x.parquet").write_bytes(b"damaged")
    assert case.derived("x", "v2", make).to_pydict() == {"a": [1, 2]}


def test_a_pinned_case_does_not_move_with_the_folder(tmp_path):
    case, log = open_case(tmp_path / "case"), tmp_path / "journal.csv"
    pinned = case.as_it_is()
    log.write_text("x")
    case.keep_raw(log)
    assert (pinned.manifest().version, case.manifest().version) == (0, 1) and list(pinned.records("log")) == []


def test_the_manifest_reads_again_as_it_was_written(tmp_path):
    case, log = open_case(tmp_path / "case"), tmp_path / "journal « été ».csv"
    log.write_text("x")
    case.keep_raw(log)
    (kept,) = read_manifest(case.folder).files
    assert (kept.name, kept.size, kept.role, kept.known) == ("journal « été ».csv", 1, "log", False)
    assert kept.kept_at is not None and kept.kept_at.tzinfo is not None


# --- what must never be lost ---------------------------------------------------------------------------
POSTS_AND_MORE = ("date,text\n2025-10-01T10:00:00Z,one\n2025-10-01T11:00:00Z,two\n",
                  "date,text\n2025-10-02T10:00:00Z,three\n")  # fmt: skip


@pytest.fixture
def filled(tmp_path):
    """A case with two posts, and the path of another export."""
    case, exports = open_case(tmp_path / "case"), [tmp_path / "a.csv", tmp_path / "b.csv"]
    for path, text in zip(exports, POSTS_AND_MORE, strict=True):
        path.write_text(text)
    bring_in(case, (exports[0],), "UTC", step=lambda _: None)
    return case, exports[1]


def everything(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name != ".lock"}


@pytest.mark.parametrize(("lost", "error"), [(MANIFEST, ManifestDamaged), ("posts/_delta_log", CaseFilesMissing)])
def test_posts_without_their_list_are_told_and_never_cleared(filled, lost, error):
    case, more = filled
    aside = case.folder.parent / "aside"
    (case.folder / lost).rename(aside)
    kept = everything(case.folder)
    for touch in (lambda: bring_in(case, (more,), "UTC", lambda _: None), lambda: case.keep_settings(case.settings())):
        with pytest.raises(error):
            touch()
    assert everything(case.folder) == kept
    aside.rename(case.folder / lost)
    assert case.posts().count_rows() == 2


def test_files_of_people_in_our_folders_stay(filled):
    case, more = filled
    theirs = [case.folder / room / name for room in ("tables", "identities")
              for name in ("accounts-2025-final.parquet", "authors-old.parquet")]  # fmt: skip
    for path in theirs:
        path.write_bytes(b"mine")
    stray = case.folder / "tables" / "authors-000099.parquet"  # as a killed writer leaves it
    stray.write_bytes(b"half")
    bring_in(case, (more,), "UTC", step=lambda _: None)
    assert all(path.read_bytes() == b"mine" for path in theirs) and not stray.exists()


def test_a_damaged_file_is_named_and_another_fault_is_not_laid_on_it(filled):
    case, _ = filled
    with pytest.raises(ZeroDivisionError), case.held_to_its_list():
        raise ZeroDivisionError
    path = Path(case.posts_files()[0])
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)
    with pytest.raises(CaseFilesMissing) as told, case.held_to_its_list():
        raise ZeroDivisionError
    assert path.name in told.value.values["file"].text


def test_what_a_killed_reader_spilled_is_swept(filled):
    case, more = filled
    (case.folder / ".engine-dead").mkdir()
    (case.folder / ".engine-busy").mkdir()
    (case.folder / ".engine-busy" / "spilled.tmp").touch()
    bring_in(case, (more,), "UTC", step=lambda _: None)
    assert [path.name for path in case.folder.glob(".engine-*")] == [".engine-busy"]


def test_a_case_is_not_made_inside_another(tmp_path):
    case = open_case(tmp_path / "case")
    with pytest.raises(CaseInACase):
        open_case(case.folder / "deep" / "inner")
    assert not (case.folder / "deep").exists()


def test_a_case_just_made_is_taken_back_and_nothing_else_is(tmp_path):
    fresh = open_case(tmp_path / "fresh")
    unmake(fresh.folder)
    assert list(fresh.folder.iterdir()) == []
    noted = open_case(tmp_path / "noted")
    (noted.folder / "reviews" / "note.txt").touch()
    unmake(noted.folder)
    assert (noted.folder / "reviews" / "note.txt").exists()


def test_a_case_that_holds_something_is_not_taken_back(filled):
    case, _ = filled
    kept = everything(case.folder)
    unmake(case.folder)
    assert everything(case.folder) == kept


def test_a_case_where_another_command_writes_is_not_taken_back(tmp_path):
    case = open_case(tmp_path / "case")
    with case.writing():
        unmake(case.folder)
    assert is_case(case.folder) and case.key()
