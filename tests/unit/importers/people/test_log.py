"""Logs as people write them, drawn: what stands in the file, and the entries it gives (local time of Toronto)."""

import csv
import io
import runpy
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from rebond.actions import ActionLog, Confirmation, When
from rebond.errors import LogEmpty, LogUnreadable
from rebond.importers.people.log import LogReading, of_the_crisis, read_log
from rebond.render.workbooks import log as log_template

HERE = runpy.run_path(str(Path(__file__).with_name("filled.py")))
filled, header_of, row_marked, write_row = (HERE[n] for n in ("filled", "header_of", "row_marked", "write_row"))
ZONE, TUESDAY = "America/Toronto", date(2025, 10, 14)


def read(text: str | bytes, name: str = "journal.csv", near: date | None = TUESDAY) -> LogReading:
    return read_log(name, text.encode() if isinstance(text, str) else text, ZONE, near)


def told(reading: LogReading) -> list[str]:
    """row | from – to | kind | title, one line an entry, in time order."""
    lines = []
    for action in reading.log.actions:
        first, last = (at.astimezone(ZoneInfo(ZONE)) for at in (action.when.earliest, action.when.latest))
        when = f"{first:%d %H:%M}" + ("" if first == last else f"–{last:%d %H:%M}")
        lines.append(f"{action.raw_row} | {when} | {action.kind} | {action.title}")
    return lines


def problems(reading: LogReading) -> list[tuple[int, str, str | None]]:
    return [(p.raw_row, p.code, p.value) for p in reading.problems if p.code != "imprecise-time"]


def test_a_table_with_the_day_carried_down_and_hours_as_people_know_them():
    reading = read("""Date;Heure;Action;Qui
14 octobre;17 h 40;Première plainte vue sur Facebook;Marie Tremblay
;18 h 05;Alerte à la DG;équipe médias sociaux
;;Réunion avec le fournisseur;
15 oct.;vers 8 h 15;Cellule de crise convoquée;Jean Roy (DG)
;pm;Note aux employés;RH
bientôt;;Bilan;
;23 h 50;Réponses aux commentaires;
;0 h 15;Fin de la veille;
""")
    assert told(reading) == [
        "4 | 14 00:00–14 23:59 | other | Réunion avec le fournisseur",
        "2 | 14 17:40 | detection | Première plainte vue sur Facebook",
        "3 | 14 18:05 | detection | Alerte à la DG",
        "5 | 15 07:45–15 08:45 | cell_activation | Cellule de crise convoquée",
        "6 | 15 12:00–15 18:00 | internal_note | Note aux employés",
        "8 | 15 23:50 | reply | Réponses aux commentaires",
        "9 | 16 00:15 | monitoring_change | Fin de la veille",
    ]
    assert problems(reading) == [(7, "time-not-understood", "bientôt · Bilan"), (9, "ambiguous-date", "0 h 15")]
    roles = {a.raw_row: a.by_role for a in reading.log.actions}
    assert (roles[2], roles[3], roles[5]) == (None, "équipe médias sociaux", "DG")  # roles, never names


def test_the_dot_of_a_month_cut_short_ends_no_act():
    reading = read(
        "Lun 13 oct. 2025, 13 h 20 : plaintes vues\nle 14 oct. 2025 à 9 h : avis publié. 10 h : CA avisé\n", "n.txt"
    )
    assert told(reading) == [
        "1 | 13 13:20 | other | plaintes vues", "2 | 14 09:00 | statement | avis publié",
        "2 | 14 10:00 | board_brief | CA avisé",
    ]  # fmt: skip


def test_several_acts_in_one_cell():
    reading = read(
        'Date,What was done\n15 Oct,"9 h avis publié; 9 h 20 courriel au CA"\n'
        '16 Oct,"At 10 am, team meeting; we choose to wait. At 2:30 pm, posted on X in English"\n'
    )
    assert told(reading) == [
        "2 | 15 09:00 | statement | avis publié",
        "2 | 15 09:20 | board_brief | courriel au CA",
        "3 | 16 10:00 | other | team meeting; we choose to wait",
        "3 | 16 14:30 | statement | posted on X in English",
    ]


