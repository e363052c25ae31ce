"""Page two: the sign of danger (an hour that ordinary time passes about once a year), the watch, the next date."""

import runpy
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from rebond.analysis.measure import Window
from rebond.analysis.shapes import Gap
from rebond.evidence.draw import draw_findings
from rebond.review import decide
from rebond.review.blocks import Blank, Cards
from rebond.review.decide import threshold
from rebond.wording.voice import Voice

CRISIS = runpy.run_path(str(Path(__file__).parents[1] / "render" / "sample_crisis.py"))["sample_crisis"]()
EN = Voice.of("en", "America/Toronto")


@pytest.mark.parametrize(
    ("per_day", "dispersion", "posts"),
    [
        (None, 1e9, 5),
        (2.4, 1e9, 5),  # 0.1 an hour: an hour under five posts tells nothing
        (24, 1e9, 6),  # Poisson(1): P(X > 6) = 0.000083, P(X > 5) = 0.00059, one hour in 8,760 is 0.000114
        (240, 1e9, 24),  # Poisson(10): P(X > 24) = 0.000047, P(X > 23) = 0.00012
        (2_400_000, 1e9, 101_168),  # 100,000 an hour: 3.69 standard deviations above, and it must end
    ],
)
def test_threshold(per_day: float | None, dispersion: float, posts: int):
    baseline = replace(CRISIS.baseline, per_day=per_day, dispersion=dispersion, profile=(1.0,) * 24)
    assert threshold(replace(CRISIS, baseline=baseline)) == pytest.approx(posts, rel=0.001)


def test_a_restless_normal_time_asks_for_more():
    calm, restless = (
        threshold(replace(CRISIS, baseline=replace(CRISIS.baseline, dispersion=r))) for r in (1000.0, 1.5)
    )
    assert restless > calm


def decided(crisis, drawn_at):
    page = decide.page(crisis, (), drawn_at)
    return {type(block).__name__: block for block in page.blocks}, page


def test_the_next_date_is_never_in_the_past():
    exit_ = CRISIS.phases.exit.retained
    before, _ = decided(CRISIS, exit_ + timedelta(days=30))
    after, _ = decided(CRISIS, exit_ + timedelta(days=400))
    assert EN.text(before["Signatures"].next_value).replace("\u00a0", " ") == "18 January 2026, D+90"
    assert isinstance(after["Signatures"].next_value, Blank)
    told = EN.text(after["Signatures"].next_note).replace("\u00a0", " ")
    assert told == "D+90 was 18 January 2026: set the next date."


def test_a_collection_that_stops_short_is_for_the_watch_and_not_our_failing():
    cut = Gap(window=Window(CRISIS.window.ends, CRISIS.window.ends), why="abrupt_end")
    crisis = replace(CRISIS, volume=replace(CRISIS.volume, gaps=(cut,)))
    _, page = decided(crisis, CRISIS.window.ends)
    (watch,) = [card for block in page.blocks if isinstance(block, Cards) for card in block.cards[2:3] if card.pairs]
    assert [EN.text(name) for name, _ in watch.pairs] == ["Who", "Rhythm", "Until", "Collection"]
    assert "collection" not in {finding.id.partition(".")[0] for finding in draw_findings(crisis, ())}
