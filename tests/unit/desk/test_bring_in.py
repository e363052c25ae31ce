"""Export files into a case: all or none, each post once, the same file never twice."""

import csv
import io
import re
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from rebond.casefile.case import Case, open_case
from rebond.casefile.lock import held
from rebond.desk.bring_in import bring_in, read_again
from rebond.errors import (
    CaseBusy,
    CaseNotWritten,
    DiskFull,
    EmptyFile,
    FileNotThere,
    NotAnExport,
    NothingKept,
    RebondError,
)
from rebond.render.workbooks import case_sheet as sheet_template
from rebond.render.workbooks import log as log_template
from rebond.tables import POSTS_FILE
from rebond.wording.voice import Voice

ENGLISH = Voice.of("en")
HEADER = ("id", "created_at", "username", "text", "like_count", "platform")


def export(path: Path, *rows: tuple, header: tuple[str, ...] = HEADER) -> Path:
    """A file of X posts. A row: number of the post, day of July 2024, account, text, likes."""
    text = io.StringIO()
    lines = ((x_id(n), at(n, day).isoformat(" "), who, said, likes, "x") for n, day, who, said, likes in rows)
    csv.writer(text).writerows([header, *lines])
    path.write_text(text.getvalue(), "utf-8")
    return path


def at(n: int, day: int) -> datetime:
    return datetime(2024, 7, day, 12, tzinfo=UTC) + timedelta(seconds=n)


def x_id(n: int) -> str:
    """The X id of the post n, issued on 12 July 2024: it carries its clock."""
    milliseconds = int(at(n, 12).timestamp() * 1000) - 1_288_834_974_657
    return str((milliseconds << 22) + 4097)


def given(case: Case, *files: Path) -> list[str]:
    """What is said of an import."""
    told = bring_in(case, files, "UTC", lambda step: None)
    return [ENGLISH.text(line).replace("\xa0", " ") for line in told]


def texts(case: Case) -> list[str]:
    return sorted(case.posts().to_table(columns=["text"])["text"].to_pylist())


ROWS = [(n, 12, f"u{n % 3}", f"texte {n}", n) for n in range(1, 9)]


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return open_case(tmp_path / "case")


def test_rows_in_are_kept_and_told(case, tmp_path):
    told = given(case, export(tmp_path / "a.csv", *ROWS))
    assert told == ["a.csv: 8 rows, all kept.", "– All on 12 July 2024 (UTC).", "The case now holds 8 posts."]
    assert texts(case) == sorted(row[3] for row in ROWS)
    assert case.manifest().files[0].facts["rows_in"] == 8
    assert (case.folder / "raw" / "a.csv").read_bytes() == (tmp_path / "a.csv").read_bytes()


def test_the_same_file_again_changes_nothing(case, tmp_path):
    path = export(tmp_path / "a.csv", *ROWS)
    given(case, path)
    before = {one: one.read_bytes() for one in case.folder.rglob("*") if one.is_file()}
    told = given(case, path)
    assert told == ["a.csv: already in the case, nothing changed.", "The case now holds 8 posts."]
    assert {one: one.read_bytes() for one in case.folder.rglob("*") if one.is_file()} == before


def test_a_file_given_twice_in_one_go_counts_once(case, tmp_path):
    path = export(tmp_path / "a.csv", *ROWS)
    assert given(case, path, path)[2] == "a.csv: already in the case, nothing changed."
    assert case.manifest().rows == 8


def test_an_overlap_is_counted_once_and_told(case, tmp_path):
    given(case, export(tmp_path / "a.csv", *ROWS[:5]))
    told = given(case, export(tmp_path / "b.csv", *ROWS[3:]))
    assert "– 2 rows repeat posts already read: each is counted once." in told
    assert told[-1] == "The case now holds 8 posts." and texts(case) == sorted(row[3] for row in ROWS)
    assert case.problems()["code"].to_pylist().count("repeated-id") == 2


