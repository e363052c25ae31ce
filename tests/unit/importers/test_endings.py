"""How rows run and where they stop, on files small enough to count on paper."""

from datetime import UTC, datetime, timedelta

import pyarrow as pa

from rebond.importers.endings import Rows
from rebond.importers.source import Batch, Problem
from rebond.tables import RAW_POSTS

DAY = datetime(2025, 10, 14, tzinfo=UTC)


def batch(instants, likes=None, refused=()):
    n = len(instants)
    plain = {"platform": "x", "precision": "second", "text": "", "kind": "post", "raw_row": 1}
    columns = {name: [value] * n for name, value in plain.items()}
    columns |= {"published_at": instants, "likes": likes or [None] * n}
    arrays = [pa.array(columns.get(f.name, [None] * n), f.type) for f in RAW_POSTS]
    return Batch(pa.RecordBatch.from_arrays(arrays, schema=RAW_POSTS), tuple(refused), n + len(refused))


def ending(instants, likes=None, zone="UTC"):
    rows = Rows()
    rows.look(batch(instants, likes))
    return rows.ending(zone)


def every(minutes, starts, n):
    """n instants, from `starts` on."""
    return [starts + timedelta(minutes=minutes * k) for k in range(n)]


def test_newest_first_and_stopped_at_nine_with_sixty_posts_an_hour():
    found = ending(every(1, DAY.replace(hour=9), 600)[::-1])
    assert (found.by, found.shown, found.at) == ("newest_first", True, DAY.replace(hour=9))
    assert round(found.per_hour) == 59 and found.busiest_day == 600 and found.busiest_6h == 360


def test_oldest_first_and_stopped_in_the_afternoon():
    found = ending(every(1, DAY.replace(hour=6), 600))
    assert (found.by, found.shown, found.at) == ("oldest_first", True, DAY.replace(hour=15, minute=59))


def test_whole_days_stop_at_midnight_and_show_nothing():
    found = ending(every(5, DAY + timedelta(minutes=2), 288)[::-1])
    assert (found.by, found.shown) == ("newest_first", False)


def test_midnight_is_that_of_the_zone_or_of_utc():
    montreal = datetime(2025, 10, 14, 4, 2, tzinfo=UTC)  # 0:02 there
    assert not ending(every(5, montreal, 300)[::-1], zone="America/Toronto").shown
    assert ending(every(5, montreal, 300)[::-1], zone="Asia/Kolkata").shown
    assert not ending(every(5, DAY, 300)[::-1], zone="Asia/Kolkata").shown


def test_a_slow_end_in_mid_day_shows_nothing():
    """Four posts an hour in all, and the last hours before it hold one each."""
    busy = every(5, DAY.replace(hour=20), 300)
    quiet = every(60, DAY.replace(hour=8), 12)
    assert not ending([*quiet, *busy][::-1]).shown


def test_rows_from_the_most_liked_to_the_least_were_cut_by_engagement():
    instants = every(7, DAY, 40)
    found = ending([*instants[::2], *instants[1::2]], likes=list(range(90, 50, -1)))
    assert (found.by, found.shown, found.ranked_by) == ("engagement", True, "interactions")


def test_counts_that_are_all_alike_rank_nothing():
    instants = every(7, DAY, 40)
    found = ending([*instants[::2], *instants[1::2]], likes=[0] * 40)
    assert (found.by, found.shown) == ("unknown", False)


def test_without_a_post_under_two_interactions_the_least_engaged_are_missing():
    found = ending(every(5, DAY, 288), likes=[2 + n % 3 for n in range(288)])
    assert (found.by, found.shown, found.least) == ("engagement", True, 2)


def test_one_post_nobody_liked_is_enough_to_say_nothing():
    found = ending(every(5, DAY, 288), likes=[0] + [9] * 287)
    assert (found.by, found.shown, found.least) == ("oldest_first", False, None)


def test_an_export_without_counts_is_never_said_to_be_cut_by_engagement():
    assert ending(every(5, DAY, 288)).least is None


def test_lines_under_the_table_are_no_rows():
    rows = Rows()
    foot = Problem(12, "not-a-post", refused=True)
    rows.look(batch(every(5, DAY, 10), refused=[foot, Problem(5, "no-date", refused=True)]))
    assert rows.ending("UTC").rows == 11


def test_a_file_without_a_row_has_no_end():
    assert Rows().ending("UTC").rows == 0
