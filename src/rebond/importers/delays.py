"""Dates told as delays: "il y a 3 h", "2 days ago", "5 min", "hier à 14 h 05". The hour of collection alone dates them.

A platform cuts a delay short: "3 h" is of three to four hours before. A delay in days gives the day alone; in weeks,
months or years it gives nothing that a curve could use.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from rebond.importers.dates import CLOCK, hour_of

LONGEST = 40  # characters
UNITS = {
    "second": ("s", "sec", "secs", "second", "seconds", "seconde", "secondes"),
    "minute": ("m", "mn", "min", "mins", "minute", "minutes"),
    "hour": ("h", "hr", "hrs", "hour", "hours", "heure", "heures"),
    "day": ("d", "j", "day", "days", "jour", "jours"),
    "": ("w", "wk", "wks", "week", "weeks", "sem", "semaine", "semaines", "mo", "mos", "month", "months", "mois", "y",
         "yr", "yrs", "year", "years", "a", "an", "ans", "annee", "annees"),
}  # fmt: skip
OF_WORD = {word: unit for unit, words in UNITS.items() for word in words}
LASTS = {"second": timedelta(seconds=1), "minute": timedelta(minutes=1), "hour": timedelta(hours=1)}
EXACT = ("second", "minute", "hour", "day")
SHIFTS = {"avant-hier": 2, "hier": 1, "yesterday": 1, "aujourd'hui": 0, "today": 0}
NOW = re.compile(r"(?:just )?now|a l'instant|maintenant|il y a quelques secondes|a few seconds ago|a moment ago")
BACK = re.compile(
    r"(?:(?:il y a|ya|depuis|publiee?|posted|commented|a)\s+)*(?:environ |about |~\s?)?"
    r"(?P<n>\d{1,4}|an?(?= )|une?(?= )|one(?= ))\s?"
    r"(?P<unit>" + "|".join(sorted(OF_WORD, key=len, reverse=True)) + r")\.?(?:\s(?:ago|plus tot))?"
)  # fmt: skip
CALENDAR = re.compile(rf"(?P<day>{'|'.join(SHIFTS)})(?:\s?[,·]?\s?(?:(?:a|at)\s)?{CLOCK})?")


@dataclass(frozen=True, slots=True)
class Delay:
    """What a text says. unit: second, minute, hour or day; empty: longer. minute: of the day named, None: all of it."""

    n: int
    unit: str
    named: bool = False  # a day of the calendar: "hier", "yesterday"
    minute: int | None = None


@lru_cache(maxsize=4096)
def read_delay(text: str) -> Delay | None:
    """The delay that a whole text says, or None when it says none."""
    if len(text) > LONGEST:
        return None
    bare = " ".join(_folded(text).strip(" .·•").split())
    if NOW.fullmatch(bare):
        return Delay(0, "minute")
    if found := BACK.fullmatch(bare):
        return Delay(int(found["n"]) if found["n"].isdigit() else 1, OF_WORD[found["unit"]])
    if found := CALENDAR.fullmatch(bare):
        minute = None if found["hour"] is None else _minute(found)
        return None if minute == -1 else Delay(SHIFTS[found["day"]], "day", named=True, minute=minute)
    return None


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.lower().replace("’", "'").replace("\u202f", " "))
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def _minute(found: re.Match[str]) -> int:
    """Minutes after midnight; -1 for an hour that no clock has."""
    hour, minute = hour_of(int(found["hour"]), found["half"] or ""), int(found["minute"] or 0)
    return hour * 60 + minute if hour < 24 and minute < 60 else -1


def counted_back(delay: Delay, collected: datetime, exact: str, zone: ZoneInfo) -> tuple[datetime, str] | None:
    """(start of the range, UTC; precision) of a post, or None where collection and delay do not tell its day.

    collected: UTC; exact: its precision. zone: in which the tool counts its days. A range lasts what precision says.
    """
    if delay.named or delay.unit == "day":
        day = collected.astimezone(zone).date() - timedelta(days=delay.n)
        at = datetime(day.year, day.month, day.day, *divmod(delay.minute or 0, 60), tzinfo=zone)
        return at.astimezone(UTC), "day" if delay.minute is None else "minute"
    if not delay.unit or exact == "day":
        return None
    at = collected - (delay.n + 1) * LASTS[delay.unit]
    return at, max("minute", delay.unit, exact, key=EXACT.index)
