"""When people post: a self-exciting storm on a day and night rhythm, in steps of ten minutes, one stream a language.

Each post brings others for some hours (contagion); pushes from outside set people talking; our answers lower both
while they last. The same recursion, run on expected values instead of drawn counts, gives the planted truth.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from math import exp
from zoneinfo import ZoneInfo

import numpy as np

from rebond.drill.plan import Plan, Push

STEP = 600  # seconds
LANGS = ("fr", "en")
# A post is answered within the hour, or in the course of the day: (memory in hours, share).
MEMORIES = ((0.7, 0.62), (6.0, 0.38))
AWAKE = 0.75  # how far the night calms what the storm adds


class Clock:
    """Steps of the simulated period. starts: epoch seconds; rhythm: what an ordinary step is worth, mean about 1."""

    def __init__(self, plan: Plan) -> None:
        self.starts = int(plan.starts.timestamp())
        self.steps = int((plan.ends - plan.starts).total_seconds()) // STEP
        zone, rhythm = ZoneInfo(plan.zone), plan.base.rhythm
        self.rhythm: list[float] = []
        for hour in range(-(-self.steps // 6)):
            local = (plan.starts + timedelta(hours=hour)).astimezone(zone)
            quiet = plan.base.weekend if local.weekday() >= 5 else 1.0
            self.rhythm += [rhythm[local.hour] * quiet] * 6

    def step_of(self, at: datetime) -> int:
        return (int(at.timestamp()) - self.starts) // STEP


def drives(plan: Plan, clock: Clock, *, without: Sequence[str] = ()) -> dict[str, tuple[list[float], list[float]]]:
    """By language: (posts per hour that come of themselves, posts that a post brings), for each step.

    without: acts whose effect is left out, to know what would have been.
    """
    contagion = _steps_of(plan, clock)
    found = {}
    for lang in LANGS:
        share = plan.base.french if lang == "fr" else 1 - plan.base.french
        ordinary = plan.base.per_day / 24 * (1 - plan.base.contagion) * share
        pushed, brings = np.zeros(clock.steps), np.array(contagion)
        for push in plan.pushes:
            _add(pushed, push, clock, push.french if lang == "fr" else 1 - push.french)
        for effect in plan.effects:
            if lang in effect.langs and effect.act not in without:
                inside = slice(clock.step_of(effect.at), clock.step_of(effect.until))
                pushed[inside] *= effect.push
                brings[inside] *= effect.contagion
        rhythm = np.array(clock.rhythm[: clock.steps])
        found[lang] = ((ordinary * rhythm + pushed * rhythm**AWAKE).tolist(), brings.tolist())
    return found


def _steps_of(plan: Plan, clock: Clock) -> list[float]:
    values = [plan.base.contagion] * clock.steps
    for at, value in plan.contagion:
        first = clock.step_of(at)
        values[first:] = [value] * (clock.steps - first)
    return values


def _add(pushed: np.ndarray, push: Push, clock: Clock, share: float) -> None:
    first, last = clock.step_of(push.at), clock.step_of(push.until)
    age = (np.arange(last - first) + 0.5) * STEP / 3600
    rising = np.minimum(age / push.rise, 1.0) ** 1.6 if push.rise else np.ones(len(age))
    pushed[first:last] += share * push.size * rising * np.exp2(-np.maximum(age - push.rise, 0.0) / push.half)


def run(drive: list[float], brings: list[float], rng: np.random.Generator | None, scale: float = 1.0) -> np.ndarray:
    """Posts per step, float. rng: draws them; None: their expected number. scale: size of the public."""
    hours = STEP / 3600
    fades = [exp(-hours / memory) for memory, _ in MEMORIES]
    shares = [share for _, share in MEMORIES]
    recent = [0.0] * len(MEMORIES)  # posts per hour, lately
    posts = []
    for own, more in zip(drive, brings, strict=True):
        expected = (own * scale + more * (shares[0] * recent[0] + shares[1] * recent[1])) * hours
        drawn = expected if rng is None else float(rng.poisson(expected))
        posts.append(drawn)
        for k, fade in enumerate(fades):
            recent[k] = fade * recent[k] + (1 - fade) * drawn / hours
    return np.array(posts)


def instants(counts: np.ndarray, clock: Clock, rng: np.random.Generator) -> np.ndarray:
    """Milliseconds since 1970 of each post, in order: spread at random inside their step."""
    steps = np.repeat(np.arange(len(counts)), counts.astype(np.int64))
    at = (clock.starts + steps * STEP) * 1000 + rng.integers(0, STEP * 1000, len(steps))
    return np.sort(at)
