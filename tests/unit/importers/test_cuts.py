"""What a number of rows means: a known maximum is believed, a round number alone is not."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from rebond.importers.cuts import Cut, Ending, ReadFile, ending_of_parts, find_cut, find_cuts

NOON = datetime(2025, 10, 14, 12, tzinfo=UTC)
PLAIN = Ending(rows=1_000)
STOPPED = Ending(rows=1_000, by="newest_first", shown=True, first=NOON, last=NOON, at=NOON, per_hour=20.0)


def test_as_many_rows_as_the_tool_gives_are_a_cut_whatever_the_rows_show():
    assert find_cut(replace(PLAIN, rows=20_000), (20_000,)) == Cut(
        cap=20_000, sure=True, ending=replace(PLAIN, rows=20_000)
    )


def test_the_line_of_names_may_be_counted_among_the_rows():
    assert find_cut(replace(PLAIN, rows=19_999), (20_000,)).cap == 20_000


@pytest.mark.parametrize("rows", [1_000, 5_000, 10_000, 20_000, 200_000])
def test_a_round_number_alone_may_be_a_cut_and_is_not_sure(rows):
    cut = find_cut(replace(PLAIN, rows=rows))
    assert (cut.cap, cut.sure) == (rows, False)


def test_a_round_number_of_a_file_that_stops_dead_is_a_cut():
    assert find_cut(STOPPED).sure


def test_one_row_less_counts_only_where_the_rows_show_that_others_are_missing():
    assert find_cut(replace(PLAIN, rows=999)) is None
    assert find_cut(replace(STOPPED, rows=999)).cap == 1_000


@pytest.mark.parametrize("rows", [0, 1, 500, 998, 1_001, 2_000, 30_000])
def test_another_number_is_no_cut(rows):
    assert find_cut(replace(STOPPED, rows=rows)) is None


@pytest.mark.parametrize("rows", [65_535, 1_048_575])
def test_a_full_sheet_of_a_spreadsheet_is_a_cut(rows):
    assert find_cut(replace(PLAIN, rows=rows)).sure


def test_a_cut_goes_into_the_manifest_and_comes_back():
    assert Cut.of(find_cut(STOPPED).facts()) == find_cut(STOPPED)


def part(name, ending, header=("Date", "Text")):
    return ReadFile(name=name, tool="brandwatch", header=header, caps=(5_000, 10_000), ending=ending)


def test_the_parts_of_one_export_add_up_to_the_maximum_of_its_tool():
    six, four = replace(PLAIN, rows=6_000), replace(PLAIN, rows=4_000)
    cuts = find_cuts([part("export 1.csv", six), part("export 2.csv", four), part("other.csv", four)])
    assert [cut and (cut.cap, cut.sure) for cut in cuts] == [(10_000, True), (10_000, True), None]


def test_files_of_other_columns_are_not_parts_of_one_export():
    six, four = replace(PLAIN, rows=6_000), replace(PLAIN, rows=4_000)
    assert find_cuts([part("export 1.csv", six), part("export 2.csv", four, ("Date",))]) == (None, None)


def test_parts_that_run_from_the_newest_stop_where_the_oldest_of_them_stops():
    early = NOON.replace(day=12)
    whole = ending_of_parts([STOPPED, replace(STOPPED, at=early, first=early, per_hour=7.0)])
    assert (whole.at, whole.per_hour, whole.rows) == (early, 7.0, 2_000)


def test_parts_in_unlike_orders_tell_nothing():
    assert ending_of_parts([STOPPED, replace(STOPPED, by="oldest_first")]).by == "unknown"
