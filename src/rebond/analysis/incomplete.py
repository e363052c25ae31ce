"""What still stands on exports that were cut: counts are lower bounds, and what the missing posts could turn is barred.

A post that nobody reacted to is the likelier to be missing where an export was cut by engagement: no share, ranking,
multiple of the usual volume, exit or return to normal can then be told (docs/decisions/0063).
"""

from collections.abc import Sequence
from dataclasses import replace

from rebond.analysis.measure import Measure, at_least
from rebond.analysis.missing import Missing
from rebond.analysis.shapes import Boundary, Phase, Phases
from rebond.sentences import N_, Sentence, say

LOWER_BOUNDS = ("volume", "volume.accounts", "volume.peak_hour", "reach_measured", "audience_potential")
ALSO_BY_DATE = ("excess_volume", "peak_ratio")  # what a hidden stretch held can only raise them
AFTER = ("exit", "return_to_normal", "relapse", "resurgence")  # phases that rest on the end

REASON = {
    "newest_first": N_("An export was cut at its maximum: its oldest posts are missing."),
    "oldest_first": N_("An export was cut at its maximum: its newest posts are missing."),
    "engagement": N_("An export was cut at its maximum, the most engaged posts first: the others are missing."),
    "unknown": N_(
        "An export was cut at its maximum, in no order that can be told: which posts are missing is not known."
    ),
}


def as_far_as_known(measures: Sequence[Measure], missing: Sequence[Missing]) -> tuple[Measure, ...]:
    """The measures, each brought down to what the missing posts leave of it."""
    return tuple(_as_far_as_known(measure, missing) for measure in measures)


def _as_far_as_known(measure: Measure, missing: Sequence[Missing]) -> Measure:
    if measure.window is None or not measure.rows.posts or measure.rows.ours or measure.n_of == "entries":
        return measure
    lacking = [one for one in missing if one.touches(measure.window)]
    throughout = [one for one in lacking if not one.by_date]
    if not lacking:
        return measure
    reason = say(REASON[(throughout or lacking)[0].by])
    if measure.id in LOWER_BOUNDS or (measure.id in ALSO_BY_DATE and not throughout):
        return _at_least(measure, reason)
    return _barred(measure, reason) if throughout else measure


def _at_least(measure: Measure, reason: Sentence) -> Measure:
    """A lower bound. What had no value has none."""
    low = measure.value if measure.value is not None else measure.low
    return measure if low is None else at_least(measure, low, reason)


def _barred(measure: Measure, reason: Sentence) -> Measure:
    return replace(
        measure, value=None, low=None, high=None, interval_is="none", censored=False, why_not=reason,
        caveats=(*measure.caveats, reason), details={},
    )  # fmt: skip


def without_end(phases: Phases, missing: Sequence[Missing]) -> Phases:
    """The phases, with no exit and no return where posts are missing throughout the crisis."""
    reason = next((one for one in missing if not one.by_date), None)
    starts = phases.outbreak.retained or phases.outbreak.high
    if reason is None or not phases.peaks or (reason.ends is not None and starts is not None and reason.ends < starts):
        return phases
    unknown = Boundary(computed=None, low=phases.peaks[-1].window.ends, high=None, why=say(REASON[reason.by]))
    return replace(
        phases, phases=_declining(phases.phases), exit=replace(unknown, declared=phases.exit.declared), normal=unknown,
        relapses=(), new_level=None, recovery_shape="unknown",
    )  # fmt: skip


def _declining(phases: Sequence[Phase]) -> tuple[Phase, ...]:
    """The last decline goes on to the end: what came after it cannot be told."""
    cut = next((n for n, phase in enumerate(phases) if phase.key in AFTER), None)
    if not cut:
        return tuple(phases)
    kept, rest = phases[:cut], phases[cut:]
    last = replace(
        kept[-1], ends=rest[-1].ends, ends_range=rest[-1].ends_range, provisional=True,
        posts=kept[-1].posts + sum(phase.posts for phase in rest),
    )  # fmt: skip
    return (*kept[:-1], last)
