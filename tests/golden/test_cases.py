"""Real exports, and texts made to break things, in a case: counts known from outside, or by ten plain lines."""

import csv
import json
import tarfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rebond.casefile.case import Case, open_case
from rebond.desk.bring_in import bring_in
from rebond.desk.enrich import Prepared, opened
from rebond.desk.labels import told_of_labels
from rebond.settings import CaseSheet, Settings
from rebond.wording.voice import Voice


def case_of(folder: Path, *files: Path) -> tuple[Case, list[str]]:
    """A case of these files, and what is told of them in English."""
    case, voice = open_case(folder / "case"), Voice.of("en")
    told = bring_in(case, files, None, lambda step: None)
    return case, [voice.text(line).replace("\xa0", " ") for line in told]


def number(prepared: Prepared, **same: object) -> int:
    """How many posts have these values."""
    posts = prepared.posts
    for name, value in same.items():
        posts = posts.filter(posts[name] == value)
    return int(posts.count().to_pyarrow().as_py())


@pytest.fixture(scope="module")
def airlines(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Case, list[str]]:
    return case_of(tmp_path_factory.mktemp("d2"), shared_data / "us_airlines_2015" / "Tweets.csv")


def tweets(shared_data: Path) -> list[dict[str, str]]:
    """D2, each id once."""
    with (shared_data / "us_airlines_2015" / "Tweets.csv").open(encoding="utf-8", newline="") as stream:
        return list({row["tweet_id"]: row for row in csv.DictReader(stream)}.values())


def test_repeated_ids_are_counted_once(airlines):
    case, told = airlines
    assert told == [
        "Tweets.csv: 14,640 rows, all kept.",
        "– Posts from 17 February 2015 to 24 February 2015 (UTC).",
        "– 155 rows repeat posts already read: each is counted once.",
        "The case now holds 14,485 posts.",
    ]
    assert case.problems()["code"].to_pylist() == ["repeated-id"] * 155


@pytest.mark.parametrize("name", ["JetBlue", "American"])
def test_one_airline_among_six_is_found_by_its_name_whatever_the_label_says(airlines, shared_data, name):
    by_hand = sum(name.lower() in row["text"].lower() for row in tweets(shared_data))
    with opened(airlines[0], Settings(sheet=CaseSheet(organisation=name))) as prepared:
        found = number(prepared, relevance="about_us")
        labelled_delta = sum(row["airline"] == "Delta" for row in tweets(shared_data))
        assert abs(found - by_hand) <= 0.01 * by_hand
        if name == "JetBlue":
            assert found == by_hand and abs(found - labelled_delta) < 50
        assert found + number(prepared, relevance="off_topic") == 14_485


def test_the_label_of_another_airline_is_told_of_jetblue_alone(shared_data):
    path, english = shared_data / "us_airlines_2015" / "Tweets.csv", Voice.of("en")
    told = {
        name: [english.text(line) for line in told_of_labels((path,), CaseSheet(organisation=name))]
        for name in ("JetBlue", "American", "United", "Southwest")
    }
    assert {name for name, lines in told.items() if lines} == {"JetBlue"}
    assert "its column “airline” calls “Delta” nearly all posts that name you" in told["JetBlue"][0]


def test_the_evidence_of_a_post_is_a_line_of_the_file(airlines, shared_data):
    case, _ = airlines
    lines = (shared_data / "us_airlines_2015" / "Tweets.csv").read_text("utf-8").split("\n")
    rows = case.posts().to_table(columns=["text", "raw_file", "raw_row"]).slice(0, 300).to_pylist()
    shown = case.raw_lines("Tweets.csv", [row["raw_row"] for row in rows])
    for row in rows:
        assert shown[row["raw_row"]] == lines[row["raw_row"] - 1].rstrip("\r")
        start = row["text"].split("\n")[0][:20].replace('"', '""').replace("&", "&amp;")
        assert start.split("<")[0].split(">")[0] in shown[row["raw_row"]]


def test_d1_keeps_the_organisation_s_own_posts_apart(shared_data, tmp_path):
    path = shared_data / "freebox_fr" / "free_tweet_export_until_2024-09-30.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        own = sum(row["author"] == "Freebox" for row in csv.DictReader(stream))
    case, told = case_of(tmp_path, path)
    assert told[0].endswith("1,583 rows, all kept.") and told[-1] == "The case now holds 1,583 posts."
    sheet = CaseSheet(organisation="Free", names=("Freebox",), accounts=("@freebox",))
    with opened(case, Settings(sheet=sheet)) as prepared:
        assert number(prepared, is_ours=True) == own > 0
        at = datetime(2024, 7, 19, 18, tzinfo=UTC)
        hour = prepared.posts.filter(
            (prepared.posts.published_at >= at) & (prepared.posts.published_at < at.replace(hour=19))
        )
        assert hour.count().to_pyarrow().as_py() == 71  # PROVENANCE: 71 posts in the 18:00 hour


def test_hostile_texts_are_kept_to_the_letter(shared_data, tmp_path):
    hostile = json.loads((shared_data / "hostile" / "blns.json").read_text("utf-8"))
    hostile += (shared_data / "hostile" / "xss-payload-list.txt").read_text("utf-8").splitlines()[:1500]
    path = tmp_path / "hostile.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(("date", "username", "text"))
        writer.writerows((f"2024-07-12 {n // 3600:02d}:{n // 60 % 60:02d}:{n % 60:02d}+00:00", f"u{n}", text)
                         for n, text in enumerate(hostile))  # fmt: skip
    case, _ = case_of(tmp_path, path)
    assert case.manifest().rows == len(hostile)
    kept = set(case.posts().to_table(columns=["text"])["text"].to_pylist())
    plain = [text for text in hostile if not {"\r", "\0"} & set(text) and "&" not in text]
    assert len(plain) > 1500 and all(text in kept for text in plain)
    nasty = CaseSheet(
        organisation="'; DROP TABLE posts; --", names=("(.*)+$", "\\"), accounts=("@'\"",), queries=("%s{0}",)
    )
    with opened(case, Settings(sheet=nasty)) as prepared:
        assert number(prepared) == len(hostile)


def test_ten_years_in_572_files_are_one_import(shared_data, tmp_path):
    """D5: 546 weeks and 26 files of a lone newline, five weeks cut at 1,000 rows. PROVENANCE: about 35,500 rows."""
    with tarfile.open(shared_data / "boycott_india" / "boycott_weekly_csv.tar.gz") as archive:
        archive.extractall(tmp_path / "weeks", filter="data")
    weeks = sorted((tmp_path / "weeks").rglob("tweets-*.csv"))
    rows = 0
    for week in weeks:
        with week.open(encoding="utf-8", newline="") as stream:
            rows += sum(1 for _ in csv.DictReader(stream))
    case, told = case_of(tmp_path, *weeks)
    assert len(weeks) == 572
    assert told[:3] == ["546 files read.", "26 files hold no post, and are left aside.", f"{rows:,} rows, all kept."]
    cut = ("2020-24", "2022-10", "2022-50", "2022-51", "2022-52")
    names = ", ".join(f"tweets-{week}.csv" for week in cut).replace(", tweets-2022-52", " and tweets-2022-52")
    assert f"– 5 files were cut at their maximum number of rows: {names}." in told
    assert [f.name for f in case.manifest().files if f.facts["cut"]] == [f"tweets-{week}.csv" for week in cut]
    assert sum(line.endswith(".csv: no post in it, left aside.") for line in told) == 26
    assert case.manifest().rows + sum(case.problems()["code"].to_numpy() == "repeated-row") == rows
