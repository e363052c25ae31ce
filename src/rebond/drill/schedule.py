"""Which post comes when, in which language, about what: the storm's posts, other matters, first signs, and our own."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from rebond.drill.plan import Plan
from rebond.drill.storm import LANGS, STEP, Clock, drives, instants, run

ABOUT_US, OFF_TOPIC, SIGN, OURS = range(4)
SPARE = 1.04  # a little more than asked is drawn, then dropped at random


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """One entry a post, in time order, all int64. ms: UTC, since 1970."""

    ms: np.ndarray
    lang: np.ndarray  # place in LANGS
    what: np.ndarray  # ABOUT_US, OFF_TOPIC, SIGN or OURS
    own: np.ndarray  # place among own_posts, for OURS

    def __len__(self) -> int:
        return len(self.ms)


def draw_schedule(plan: Plan, seed: int, posts: int | None) -> Schedule:
    """Draw the instants. posts: how many in all; None: as many as the plan's public writes."""
    rng = np.random.Generator(np.random.PCG64(seed))
    clock = Clock(plan)
    scale = 1.0 if posts is None else SPARE * posts / _usual(plan, clock)
    streams = [_fixed(plan)]
    for lang, (drive, brings) in drives(plan, clock).items():
        streams.append(_stream(instants(run(drive, brings, rng, scale), clock, rng), lang, ABOUT_US))
    streams += list(_off_topic(plan, clock, rng, scale))
    rows = np.concatenate(streams, axis=1)
    if posts is not None:
        rows = _exactly(rows, posts, rng)
    ms, lang, what, own = rows[:, np.lexsort((rows[3], rows[2], rows[0]))]
    return Schedule(ms=ms, lang=lang, what=what, own=own)


@dataclass(frozen=True, slots=True)
class OwnPost:
    """What the organisation published, once a language and an account."""

    ms: int
    lang: str
    platform: str
    text: str


def own_posts(plan: Plan) -> tuple[OwnPost, ...]:
    """Its posts in time order: both languages at the same second, the second account a minute later."""
    return tuple(
        OwnPost(int(act["at"].timestamp() * 1000) + 60_000 * late, lang, platform, act["text"][lang])
        for act in plan.acts
        for late, platform in enumerate(("x", "facebook"))
        for lang in LANGS
        if lang in act.get("text", {})
    )


# --- streams: rows of ms, lang, what, own -----------------------------------------------------------------
def _usual(plan: Plan, clock: Clock) -> float:
    """Posts the plan's own public is expected to write."""
    storm = sum(float(run(drive, brings, None).sum()) for drive, brings in drives(plan, clock).values())
    return storm + plan.off_topic_per_day * clock.steps * STEP / 86_400


def _stream(ms: np.ndarray, lang: str, what: int) -> np.ndarray:
    same = np.ones(len(ms), dtype=np.int64)
    return np.stack([ms.astype(np.int64), same * LANGS.index(lang), same * what, -same])


def _fixed(plan: Plan) -> np.ndarray:
    """First signs, to the minute, and our own posts."""
    signs = [(int(at.timestamp() * 1000), 0, SIGN, n) for n, at in enumerate(plan.signs)]
    ours = [(own.ms, LANGS.index(own.lang), OURS, n) for n, own in enumerate(own_posts(plan))]
    return np.array([*signs, *ours], dtype=np.int64).reshape(-1, 4).T


def _off_topic(plan: Plan, clock: Clock, rng: np.random.Generator, scale: float) -> Iterator[np.ndarray]:
    for lang in LANGS:
        share = plan.off_topic_french if lang == "fr" else 1 - plan.off_topic_french
        rate = np.array(clock.rhythm[: clock.steps]) * plan.off_topic_per_day * share * STEP / 86_400 * scale
        yield _stream(instants(rng.poisson(rate), clock, rng), lang, OFF_TOPIC)


def _exactly(merged: np.ndarray, posts: int, rng: np.random.Generator) -> np.ndarray:
    """Drop posts at random until there are just as many as asked; signs and our own posts stay."""
    fixed = np.flatnonzero(merged[2] >= SIGN)
    free = np.flatnonzero(merged[2] < SIGN)
    kept = rng.permutation(free)[: max(0, posts - len(fixed))]
    return merged[:, np.sort(np.concatenate([fixed, kept]))]
