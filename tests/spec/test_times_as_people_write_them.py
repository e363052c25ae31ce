"""Phrases of logs, drawn: hours before their day, limits, doubts, two days, in French and English.

A line reads: text | from | to. Days are of November 2025; the 2nd is a Sunday. Truths worked out by hand.
"""

from datetime import date

import pytest

from rebond.importers.people.log import read_log
from rebond.importers.people.times import Nearby, read_time

THURSDAY, SUNDAY = date(2025, 10, 30), date(2025, 11, 2)

# Read below a row of another day, and below none at all: the day written is the one that counts.
WITH_THEIR_DAY = """
    between 8:00 and 16:00 on 2 November 2025     | 02 08:00 | 02 16:00
    entre 8 h et 16 h le 2 novembre 2025          | 02 08:00 | 02 16:00
    8:00 to 16:00 on 2025-11-02                   | 02 08:00 | 02 16:00
    de 8 h à 16 h le 2 nov.                       | 02 08:00 | 02 16:00
    from 8:00 until 16:00 on 2 Nov                | 02 08:00 | 02 16:00
    8h-16h, dimanche 2 novembre                   | 02 08:00 | 02 16:00
    8-16h le 2/11/2025                            | 02 08:00 | 02 16:00
    between 8 and 11 am on 2 Nov                  | 02 08:00 | 02 11:00
    2–4 pm, 2 Nov                                 | 02 14:00 | 02 16:00
    from 2 to 4 pm on Sunday, November 2          | 02 14:00 | 02 16:00
    14:00 or 15:00 on 2 Nov                       | 02 14:00 | 02 15:00
    14 h ou 15 h le 2 novembre                    | 02 14:00 | 02 15:00
    15 h ou 14 h le 2 novembre                    | 02 14:00 | 02 15:00
    14 h / 15 h, 2 nov.                           | 02 14:00 | 02 15:00
    2 Nov 8:00-16:00                              | 02 08:00 | 02 16:00
    2 nov. de 8 h à 16 h                          | 02 08:00 | 02 16:00
    le 2 novembre entre 8 h et 16 h               | 02 08:00 | 02 16:00
    2 November, 8 am to 4 pm                      | 02 08:00 | 02 16:00
    2 nov. 22 h à 1 h                             | 02 22:00 | 03 01:00
    10 pm to 1 am, 2 Nov                          | 02 22:00 | 03 01:00
    22:00 on 2 Nov to 6:00 on 3 Nov               | 02 22:00 | 03 06:00
    2 nov. 22 h – 3 nov. 6 h                      | 02 22:00 | 03 06:00
    9:00 and 11:00 on 2 Nov                       | 02 09:00 | 02 11:00
    9 h, 11 h puis 14 h le 2 novembre             | 02 09:00 | 02 14:00
    2 Nov: 9:00, 14:00                            | 02 09:00 | 02 14:00
    14 h, 2 novembre 2025                         | 02 14:00 | 02 14:00
    14:00 on 2 November                           | 02 14:00 | 02 14:00
    2 pm on November 2nd                          | 02 14:00 | 02 14:00
    14h00 le 02/11/2025                           | 02 14:00 | 02 14:00
    14h, dimanche 2 nov.                          | 02 14:00 | 02 14:00
    1400 hrs 2 Nov 2025                           | 02 14:00 | 02 14:00
    Sun Nov 2 14:05:33 2025                       | 02 14:05 | 02 14:05
    2 November 2025 at 12:30 am                   | 02 00:30 | 02 00:30
    2 Nov, 12:15 pm                               | 02 12:15 | 02 12:15
    2 nov. 0 h 30                                 | 02 00:30 | 02 00:30
    noon on 2 Nov                                 | 02 12:00 | 02 12:00
    midi, le 2 novembre                           | 02 12:00 | 02 12:00
    2 nov. minuit                                 | 02 00:00 | 03 00:00
    midnight on 2 Nov                             | 02 00:00 | 03 00:00
    2 nov. 24 h 00                                | 03 00:00 | 03 00:00
    until 14:00 on 2 Nov                          | 02 00:00 | 02 14:00
    jusqu'à 14 h le 2 novembre                    | 02 00:00 | 02 14:00
    jusqu’à 14 h le 2 novembre                    | 02 00:00 | 02 14:00
    2 Nov, until 2 pm                             | 02 00:00 | 02 14:00
    au plus tard le 2 novembre à 14 h             | 02 00:00 | 02 14:00
    le 2 novembre à 14 h au plus tard             | 02 00:00 | 02 14:00
    by 14:00 on 2 Nov                             | 02 00:00 | 02 14:00
    by 2 Nov at noon                              | 02 00:00 | 02 12:00
    2 Nov 14:00 at the latest                     | 02 00:00 | 02 14:00
    not before 14:00 on 2 Nov                     | 02 14:00 | 02 23:59
    pas avant 14 h le 2 novembre                  | 02 14:00 | 02 23:59
    le 2 novembre, au plus tôt à 14 h             | 02 14:00 | 02 23:59
    after 14:00 but before 16:00 on 2 Nov         | 02 14:00 | 02 16:00
    après 14 h et avant 16 h le 2 nov.            | 02 14:00 | 02 16:00
    around 2 pm on 2 Nov                          | 02 13:30 | 02 14:30
    vers 14 h, le 2 novembre                      | 02 13:30 | 02 14:30
    circa 14:00, 2 Nov                            | 02 13:30 | 02 14:30
    2 or 3 Nov                                    | 02 00:00 | 03 23:59
    2 ou 3 nov.                                   | 02 00:00 | 03 23:59
    le 2 ou le 3 novembre                         | 02 00:00 | 03 23:59
    2 Nov or 3 Nov                                | 02 00:00 | 03 23:59
    November 2 or 3                               | 02 00:00 | 03 23:59
    the 2nd or 3rd of November                    | 02 00:00 | 03 23:59
    2 nov., 3 nov.                                | 02 00:00 | 03 23:59
    2-3 nov.                                      | 02 00:00 | 03 23:59
    du 2 au 3 novembre                            | 02 00:00 | 03 23:59
    entre le 2 et le 3 novembre                   | 02 00:00 | 03 23:59
    the morning of 2 Nov                          | 02 06:00 | 02 12:00
    on the morning of November 2                  | 02 06:00 | 02 12:00
    le matin du 2 novembre                        | 02 06:00 | 02 12:00
    le 2 novembre au matin                        | 02 06:00 | 02 12:00
    le 2 novembre en avant-midi                   | 02 06:00 | 02 12:00
    mid-afternoon, 2 Nov                          | 02 14:00 | 02 16:00
    en milieu d'après-midi, le 2 novembre         | 02 14:00 | 02 16:00
    le 2 nov. matin ou après-midi                 | 02 06:00 | 02 18:00
    the evening of the 2nd of November            | 02 18:00 | 02 23:59
    le soir du 2 novembre                         | 02 18:00 | 02 23:59
    dans la nuit du 2 au 3 novembre               | 02 22:00 | 03 06:00
    overnight 2-3 Nov                             | 02 22:00 | 03 06:00
    overnight on 2 Nov                            | 02 22:00 | 03 06:00
    nuit du 2 novembre, vers 3 h                  | 02 02:30 | 03 03:30
    du 2 nov. au matin jusqu'au 3 nov. au soir    | 02 06:00 | 03 23:59
    14:00 UTC-05:00 on 2 Nov                      | 02 14:00 | 02 14:00
    early hours of 3 Nov                          | 03 00:00 | 03 05:00
    since 2 Nov                                   | 02 00:00 | 02 23:59
    à partir du 2 novembre                        | 02 00:00 | 02 23:59
    Sunday 02/11/2025                             | 02 00:00 | 02 23:59
    dimanche 2025-11-02, 14 h                     | 02 14:00 | 02 14:00
"""
# Read below a row of Sunday 2 November.
OF_THE_DAY_ABOVE = """
    until 14:00                 | 02 00:00 | 02 14:00
    till 2pm                    | 02 00:00 | 02 14:00
    up to 14:00                 | 02 00:00 | 02 14:00
    jusqu'à 14 h                | 02 00:00 | 02 14:00
    jusque vers 14 h            | 02 00:00 | 02 14:30
    at the latest 14:00         | 02 00:00 | 02 14:00
    14:00 at the latest         | 02 00:00 | 02 14:00
    no later than 14:00         | 02 00:00 | 02 14:00
    not after 14:00             | 02 00:00 | 02 14:00
    au plus tard à 14 h         | 02 00:00 | 02 14:00
    au plus tard vers 14 h      | 02 00:00 | 02 14:30
    14 h au plus tard           | 02 00:00 | 02 14:00
    pas après 14 h              | 02 00:00 | 02 14:00
    pas plus tard que 14 h      | 02 00:00 | 02 14:00
    d'ici 14 h                  | 02 00:00 | 02 14:00
    by noon                     | 02 00:00 | 02 12:00
    avant midi                  | 02 00:00 | 02 12:00
    av. midi                    | 02 00:00 | 02 12:00
    before noon                 | 02 00:00 | 02 12:00
    avant-midi                  | 02 06:00 | 02 12:00
    après-midi                  | 02 12:00 | 02 18:00
    before midnight             | 02 00:00 | 03 00:00
    14:00 or earlier            | 02 00:00 | 02 14:00
    until the evening           | 02 00:00 | 02 23:59
    jusqu'en fin d'après-midi   | 02 00:00 | 02 18:00
    not before 14:00            | 02 14:00 | 02 23:59
    pas avant 14 h              | 02 14:00 | 02 23:59
    no earlier than 14:00       | 02 14:00 | 02 23:59
    not until 14:00             | 02 14:00 | 02 23:59
    au plus tôt 14 h            | 02 14:00 | 02 23:59
    à partir de 14 h            | 02 14:00 | 02 23:59
    dès 14 h                    | 02 14:00 | 02 23:59
    from 2 pm                   | 02 14:00 | 02 23:59
    14:00 or later              | 02 14:00 | 02 23:59
    14 h ou plus tard           | 02 14:00 | 02 23:59
    14:00 onwards               | 02 14:00 | 02 23:59
    14 h passées                | 02 14:00 | 02 23:59
    juste avant 14 h            | 02 13:30 | 02 14:00
    shortly after 2 pm          | 02 14:00 | 02 14:30
    vers les 14 h               | 02 13:30 | 02 14:30
    14h environ                 | 02 13:30 | 02 14:30
    14 h 15 env.                | 02 13:45 | 02 14:45
    aux alentours de midi       | 02 11:30 | 02 12:30
    sur les coups de 14 h       | 02 13:30 | 02 14:30
    probably 14:00              | 02 13:30 | 02 14:30
    ~14:00                      | 02 13:30 | 02 14:30
    14h                         | 02 14:00 | 02 14:00
    14:00 sharp                 | 02 14:00 | 02 14:00
    14 h précises               | 02 14:00 | 02 14:00
    12:30 am                    | 02 00:30 | 02 00:30
    12 pm                       | 02 12:00 | 02 12:00
    midi et quart               | 02 12:15 | 02 12:15
    midi moins le quart         | 02 11:45 | 02 11:45
    15 h moins quart            | 02 14:45 | 02 14:45
    14 h et demie               | 02 14:30 | 02 14:30
    half past 2 pm              | 02 14:30 | 02 14:30
    quarter to 3 pm             | 02 14:45 | 02 14:45
    minuit et demi              | 02 00:30 | 02 00:30
    minuit                      | 02 00:00 | 03 00:00
    minuit à 6 h                | 02 00:00 | 02 06:00
    17:00 → 2025-11-04 8:15     | 02 17:00 | 04 08:15
    8 h au mardi 4 nov. 16 h    | 02 08:00 | 04 16:00
    entre 20 h et minuit        | 02 20:00 | 03 00:00
    14:00 or 15:00              | 02 14:00 | 02 15:00
    between 8:00 and 16:00      | 02 08:00 | 02 16:00
    tonight                     | 02 18:00 | 02 23:59
    mid-afternoon               | 02 14:00 | 02 16:00
    en milieu de matinée        | 02 09:00 | 02 11:00
    mardi pm                    | 04 12:00 | 04 18:00
    lundi ou mardi              | 03 00:00 | 04 23:59
    Monday or Tuesday morning   | 03 00:00 | 04 12:00
"""
# A limit without its other end, an age, a wait, a day that no calendar of ours holds, a denial.
NOT_UNDERSTOOD = """
    before 2 Nov
    avant le 2 novembre
    au plus tard le 2 novembre
    by Friday
    until 3 November
    jusqu'au 3 novembre
    after 2 Nov
    après le 2 novembre
    pas avant le 2 novembre
    not on 2 Nov
    pas le 2 novembre
    not 14:00
    pas à 14 h
    1925-11-02
    2 novembre 1925
    November 2, 1925
    02/11/1925
    1925-11-02 14:00
    2 novembre 2125
    T+2h
    J+1, 14 h
    2 h plus tard
    2 hours later
    30 min après
    dans 2 h
    in 2 hours
    il y a 2 h
    2 hours ago
    pendant 2 h
    for 2 hours
    toutes les 2 h
    every 2 hours
    less than 2 h
    moins de 2 h
    25 h
    31 novembre 14 h
"""


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def read(text: str, near: Nearby) -> tuple[str, str] | None:
    found = read_time(text, near)
    return None if found is None else (f"{found.starts:%d %H:%M}", f"{found.ends:%d %H:%M}")


