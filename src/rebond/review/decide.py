"""Page two: what we decide. Mostly for people to fill; what the software writes there is a proposal, and says so."""

from datetime import datetime, timedelta
from math import exp, lgamma, log

from rebond.crisis import Crisis
from rebond.evidence.figures import Finding
from rebond.evidence.grade import usual
from rebond.evidence.sealed import logged, sealed
from rebond.review.blocks import Blank, Block, Card, Cards, Cell, Line, Page, Signatures, Table
from rebond.review.state import APPROVAL
from rebond.sentences import N_, InWords, Moment, Sentence, Term, say, say_count

LESSONS, DECISIONS, PROMISES = 5, 3, 4
NEXT = timedelta(days=90)
FEWEST, ONCE_A_YEAR = 5, 1 / (24 * 365)
POISSON = 1e6  # a dispersion above this is no longer told from Poisson

TEAM = N_("the team")
HEAD = N_("management")
FINANCE = N_("finance")
CHAIR = N_("the chair")

# What a finding of page one suggests for next time: (next time …, action, expected proof), by finding id.
SUGGESTED = {
    "ttd_outbreak.worked_less_well": (
        N_("a run-up is seen within the time limit of the plan, nights and weekends included"),
        N_("Watch rota and an alert threshold"),
        N_("A drill at night: alert received within the time limit"),
    ),
    "ttfr.worked_less_well": (
        N_("a first response goes out within the time limit of the plan"),
        N_("Ready holding texts, and two approvers at most"),
        N_("A drill: holding text out within the time limit"),
    ),
    "language_gap.worked_less_well": (
        N_("no text goes out in one language alone"),
        N_("Ready texts in both languages, translator on call"),
        N_("A drill: both languages out within the time limit"),
    ),
    "exit_gap.worked_less_well": (
        N_("the stand-down follows measured criteria"),
        N_("Exit checklist added to the plan; the watch goes on after it"),
        N_("Next event: stand-down after the measured exit"),
    ),
    "max_silence.worked_less_well": (
        N_("an update is given at a stated rhythm, even without news"),
        N_("Rhythm of updates written in the plan"),
        N_("A drill: no silence beyond the rhythm"),
    ),
    "watch.unattended": (
        N_("somebody is on watch when the matter may be raised"),
        N_("Watch rota for nights and weekends"),
        N_("A spot check on one night"),
    ),
}


# What to collect next time, by what was not captured (`Gap.why`).
COLLECTED = {
    "abrupt_end": N_("saved query, dated exports until 30 days after the exit"),
    "picked": N_("a saved query and dated exports, from the first day on"),
    "abrupt_start": N_("export of ordinary weeks every month, kept 12 months"),
}


def page(crisis: Crisis, findings: tuple[Finding, ...], drawn_at: datetime) -> Page:
    """Page two of A9."""
    suggested = [f for f in findings if f.kind == "worked_less_well" and f.id in SUGGESTED][:LESSONS]
    blocks: tuple[Block, ...] = (
        _decisions(suggested), _lessons(suggested), _promises(crisis),
        Cards(cards=(_danger(crisis), _opportunity(), _watch(crisis))),
        Cards(cards=(_employees(), _declined(), _thanks())),
        _signatures(crisis, drawn_at),
    )  # fmt: skip
    return Page(
        key="decide", kicker=say(N_("What we decide")), title=Line(id="p2.title", sentence=_title(suggested)),
        blocks=blocks, foot=_foot(crisis),
    )  # fmt: skip


def _title(suggested: list[Finding]) -> Sentence:
    if not suggested:
        return say(N_("Nothing is decided yet: this page is for the debrief"))
    return say_count(
        N_("Nothing is decided yet: one proposal drawn from the facts is open for discussion"),
        N_("Nothing is decided yet: %(n)s proposals drawn from the facts are open for discussion"),
        len(suggested),
        n=InWords(len(suggested)),
    )


