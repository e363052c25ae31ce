"""A column at once gives what its values give one by one."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rebond.importers.dates import parse
from rebond.importers.instants import EPOCH, read_column
from rebond.importers.source import Dates

FORMS = ("%Y-%m-%d %H:%M:%S", "%d/%m/%Y %H:%M", "%Y-%m-%dT%H:%M:%S.%fZ", "%a %b %d %H:%M:%S +0000 %Y", "%d/%m/%y",
         "%Y-%m-%d %I:%M %p", "%Y-%m-%d %H:%M:%S -0800")  # fmt: skip
ODD = st.sampled_from(["", "plus tard", "2024-02-30 10:00:00", "31/12/2024 24:00", "13/13/2024 10:00"])
VALUES = st.lists(st.one_of(ODD, st.builds(
    lambda at, form: at.strftime(form), st.datetimes(datetime(2005, 1, 1), datetime(2060, 1, 1)), st.sampled_from(FORMS)
)), max_size=30)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(VALUES)
def test_a_column_is_read_as_its_values_are(values):
    read = read_column(pa.array(values, pa.string()), Dates())
    for n, value in enumerate(values):
        alone = parse(value, Dates()) if value else None
        assert read.read[n] == (alone is not None), value
        if alone is not None:
            at = alone[0] if alone[0].tzinfo else alone[0].replace(tzinfo=UTC)
            assert datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=int(read.micros[n])) == at, value


def test_summer_and_winter_have_their_own_offset():
    read = read_column(pa.array(["19/07/2024 19:10", "19/01/2024 19:10"]), Dates(zone="Europe/Paris"))
    hours = [(datetime(1970, 1, 1) + timedelta(microseconds=int(micros))).hour for micros in read.micros]
    assert hours == [17, 18]


def test_the_hour_that_comes_twice_is_the_first_of_the_two():
    read = read_column(pa.array(["2024-10-27 02:30"]), Dates(zone="Europe/Paris"))
    assert datetime(1970, 1, 1) + timedelta(microseconds=int(read.micros[0])) == datetime(2024, 10, 27, 0, 30)


def test_a_day_and_month_swapped_in_one_row_are_read_and_told():
    read = read_column(pa.array(["12/07/2024", "07/19/2024"]), Dates(order="dmy"))
    assert read.read.tolist() == [True, True]
    assert read.swapped.tolist() == [False, True]


# --- the hour that comes twice ---------------------------------------------------------------------------
# In Toronto, on 2 November 2025, clocks went from 2:00 back to 1:00 at 06:00 UTC.
NIGHT = [datetime(2025, 11, 2, 3, 0) + timedelta(minutes=20 * n) for n in range(15)]  # UTC, 3:00 to 7:40
TORONTO = Dates(zone="America/Toronto", zone_is="given")


def local(times):
    there = (at.replace(tzinfo=UTC).astimezone(ZoneInfo("America/Toronto")) for at in times)
    return pa.array([f"{at:%Y-%m-%d %H:%M}" for at in there])


def utc(found):
    return [EPOCH + timedelta(microseconds=int(one)) for one in found.micros]


@pytest.mark.parametrize("times", [NIGHT, NIGHT[::-1]], ids=["oldest first", "newest first"])
def test_the_order_of_rows_tells_which_of_two_equal_hours_is_meant(times):
    found = read_column(local(times), TORONTO)
    assert utc(found) == times and not found.doubled.any()


def test_where_the_order_does_not_tell_the_first_is_taken_and_the_rows_are_marked():
    times = sorted(NIGHT, key=lambda at: (at.minute, at))
    found = read_column(local(times), TORONTO)
    twice = [datetime(2025, 11, 2, 5) <= at < datetime(2025, 11, 2, 7) for at in times]
    assert found.doubled.tolist() == twice and sum(twice) == 6
    assert all(read in (at, at - timedelta(hours=1)) for read, at in zip(utc(found), times, strict=True))


def test_one_step_back_tells_nothing_in_a_file_in_no_order():
    times = [NIGHT[at] for at in (0, 14, 8, 2, 12, 1, 13, 7)]  # only 1:40 then 1:20 are twice, both may be either
    assert read_column(local(times), TORONTO).doubled.sum() == 2


def test_many_posts_a_minute_newest_first_are_in_order():
    times = [at for at in NIGHT[::-1] for _ in range(5)]
    found = read_column(local(times), TORONTO)
    assert utc(found) == times and not found.doubled.any()


def test_days_and_other_nights_are_not_doubled():
    spring = [at.replace(month=3, day=9) for at in NIGHT]  # 2:00 to 3:00 is missing there
    assert not read_column(local(spring), TORONTO).doubled.any()
    days = pa.array(["2025-11-02"] * 6)
    assert not read_column(days, replace(TORONTO, day_only=True)).doubled.any()
