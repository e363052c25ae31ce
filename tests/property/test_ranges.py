"""Figures over rough times, held to a slow twin that tries every instant of every range.

Trying the corners alone would not do: an act between two others divides a silence best from the middle of its range.
"""

from datetime import UTC, datetime, timedelta
from itertools import pairwise, product

from hypothesis import given
from hypothesis import strategies as st

from rebond.actions import Action, When
from rebond.analysis.measure import Window
from rebond.analysis.ranges import between_firsts, first_time, last_time, longest_stretch

START, MINUTE, LENGTH = datetime(2025, 10, 14, tzinfo=UTC), timedelta(minutes=1), 7
DAY = Window(START, START + LENGTH * MINUTE)


def minute(n: int) -> datetime:
    return START + n * MINUTE


@st.composite
def rough_times(draw: st.DrawFn, within: int = LENGTH) -> When:
    one, other = sorted(draw(st.tuples(*[st.integers(0, within)] * 2)))
    return When(minute(one), minute(other))


TIMES = st.lists(rough_times(), min_size=1, max_size=4)


def every_case(times: list[When]) -> list[tuple[datetime, ...]]:
    """Each way in which it may have been, to the minute."""
    ranges = [[minute(n) for n in range(LENGTH + 1) if w.earliest <= minute(n) <= w.latest] for w in times]
    return list(product(*ranges))


@given(TIMES)
def test_the_first_and_the_last_of_several(times: list[When]):
    for found, choose in ((first_time(times), min), (last_time(times), max)):
        seen = [choose(case) for case in every_case(times)]
        assert found == When(min(seen), max(seen))


@given(st.lists(st.tuples(rough_times(), st.sampled_from(["a", "b", "c", "ab", "bc", "abc"])), min_size=1, max_size=4))
def test_the_time_between_the_first_acts_of_several_groups(drawn: list[tuple[When, str]]):
    acts = [Action(id=str(n), kind="statement", when=when, title="") for n, (when, _) in enumerate(drawn)]
    groups = [[n for n, (_, names) in enumerate(drawn) if name in names] for name in "abc"]
    groups = [group for group in groups if group]
    seen = []
    for case in every_case([when for when, _ in drawn]):
        firsts = [min(case[n] for n in group) for group in groups]
        seen.append(max(firsts) - min(firsts))
    assert between_firsts([[acts[n] for n in group] for group in groups]) == (min(seen), max(seen))


@given(st.lists(rough_times(), max_size=4), st.lists(st.integers(0, 3), min_size=LENGTH, max_size=LENGTH))
def test_the_longest_stretch_without_an_act(times: list[When], posts: list[int]):
    """Of time, then of posts. Posts may be divided anywhere in their minute, so their least is a bound."""

    def minutes(at: datetime) -> int:
        return (at - START) // MINUTE

    def posts_before(at: datetime) -> int:
        return sum(posts[: minutes(at)])

    for held in (minutes, posts_before):
        seen = []
        for case in every_case(times):
            edges = [DAY.starts, *sorted(case), DAY.ends]
            seen.append(max(held(later) - held(earlier) for earlier, later in pairwise(edges)))
        found = longest_stretch(times, DAY, held)
        assert found.most == max(seen) == held(found.window.ends) - held(found.window.starts)
        assert found.least == min(seen) if held is minutes else found.least <= min(seen)
