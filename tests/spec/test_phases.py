"""Curves drawn by hand, and the phases they read as. `2 x 480, 40 80` is 480 hours of 2 posts, then hours of 40 and 80.

Normal is 2 posts an hour, 48 a day, give or take 7 (the square root): an exit is a day of 69 posts or less, or 5 % of
the highest day where that is more; a return is 62 or less on six of seven days.
"""

from datetime import datetime, timedelta

import pytest
from tests.unit.analysis.curves import MONDAY, counts, curve, keys, study

from rebond.analysis.shapes import Boundary
from rebond.analysis.study import Study
from rebond.settings import CaseSheet, Settings

STORM = "40 80 60 40 30 20 10 5"
READINGS = [
    ("nothing happens", "2 x 480", "baseline"),
    ("a storm", f"2 x 480, {STORM}, 2 x 480", "baseline outbreak peak1 decline return_to_normal"),
    ("one hour", "2 x 480, 200, 2 x 480", "baseline outbreak peak1 return_to_normal"),
    ("two peaks", f"2 x 480, {STORM}, 2 x 20, 50 90 60 20 5, 2 x 480",
     "baseline outbreak peak1 lull1 peak2 decline return_to_normal"),
    ("a relapse: it flares before seven calm days have passed", f"2 x 480, {STORM}, 2 x 96, 30 60 30 10, 2 x 480",
     "baseline outbreak peak1 decline exit relapse return_to_normal"),
    ("a resurgence: it flares after the return", f"2 x 480, {STORM}, 2 x 400, 30 60 30 10, 2 x 480",
     "baseline outbreak peak1 decline return_to_normal resurgence return_to_normal"),
    ("a small organisation", f"0 x 480, {STORM}, 0 x 480", "baseline outbreak peak1 decline exit return_to_normal"),
    ("the posts stop high", "2 x 480, 40 80 60 40 30", "baseline outbreak peak1 decline"),
    ("the posts stop too early to tell", f"2 x 480, {STORM}, 2 x 30", "baseline outbreak peak1 decline"),
    ("the collection begins high", f"{STORM[3:]}, 2 x 480", "peak1 decline return_to_normal"),
]  # fmt: skip


@pytest.mark.parametrize(("drawn", "read"), [r[1:] for r in READINGS], ids=[r[0] for r in READINGS])
def test_a_curve_reads_as_its_phases(drawn, read):
    assert keys(study(curve(counts(drawn)))) == read


def hours(at: datetime | None) -> float | None:
    return None if at is None else (at - MONDAY) / timedelta(hours=1)


def drawn(text: str, **sheet) -> Study:
    return study(curve(counts(text)), Settings(sheet=CaseSheet(**sheet)))


def test_the_outbreak_is_dated_by_the_posts_and_the_peak_by_its_hour():
    phases = drawn(f"2 x 480, {STORM}, 2 x 480").phases
    assert hours(phases.outbreak.computed) == 480
    assert hours(phases.main_peak.at) == 481 and phases.main_peak.posts == 80


def test_an_exit_is_the_first_hour_whose_next_day_is_nearly_normal():
    """From hour 486 on, 24 hours hold 10 + 5 + 22 x 2 = 59 ≤ 69; from 485, 20 + 10 + 5 + 21 x 2 = 77."""
    phases = drawn(f"2 x 480, {STORM}, 2 x 480").phases
    assert hours(phases.exit.computed) == 486
    assert hours(phases.exit.low) == 485  # 77 ≤ 69 + √69: a day's own swing
    assert not phases.exit.censored


def test_an_exit_that_the_posts_do_not_reach_is_not_yet_observed():
    exit = drawn(f"2 x 480, {STORM}, 2 x 30").phases.exit
    assert exit.computed is None and exit.censored and exit.high is None
    assert hours(exit.low) == 486  # not before


def test_an_outbreak_that_was_not_seen_has_no_date():
    found = drawn(f"{STORM[3:]}, 2 x 480").phases
    assert found.outbreak.computed is None and found.outbreak.censored
    assert found.warning.computed is None and found.onset_kind == "unknown"
    assert "outbreak" not in [p.key for p in found.phases]


def test_a_slight_rise_of_half_a_day_before_it_is_a_first_sign():
    """Four posts an hour for eight hours: twice normal in doubt (under 1.75 x 1.25), then forty."""
    found = drawn("3 x 480, 5 x 10, 60 120 90 60 30 10 5, 3 x 480").phases
    assert [p.key for p in found.phases][:3] == ["baseline", "warning", "outbreak"]
    assert 480 <= hours(found.warning.computed) <= 482 and hours(found.outbreak.computed) >= 489
    assert found.onset_kind == "smouldering"


def test_a_week_that_was_livelier_anyway_is_no_sign():
    found = drawn("3 x 480, 5 x 72, 60 120 90 60 30 10 5, 3 x 480").phases
    assert "warning" not in [p.key for p in found.phases]


def test_what_people_say_happened_chooses_the_episode():
    two = f"2 x 480, {STORM}, 2 x 400, 20 30 20 10, 2 x 480"
    assert hours(drawn(two).phases.outbreak.computed) == 480  # the larger one
    told = MONDAY + timedelta(hours=888)
    assert hours(drawn(two, happened_at=(told, told)).phases.outbreak.computed) == pytest.approx(888, abs=1)


def test_a_declared_exit_stands_beside_the_measured_one():
    said = MONDAY + timedelta(hours=482)
    exit: Boundary = drawn(f"2 x 480, {STORM}, 2 x 480", declared_exit=(said, said)).phases.exit
    assert exit.declared == (said, said)
    assert hours(exit.computed) == 486 and exit.retained == exit.computed


def test_twelve_posts_are_counted_and_not_drawn():
    found = drawn("0 x 480, 3 5 4, 0 x 480").phases
    assert found.too_few


def test_a_flat_day_without_a_past_has_no_outbreak_and_no_return():
    found = drawn("5 x 20")
    assert found.baseline.kind == "none"
    assert found.phases.outbreak.computed is None
    assert found.phases.normal.computed is None and not found.phases.normal.censored
