"""From figures back to posts: the same posts counted by the engine, by the pass and by ten lines over posts.csv."""

import csv
import hashlib
import io
import runpy
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyarrow as pa
import pytest

from rebond.analysis.counted import behind
from rebond.analysis.measure import Rows, Window
from rebond.evidence import rows_file
from rebond.evidence.figures import Figure
from rebond.evidence.trace import SEED, SHOWN, conditions, trace
from rebond.sentences import Moment, Term
from rebond.tables import stream
from rebond.wording.voice import Voice

TESTS = Path(__file__).parents[2]
walk_posts = runpy.run_path(str(TESTS / "golden" / "walk_posts.py"))["walk_posts"]
SAMPLE = runpy.run_path(str(TESTS / "unit" / "render" / "sample_review.py"))
at, CRISIS = SAMPLE["at"], SAMPLE["CASE"]["sample_crisis"]()
PLAIN: Figure = SAMPLE["FIGURES"][0]
DAY = Window(at(15), at(16))

ROWS = tuple(
    {
        "published_at": at(14) + timedelta(minutes=7 * i, microseconds=i % 3 * 500_000),
        "text": ("=cmd|' /C calc'!A0", 'bonjour, "vous"\nligne', "@x salut", "  +1", "ok é")[i % 5],
        "author_id": f"a{i % 50}",
        "kind": ("post", "repost")[i % 2],
        "is_ours": i % 17 == 0,
        "relevance": "off_topic" if i % 11 == 0 else "about_us",
        "platform": ("x", "x", "facebook")[i % 3],
        "lang": ("fr", "en", None)[i % 3],
        "repost_of": "p0000001" if i % 4 == 1 else None,
        "parent_id": "p0000001" if i % 8 == 2 else None,
        "views": i if i % 5 else None,
    }
    for i in range(1000)
)
POSTS = walk_posts(ROWS)
ASKED = (
    Rows(window=DAY), Rows(window=DAY, original=True, platform="x"), Rows(window=DAY, lang="fr"),
    Rows(window=DAY, ours=True), Rows(window=DAY, counted=False), Rows(window=DAY, author_ids=("a1", "a2")),
    Rows(window=DAY, post_ids=("p0000301",)), Rows(window=DAY, points_to="p0000001"),
    Rows(window=DAY, carrying="views"),
)  # fmt: skip


def traced(*asked: Rows) -> tuple[tuple, list[dict[str, str]]]:
    figures = tuple(replace(PLAIN, id=f"volume.{n}", rows=rows) for n, rows in enumerate(asked))
    held = bytearray()
    traces = trace(POSTS, CRISIS, figures, held.extend)
    return traces, list(csv.DictReader(io.StringIO(held.decode("utf-8-sig"), newline="")))


def test_posts_csv_holds_every_post_once():
    _, lines = traced()
    assert len(lines) == len(ROWS)
    assert [line["raw_row"] for line in lines] == [str(n) for n in range(1, len(ROWS) + 1)]


@pytest.mark.parametrize("rows", ASKED, ids=str)
def test_the_pass_counts_what_the_engine_counts(rows: Rows):
    (one,), _ = traced(rows)
    assert one.found == behind(POSTS, rows).count().to_pyarrow().as_py() > 0


def test_ten_lines_over_posts_csv_count_the_same():
    (one,), lines = traced(Rows(window=DAY, original=True, platform="x"))
    counted = [
        line for line in lines
        if line["side"] == "counted" and line["kind"] != "repost" and line["platform"] == "x"
        and DAY.starts <= datetime.fromisoformat(line["published_at_utc"]).replace(tzinfo=UTC) < DAY.ends
    ]  # fmt: skip
    assert one.found == len(counted)


@pytest.mark.parametrize("rows", ASKED, ids=str)
def test_the_filter_printed_is_one_a_database_can_run(rows: Rows, tmp_path: Path):
    import duckdb

    held = bytearray()
    (one,) = trace(POSTS, CRISIS, (replace(PLAIN, rows=rows),), held.extend)
    (tmp_path / "posts.csv").write_bytes(held)
    table = f"read_csv('{(tmp_path / 'posts.csv').as_posix()}', all_varchar = true)"
    assert duckdb.sql(f"select count(*) from {table} where {one.filter or 'true'}").fetchone() == (one.found,)