def _foot(crisis: Crisis) -> Sentence:
    exit_ = crisis.phases.exit.retained
    if exit_ is None:
        return say(N_("D+n: n days after the measured exit, which is not dated yet."))
    return say(N_("D+n: n days after the measured exit, on %(day)s."), day=Moment(exit_, "day_year"))


# --- tables ------------------------------------------------------------------------------------------
def _decisions(suggested: list[Finding]) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for n in range(DECISIONS):
        proposal = suggested[n] if n < len(suggested) else None
        what: Cell = (
            Blank(who=say(TEAM))
            if proposal is None
            else Line(id=f"p2.decision.{proposal.id}", proposal=True, sentence=say(SUGGESTED[proposal.id][1]))
        )
        rows.append(
            (n + 1, what, Blank(who=say(FINANCE)), Blank(who=say(HEAD)), Blank(who=say(TEAM)), Blank(who=say(HEAD)))
        )
    return Table(
        title=say(N_("Decisions needed")),
        header=(say(N_("No.")), say(N_("What to decide")), say(N_("Cost")), say(N_("By")),
                say(N_("If nothing is done")), say(N_("Decision"))),
        rows=tuple(rows), widths=(0.15, 1.6, 0.8, 0.8, 1.5, 1.1),
    )  # fmt: skip


def _lessons(suggested: list[Finding]) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for n, finding in enumerate(suggested, start=1):
        following, action, proof = SUGGESTED[finding.id]
        rows.append(
            (
                n,
                Line(id=f"p2.lesson.{finding.id}", sentence=say(following), proposal=True),
                Line(id=f"p2.action.{finding.id}", sentence=say(action)),
                Blank(who=say(HEAD)),
                Line(id=f"p2.proof.{finding.id}", sentence=say(proof)),
                Term(vocabulary="lesson_state", key="observation"),
            )
        )
    for n in range(len(rows) + 1, max(3, len(rows)) + 1):
        rows.append((n, Blank(who=say(TEAM)), Blank(who=say(TEAM)), Blank(who=say(HEAD)), Blank(who=say(TEAM)), None))
    return Table(
        title=say(N_("Lessons and actions")),
        header=(say(N_("No.")), say(N_("Next time…")), say(N_("Action")), say(N_("Who, when")),
                say(N_("Proof, verification")), say(N_("State"))),
        rows=tuple(rows), widths=(0.15, 1.5, 1.4, 0.9, 1.3, 0.8),
        note=say(N_("A row marked “proposal to discuss” is the software's, whole, until a person adopts it.")),
    )  # fmt: skip


def _promises(crisis: Crisis) -> Table:
    made = [a for a in crisis.log.ours if a.kind == "commitment"][:PROMISES]
    rows: list[tuple[Cell, ...]] = [
        (logged(a.title, crisis.sheet), Moment(a.when.earliest, "day"), Blank(who=say(TEAM)), Blank(who=say(TEAM)))
        for a in made
    ]
    if not rows:
        rows = [(Blank(who=say(TEAM)),) * 4 for _ in range(2)]
    return Table(
        title=say(N_("Public promises")),
        header=(say(N_("Promise")), say(N_("Made on")), say(N_("Due")), say(N_("Kept?"))),
        rows=tuple(rows), widths=(2.2, 0.9, 0.9, 0.9),
        note=say(N_("As recorded in the log.")) if made else say(N_("The log records no public promise.")),
    )  # fmt: skip


# --- cards --------------------------------------------------------------------------------------------
def _danger(crisis: Crisis) -> Card:
    pairs: list[tuple[Sentence, Cell]] = []
    if crisis.baseline.per_day is not None:
        pairs.append(
            (
                say(N_("Sign")),
                Line(
                    id="p2.danger.sign",
                    proposal=True,
                    sentence=say(
                        N_("more than %(n)s posts in an hour; usual: %(usual)s a day"),
                        n=threshold(crisis),
                        usual=usual(crisis.baseline.per_day),
                    ),
                ),
            )
        )
    pairs.append((say(N_("Tell")), Blank(who=say(TEAM))))
    return Card(title=say(N_("Danger")), body=Blank(who=say(TEAM)), pairs=tuple(pairs))


