"""What holds of the phases of any curve (invariants 1, 2 and 6 of domain.md 7.4)."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.golden.walk_posts import from_counts
from tests.unit.analysis.curves import curve, keys, study

from rebond.actions import ActionLog
from rebond.analysis.days import local_hours
from rebond.analysis.extent import crisis_window, measure_volume
from rebond.analysis.measure import Window
from rebond.analysis.shapes import Boundary, Volume
from rebond.analysis.times import measure_times
from rebond.settings import CaseSheet, Settings


@st.composite
def curves(draw) -> Volume:
    """Ordinary days with a rhythm, up to three storms, at times a hole; hours, quarters of an hour or days."""
    seconds = draw(st.sampled_from([3600, 3600, 900, 86400]))
    n = draw(st.integers(3, 700))
    rng = np.random.default_rng(draw(st.integers(0, 10_000)))
    rate = draw(st.sampled_from([0.0, 0.05, 0.8, 5.0, 60.0])) * (1 + 0.5 * np.sin(np.arange(n) * seconds / 13751))
    for _ in range(draw(st.integers(0, 3))):
        at, height = draw(st.integers(0, n - 1)), draw(st.sampled_from([3, 20, 200]))
        rate[at:] += height * (1 + np.arange(n - at) / draw(st.sampled_from([1, 6]))) ** -1.2
    if draw(st.booleans()):
        at = draw(st.integers(0, n - 1))
        rate[at : at + draw(st.integers(1, 60))] = 0
    return curve(rng.poisson(rate), seconds=seconds)


@settings(max_examples=60, deadline=None)
@given(curves())
def test_phases_follow_each_other_and_hold_every_post_once(volume):
    found = study(volume).phases
    assert found.phases[0].starts == volume.starts
    assert found.phases[-1].ends == volume.starts_of(len(volume.posts))
    assert all(a.ends == b.starts and a.ends_range == b.starts_range for a, b in pairwise(found.phases))
    assert all(p.starts < p.ends for p in found.phases)
    assert all(p.starts_range[0] <= p.starts <= p.starts_range[1] for p in found.phases)
    assert sum(p.posts for p in found.phases) == volume.posts.sum()


@settings(max_examples=60, deadline=None)
@given(curves())
def test_one_outbreak_a_peak_and_turning_points_in_their_order(volume):
    found = study(volume)
    phases, read = found.phases, [p.key for p in found.phases.phases]
    assert read.count("outbreak") == (phases.outbreak.computed is not None)
    assert (phases.main_peak is None) == (not found.episodes)
    if found.episodes:
        assert "peak" in read and phases.main_peak in phases.peaks
    peak = phases.peaks[0].at if phases.peaks else None
    peak = peak if volume.seconds <= 3600 else None  # a day that peaks may hold the outbreak
    instants = [
        phases.warning.computed, phases.outbreak.computed, peak,
        phases.exit.computed, phases.normal.computed,
    ]  # fmt: skip
    assert all(a <= b for a, b in pairwise([at for at in instants if at is not None]))
    for boundary in (phases.warning, phases.outbreak, phases.exit, phases.normal):
        if boundary.computed is not None:
            assert not boundary.censored and boundary.low <= boundary.computed
            assert boundary.high is None or boundary.computed <= boundary.high
    assert not any(p.provisional is False for p in phases.phases if p.key in ("warning", "exit", "return_to_normal"))


@settings(max_examples=25, deadline=None)
@given(curves(), st.integers(-500, 500))
def test_another_week_gives_the_same_durations(volume, weeks):
    shift = timedelta(weeks=weeks)
    moved = replace(volume, starts=volume.starts + shift, minutes=volume.minutes + int(shift.total_seconds()) // 60)
    here, there = study(volume), study(moved)
    assert keys(here) == keys(there)
    assert [p.starts + shift for p in here.phases.phases] == [p.starts for p in there.phases.phases]


@settings(max_examples=15, deadline=None)
@given(st.sampled_from(["America/Toronto", "Europe/Paris", "Asia/Kolkata", "Pacific/Apia"]), st.integers(0, 364))
def test_local_hours_pass_one_by_one_through_every_clock_change(zone, day):
    """A zone moves hours of the day, never posts: each bin has one local hour, none is lost or told twice."""
    volume = curve(np.ones(24 * 30, dtype=np.int64))
    volume = replace(volume, starts=volume.starts + timedelta(days=day))
    hours, days = local_hours(volume, zone)
    steps = np.diff(days * 24 + hours)
    assert set(steps.tolist()) <= {0, 1, 2} and steps.sum() in range(718, 721)


@settings(max_examples=60, deadline=None)
@given(curves(), st.integers(0, 699), st.integers(1, 90))
def test_no_range_is_reversed_wherever_the_collection_was_cut(volume, at, lasting):
    posts = volume.posts.copy()
    posts[at % len(posts) :][:lasting] = 0
    volume = curve(posts, seconds=volume.seconds)
    found = study(volume)
    window = Window(volume.starts, volume.starts_of(len(volume.posts)))
    boundaries = [getattr(found.phases, name) for name in ("warning", "outbreak", "exit", "normal")]
    boundaries += [edge for e in found.episodes for edge in (e.onset, e.ends)]
    measured = measure_times(found.phases, ActionLog(), found.volume, Settings(), window.ends)
    extent = _of_posts(from_counts(posts, volume.starts, volume.seconds), found, window) if posts.any() else ()
    for one in (*boundaries, *measured, *extent):
        assert one.low is None or one.high is None or one.low <= one.high, one
        value = one.computed if isinstance(one, Boundary) else one.value
        if value is not None and one.low is not None and one.high is not None:
            assert one.low <= value <= one.high, one


def _of_posts(posts, found, window):
    return measure_volume(posts, found.volume, found.baseline, found.phases, window)


@settings(max_examples=25, deadline=None)
@given(curves())
def test_the_crisis_lies_inside_what_was_captured(volume):
    window = Window(volume.starts, volume.starts_of(len(volume.posts)))
    crisis = crisis_window(study(volume, Settings(sheet=CaseSheet(time_zone="Europe/Paris"))).phases, window)
    assert window.starts <= crisis.starts < crisis.ends <= window.ends
