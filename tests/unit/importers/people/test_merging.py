"""Several logs as one, drawn: what two of them tell counts once, what only one tells stays."""

from datetime import date

import pytest

from rebond.actions import ActionLog
from rebond.importers.people.log import read_log
from rebond.importers.people.merging import merged


def read(text: str, name: str) -> ActionLog:
    return read_log(name, text.encode(), "America/Toronto", date(2025, 10, 14)).log


def test_an_act_has_one_id_wherever_it_is_written_and_counts_once():
    one = read("Date;Action\n2025-10-14 9:00;Avis publié\n2025-10-14 9:00;Avis publié\n", "a.csv")
    other = read("Quand;Quoi;Note\n14 octobre 2025, 9 h;Avis publié;corrigé\n", "b.csv")
    assert len({action.id for action in one.actions}) == 2  # twins in one file are two acts
    both = merged([one, other]).log
    assert [(a.raw_file, a.note) for a in both.actions] == [("b.csv", "corrigé"), ("a.csv", None)]
    assert merged([]).log == ActionLog()


def test_a_corrected_log_given_under_another_name_doubles_no_act():
    head = "Date;Heure;Quoi;Canal\n"
    first = f"{head}14/10/2025;20h30 env.;Réponse aux membres : nous cherchons;X\n15/10/2025;9h;Point;\n"
    again = f"{head}14/10/2025;20h33;Réponse aux membres : nous cherchons la cause;X\n16/10/2025;9h;Point;\n"
    both = merged([read(first, "a.csv"), read(again, "b.csv")]).log
    assert [(a.raw_file, a.raw_row) for a in both.actions] == [("b.csv", 2), ("a.csv", 3), ("b.csv", 3)]


def left(one: str, other: str) -> list[tuple[str, str]]:
    """(file, words) of what counts, of two logs of a line each."""
    logs = [read(f"Date;Heure;Quoi\n14/10/2025;{line}\n", name) for line, name in ((one, "a.csv"), (other, "b.csv"))]
    return [(act.raw_file, act.title) for act in merged(logs).log.actions]


@pytest.mark.parametrize(("one", "other"), [
    ("9h;Déclaration publiée", "9h05;Déclaration publiée"),  # a rounded time
    ("matin;Point avec la direction", "9h30;Point avec la direction"),  # of the same stretch of time
    ("9h;Réponse aux abonnés", "9h;Réponse aux abonnés : « nous cherchons la cause de la panne »"),  # said in full
    ("9h;Excuses publiées sur X", "9h;Excuses publiées sur X."),
])  # fmt: skip
def test_one_act_told_in_two_ways_counts_once_as_told_last(one: str, other: str):
    assert left(one, other) == [("b.csv", other.partition(";")[2])]


@pytest.mark.parametrize(("one", "other"), [
    ("9h;Déclaration publiée", "9h06;Déclaration publiée"),
    ("9h;Point", "9h;Point de presse"),  # nothing says that both are the same kind of act
    ("9h;Excuses publiées sur X", "9h;Cellule de crise réunie"),
])  # fmt: skip
def test_two_acts_stay_two(one: str, other: str):
    assert len(left(one, other)) == 2


def test_of_two_alike_the_nearer_in_words_gives_way():
    first = read("Date;Heure;Quoi\n14/10/2025;10h;Mise à jour 1\n14/10/2025;10h03;Mise à jour 2\n", "a.csv")
    again = read("Date;Heure;Quoi\n14/10/2025;10h02;Mise à jour 2\n", "b.csv")
    assert [(one.gone.title, one.kept.raw_file) for one in merged([first, again]).again] == [("Mise à jour 2", "b.csv")]
