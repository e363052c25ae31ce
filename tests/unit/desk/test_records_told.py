"""What the terminal says of counts: what was read, from when to when."""

from rebond.desk.records_told import told_of_series
from rebond.importers.people.series import read_series
from rebond.wording.voice import Voice


def said(lines, lang: str = "en") -> list[str]:
    voice = Voice.of(lang)  # a terminal speaks in UTC: days are worked out before
    return [voice.text(line).replace("\u00a0", " ").replace("\u202f", " ") for line in lines]


def test_a_series_says_what_was_read():
    data = b"Jour;Appels au 3244\n2025-10-13;1200\n2025-10-14;9850\n2025-10-15;n/a\n"
    series = read_series("appels.csv", data, "America/Toronto").series
    assert said(told_of_series("appels.csv", series, (), "America/Toronto")) == [
        "appels.csv: “Appels au 3244”, values read from 13 October 2025 to 14 October 2025: 2.",
        "appels.csv: “Appels au 3244”, 1 row without a number: unknown, never zero (first at line 4).",
    ]
    assert said(told_of_series("appels.csv", series, (), "America/Toronto"), "fr") == [
        "appels.csv : « Appels au 3244 », valeurs lues du 13 octobre 2025 au 14 octobre 2025 : 2.",
        "appels.csv : « Appels au 3244 », 1 ligne sans nombre : valeur inconnue, jamais zéro (première à la ligne 4).",
    ]


def test_a_cell_that_is_no_number_is_told_once():
    reading = read_series("appels.csv", b"Jour;Appels\n2025-10-13;1200\n2025-10-14;fort\n2025-10-15;990\n", "UTC")
    assert said(told_of_series("appels.csv", reading.series, reading.problems, "UTC"))[1:] == [
        "appels.csv: 1 × not a number (first at line 3)",
    ]
