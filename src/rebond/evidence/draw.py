"""Findings a computer may propose: a measured or logged fact held against a stated target or rule.

Nothing is called good or bad without something to hold it against: a target of the plan, the measured exit, a language
that is owed. What people did beyond the plan is at most a question. Cause, skill and intention are for people.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from rebond.analysis.clock import Clock, is_as_told
from rebond.crisis import Crisis
from rebond.evidence.figures import Figure, Finding, Kind
from rebond.evidence.sealed import logged
from rebond.sentences import N_, Moment, Sentence, Term, Token, say


@dataclass(frozen=True, slots=True)
class Known:
    """What a rule may look at."""

    crisis: Crisis
    figures: dict[str, Figure]

    def figure(self, id: str) -> Figure | None:
        """The figure, when it has a value that can be compared."""
        figure = self.figures.get(id)
        return figure if figure is not None and (figure.value is not None or figure.interval) else None


Rule = Callable[[Known], Iterator[Finding]]


def draw_findings(crisis: Crisis, figures: tuple[Figure, ...]) -> tuple[Finding, ...]:
    """Every finding the rules propose, the most telling first within each kind."""
    known = Known(crisis, {figure.id: figure for figure in figures})
    return tuple(finding for rule in RULES for finding in rule(known))


# --- delays against the plan ----------------------------------------------------------------------
def _detection(known: Known) -> Iterator[Finding]:
    figure = known.figure("ttd_outbreak")
    if figure is None:
        return
    before = _at_most(figure, timedelta(0))
    if before:
        yield _finding(
            figure, "worked", "monitoring", say(N_("The matter was noticed before volume left its normal level."))
        )
        return
    text = N_("Detection %(delay)s after the outbreak; plan: %(target)s.")
    if is_as_told(figure.caveats):
        text = N_("Detection %(delay)s after the start stated on the case sheet; plan: %(target)s.")
    yield from _against_plan(figure, "monitoring", text)


def _answer(known: Known) -> Iterator[Finding]:
    figure = known.figure("ttfr")
    if figure is not None:
        text = N_("First recorded public response %(delay)s after the outbreak; plan: %(target)s.")
        if is_as_told(figure.caveats):
            text = N_("First recorded public response %(delay)s after the start stated on the case sheet; "
                      "plan: %(target)s.")  # fmt: skip
        if _at_most(figure, timedelta(0)):  # where the plan names a delay, an answer that came first is within it
            text = N_("First recorded public response %(delay)s; plan: %(target)s.")
        yield from _against_plan(figure, "communication", text)


def _languages(known: Known) -> Iterator[Finding]:
    figure = known.figure("language_gap")
    measure = known.crisis.measure("language_gap")
    if figure is None or measure is None:
        return
    if figure.censored:
        yield _finding(
            figure,
            "worked_less_well",
            "communication",
            say(
                N_("No public response is recorded in %(language)s, which is owed; the log is confirmed complete."),
                language=Term(vocabulary="language", key=str(measure.details["last"])),
            ),
        )
        return
    yield from _against_plan(
        figure,
        "communication",
        N_("Second language %(delay)s after the first; plan: %(target)s."),
    )


def _against_plan(figure: Figure, subject: str, text: str) -> Iterator[Finding]:
    """Worked when the whole range is within the target, worked less well when all of it is beyond, else nothing."""
    if not isinstance(figure.against, timedelta):
        return
    sentence = say(text, delay=Token(figure.id, figure.printed), target=figure.against)
    if _at_most(figure, figure.against):
        yield _finding(figure, "worked", subject, sentence)
    elif _beyond(figure, figure.against):
        yield _finding(figure, "worked_less_well", subject, sentence)


# --- exit, silence --------------------------------------------------------------------------------
def _exit(known: Known) -> Iterator[Finding]:
    figure = known.figure("exit_gap")
    if figure is None:
        return
    if _beyond(figure, timedelta(0), strict=False):
        yield _finding(
            figure,
            "worked",
            "emergency",
            say(N_("The stand-down waited for the measured exit: a full day of low volume.")),
        )
    elif isinstance(figure.value, timedelta):
        yield _finding(
            figure,
            "worked_less_well",
            "emergency",
            say(N_("Stand-down %(delay)s before the measured exit."), delay=Token(figure.id, -figure.value)),
        )


def _silence(known: Known) -> Iterator[Finding]:
    figure, limit = known.figure("max_silence"), known.crisis.settings.parameters.silence_hours_hot
    if figure is None or not isinstance(figure.value, timedelta) or figure.window is None:
        return
    hot = any(
        p.key in ("outbreak", "peak") and p.starts < figure.window.ends and figure.window.starts < p.ends
        for p in known.crisis.phases.phases
    )
    if hot and figure.value > timedelta(hours=limit):
        yield _finding(
            figure,
            "worked_less_well",
            "communication",
            say(
                N_(
                    "The longest stretch without a public word lasted %(delay)s, from %(start)s; "
                    "limit while volume is high: %(limit)s."
                ),
                delay=Token(figure.id, figure.printed),
                limit=timedelta(hours=limit),
                start=Moment(figure.window.starts, "full"),
            ),
        )


def _watch(known: Known) -> Iterator[Finding]:
    """Nobody on watch around the outbreak, only when people wrote so or confirmed the record."""
    crisis = known.crisis
    start = crisis.phases.outbreak.retained
    first = Clock(crisis.phases, crisis.log, crisis.settings, crisis.window.ends).detection
    if start is None or first is None or not crisis.log.is_complete("monitoring", start, first.when.latest):
        return
    if first.when.earliest - start > timedelta(hours=2):
        yield Finding(
            id="watch.unattended",
            kind="worked_less_well",
            area="social",
            subject="monitoring",
            strength="logged",
            sentence=say(
                N_("Nobody was on watch from the outbreak to %(end)s, according to a log confirmed complete."),
                end=Moment(first.when.earliest, "full"),
            ),
            actions=first.ids,
            figures=("ttd_outbreak",),
        )


# --- what people did beyond the plan ------------------------------------------------------------------
def _service(known: Known) -> Iterator[Finding]:
    """A measure for those concerned, as people logged it. Whether it helped is a question: no rule answers it."""
    start = known.crisis.phases.outbreak.retained
    for action in known.crisis.log.ours:
        if action.kind in SERVICE and action.source != "posts" and (start is None or action.when.latest >= start):
            yield Finding(
                id=f"logged.{action.id}", kind="worked", area="rest", subject="stakeholders", strength="logged",
                actions=(action.id,),
                sentence=say(
                    N_("Recorded on %(at)s: %(what)s. Did it help?"),
                    at=Moment(action.when.earliest, "short"),
                    what=logged(action.title, known.crisis.sheet, 120, inside=True),
                ),
            )  # fmt: skip
            return


SERVICE = ("service_measure", "operational_fix", "support_people")
RULES: tuple[Rule, ...] = (_detection, _answer, _languages, _watch, _exit, _silence, _service)


# --- small things -----------------------------------------------------------------------------------
def _finding(figure: Figure, kind: Kind, subject: str, sentence: Sentence) -> Finding:
    logged = figure.n_of == "entries"
    return Finding(
        id=f"{figure.id}.{kind}",
        kind=kind,
        area="social",
        subject=subject,
        sentence=sentence,
        strength="logged" if logged else "measured",
        figures=(figure.id,),
        actions=figure.rows.actions,
    )


def _range(figure: Figure) -> tuple[timedelta | None, timedelta | None]:
    """Shortest and longest the value may be. A boundary's own hour of doubt does not widen a verdict."""
    if isinstance(figure.value, timedelta):
        return figure.value, None if figure.censored else figure.value
    low, high = figure.interval or (None, None)
    return low if isinstance(low, timedelta) else None, high if isinstance(high, timedelta) else None


def _at_most(figure: Figure, limit: timedelta) -> bool:
    _, high = _range(figure)
    return high is not None and high <= limit


def _beyond(figure: Figure, limit: timedelta, strict: bool = True) -> bool:
    low, _ = _range(figure)
    return low is not None and (low > limit if strict else low >= limit)