def test_the_sample_is_the_smallest_md5_and_never_changes():
    first, _ = traced(Rows(window=DAY))
    again, _ = traced(Rows(window=DAY))
    assert first == again
    met = behind(POSTS, Rows(window=DAY)).select("post_id", "raw_row").to_pyarrow().to_pylist()
    drawn = sorted(met, key=lambda row: hashlib.md5(SEED + row["post_id"].encode()).hexdigest())[:SHOWN]
    assert sorted(post.raw_row for post in first[0].shown) == sorted(row["raw_row"] for row in drawn)
    assert len(first[0].shown) == SHOWN


def test_copies_are_shown_once_with_the_number_of_posts_that_say_them():
    """Six posts of three wordings: the second said three times, one of them outside what is counted."""
    said = [("f1", 0), ("f2", 1), ("f2", 2), (None, 3), ("f2", 4), (None, 5)]
    rows = [{"published_at": at(15) + timedelta(minutes=n), "family_id": family, "text": f"{family} {n}",
             "relevance": "off_topic" if n == 4 else "about_us"} for family, n in said]  # fmt: skip
    figure = replace(PLAIN, rows=Rows(window=DAY))
    (one,) = trace(walk_posts(rows), CRISIS, (figure,), lambda written: None)
    assert one.found == 5
    assert [(post.text, post.times) for post in one.shown] == [("f1 0", 1), ("f2 1", 2), ("None 3", 1), ("None 5", 1)]


def test_of_many_wordings_fifty_are_drawn_and_all_their_posts_counted(monkeypatch):
    """A hundred and twenty wordings, the n-th said n % 5 + 1 times, in small batches."""
    monkeypatch.setattr("rebond.evidence.trace.stream", lambda expr, by: stream(expr, by=by, rows=30))
    families = [f"f{n}" for again in range(5) for n in range(120) if n % 5 >= again]
    rows = [{"published_at": at(15) + timedelta(minutes=n), "family_id": one} for n, one in enumerate(families)]
    (one,) = trace(walk_posts(rows), CRISIS, (replace(PLAIN, rows=Rows(window=DAY)),), lambda written: None)
    drawn = sorted({*families}, key=lambda one: hashlib.md5(SEED + one.encode()).hexdigest())[:SHOWN]
    assert sorted((families[post.raw_row - 1], post.times) for post in one.shown) == sorted(
        (family, families.count(family)) for family in drawn
    )


def test_no_cell_of_posts_csv_is_a_formula():
    _, lines = traced()
    assert {line["text"].lstrip()[0] for line in lines} <= {"'", "@", "b", "o"}
    assert {line["text"] for line in lines if line["text"].startswith("@")} == {"@x salut"}
    assert {line["text"] for line in lines if line["text"].startswith("b")} == {'bonjour, "vous" ligne'}


def test_an_account_named_first_is_left_as_it_was_typed():
    ordinary = ["@rivage merci !", "@rivage", "  @a.b-c: quand ?", "@rivage (encore) bravo", "bonjour"]
    formulas = ["@SUM(1+1)", "@A1 + WEBSERVICE(B1)", "@A1+cmd|' /C calc'!A0", "@a cmd|x", "=1+1", "+1", "-2", "＝1"]
    assert rows_file._plain(pa.array(ordinary)).to_pylist() == ordinary
    assert rows_file._plain(pa.array(formulas)).to_pylist() == [f"'{text}" for text in formulas]


def test_each_post_says_on_which_side_and_in_which_phase_it_stands():
    _, lines = traced()
    assert [lines[n]["side"] for n in (0, 11, 1)] == ["ours", "off_topic", "counted"]
    assert lines[0]["phase"] == ""  # before the first sign, at 7:40 on 14 October
    assert lines[70]["phase"] == "warning"  # 8:10


def test_a_figure_of_the_log_names_its_entries_and_no_post():
    (one,), _ = traced(Rows(posts=False, actions=("act-0", "act-1")))
    assert one.found is None
    assert one.shown == ()
    assert [action.title for action in one.actions] == ["détection", "réponse, en anglais"]


def test_conditions_are_said_in_both_languages():
    rows = Rows(window=DAY, platform="facebook", original=True)
    english, french = (
        " ".join(Voice.of(lang, "America/Toronto").text(one).replace("\u00a0", " ") for one in conditions(rows))
        for lang in ("en", "fr")
    )
    assert english == (
        "About the organisation, and not published by it. Published from 15 Oct, 0:00 on, and before 16 Oct, 0:00. "
        "Reposts left out. Platform: Facebook."
    )
    assert french.startswith("À propos de l’organisation, et non publiées par elle. Parues à partir du 15 oct., 0 h")
    assert Term(vocabulary="platform", key="facebook") in [v for one in conditions(rows) for _, v in one.values]
    assert Moment(DAY.starts) in [v for one in conditions(rows) for _, v in one.values]
