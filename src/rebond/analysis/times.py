"""Delays: how long until we saw it, said something, said something of substance, in both languages.

M-01 to M-09 of domain.md 3.4, under its amendment A1: what is not recorded is not "not done". A delay rests
on an entry of the log, never on an own post that was merely captured; without one it reads "not recorded". A silence
or a missing language is stated only where a person confirmed the record complete. Imprecise entries give ranges.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from rebond.actions import Action, ActionLog, When
from rebond.analysis.clock import (
    AS_TOLD,
    METHOD,
    NO_OUTBREAK,
    NOT_AN_ANSWER,
    NOT_CONFIRMED,
    PROVISIONAL,
    UNCONFIRMED,
    Clock,
    comes_after,
    first_of,
    no_entry,
    of_this_matter,
    unknown,
)  # fmt: skip
from rebond.analysis.languages import measure_languages
from rebond.analysis.measure import Measure, Rows, Window
from rebond.analysis.shapes import Boundary, Phases, Volume, posts_between
from rebond.sentences import N_, Sentence, say
from rebond.settings import Settings

SUBSTANTIVE = frozenset(
    {"statement", "apology", "correction", "instruction", "update", "press_conference", "service_measure"}
)

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
        _approval(clock),
        *_silences(clock, volume),
        *measure_languages(clock),
        _exit_gap(clock),
    )


# --- detection, answers -------------------------------------------------------------------------
def _detection(clock: Clock, metric: str, origin: Boundary) -> Measure:
    first = first_of(clock.log.ours, lambda a: a.kind == "detection" and of_this_matter(a, clock.outbreak))
    target = clock.settings.sheet.targets.detect if metric == "ttd_outbreak" else None
    caveats = (say(PROVISIONAL),) if metric == "ttd_sign" else ()
    return _delay(clock, metric, None, first, origin, target, caveats)


def _answer(clock: Clock, metric: str, holds: Callable[[Action], bool], facet: str | None = None) -> Measure:
    public = [a for a in clock.log.recorded if holds(a) and comes_after(a, clock.outbreak)]
    first = first_of(public, lambda a: facet is None or facet in a.langs or facet in a.channels)
    target = clock.settings.sheet.targets.answer if metric == "ttfr" else None
    if first is None and clock.outbreak.retained is not None and _only_captured(clock, facet):
        return unknown(metric, facet, say(OWN_POSTS_ONLY), target, not_recorded=True)
    return _delay(clock, metric, facet, first, clock.outbreak, target, ())


def _only_captured(clock: Clock, facet: str | None) -> bool:
    """Whether we published something after the outbreak of which the log says nothing."""
    later = (a for a in clock.log.public if a.source == "posts" and comes_after(a, clock.outbreak))
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
    action: Action | None,
    origin: Boundary,
    target: timedelta | None,
    caveats: tuple[Sentence, ...],
) -> Measure:
    """Delay from a dated boundary to one log entry.

    An imprecise entry gives a range (and no value); an exact one a value, with the range of the boundary beside it.
    """
    start = origin.retained
    if start is None:
        return unknown(metric, facet, origin.why or say(NO_OUTBREAK), target)
    if action is None:
        return unknown(metric, facet, no_entry(clock.log), target, not_recorded=True)
    if not clock.log.is_complete("actions", start, action.when.latest):
        caveats += (say(UNCONFIRMED),)
    low, high = action.when.since(When(origin.low or start, origin.high or start))
    exact, is_told = action.when.exact, origin.declared is not None
    if is_told:  # people give a time that is itself a range
        caveats, exact = (say(AS_TOLD), *caveats), exact and low == high
    return Measure(
        metric=metric,
        facet=facet,
        unit="duration",
        n=1,
        n_of="entries",
        value=action.when.earliest - start if exact else None,
        low=low if exact or is_told else action.when.earliest - start,
        high=high if exact or is_told else action.when.latest - start,
        interval_is="boundary" if exact else "log_range",
        method=METHOD,
        window=Window(min(start, action.when.earliest), max(start, action.when.latest)),
        against=target,
        against_is="plan" if target is not None else "none",
        caveats=caveats,
        rows=Rows(actions=(action.id,), window=_hour_of(start), posts=True),
    )


# --- inside the organisation -------------------------------------------------------------------
def _activation(clock: Clock) -> Measure:
    recorded = [a for a in clock.log.ours if of_this_matter(a, clock.outbreak)]
    detected = first_of(recorded, lambda a: a.kind == "detection")
    called = first_of(recorded, lambda a: a.kind == "cell_activation")
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
        n=2,
        n_of="entries",
        method=METHOD,
        window=Window(detected.when.earliest, called.when.latest),
        rows=Rows(posts=False, actions=(detected.id, called.id)),
    )


def _approval(clock: Clock) -> Measure:
    """Median of published − drafted over the entries that give both."""
    pairs = [(a, (a.published_at or a.when.earliest) - a.drafted_at) for a in clock.log.ours if a.drafted_at]
    if not pairs:
        return unknown("approval_latency", None, no_entry(clock.log), not_recorded=True)
    lengths = sorted(length for _, length in pairs)
    middle = (lengths[(len(lengths) - 1) // 2] + lengths[len(lengths) // 2]) / 2
    most = lengths[-(-9 * len(lengths) // 10) - 1]
    return Measure(
        metric="approval_latency",
        unit="duration",
        value=middle,
        notes=(say(NINE_IN_TEN, most=most),) if len(lengths) > 1 else (),
        n=len(pairs),
        n_of="entries",
        method=METHOD,
        rows=Rows(posts=False, actions=tuple(a.id for a, _ in pairs)),
    )


# --- silences ------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Silence:
    """A stretch without a public act of ours. Its edges are acts, known exactly or not."""

    after: When
    until: When

    @property
    def shortest(self) -> timedelta:
        return max(timedelta(0), self.until.earliest - self.after.latest)

    @property
    def longest(self) -> timedelta:
        return self.until.latest - self.after.earliest

    @property
    def window(self) -> Window:
        """The longest it may have been, in whole minutes: posts are counted by the minute."""
        return Window(_minute(self.after.earliest), _minute(self.until.latest))


def silences(log: ActionLog, window: Window) -> tuple[Silence, ...]:
    """Stretches of `window` without a public act, in time order."""
    inside = [a.when for a in log.public if a.when.latest >= window.starts and a.when.earliest < window.ends]
    edges = [When(window.starts, window.starts)]
    edges += sorted(inside, key=lambda when: (when.earliest, when.latest))
    edges.append(When(window.ends, window.ends))
    return tuple(Silence(a, b) for a, b in pairwise(edges))


def _silences(clock: Clock, volume: Volume) -> tuple[Measure, ...]:
    """Longest silence, and the silence during which most was said (M-07). Only on a record confirmed complete."""
    window, names = clock.crisis_window, ("max_silence", "loud_silence")
    if window is None:
        return tuple(unknown(m, None, clock.outbreak.why or say(NO_OUTBREAK)) for m in names)
    if not any(clock.log.is_complete(record, window.starts, window.ends) for record in ("actions", "own_account")):
        return tuple(unknown(m, None, say(NOT_CONFIRMED), not_recorded=True) for m in names)
    found = silences(clock.log, window)
    said = [posts_between(volume, s.window) for s in found]
    loudest = max(range(len(found)), key=lambda i: (said[i], -i))
    return (
        _longest(found, clock),
        Measure(
            metric="loud_silence",
            unit="count",
            value=said[loudest],
            n=said[loudest],
            method=METHOD,
            window=found[loudest].window,
            rows=Rows(window=found[loudest].window),
        ),
    )


def _longest(found: tuple[Silence, ...], clock: Clock) -> Measure:
    longest = max(found, key=lambda s: (s.longest, s.after.earliest))
    low, high = max(s.shortest for s in found), longest.longest
    open_ended = longest is found[-1] and clock.phases.exit.retained is None
    return Measure(
        metric="max_silence",
        unit="duration",
        value=high if low == high else None,
        low=low,
        high=high,
        interval_is="none" if low == high else "log_range",
        n=len(found) - 1,
        n_of="entries",
        method=METHOD,
        window=longest.window,
        censored=open_ended,
        rows=Rows(window=longest.window),
    )


def _minute(at: datetime) -> datetime:
    """The minute that begins at or after an instant."""
    return at if at.second == at.microsecond == 0 else at.replace(second=0, microsecond=0) + timedelta(minutes=1)


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
    entries = (a.id for a in clock.log.ours if a.kind == "exit_declared" and a.when == When(*declared))
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
        rows=Rows(posts=False, actions=tuple(entries)),
    )


def _hour_of(at: datetime) -> Window:
    return Window(at, at + timedelta(hours=1))
