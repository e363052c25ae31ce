"""The frozen record of all that is known of one crisis. What the walk gives, what the review reads."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rebond.actions import ActionLog
from rebond.analysis.captured import Corpus
from rebond.analysis.coverage import Coverage
from rebond.analysis.measure import Measure, Window
from rebond.analysis.picked import Picked
from rebond.analysis.shapes import Baseline, Episode, Phases, Volume
from rebond.analysis.sides import Beside, Response
from rebond.settings import CaseSheet, Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Crisis:
    """Everything the analyses found. Same inputs and settings: same crisis, byte for byte."""

    settings: Settings
    inputs_hash: str  # digest of posts, log, sheet and parameters
    window: Window  # first to last captured post
    corpus: Corpus
    volume: Volume
    baseline: Baseline
    episodes: tuple[Episode, ...]
    phases: Phases
    log: ActionLog
    responses: tuple[Response, ...]
    beside: tuple[Beside, ...]
    measures: tuple[Measure, ...]
    problems: Mapping[str, int]  # refused or emptied, by problem code
    picked: Picked = field(default_factory=Picked)  # posts that people picked: told, never counted
    coverage: Coverage = field(default_factory=Coverage)  # by platform: when it was observed, and why not

    @property
    def sheet(self) -> CaseSheet:
        return self.settings.sheet

    @property
    def few_spoke(self) -> bool:
        """Whether the posts counted are of fewer accounts than a shareable page may tell apart (domain.md A3)."""
        spoke = self.corpus.accounts or self.corpus.counted  # exports that name nobody: no more accounts than posts
        return 0 < spoke < self.settings.parameters.cell_floor_authors

    def measure(self, id: str) -> Measure | None:
        """The measure with this id (metric, or metric.facet); None when it was not computed."""
        return next((m for m in self.measures if m.id == id), None)
