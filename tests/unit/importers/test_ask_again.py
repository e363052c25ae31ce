"""The exports to ask for in the place of a cut one, counted in days by hand."""

from datetime import UTC, date, datetime

from rebond.importers.ask_again import Period, ask_again
from rebond.importers.cuts import Cut, Ending


def cut(by, busiest_day, busiest_6h=0, at=None, cap=1_000):
    first, last = datetime(2025, 10, 10, 8, tzinfo=UTC), datetime(2025, 10, 14, 20, tzinfo=UTC)
    ending = Ending(rows=cap, by=by, shown=True, first=first, last=last, at=at, busiest_day=busiest_day,
                    busiest_6h=busiest_6h)  # fmt: skip
    return Cut(cap=cap, sure=True, ending=ending)


def october(first, last=None, hours=None):
    return Period(date(2025, 10, first), date(2025, 10, last or first), hours)


def test_as_long_again_before_a_cut_in_pieces_that_the_busiest_day_fills_to_four_fifths():
    """400 posts on the busiest day, 800 of 1,000 rows allowed: two days an export; four days back from the 10th."""
    asked = ask_again(cut("newest_first", 400, at=datetime(2025, 10, 10, 8, tzinfo=UTC)), "UTC")
    assert asked.periods == (october(6), october(7, 8), october(9, 10))
    assert asked.baseline == Period(date(2025, 9, 8), date(2025, 10, 5))


def test_the_days_are_those_of_the_zone():
    at = datetime(2025, 10, 10, 2, tzinfo=UTC)  # the evening of the 9th in Montréal
    assert ask_again(cut("newest_first", 800, at=at), "America/Toronto").periods[-1] == october(9)


def test_where_a_day_does_not_hold_the_two_days_beside_the_cut_are_asked_for_by_the_hour():
    """300 posts in six hours, 800 allowed: twelve hours an export."""
    asked = ask_again(cut("newest_first", 1_000, 300, at=datetime(2025, 10, 10, 8, tzinfo=UTC)), "UTC")
    assert asked.periods == (october(6), october(7), october(8), october(9, 10, hours=12))


def test_after_a_cut_that_lost_the_newest():
    asked = ask_again(cut("oldest_first", 800, at=datetime(2025, 10, 14, 20, tzinfo=UTC)), "UTC")
    assert asked.periods == (october(14), october(15), october(16), october(17), october(18))
    assert asked.baseline.last == date(2025, 10, 13)


def test_a_cut_by_engagement_asks_for_the_whole_period_again_half_full():
    asked = ask_again(cut("engagement", 250), "UTC")
    assert asked.periods == (october(10), october(11, 12), october(13, 14))


def test_nothing_is_asked_without_a_date():
    assert ask_again(Cut(cap=1_000, sure=True, ending=Ending(rows=1_000)), "UTC") is None
