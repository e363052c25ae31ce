"""Delays: how long until we saw it, said something, said something of substance, in both languages.

M-01 to M-09 of domain.md 3.4, under its amendment A1: what is not recorded is not "not done". A delay rests
on an entry of the log, never on an own post that was merely captured; without one it reads "not recorded". A silence
or a missing language is stated only where a person confirmed the record complete. Imprecise entries give ranges.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from rebond.actions import Action, ActionLog, When
from rebond.analysis.measure import Measure, Rows, Window
from rebond.analysis.shapes import Boundary, Phases, Volume, posts_between
from rebond.sentences import N_, Sentence, say
from rebond.settings import Settings

METHOD = "times/1"
NOT_AN_ANSWER = frozenset({"paid_promotion", "moderation", "takedown", "block"})
SUBSTANTIVE = frozenset(
    {"statement", "apology", "correction", "instruction", "update", "press_conference", "service_measure"}
)
OF_THIS_MATTER = timedelta(days=14)  # what is recorded longer before the outbreak belongs to another matter

UNCONFIRMED = N_("The log is not confirmed complete: an earlier act may not be recorded.")
OWN_POSTS_ONLY = N_(
    "Our own posts were captured; whether one of them answers this matter is for people to say in the log."
)
NO_LANGUAGE_STATED = N_("Some public acts do not say in which language they were published.")
NO_OUTBREAK = N_("The outbreak cannot be dated.")
NO_ENTRY = N_("The log holds no such entry.")
NO_LOG = N_("No log was given.")
NOT_CONFIRMED = N_("Nobody has confirmed that the log is complete for this period.")
NO_LANGUAGES = N_("The case sheet does not say which languages are owed.")
ONE_LANGUAGE = N_("One language owed: no gap to measure.")
PROVISIONAL = N_("Dated on the number of posts alone; provisional.")


@dataclass(frozen=True, slots=True)
class Clock:
    """What every delay is measured with."""

    phases: Phases
    log: ActionLog
    settings: Settings
    last: datetime  # last instant captured

    @property
    def outbreak(self) -> Boundary:
        return self.phases.outbreak

    @property
    def crisis_window(self) -> Window | None:
        """From outbreak to measured exit, or to the last post captured when the exit was not seen."""
        starts = self.outbreak.retained
        ends = self.phases.exit.retained or self.last
        return None if starts is None or ends <= starts else Window(starts, ends)


def measure_times(
    phases: Phases, log: ActionLog, volume: Volume, settings: Settings, last: datetime
) -> tuple[Measure, ...]:
    """Every delay of M-01 to M-09 that has a meaning here; those that cannot be told say why."""
    clock = Clock(phases, log, settings, last)
    return (
        _detection(clock, "ttd_sign", phases.warning),
        _detection(clock, "ttd_outbreak", phases.outbreak),
        _answer(clock, "ttfr", lambda a: a.kind not in NOT_AN_ANSWER),
        _answer(clock, "ttsr", lambda a: a.kind in SUBSTANTIVE),
        *_answers_by_language(clock),
        *_answers_by_channel(clock),
        _activation(clock),
        _approval(clock),
        *_silences(clock, volume),
        *_languages(clock),
        _exit_gap(clock),
    )


# --- detection, answers -------------------------------------------------------------------------
def _detection(clock: Clock, metric: str, origin: Boundary) -> Measure:
    first = _first(clock.log.ours, lambda a: a.kind == "detection" and _of_this_matter(a, clock.outbreak))
    target = clock.settings.sheet.targets.detect if metric == "ttd_outbreak" else None
    caveats = (say(PROVISIONAL),) if metric == "ttd_sign" else ()
    return _delay(clock, metric, None, first, origin, target, caveats)


def _answer(clock: Clock, metric: str, holds: Callable[[Action], bool], facet: str | None = None) -> Measure:
    public = [a for a in clock.log.recorded if holds(a) and _after(a, clock.outbreak)]
    first = _first(public, lambda a: facet is None or facet in a.langs or facet in a.channels)
    target = clock.settings.sheet.targets.answer if metric == "ttfr" else None
    if first is None and clock.outbreak.retained is not None and _only_captured(clock, facet):
        return _unknown(metric, facet, say(OWN_POSTS_ONLY), target, not_recorded=True)
    return _delay(clock, metric, facet, first, clock.outbreak, target, ())


def _only_captured(clock: Clock, facet: str | None) -> bool:
    """Whether we published something after the outbreak of which the log says nothing."""
    later = (a for a in clock.log.public if a.source == "posts" and _after(a, clock.outbreak))
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
        return _unknown(metric, facet, origin.why or say(NO_OUTBREAK), target)
    if action is None:
        return _unknown(metric, facet, _no_entry(clock.log), target, not_recorded=True)
    if not clock.log.is_complete("actions", start, action.when.latest):
        caveats += (say(UNCONFIRMED),)
    low, high = action.when.since(When(origin.low or start, origin.high or start))
    exact = action.when.exact
    return Measure(
        metric=metric,
        facet=facet,
        unit="duration",
        n=1,
        n_of="entries",
        value=action.when.earliest - start if exact else None,
        low=low if exact else action.when.earliest - start,
        high=high if exact else action.when.latest - start,
        interval_is="boundary" if exact else "log_range",
        method=METHOD,
        window=Window(min(start, action.when.earliest), max(start, action.when.latest)),
        against=target,
        against_is="plan" if target is not None else "none",
        caveats=caveats,
        rows=Rows(actions=(action.id,), window=_hour_of(start), posts=True),
    )


def _unknown(
    metric: str, facet: str | None, why: Sentence, target: timedelta | None = None, not_recorded: bool = False
) -> Measure:
    return Measure(
        metric=metric,
        facet=facet,
        value=None,
        unit="duration",
        n=0,
        n_of="entries",
        method=METHOD,
        why_not=why,
        not_recorded=not_recorded,
        against=target,
        against_is="plan" if target is not None else "none",
        rows=Rows(posts=False),
    )


# --- inside the organisation -------------------------------------------------------------------
def _activation(clock: Clock) -> Measure:
    recorded = [a for a in clock.log.ours if _of_this_matter(a, clock.outbreak)]
    detected = _first(recorded, lambda a: a.kind == "detection")
    called = _first(recorded, lambda a: a.kind == "cell_activation")
    if detected is None or called is None:
        return _unknown("tta", None, _no_entry(clock.log), not_recorded=True)
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
        return _unknown("approval_latency", None, _no_entry(clock.log), not_recorded=True)
    lengths = sorted(length for _, length in pairs)
    middle = (lengths[(len(lengths) - 1) // 2] + lengths[len(lengths) // 2]) / 2
    return Measure(
        metric="approval_latency",
        unit="duration",
        value=middle,
        low=lengths[0],
        high=lengths[-1],
        interval_is="log_range" if len(lengths) > 1 else "none",
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
        return tuple(_unknown(m, None, clock.outbreak.why or say(NO_OUTBREAK)) for m in names)
    if not any(clock.log.is_complete(record, window.starts, window.ends) for record in ("actions", "own_account")):
        return tuple(_unknown(m, None, say(NOT_CONFIRMED), not_recorded=True) for m in names)
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


# --- languages -----------------------------------------------------------------------------------
def _languages(clock: Clock) -> Iterable[Measure]:
    """Gap between the first public answers in the languages owed (M-08)."""
    owed = clock.settings.sheet.languages_owed
    if len(owed) < 2:
        yield _unknown("language_gap", None, say(ONE_LANGUAGE if owed else NO_LANGUAGES))
        return
    answers = [a for a in clock.log.recorded if a.kind not in NOT_AN_ANSWER and _after(a, clock.outbreak)]
    first = {lang: _first([a for a in answers if lang in a.langs], lambda _: True) for lang in owed}
    known = {lang: action for lang, action in first.items() if action is not None}
    target = clock.settings.sheet.targets.other_language
    if not known:
        yield _unknown("language_gap", None, _no_entry(clock.log), target, not_recorded=True)
        return
    if len(known) == len(owed):
        yield _gap_between(known, target)
        return
    if any(not a.langs for a in answers):  # one of them may well be in the language that seems to be missing
        yield _unknown("language_gap", None, say(NO_LANGUAGE_STATED), target, not_recorded=True)
        return
    yield _gap_still_open(clock, known, target)


def _gap_between(known: dict[str, Action], target: timedelta | None) -> Measure:
    ordered = sorted(known.items(), key=lambda item: (item[1].when.earliest, item[0]))
    (lead, early), (late_lang, late) = ordered[0], ordered[-1]
    low, high = late.when.since(early.when) if early is not late else (timedelta(0), timedelta(0))
    low = max(low, timedelta(0))
    exact = early.when.exact and late.when.exact
    return Measure(
        metric="language_gap",
        unit="duration",
        value=high if exact else None,
        low=low,
        high=high,
        interval_is="none" if exact else "log_range",
        n=len(known),
        n_of="entries",
        method=METHOD,
        window=Window(early.when.earliest, late.when.latest),
        against=target,
        against_is="plan" if target is not None else "none",
        details={"first": lead, "last": late_lang},
        rows=Rows(posts=False, actions=tuple(sorted({early.id, late.id}))),
    )


def _gap_still_open(clock: Clock, known: dict[str, Action], target: timedelta | None) -> Measure:
    """A language is missing: censored at the exit if the record is confirmed complete, else not recorded."""
    lead, early = min(known.items(), key=lambda item: (item[1].when.earliest, item[0]))
    window = clock.crisis_window
    missing = tuple(lang for lang in clock.settings.sheet.languages_owed if lang not in known)
    if window is None or not clock.log.is_complete("actions", window.starts, window.ends):
        return _unknown("language_gap", None, say(NOT_CONFIRMED), target, not_recorded=True)
    return Measure(
        metric="language_gap",
        unit="duration",
        value=window.ends - early.when.latest,
        censored=True,
        n=len(known),
        n_of="entries",
        method=METHOD,
        window=Window(early.when.earliest, window.ends),
        against=target,
        against_is="plan" if target is not None else "none",
        details={"first": lead, "last": missing[0]},
        rows=Rows(posts=False, actions=(early.id,)),
    )


def _exit_gap(clock: Clock) -> Measure:
    """Declared minus measured exit: negative when people stood down before the volume did (M-09)."""
    measured = clock.phases.exit
    declared = measured.declared
    if declared is None:
        return _unknown("exit_gap", None, _no_entry(clock.log), not_recorded=True)
    if measured.computed is None:
        return _unknown("exit_gap", None, measured.why or say(N_("The measured exit was not observed.")))
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


# --- small things -----------------------------------------------------------------------------------
def _no_entry(log: ActionLog) -> Sentence:
    """Why an entry is missing: the log does not hold it, or there is no log at all."""
    return say(NO_ENTRY if any(a.source != "posts" for a in log.actions) else NO_LOG)


def _first(actions: Sequence[Action], holds: Callable[[Action], bool]) -> Action | None:
    return min(filter(holds, actions), key=lambda a: (a.when.earliest, a.when.latest, a.id), default=None)


def _after(action: Action, origin: Boundary) -> bool:
    """Whether an act may answer the matter: recorded as ours from the day before on (anticipated), or posted since."""
    start = origin.low or origin.retained
    if start is None:
        return True
    return action.when.latest >= (start if action.source == "posts" else start - timedelta(days=1))


def _of_this_matter(action: Action, origin: Boundary) -> bool:
    start = origin.low or origin.retained
    return start is None or action.when.latest >= start - OF_THIS_MATTER


def _hour_of(at: datetime) -> Window:
    return Window(at, at + timedelta(hours=1))
