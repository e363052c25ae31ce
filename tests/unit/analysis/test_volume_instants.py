"""Some platforms date their posts to the millisecond."""

from datetime import UTC, datetime, timedelta

from tests.golden.walk_posts import at_instants

from rebond.analysis.volume import count_posts
from rebond.settings import Parameters


def test_posts_dated_to_the_millisecond_are_counted():
    start = datetime(2025, 10, 14, 21, 0, 0, 338_000, tzinfo=UTC)
    posts = at_instants(start + timedelta(seconds=7 * n) for n in range(50))
    assert int(count_posts(posts, None, Parameters()).posts.sum()) == 50
