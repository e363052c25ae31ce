"""What is drawn, before any drawing."""

from datetime import UTC, datetime, timedelta

from rebond.analysis.measure import Window
from rebond.review.figures._scene import observed

NOON, HOUR = datetime(2025, 10, 14, 12, tzinfo=UTC), timedelta(hours=1)


def hours(first: int, last: int) -> Window:
    return Window(NOON + first * HOUR, NOON + last * HOUR)


def test_what_was_observed_of_a_stretch_is_what_the_holes_leave():
    holes = [hours(-3, 1), hours(3, 4), hours(9, 12)]
    assert observed(hours(0, 10), holes) == (hours(1, 3), hours(4, 9))
    assert observed(hours(0, 10), []) == (hours(0, 10),)
    assert observed(hours(10, 11), holes) == ()