def threshold(crisis: Crisis) -> int:
    """Posts in an hour that normal time passes about once a year at most, at the busiest hour of its day.

    Negative binomial with the dispersion of the normal level. At least the 5 posts under which an hour tells nothing
    (domain.md n_min).
    """
    rate = (crisis.baseline.per_day or 0.0) / 24 * max(crisis.baseline.profile or (1.0,))
    if rate <= 0:
        return FEWEST
    r = min(crisis.baseline.dispersion, POISSON)
    none, more = r * log(r / (r + rate)), log(rate / (r + rate))  # logs, so that a high rate does not vanish
    most, tail = 0, 1.0
    while (tail := tail - exp(none + lgamma(most + r) - lgamma(r) - lgamma(most + 1) + most * more)) > ONCE_A_YEAR:
        most += 1
    return max(FEWEST, most)


def _opportunity() -> Card:
    return Card(
        title=say(N_("Opportunity")), body=Blank(who=say(TEAM)), pairs=((say(N_("First step")), Blank(who=say(TEAM))),)
    )


def _watch(crisis: Crisis) -> Card:
    sheet = crisis.sheet
    who: Cell = sealed(sheet.watched_by) if sheet.watched_by else Blank(who=say(TEAM))
    until: Cell = Moment(sheet.watched_until, "day_year") if sheet.watched_until else Blank(who=say(HEAD))
    return Card(
        title=say(N_("The watch")),
        body=None,
        pairs=(
            (say(N_("Who")), who),
            (say(N_("Rhythm")), Blank(who=say(TEAM))),
            (say(N_("Until")), until),
            *_collected(crisis),
        ),
    )


def _collected(crisis: Crisis) -> tuple[tuple[Sentence, Cell], ...]:
    """What to collect next time, where the collection itself stopped short or started late."""
    found: list[str] = ["picked"] if crisis.picked.alone else []
    found += [gap.why for gap in crisis.volume.gaps if gap.why in COLLECTED and gap.platform is None]
    why = next(iter(found), None)
    if why is None:
        return ()
    return ((say(N_("Collection")), Line(id="p2.watch.collection", proposal=True, sentence=say(COLLECTED[why]))),)


def _employees() -> Card:
    return Card(
        title=say(N_("Employees")),
        body=None,
        pairs=((say(N_("Who will know what")), Blank(who=say(TEAM))), (say(N_("When")), Blank(who=say(TEAM)))),
    )


def _declined() -> Card:
    return Card(title=say(N_("Declined, and why")), body=Blank(who=say(HEAD)))


def _thanks() -> Card:
    return Card(title=say(N_("Thanks")), body=Blank(who=say(HEAD)))


def _signatures(crisis: Crisis, drawn_at: datetime) -> Signatures:
    exit_, note = crisis.phases.exit.retained, say(N_("One line per point, on this same page."))
    next_value: Cell = Blank(who=say(HEAD))
    if exit_ is not None and exit_ + NEXT > drawn_at:
        next_value = say(N_("%(day)s, D+90"), day=Moment(exit_ + NEXT, "day_year"))
    elif exit_ is not None:
        note = say(N_("D+90 was %(day)s: set the next date."), day=Moment(exit_ + NEXT, "day_year"))
    return Signatures(
        next_label=say(N_("Next date")), next_value=next_value,
        next_note=note,
        boxes=(
            (say(N_("Approval: name, date")), Blank(id=f"{APPROVAL}.head", who=say(HEAD))),
            (say(N_("Approval: name, date")), Blank(id=f"{APPROVAL}.chair", who=say(CHAIR))),
            (say(N_("Total cost of the crisis")), Blank(who=say(FINANCE))),
        ),
    )  # fmt: skip
