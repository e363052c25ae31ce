"""A date after the reading is no date."""

from datetime import UTC, datetime

from tests.unit.importers.exports import source

from rebond.importers import recognise, summarise


def test_a_row_dated_more_than_a_day_after_the_reading_is_refused_with_its_line():
    file = source("date,text\n2025-10-01T10:00:00Z,un\n2025-10-02T09:00:00Z,deux\n2099-10-01T10:00:00Z,trois\n")
    report = summarise(file, recognise(file), datetime(2025, 10, 1, 12, tzinfo=UTC))
    assert (report.rows_in, report.kept, report.refused) == (3, 2, 1)
    count, first = report.problems["future-date"]
    assert (count, first.raw_row) == (1, 4)
    assert report.last == datetime(2025, 10, 2, 9, tzinfo=UTC)
    assert summarise(file, recognise(file)).kept == 3
