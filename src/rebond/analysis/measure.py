"""One measured value, before it is graded and printed: what it is, on what, how sure."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Literal

from rebond.sentences import Sentence

Amount = int | float | timedelta | datetime | None
Unit = Literal["duration", "count", "ratio", "share", "index", "time"]


@dataclass(frozen=True, slots=True)
class Window:
    """[starts, ends), UTC."""

    starts: datetime
    ends: datetime

    @property
    def lasts(self) -> timedelta:
        return self.ends - self.starts

    def holds(self, at: datetime) -> bool:
        return self.starts <= at < self.ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Which posts and which log entries a value counts: enough to count it again by hand.

    posts are those of WALK_POSTS that meet every condition; None means no condition on it.
    """

    window: Window | None = None
    counted: bool = True  # relevant and not our own (domain.md: R)
    ours: bool = False  # our own posts instead
    original: bool = False  # without reposts
    platform: str | None = None
    lang: str | None = None
    author_ids: tuple[str, ...] | None = None
    post_ids: tuple[str, ...] | None = None
    points_to: str | None = None  # reposts and quotes of this post, answers to it, and the rest of the thread it began
    carrying: str | None = None  # posts whose export gives this count: "views"
    actions: tuple[str, ...] = ()  # ids of log entries the value rests on
    posts: bool = True  # False: the value rests on log entries only


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A value of one metric (domain.md 3.4) with all that a reader needs to weigh it.

    value: None when it cannot be told; `why_not` then says why (and value is never zero instead).
    low, high: the interval; `interval_is` says what kind (95 % by which method, or range of log times).
    censored: the data stop before the end could be seen: the value is a lower bound.
    n: observations the value rests on (posts, accounts or log entries, per `n_of`).
    """

    metric: str  # metric key, e.g. "ttfr"
    facet: str | None = None  # e.g. "fr", "x": same metric, one part of the data
    value: Amount
    unit: Unit
    n: int
    n_of: Literal["posts", "accounts", "entries", "days"] = "posts"
    window: Window | None = None
    low: Amount = None
    high: Amount = None
    interval_is: Literal["none", "log_range", "wilson95", "poisson95", "bootstrap95", "usual95", "boundary"] = "none"
    method: str = ""  # name and version, "phases/1"
    censored: bool = False
    not_recorded: bool = False  # the log is silent: not the same as "not done" (A1)
    why_not: Sentence | None = None
    against: Amount = None  # plan target, normal level … when there is one
    against_is: Literal["none", "plan", "normal", "previous"] = "none"
    caveats: tuple[Sentence, ...] = ()
    notes: tuple[Sentence, ...] = ()  # what else it tells; unlike a caveat, it takes nothing from the value
    rows: Rows = field(default_factory=Rows)
    details: Mapping[str, Any] = field(default_factory=dict)  # small extras a picture or sentence needs

    @property
    def id(self) -> str:
        return self.metric if self.facet is None else f"{self.metric}.{self.facet}"


def untold(method: str, metric: str, unit: Unit, why: Sentence) -> Measure:
    """A metric that cannot be told here, and why. Never a zero."""
    return Measure(metric=metric, value=None, unit=unit, n=0, method=method, why_not=why, rows=Rows(posts=False))


def at_least(measure: Measure, low: Amount, why: Sentence) -> Measure:
    """The measure as a lower bound: what was not captured can only raise it."""
    return replace(measure, value=None, low=low, high=None, interval_is="none", caveats=(*measure.caveats, why))