def test_a_fuller_row_takes_the_place_of_a_kept_one_even_on_another_day(case, tmp_path):
    bare = export(tmp_path / "a.csv", *[(n, 12, "", f"texte {n}", "") for n in range(1, 9)])
    others = [(n, 12, "ana", f"texte {n}", 1) for n in range(20, 40)]
    full = export(tmp_path / "b.csv", (3, 13, "ana", "texte 3", 7), (4, 12, "ana", "texte 4", 8), *others)
    given(case, bare)
    given(case, full)
    kept = {p["text"]: p for p in case.posts().to_table().to_pylist()}
    assert [kept[f"texte {n}"]["likes"] for n in range(1, 9)] == [None, None, 7, 8, None, None, None, None]
    assert (kept["texte 3"]["day"], kept["texte 3"]["raw_file"]) == ("2024-07-13", "b.csv")
    assert len(kept) == case.posts().count_rows() == case.manifest().rows == 28
    gave_way = [(p["code"], p["raw_file"], p["raw_row"], p["refused"]) for p in case.problems().to_pylist()]
    assert gave_way == [("other-version", "a.csv", 4, True), ("repeated-id", "a.csv", 5, True)]


def test_files_that_contradict_each_other_are_told_and_nothing_of_them_is_lost(case, tmp_path):
    edited = [(n, 13 if n == 5 else 12, who, "autre texte" if n == 6 else said, n) for n, _, who, said, n in ROWS]
    cut = [(n, 12, who, "tex…" if n == 2 else said, n) for n, _, who, said, n in ROWS]  # less of the same, no version
    one, two, three = (
        export(tmp_path / f"{name}.csv", *rows) for name, rows in zip("abc", (ROWS, edited, cut), strict=True)
    )
    told = given(case, one, two, three)
    assert any(line.startswith("2 rows give posts already read another text") for line in told)
    assert {(v["differs"], v["raw_row"]) for v in case.versions().to_pylist()} == {("published_at", 6), ("text", 7)}
    assert case.manifest().rows == 8
    said = {v["text"] for v in case.versions().to_pylist()} | set(texts(case))
    assert {"texte 6", "autre texte"} <= said and "tex…" not in said
    other = open_case(tmp_path / "other")
    for path in (three, two, one):
        given(other, path)
    assert texts(other) == texts(case)
    assert {v["text"] for v in other.versions().to_pylist()} == {v["text"] for v in case.versions().to_pylist()}


def test_nothing_of_an_import_is_stored_when_one_of_its_files_is_bad(case, tmp_path):
    given(case, export(tmp_path / "a.csv", *ROWS[:2]))
    before = {one: one.read_bytes() for one in case.folder.rglob("*") if one.is_file()}
    bad = tmp_path / "bad.csv"
    bad.write_bytes(b"%PDF-1.7 \x00\x01")
    for files in ((export(tmp_path / "b.csv", *ROWS), bad), (bad,), (tmp_path / "b.csv", tmp_path / "nowhere.csv")):
        with pytest.raises(RebondError):
            given(case, *files)
        assert {one: one.read_bytes() for one in case.folder.rglob("*") if one.is_file()} == before


def test_a_file_that_is_not_there_is_told(case, tmp_path):
    with pytest.raises(FileNotThere):
        given(case, tmp_path / "nowhere.csv")


def test_posts_dated_in_the_future_are_refused_and_counted(case, tmp_path):
    soon = datetime.now(UTC) + timedelta(days=9)
    path, only = tmp_path / "a.csv", tmp_path / "b.csv"
    path.write_text(f"created_at,username,text\n2024-07-12T10:00:00Z,ana,oui\n{soon:%Y-%m-%dT%H:%M:%SZ},jo,non\n")
    assert given(case, path)[0] == "a.csv: 2 rows, of which 1 is left out."
    assert case.problems().to_pylist()[-1]["code"] == "future-date" and texts(case) == ["oui"]
    only.write_text(f"created_at,username,text\n{soon:%Y-%m-%dT%H:%M:%SZ},ana,oui\n")
    with pytest.raises(NothingKept):
        given(case, only)


def test_two_files_of_one_name_are_both_kept(case, tmp_path):
    (tmp_path / "old").mkdir()
    given(case, export(tmp_path / "a.csv", *ROWS[:4]), export(tmp_path / "old" / "A.csv", *ROWS[4:]))
    names = sorted(one.name for one in (case.folder / "raw").iterdir())
    assert len(names) == 2 and len({name.casefold() for name in names}) == 2 and case.manifest().rows == 8


def test_a_second_writer_is_refused(case, tmp_path):
    with held(case.folder), pytest.raises(CaseBusy):
        given(case, export(tmp_path / "a.csv", *ROWS))


def test_posts_of_full_days_lie_by_day_and_others_together(case, tmp_path):
    given(case, export(tmp_path / "a.csv", *[(n, 12 + n % 2, "u", f"t{n}", 1) for n in range(2_000)]))
    assert {path.split("/")[1] for path in case.manifest().posts} == {"day=2024-07-12", "day=2024-07-13"}
    sparse = open_case(case.folder.parent / "sparse")
    given(sparse, export(tmp_path / "b.csv", *[(n, 1 + n, "u", f"t{n}", 1) for n in range(20)]))
    assert len(sparse.manifest().posts) == 1


