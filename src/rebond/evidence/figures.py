"""A printed figure: a graded measure under the contract of domain.md 3.4.

Nothing is printed as a number of the analysis unless it is one of these; every renderer links
`Figure.id` to the evidence behind it.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from rebond.analysis.measure import Amount, Measure, Rows, Window
from rebond.sentences import Sentence, Value

Confidence = Literal["high", "medium", "low"]
Kind = Literal["worked", "worked_less_well", "danger", "opportunity"]
Area = Literal["social", "rest"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """{metric, value, unit, window, n, interval, method_version, inputs_hash, confidence, censored, caveats}."""

    id: str  # metric, or metric.facet
    metric: str
    value: Amount
    unit: str
    window: Window | None
    n: int
    n_of: str
    interval: tuple[Amount, Amount] | None
    interval_is: str
    method_version: str
    inputs_hash: str
    confidence: Confidence
    censored: bool
    not_recorded: bool
    why_not: Sentence | None
    caveats: tuple[Sentence, ...]
    notes: tuple[Sentence, ...] = ()
    against: Amount
    against_is: str
    rows: Rows
    printed: Value  # the value as sentences print it (already "≥ x", a range …)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that worked, worked less well, is a danger or an opportunity, and what it rests on."""

    id: str  # stable between runs: the rule that drew it, and its facet
    kind: Kind
    area: Area
    subject: str  # vocabulary subject
    sentence: Sentence
    strength: Literal["measured", "logged", "several_testimonies", "one_testimony", "judgement"]
    figures: tuple[str, ...] = ()  # ids of the figures it rests on
    actions: tuple[str, ...] = ()  # ids of the log entries it rests on
    proposal: bool = True  # marked "proposal to discuss" until a person adopts it


def instant(measure: Measure) -> datetime | None:
    """The value of a measure whose unit is "time"."""
    return measure.value if isinstance(measure.value, datetime) else None
