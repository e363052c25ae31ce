"""Times as people write them, drawn: what is written, and what it means in Toronto (fourteenth of October 2025 nearby).

A line reads: text | from | to. Nothing after the bar: the text is not understood, and the row is kept aside.
"""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rebond.importers.people.times import Nearby, day_order, read_cells, read_time

TORONTO = "America/Toronto"
TUESDAY = date(2025, 10, 14)
ABOVE = Nearby(day=TUESDAY, carried=True)  # the row above stands on that day

EXACT = """
    14 octobre 2025 à 17 h        | 2025-10-14 17:00 | 2025-10-14 17:00
    14/10/2025 17h05              | 2025-10-14 17:05 | 2025-10-14 17:05
    2025-10-14 17:05              | 2025-10-14 17:05 | 2025-10-14 17:05
    10/14/2025 5:05 PM            | 2025-10-14 17:05 | 2025-10-14 17:05
    14.10.2025 17.30              | 2025-10-14 17:30 | 2025-10-14 17:30
    14-Oct-25 17:00               | 2025-10-14 17:00 | 2025-10-14 17:00
    le 14 oct. à 17 heures 30     | 2025-10-14 17:30 | 2025-10-14 17:30
    Oct 15, 8:15 a.m.             | 2025-10-15 08:15 | 2025-10-15 08:15
    15 oct. 8 h 15 min            | 2025-10-15 08:15 | 2025-10-15 08:15
    11 h 05                       | 2025-10-14 11:05 | 2025-10-14 11:05
    8 h du soir                   | 2025-10-14 20:00 | 2025-10-14 20:00
    midi                          | 2025-10-14 12:00 | 2025-10-14 12:00
    mercredi midi et demi         | 2025-10-15 12:30 | 2025-10-15 12:30
    45944.7                       | 2025-10-14 16:48 | 2025-10-14 16:48
    2025-10-14T21:00:00Z          | 2025-10-14 17:00 | 2025-10-14 17:00
    2025-10-14T23:00:00+02:00     | 2025-10-14 17:00 | 2025-10-14 17:00
    23 h (heure de Paris)         | 2025-10-14 17:00 | 2025-10-14 17:00
    11:05 EST                     | 2025-10-14 11:05 | 2025-10-14 11:05
"""
RANGES = """
    mardi pm                      | 2025-10-14 12:00 | 2025-10-14 18:00
    mardi 14 en fin d'après-midi  | 2025-10-14 15:00 | 2025-10-14 18:00
    Wednesday morning             | 2025-10-15 06:00 | 2025-10-15 12:00
    le lendemain matin            | 2025-10-15 06:00 | 2025-10-15 12:00
    hier soir                     | 2025-10-13 18:00 | 2025-10-13 23:59
    vers 14 h                     | 2025-10-14 13:30 | 2025-10-14 14:30
    around 2 pm                   | 2025-10-14 13:30 | 2025-10-14 14:30
    10ish                         | 2025-10-14 09:30 | 2025-10-14 10:30
    avant 9 h                     | 2025-10-14 00:00 | 2025-10-14 09:00
    after 3pm                     | 2025-10-14 15:00 | 2025-10-14 23:59
    peu après 15 h                | 2025-10-14 15:00 | 2025-10-14 15:30
    entre 9 h et 11 h             | 2025-10-14 09:00 | 2025-10-14 11:00
    between 9 and 11              | 2025-10-14 09:00 | 2025-10-14 11:00
    mardi entre 9 et 11           | 2025-10-14 09:00 | 2025-10-14 11:00
    between 4 and 5pm             | 2025-10-14 16:00 | 2025-10-14 17:00
    between 4 pm and 6            | 2025-10-14 16:00 | 2025-10-14 18:00
    between 4 and 5               | 2025-10-14 04:00 | 2025-10-14 17:00
    entre 4 h et 5                | 2025-10-14 04:00 | 2025-10-14 17:00
    entre 14 et 16, mercredi      | 2025-10-15 14:00 | 2025-10-15 16:00
    2ish                          | 2025-10-14 01:30 | 2025-10-14 14:30
    Tuesday afternoon, 2ish       | 2025-10-14 13:30 | 2025-10-14 14:30
    9-11 am                       | 2025-10-14 09:00 | 2025-10-14 11:00
    8h15/8h30                     | 2025-10-14 08:15 | 2025-10-14 08:30
    dans la nuit du 14 au 15      | 2025-10-14 22:00 | 2025-10-15 06:00
    nuit de mardi à mercredi      | 2025-10-14 22:00 | 2025-10-15 06:00
    Tue night                     | 2025-10-14 22:00 | 2025-10-15 06:00
    14 oct. 17 h → 15 oct. 8 h    | 2025-10-14 17:00 | 2025-10-15 08:00
    mardi soir ou mercredi matin  | 2025-10-14 18:00 | 2025-10-15 12:00
    23 h à 2 h                    | 2025-10-14 23:00 | 2025-10-15 02:00
    15/10                         | 2025-10-15 00:00 | 2025-10-15 23:59
    1er novembre                  | 2025-11-01 00:00 | 2025-11-01 23:59
    jeudi dernier                 | 2025-10-09 00:00 | 2025-10-09 23:59
    du 14 au 16 octobre           | 2025-10-14 00:00 | 2025-10-16 23:59
    semaine du 20 octobre         | 2025-10-20 00:00 | 2025-10-26 23:59
    fin octobre                   | 2025-10-21 00:00 | 2025-10-31 23:59
"""
NOT_UNDERSTOOD = """
    Sam saw it
    mon collègue
    we sat down
    à préciser
    ?
    J+1
    plus tard
    mardi 15
    25 h 70
    31 février 2025
"""


