"""The long checks, one file each with a `CHECK`: what may break is tried many times, in many ways, from a seed.

`make soak` runs them whole; the tests run one part in a hundred, so that a check never rots.
"""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """claim: what holds, in a sentence. run: trials and a seed; raises AssertionError.

    full: trials of `make soak`. few: those of the tests, where a hundredth takes too long. missing: why it cannot run
    on this machine, if it cannot.
    """

    claim: str
    full: int
    run: Callable[[int, int], None]
    few: int | None = None
    missing: Callable[[], str | None] = lambda: None

    @property
    def slice(self) -> int:
        """Trials of the tests."""
        return self.few or max(1, self.full // 100)
