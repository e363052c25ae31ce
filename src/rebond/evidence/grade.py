"""From measures to figures: how sure each one is, and how it is printed (domain.md 3.4, the figure contract)."""

from dataclasses import replace
from datetime import datetime, timedelta

from rebond.analysis.clock import is_as_told
from rebond.analysis.measure import Amount, Measure
from rebond.analysis.shapes import has_a_hole
from rebond.crisis import Crisis
from rebond.evidence.figures import Confidence, Figure
from rebond.sentences import N_, AtLeast, Between, Moment, Number, Sentence, Share, Value, say

HALF = 0.5  # of the hours of a window, under which a figure over it is of low confidence
FEW = 30  # posts below which a share or a ratio is of low confidence

CUT = N_("The collection has a hole or a cut inside this window.")
HARDLY = N_("Less than half of this window was observed.")
NO_BASELINE = N_("The normal level is a stand-in taken inside the same export.")
FEW_ROWS = N_("It rests on fewer than 30 posts.")
ROUGHLY = N_("The log gives the time only roughly.")
STAND_IN = N_("The outbreak is dated against a stand-in for the normal level.")
PERHAPS_BEFORE = {
    "ttd_sign": N_("Perhaps before the first sign."),
    "ttd_outbreak": N_("Perhaps before the outbreak."),
}
BEFORE = {
    "ttd_sign": N_("before the first sign"),
    "ttd_outbreak": N_("before the outbreak"),
    "ttfr": N_("before the outbreak"),
    "ttsr": N_("before the outbreak"),
}
BEFORE_TOLD = N_("before the start stated on the case sheet")  # where that stands in for the outbreak
PERHAPS_BEFORE_TOLD = N_("Perhaps before the start stated on the case sheet.")
SIGNED = frozenset({"exit_gap"})  # a range of it that begins at nothing is no "at most"
WIDE = timedelta(hours=12), 4  # a range this long, and of this ratio between its ends, is printed with its reason
NOT_RECORDED = N_("not recorded")
CANNOT_TELL = N_("cannot tell")

UNDER_ONE = N_("less than one")
NONE = timedelta(0)
COMPARED = frozenset({"excess_volume", "peak_ratio", "rtb", "half_life"})  # rest on the normal level


def grade(crisis: Crisis) -> tuple[Figure, ...]:
    """Every measure as a figure, in the order it was measured."""
    return tuple(_figure(measure, crisis) for measure in crisis.measures)


def _figure(measure: Measure, crisis: Crisis) -> Figure:
    measure = forward(measure)
    confidence, doubts = confidence_of(measure, crisis)
    interval = None if measure.low is None and measure.high is None else (measure.low, measure.high)
    return Figure(
        id=measure.id,
        metric=measure.metric,
        value=measure.value,
        unit=measure.unit,
        window=measure.window,
        n=measure.n,
        n_of=measure.n_of,
        interval=interval,
        interval_is=measure.interval_is,
        method_version=measure.method,
        inputs_hash=crisis.inputs_hash,
        confidence=confidence,
        censored=measure.censored,
        not_recorded=measure.not_recorded,
        why_not=measure.why_not,
        caveats=(*measure.caveats, *doubts),
        notes=measure.notes,
        against=measure.against,
        against_is=measure.against_is,
        rows=measure.rows,
        printed=printed(measure),
    )


def forward(measure: Measure) -> Measure:
    """A delay from the outbreak on runs forward: a range that begins before it begins at nothing.

    An answer cannot precede what it answers. A detection may, and is then said to: "perhaps before the outbreak".
    A delay that lies before the outbreak as a whole keeps its ends, and is printed in words.
    """
    low, high = measure.low, measure.high
    if measure.metric not in BEFORE or not isinstance(low, timedelta) or not isinstance(high, timedelta):
        return measure
    if low >= NONE or high <= NONE:
        return measure
    perhaps = PERHAPS_BEFORE.get(measure.metric) if measure.value is None else None
    if perhaps is not None and is_as_told(measure.caveats):
        perhaps = PERHAPS_BEFORE_TOLD
    caveats = measure.caveats if perhaps is None else (say(perhaps), *measure.caveats)
    return replace(measure, low=NONE, caveats=caveats)


def is_wide(low: Amount, high: Amount) -> bool:
    """Whether a range is so long that it must say why."""
    if not isinstance(low, timedelta) or not isinstance(high, timedelta):
        return False
    length, ratio = WIDE
    return high - low >= length and high >= ratio * low


