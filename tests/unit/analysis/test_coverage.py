"""Coverage by platform and hour, on posts and holes counted by hand."""

from datetime import UTC, datetime, timedelta

from tests.golden.walk_posts import walk_posts

from rebond.analysis.coverage import describe_coverage, find_outages, measure_coverage
from rebond.analysis.measure import Window
from rebond.analysis.missing import Missing
from rebond.analysis.shapes import Gap
from rebond.analysis.volume import count_posts
from rebond.corpus.exports import Export
from rebond.importers.cuts import Cut, Ending
from rebond.settings import Parameters

START = datetime(2025, 10, 14, tzinfo=UTC)
DAY = Window(START, START + timedelta(days=1))


def hours(first, last):
    return Window(START + timedelta(hours=first), START + timedelta(hours=last))


def posts(*rows):
    """(hour, platform, text) …"""
    return walk_posts(
        {"published_at": START + timedelta(hours=hour), "platform": platform, "text": text}
        for hour, platform, text in rows
    )


TWO = posts((1, "x", "a"), (2, "x", "[deleted]"), (3, "x", ""), (20, "x", "b"), (9, "reddit", "[removed]"))


def covered(table, *gaps, exports=(), missing=()):
    return describe_coverage(table, DAY, gaps, exports, missing)


def test_without_a_gap_each_hour_was_observed():
    assert [(one.platform, one.observed, one.hours, one.reasons) for one in covered(TWO).platforms] == [
        ("x", 24, 24, ()), ("reddit", 24, 24, ()),
    ]  # fmt: skip


def test_a_gap_of_all_takes_its_hours_from_each_platform_and_that_of_one_from_it_alone():
    found = covered(
        TWO, Gap(window=hours(4, 8), why="hole"), Gap(window=hours(0, 9), why="before_collection", platform="reddit")
    )
    assert [(one.platform, one.observed) for one in found.platforms] == [("x", 20), ("reddit", 15)]


def test_an_hour_under_two_gaps_counts_once_under_the_earlier_reason():
    found = covered(TWO, Gap(window=hours(2, 6), why="capped"), Gap(window=hours(4, 10), why="hole"))
    assert found.platforms[0].reasons == (("capped", 4), ("hole", 4)) and found.platforms[0].observed == 16


def test_a_gap_counts_inside_the_window_only_and_lower_bounds_hide_no_hour():
    found = covered(TWO, Gap(window=hours(20, 90), why="abrupt_end"), Gap(window=hours(0, 20), why="cap"))
    assert found.platforms[0].reasons == (("abrupt_end", 4),)


def test_deleted_posts_and_posts_without_text_are_counted():
    x, reddit = covered(TWO).platforms
    assert (x.deleted, x.without_text, reddit.deleted, reddit.without_text) == (1, 1, 1, 0)


def test_exports_without_any_text_tell_of_no_deletion():
    (one,) = covered(posts((1, "x", ""), (2, "x", ""))).platforms
    assert (one.deleted, one.without_text) == (None, None)


def test_fields_that_files_do_not_carry_are_counted_by_file():
    exports = [Export(carries=("text", "handle", "likes")), Export(carries=("text", "views")), Export(carries=None)]
    found = covered(TWO, exports=exports)
    assert found.files == 2
    assert found.absent == {"handle": 1, "likes": 1, "views": 1, "followers": 2, "parent_id": 2}


def test_what_may_be_cut_is_counted_apart():
    cut = Cut(cap=1_000, sure=False, ending=Ending(rows=1_000))
    assert covered(TWO, exports=[Export(cut=cut), Export()]).doubtful == 1


def test_the_figure_is_the_share_of_hours_and_says_so():
    x, _, deleted, empty = measure_coverage(covered(TWO, Gap(window=hours(0, 6), why="hole")), DAY)
    assert (x.id, x.value, x.n) == ("coverage.x", 0.75, 4) and len(x.caveats) == 1
    assert (deleted.id, deleted.value, deleted.n) == ("coverage.deleted", 0.4, 5)
    assert (empty.id, empty.value) == ("coverage.without_text", 0.2)


def test_whole_coverage_has_no_caveat():
    assert measure_coverage(covered(TWO), DAY)[0].caveats == ()


def test_where_the_least_engaged_are_missing_the_share_is_an_upper_bound():
    lacking = Missing(by="engagement", starts=DAY.starts, ends=DAY.ends, platforms=("x",))
    x, reddit, *_ = measure_coverage(covered(TWO, missing=(lacking,)), DAY)
    assert (x.value, x.high) == (None, 1.0) and reddit.value == 1.0


def test_an_outage_of_one_platform_is_found_on_its_own_curve():
    """Ten posts an hour on each; Reddit gives none on the sixth day."""
    rows = [(START + timedelta(minutes=6 * k), name) for k in range(10 * 24 * 10) for name in ("x", "reddit")]
    silent = Window(START + timedelta(days=5), START + timedelta(days=6))
    kept = walk_posts(
        {"published_at": at, "platform": name} for at, name in rows if name == "x" or not silent.holds(at)
    )
    volume = count_posts(kept, None, Parameters())
    assert [(g.platform, g.why, g.window) for g in find_outages(kept, None, volume, Parameters())] == [
        ("reddit", "hole", silent)
    ]


def test_one_platform_alone_has_the_gaps_of_the_whole():
    kept = walk_posts({"published_at": START + timedelta(minutes=6 * k)} for k in range(100) if not 30 < k < 60)
    assert find_outages(kept, None, count_posts(kept, None, Parameters()), Parameters()) == ()