def test_identities_lie_apart_and_are_whole(case, tmp_path):
    given(case, export(tmp_path / "a.csv", (1, 12, "Ana", "@Jo oui", 1)))
    told = case.identities().to_pylist()
    assert sorted((one["what"], one["native"]) for one in told) == [
        ("author", "Ana"),
        ("author", "Jo"),
        ("post", x_id(1)),
    ]
    assert case.authors().num_rows == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights otherwise")
def test_a_case_that_cannot_be_written_says_so(case, tmp_path, monkeypatch):
    def refused(error: OSError) -> Callable[..., None]:
        def write(*_: object, **__: object) -> None:
            raise error

        return write

    given(case, export(tmp_path / "a.csv", *ROWS[:2]))
    monkeypatch.setattr("rebond.casefile.store.lay_out", refused(OSError(5, "Input/output error")))
    with pytest.raises(CaseNotWritten) as broken:
        given(case, export(tmp_path / "b.csv", *ROWS))
    assert "Input/output error" in ENGLISH.text(broken.value.told())
    monkeypatch.setattr("rebond.casefile.store.lay_out", refused(OSError(28, "No space left on device")))
    with pytest.raises(DiskFull):
        given(case, export(tmp_path / "b.csv", *ROWS))
    monkeypatch.undo()
    assert case.manifest().rows == 2 and given(case, tmp_path / "b.csv")[-1] == "The case now holds 8 posts."


def test_a_file_without_posts_is_left_aside_among_others_and_refused_alone(case, tmp_path):
    blank, bare = tmp_path / "blank.csv", export(tmp_path / "bare.csv")
    blank.write_bytes(b"\n")
    told = given(case, blank, export(tmp_path / "a.csv", *ROWS), bare)
    assert told[0] == "blank.csv: no post in it, left aside." and told[-1] == "The case now holds 8 posts."
    assert [one.name for one in case.manifest().files] == ["a.csv"]
    with pytest.raises(EmptyFile):
        given(case, blank)


def test_many_files_are_told_together(case, tmp_path):
    blank = tmp_path / "blank.csv"
    blank.touch()
    overlapping = [[(i, 12, "u", f"t{i}", i) for i in range(n * 10, n * 10 + 12)] for n in range(10)]
    files = [export(tmp_path / f"{n}.csv", *rows) for n, rows in enumerate(overlapping)]
    assert given(case, *files, blank) == [
        "10 files read.",
        "1 file holds no post, and is left aside.",
        "120 rows, all kept.",
        "– All on 12 July 2024 (UTC).",
        "– 18 rows repeat posts already read: each is counted once.",
        "blank.csv: no post in it, left aside.",
        "The case now holds 102 posts.",
    ]
    assert given(case, *files) == ["10 files were already in the case.", "The case now holds 102 posts."]


# --- the zone, said later --------------------------------------------------------------------------------
LOCAL = "date,author,text\n" + "".join(f"2025-10-{day:02d} 20:30,u{day},Rivage {day}\n" for day in range(1, 15))
KNOWN = "date,author,text\n" + "".join(f"2025-10-{day:02d}T20:30:00Z,v{day},Rivage {day}\n" for day in range(1, 9))


def instants(case):
    table = case.posts().to_table(columns=["raw_file", "published_at", "day"]).to_pylist()
    return {(row["raw_file"], f"{row['published_at']:%m-%d %H:%M}", row["day"]) for row in table}


def test_a_zone_said_later_is_that_of_the_files_that_named_none(tmp_path):
    case = open_case(tmp_path / "case")
    for name, text in (("local.csv", LOCAL), ("known.csv", KNOWN)):
        (tmp_path / name).write_text(text)
    bring_in(case, (tmp_path / "local.csv", tmp_path / "known.csv"), None, step=lambda _: None)
    assert ("local.csv", "10-03 20:30", "2025-10-03") in instants(case)
    told = bring_in(case, (tmp_path / "local.csv",), "America/Toronto", step=lambda _: None)
    assert any("now read in America/Toronto" in ENGLISH.text(line) for line in told)
    assert ("local.csv", "10-04 00:30", "2025-10-04") in instants(case)
    assert ("known.csv", "10-03 20:30", "2025-10-03") in instants(case)
    assert case.manifest().rows == case.posts().count_rows() == 22
    # As if it had been said at once, and only once.
    other = open_case(tmp_path / "other")
    bring_in(other, (tmp_path / "local.csv", tmp_path / "known.csv"), "America/Toronto", step=lambda _: None)
    assert instants(other) == instants(case)
    for table in ("authors", "identities", "problems"):
        assert getattr(case, table)().num_rows == getattr(other, table)().num_rows
    version = case.manifest().version
    assert read_again(case, "Europe/Paris", step=lambda _: None) == ()
    assert case.manifest().version == version


