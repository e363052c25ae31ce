"""What the organisation did and what happened around it, with times as people know them."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class When:
    """A time as people remember it: between two instants (UTC), equal when it is exact."""

    earliest: datetime
    latest: datetime

    @property
    def exact(self) -> bool:
        return self.latest == self.earliest

    @property
    def middle(self) -> datetime:
        """Where to draw it. Never used to compute a figure: those stay ranges."""
        return self.earliest + (self.latest - self.earliest) / 2

    def since(self, other: "When | datetime") -> tuple[timedelta, timedelta]:
        """Shortest and longest delay after `other` (negative when it came before)."""
        start, end = (other.earliest, other.latest) if isinstance(other, When) else (other, other)
        return self.earliest - end, self.latest - start


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One act of the organisation, or one outside event (domain.md 2.7)."""

    id: str
    kind: str  # vocabulary action_kind; event_kind when is_event
    when: When
    title: str  # as people wrote it
    is_event: bool = False
    visibility: str = "internal"  # public, targeted, internal
    channels: tuple[str, ...] = ()
    langs: tuple[str, ...] = ()
    by_role: str | None = None
    decided_at: datetime | None = None
    drafted_at: datetime | None = None
    approved_at: datetime | None = None
    published_at: datetime | None = None
    note: str | None = None
    source: str = "log"  # log, sheet, posts
    raw_file: str = ""
    raw_row: int = 0

    @property
    def is_public(self) -> bool:
        return self.visibility == "public" and not self.is_event


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """A person's word that the record is complete over a window (domain.md A1)."""

    what: str  # actions, monitoring, own_account
    starts: datetime
    ends: datetime
    by_role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionLog:
    """All that is recorded, in time order, and what people confirmed to be complete."""

    actions: tuple[Action, ...] = ()
    confirmed: tuple[Confirmation, ...] = ()

    @property
    def ours(self) -> tuple[Action, ...]:
        return tuple(a for a in self.actions if not a.is_event)

    @property
    def events(self) -> tuple[Action, ...]:
        return tuple(a for a in self.actions if a.is_event)

    @property
    def public(self) -> tuple[Action, ...]:
        return tuple(a for a in self.actions if a.is_public)

    @property
    def recorded(self) -> tuple[Action, ...]:
        """Public acts that people recorded. An own post that was only captured may be about anything."""
        return tuple(a for a in self.public if a.source != "posts")

    def is_complete(self, what: str, starts: datetime, ends: datetime) -> bool:
        """True only when one confirmation covers the whole window: absence of a record then means absence."""
        return any(c.what == what and c.starts <= starts and ends <= c.ends for c in self.confirmed)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesPoint:
    """One count of something outside social media, over [starts, ends)."""

    starts: datetime
    ends: datetime
    value: float | None
    raw_file: str
    raw_row: int

    @property
    def last(self) -> datetime:
        """Its last instant, to name its last day."""
        return max(self.starts, self.ends - timedelta(seconds=1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A dated count people bring: calls, departures, gifts, price."""

    name: str
    unit: str | None
    points: tuple[SeriesPoint, ...]
    is_level: bool = False  # a price, a rate, a rating: it is averaged, never added up
