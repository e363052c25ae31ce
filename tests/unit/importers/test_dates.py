"""One date as tools and people write it."""

from datetime import datetime

import pytest

from rebond.importers.dates import looks_like_date, parse
from rebond.importers.source import Dates

JULY = datetime(2024, 7, 19, 19, 10)


@pytest.mark.parametrize("text, at, precision", [
    ("2024-07-19 19:10:05", datetime(2024, 7, 19, 19, 10, 5), "second"),
    ("2024/07/19 19:10", JULY, "minute"),
    ("19/07/2024 19:10", JULY, "minute"),
    ("19.07.24 19h10", JULY, "minute"),
    ("19/07/2024 à 19 h 10", JULY, "minute"),
    ("19/07/2024", datetime(2024, 7, 19), "day"),
    ("19/07/2024 7:10 PM", JULY, "minute"),
    ("19 juillet 2024 à 19h10", JULY, "minute"),
    ("ven. 19 juil. 2024 19:10", JULY, "minute"),
    ("mar. 19 mars 2024 19:10", datetime(2024, 3, 19, 19, 10), "minute"),
    ("1er août 2024, 8 h", datetime(2024, 8, 1, 8), "hour"),
    ("July 19, 2024 7:10 p.m.", JULY, "minute"),
    ("Jul 19, 2024, 12:05 AM", datetime(2024, 7, 19, 0, 5), "minute"),
])  # fmt: skip
def test_a_local_time_stays_as_written(text, at, precision):
    assert parse(text, Dates()) == (at, precision)


@pytest.mark.parametrize("text, utc", [
    ("2024-07-19T19:10:05.250Z", "2024-07-19T19:10:05.250000+00:00"),
    ("2024-07-19T19:10:05+02:00", "2024-07-19T17:10:05+00:00"),
    ("2015-02-24 11:35:52 -0800", "2015-02-24T19:35:52+00:00"),
    ("Wed Aug 27 13:08:45 +0000 2008", "2008-08-27T13:08:45+00:00"),
    ("Fri, 19 Jul 2024 19:10:05 GMT", "2024-07-19T19:10:05+00:00"),
    ("2021-01-06 15:00:12 EST", "2021-01-06T20:00:12+00:00"),
    ("1721416205", "2024-07-19T19:10:05+00:00"),
    ("1721416205250", "2024-07-19T19:10:05.250000+00:00"),
])  # fmt: skip
def test_a_time_that_says_its_zone_is_an_instant(text, utc):
    at, _ = parse(text, Dates())
    assert at.astimezone(datetime.fromisoformat(utc).tzinfo) == datetime.fromisoformat(utc)


@pytest.mark.parametrize("order, day, month", [("dmy", 3, 4), ("mdy", 4, 3)])
def test_the_order_of_day_and_month_is_that_of_the_column(order, day, month):
    assert parse("03/04/2024", Dates(order=order)) == (datetime(2024, month, day), "day")


def test_the_day_number_of_a_spreadsheet_counts_from_the_end_of_1899():
    assert parse("45492.798611", Dates(shape="serial")) == (datetime(2024, 7, 19, 19, 10), "second")


@pytest.mark.parametrize("text", [
    "", "bonjour", "12", "2024-02-30", "2024-13-01", "32/01/2024", "19:10", "1.23E+18", "570306133677760513",
    "Le 3 mai", "2024-07-19 25:00", "1850-01-01", "x" * 5000, "May the force be with you",
])  # fmt: skip
def test_what_is_no_date_is_not_guessed(text):
    assert not looks_like_date(text)


@pytest.mark.parametrize(
    "text", ["2025-10-01T10:00:00+99:99", "2025-10-01T10:00:00+15:00", "2025-10-01T10:00:00-05:75"]
)
def test_an_offset_that_no_place_has_is_no_date(text):
    assert parse(text, Dates()) is None
