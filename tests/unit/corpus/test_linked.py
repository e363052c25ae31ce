"""Groups of what hangs together, against the ten obvious lines."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rebond.corpus.linked import groups

PAIRS = st.lists(st.tuples(st.integers(0, 29), st.integers(0, 29)), max_size=40)


def plainly(n: int, pairs: list[tuple[int, int]]) -> list[int]:
    """One pair after the other, all of the second's group given to the first's."""
    label = list(range(n))
    for one, other in pairs:
        low, high = sorted((label[one], label[other]))
        label = [low if at == high else at for at in label]
    return label


@given(PAIRS)
def test_each_group_bears_its_smallest_member(pairs):
    one, other = (np.array([pair[side] for pair in pairs], np.int64) for side in (0, 1))
    assert groups(30, one, other).tolist() == plainly(30, pairs)
