"""The long checks, one file each with a `CHECK`: what may break is tried many times, in many ways, from a seed.

`make soak` runs them whole; the tests run one part in a hundred, so that a check never rots.
"""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """claim: what holds, in a sentence. full: trials of `make soak`. run: trials and a seed; raises AssertionError."""

    claim: str
    full: int
    run: Callable[[int, int], None]
