"""Page one: what happened. A measured fact as title, three sentences, six figures, the curve, what we do not know."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Literal

from rebond.analysis.measure import Window
from rebond.analysis.sides import Response
from rebond.crisis import Crisis
from rebond.evidence.figures import Figure, Finding
from rebond.evidence.sealed import sealed
from rebond.review import marks, outside, six, told
from rebond.review.blocks import (
    AfterResponses,
    Blank,
    Columns,
    Curve,
    Findings,
    Followed,
    KeyFigures,
    Line,
    Page,
    StateBox,
    Told,
)
from rebond.review.coverage import why_unseen
from rebond.review.dates import dated, in_one_year, last_of, on_one_day
from rebond.review.figures import timeline
from rebond.review.limits import unknowns
from rebond.review.state import DRAFT, STEPS
from rebond.review.titles import title
from rebond.sentences import N_, Listing, Moment, Sentence, Term, Value, say, say_count

STRAYS = timedelta(days=7)  # hardly any post for longer, then many: the capture began late
SHORT = 3  # findings a column
GIVEN = 60  # small letters of a fact of the state box


def page(crisis: Crisis, figures: tuple[Figure, ...], findings: tuple[Finding, ...], drawn_at: datetime) -> Page:
    """Page one of A9."""
    known = {figure.id: figure for figure in figures}
    return Page(
        key="happened",
        kicker=say(N_("What happened")),
        title=Line(id="p1.title", sentence=title(crisis, known)),
        blocks=(
            state_box(crisis, drawn_at),
            Told(rows=(
                (say(N_("The fact")), told.fact(crisis)),
                (say(N_("Our acts")), told.acts(crisis)),
                (say(N_("Where we stand")), told.standing(crisis)),
            )),
            KeyFigures(cells=six.cells(crisis, known)),
            outside.strip(crisis),
            _curve(crisis),
            _after(crisis),
            found(findings),
            Columns(title=say(N_("What we do not know")), lines=tuple(
                Line(id=f"p1.unknown.{key}", sentence=sentence) for key, sentence in unknowns(crisis)[:3])),
        ),
        foot=say(N_("Measured: counted on the posts captured. Log: recorded by people. "
                    "Ranges: what the record allows, or a 95% interval.")),
    )  # fmt: skip


# --- state ---------------------------------------------------------------------------------------------
def state_box(crisis: Crisis, drawn_at: datetime) -> StateBox:
    """Where the review stands, and what it is founded on."""
    recorded = [a for a in crisis.log.actions if a.source != "posts"]
    return StateBox(
        label=say(N_("State")),
        steps=tuple(say(step) for step in STEPS),
        now=DRAFT,
        facts=(
            (say(N_("Period of the items") if crisis.picked.alone else N_("Period captured")), _captured(crisis)),
            (say(N_("Drawn up on")), Moment(drawn_at, "day_year")),
            (say(N_("Author")), _given(crisis.sheet.author)),
            (say(N_("Circulation")), _given(crisis.sheet.circulation)),
            (say(N_("Based on")), Listing((
                *_files(crisis),
                say_count(N_("%(n)s log entry"), N_("%(n)s log entries"), len(recorded)) if recorded
                else say(N_("no log entry")),
            ))),
        ),
    )  # fmt: skip


def _files(crisis: Crisis) -> Iterator[Sentence]:
    if not crisis.picked.alone:
        yield say_count(N_("%(n)s export"), N_("%(n)s exports"), crisis.corpus.files)
    if crisis.picked.items:
        words = N_("%(n)s item chosen by people"), N_("%(n)s items chosen by people")
        yield say_count(*words, len(crisis.picked.items))


def _captured(crisis: Crisis) -> Sentence:
    """All that was captured, and the part of it that is the crisis."""
    volume, whole = crisis.measure("volume"), _captured_days(crisis)
    if volume is None or volume.window is None or _same_days(crisis, volume.window):
        return whole
    start, end = (dated(crisis, at, "short") for at in (volume.window.starts, last_of(volume.window)))
    phases = crisis.phases
    return say(
        N_("%(captured)s; crisis: %(start)s – %(end)s"), captured=whole,
        start=start if phases.outbreak.retained else say(N_("%(day)s or before"), day=start),
        end=end if phases.normal.retained
        else say(N_("end not captured")) if phases.normal.high
        else say(N_("end not dated")),
    )  # fmt: skip


def _captured_days(crisis: Crisis) -> Sentence:
    """With its year, said once when it is the same. Years of a few strays are no period of capture."""
    begun = [gap.window.ends for gap in crisis.volume.gaps if gap.why == "abrupt_start" and gap.platform is None]
    first, window = crisis.window.starts, crisis.window
    if begun and max(begun) - first > STRAYS:
        dense = _days(crisis, replace(window, starts=max(begun)))
        return say(N_("%(captured)s (a few since %(day)s)"), captured=dense, day=Moment(first, "day_year"))
    return _days(crisis, window)


def _days(crisis: Crisis, window: Window) -> Sentence:
    if on_one_day(crisis, window.starts, window.ends):
        return say(N_("on %(day)s"), day=Moment(window.starts, "day_year"))
    start: Literal["day", "day_year"] = "day" if in_one_year(crisis, window.starts, window.ends) else "day_year"
    return say(N_("from %(start)s to %(end)s"), start=Moment(window.starts, start), end=Moment(window.ends, "day_year"))


def _same_days(crisis: Crisis, window: Window) -> bool:
    """Whether a window and all that was captured begin and end on the same days."""
    whole = crisis.window
    return on_one_day(crisis, window.starts, whole.starts) and on_one_day(crisis, last_of(window), last_of(whole))


def _given(words: str | None) -> Value:
    return sealed(words, GIVEN) if words else say(N_("to be completed"))


# --- curve ------------------------------------------------------------------------------------------
def _curve(crisis: Crisis) -> Curve:
    symbols = marks.shown(crisis)
    note = [say(N_("Circle: our acts. Diamond: outside event."))] if symbols else []
    if not crisis.volume.observed.all():
        why = why_unseen(crisis, timeline.drawn_over(crisis))
        note.append(say(N_("Hatched: not observed (%(why)s)."), why=Listing(why)) if why else
                    say(N_("Hatched: not observed, the exports hold nothing or hardly anything there.")))  # fmt: skip
    note.append(say(N_("Phases are dated on the number of posts alone and are provisional.")))
    return Curve(picture=timeline.draw(crisis, symbols), marks=marks.legend(symbols, crisis.sheet), note=tuple(note))


# --- responses, findings --------------------------------------------------------------------------------------
def _after(crisis: Crisis) -> AfterResponses:
    symbols = {action.id: symbol for symbol, action in marks.shown(crisis)}
    kept = [
        r for r in crisis.responses if r.action.id in symbols and (r.action.source != "posts" or not _logged(crisis))
    ]
    kept = sorted(
        kept, key=lambda r: (r.peak_after is None, -marks.WEIGHT.get(r.action.kind, 3), r.action.when.earliest)
    )
    kept = sorted(kept[:SHORT], key=lambda r: (r.action.when.middle, r.action.id))  # as they are numbered
    items = []
    for response in kept:
        line = _with_peak(crisis, response, _around(response))
        items.append(
            Followed(
                symbol=symbols[response.action.id],
                name=marks.named(response.action, crisis.sheet),
                line=Line(id=f"p1.after.{response.action.id}", sentence=line),
                verdict=say(N_("Role not established.")),
            )
        )
    return AfterResponses(
        title=say(N_("What followed our responses")), items=tuple(items),
        empty=None if items else say(N_("No public response of ours is recorded in this period.")),
    )  # fmt: skip


def _around(response: Response) -> Sentence:
    """Posts before and after an act, where those hours were observed: absent is not zero."""
    before, after = response.posts_before, response.posts_after
    if before is None and after is None:
        return say(N_("The hours around it were not all observed."))
    if before is None:
        return say(N_("Posts in the 6 h after: %(after)s; those before were not all observed."), after=after)
    if after is None:
        return say(N_("Posts in the 6 h before: %(before)s; those after were not all observed."), before=before)
    text = N_("Posts in the 6 h before: %(before)s; in the 6 h after: %(after)s.")
    if not response.action.when.exact:
        text = N_("Hour known roughly. Posts in the 6 h before it may have been: %(before)s; "
                  "in the 6 h after: %(after)s.")  # fmt: skip
    return say(text, before=before, after=after)


def _with_peak(crisis: Crisis, response: Response, counts: Sentence) -> Sentence:
    """The counts around an act, and the peak that falls inside what is known of its hour, with it, or after it."""
    when, bin = response.action.when, timedelta(seconds=max(3600, crisis.volume.seconds))
    if any(when.earliest < peak.at + bin and peak.at <= when.latest for peak in crisis.phases.peaks):
        text = N_("%(counts)s A peak at the same moment.") if when.exact else N_("%(counts)s A peak falls in between.")
        return say(text, counts=counts)
    if response.peak_after is None:
        return counts
    return say(N_("%(counts)s A peak follows %(delay)s later."), counts=counts,
               delay=timedelta(seconds=response.peak_after))  # fmt: skip


def _logged(crisis: Crisis) -> bool:
    return any(a.source != "posts" for a in crisis.log.public)


def found(findings: tuple[Finding, ...]) -> Findings:
    """Worked, worked less well: three a column, the rest for the team."""
    return Findings(
        left=say(N_("Worked")), right=say(N_("Worked less well")),
        worked=_column(findings, "worked"), less=_column(findings, "worked_less_well"),
    )  # fmt: skip


def _column(findings: tuple[Finding, ...], kind: str) -> tuple[Line | Blank, ...]:
    found = [f for f in findings if f.kind == kind][:SHORT]
    lines = (
        Line(id=f"p1.{kind}.{f.id}", sentence=f.sentence, tag=Term(vocabulary="evidence_strength", key=f.strength),
             proposal=f.proposal)
        for f in found
    )  # fmt: skip
    missing = SHORT - len(found)
    return (*lines, *(Blank(who=say(N_("the team, at the debrief"))) for _ in range(missing)))
