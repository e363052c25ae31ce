"""Delays: how long until we saw it, said something, said something of substance, in both languages.

M-01 to M-09 of domain.md 3.4, under its amendment A1: what is not recorded is not "not done". A delay rests
on an entry of the log, never on an own post that was merely captured; without one it reads "not recorded". A silence
or a missing language is stated only where a person confirmed the record complete. Imprecise entries give ranges.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta

from rebond.actions import Action, ActionLog, When
from rebond.analysis.clock import (
    AS_TOLD,
    METHOD,
    NO_OUTBREAK,
    NOT_AN_ANSWER,
    PROVISIONAL,
    UNCONFIRMED,
    Clock,
    First,
    first_of,
    no_entry,
    unknown,
)  # fmt: skip
from rebond.analysis.languages import measure_languages
from rebond.analysis.measure import Measure, Rows, Window
from rebond.analysis.shapes import Boundary, Phases, Volume
from rebond.analysis.silences import measure_silences
from rebond.sentences import N_, Sentence, say
from rebond.settings import Settings

SUBSTANTIVE = frozenset(
    {"statement", "apology", "correction", "instruction", "update", "press_conference", "service_measure"}
)

A_DAY = timedelta(days=1)
NINE_IN_TEN = N_("Nine in ten took %(most)s or less.")
OWN_POSTS_ONLY = N_(
    "Our own posts were captured; whether one of them answers this matter is for people to say in the log."
)


def measure_times(
    phases: Phases, log: ActionLog, volume: Volume, settings: Settings, last: datetime
) -> tuple[Measure, ...]:
    """Every delay of M-01 to M-09 that has a meaning here; those that cannot be told say why."""
    clock = Clock(phases, log, settings, last)
    return (
        _detection(clock, "ttd_sign", phases.warning),
        _detection(clock, "ttd_outbreak", clock.outbreak),
        _answer(clock, "ttfr", lambda a: a.kind not in NOT_AN_ANSWER),
        _answer(clock, "ttsr", lambda a: a.kind in SUBSTANTIVE),
        *_answers_by_language(clock),
        *_answers_by_channel(clock),
        _activation(clock),
        *_approvals(clock),
        *measure_silences(clock, volume),
        *measure_languages(clock),
        _exit_gap(clock),
    )


# --- detection, answers -------------------------------------------------------------------------
def _detection(clock: Clock, metric: str, origin: Boundary) -> Measure:
    target = clock.settings.sheet.targets.detect if metric == "ttd_outbreak" else None
    caveats = (say(PROVISIONAL),) if metric == "ttd_sign" else ()
    return _delay(clock, metric, None, clock.detection, origin, target, caveats)


def _answer(clock: Clock, metric: str, holds: Callable[[Action], bool], facet: str | None = None) -> Measure:
    public = [a for a in clock.log.recorded if holds(a) and clock.may_answer(a)]
    first = first_of(a for a in public if facet is None or facet in a.langs or facet in a.channels)
    target = clock.settings.sheet.targets.answer if metric == "ttfr" else None
    if first is None and clock.outbreak.retained is not None and _only_captured(clock, facet):
        return unknown(metric, facet, say(OWN_POSTS_ONLY), target, not_recorded=True)
    return _delay(clock, metric, facet, first, clock.outbreak, target, ())


def _only_captured(clock: Clock, facet: str | None) -> bool:
    """Whether we published something after the outbreak of which the log says nothing."""
    later = (a for a in clock.log.public if a.source == "posts" and clock.may_answer(a))
    return any(facet is None or facet in a.langs or facet in a.channels for a in later)


def _answers_by_language(clock: Clock) -> Iterable[Measure]:
    for lang in clock.settings.sheet.languages_owed:
        yield _answer(clock, "ttfr", lambda a: a.kind not in NOT_AN_ANSWER, facet=lang)


def _answers_by_channel(clock: Clock) -> Iterable[Measure]:
    channels = sorted(
        {c for a in clock.log.recorded for c in a.channels if c not in clock.settings.sheet.languages_owed}
    )
    for channel in channels[:8]:
        yield _answer(clock, "ttfr", lambda a: a.kind not in NOT_AN_ANSWER, facet=channel)


def _delay(
    clock: Clock,
    metric: str,
    facet: str | None,
    first: First | None,
    origin: Boundary,
    target: timedelta | None,
    caveats: tuple[Sentence, ...],
) -> Measure:
    """Delay from a dated boundary to the first of some entries of the log.

    A first known roughly gives a range (and no value), and so does a boundary known to the day; else an exact one
    gives a value, with the range of the boundary beside it.
    """
    start = origin.retained
    if start is None:
        return unknown(metric, facet, origin.why or say(NO_OUTBREAK), target)
    if first is None:
        return unknown(metric, facet, no_entry(clock.log), target, not_recorded=True)
    when = first.when
    if not clock.log.is_complete("actions", start, when.latest):
        caveats += (say(UNCONFIRMED),)
    began = When(origin.low or start, origin.high or start)
    low, high = when.since(began)
    is_told, is_vague = origin.declared is not None, began.latest - began.earliest >= A_DAY
    exact = when.exact and not is_vague
    if is_told:  # people give a time that is itself a range
        caveats, exact = (say(AS_TOLD), *caveats), exact and low == high
    return Measure(
        metric=metric,
        facet=facet,
        unit="duration",
        n=len(first.entries),
        n_of="entries",
        value=when.earliest - start if exact else None,
        low=low if exact or is_told or is_vague else when.earliest - start,
        high=high if exact or is_told or is_vague else when.latest - start,
        interval_is="boundary" if exact or (when.exact and not is_told) else "log_range",
        method=METHOD,
        window=Window(min(start, when.earliest), max(start, when.latest)),
        against=target,
        against_is="plan" if target is not None else "none",
        caveats=caveats,
        rows=Rows(actions=first.ids, window=_hour_of(start), posts=True),
    )


# --- inside the organisation -------------------------------------------------------------------
def _activation(clock: Clock) -> Measure:
    detected, called = clock.detection, clock.first_inside("cell_activation")
    if detected is None or called is None:
        return unknown("tta", None, no_entry(clock.log), not_recorded=True)
    low, high = called.when.since(detected.when)
    return Measure(
        metric="tta",
        unit="duration",
        value=low if low == high else None,
        low=low,
        high=high,
        interval_is="none" if low == high else "log_range",
        n=len(detected.entries) + len(called.entries),
        n_of="entries",
        method=METHOD,
        window=Window(min(detected.when.earliest, called.when.earliest), max(detected.when.latest, called.when.latest)),
        rows=Rows(posts=False, actions=(*detected.ids, *called.ids)),
    )


def _approvals(clock: Clock) -> Iterator[Measure]:
    """Published − drafted (M-06), then its two parts where the log says when a text was approved."""
    written = [(a, a.drafted_at) for a in clock.log.ours if a.drafted_at is not None]
    approved = [(a, drafted, a.approved_at) for a, drafted in written if a.approved_at is not None]
    if not written:
        yield unknown("approval_latency", None, no_entry(clock.log), not_recorded=True)
        return
    yield _usual_length(None, [(a, _published(a).since(drafted)) for a, drafted in written])
    if approved:
        yield _usual_length("to_approval", [(a, When(said, said).since(drafted)) for a, drafted, said in approved])
        yield _usual_length("to_publication", [(a, _published(a).since(said)) for a, _, said in approved])


def _usual_length(facet: str | None, found: list[tuple[Action, tuple[timedelta, timedelta]]]) -> Measure:
    """Median delay; a range where a publication is known roughly. found: entries, each with its least and its most."""
    entries, lengths = zip(*found, strict=True)
    low, high = (_middle(sorted(ends)) for ends in zip(*lengths, strict=True))
    most = sorted(longest for _, longest in lengths)[-(-9 * len(lengths) // 10) - 1]
    return Measure(
        metric="approval_latency",
        facet=facet,
        unit="duration",
        value=low if low == high else None,
        low=low if low != high else None,
        high=high if low != high else None,
        interval_is="none" if low == high else "log_range",
        notes=(say(NINE_IN_TEN, most=most),) if len(lengths) > 1 else (),
        n=len(entries),
        n_of="entries",
        method=METHOD,
        rows=Rows(posts=False, actions=tuple(a.id for a in entries)),
    )


def _published(action: Action) -> When:
    """As people wrote it; else when the act was, which cannot be before its draft or its approval."""
    at = action.published_at
    if at is not None:
        return When(at, at)
    ready = action.approved_at or action.drafted_at or action.when.earliest
    return When(max(ready, action.when.earliest), max(ready, action.when.latest))


def _middle(lengths: list[timedelta]) -> timedelta:
    return (lengths[(len(lengths) - 1) // 2] + lengths[len(lengths) // 2]) / 2


# --- exit ----------------------------------------------------------------------------------------
def _exit_gap(clock: Clock) -> Measure:
    """Declared minus measured exit: negative when people stood down before the volume did (M-09)."""
    measured = clock.phases.exit
    declared = measured.declared
    if declared is None:
        return unknown("exit_gap", None, no_entry(clock.log), not_recorded=True)
    if measured.computed is None:
        return unknown("exit_gap", None, measured.why or say(N_("The measured exit was not observed.")))
    exact = declared[0] == declared[1]
    early, late = (measured.low, measured.high) if exact else (measured.computed, measured.computed)
    entries = tuple(a.id for a in clock.log.ours if a.kind == "exit_declared" and _meets(a.when, When(*declared)))
    return Measure(
        metric="exit_gap",
        unit="duration",
        value=declared[0] - measured.computed if exact else None,
        low=None if late is None else declared[0] - late,
        high=None if early is None else declared[1] - early,
        interval_is="boundary" if exact else "log_range",
        n=1,
        n_of="entries",
        method=METHOD,
        window=Window(min(declared[0], measured.computed), max(declared[1], measured.computed)),
        caveats=(say(PROVISIONAL),),
        rows=Rows(posts=False, actions=entries),
    )


def _meets(one: When, other: When) -> bool:
    return one.earliest <= other.latest and other.earliest <= one.latest


def _hour_of(at: datetime) -> Window:
    return Window(at, at + timedelta(hours=1))
