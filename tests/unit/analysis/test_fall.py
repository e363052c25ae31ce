"""M-16 on drawn curves: when half is lost, and which family of decay a fall follows."""

from datetime import timedelta

import numpy as np
import pytest
from tests.unit.analysis.curves import counts, curve, study

from rebond.analysis.fall import decay_of, measure_half_life, smoothed

HOURS = np.arange(24 * 60)
RHYTHM = np.exp(0.7 * np.cos(2 * np.pi * (HOURS - 15) / 24))
RHYTHM = RHYTHM / RHYTHM.mean()
SINCE = np.maximum(HOURS - 24 * 28 - 12, 0)
BEGUN = HOURS >= 24 * 28 + 12
FALLS = {"exponential": BEGUN * np.exp(-SINCE / 14), "power_law": BEGUN * (1 + SINCE / 4) ** -1.4}


def family(posts: np.ndarray) -> str | None:
    found = study(curve(posts.astype(np.int64)))
    decay = decay_of(found.volume, found.baseline, found.phases)
    return None if decay is None else decay.family


def test_means_are_wider_where_posts_are_few():
    """Sixty posts in three hours need three bins; five an hour reach sixty in thirteen."""
    assert smoothed(np.array([0, 0, 60, 0, 0])).tolist() == [0, 20, 20, 20, 0]
    assert smoothed(np.full(40, 5))[20] == pytest.approx(5)
    one = np.zeros(40)
    one[20] = 5  # not even twenty-five hours hold sixty: the widest mean
    assert smoothed(one).max() == pytest.approx(5 / 25)


@pytest.mark.parametrize("true", FALLS)
def test_a_fall_without_noise_is_of_its_own_family(true):
    assert family(np.round(RHYTHM * (4 + 400 * FALLS[true]))) == true


@pytest.mark.parametrize("true", FALLS)
def test_a_noisy_fall_is_hardly_ever_taken_for_the_other(true):
    """Twenty storms: at most one is misread (three of 180 in all were), and more than half are told."""
    told = []
    for seed in range(20):
        rng = np.random.default_rng(seed)
        told.append(family(rng.poisson(RHYTHM * (1 + 60 * FALLS[true]) * rng.gamma(20, 1 / 20, len(HOURS)))))
    assert sum(one not in (true, None) for one in told) <= 1
    assert told.count(true) >= 11


def test_a_fall_that_was_not_seen_whole_has_no_family():
    whole = np.round(RHYTHM * (4 + 400 * FALLS["power_law"]))
    assert family(whole[: 24 * 29]) is None
    again = np.round(RHYTHM * (4 + 400 * FALLS["power_law"] + 300 * np.roll(FALLS["power_law"], 30)))
    assert family(again) is None  # a second peak interrupts it


def test_the_family_stands_beside_the_half_life():
    found = study(curve(np.round(RHYTHM * (4 + 400 * FALLS["exponential"])).astype(np.int64)))
    one = measure_half_life(found.volume, found.baseline, found.phases)
    assert one.details["decay"] == "exponential" and "one crisis" in one.notes[0].text and not one.caveats
    assert timedelta(hours=8) <= one.value <= timedelta(hours=12)  # 14 h x log 2 = 9.7 h


def test_a_short_storm_halves_and_has_no_family():
    found = study(curve(counts("2 x 480, 40 80 60 40 30 20 10 5, 2 x 480")))
    one = measure_half_life(found.volume, found.baseline, found.phases)
    assert one.value == timedelta(hours=3) and not one.notes