@pytest.mark.parametrize(("text", "starts", "ends"), rows(WITH_THEIR_DAY))
def test_the_day_written_is_the_day_of_its_hours_wherever_it_stands(text, starts, ends):
    assert read(text, Nearby(day=THURSDAY, carried=True)) == (starts, ends)
    assert read(text, Nearby(day=THURSDAY)) == (starts, ends)


@pytest.mark.parametrize(("text", "starts", "ends"), rows(OF_THE_DAY_ABOVE))
def test_an_hour_without_a_day_is_of_the_day_above(text, starts, ends):
    assert read(text, Nearby(day=SUNDAY, carried=True)) == (starts, ends)


def test_an_hour_of_no_day_up_to_another_day_is_not_read():
    assert read_time("17:00 → 2025-11-04 8:15", Nearby(day=THURSDAY)) is None


@pytest.mark.parametrize("text", [row[0] for row in rows(NOT_UNDERSTOOD)])
def test_what_names_no_time_we_can_place_is_not_read_as_another(text):
    assert read(text, Nearby(day=SUNDAY, carried=True)) is None


@pytest.mark.parametrize("text", [row[0] for row in rows(NOT_UNDERSTOOD)])
def test_it_is_told_with_its_line_and_never_given_a_time(text):
    in_a_cell = read_log("log.csv", f'Date;What\n2 Nov 2025;Alert\n"{text}";Statement\n'.encode(), "UTC", SUNDAY)
    on_a_line = read_log("log.txt", f"2 Nov 2025, 9:00: alert\n{text}: statement\n".encode(), "UTC", SUNDAY)
    assert [(p.raw_row, p.refused) for p in in_a_cell.problems if p.refused] == [(3, True)]
    assert [action.raw_row for action in in_a_cell.log.actions] == [2]
    assert [action.when.exact for action in on_a_line.log.actions] == [True]  # that of its first line alone
