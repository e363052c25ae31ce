"""A column at once gives what its values give one by one."""

from datetime import UTC, datetime, timedelta

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from rebond.importers.dates import parse
from rebond.importers.instants import read_column
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
