"""The plan of a simulated crisis, read from its data file: what is planted, in local time, turned into UTC."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib import resources
from typing import Any
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class Push:
    """An outside cause that sets people talking. size: posts per hour at its height; rise, half: hours."""

    at: datetime
    until: datetime
    size: float
    rise: float
    half: float
    french: float  # share that speaks French


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What one of our answers changes: contagion and pushes of `langs` are multiplied until it wears off."""

    act: str
    at: datetime
    until: datetime
    langs: tuple[str, ...]
    contagion: float
    push: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """What is talked about from `at` on, and in which form."""

    at: datetime
    name: str
    people: Mapping[str, float]  # narrative → weight
    offices: Mapping[str, str]  # what those say who do not speak as people: kind of voice → pool
    more: Mapping[str, float]  # second sentences
    share_reposts: float
    share_replies: float
    more_share: float  # texts that have a second sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform:
    name: str
    ordinary: float
    storm: float
    arrives: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceKind:
    """A kind of speaker. new: share of posts by an account not seen before; followers: median."""

    name: str
    ordinary: float
    storm: float
    new: float
    followers: float
    verified: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    per_day: float
    weekend: float
    french: float
    contagion: float
    rhythm: tuple[float, ...]  # by local hour, mean 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Everything that is planted. Instants are UTC."""

    folder: str
    zone: str
    starts: datetime
    ends: datetime
    first_sign: datetime
    outbreak: datetime
    base: Base
    pushes: tuple[Push, ...]
    contagion: tuple[tuple[datetime, float], ...]
    effects: tuple[Effect, ...]
    platforms: tuple[Platform, ...]
    voices: tuple[VoiceKind, ...]
    talks: tuple[Talk, ...]
    signs: tuple[datetime, ...]
    off_topic_per_day: float
    off_topic_french: float
    acts: tuple[Mapping[str, Any], ...] = field(default=())  # see acts.toml


def load_plan(folder: str = "rivage") -> Plan:
    """The plan kept in drill/<folder>."""
    raw = read_toml(folder, "plan")
    zone = ZoneInfo(raw["zone"])

    def at(text: str) -> datetime:
        return datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC)

    def dated(row: Mapping[str, Any], **more: Any) -> dict[str, Any]:
        return {**row, **more, "at": at(row["at"])}

    ends = at(raw["ends"])
    level = sum(raw["base"]["rhythm"]) / 24
    rhythm = tuple(hour / level for hour in raw["base"]["rhythm"])
    return Plan(
        folder=folder,
        zone=raw["zone"],
        starts=at(raw["starts"]),
        ends=ends,
        first_sign=at(raw["first_sign"]),
        outbreak=at(raw["outbreak"]),
        base=Base(**{**raw["base"], "rhythm": rhythm}),
        pushes=tuple(Push(**dated(p, until=at(p["until"]) if "until" in p else ends)) for p in raw["push"]),
        contagion=tuple((at(c["at"]), c["value"]) for c in raw["contagion"]),
        effects=tuple(Effect(**dated(e, until=at(e["until"]), langs=tuple(e["langs"]))) for e in raw["effect"]),
        platforms=tuple(
            Platform(name=name, **{**p, "arrives": at(p["arrives"])}) for name, p in raw["platforms"].items()
        ),
        voices=tuple(VoiceKind(name=name, **v) for name, v in raw["voices"].items()),
        talks=tuple(Talk(**dated(t)) for t in raw["talk"]),
        signs=tuple(at(s["at"]) for s in raw["sign"]),
        off_topic_per_day=raw["off_topic"]["per_day"],
        off_topic_french=raw["off_topic"]["french"],
        acts=tuple(dated(act) for act in read_toml(folder, "acts")["act"]),
    )


def read_toml(folder: str, name: str) -> dict[str, Any]:
    """A data file of a case."""
    return tomllib.loads((resources.files(__package__) / folder / f"{name}.toml").read_text("utf-8"))
