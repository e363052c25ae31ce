"""Pasted conversations and mails: each message with a time is an entry; names are not kept."""

import runpy
from datetime import date
from pathlib import Path

import pytest

LOG = runpy.run_path(str(Path(__file__).with_name("test_log.py")))
read, told, problems = LOG["read"], LOG["told"], LOG["problems"]

WHATSAPP = """[2025-10-14 17:05:33] Marie: On a un problème sur Facebook
[2025-10-14 17:06:10] Jean (DG): Convoquez la cellule
immédiatement svp
[2025-10-14 17:20:00] Les messages sont chiffrés de bout en bout
[2025-10-14 17:40:12] Marie: Avis publié sur X
"""
WHATSAPP_AMERICAN = """10/14/25, 5:06 PM - Anna: We noticed complaints on Facebook
10/15/25, 9:10 AM - Ben: Statement posted on our website (EN)
second line
"""
TEAMS = """[14/10 17:05] Marie Tremblay
Premières plaintes vues
[14/10 17:20] Ben
Cellule activée
"""
SLACK = """Tuesday, October 14th
Marie Tremblay  5:05 PM
Complaints are rising. Should we post a statement?
Ben  5:20 PM
Crisis team convened
Wednesday, October 15th
Ben  9:20 AM
Statement posted on X in English
"""
OUTLOOK = """De : Marie Tremblay <m@rivage.example>
Envoyé : mardi 14 octobre 2025 17:05
À : Tous
Objet : Note aux employés sur le double prélèvement

Chers collègues, voici la situation.

De : Ben
Envoyé : mercredi 15 octobre 2025 08:10
À : CA
Objet : Information au CA

Bonjour
"""
GMAIL = """Le mar. 14 oct. 2025 à 17 h 05, Marie Tremblay <m@rivage.example> a écrit :
> Cellule de crise convoquée pour 18 h
"""
MAIL = """From: Marie <m@rivage.example>
Date: Tue, 14 Oct 2025 17:05:00 -0400
Subject: =?utf-8?q?Note_aux_employ=C3=A9s?=
Content-Type: text/plain; charset=utf-8

Chers collègues, voici la situation.
"""
OUTLOOK_RECAP = """From: Kim Doe <kim.doe@rivage.example>
Sent: Tuesday, October 14, 2025 10:12 PM
To: Board Office
Subject: RE: prices

Hi all, quick recap for the file:

- Mon 1:20 pm: Sam noticed the complaints
- around 2 pm we answered on X ("we hear you")
* 4:30 pm told the CEO,
  who was on a plane
• Tue 9:40 am: apology posted on X and Facebook, English

Thanks,
Kim

> On Oct 13, 2025, at 11:05 PM, Sam wrote:
> 13:45 paused all scheduled posts
"""
COURRIEL = """De : Marie Tremblay <m@rivage.example>
Envoyé : mardi 14 octobre 2025 17:05
Objet : Suivi

8 h 10 : cellule réunie
vers 9 h : avis publié sur Facebook
On en reparle demain.
"""
SLACK_WITHOUT_SPACES = """Monday, October 13th
Sam Roy [1:20 PM]
complaints noticed on Facebook
Kim, 1:34 PM
drafting a reply
"""
TEAMS_UNDER_A_NAME = """Sam Roy
14/10/2025 13:20
Premières plaintes vues
Kim Doe
14/10/2025 13:34
Cellule activée
"""
WHATSAPP_FRENCH = """[14/10/2025 17:05] Sam: Premières plaintes vues
[14/10/2025 17:20] Kim: Cellule activée
"""
CASES = {
    "whatsapp": (WHATSAPP, ["1 | 14 17:05 | other | On a un problème sur Facebook",
                            "2 | 14 17:06 | other | Convoquez la cellule",
                            "5 | 14 17:40 | statement | Avis publié sur X"]),
    "american": (WHATSAPP_AMERICAN, ["1 | 14 17:06 | detection | We noticed complaints on Facebook",
                                     "2 | 15 09:10 | statement | Statement posted on our website (EN)"]),
    "teams": (TEAMS, ["1 | 14 17:05 | detection | Premières plaintes vues",
                      "3 | 14 17:20 | cell_activation | Cellule activée"]),
    "slack": (SLACK, ["2 | 14 17:05 | other | Complaints are rising. Should we post a statement?",
                      "4 | 14 17:20 | cell_activation | Crisis team convened",
                      "7 | 15 09:20 | statement | Statement posted on X in English"]),
    "outlook": (OUTLOOK, ["2 | 14 17:05 | internal_note | Note aux employés sur le double prélèvement",
                          "9 | 15 08:10 | board_brief | Information au CA"]),
    "recap": (OUTLOOK_RECAP, ["8 | 13 13:20 | detection | Sam noticed the complaints",
                              '9 | 13 13:30–13 14:30 | reply | we answered on X ("we hear you")',
                              "18 | 13 13:45 | pause_scheduled | paused all scheduled posts",
                              "10 | 13 16:30 | alert_escalation | told the CEO, who was on a plane",
                              "12 | 14 09:40 | apology | apology posted on X and Facebook, English"]),
    "courriel": (COURRIEL, ["5 | 14 08:10 | cell_activation | cellule réunie",
                            "6 | 14 08:30–14 09:30 | statement | avis publié sur Facebook"]),
    "slack, tight": (SLACK_WITHOUT_SPACES, ["2 | 13 13:20 | detection | complaints noticed on Facebook",
                                            "4 | 13 13:34 | other | drafting a reply"]),
    "teams, under a name": (TEAMS_UNDER_A_NAME, ["2 | 14 13:20 | detection | Premières plaintes vues",
                                                 "5 | 14 13:34 | cell_activation | Cellule activée"]),
    "whatsapp, french": (WHATSAPP_FRENCH, ["1 | 14 17:05 | detection | Premières plaintes vues",
                                           "2 | 14 17:20 | cell_activation | Cellule activée"]),
    "gmail": (GMAIL, ["1 | 14 17:05 | cell_activation | Cellule de crise convoquée pour 18 h"]),
    "mail": (MAIL, ["1 | 14 17:05 | internal_note | Note aux employés"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_each_message_with_a_time_is_an_entry(text, expected):
    assert told(read(text, "collage.txt")) == expected


def test_what_is_no_message_is_counted_and_nobodys_name_is_kept():
    reading = read(WHATSAPP, "collage.txt")
    assert problems(reading) == [(4, "no-text", "Les messages sont chiffrés de bout en bout")]
    assert [a.by_role for a in reading.log.actions] == [None, "DG", None]
    assert reading.log.actions[1].note == "immédiatement svp"


def test_talk_about_a_statement_is_no_public_act():
    reading = read(
        "[2025-10-14 17:05] Marie: On fait un communiqué\n[2025-10-14 17:09] Jean: Oui, communiqué\n", "a.txt"
    )
    assert [a.visibility for a in reading.log.actions] == ["internal", "internal"]


def test_hours_without_any_day_are_left_out():
    reading = read("Marie  5:05 PM\nComplaints\nBen  5:20 PM\nTeam convened\n", "slack.txt", date(2025, 10, 14))
    assert told(reading) == []
    assert problems(reading) == [(1, "no-day", "5:05 PM · Complaints"), (3, "no-day", "5:20 PM · Team convened")]


@pytest.mark.parametrize("day", ["Today", "Aujourd'hui", "Hier", "Yesterday"])
def test_a_day_that_only_the_moment_of_pasting_tells_is_no_day(day):
    """ "Today" below Monday is not Monday: its messages are told and left out."""
    text = f"Monday, October 13th\nSam  5:05 PM\nNotice posted\n{day}\nKim  9:20 AM\nTeam convened\n"
    reading = read(text, "slack.txt")
    assert told(reading) == ["2 | 13 17:05 | statement | Notice posted"]
    assert problems(reading) == [(5, "no-day", "9:20 AM · Team convened")]


def test_a_line_that_begins_like_a_head_of_message_is_still_a_line():
    text = "Mon 13 Oct 1:20 pm: complaints noticed\n4:30 pm told the CEO: he knew\nTue 9:40 am: apology posted\n"
    assert told(read(text, "notes.txt")) == [
        "1 | 13 13:20 | detection | complaints noticed", "2 | 13 16:30 | alert_escalation | told the CEO: he knew",
        "3 | 14 09:40 | apology | apology posted",
    ]  # fmt: skip


def test_a_mail_that_tells_the_hours_of_its_day_is_read_as_a_log():
    body = MAIL.partition("\n\n")[0] + "\n\n8 h 10 : cellule réunie\nvers 9 h : avis publié sur Facebook\n"
    assert [line.split(" | ")[1:3] for line in told(read(body, "suivi.eml", None))] == [
        ["14 08:10", "cell_activation"], ["14 08:30–14 09:30", "statement"],
    ]  # fmt: skip


@pytest.mark.parametrize(("dated", "days"), [
    ("Date: Tue, 14 Oct 2025 22:05:33 -0400", "14"),  # already the 15th in UTC
    ("Date: October 14, 2025", "14"), ("Date : mardi 14 octobre 2025", "14"),
])  # fmt: skip
def test_hours_of_a_mail_are_of_the_day_of_its_head_and_told_at_their_line(dated: str, days: str):
    reading = read(f"From: Sam\n{dated}\nSubject: Recap\n\n9:05 alert seen\n10:30 statement published\n", "m.eml", None)
    assert told(reading) == [f"5 | {days} 09:05 | detection | alert seen",
                             f"6 | {days} 10:30 | statement | statement published"]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [
    ("[9:05] Sam: alert seen\n[10:30] Kim: posted\n", [(1, "no-day"), (2, "no-day")]),
    ("From: Sam\nSent: 14:05\nSubject: Statement posted\n\nHello\n", [(2, "no-day")]),
    ("De : Sam\nObjet : Récap\n\n14 h 05 : communiqué publié\n", [(1, "no-time"), (2, "no-time"), (4, "no-day")]),
])  # fmt: skip
def test_what_is_pasted_without_any_day_is_told_with_its_line(text: str, expected: list[tuple[int, str]]):
    reading = read(text, "paste.txt", date(2025, 10, 14))
    assert told(reading) == []
    assert [(line, code) for line, code, _ in problems(reading)] == expected