def test_a_log_written_backwards_and_one_in_american_dates():
    reading = read("When,What\n2025-10-16 09:00,Stand-down\nWed 9:00,Statement posted on Facebook\n"
                   "2025-10-14 17:00,First complaint noticed\n")  # fmt: skip
    assert [line.split(" | ")[1:3] for line in told(reading)] == [
        ["14 17:00", "detection"], ["15 09:00", "statement"], ["16 09:00", "exit_declared"],
    ]  # fmt: skip
    american = read("Date,Time,Event\n10/02/2025,5:05 PM,Complaint noticed\n10/14/2025,9:00 AM,Notice posted\n")
    assert [line.split(" | ")[1] for line in told(american)] == ["02 17:05", "14 09:00"]


def test_a_table_without_names_is_read_by_its_values():
    reading = read("14/10/2025 09:00;DG;Avis publié sur le site web en français et en anglais\n"
                   "15/10/2025 10:00;Com;Entrevue à la radio\n")  # fmt: skip
    assert told(reading) == [
        "1 | 14 09:00 | statement | Avis publié sur le site web en français et en anglais",
        "2 | 15 10:00 | interview | Entrevue à la radio",
    ]
    assert reading.log.actions[0].langs == ("fr", "en")


def test_lines_of_plain_text():
    reading = read("""Journal de crise
MARDI 14 OCTOBRE
9 h : premier signalement d'une membre
- courriel au CA
vers 14 h, avis publié sur Facebook
  (en français seulement)
dans la nuit du 14 au 15 : rien
Mercredi
8h15 - cellule de crise réunie
17 h levée de la cellule
Journal complet du 14 au 16 octobre 2025, par la direction des communications
""", "journal.txt")  # fmt: skip
    assert told(reading) == [
        "4 | 14 00:00–14 23:59 | board_brief | courriel au CA",
        "3 | 14 09:00 | detection | premier signalement d'une membre",
        "5 | 14 13:30–14 14:30 | statement | avis publié sur Facebook (en français seulement)",
        "7 | 14 22:00–15 06:00 | other | rien",
        "9 | 15 08:15 | cell_activation | cellule de crise réunie",
        "10 | 15 17:00 | exit_declared | levée de la cellule",
    ]
    assert problems(reading) == [(1, "no-time", "Journal de crise")]
    # From the first minute of the 14th to the last of the 16th, in Toronto.
    assert reading.log.confirmed == (
        Confirmation(what="actions", starts=datetime(2025, 10, 14, 4, tzinfo=UTC),
                     ends=datetime(2025, 10, 17, 4, tzinfo=UTC), by_role="la direction des communications"),
    )  # fmt: skip


SAID = """
    Première plainte vue sur Facebook                          | detection         | internal
    Crisis team convened                                       | cell_activation   | internal
    Avis publié sur Facebook, en anglais                       | statement         | public
    Brouillon du communiqué envoyé à la DG                     | other             | internal
    Communiqué approuvé par la DG                              | decision          | internal
    Communiqué publié                                          | press_release     | public
    Holding statement drafted                                  | other             | internal
    We are looking into it - posted on X                       | holding_statement | public
    Note aux employés publiée sur l'intranet                   | internal_note     | internal
    Courriel au CA                                             | board_brief       | internal
    Appel au cabinet du ministre                               | direct_outreach   | targeted
    Avis publié ?                                              | other             | internal
    Panne corrigée                                             | operational_fix   | internal
    Levée de la cellule                                        | exit_declared     | internal
"""


@pytest.mark.parametrize(("text", "kind", "visibility"),
                         [[c.strip() for c in line.split("|")] for line in SAID.strip().splitlines()])  # fmt: skip
def test_the_words_propose_a_kind_and_who_could_see_it(text, kind, visibility):
    (action,) = read(f"Date;Action\n2025-10-14;{text}\n").log.actions
    assert (action.kind, action.visibility, action.is_event) == (kind, visibility, False)


@pytest.mark.parametrize(("text", "kind"), [
    ("Reportage au téléjournal", "news"), ("Une élue nous critique à l'Assemblée", "political"),
    ("Panne du système de paiement", "operational"), ("Boycott call spreads on X", "protest"),
])  # fmt: skip
def test_what_others_do_is_an_outside_event(text, kind):
    (action,) = read(f"Date;Action\n2025-10-14;{text}\n").log.actions
    assert (action.kind, action.is_event) == (kind, True)


