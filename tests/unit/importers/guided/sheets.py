"""Sheets as tools without a published header may write them: ours, after what their documentation says; none is real.

Posts of 120 quarters of an hour, from 3 October 2025 at 08:00 on: the 120th is of 4 October at 13:45.
"""

import csv
import io
from datetime import datetime, timedelta

from tests.unit.importers.exports import source

from rebond.importers import Glimpse, glimpses

START = datetime(2025, 10, 3, 8)
SAID = ("Facturé deux fois ce mois-ci, qui rembourse ?", "Toujours aucune réponse du service, trois jours après",
        "Merci à la personne qui a tout réglé hier soir")  # fmt: skip
POSTS = 120


def text(n: int) -> str:
    return f"{SAID[n % 3]} ({n})"


def at(n: int, later_hours: int = 0) -> datetime:
    return START + timedelta(minutes=15 * n, hours=later_hours)


def visibrain() -> str:
    """Two dates, when the post was seen and when it appeared, in no order of time; a text and a biography."""
    rows = [
        (f"{at(n, 30 + n * 7 % 40):%d/%m/%Y %H:%M}", f"{at(n):%d/%m/%Y %H:%M}", f"@compte_{n % 40}", text(n),
         f"Sport, musique et vie de quartier, depuis {n % 40} ans", str(n * 37 % 900), str(n % 50))
        for n in sorted(range(POSTS), key=lambda n: n * 17 % POSTS)
    ]  # fmt: skip
    return table(("Vu le", "Paru le", "Qui", "Propos", "Présentation", "Portée", "Cœurs"), rows, ";")


def digimind() -> str:
    """One date with its offset, one text, addresses: nothing to ask, and a reading told by values alone."""
    rows = [(f"{at(n):%Y-%m-%dT%H:%M:%S}Z", "Facebook", text(n), f"https://www.facebook.com/p/{n}")
            for n in range(POSTS)]  # fmt: skip
    return table(("Zeitpunkt", "Kanal", "Inhalt", "Quelle im Netz"), rows, ",")


def agorapulse() -> str:
    """Months and days that may be either: 3 April to 12 December, one post a month and a day."""
    days = [(day, month) for month in range(4, 13) for day in range(1, 13)]
    rows = [(f"{day:02d}/{month:02d}/2025 10:15", f"user {n}", text(n)) for n, (day, month) in enumerate(days)]
    return table(("Moment", "Personne", "Mot"), rows, ",")


def in_house() -> str:
    """A date that its name says to be of another thing, an hour that the file does not place."""
    rows = [(str(n), f"{at(n):%Y-%m-%d %H:%M}", text(n), "Twitter") for n in range(POSTS)]
    return table(("Ref", "Ajouté le", "Contenu", "Source"), rows, ",")


def table(header: tuple[str, ...], rows: list[tuple[str, ...]], mark: str) -> str:
    lines = io.StringIO()
    csv.writer(lines, delimiter=mark, lineterminator="\n").writerows((header, *rows))
    return lines.getvalue()


def glimpse(data: str) -> Glimpse:
    (one,) = glimpses(source(data))
    return one
