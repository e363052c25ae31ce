"""A small simulator of storms with known truth, for tests of phases only. It shares nothing with the product.

Hourly counts from a self-exciting negative-binomial process on a day–night and weekly rhythm (the generator of the
method study): intensity = ordinary level × rhythm + outside shock + contagion of past posts. The truth is read off the
intensity, not off the counts: on while it is at least 1.5 times the ordinary level, gaps under 16 h bridged.
"""

from dataclasses import dataclass

import numpy as np

DECAY, WEIGHT = np.exp(-np.array([1.2, 0.25, 0.05])), np.array([0.55, 0.30, 0.15])


@dataclass(frozen=True)
class Storm:
    counts: np.ndarray  # posts per hour
    on: list[tuple[int, int]]  # true episodes, hours, inside `scored`
    scored: tuple[int, int]
    peak: int  # hour of the highest true ratio


def simulate(seed: int, days: int = 84, crises: int = 4) -> Storm:
    """The last of four crises is the one scored; every other seed adds a relapse."""
    rng = np.random.default_rng(seed + 9000)
    hours = days * 24
    rhythm = _rhythm(hours, rng.uniform(0.4, 0.9))
    level = np.exp(rng.uniform(np.log(4), np.log(60)))
    base, contagion = level * rhythm * 0.6, np.full(hours, 0.4)
    last_clean = 240
    starts = np.sort(np.linspace(144, hours - last_clean - 72, crises) + rng.uniform(-24, 24, crises)).astype(int)
    for start in starts:
        bump, more = _crisis(
            rng, hours, int(start), str(rng.choice(["shock", "shock_spread", "spread"])), level, rhythm
        )
        base, contagion = base + bump, contagion + more
        if rng.random() < 0.3 and start != starts[-1]:
            base = base + _crisis(rng, hours, int(start + rng.uniform(30, 60)), "shock", level * 0.4, rhythm)[0]
    if seed % 2:
        base = base + _crisis(rng, hours, int(starts[-1] + rng.uniform(60, 110)), "shock", level * 0.5, rhythm)[0]
    counts, intensity = _run(rng, base, np.minimum(contagion, 1.35), level)
    first, end = int(starts[-1]) - 72, min(hours, int(starts[-1]) + 220)
    smooth = np.convolve(intensity, np.ones(3) / 3, "same")
    ratio = smooth / (rhythm * np.median(intensity[first - 336 : first] / rhythm[first - 336 : first]))
    on = _stretches(ratio[first:end] >= 1.5, first)
    peak = first + int(ratio[first:end].argmax())
    return Storm(counts=counts[:end], on=on, scored=(first, end), peak=peak)


def _rhythm(hours: int, swing: float) -> np.ndarray:
    h = np.arange(hours)
    shape = np.exp(swing * np.cos(2 * np.pi * (h - 15) / 24) - 0.25 * (((h // 24) % 7) >= 5))
    return shape / shape.mean()


def _crisis(
    rng: np.random.Generator, hours: int, start: int, kind: str, level: float, rhythm: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    h = np.arange(hours)
    bump, contagion, later = np.zeros(hours), np.zeros(hours), np.arange(hours) >= start
    if kind in ("shock", "shock_spread"):
        size = level * np.exp(rng.normal(3.2 if kind == "shock" else 2.5, 0.5))
        power, scale = rng.uniform(0.9, 1.5), rng.uniform(1, 3)
        bump[later] = size * (1 + (h[later] - start) / scale) ** -power * rhythm[later] ** 0.7
        strength = rng.uniform(0, 0.15) if kind == "shock" else 0.45
        memory = 48.0 if kind == "shock" else rng.uniform(24, 72)
        contagion[later] = strength * np.exp(-(h[later] - start) / memory)
        return bump, contagion
    rise, hold, fall = rng.uniform(6, 18), rng.uniform(6, 20), rng.uniform(12, 36)
    x, top = (h - start).astype(float), rng.uniform(0.95, 1.25) - 0.4
    falling = top * np.exp(-np.maximum(x - rise - hold, 0) / fall)
    return bump, np.where(x < 0, 0, np.where(x < rise, top * x / rise, np.where(x < rise + hold, top, falling)))


def _run(
    rng: np.random.Generator, base: np.ndarray, contagion: np.ndarray, level: float
) -> tuple[np.ndarray, np.ndarray]:
    counts, intensity = np.zeros(len(base)), np.zeros(len(base))
    memory = np.full(3, level)
    for t in range(len(base)):
        intensity[t] = min(base[t] + contagion[t] * float(WEIGHT @ memory), 2e6)
        counts[t] = rng.poisson(intensity[t] * rng.gamma(1 / 0.06, 0.06))
        memory = DECAY * memory + (1 - DECAY) * counts[t]
    return counts.astype(np.int64), intensity


def _stretches(on: np.ndarray, first: int) -> list[tuple[int, int]]:
    found: list[list[int]] = []
    for t in np.flatnonzero(on):
        if found and t - found[-1][1] < 16:
            found[-1][1] = int(t) + 1
        else:
            found.append([int(t), int(t) + 1])
    return [(first + a, first + b) for a, b in found if b - a >= 6]
