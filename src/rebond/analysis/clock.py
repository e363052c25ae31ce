"""The clock delays are told on: turning points, the log, and what may be said of an entry that is missing.

domain.md amendment A1: what is not recorded is not "not done". times.py and languages.py tell the delays themselves.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from rebond.actions import Action, ActionLog, When
from rebond.analysis.measure import Measure, Rows, Window
from rebond.analysis.ranges import first_time
from rebond.analysis.shapes import Boundary, Phases
from rebond.sentences import N_, Sentence, say
from rebond.settings import Settings

METHOD = "times/3"
NOT_AN_ANSWER = frozenset({"paid_promotion", "moderation", "takedown", "block"})
OF_THIS_MATTER = timedelta(days=14)  # what is recorded longer before the outbreak belongs to another matter

UNCONFIRMED = N_("The log is not confirmed complete: an earlier act may not be recorded.")
NO_OUTBREAK = N_("The outbreak cannot be dated.")
NO_ENTRY = N_("The log holds no such entry.")
NO_LOG = N_("No log was given.")
NOT_CONFIRMED = N_("Nobody has confirmed that the log is complete for this period.")
AS_TOLD = N_("Counted from the time on the case sheet: the outbreak was not observed.")
PROVISIONAL = N_("Dated on the number of posts alone; provisional.")


@dataclass(frozen=True, slots=True)
class First:
    """The first of several acts: when it was, and the entries that may be it, in time order."""

    when: When
    entries: tuple[Action, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(entry.id for entry in self.entries)


def first_of(actions: Iterable[Action]) -> First | None:
    """The first act; several entries may be it where their ranges overlap."""
    known = sorted(actions, key=lambda a: (a.when.earliest, a.when.latest, a.id))
    if not known:
        return None
    when = first_time(action.when for action in known)
    return First(when, tuple(a for a in known if a.when.earliest <= when.latest))


@dataclass(frozen=True, slots=True)
class Clock:
    """What every delay is measured with."""

    phases: Phases
    log: ActionLog
    settings: Settings
    last: datetime  # last instant captured

    @property
    def outbreak(self) -> Boundary:
        """As measured; where it was not observed, as people tell it (`declared`)."""
        measured, told = self.phases.outbreak, self.settings.sheet.happened_at
        if measured.retained is not None or not measured.censored or told is None:
            return measured
        return Boundary(computed=told[0], low=told[0], high=told[1], declared=told)

    @property
    def detection(self) -> First | None:
        """When the matter was noticed first, as recorded."""
        return self.first_inside("detection")

    def first_inside(self, kind: str) -> First | None:
        """The first entry of a kind, of this matter."""
        return first_of(a for a in self.log.ours if a.kind == kind and self.concerns(a))

    def concerns(self, action: Action) -> bool:
        """Whether an act is of this matter: not longer before it, or before the first post captured, than that."""
        outbreak, phases = self.outbreak, self.phases.phases
        starts = outbreak.low or outbreak.retained or outbreak.high or (phases[0].starts if phases else None)
        return starts is None or action.when.latest >= starts - OF_THIS_MATTER

    def may_answer(self, action: Action) -> bool:
        """Whether an act may answer the matter: recorded from the day before on (anticipated), or posted since."""
        start = self.outbreak.low or self.outbreak.retained
        if start is None:
            return self.concerns(action)
        return action.when.latest >= (start if action.source == "posts" else start - timedelta(days=1))

    @property
    def crisis_window(self) -> Window | None:
        """From outbreak to measured exit, or to the last post captured when the exit was not seen."""
        starts = self.outbreak.retained
        ends = self.phases.exit.retained or self.last
        return None if starts is None or ends <= starts else Window(starts, ends)


def unknown(
    metric: str, facet: str | None, why: Sentence, target: timedelta | None = None, not_recorded: bool = False
) -> Measure:
    """A delay that cannot be told, and why. not_recorded: the log is silent, which is not "not done"."""
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


def no_entry(log: ActionLog) -> Sentence:
    """Why an entry is missing: the log does not hold it, or there is no log at all."""
    return say(NO_ENTRY if any(a.source != "posts" for a in log.actions) else NO_LOG)


def is_as_told(caveats: Iterable[Sentence]) -> bool:
    """Whether a delay is counted from the time on the case sheet, the outbreak itself not being observed."""
    return any(caveat.text == AS_TOLD for caveat in caveats)
