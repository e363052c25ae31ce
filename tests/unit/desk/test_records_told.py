"""What the terminal says of logs and counts: what was read, what was left out and where, what would mend it."""

from datetime import date

from rebond.desk.records_told import told_of_log, told_of_series
from rebond.importers.people.log import of_the_crisis, read_log
from rebond.importers.people.series import read_series
from rebond.wording.voice import Voice

NEAR = date(2025, 10, 14)


def said(lines, lang: str = "en") -> list[str]:
    voice = Voice.of(lang)  # a terminal speaks in UTC: days are worked out before
    return [voice.text(line).replace("\u00a0", " ").replace("\u202f", " ") for line in lines]


def of_log(name: str, text: str, lang: str = "en") -> list[str]:
    reading = read_log(name, text.encode(), "America/Toronto", NEAR)
    return said(told_of_log(name, len(reading.log.actions), reading.problems), lang)


def test_a_row_left_out_is_told_with_its_line_and_its_words():
    assert of_log("log.csv", "Date,Time,What was done\n2025-10-14,9:00,Met\nsoon,,Board briefed\n") == [
        "log.csv: 1 log entry read.",
        "log.csv, line 3, left out: “soon · Board briefed” does not say when it was.",
    ]


def test_a_row_kept_for_its_whole_day_is_told():
    assert of_log("journal.csv", "Date;Heure;Action\n2025-10-14;au retour du DG;CA informé\n", "fr")[1] == (
        "journal.csv, ligne 2 : heure non comprise (« au retour du DG »), la journée entière est gardée."
    )


def test_hours_without_any_day_say_what_to_add():
    lines = of_log("slack.txt", "Sam  1:20 PM\nanyone seeing the jokes?\nKim  1:34 PM\nyes\n")
    assert lines == [
        "slack.txt: no log entry could be read.",
        "slack.txt, line 1, left out: “1:20 PM · anyone seeing the jokes?” does not say when it was.",
        "slack.txt, line 3, left out: “1:34 PM · yes” does not say when it was.",
        "These hours name no day: write it on a line above them, for example “Tuesday 14 October 2025”, "
        "then give the file again.",
    ]


def test_an_act_of_another_year_is_told_with_its_line():
    reading = read_log("log.csv", b"Date,Action\n2025-10-14,Met\n2099-10-14,Board briefed\n", "UTC", NEAR)
    kept = of_the_crisis(reading, NEAR, NEAR)
    assert said(told_of_log("log.csv", len(kept.log.actions), kept.problems))[1] == (
        "log.csv, line 3, left out: is the year right? It is more than a year from the posts (“2099-10-14 · Board "
        "briefed”)."
    )


def test_many_rows_left_out_are_shown_in_part_and_counted():
    rows = "".join(f"later,,act {n}\n" for n in range(20))
    lines = of_log("log.csv", f"Date,Time,What was done\n2025-10-14,9:00,Met\n{rows}")
    assert len(lines) == 1 + 8 + 1
    assert lines[-1] == "log.csv: 12 other lines likewise."


def test_a_series_says_what_was_read():
    data = b"Jour;Appels au 3244\n2025-10-13;1200\n2025-10-14;9850\n2025-10-15;n/a\n"
    series = read_series("appels.csv", data, "America/Toronto").series
    assert said(told_of_series("appels.csv", series, (), "America/Toronto")) == [
        "appels.csv: “Appels au 3244”, values read from 13 October 2025 to 14 October 2025: 2.",
    ]
    assert said(told_of_series("appels.csv", series, (), "America/Toronto"), "fr") == [
        "appels.csv : « Appels au 3244 », valeurs lues du 13 octobre 2025 au 14 octobre 2025 : 2.",
    ]
