"""What stands beside the curve: our public acts, and the counts people keep outside social media."""

from dataclasses import dataclass
from datetime import datetime

from rebond.actions import Action, Series


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """One public act on the clock of the conversation: what was asked of it, what came after."""

    action: Action
    delay: tuple[float, float] | None  # seconds after the outbreak: shortest, longest
    target_met: bool | None  # against the plan; None: no target, or the range straddles it
    posts_before: int | None  # counted posts in the 6 h before; None: not all of them observed
    posts_after: int | None  # counted posts in the 6 h after; None: not all of them observed
    peak_after: float | None  # seconds to the next peak that follows it within 48 h; None: none
    missing_langs: tuple[str, ...] = ()  # languages owed in which it is not recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """What a side series was on one side: its mean, and the instants in whose local days it begins and ends."""

    mean: float
    first: datetime
    last: datetime
    periods: int  # days, weeks or periods averaged


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A side series before, during and after the crisis, on the same clock. None: no value there."""

    series: Series
    per: str  # day, week, period: what the means are of
    before: Level | None
    during: Level | None
    after: Level | None
    total_during: float | None  # None also for what is not added up, like a price
