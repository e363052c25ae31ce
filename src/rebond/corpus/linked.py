"""What hangs together: groups of things, from the pairs that are known to belong together."""

import numpy as np


def groups(n: int, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """The smallest member of the group of each of n things, shape (n,). one, other: the pairs, shape (pairs,).

    Labels go down along the pairs and are then shortened, so that a chain of a thousand takes ten rounds.
    """
    smallest = np.arange(n)
    while True:
        before = smallest.copy()
        lower = np.minimum(smallest[one], smallest[other])
        for side in (one, other):
            np.minimum.at(smallest, before[side], lower)  # the label of its whole group so far
            np.minimum.at(smallest, side, lower)
        while not np.array_equal(shorter := smallest[smallest], smallest):
            smallest = shorter
        if np.array_equal(smallest, before):
            return smallest
