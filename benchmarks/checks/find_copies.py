"""Copies planted in simulated texts are found again and again: with their original, and with nobody else."""

import numpy as np
from tests.property.planted_copies import found, originals, planted, rates

from benchmarks.checks import Check

PRECISION, RECALL = 0.995, 0.99  # of pairs, over all draws


def run(times: int, seed: int) -> None:
    texts = originals(2_000, seed)
    drawn = [planted(texts, seed * 1000 + n) for n in range(times)]
    all_rates = np.array([rates(found(copies), truth) for copies, truth in drawn])
    print(
        "precision {:.2%}, recall {:.2%}; least {:.2%}, {:.2%}".format(*all_rates.mean(axis=0), *all_rates.min(axis=0))
    )
    assert (all_rates.mean(axis=0) >= (PRECISION, RECALL)).all(), all_rates


CHECK = Check(claim="Near-copies of seven kinds are found, and no other text is taken for one", full=200, run=run)