def lines(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def local(text: str, near: Nearby = ABOVE) -> tuple[str, str] | None:
    """The range read, said in Toronto."""
    found = read_time(text, near)
    if found is None:
        return None
    when = found.when(TORONTO)
    first, last = (at.astimezone(ZoneInfo(TORONTO)) for at in (when.earliest, when.latest))
    return f"{first:%Y-%m-%d %H:%M}", f"{last:%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(("text", "starts", "ends"), lines(EXACT) + lines(RANGES))
def test_a_time_means_what_people_mean(text, starts, ends):
    assert local(text) == (starts, ends)


@pytest.mark.parametrize("text", [line[0] for line in lines(NOT_UNDERSTOOD)])
def test_what_says_no_time_is_not_guessed(text):
    assert read_time(text, ABOVE) is None


@pytest.mark.parametrize("text", ["vers 14 h", "le lendemain", "hier soir", "9-11 am"])
def test_an_hour_without_any_day_above_is_not_understood(text):
    assert (
        read_time(text, Nearby(day=TUESDAY)) is None
    )  # a day of the crisis completes a date, it does not stand for one


def test_a_date_without_year_takes_the_year_of_the_crisis():
    assert local("2 janvier", Nearby(day=date(2025, 12, 30))) == ("2026-01-02 00:00", "2026-01-02 23:59")
    assert read_time("2 janvier", Nearby()) is None


# Clocks of Toronto went forward on 9 March 2025 at 2:00 and back on 2 November 2025 at 2:00.
CLOCK_CHANGES = """
    2025-03-09 1 h 59  | 2025-03-09 06:59 | 2025-03-09 06:59
    2025-03-09 3 h 00  | 2025-03-09 07:00 | 2025-03-09 07:00
    2025-03-09 2 h 30  | 2025-03-09 06:30 | 2025-03-09 07:30
    2025-11-02 0 h 59  | 2025-11-02 04:59 | 2025-11-02 04:59
    2025-11-02 1 h 30  | 2025-11-02 05:30 | 2025-11-02 06:30
    2025-11-02 2 h 00  | 2025-11-02 07:00 | 2025-11-02 07:00
    2025-11-02         | 2025-11-02 04:00 | 2025-11-03 04:59
"""


@pytest.mark.parametrize(("text", "starts", "ends"), lines(CLOCK_CHANGES))
def test_an_hour_the_clocks_skip_or_repeat_is_a_range(text, starts, ends):
    found = read_time(text, Nearby())
    assert found is not None
    when = found.when(TORONTO)
    assert (f"{when.earliest:%Y-%m-%d %H:%M}", f"{when.latest:%Y-%m-%d %H:%M}") == (starts, ends)
    assert when.earliest.tzinfo is UTC


CELLS = """
    14 oct. 2025 | 17 h 05     |         | 2025-10-14 17:05 | 2025-10-14 17:05
    14 oct. 2025 | 9           |         | 2025-10-14 09:00 | 2025-10-14 09:00
    2025-10-14   | 0,708333    |         | 2025-10-14 17:00 | 2025-10-14 17:00
    2025-10-14   | 1705        |         | 2025-10-14 17:05 | 2025-10-14 17:05
    2025-10-14   | pm          |         | 2025-10-14 12:00 | 2025-10-14 18:00
    mardi        | vers 14 h   |         | 2025-10-14 13:30 | 2025-10-14 14:30
                 | 8 h 15      |         | 2025-10-14 08:15 | 2025-10-14 08:15
    14 oct. 2025 | 23 h        | 1 h 30  | 2025-10-14 23:00 | 2025-10-15 01:30
    14 oct. 2025 |             |         | 2025-10-14 00:00 | 2025-10-14 23:59
"""


@pytest.mark.parametrize(("day", "hour", "until", "starts", "ends"), lines(CELLS))
def test_a_date_and_an_hour_may_stand_in_two_cells(day, hour, until, starts, ends):
    found = read_cells(day, hour, ABOVE, until)
    assert found is not None
    assert (f"{found.starts:%Y-%m-%d %H:%M}", f"{found.ends:%Y-%m-%d %H:%M}") == (starts, ends)


def test_weekdays_follow_the_row_above_and_go_back_in_a_log_written_backwards():
    assert local("lundi") == ("2025-10-13 00:00", "2025-10-13 23:59")  # the day just before, not six days on
    assert local("jeudi") == ("2025-10-16 00:00", "2025-10-16 23:59")
    backwards = Nearby(day=TUESDAY, carried=True, backwards=True)
    assert local("jeudi", backwards) == ("2025-10-09 00:00", "2025-10-09 23:59")


def test_day_and_month_are_told_apart_on_the_whole_column():
    assert day_order(["03/04/2025", "14/04/2025"], None) == ("dmy", True)
    assert day_order(["04/03/2025", "04/14/2025"], None) == ("mdy", True)
    assert day_order(["10/02/2025", "10/03/2025", "10/05/2025"], date(2025, 10, 3)) == ("mdy", True)
    assert day_order(["03/04/2025"], None) == ("dmy", False)


@given(st.text(max_size=60), st.one_of(st.none(), st.dates(date(1995, 1, 1), date(2095, 1, 1))), st.booleans())
def test_no_text_makes_reading_fail(text, day, hours):
    found = read_time(text, Nearby(day=day, carried=day is not None), hours)
    assert found is None or (found.starts <= found.ends and found.when(TORONTO).earliest <= found.when(TORONTO).latest)


WORDS = ("14", "octobre", "mardi", "le", "du", "au", "à", "h", "30", "vers", "nuit", "dans", "pm", "entre", "et", "/",
         ":", "-", "2025")  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join))
def test_no_jumble_of_time_words_makes_reading_fail(text):
    found = read_time(text, ABOVE)
    assert found is None or found.starts <= found.ends


@pytest.mark.parametrize("piece", ["1", "14 ", "a ", "9 h ", "mardi ", "entre ", "-", "(", "14/10 ", "\u0301", ":"])
def test_a_cell_of_a_hundred_thousand_signs_is_read_no_further_than_a_time_can_go(piece):
    text = piece * (100_000 // len(piece))
    assert read_time(text, ABOVE) == read_time(text[:300], ABOVE)


def test_midnight_written_by_a_spreadsheet_beside_a_day_is_no_hour():
    found = read_time("2025-10-14 00:00:00", Nearby())
    assert found is not None and not found.has_clock
    assert found.ends == datetime(2025, 10, 14, 23, 59)