# --- the same posts, with and without their ids ----------------------------------------------------------
@pytest.mark.parametrize("header", [HEADER, (*HEADER[:-1], "remark")], ids=["platform named", "proved by the ids"])
@pytest.mark.parametrize("first", ["whole.csv", "rounded.csv"])
def test_a_copy_whose_ids_a_spreadsheet_rounded_adds_no_post(case, tmp_path, first, header):
    whole = export(tmp_path / "whole.csv", *ROWS, header=header)
    rounded = tmp_path / "rounded.csv"
    head, *lines = whole.read_text("utf-8").splitlines()
    rounded.write_text("\n".join([head, *(re.sub(r"^\d+", "1.81168E+18", line) for line in lines)]))
    order = sorted((whole, rounded), key=lambda path: path.name != first)
    given(case, order[0])
    told = given(case, order[1])
    assert case.posts().count_rows() == case.manifest().rows == 8
    assert "– 8 rows repeat posts already read: each is counted once." in told
    assert set(case.posts().to_table(columns=["raw_file"])["raw_file"].to_pylist()) == {"whole.csv"}


def test_posts_of_one_minute_that_differ_by_their_link_are_several_and_the_same_file_adds_none(case, tmp_path):
    path = tmp_path / "bot.csv"
    rows = [f"2025-10-01T10:00:{n:02d}Z,robot,À lire : https://exemple.ca/{n}" for n in range(20)]
    path.write_text("date,author,text\n" + "\n".join(rows))
    given(case, path)
    assert case.posts().count_rows() == 20
    (tmp_path / "again.csv").write_text(path.read_text() + "\n")
    given(case, tmp_path / "again.csv")
    assert case.posts().count_rows() == 20


# --- what is no export -----------------------------------------------------------------------------------
def test_a_log_a_case_sheet_and_our_own_list_given_as_exports_are_refused(case, tmp_path):
    kept = export(tmp_path / "a.csv", *ROWS)
    given(case, kept)
    (tmp_path / "notes.txt").write_text("22/02/2015 15h30 cellule réunie\n22/02/2015 17h excuses\n23/02/2015 9h appel")
    (tmp_path / "log.xlsx").write_bytes(log_template())
    (tmp_path / "sheet.xlsx").write_bytes(sheet_template())
    (tmp_path / "posts.csv").write_text(",".join(POSTS_FILE) + "\n" + ",".join("x" for _ in POSTS_FILE))
    for name in ("notes.txt", "log.xlsx", "sheet.xlsx", "posts.csv"):
        with pytest.raises(NotAnExport):
            given(case, tmp_path / name)
    assert case.manifest().rows == 8


# --- the same rows again ---------------------------------------------------------------------------------
def test_an_export_that_overlaps_stores_the_rows_it_adds_alone(case, tmp_path):
    """Rows known to the last field leave the files of the posts as they are, whatever the fingerprints."""
    given(case, export(tmp_path / "a.csv", *ROWS[:6]))
    first = case.manifest().posts
    told = given(case, export(tmp_path / "b.csv", *ROWS))
    assert first.items() <= case.manifest().posts.items() and case.manifest().rows == 8
    assert "– 6 rows repeat posts already read: each is counted once." in told
    files = case.posts().to_table(columns=["raw_file"])["raw_file"].to_pylist()
    assert sorted(files) == ["a.csv"] * 6 + ["b.csv"] * 2


def test_a_row_that_says_one_thing_more_takes_the_place_of_the_one_there_is(case, tmp_path):
    given(case, export(tmp_path / "a.csv", *[(n, day, who, said, "") for n, day, who, said, _ in ROWS]))
    given(case, export(tmp_path / "b.csv", *ROWS))
    rows = case.posts().to_table(columns=["raw_file", "likes"]).to_pylist()
    assert {row["raw_file"] for row in rows if row["likes"] is not None} == {"b.csv"}
