"""What was planted, as the product should find it. Read off the expected intensity, never off the drawn posts."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np

from rebond.drill.plan import Plan
from rebond.drill.storm import LANGS, STEP, Clock, drives, run

STEPS_A_DAY = 86_400 // STEP
STEPS_AN_HOUR = 3_600 // STEP


@dataclass(frozen=True, slots=True, kw_only=True)
class PlantedPeak:
    at: datetime  # start of its highest hour
    per_hour: float  # expected posts


@dataclass(frozen=True, slots=True, kw_only=True)
class PlantedEffect:
    """Expected posts over the hours after an act, against what they would be without it: −0.6 is 60 % fewer."""

    act: str
    hours: int
    change: float
    langs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """Instants are UTC; a range is (earliest, latest)."""

    first_sign: datetime
    outbreak: datetime
    peaks: tuple[PlantedPeak, ...]
    exit: tuple[datetime, datetime]
    normal: tuple[datetime, datetime]
    relapse: datetime
    posts: float  # expected, from outbreak to the return to normal
    per_day: float  # ordinary level
    acts: Mapping[str, datetime]
    first_answer: timedelta  # after the outbreak
    language_gap: timedelta
    arrivals: Mapping[str, datetime]
    effects: tuple[PlantedEffect, ...]

    def as_json(self) -> dict[str, Any]:
        """Plain values: instants as ISO 8601, durations in seconds."""
        return _plain(asdict(self))


def planted(plan: Plan) -> Truth:
    """The truth of a plan: what was decided in it, and what follows from it on average."""
    clock = Clock(plan)
    expected = _expected(plan, clock)
    acts = {act["key"]: act["at"] for act in plan.acts}
    outbreak = plan.outbreak
    ends = plan.contagion[-1][0]
    return Truth(
        first_sign=plan.first_sign,
        outbreak=outbreak,
        peaks=tuple(_peak(expected, clock, acts[cause]) for cause in ("television", "elected_official")),
        exit=_exit(expected, clock, acts["elected_official"], acts["statements"]),
        normal=(ends - timedelta(days=2), ends + timedelta(days=2)),
        relapse=acts["statements"],
        posts=float(expected[clock.step_of(outbreak) : clock.step_of(ends)].sum()),
        per_day=plan.base.per_day,
        acts=acts,
        first_answer=acts["answer_en"] - outbreak,
        language_gap=acts["answer_fr"] - acts["answer_en"],
        arrivals={platform.name: platform.arrives for platform in plan.platforms},
        effects=tuple(_effect(plan, clock, effect.act) for effect in plan.effects),
    )


def _expected(plan: Plan, clock: Clock, langs: Sequence[str] = LANGS, without: Sequence[str] = ()) -> np.ndarray:
    driven = drives(plan, clock, without=without)
    return np.sum([run(*driven[lang], None) for lang in langs], axis=0)


def _peak(expected: np.ndarray, clock: Clock, cause: datetime) -> PlantedPeak:
    """The highest clock hour in the half day after a cause."""
    first = clock.step_of(cause.replace(minute=0))
    hours = expected[first : first + 12 * STEPS_AN_HOUR].reshape(12, STEPS_AN_HOUR).sum(axis=1)
    top = int(hours.argmax())
    return PlantedPeak(at=cause.replace(minute=0) + timedelta(hours=top), per_hour=float(hours[top]))


def _exit(expected: np.ndarray, clock: Clock, after: datetime, before: datetime) -> tuple[datetime, datetime]:
    """Where the coming 24 hours fall under a tenth, then under a thirtieth, of the busiest 24 hours."""
    days = np.convolve(expected, np.ones(STEPS_A_DAY), "valid")
    first, last = clock.step_of(after), clock.step_of(before)
    low, high = (first + int(np.flatnonzero(days[first:last] <= days.max() * part)[0]) for part in (1 / 10, 1 / 30))
    return _instant(clock, low), _instant(clock, high)


def _effect(plan: Plan, clock: Clock, act: str) -> PlantedEffect:
    effect = next(e for e in plan.effects if e.act == act)
    hours = min(24, int((effect.until - effect.at).total_seconds()) // 3600)
    window = slice(clock.step_of(effect.at), clock.step_of(effect.at) + hours * STEPS_AN_HOUR)
    done = _expected(plan, clock, effect.langs)[window].sum()
    undone = _expected(plan, clock, effect.langs, without=(act,))[window].sum()
    return PlantedEffect(act=act, hours=hours, change=float(done / undone - 1), langs=effect.langs)


def _instant(clock: Clock, step: int) -> datetime:
    return datetime.fromtimestamp(clock.starts + step * STEP, tz=UTC)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, datetime):
        return value.isoformat()
    return value.total_seconds() if isinstance(value, timedelta) else value
