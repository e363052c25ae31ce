"""The level path: how many times the normal level, bin after bin, and where it stays above normal.

Many-level negative-binomial Viterbi on count / expected (methods/statistics.md B): levels 1.25^k, a change costs
4 + 0.4 per level jumped in log-likelihood (decision 0010). It stands against `ruptures` and Kleinberg's two-state
automaton in the study. Unobserved bins carry no evidence: the path crosses them at the least cost.
"""

import numpy as np

from rebond.settings import Parameters

MOST_LEVELS = 64
START_COST = 6.0  # of beginning above normal


def level_path(
    counts: np.ndarray, expected: np.ndarray, observed: np.ndarray, dispersion: float, parameters: Parameters
) -> np.ndarray:
    """Level of each bin, in times the normal level, shape (n,), float.

    counts, expected, observed: shape (n,); expected > 0. dispersion: negative-binomial r.
    There are `parameters.levels` levels, and more when the data climb higher than those reach.
    """
    if not len(counts):
        return np.zeros(0)
    multiples = parameters.level_step ** np.arange(_levels(counts, expected, observed, parameters))
    fit = np.where(observed[:, None], log_fit(counts, expected, multiples, dispersion), 0.0)
    return multiples[_best_path(fit, parameters.level_cost, parameters.level_trend_cost)]


def log_fit(counts: np.ndarray, expected: np.ndarray, multiples: np.ndarray, dispersion: float) -> np.ndarray:
    """Negative-binomial log-likelihood of each count at each level, up to a constant, shape (n, K)."""
    mean = expected[:, None] * multiples[None, :]
    return counts[:, None] * (np.log(mean) - np.log(mean + dispersion)) - dispersion * np.log1p(mean / dispersion)


def _levels(counts: np.ndarray, expected: np.ndarray, observed: np.ndarray, parameters: Parameters) -> int:
    highest = float(np.max(np.where(observed, counts / expected, 0.0), initial=1.0))
    needed = int(np.ceil(np.log(max(highest, 1.0)) / np.log(parameters.level_step))) + 1
    return int(min(max(parameters.levels, needed), MOST_LEVELS))


def _best_path(fit: np.ndarray, change: float, trend: float) -> np.ndarray:
    """Viterbi over fit, shape (n, K): index of the level of each bin. Ties go to the lower level.

    One loop over bins; the K × K transition is one broadcast sum per bin, about 10 µs.
    """
    n, levels = fit.shape
    index = np.arange(levels)
    steps = np.abs(index[:, None] - index[None, :])
    cost = np.where(steps == 0, 0.0, change + trend * (steps - 1))
    came = np.zeros((n, levels), dtype=np.int8)
    score = fit[0] - np.where(index == 0, 0.0, START_COST)
    for t in range(1, n):
        options = score[:, None] - cost
        best = options.argmax(axis=0)
        came[t] = best
        score = options[best, index] + fit[t]
    path = np.zeros(n, dtype=np.int64)
    path[-1] = score.argmax()
    for t in range(n - 2, -1, -1):
        path[t] = came[t + 1, path[t + 1]]
    return path


def runs_above(path: np.ndarray, on: float, off: float) -> list[tuple[int, int]]:
    """Stretches [first, last) that reach `on`, from the bin that reaches it until the path is under `off`."""
    edges = np.flatnonzero(np.diff(path)) + 1
    starts = [0, *edges.tolist()]
    found: list[tuple[int, int]] = []
    began: int | None = None
    for start in starts if len(path) else []:
        if began is None and path[start] >= on:
            began = start
        elif began is not None and path[start] < off:
            found.append((began, start))
            began = None
    if began is not None:
        found.append((began, len(path)))
    return found


def joined(runs: list[tuple[int, int]], quiet: int) -> list[tuple[int, int]]:
    """Runs less than `quiet` bins apart become one."""
    found: list[tuple[int, int]] = []
    for start, end in runs:
        if found and start - found[-1][1] < quiet:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found
