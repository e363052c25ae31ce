"""Where posts are missing since an export was cut, until another file gives them."""

from dataclasses import replace
from datetime import UTC, datetime

from rebond.analysis.measure import Window
from rebond.analysis.missing import Missing, find_missing, gaps_of
from rebond.corpus.exports import Export
from rebond.importers.cuts import Cut, Ending


def at(day, hour=0):
    return datetime(2025, 10, day, hour, tzinfo=UTC)


def export(first, last, by=None, stop=None, tool="meltwater", platforms=("x",)):
    ending = Ending(rows=1_000, by=by or "unknown", shown=True, first=first, last=last, at=stop, per_hour=20.0)
    cut = Cut(cap=1_000, sure=True, ending=ending) if by else None
    return Export(tool=tool, platforms=platforms, first=first, last=last, cut=cut)


WEEK_1 = export(at(1), at(7, 23))
WEEK_2 = export(at(10, 9), at(14, 23), "newest_first", at(10, 9))


def test_a_cut_that_lost_the_oldest_hides_all_since_the_file_before():
    assert find_missing([WEEK_1, WEEK_2]) == (
        Missing(by="newest_first", starts=at(7, 23), ends=at(10, 9), platforms=("x",)),
    )


def test_without_a_file_before_nothing_tells_how_far_it_goes():
    (found,) = find_missing([WEEK_2])
    assert (found.starts, found.ends) == (None, at(10, 9))


def test_a_cut_that_lost_the_newest_hides_all_until_the_file_after():
    cut = export(at(1), at(3, 15), "oldest_first", at(3, 15))
    assert (find_missing([cut, WEEK_2])[0].starts, find_missing([cut, WEEK_2])[0].ends) == (at(3, 15), at(10, 9))


def test_another_file_of_the_tool_over_the_cut_gives_what_was_missing():
    assert find_missing([WEEK_1, WEEK_2, export(at(10), at(10, 23))]) == ()


def test_pages_that_follow_each_other_hide_nothing_between_them():
    """The older page ends a few minutes before the newer one begins: twenty posts an hour, ten are half an hour."""
    older = export(at(1), at(10, 8).replace(minute=50))
    assert find_missing([older, WEEK_2]) == ()


def test_a_file_of_another_tool_or_platform_gives_nothing():
    for other in (export(at(9), at(11), tool="sprinklr"), export(at(9), at(11), platforms=("reddit",))):
        assert len(find_missing([WEEK_2, other])) == 1


def test_a_cut_by_engagement_lacks_posts_over_its_whole_period_whatever_else_is_there():
    cut = export(at(8), at(14), "engagement")
    assert [(m.by, m.starts, m.ends) for m in find_missing([cut, export(at(1), at(20))])] == [
        ("engagement", at(8), at(14))
    ]


def test_what_may_be_cut_lacks_nothing_known():
    assert find_missing([replace(WEEK_2, cut=replace(WEEK_2.cut, sure=False))]) == ()


def test_the_parts_of_one_export_are_told_once():
    assert len(find_missing([WEEK_2, WEEK_2])) == 1


WHOLE = Window(at(1), at(15))


def test_a_cut_by_date_is_a_gap_and_a_cut_by_engagement_leaves_lower_bounds():
    gaps = gaps_of(find_missing([WEEK_1, WEEK_2, export(at(8), at(14), "engagement")]), WHOLE, {"x": 900})
    assert [(g.why, g.window.starts, g.window.ends) for g in gaps] == [
        ("capped", at(7, 23), at(10, 9)), ("cap", at(8), at(14)),
    ]  # fmt: skip


def test_the_hole_of_a_platform_that_holds_few_posts_is_its_own():
    missing = find_missing([WEEK_1, WEEK_2])
    assert [g.platform for g in gaps_of(missing, WHOLE, {"x": 500, "facebook": 500})] == [None]
    assert [g.platform for g in gaps_of(missing, WHOLE, {"x": 100, "facebook": 900})] == ["x"]


def test_what_is_missing_before_the_first_post_captured_is_no_gap_of_the_curve():
    assert gaps_of(find_missing([WEEK_2]), Window(at(10, 9), at(15)), {"x": 900}) == ()
