"""The normal level of drawn weeks: which days it rests on decides more than any method."""

import numpy as np
import pytest
from tests.unit.analysis.curves import counts, curve, study

from rebond.analysis.baseline import expected_posts

STORM = "40 80 60 40 30 20 10 5"


def baseline(drawn: str):
    return study(curve(counts(drawn))).baseline


def test_the_twenty_eight_days_before_the_first_sign_are_normal():
    found = baseline(f"2 x 960, {STORM}, 2 x 240")
    assert (found.kind, found.per_day, found.days) == ("before", 48, 28)


def test_two_days_before_it_are_left_out():
    found = baseline(f"2 x 960, {STORM}, 2 x 240")
    assert (found.window.ends - curve(counts("1")).starts).days == 38  # the storm is in the 41st day


def test_too_few_days_before_it_are_completed_with_those_after():
    found = baseline(f"2 x 72, {STORM}, 2 x 480")
    assert found.kind == "pseudo" and found.per_day == 48 and found.why is not None


def test_a_level_lifted_by_an_earlier_storm_is_not_normal():
    found = baseline(f"2 x 480, {STORM}, 2 x 240, {STORM}, 2 x 480")
    assert found.per_day == 48


def test_one_day_gives_no_normal_level():
    found = baseline("5 x 20")
    assert found.kind == "none" and found.per_day is None and found.why is not None


def test_a_daily_rhythm_is_expected_and_not_taken_for_storms():
    day = np.array([1] * 8 + [6] * 8 + [2] * 8)
    found = study(curve(np.tile(day, 30)))
    assert found.episodes == ()
    expected = expected_posts(found.volume, found.baseline)
    assert expected.reshape(-1, 24).sum(axis=1) == pytest.approx(np.full(30, 72.0))
    assert expected[12] > 2 * expected[3]


def test_quiet_weekends_are_expected_from_three_weeks_on():
    week = np.concatenate([np.full(24 * 5, 10), np.full(24 * 2, 4)])
    found = study(curve(np.tile(week, 6)))
    expected = expected_posts(found.volume, found.baseline)
    assert found.episodes == ()
    assert expected[24 * 5 + 12] < 0.6 * expected[24 * 2 + 12]  # Saturday noon, Wednesday noon
