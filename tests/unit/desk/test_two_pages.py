"""Whatever people type, in every place where they may type, the review holds on two pages of paper."""

import csv
import io
import runpy
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from rebond.desk.request import Request
from rebond.desk.review import draw

CRISIS = runpy.run_path(str(Path(__file__).with_name("test_review.py")))
KINDS = ("Detection", "Statement", "Apology", "Update", "Commitment", "Commitment", "Correction", "Press conference",
         "Commitment", "Commitment", "Outside event", "Outside event")  # fmt: skip


@pytest.mark.parametrize(
    "typed",
    [
        "Une panne nationale prive les abonnés de leurs services essentiels, " * 5,
        "PANNE NATIONALE DES SERVICES ESSENTIELS " * 8,
        "Donaudampfschifffahrtsgesellschaftskapitän" * 8,
        "全国的なサービス停止が発生しました、" * 20,
        "Panne 🏳️‍🌈👩‍👩‍👧‍👦🧑🏽‍🚒 " * 30,
    ],
    ids=["words", "capitals", "one word", "japanese", "pictures"],
)
def test_whatever_people_type_there_are_two_pages(tmp_path: Path, typed: str):
    asked = Request(
        exports=(CRISIS["small_crisis"](tmp_path / "export.csv"),), sheet=sheet(tmp_path / "sheet.csv", typed),
        logs=(log(tmp_path / "log.csv", typed),), series=(series(tmp_path / "calls.csv", typed),),
        zone="America/Toronto", lang="both", formats=("pdf",), out=tmp_path / "case",
    )  # fmt: skip
    folder = draw(asked, step=lambda _: None, ask=None, now=CRISIS["NOW"]).folder
    pages = {path.name: len(PdfReader(io.BytesIO(path.read_bytes())).pages) for path in folder.glob("*.pdf")}
    assert pages == {"review.en.pdf": 2, "review.fr.pdf": 2}


def sheet(path: Path, typed: str) -> Path:
    """Every free text of the case sheet."""
    free = ("organisation", "title", "what_happened", "watched_by", "author", "circulation", "costs")
    told = {"names": "Rivage", "accounts": "@rivagecoop", "languages_owed": "English, French", "target_answer": "2 h",
            "target_detect": "1 h", "happened_at": "14 October 2025 17:00"}  # fmt: skip
    return table(path, [("Question", "Answer"), *told.items(), *((question, typed) for question in free)])


def log(path: Path, typed: str) -> Path:
    """Twelve acts, five hours apart."""
    first = datetime(2025, 10, 14, 17, 20, tzinfo=UTC)
    times = [first + timedelta(hours=5 * n) for n in range(len(KINDS))]
    rows = [(f"{at:%d %B %Y}", f"{at:%H:%M}", typed, kind, "Public", "X", "English")
            for at, kind in zip(times, KINDS, strict=True)]  # fmt: skip
    return table(path, [("Date", "Time", "What was done", "Kind", "Visibility", "Channel", "Language"), *rows])


def series(path: Path, typed: str) -> Path:
    first = datetime(2025, 9, 25, tzinfo=UTC)
    days = [(f"{first + timedelta(days=n):%Y-%m-%d}", 59 + n) for n in range(40)]
    return table(path, [("date", typed), *days])


def table(path: Path, rows: list[tuple[object, ...]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path
