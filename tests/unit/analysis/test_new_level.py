"""A crisis that settles above its usual level. Normal: 2 posts an hour, 48 a day; a return is 62 or less.

The storm holds 2,400 posts in a day, so an exit is a day of 120 or less: 96 a day is over, and is not back to normal.
"""

from datetime import timedelta

import numpy as np
import pytest
from tests.unit.analysis.curves import counts, curve, study

from rebond.analysis.new_level import _is_level
from rebond.settings import Parameters, Settings

BEGINS = "2 x 672, 100 x 24, 40 x 12"
DAYS = np.arange(28)


def phases(drawn: str, **parameters):
    return study(curve(counts(drawn)), Settings(parameters=Parameters(**parameters))).phases


def test_ninety_days_after_the_exit_another_level_is_the_normal_one():
    found = phases(f"{BEGINS}, 4 x 2880")
    assert found.recovery_shape == "l" and found.new_level == 96
    assert found.normal.computed - found.exit.computed == timedelta(days=90)
    assert found.normal.why is not None and found.phases[-1].key == "return_to_normal"


def test_before_ninety_days_nobody_knows():
    found = phases(f"{BEGINS}, 4 x 2040")  # 85 days
    assert found.recovery_shape == "unknown" and found.new_level is None
    assert found.normal.computed is None and found.normal.censored


def test_the_wait_is_a_parameter():
    found = phases(f"{BEGINS}, 4 x 2040", new_normal_wait_days=60)
    assert found.normal.computed - found.exit.computed == timedelta(days=60)


def test_what_comes_back_to_its_usual_level_has_no_new_one():
    found = phases(f"{BEGINS}, 2 x 2880")
    assert found.recovery_shape == "v" and found.new_level is None and found.normal.why is None


@pytest.mark.parametrize(
    ("volumes", "level"),
    [
        (100 * np.exp(0.008 * DAYS), True),
        (160 * np.exp(-0.012 * DAYS), False),  # above 62 all along, and still falling by more than 1 % a day
        (100 * np.exp(0.012 * DAYS), False),
        (np.where(DAYS % 7 == 0, 60.0, 100.0), True),  # one quiet day a week is a Sunday
        (np.where(DAYS % 5 == 0, 60.0, 100.0), False),  # six days of 28 in the usual range are too many
        (np.where(DAYS < 2, np.nan, 100.0), True),
        (np.where(DAYS < 4, np.nan, 100.0), False),  # too much of it was not observed
    ],
)
def test_a_level_neither_rises_nor_falls(volumes, level):
    assert _is_level(volumes, DAYS, 62.0, []) is level


def test_a_flare_interrupts_a_level():
    assert not _is_level(np.full(28, 100.0), DAYS, 62.0, [14]) and _is_level(np.full(28, 100.0), DAYS, 62.0, [40])


def series(after: float, seed: int) -> np.ndarray:
    """Four posts an hour, a storm of 400, then `after` times four an hour, with nights, for 140 days."""
    hours = np.arange(24 * 168)
    rhythm = np.exp(0.5 * np.cos(2 * np.pi * (hours - 15) / 24))
    since = hours - 24 * 28
    storm = np.where(since < 0, 0.0, 4 * (after - 1) + 400 * np.exp(-np.maximum(since, 0) / 20))
    return np.random.default_rng(seed).poisson(rhythm / rhythm.mean() * (4 + storm))


@pytest.mark.parametrize("seed", range(3))
def test_simulated_storms_settle_where_they_were_made_to(seed):
    doubled, usual = (study(curve(series(after, seed))).phases for after in (2, 1))
    assert doubled.recovery_shape == "l" and doubled.new_level == pytest.approx(192, rel=0.1)
    assert timedelta(days=90) <= doubled.normal.computed - doubled.exit.computed < timedelta(days=92)
    assert usual.recovery_shape == "v" and usual.new_level is None
