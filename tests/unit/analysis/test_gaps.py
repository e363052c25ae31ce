"""Where nobody was looking, told from the curve: drawn collections with a start, a cut, a hole, a cap."""

import numpy as np
from tests.golden.walk_posts import from_counts
from tests.unit.analysis.curves import MONDAY, counts, curve, study

from rebond.analysis.gaps import find_gaps, mark_gaps
from rebond.analysis.volume import count_posts
from rebond.settings import Parameters

USUAL = Parameters()


def gaps(drawn: str) -> list[tuple[str, int, int]]:
    """(why, first bin, end bin) of each gap."""
    volume = curve(counts(drawn))
    return [(g.why, volume.bin_of(g.window.starts), volume.bin_of(g.window.ends)) for g in find_gaps(volume, USUAL)]


def test_a_steady_curve_has_no_gap():
    assert gaps("4 x 480") == []


def test_a_flow_that_is_there_at_once_and_stays_is_the_start_of_a_collection():
    assert gaps("0 x 200, 20 x 240") == [("abrupt_start", 0, 200)]


def test_a_storm_from_nothing_is_not_the_start_of_a_collection():
    assert gaps("0 x 200, 90 60 40 20 10 5 3 2, 1 x 20, 0 x 200") == []


def test_a_run_that_stops_at_its_height_is_cut_until_the_usual_flow_is_back():
    assert gaps("4 x 480, 20 60 90, 0 x 20, 4 x 240") == [("abrupt_end", 483, 503)]


def test_a_run_that_fades_is_not_cut():
    assert gaps("4 x 480, 20 60 90 60 40 25 12 8, 4 x 240") == []


def test_a_day_without_a_post_in_a_busy_flow_is_a_hole():
    assert gaps("10 x 240, 0 x 24, 10 x 240") == [("hole", 240, 264)]


def test_silence_in_a_quiet_flow_is_silence():
    assert gaps("0 x 9, 1, 0 x 14, 0 x 9, 1, 0 x 40, 1, 0 x 30, 1, 0 x 50, 1") == []


def test_the_same_highest_count_again_and_again_is_a_cap():
    found = gaps("20 x 100, 100 x 6, 20 x 100")
    assert [why for why, _, _ in found] == ["cap"] * 6


def test_what_was_not_observed_is_marked_and_a_cap_stays_observed():
    volume = curve(counts("10 x 240, 0 x 24, 10 x 240"))
    marked = mark_gaps(volume, find_gaps(volume, USUAL))
    assert np.flatnonzero(~marked.observed).tolist() == list(range(240, 264))
    capped = curve(counts("20 x 100, 100 x 6, 20 x 100"))
    assert mark_gaps(capped, find_gaps(capped, USUAL)).observed.all()


def test_a_hole_in_the_middle_of_normal_time_does_not_move_the_normal_level():
    found = study(curve(counts("10 x 240, 0 x 24, 10 x 480")))
    assert found.baseline.per_day == 240 and found.phases.outbreak.computed is None


def test_the_width_of_a_bin_follows_the_posts():
    def seconds(drawn: str) -> int:
        return count_posts(from_counts(counts(drawn), MONDAY, 3600), None, USUAL).seconds

    assert seconds("2 x 480") == 3600
    assert seconds("100 x 30") == 900  # 3,000 posts in 30 hours
    assert seconds("0 x 400, 1 2 1, 0 x 400") == 86400  # a small organisation and a handful of posts
    assert seconds("0 x 400, 20 40 20, 0 x 400") == 3600  # a small organisation and a storm
