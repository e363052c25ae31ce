"""What changes a number: the case sheet (what people know) and the parameters (how we count).

Both live in case.toml and are printed in the review. What concerns the machine is an
environment variable, read once by the door that needs it.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Targets:
    """Delays the plan asks for; None: the plan says nothing, or nobody told us."""

    detect: timedelta | None = None
    answer: timedelta | None = None
    other_language: timedelta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSheet:
    """The case as people describe it (domain.md A5). Every unknown stays None or empty."""

    organisation: str | None = None
    kind: str = "unknown"  # vocabulary org_kind
    title: str | None = None  # what the case is called, "Double charge, October 2025"
    names: tuple[str, ...] = ()  # how people name the organisation in posts
    accounts: tuple[str, ...] = ()  # own accounts, without @
    queries: tuple[str, ...] = ()  # words that make a post part of the matter
    languages_owed: tuple[str, ...] = ()  # fr, en …; empty: not told, bilingual rules stay silent
    time_zone: str | None = None  # IANA name; None: asked, else UTC and said
    what_happened: str | None = None
    happened_at: tuple[datetime, datetime] | None = None  # range, UTC
    declared_exit: tuple[datetime, datetime] | None = None  # range, UTC
    targets: Targets = field(default_factory=Targets)
    watched_by: str | None = None
    watched_until: datetime | None = None
    author: str | None = None  # who drew the review up (a role)
    circulation: str | None = None
    privacy_regime: str = "other"  # gdpr, qc_25, pipeda, ca_ab, other
    costs: str | None = None  # as people word it; None prints "not provided"

    @property
    def names_anything(self) -> bool:
        """Whether relevance to the organisation can be judged at all."""
        return bool(self.names or self.accounts or self.queries or self.organisation)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    """How we count. Defaults are those of the method notes; a review prints the ones that differ."""

    bin_seconds: int = 0  # width of a bin of the curve; 0: chosen on the data (analysis/volume.py says how)
    baseline_days: int = 28  # length of the normal period looked for
    baseline_min_days: int = 7  # shorter than this: pseudo-baseline, low confidence
    baseline_guard_days: int = 2  # gap between the normal period and the first candidate sign
    level_step: float = 1.25  # ratio between two levels of the path
    levels: int = 22
    level_cost: float = 4.0  # cost of changing level, in log-likelihood
    level_trend_cost: float = 0.4  # per extra level jumped
    episode_on: float = 1.75  # an episode starts at this many times normal
    episode_off: float = 1.35  # and ends below this
    episode_hold_hours: int = 16  # quiet hours before an episode is over
    outbreak_share: float = 0.80  # outbreak ends at this share of the highest level
    peak_prominence: float = 1 / 3  # of the log height
    peak_least_share: float = 0.20  # of the highest level above normal: less is a flicker of the tail
    peak_distance_hours: int = 6
    relapse_days: int = 7  # an episode that begins later than this after the last is another matter
    signs_hours: int = 24  # first signs are looked for this long before the outbreak
    signs_share: float = 0.05  # of the first peak's height: a plateau under this is signs, not yet the outbreak
    exit_hours: int = 24
    exit_peak_share: float = 0.05
    normal_days: int = 7
    new_normal_wait_days: int = 90  # after the exit, before another level may be called the normal one
    silence_hours_hot: float = 4
    silence_hours_decline: float = 24
    parity_minutes: int = 15
    too_few_posts: int = 30  # under this: counts, not curves
    cell_floor_authors: int = 5  # smallest cell in a shareable output

    @staticmethod
    def allows(name: str, value: float) -> bool:
        """Whether a parameter may have this value. Posts are counted by the minute: a bin holds whole ones."""
        least, most = BOUNDS[name]
        return least <= value <= most and not (name == "bin_seconds" and value % 60)

    def changed(self) -> dict[str, object]:
        """Parameters that differ from their default, for the review's chapter on method."""
        default = asdict(Parameters())
        return {f.name: getattr(self, f.name) for f in fields(self) if getattr(self, f.name) != default[f.name]}


# What each parameter may be, both ends included: beyond, a review would be empty, endless or without sense.
BOUNDS: Mapping[str, tuple[float, float]] = {
    "bin_seconds": (0, 86_400), "baseline_days": (1, 366), "baseline_min_days": (1, 366),
    "baseline_guard_days": (0, 60), "level_step": (1.05, 4), "levels": (2, 100), "level_cost": (0, 100),
    "level_trend_cost": (0, 100),
    "episode_on": (1.05, 100), "episode_off": (1, 100), "episode_hold_hours": (1, 720), "outbreak_share": (0.05, 1),
    "peak_prominence": (0, 1), "peak_least_share": (0, 1), "peak_distance_hours": (1, 720), "relapse_days": (1, 366),
    "signs_hours": (0, 720), "signs_share": (0, 1), "exit_hours": (1, 720), "exit_peak_share": (0, 1),
    "normal_days": (1, 366), "new_normal_wait_days": (1, 3660), "silence_hours_hot": (0.25, 8784),
    "silence_hours_decline": (0.25, 8784), "parity_minutes": (0, 10_080), "too_few_posts": (1, 1_000_000),
    "cell_floor_authors": (5, 1000),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything a walk needs besides posts and log."""

    sheet: CaseSheet = field(default_factory=CaseSheet)
    parameters: Parameters = field(default_factory=Parameters)
    window: tuple[datetime, datetime] | None = None  # --from, --to (UTC); None: all that was captured