def test_the_language_others_speak_of_is_none_of_ours():
    (action,) = read(
        "Date;Action;Nature\n2025-10-14;Une élue dénonce la réponse en anglais;Fait politique\n"
    ).log.actions
    assert (action.is_event, action.langs) == (True, ())


def test_columns_win_over_words():
    reading = read("""Date,Time,What was done,Kind,Visibility,Channel,Language,Who,Drafted,Approved,Published,Outside
2025-10-15,11:05,Brouillon,Excuses / Apology,Publique / Public,"Facebook, site web",fr + en,DG,9:10,10 h 45,11 h 05,
2025-10-15,12:00,Avis,une chose,interne,,,,vers 9 h,,,
2025-10-15,13:00,Communiqué du concurrent,,,,,,,,,oui
""")
    apology, notice, event = reading.log.actions
    assert (apology.kind, apology.visibility, apology.channels, apology.langs) == (
        "apology", "public", ("facebook", "web"), ("fr", "en"),
    )  # fmt: skip
    assert apology.drafted_at == datetime(2025, 10, 15, 13, 10, tzinfo=UTC)
    assert apology.approved_at == datetime(2025, 10, 15, 14, 45, tzinfo=UTC)
    assert apology.published_at == datetime(2025, 10, 15, 15, 5, tzinfo=UTC)
    assert (notice.visibility, notice.drafted_at) == ("internal", None)  # "vers 9 h" is no instant: it stays unknown
    assert event.is_event
    assert [p.code for p in reading.problems if p.raw_row == 3] == ["imprecise-time", "kind-not-understood"]


# --- the workbook -------------------------------------------------------------------------------------
def test_the_template_left_as_it_is_adds_nothing_and_is_no_error():
    assert read(log_template(), "journal_log.xlsx") == LogReading(ActionLog(), ())


def test_names_of_columns_alone_take_a_log_out_of_use():
    assert read("Date;Heure;Quoi\n") == LogReading(ActionLog(), ())


def test_the_template_saved_as_csv_is_still_known():
    rows = load_workbook(io.BytesIO(log_template())).worksheets[0].iter_rows(max_row=30, values_only=True)
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(["" if cell is None else cell for cell in row] for row in rows)
    assert read(text.getvalue(), "journal_log.csv") == LogReading(ActionLog(), ())


def test_rows_filled_in_the_template_are_read_and_examples_written_over_too():
    def fill(page):
        first = header_of(page, "Date")[0] + 1
        write_row(page, first, {"Date": "14 octobre", "Heure": "vers 17 h", "Ce qui a été fait": "Une membre appelle",
                                "Nature": "Détection / Detection", "Qui (fonction)": "service client"})  # fmt: skip
        write_row(page, first + 3, {"Date": "2025-10-15", "Heure": "11:05", "Ce qui a été fait": "=2+2",
                                    "Langue": "français et anglais / French and English"})  # fmt: skip
        page.cell(row=first + 3, column=4).data_type = "s"

    reading = read(filled(log_template(), fill), "journal_log.xlsx")
    assert [line.partition(" | ")[2] for line in told(reading)] == [
        "14 16:30–14 17:30 | detection | Une membre appelle", "15 11:05 | other | =2+2",
    ]  # fmt: skip
    assert reading.log.actions[1].langs == ("fr", "en")
    assert reading.log.actions[0].by_role == "service client"


def test_merged_cells_give_their_day_to_every_row_they_cover():
    def fill(page):
        first = header_of(page, "Date")[0] + 4
        write_row(page, first, {"Date": "2025-10-15", "Ce qui a été fait": "Réunion", "Heure": "9 h"})
        write_row(page, first + 1, {"Ce qui a été fait": "Avis publié", "Heure": "10 h"})
        write_row(page, first + 2, {"Heure": "11 h"})
        page.merge_cells(start_row=first, end_row=first + 2, start_column=2, end_column=2)
        page.merge_cells(start_row=first + 1, end_row=first + 2, start_column=4, end_column=4)

    reading = read(filled(log_template(), fill), "journal_log.xlsx", None)
    assert [line.partition(" | ")[2] for line in told(reading)] == [
        "15 09:00 | other | Réunion", "15 10:00 | statement | Avis publié",
    ]  # fmt: skip


