"""On real posts: nothing of a post or a person reaches the shareable files; every figure counts again from raw."""

import csv
import io
import json
import re
import runpy
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from rebond.actions import ActionLog
from rebond.crisis import Crisis
from rebond.evidence.draw import draw_findings
from rebond.evidence.trace import Trace, trace
from rebond.registry import registered
from rebond.render import charts
from rebond.render.record import record
from rebond.review.blocks import Review
from rebond.settings import CaseSheet, Settings
from rebond.tables import AUTHORS
from rebond.walk import Inputs, draw_review, reconstruct
from rebond.wording.voice import Voice

REAL = runpy.run_path(str(Path(__file__).with_name("walk_posts.py")))


@dataclass(frozen=True)
class Case:
    crisis: Crisis
    review: Review
    traces: tuple[Trace, ...]
    lines: list[dict[str, str]]  # of posts.csv
    raw: list[dict[str, str]]


@pytest.fixture(scope="module")
def jetblue(shared_data: Path) -> Case:
    """D2, the airline labelled "Delta", with its texts and handles in the posts."""
    raw = list(csv.DictReader((shared_data / "us_airlines_2015" / "Tweets.csv").open(encoding="utf-8", newline="")))
    unique = {row["tweet_id"]: row for row in raw}
    posts = REAL["walk_posts"](
        {
            "published_at": datetime.strptime(row["tweet_created"], "%Y-%m-%d %H:%M:%S %z").astimezone(UTC),
            "author_id": row["name"],
            "text": row["text"],
            "relevance": "about_us" if row["airline"] == "Delta" else "off_topic",
        }
        for row in unique.values()
    )
    sheet = CaseSheet(organisation="JetBlue", time_zone="America/New_York")
    inputs = Inputs(
        posts=posts, authors=AUTHORS.empty_table(), log=ActionLog(), series=(), problems={}, inputs_hash="d2"
    )
    crisis = reconstruct(inputs, Settings(sheet=sheet))
    assert crisis is not None
    review = draw_review(crisis, datetime(2026, 11, 25, tzinfo=UTC))
    held = bytearray()
    traces = trace(posts, crisis, review.figures, held.extend)
    lines = list(csv.DictReader(io.StringIO(held.decode("utf-8-sig"), newline="")))
    return Case(crisis, review, traces, lines, list(unique.values()))


@pytest.fixture(scope="module")
def shared(jetblue: Case) -> str:
    """Every word of every shareable file, one after the other."""
    voices = tuple(Voice.of(lang, jetblue.review.zone) for lang in ("fr", "en"))
    words = [
        record(
            jetblue.crisis, jetblue.review, draw_findings(jetblue.crisis, jetblue.review.figures), voices, "t"
        ).decode()
    ]
    for voice in voices:
        pictures = charts.draw_pictures(jetblue.review, voice)
        renderers: dict[str, Any] = registered("rebond.render", "RENDERER")
        words.append(renderers["html"].render(jetblue.review, voice, pictures).decode())
        pdf = PdfReader(io.BytesIO(renderers["pdf"].render(jetblue.review, voice, pictures)))
        words += [page.extract_text() for page in pdf.pages]
    return re.sub(r"base64,[\w+/=]+", "", "\n".join(words))  # the typeface


def test_no_text_of_a_post(jetblue: Case, shared: str):
    assert not [row["text"] for row in jetblue.raw if row["text"][:40] in shared]


def test_no_account_no_id_no_link(jetblue: Case, shared: str):
    words = set(re.findall(r"[\w@.-]+", shared))
    ordinary = {"data", "image", "page", "style", "font", "title", "content", "figures", "ours", "JetBlue"}
    handles = {row["name"] for row in jetblue.raw if len(row["name"]) > 3} - ordinary
    assert handles & words == set()
    assert not {row["tweet_id"] for row in jetblue.raw} & words
    assert not re.search(r"https?://(?!www\.w3\.org/|vega\.github\.io/)", shared)
    assert not re.search(r"(?<![\w.])@(?!font-face|media|page)\w+", shared)


def test_each_figure_counts_again_from_the_raw_file(jetblue: Case):
    """Ten obvious lines: the window of the figure, the airline, one row an id."""
    checked = 0
    for figure, one in zip(jetblue.review.figures, jetblue.traces, strict=True):
        rows = figure.rows
        if one.found is None or rows.window is None or rows.points_to or rows.carrying:
            continue
        again = 0
        for row in jetblue.raw:
            at = datetime.strptime(row["tweet_created"], "%Y-%m-%d %H:%M:%S %z")
            again += (row["airline"] == "Delta" or not rows.counted) and rows.window.starts <= at < rows.window.ends
        assert one.found == again, figure.id
        if figure.n_of == "posts":
            assert figure.n == again, figure.id
        checked += 1
    assert checked >= 8


def test_posts_csv_leads_back_to_the_lines_of_the_file(jetblue: Case):
    for place in (0, 777, 14_000):
        line = next(one for one in jetblue.lines if one["raw_row"] == str(place + 1))
        start = re.sub(r"\s+", " ", jetblue.raw[place]["text"])[:30]
        assert re.sub(r"\s+", " ", line["text"]).lstrip("'").startswith(start)


def test_the_record_holds_the_figures_of_the_tree(jetblue: Case):
    content = json.loads(record(jetblue.crisis, jetblue.review, (), (), "t"))
    values = {figure["id"]: figure["value"] for figure in content["figures"] if not figure["withheld"]}
    assert values["volume"] == jetblue.review.figure("volume").value
    assert set(values) <= {figure.id for figure in jetblue.review.figures}
