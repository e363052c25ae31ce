"""Copies planted in simulated texts are found again and again: with their original, and with nobody else."""

from tests.property.planted_copies import found, originals, planted, rates

from benchmarks.checks import Check

PRECISION, RECALL = 0.995, 0.99  # of pairs, over all draws


def run(times: int, seed: int) -> None:
    texts = originals(2_000, seed)
    drawn = (planted(texts, seed * 1000 + n) for n in range(times))
    precision, recall = rates(*((found(copies), truth) for copies, truth in drawn))
    print(f"precision {precision:.2%}, recall {recall:.2%}")
    assert precision >= PRECISION and recall >= RECALL, f"precision {precision:.2%}, recall {recall:.2%}"


CHECK = Check(claim="Near-copies of seven kinds are found, and no other text is taken for one", full=200, run=run)
