"""M-10 and M-15 to M-17 on curves small enough to add up by hand. Normal: 2 posts an hour, 48 a day."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from tests.golden.walk_posts import from_counts
from tests.unit.analysis.curves import MONDAY, counts, curve, study
from tests.unit.analysis.drawn_log import at, phases

from rebond.analysis.above import measure_excess, measure_peak_ratio
from rebond.analysis.extent import crisis_window, measure_volume
from rebond.analysis.measure import Measure, Window
from rebond.analysis.shapes import Boundary, Gap, Peak

STORM = "2 x 480, 40 80 60 40 30 20 10 5, 2 x 480"


def measured(drawn: str) -> dict[str, Measure]:
    posts = counts(drawn)
    found = study(curve(posts))
    window = Window(found.volume.starts, found.volume.starts_of(len(posts)))
    measures = measure_volume(from_counts(posts, MONDAY, 3600), found.volume, found.baseline, found.phases, window)
    return {m.id: m for m in measures}


@pytest.fixture(scope="module")
def storm() -> dict[str, Measure]:
    return measured(STORM)


def test_the_volume_runs_from_outbreak_to_return(storm):
    assert storm["volume"].value == storm["volume"].n == 40 + 80 + 60 + 40 + 30 + 20  # hours 480 to 485


def test_the_excess_is_what_was_counted_less_what_is_usual(storm):
    assert storm["excess_volume"].value == 270 - 6 * 2
    assert storm["excess_volume"].low <= 258 <= storm["excess_volume"].high <= 270


def test_hours_below_the_usual_level_offset_those_above():
    """Six hours of 0 and 4 posts in turn, at a usual 2 an hour: 12 counted, 12 usual."""
    posts = counts("2 x 480, 0 4 0 4 0 4, 2 x 480")
    found = study(curve(posts))
    six = Window(found.volume.starts_of(480), found.volume.starts_of(486))
    peak = Peak(at=six.starts, posts=4, window=six)
    excess = measure_excess(found.volume, found.baseline, replace(found.phases, main_peak=peak), six)
    assert excess.value is None and excess.why_not.n == 12
    assert excess.why_not.value("low") < 12 < excess.why_not.value("high")


def test_a_steady_series_has_no_excess():
    """Ten posts a day for eight weeks, drawn by chance: the hours above the mean alone would add up to hundreds."""
    steady = np.random.default_rng(3).poisson(10 / 24, 24 * 56)
    found = study(curve(steady))
    whole = Window(found.volume.starts, found.volume.starts_of(len(steady)))
    assert measure_excess(found.volume, found.baseline, found.phases, whole).value is None
    peak = Peak(at=whole.starts, posts=1, window=whole)  # nor has it any where a crisis is said to fill it
    excess = measure_excess(found.volume, found.baseline, replace(found.phases, main_peak=peak), whole)
    assert excess.value is None and excess.why_not.n == steady.sum()


def test_hours_that_were_not_observed_take_nothing_away():
    posts = counts("2 x 480, 50 x 12, 2 x 480")
    found = study(curve(posts))
    twelve = Window(found.volume.starts_of(480), found.volume.starts_of(492))
    seen = np.ones(len(posts), dtype=bool)
    seen[486:492] = False
    half = measure_excess(replace(found.volume, observed=seen, gaps=()), found.baseline, found.phases, twelve)
    assert half.value == 6 * 50 - 6 * 2


def test_where_posts_are_missing_what_is_said_of_the_talk_is_a_lower_bound():
    """The highest hour, 481, is cut after 39 minutes, and two more are lost: what they held can only raise these."""
    posts = counts("2 x 480, 40 80 0 0 30 20 10 5, 2 x 480")
    found = study(curve(counts(STORM)))
    opens, lost = found.volume.starts, np.isin(np.arange(len(posts)), (482, 483))
    gap = Gap(window=Window(opens + timedelta(hours=481, minutes=39), opens + timedelta(hours=484)), why="hole")
    volume = replace(curve(posts), observed=~lost, gaps=(gap,))
    window = Window(opens, volume.starts_of(len(posts)))
    measures = measure_volume(from_counts(posts, MONDAY, 3600), volume, found.baseline, found.phases, window)
    told = {m.id: m for m in measures}
    assert told["volume"].value == 170  # captured: hours 480 to 485
    for metric in ("excess_volume", "peak_ratio", "volume.peak_hour"):
        assert told[metric].value is None and told[metric].high is None
    assert told["volume.peak_hour"].low == 80 and told["peak_ratio"].low == pytest.approx(170 / 48)
    assert 150 < told["excess_volume"].low < 170 - 4 * 2


def test_a_multiple_is_found_again_from_the_usual_level_that_is_printed(storm):
    """A level of 15.37 posts a day is printed 15.4: 100 posts are 6.49 times that, and 6.51 times the other."""
    found = study(curve(counts("2 x 480, 40 60, 2 x 480")))
    opens = found.volume.starts_of(480)
    level = replace(found.baseline, per_day=15.37)
    ratio = measure_peak_ratio(found.volume, level, Window(opens, opens + timedelta(hours=2)))
    assert ratio.value == pytest.approx(100 / 15.4) and ratio.against == 15.4


def test_a_multiple_holds_the_doubt_of_the_level_it_is_of(storm):
    """270 of 48 a day: 5.6. The level is known to 4 posts (18 days, spread 6.9), the count to 32."""
    low, high = storm["peak_ratio"].low, storm["peak_ratio"].high
    assert low == pytest.approx((270 - 32.2) / (48 + 4), abs=0.05)
    assert high == pytest.approx((270 + 32.2) / (48 - 4), abs=0.05)


def test_the_highest_day_holds_no_more_than_the_crisis():
    """Outbreak at half past: of the 40 posts of that hour 20 came before it, and are not of the crisis."""
    found = study(curve(counts("2 x 480, 40 60, 2 x 480")))
    opens = found.volume.starts_of(480)
    crisis = Window(opens + timedelta(minutes=30), opens + timedelta(hours=2))
    ratio = measure_peak_ratio(found.volume, found.baseline, crisis)
    assert ratio.n == 20 + 60 and ratio.window == crisis


def test_under_one_post_a_day_no_multiple_is_given():
    found = measured(", ".join(["1, 0 x 47"] * 20) + ", 40 80 60 40 30, " + ", ".join(["1, 0 x 47"] * 20))
    assert found["peak_ratio"].value is None and "under one post a day" in found["peak_ratio"].why_not.text


def test_the_peak_is_told_by_its_day_its_hour_and_the_time_it_took(storm):
    assert storm["peak_ratio"].n == 270 and storm["peak_ratio"].value == pytest.approx(270 / 48)
    assert storm["volume.peak_hour"].value == 80
    assert storm["time_to_peak"].value == timedelta(hours=1)
    assert storm["n_peaks"].value == 1


def test_it_halves_in_three_hours(storm):
    """3-h means from the peak on: 60, 60, 43, 30: the first at or under 2 + (60 - 2) / 2 = 31 is the third after it."""
    assert storm["half_life"].value == timedelta(hours=3) and not storm["half_life"].censored


def test_it_is_back_to_normal_six_hours_after_the_outbreak(storm):
    assert storm["rtb"].value == timedelta(hours=6) and storm["rtb"].low <= timedelta(hours=6) <= storm["rtb"].high


def test_a_return_that_the_posts_do_not_reach_is_a_lower_bound():
    found = measured("2 x 480, 40 80 60 40 30")["rtb"]
    assert found.censored and found.value == timedelta(hours=5)


def test_peaks_are_not_told_apart_under_twenty_posts_an_hour():
    few = measured("1 x 480, 18 19 18 6 2 2 18 19 18 6 2, 1 x 480")
    assert few["n_peaks"].value is None and "too few to tell peaks apart" in few["n_peaks"].why_not.text
    assert few["time_to_peak"].value is not None and few["volume.peak_hour"].value == 19


def test_a_return_rests_on_the_days_it_took(storm):
    assert storm["rtb"].n == 1 and storm["rtb"].n_of == "days"
    slow = measured("2 x 480, 90 x 30, 40 x 30, 2 x 480")["rtb"]
    assert slow.n == -(-slow.value // timedelta(days=1))


def test_without_a_normal_level_no_exit_is_measured():
    """A curve that begins with its storm: no day of it is ordinary, and one may hold more than 5 % of the highest."""
    found = study(curve(counts("12 16 9 5 3 2 2 2 3 2 4 3 4 0 2 0 0 3 0 1, 0 x 90, 1")))
    assert found.baseline.per_day is None and found.phases.main_peak is not None
    assert found.phases.exit.computed is None and "no normal level" in found.phases.exit.why.text
    assert not any(phase.key == "exit" for phase in found.phases.phases)


def test_without_a_normal_level_nothing_is_compared():
    found = measured("5 x 20, 50 60 40, 5 x 3")
    for metric in ("excess_volume", "peak_ratio", "half_life"):
        assert found[metric].value is None and found[metric].why_not is not None


def test_a_return_hidden_by_a_cut_ends_the_crisis_at_the_end_of_its_range():
    hidden = Boundary(computed=None, low=at("12:00"), high=at("+1 12:00"), censored=True)
    cut = replace(phases("10:00"), normal=hidden)
    assert crisis_window(cut, Window(at("0:00"), at("+9 0:00"))) == Window(at("10:00"), at("+1 12:00"))
