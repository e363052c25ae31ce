"""Dated counts as people bring them: their name, their unit, their periods (UTC), their values."""

import io
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from rebond.errors import SeriesNoDates, SeriesNoValues, SeriesUnreadable, SheetError
from rebond.importers.people.numbers import decimal_mark, number_in
from rebond.importers.people.series import SeriesReading, read_series


def read(text: str | bytes, name: str = "appels.csv") -> SeriesReading:
    return read_series(name, text.encode() if isinstance(text, str) else text, "America/Toronto")


def drawn(reading: SeriesReading) -> dict[str, list[tuple[str, float | None, int]]]:
    """name (unit) → (from → to, value, row) of each point."""
    return {
        f"{one.name} ({one.unit})": [
            (f"{point.starts:%m-%d %H:%M} → {point.ends:%m-%d %H:%M}", point.value, point.raw_row)
            for point in one.points
        ]
        for one in reading.series
    }


def test_days_with_french_numbers_a_unit_in_the_header_and_one_column_a_count():
    reading = read("Date;Service aux membres (appels);Départs\n2025-10-13;1\u202f234;3\n14/10/2025;2 345,5;—\n"
                   "15 octobre;beaucoup;7\nTotal;9;9\n")  # fmt: skip
    assert drawn(reading) == {
        "Service aux membres (appels)": [("10-13 04:00 → 10-14 04:00", 1234.0, 2),
                                         ("10-14 04:00 → 10-15 04:00", 2345.5, 3),
                                         ("10-15 04:00 → 10-16 04:00", None, 4)],
        "Départs (None)": [("10-13 04:00 → 10-14 04:00", 3.0, 2), ("10-14 04:00 → 10-15 04:00", None, 3),
                           ("10-15 04:00 → 10-16 04:00", 7.0, 4)],
    }  # fmt: skip
    assert [(p.raw_row, p.code, p.value, p.refused) for p in reading.problems] == [
        (4, "not-a-number", "beaucoup", False), (5, "bad-date", "Total", True),
    ]  # fmt: skip


def test_one_row_a_count():
    reading = read(
        "date,indicateur,valeur,unité\n2025-10-13,appels,12,appels\n2025-10-13,dons,300,$\n2025-10-14,appels,15,appels\n"
    )
    assert drawn(reading) == {
        "appels (appels)": [("10-13 04:00 → 10-14 04:00", 12.0, 2), ("10-14 04:00 → 10-15 04:00", 15.0, 4)],
        "dons ($)": [("10-13 04:00 → 10-14 04:00", 300.0, 3)],
    }


def test_weeks_months_and_hours():
    weeks = read('Semaine du,Dons ($)\n6 octobre 2025,"1,234"\n13 octobre 2025,"2,345"\n')
    assert drawn(weeks) == {
        "Dons ($)": [("10-06 04:00 → 10-13 04:00", 1234.0, 2), ("10-13 04:00 → 10-20 04:00", 2345.0, 3)]
    }
    ending = read("Week ending,Calls\n2025-10-12,5\n")
    assert drawn(ending) == {"Calls (None)": [("10-06 04:00 → 10-13 04:00", 5.0, 2)]}
    months = read("mois;adhésions\n2025-09;5\n2025-10;7\n")
    assert drawn(months)["adhésions (None)"][1] == ("10-01 04:00 → 11-01 04:00", 7.0, 3)
    hours = read("Date;Heure;Valeur\n14/10/2025;9;12\n14/10/2025;10;15\n", "appels par heure.csv")
    assert drawn(hours) == {
        "appels par heure (None)": [("10-14 13:00 → 10-14 14:00", 12.0, 2), ("10-14 14:00 → 10-14 15:00", 15.0, 3)]
    }
    iso = read("timestamp,price\n2025-10-14T09:30:00-04:00,101.5\n2025-10-14T10:30:00-04:00,99.25\n")
    assert drawn(iso)["price (None)"][0] == ("10-14 13:30 → 10-14 14:30", 101.5, 2)
    assert iso.problems == ()


def test_a_day_on_which_clocks_change_has_its_own_length():
    reading = read("jour;appels\n2025-03-09;5\n2025-11-02;5\n")
    assert [str(p.ends - p.starts) for p in reading.series[0].points] == ["23:00:00", "1 day, 1:00:00"]


def test_periods_along_the_top():
    reading = read("Indicateur;2025-10-13;2025-10-14\nAppels;1;2\nDéparts;4;5\n")
    assert drawn(reading) == {
        "Appels (None)": [("10-13 04:00 → 10-14 04:00", 1.0, 2), ("10-14 04:00 → 10-15 04:00", 2.0, 2)],
        "Départs (None)": [("10-13 04:00 → 10-14 04:00", 4.0, 3), ("10-14 04:00 → 10-15 04:00", 5.0, 3)],
    }


def test_a_workbook_with_real_dates_and_numbers():
    book = Workbook()
    for row in (["Appels reçus"], ["Jour", "Appels"], [date(2025, 10, 14), 1234], [datetime(2025, 10, 15), 56.5]):
        book.active.append(row)
    saved = io.BytesIO()
    book.save(saved)
    reading = read(saved.getvalue(), "appels.xlsx")
    assert drawn(reading) == {
        "Appels (None)": [("10-14 04:00 → 10-15 04:00", 1234.0, 3), ("10-15 04:00 → 10-16 04:00", 56.5, 4)]
    }
    assert reading.series[0].points[0].starts == datetime(2025, 10, 14, 4, tzinfo=UTC)


NUMBERS = """
    1 234,5   | , | 1234.5
    1,234.5   | . | 1234.5
    18 000 $  | . | 18000
    $1,250    | . | 1250
    −3,5      | , | -3.5
    12 %      | . | 12
    1.234.567 | , | 1234567
    3 à 4     | . | None
    beaucoup  | . | None
    1e400     | . | None
"""


@pytest.mark.parametrize(
    ("text", "mark", "value"), [[c.strip() for c in line.split("|")] for line in NUMBERS.strip().splitlines()]
)
def test_numbers_as_people_write_them(text, mark, value):
    assert str(number_in(text, mark)) == (value if value == "None" else str(float(value)))


def test_the_decimal_mark_is_decided_on_the_column():
    assert decimal_mark(["1,234", "2,345"]) == "."
    assert decimal_mark(["1,234", "2,5"]) == ","
    assert decimal_mark(["1.234,5"]) == ","
    assert decimal_mark(["12", "7"]) == "."


@pytest.mark.parametrize(("data", "error"), [
    (b"", SeriesUnreadable), (b"\x89PNG\r\n", SeriesUnreadable), (b"a;b\n1;x\n", SeriesNoDates),
    (b"date;b\n2025-10-14;x\n2025-10-15;y\n", SeriesNoValues),
])  # fmt: skip
def test_what_is_no_series_is_refused_in_one_sentence(data, error):
    with pytest.raises(error):
        read(data)


@given(st.binary(max_size=200))
def test_no_bytes_make_reading_fail(data):
    try:
        assert isinstance(read(data), SeriesReading)
    except SheetError:
        return
