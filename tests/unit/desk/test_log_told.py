"""What the terminal says of logs: what was read and how, what was left out or told twice and where, what mends it."""

from datetime import date

from rebond.desk.log_told import told_of_log, told_of_several
from rebond.importers.people.log import of_the_crisis, read_log
from rebond.importers.people.merging import merged
from rebond.wording.voice import Voice

NEAR = date(2025, 10, 14)
HEAD = "Date;Heure;Nature;Quoi;Canal\n"


def said(lines, lang: str = "en") -> list[str]:
    voice = Voice.of(lang)  # a terminal speaks in UTC: days are worked out before
    return [voice.text(line).replace("\u00a0", " ").replace("\u202f", " ") for line in lines]


def of_log(name: str, text: str, lang: str = "en") -> list[str]:
    reading = read_log(name, text.encode(), "America/Toronto", NEAR)
    return said(told_of_log(name, reading), lang)


def test_a_row_left_out_is_told_with_its_line_and_its_words():
    assert of_log("log.csv", "Date,Time,What was done\n2025-10-14,9:00,Statement published\nsoon,,Board briefed\n") == [
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
    assert said(told_of_log("log.csv", kept))[1] == (
        "log.csv, line 3, left out: is the year right? It is more than a year from the posts (“2099-10-14 · Board "
        "briefed”)."
    )


def test_many_rows_left_out_are_shown_in_part_and_counted():
    rows = "".join(f"later,,act {n}\n" for n in range(20))
    lines = of_log("log.csv", f"Date,Time,What was done\n2025-10-14,9:00,Statement published\n{rows}")
    assert len(lines) == 1 + 8 + 1
    assert lines[-1] == "log.csv: 12 other lines likewise."


def test_a_kind_that_is_not_understood_says_as_what_its_line_was_read():
    rows = ("14/10/2025;20h;Riposte;Communiqué publié;site web\n"
            "14/10/2025;21h;Contexte;Un youtubeur publie une vidéo;\n"
            "14/10/2025;22h;Bénévolat;Numéro vert ouvert;tél\n")  # fmt: skip
    assert of_log("j.csv", HEAD + rows)[1:] == [
        "j.csv, line 2: kind not understood (“Riposte”), read as an act of yours: “Press release” (Public).",
        "j.csv, line 3: kind not understood (“Contexte”), read as an outside event: “Other outside event”.",
        "j.csv, line 4: kind not understood (“Bénévolat”), read as an act of yours: “Other act” (Internal).",
    ]


def test_entries_of_no_kind_are_told_by_line():
    rows = "".join(f"14/10/2025;{n}h;;Zzz {n};\n" for n in (8, 9, 10)) + "14/10/2025;12h;;Excuses publiées;X\n"
    assert of_log("j.csv", f"{HEAD}{rows}14/10/2025;13h;;Zzz 13;\n", "fr")[1:] == [
        "j.csv : 4 entrées ne disent pas de quelle nature d’acte il s’agit (lignes 2 à 4 et 6) : elles sont rendues "
        "comme « autre acte ». Remplissez la colonne « Nature » là où cela compte.",
    ]


def of_several(*logs: str) -> list[str]:
    read = [read_log(f"{n}.csv", (HEAD + rows).encode(), "UTC", NEAR).log for n, rows in enumerate(logs, start=1)]
    return said(told_of_several(merged(read)))


def test_a_corrected_log_under_another_name_says_what_counts_once_and_what_still_counts():
    first = "14/10/2025;8h;;Alerte;\n14/10/2025;9h;;Déclaration publiée;X\n14/10/2025;10h;;Point du matin;\n"
    again = "14/10/2025;8h;;Alerte;\n14/10/2025;9h02;;Déclaration publiée;X\n"
    assert of_several(first, again) == [
        "1.csv, lines 2 and 3: told again in 2.csv, and counted once, as 2.csv tells them.",
        "1.csv, line 4: told nowhere else, and still counted. If 2.csv takes the place of 1.csv, empty 1.csv, all but "
        "its line of column names, and give it again with --log.",
    ]


def test_logs_that_tell_different_acts_say_nothing_of_one_another():
    assert of_several("14/10/2025;8h;;Alerte;\n", "14/10/2025;8h;;Point de presse;\n") == []
