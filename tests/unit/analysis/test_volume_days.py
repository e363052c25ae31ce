"""Posts known to the day alone lie at midnight where the organisation is: their days are its own, not those of UTC."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from tests.golden.walk_posts import at_instants

from rebond.analysis.days import split_days
from rebond.analysis.volume import count_captured, count_posts
from rebond.settings import Parameters


@pytest.mark.parametrize("zone", ["America/Toronto", "Europe/Paris", "Asia/Kolkata", "Pacific/Auckland", "UTC"])
@pytest.mark.parametrize("first", ["2025-01-10", "2025-07-10", "2025-02-20", "2025-10-20"])
def test_each_day_holds_the_posts_of_that_day(zone: str, first: str):
    """Three, four and five posts on three days in a row, then one post forty days later: clocks may change between."""
    start = datetime.fromisoformat(first).date()
    drawn = {start: 3, start + timedelta(days=1): 4, start + timedelta(days=2): 5, start + timedelta(days=42): 1}
    midnights = [
        datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC) for day in drawn for _ in range(drawn[day])
    ]
    posts = at_instants(midnights, precision="day")
    volume = count_posts(posts, None, Parameters(), zone)
    assert volume.seconds == 86400
    assert volume.starts.astimezone(ZoneInfo(zone)).date() == start  # the season of the busiest day
    assert volume.posts[:3].tolist() == [3, 4, 5] and volume.posts.sum() == 13
    assert split_days(volume, zone).totals[[0, 1, 2, -1]].tolist() == [3, 4, 5, 1]
    assert count_captured(posts, None, volume).posts.tolist() == volume.posts.tolist()
    assert volume.accounts.sum() == 0


def test_without_a_zone_days_are_those_of_utc():
    posts = at_instants([datetime(2025, 1, 10, tzinfo=UTC)] * 3, precision="day")
    assert count_posts(posts, None, Parameters()).starts == datetime(2025, 1, 10, tzinfo=UTC)