def test_what_is_confirmed_on_its_page_is_a_confirmation():
    def fill(page):
        monitoring, actions = row_marked(page, "confirm-monitoring"), row_marked(page, "confirm-actions")
        write_row(page, monitoring, {"Oui": "Oui / Yes", "Du": "2025-10-14", "Au": "20 octobre 2025 à 18 h",
                                     "Par (fonction)": "veille"}, "Oui")  # fmt: skip
        write_row(page, actions, {"Oui": "x", "Du": "au début", "Au": "2025-10-20"}, "Oui")
        write_row(page, row_marked(page, "confirm-own_account"), {"Du": "2025-10-14", "Au": "2025-10-15"}, "Oui")

    reading = read(filled(log_template(), fill, sheet=1), "journal_log.xlsx")
    assert reading.log.confirmed == (
        Confirmation(what="monitoring", starts=datetime(2025, 10, 14, 4, tzinfo=UTC),
                     ends=datetime(2025, 10, 20, 22, tzinfo=UTC), by_role="veille"),
    )  # fmt: skip
    assert [(p.code, p.field) for p in reading.problems] == [("time-not-understood", "confirmed")]


@pytest.mark.parametrize("text", [
    "Le journal n'est pas complet du 14 au 16 octobre 2025", "journal incomplet du 14 au 16 octobre 2025",
    "The log is complete", "Log not complete from 14 to 16 October 2025",
])  # fmt: skip
def test_what_is_not_confirmed_with_its_dates_is_not_confirmed(text):
    assert read(f"2025-10-14 9:00 avis publié\n{text}\n", "a.txt").log.confirmed == ()


@pytest.mark.parametrize("text", [
    "Log complete from 14 October 2025 to 16 October 2025", "Complete log from 14 to 16 October 2025",
    "Journal complet du 14 octobre 2025 au 16 octobre 2025",
])  # fmt: skip
def test_a_log_confirmed_complete_covers_whole_days(text):
    (confirmed,) = read(f"2025-10-14 9:00 avis publié\n{text}\n", "a.txt").log.confirmed
    assert (confirmed.what, confirmed.starts, confirmed.ends) == (
        "actions", datetime(2025, 10, 14, 4, tzinfo=UTC), datetime(2025, 10, 17, 4, tzinfo=UTC),
    )  # fmt: skip


# --- what is known of a time is kept --------------------------------------------------------------------
def test_a_time_not_understood_keeps_its_day_and_is_told():
    reading = read("Date,Time,What was done\n2025-10-14,when the CEO got back,Board briefed\n,soon after that,Met\n")
    assert told(reading) == [
        "3 | 14 00:00–14 23:59 | other | Met", "2 | 14 00:00–14 23:59 | board_brief | Board briefed",
    ]  # fmt: skip
    assert problems(reading) == [
        (2, "hour-not-understood", "when the CEO got back"), (3, "hour-not-understood", "soon after that"),
    ]  # fmt: skip
    assert not any(problem.refused for problem in reading.problems)


def test_hours_as_people_round_them_in_a_column():
    reading = read("Date,Time,What\n2025-10-14,between 9 and 11,a\n,entre 4 h et 5,b\n,2ish,c\n,around 3,d\n"
                   ",9 to 11,e\n,from 11 to 1,f\n")  # fmt: skip
    assert [line.split(" | ")[1].replace("14 ", "") for line in told(reading)] == [
        "01:30–14:30", "02:30–15:30", "04:00–17:00", "09:00–11:00", "09:00–11:00", "11:00–13:00",
    ]  # fmt: skip


def test_morning_and_afternoon_are_told_apart_by_the_other_hours_of_the_log():
    """Without any hour after noon, 2:15 may be of the night or of the afternoon; beside 14:05 it is of the night."""
    half = read("Date,Time,What\n2025-10-14,9:05,a\n2025-10-14,2:15,b\n")
    assert [line.split(" | ")[1] for line in told(half)] == ["14 02:15–14 14:15", "14 09:05"]
    whole = read("Date,Time,What\n2025-10-14,14:05,a\n2025-10-14,2:15,b\n")
    assert [line.split(" | ")[1] for line in told(whole)] == ["14 02:15", "14 14:05"]


