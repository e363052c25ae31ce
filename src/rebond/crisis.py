"""The frozen record of all that is known of one crisis. What the walk gives, what the review reads."""

from collections.abc import Mapping
from dataclasses import dataclass

from rebond.actions import Action, ActionLog, Series
from rebond.analysis.measure import Measure, Window
from rebond.analysis.shapes import Baseline, Episode, Phases, Volume
from rebond.settings import CaseSheet, Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """What was captured, before anything is counted."""

    captured: int                              # posts in the case
    counted: int                               # about the organisation, not its own, in the window
    ours: int
    off_topic: int
    unchecked: bool                            # relevance could not be judged: nothing to look for was named
    reposts: int
    distinct_texts: int
    accounts: int                              # distinct accounts among the counted
    by_platform: Mapping[str, int]             # counted posts
    by_lang: Mapping[str, int]                 # counted posts; key "" = language not stated
    files: int
    outside_window: int = 0                    # captured, but outside --from/--to


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """One public act on the clock of the conversation: what was asked of it, what came after."""

    action: Action
    delay: tuple[float, float] | None          # seconds after the outbreak: shortest, longest
    target_met: bool | None                    # against the plan; None: no target, or the range straddles it
    posts_before: int                          # counted posts in the 6 h before
    posts_after: int                           # counted posts in the 6 h after
    peak_after: float | None                   # seconds to the next peak that follows it within 48 h; None: none
    missing_langs: tuple[str, ...] = ()        # languages owed in which it is not recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A side series before, during and after the crisis (means per day), on the same clock."""

    series: Series
    before: float | None
    during: float | None
    after: float | None
    total_during: float | None
    days_during: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Crisis:
    """Everything the analyses found. Same inputs and settings: same crisis, byte for byte."""

    settings: Settings
    inputs_hash: str                           # digest of posts, log, sheet and parameters
    window: Window                             # first to last captured post
    corpus: Corpus
    volume: Volume
    baseline: Baseline
    episodes: tuple[Episode, ...]
    phases: Phases
    log: ActionLog
    responses: tuple[Response, ...]
    beside: tuple[Beside, ...]
    measures: tuple[Measure, ...]
    problems: Mapping[str, int]                # refused or emptied, by problem code

    @property
    def sheet(self) -> CaseSheet:
        return self.settings.sheet

    def measure(self, id: str) -> Measure | None:
        """The measure with this id (metric, or metric.facet); None when it was not computed."""
        return next((m for m in self.measures if m.id == id), None)
