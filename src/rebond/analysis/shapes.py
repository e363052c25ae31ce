"""What the analysis of volume hands on: the curve, the normal level, episodes, phases, coverage."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

import numpy as np

from rebond.analysis.measure import Window
from rebond.sentences import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A stretch in which nothing could be captured, or in which the capture is in doubt.

    capped: hidden by a file cut by date; cap: some posts of it were captured, others are missing.
    """

    window: Window
    why: Literal["before_collection", "after_collection", "abrupt_start", "abrupt_end", "hole", "capped", "cap"]
    platform: str | None = None  # None: all of them
    certain: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """Posts counted per bin, from `starts`, no bin missing.

    posts, originals, accounts: int64, shape (n,). observed: bool, shape (n,), False where we were not looking
    (a zero there is not a zero). minutes, per_minute: int64, shape (m,), the minutes (since 1970) that hold posts and
    how many, in order: an onset is dated more finely than its bin. resolution: seconds the times can be trusted to.
    """

    starts: datetime  # UTC, start of the first bin
    seconds: int  # width of a bin
    posts: np.ndarray
    originals: np.ndarray
    accounts: np.ndarray
    observed: np.ndarray
    gaps: tuple[Gap, ...] = ()
    minutes: np.ndarray = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    per_minute: np.ndarray = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    resolution: int = 60

    def starts_of(self, bin: int) -> datetime:
        """Start of a bin; `len(posts)` gives the end of the curve."""
        return self.starts + timedelta(seconds=self.seconds * int(bin))

    def bin_of(self, at: datetime) -> int:
        """The bin that holds an instant (may lie outside the curve)."""
        return (at - self.starts) // timedelta(seconds=self.seconds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """The normal level the crisis is compared with."""

    kind: Literal["before", "pseudo", "none"]  # pseudo: taken after or inside the crisis, low confidence
    window: Window | None
    per_day: float | None  # median posts per day, weekdays made alike
    spread_per_day: float | None  # max(1.4826 MAD, sqrt(median), 1)
    days: int  # observed days it rests on
    profile: tuple[float, ...]  # 24 factors by local hour, mean 1
    week: tuple[float, ...] = (1.0,) * 7  # factors by local day, Monday first, median 1
    dispersion: float  # negative-binomial r from quiet days; large = Poisson
    why: Sentence | None = None  # why it is pseudo or missing
    zone: str | None = None  # IANA zone of the local hours of `profile`; None: UTC


@dataclass(frozen=True, slots=True, kw_only=True)
class Boundary:
    """An instant the method dates, with its range; retained is what the review uses."""

    computed: datetime | None
    low: datetime | None
    high: datetime | None
    declared: tuple[datetime, datetime] | None = None
    censored: bool = False  # data stop before it could be seen
    why: Sentence | None = None  # why it cannot be told, or why retained differs

    @property
    def retained(self) -> datetime | None:
        return self.computed


@dataclass(frozen=True, slots=True, kw_only=True)
class Peak:
    at: datetime  # start of the highest hour of the peak (of its highest bin, where bins are longer)
    posts: int  # posts in that hour or bin
    window: Window  # half-height interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """One run of volume above normal, from start to end of the level path."""

    onset: Boundary  # t_o
    ends: Boundary  # end of the level path, as a range
    peaks: tuple[Peak, ...]
    posts: int
    path: np.ndarray  # level (times normal) per bin of Volume, whole series


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """One phase in the conversation (domain.md 1.2). Contiguous, in order, covering the whole window."""

    key: str  # vocabulary phase: baseline, warning, outbreak, peak, lull, decline, exit, return_to_normal
    number: int | None  # 1 … K for peaks and lulls
    starts: datetime
    ends: datetime
    starts_range: tuple[datetime, datetime]
    ends_range: tuple[datetime, datetime]
    posts: int
    provisional: bool = False  # dated on volume alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Phases:
    """The crisis cut into phases, and the turning points that cut it."""

    phases: tuple[Phase, ...]
    warning: Boundary  # t_w
    outbreak: Boundary  # t_o
    exit: Boundary  # t_x
    normal: Boundary  # t_n
    main_peak: Peak | None
    peaks: tuple[Peak, ...]
    relapses: tuple[Window, ...] = ()
    recovery_shape: str = "unknown"  # v, u, w, l, unknown
    new_level: float | None = None  # posts a day, when the return to normal is to another level than the usual one
    onset_kind: str = "unknown"  # sudden, smouldering, creeping
    too_few: bool = False  # too few posts for a curve: counts only


def has_a_hole(volume: Volume, window: Window) -> bool:
    """Whether posts of the window are missing on all platforms: a hole, or a cut. A late start hides none of it."""
    return any(
        gap.why not in ("before_collection", "after_collection", "abrupt_start")
        and gap.platform is None
        and gap.window.starts < window.ends
        and window.starts < gap.window.ends
        for gap in volume.gaps
    )


def posts_between(volume: Volume, window: Window) -> int:
    """Counted posts published inside the window; in the bins that start inside it where minutes are not kept."""
    if len(volume.minutes):
        edges = [-(-window.starts.timestamp() // 60), -(-window.ends.timestamp() // 60)]
        first, last = np.searchsorted(volume.minutes, edges)
        return int(volume.per_minute[first : max(first, last)].sum())
    step = timedelta(seconds=volume.seconds)
    first = max(0, -(-(window.starts - volume.starts) // step))
    last = max(first, -(-(window.ends - volume.starts) // step))
    return int(volume.posts[first:last].sum())