def confidence_of(measure: Measure, crisis: Crisis) -> tuple[Confidence, tuple[Sentence, ...]]:
    """high, medium or low, with the reasons that lowered it.

    Low: under 30 posts for what is estimated (not for a plain count or a logged delay), a stand-in normal level
    under a comparison, a cut inside the window of a comparison, a window of which less than half was observed. Medium:
    a caveat, a range, a cut under a count.
    """
    doubts: list[Sentence] = []
    estimated = measure.unit in ("ratio", "share", "index")
    if estimated and measure.n_of == "posts" and measure.n < FEW:
        doubts.append(say(FEW_ROWS))
    if measure.metric in COMPARED and crisis.baseline.kind != "before":
        doubts.append(say(NO_BASELINE))
    if measure.metric in BEFORE and crisis.baseline.kind != "before":
        doubts.append(say(STAND_IN))
    cut = _is_cut(measure, crisis)
    if cut and measure.n_of != "entries" and measure.metric != "coverage":  # which is about nothing else
        doubts.append(say(HARDLY if _is_hardly_observed(measure, crisis) else CUT))
    if measure.interval_is == "log_range" and is_wide(measure.low, measure.high):
        doubts.append(say(ROUGHLY))
    low = bool(doubts) and (estimated or measure.metric in COMPARED or say(HARDLY) in doubts)
    if (measure.value is None and measure.low is None) or low:
        return "low", tuple(doubts)
    is_range = measure.value is None or measure.interval_is == "log_range"
    if doubts or measure.caveats or measure.censored or is_range:
        return "medium", tuple(doubts)
    return "high", ()


def _is_cut(measure: Measure, crisis: Crisis) -> bool:
    """Whether a certain or doubtful gap of all platforms overlaps the window of the measure."""
    return measure.window is not None and has_a_hole(crisis.volume, measure.window)


def _is_hardly_observed(measure: Measure, crisis: Crisis) -> bool:
    """Whether less than half of the window of the measure was observed (domain.md 3.4)."""
    assert measure.window is not None
    volume = crisis.volume
    first = max(0, volume.bin_of(measure.window.starts))
    seen = volume.observed[first : max(first, volume.bin_of(measure.window.ends) + 1)]
    return len(seen) > 0 and float(seen.mean()) < HALF


# --- how a value is printed -------------------------------------------------------------------------
def printed(measure: Measure) -> Value:
    """The value as sentences print it: a range for imprecise times, "≥ x" when censored, words when unknown.

    No negative delay: what lies before the outbreak is said in words.
    """
    if measure.value is None:
        if measure.low is None and measure.high is None:
            return say(NOT_RECORDED) if measure.not_recorded else say(CANNOT_TELL)
        if measure.metric in BEFORE and isinstance(measure.high, timedelta) and measure.high <= NONE:
            return say(_before(measure))
        if measure.high is None and measure.unit in ("count", "ratio"):
            return say(N_("at least %(n)s"), n=amount(measure.low, measure.unit))
        low = None if measure.low == NONE and measure.metric not in SIGNED else measure.low  # 0 to 4 h: at most 4 h
        return Between(amount(low, measure.unit), amount(measure.high, measure.unit))
    if measure.metric in BEFORE and isinstance(measure.value, timedelta) and measure.value < NONE:
        return say(_before(measure))
    value = amount(measure.value, measure.unit)
    return AtLeast(value) if measure.censored else value


def _before(measure: Measure) -> str:
    return BEFORE_TOLD if is_as_told(measure.caveats) else BEFORE[measure.metric]


def usual(level: float) -> Value:
    """A usual level as it is printed: never 0, which would say that nothing is ever posted.

    To the tenth, as multiples of it are worked out: they can be found again from what stands beside them.
    """
    return say(UNDER_ONE) if level < 1 else Number(level, 1)


def amount(value: Amount, unit: str) -> Value:
    """An amount with its unit, as a typed value. A ratio keeps one decimal under 10 only: more would be false."""
    if value is None or isinstance(value, timedelta):
        return value
    if isinstance(value, datetime):
        return Moment(value)
    if unit == "share":
        return Share(float(value))
    if unit == "index":
        return Number(float(value), 2)
    if unit == "ratio":
        return Number(float(value), 1) if value < 10 else round(value)
    return round(value)
