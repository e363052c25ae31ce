"""What stands on the curve keeps off its line."""

from datetime import UTC, datetime, timedelta

from rebond.analysis.measure import Window
from rebond.review.figures._ink import Panel
from rebond.review.figures._place import Box
from rebond.review.figures._scene import Scene
from rebond.review.figures._summits import strokes

NOON, HOUR = datetime(2025, 10, 14, 12, tzinfo=UTC), timedelta(hours=1)


def test_the_line_takes_a_box_for_each_stroke_and_none_where_nothing_was_observed():
    posts = (0, 10, 5, None, 10)
    scene = Scene(
        hot=Window(NOON, NOON + 5 * HOUR), bin=HOUR, bins=tuple((NOON + n * HOUR, p) for n, p in enumerate(posts)),
        unobserved=(), days=(), bar_days=1, every_day=(),
    )  # fmt: skip
    panel = Panel(width=50, height=100, starts=NOON, ends=NOON + 5 * HOUR, most=10, shift=timedelta(0))
    assert strokes(scene, panel) == [Box(5, 0, 15, 100), Box(15, 0, 25, 50)]