@pytest.mark.parametrize("row", ["2025-10-14,around 2 pm,Notice,14:05", "2025-10-14,,Notice,14:05",
                                 ",,Notice,2025-10-14 14:05", "2025-10-14,13:00,Notice,14 h 05"])  # fmt: skip
def test_when_it_was_published_is_when_it_happened(row):
    assert told(read(f"Date,Time,What was done,Published at\n{row}\n")) == ["2 | 14 14:05 | other | Notice"]


def test_what_has_no_day_is_left_out_and_told_with_its_line_and_its_words():
    reading = read("Time,What\n9:00,Notice posted\n", near=TUESDAY)
    assert problems(reading) == [(2, "no-day", "9:00 · Notice posted")]
    assert reading.problems[0].refused


# --- bad input -----------------------------------------------------------------------------------------
def test_a_log_without_year_is_kept_aside_when_nobody_says_when_the_crisis_was():
    reading = read("Date;Heure;Action\n14 octobre;9 h;Avis publié\n", near=None)
    assert reading.log == ActionLog()
    assert problems(reading) == [(2, "time-not-understood", "14 octobre · Avis publié")]
    assert len(read("14 octobre, 9 h : avis publié\n", "a.txt", None).problems) == 1


@pytest.mark.parametrize(("data", "error"), [
    (b"", LogUnreadable), (b"%PDF-1.4", LogUnreadable), (b"PK\x03\x04no", LogUnreadable),
    (b"Bonjour,\nvoici un texte.\n", LogEmpty),
])  # fmt: skip
def test_what_is_no_log_is_refused_in_one_sentence(data, error):
    with pytest.raises(error):
        read(data)


@given(st.binary(max_size=300))
def test_no_bytes_make_reading_fail(data):
    try:
        reading = read(data)
    except (LogUnreadable, LogEmpty):
        return
    assert isinstance(reading, LogReading)


@pytest.mark.parametrize(
    "text", ['Date;Action\n2025-10-14;"' + "x" * 5_000_000, "a b " * 1_000_000 + "\n2025-10-14 9:00 avis"]
)
def test_a_line_of_millions_of_signs_does_not_stop_the_reading(text):
    assert isinstance(read(text), LogReading)


@pytest.mark.parametrize("piece", ["9 h a; ", "entre ", "14/10 ", "- ", "journal complet ", "[14:05] a: ", "De : "])
def test_a_cell_of_a_hundred_thousand_signs_is_read(piece):
    assert read(f"Date;Action\n2025-10-14;{piece * (100_000 // len(piece))}\n").log.actions


def test_acts_more_than_a_year_from_the_posts_are_problems_and_no_acts():
    reading = read("Date;Action\n14 oct. 2025;Alerte\n14/10/2099;Bilan\n2024-09-01;Plan revu\n2024-11-02;Exercice\n")
    kept = of_the_crisis(reading, date(2025, 10, 1), date(2025, 10, 31))
    assert [action.title for action in kept.log.actions] == ["Exercice", "Alerte"]
    assert [(p.raw_row, p.refused) for p in kept.problems if p.code == "far-date"] == [(3, True), (4, True)]


# --- a line is an act, goes on with the one above, or is told: never the second for want of reading its time ---
MEETING = "Dimanche 22 février 2015\n15h30 cellule de crise réunie\n"


@pytest.mark.parametrize(
    ("line", "starts", "ends"),
    [
        ("18-19h communiqué publié", (22, 18, 0), (22, 19, 0)),
        ("18h-19h communiqué publié", (22, 18, 0), (22, 19, 0)),
        ("entre 16 et 17 h communiqué publié", (22, 16, 0), (22, 17, 0)),
        ("5-6pm statement posted", (22, 17, 0), (22, 18, 0)),
        ("lundi 23/02/2015 matin : communiqué publié", (23, 6, 0), (23, 12, 0)),
        ("lundi 23/02 matin : communiqué publié", (23, 6, 0), (23, 12, 0)),
        ("lundi 23/02 : communiqué publié", (23, 0, 0), (23, 23, 59)),
        ("mardi 24/02 à 10 h : communiqué publié", (24, 10, 0), (24, 10, 0)),
        ("Monday 23/02/2015 morning: statement posted", (23, 6, 0), (23, 12, 0)),
    ],
)
def test_a_line_that_begins_with_a_time_is_an_act_of_its_own(line, starts, ends):
    acts = read_log("log.txt", (MEETING + line).encode(), "UTC", None).log.actions
    assert acts[0].kind == "cell_activation" and len(acts) == 2
    assert acts[1].when == When(*(datetime(2015, 2, *one, tzinfo=UTC) for one in (starts, ends)))


