"""Near-copies planted in simulated texts are found, whichever of them is the oldest; what is no copy is left alone."""

from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.property.planted_copies import found, originals, planted, rates

SEEDS = (1, 2, 3)


@cache
def street() -> list[str]:
    return originals(2_000, seed=7)


@pytest.mark.parametrize("seed", SEEDS)
def test_planted_copies_are_with_their_original_and_with_nobody_else(seed):
    texts, truth = planted(street(), seed)
    precision, recall = rates((found(texts), truth))
    assert precision >= 0.995 and recall >= 0.99


@settings(max_examples=25)
@given(st.lists(st.integers(0, 5), max_size=12), st.randoms(use_true_random=False))
def test_families_of_some_texts_do_not_depend_on_others_that_are_unlike(picked, random):
    texts, truth = planted(street()[:6], 5)
    some = [text for text, of in zip(texts, truth, strict=True) if of in picked]
    among = found([*street()[40:60], *some])[20:]
    alone = found(some) if some else among
    _, one = np.unique(among, return_inverse=True)
    _, other = np.unique(alone, return_inverse=True)
    assert one.tolist() == other.tolist()
