"""What people write: sentence frames drawn from decks, filled, said in somebody's own manner.

A frame is one line of drill/<case>/<lang>.toml. Frames of a pool are dealt like cards, so none comes back before the
others have been said. "{slot}" draws from a list of the file or is computed at the time of the post; "[a|b]" is a
choice made on the spot.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Any

from rebond.drill.plan import read_toml

_PIECES = re.compile(r"\{(\w+)\}|\[([^\[\]]*)\]")
Part = str | int | tuple["Frame", ...]
Frame = tuple[Part, ...]  # text, number of a slot, or a choice between frames


@dataclass(frozen=True, slots=True)
class Pool:
    """Sentence frames about one thing. tone: towards the organisation."""

    name: str
    tone: str
    frames: tuple[Frame, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """When somebody writes: local time, and what already happened. since: days since the fact."""

    at: datetime
    since: int


class Tongue:
    """One language of the case: its pools, its slots, and the hand that deals the frames."""

    def __init__(self, folder: str, lang: str, random: Random) -> None:
        raw = read_toml(folder, lang)
        self.lang, self.random = lang, random
        self._slots: list[Callable[[Moment], str]] = []
        self._numbers: dict[str, int] = {}
        self._lists: Mapping[str, Any] = raw["slots"]
        self.pools = {
            name: Pool(name, pool["tone"], tuple(self._frame(line) for line in pool["say"]))
            for name, pool in raw["lines"].items()
        }
        self._decks: dict[str, list[int]] = {name: [] for name in self.pools}

    # --- reading the file -----------------------------------------------------------------------------
    def _frame(self, line: str) -> Frame:
        parts: list[Part] = []
        end = 0
        for found in _PIECES.finditer(line):
            parts.append(line[end : found.start()])
            slot, choice = found.groups()
            if slot is not None:
                parts.append(self._number(slot))
            else:
                parts.append(tuple(self._frame(one) for one in choice.split("|")))
            end = found.end()
        parts.append(line[end:])
        return tuple(part for part in parts if part != "")

    def _number(self, slot: str) -> int:
        """The place of a slot among what can be drawn; slots may hold slots."""
        if slot not in self._numbers:
            self._numbers[slot] = len(self._slots)
            self._slots.append(lambda now: "")
            self._slots[self._numbers[slot]] = self._filler(slot)
        return self._numbers[slot]

    def _filler(self, slot: str) -> Callable[[Moment], str]:
        if slot not in self._lists:
            return COMPUTED[self.lang][slot](self.random)
        frames = [self._frame(text) for text in self._lists[slot]]
        draw, n = self.random.random, len(frames)
        if all(len(frame) == 1 and isinstance(frame[0], str) for frame in frames):
            words = [str(frame[0]) for frame in frames]
            return lambda now: words[int(draw() * n)]
        return lambda now: self.fill(frames[int(draw() * n)], now)

    # --- saying ---------------------------------------------------------------------------------------
    def deal(self, pool: str) -> int:
        """The next frame of a pool: each is dealt once before any is dealt again."""
        deck = self._decks[pool]
        if not deck:
            deck.extend(range(len(self.pools[pool].frames)))
            self.random.shuffle(deck)
        return deck.pop()

    def fill(self, frame: Frame, now: Moment) -> str:
        """A frame with every slot drawn and every choice made."""
        said = []
        for part in frame:
            if isinstance(part, str):
                said.append(part)
            elif isinstance(part, int):
                said.append(self._slots[part](now))
            else:
                said.append(self.fill(part[int(self.random.random() * len(part))], now))
        return "".join(said)

    def sentence(self, pool: str, now: Moment) -> tuple[str, str]:
        """One sentence of a pool, and the name of its frame."""
        n = self.deal(pool)
        text = self.fill(self.pools[pool].frames[n], now)
        return _capital(text), f"{self.lang}.{pool}.{n}"

    def one_of(self, name: str) -> str:
        """A word of a plain list of the file: an opening, a hashtag, an emoji."""
        words = self._lists[name]
        return str(words[int(self.random.random() * len(words))])


def _capital(text: str) -> str:
    return text[0].upper() + text[1:] if text and text[0].islower() else text


# --- slots that are computed --------------------------------------------------------------------------------
def _amount(write: str) -> Callable[[Random], Callable[[Moment], str]]:
    def make(random: Random) -> Callable[[Moment], str]:
        def say(now: Moment) -> str:
            cents = 3_800 + int(random.random() ** 2 * 17_400)
            cents -= cents % (1 if random.random() < 0.4 else 25)
            return write.format(cents // 100, cents % 100)

        return say

    return make  # fmt: skip


def _count(low: int, high: int, write: str = "{}", step: int = 1) -> Callable[[Random], Callable[[Moment], str]]:
    def make(random: Random) -> Callable[[Moment], str]:
        return lambda now: write.format(low + step * int(random.random() * ((high - low) // step + 1)))

    return make  # fmt: skip


def _choice(*words: str) -> Callable[[Random], Callable[[Moment], str]]:
    def make(random: Random) -> Callable[[Moment], str]:
        return lambda now: words[int(random.random() * len(words))]

    return make  # fmt: skip


def _by_day(*days: tuple[str, ...]) -> Callable[[Random], Callable[[Moment], str]]:
    """Words for the day of the fact, the day after, later."""

    def make(random: Random) -> Callable[[Moment], str]:
        def say(now: Moment) -> str:
            words = days[min(max(now.since, 0), len(days) - 1)]
            return words[int(random.random() * len(words))]

        return say

    return make  # fmt: skip


def _wait(write: Callable[[int], str]) -> Callable[[Random], Callable[[Moment], str]]:
    def make(random: Random) -> Callable[[Moment], str]:
        return lambda now: write(14 + int(random.random() ** 1.6 * 96))

    return make  # fmt: skip


def _wait_fr(minutes: int) -> str:
    return f"{minutes} minutes" if minutes < 60 else f"1 h {minutes - 60:02d}"


def _wait_en(minutes: int) -> str:
    return f"{minutes} minutes" if minutes < 60 else f"1 h {minutes - 60:02d} min"


def _hour(write: Callable[[int, int], str]) -> Callable[[Random], Callable[[Moment], str]]:
    def make(random: Random) -> Callable[[Moment], str]:
        return lambda now: write(7 + int(random.random() * 14), 5 * int(random.random() * 12))

    return make  # fmt: skip


def _now(write: Callable[[int, int], str]) -> Callable[[Random], Callable[[Moment], str]]:
    return lambda random: lambda now: write(now.at.hour, now.at.minute)


def _clock_fr(hour: int, minute: int) -> str:
    return f"{hour} h {minute:02d}" if minute else f"{hour} h"


def _clock_en(hour: int, minute: int) -> str:
    half = "a.m." if hour < 12 else "p.m."
    return f"{(hour - 1) % 12 + 1}:{minute:02d} {half}"


COMPUTED: dict[str, dict[str, Callable[[Random], Callable[[Moment], str]]]] = {
    "fr": {
        "montant": _amount("{},{:02d} $"), "frais": _count(5, 60, "{} $"), "an": _count(2, 31, "{} ans"),
        "minutes": _count(4, 45), "grandnombre": _count(40, 900, step=10), "attente": _wait(_wait_fr),
        "heure": _hour(_clock_fr), "maintenant": _now(_clock_fr),
        "heures_fr": _choice("deux heures", "trois heures", "plus d'une heure", "ce midi"),
        "demain": _choice("demain", "demain", "après-demain", "en fin de semaine", "lundi"),
        "quand": _by_day(("ce matin", "à matin", "aujourd'hui", "tantôt"), ("hier", "hier matin", "mardi"),
                         ("mardi", "mardi passé", "le 14", "le 14 octobre")),
    },
    "en": {
        "amount": _amount("${}.{:02d}"), "fee": _count(5, 60, "${}"), "years": _count(2, 31, "{} years"),
        "minutes": _count(4, 45), "bignumber": _count(40, 900, step=10), "wait": _wait(_wait_en),
        "hour": _hour(_clock_en), "now": _now(_clock_en),
        "tomorrow": _choice("tomorrow", "tomorrow", "Friday", "this weekend", "Monday"),
        "when": _by_day(("this morning", "today", "overnight"), ("yesterday", "on Tuesday"),
                        ("on Tuesday", "last Tuesday", "on the 14th", "on October 14")),
    },
}  # fmt: skip