@pytest.mark.parametrize("line", ["entre 16 et 17 premier tweet d'excuses", "vers 17 premier tweet d'excuses",
                                  "between 4 and 5 apology posted", "9-11 apology posted"])  # fmt: skip
def test_a_line_that_may_begin_with_a_time_is_told_and_never_glued_to_the_act_above(line):
    reading = read_log("log.txt", (MEETING + line).encode(), "UTC", None)
    assert [act.title for act in reading.log.actions] == ["cellule de crise réunie"]
    assert [(p.raw_row, p.code) for p in reading.problems if p.refused] == [(3, "time-not-understood")]


@pytest.mark.parametrize("line", ["avec le service juridique", "200 membres ont appelé", "3 % des clients", "(suite)"])
def test_a_line_without_a_time_goes_on_with_the_act_above(line):
    acts = read_log("log.txt", (MEETING + line).encode(), "UTC", None).log.actions
    assert len(acts) == 1 and acts[0].title.startswith("cellule de crise réunie")


def test_a_weekday_below_a_date_is_the_next_one_and_does_not_turn_the_log_round():
    acts = read_log("log.txt", (MEETING + "jeudi : excuses publiées").encode(), "UTC", None).log.actions
    assert [act.when.earliest.day for act in acts] == [22, 26]


# --- kinds as people name them ------------------------------------------------------------------------
@pytest.mark.parametrize(("words", "channel", "kind", "channels"), [
    ("Réponse aux abonnés : nos équipes sont mobilisées", "X @Rivage", "reply", ("x",)),
    ("Réponse aux abonnés : nos équipes sont mobilisées", "", "reply", ()),
    ("on promet un geste commercial avant fin juillet", "X", "commitment", ("x",)),
    ("promesse publique : remboursement avant fin juillet", "X", "commitment", ("x",)),
    ("Thread X pour expliquer la cause de la panne", "X", "statement", ("x",)),
    ("Post LinkedIn du PDG", "LinkedIn", "statement", ("linkedin",)),
])  # fmt: skip
def test_what_was_posted_is_public_as_people_write_it(words, channel, kind, channels):
    (one,) = read(f"Date;Heure;Quoi;Canal\n14/10/2025;20h30;{words};{channel}\n").log.actions
    assert (one.kind, one.visibility, one.channels, one.is_event) == (kind, "public", channels, False)


def test_a_call_to_the_direction_is_an_escalation_and_a_post_of_a_customer_is_no_act():
    log = read("Date;Heure;Quoi;Canal\n14/10/2025;20h;alerte DG par téléphone;tél\n"
               "14/10/2025;21h;Thread d'une cliente;X\n").log  # fmt: skip
    called, posted = log.actions
    assert (called.kind, called.is_event) == ("alert_escalation", False) and posted.kind != "statement"


def test_the_words_of_our_own_pages_name_the_column_of_acts():
    log = read("Quand;Qui;Ce qui s'est passé;Canal\n14/10/2025 19h20;Éloïse;On voit monter les plaintes;interne\n").log
    assert [one.title for one in log.actions] == ["On voit monter les plaintes"]


@pytest.mark.parametrize(
    "words", ["@jeanne publie une vidéo", "#PanneRivage monte", "% de plaintes en hausse", "#1 sur X"]
)
def test_a_sign_that_opens_an_act_is_none_of_a_time(words):
    assert [one.title for one in read(f"Date;Heure;Quoi\n14/10/2025;20h30;{words}\n").log.actions] == [words]
    assert [one.title for one in read(f"14 octobre 2025\n20h30 {words}\n", "j.txt").log.actions] == [words]


def test_an_hour_after_an_at_sign_is_one():
    (one,) = read("14 octobre 2025\n@ 15h : excuses publiées\n", "j.txt").log.actions
    assert (one.title, one.when.earliest) == ("excuses publiées", datetime(2025, 10, 14, 19, 0, tzinfo=UTC))
