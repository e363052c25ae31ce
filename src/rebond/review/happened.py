"""Page one: what happened. A measured fact as title, three sentences, six figures, the curve, what we do not know."""

from datetime import datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from rebond.actions import Action
from rebond.analysis.measure import Window
from rebond.analysis.sides import Response
from rebond.crisis import Crisis
from rebond.evidence.figures import Figure, Finding
from rebond.evidence.sealed import sealed
from rebond.review import marks
from rebond.review.blocks import (
    AfterResponses,
    Blank,
    Columns,
    Curve,
    Findings,
    Followed,
    KeyFigure,
    KeyFigures,
    Line,
    Page,
    StateBox,
    Strip,
    Told,
)  # fmt: skip
from rebond.review.figures import timeline
from rebond.review.limits import unknowns
from rebond.sentences import (
    N_,
    AtLeast,
    Listing,
    Moment,
    Number,
    Sentence,
    Term,
    Token,
    Value,
    Verbatim,
    say,
    say_count,
)  # fmt: skip

SHORT = 3  # findings a column


def page(crisis: Crisis, figures: tuple[Figure, ...], findings: tuple[Finding, ...], drawn_at: datetime) -> Page:
    """Page one of A9."""
    known = {figure.id: figure for figure in figures}
    return Page(
        key="happened",
        kicker=say(N_("What happened")),
        title=Line(id="p1.title", sentence=title(crisis, known)),
        blocks=(
            _state(crisis, drawn_at),
            Told(rows=(
                (say(N_("The fact")), _fact(crisis, known)),
                (say(N_("Our acts")), _acts(crisis, known)),
                (say(N_("Where we stand")), _standing(crisis, known)),
            )),
            KeyFigures(cells=tuple(_cell(crisis, known, *asked) for asked in SIX)),
            _beside(crisis),
            _curve(crisis),
            _after(crisis),
            _found(findings),
            Columns(title=say(N_("What we do not know")), lines=tuple(
                Line(id=f"p1.unknown.{key}", sentence=sentence) for key, sentence in unknowns(crisis)[:3])),
        ),
        foot=say(N_("Measured: counted on the posts captured. Log: recorded by people. "
                    "Ranges: what the record allows, or a 95% interval.")),
    )  # fmt: skip


# --- title, state ------------------------------------------------------------------------------------
def title(crisis: Crisis, known: dict[str, Figure]) -> Sentence:
    """What, how long, compared with what: only measured or logged facts (A4)."""
    what: dict[str, Value] = {"case": case_name(crisis), "posts": Token("volume", known["volume"].printed)}
    answer, ratio, back = known.get("ttfr"), known.get("peak_ratio"), known.get("rtb")
    start: Literal["plan", "answer", "ratio", "peak", "posts"] = "posts"
    if answer is not None and (answer.value is not None or answer.interval is not None) and _is_logged(crisis):
        start, what["answer"] = "answer", Token("ttfr", answer.printed)
        if isinstance(answer.against, timedelta):
            start, what["plan"] = "plan", answer.against
    elif ratio is not None and ratio.value is not None and crisis.phases.main_peak is not None:
        start, what["ratio"] = "ratio", Token("peak_ratio", ratio.printed)
    end: Literal["back", "unseen", "none"] = "none"
    if back is not None and back.value is not None and not crisis.phases.too_few:
        end = "unseen" if back.censored else "back"
        if end == "back":
            what["back"] = Token("rtb", back.printed)
    if (start, end) == ("posts", "none") and crisis.phases.main_peak is not None:
        start, what["peak"] = "peak", Token("volume.peak_hour", crisis.phases.main_peak.posts)
        what["span"] = _span(crisis)
    return say(TITLES[start, end], **what)


def _is_logged(crisis: Crisis) -> bool:
    """Whether people recorded the first response; an own post captured may be about anything."""
    first = _first_answer(crisis, None)
    return first is not None and first.source != "posts"


TITLES = {
    ("plan", "back"): N_("%(case)s: %(posts)s posts captured, first response in %(answer)s (plan: %(plan)s), "
                         "back to the usual volume in %(back)s"),
    ("plan", "unseen"): N_("%(case)s: %(posts)s posts captured, first response in %(answer)s (plan: %(plan)s), "
                           "return to the usual volume not yet observed"),
    ("plan", "none"): N_("%(case)s: %(posts)s posts captured, first response in %(answer)s (plan: %(plan)s)"),
    ("answer", "back"): N_("%(case)s: %(posts)s posts captured, first response in %(answer)s, "
                           "back to the usual volume in %(back)s"),
    ("answer", "unseen"): N_("%(case)s: %(posts)s posts captured, first response in %(answer)s, "
                             "return to the usual volume not yet observed"),
    ("answer", "none"): N_("%(case)s: %(posts)s posts captured, first response in %(answer)s"),
    ("ratio", "back"): N_("%(case)s: %(posts)s posts captured, up to %(ratio)s times the usual volume, "
                          "back to it in %(back)s"),
    ("ratio", "unseen"): N_("%(case)s: %(posts)s posts captured, up to %(ratio)s times the usual volume, "
                            "return to it not yet observed"),
    ("ratio", "none"): N_("%(case)s: %(posts)s posts captured, up to %(ratio)s times the usual volume"),
    ("peak", "none"): N_("%(case)s: %(posts)s posts captured, up to %(peak)s %(span)s"),
    ("posts", "back"): N_("%(case)s: %(posts)s posts captured, back to the usual volume in %(back)s"),
    ("posts", "unseen"): N_("%(case)s: %(posts)s posts captured, return to the usual volume not yet observed"),
    ("posts", "none"): N_("%(case)s: %(posts)s posts captured"),
}  # fmt: skip


def case_name(crisis: Crisis) -> Value:
    """The title people gave the case, else the organisation and the days captured."""
    sheet = crisis.sheet
    if sheet.title:
        return sealed(sheet.title)
    peak = crisis.phases.main_peak
    start = crisis.phases.outbreak.retained or (peak.at if peak else crisis.window.starts)
    if sheet.organisation:
        return say(
            N_("%(organisation)s, %(day)s"), organisation=Verbatim(sheet.organisation), day=Moment(start, "day_year")
        )
    return say(N_("Crisis of %(day)s"), day=Moment(start, "day_year"))


def _state(crisis: Crisis, drawn_at: datetime) -> StateBox:
    recorded = [a for a in crisis.log.actions if a.source != "posts"]
    return StateBox(
        label=say(N_("State")),
        steps=(say(N_("computed draft")), say(N_("corrected")), say(N_("approved"))),
        now=0,
        facts=(
            (say(N_("Period")), _period(crisis.window)),
            (say(N_("Drawn up on")), Moment(drawn_at, "day_year")),
            (say(N_("Author")), _given(crisis.sheet.author)),
            (say(N_("Circulation")), _given(crisis.sheet.circulation)),
            (say(N_("Founded on")), Listing((
                say_count(N_("%(n)s export"), N_("%(n)s exports"), crisis.corpus.files),
                say_count(N_("%(n)s log entry"), N_("%(n)s log entries"), len(recorded)) if recorded
                else say(N_("no log entry")),
            ))),
        ),
    )  # fmt: skip


def _period(window: Window) -> Sentence:
    """The year is said once when it is the same."""
    start: Literal["day", "day_year"] = "day" if window.starts.year == window.ends.year else "day_year"
    return say(N_("from %(start)s to %(end)s"), start=Moment(window.starts, start), end=Moment(window.ends, "day_year"))


def _given(words: str | None) -> Value:
    return sealed(words) if words else say(N_("to be completed"))


# --- three sentences -----------------------------------------------------------------------------------
def _fact(crisis: Crisis, known: dict[str, Figure]) -> tuple[Line, ...]:
    lines = []
    if crisis.sheet.what_happened:
        lines.append(
            Line(
                id="p1.fact.told",
                sentence=say(N_("%(what)s."), what=sealed(crisis.sheet.what_happened, 240, inside=True)),
                tag=Term(vocabulary="evidence_strength", key="logged"),
            )
        )
    lines.append(Line(id="p1.fact.volume", sentence=_what_volume_did(crisis, known)))
    return tuple(lines)  # fmt: skip


def _what_volume_did(crisis: Crisis, known: dict[str, Figure]) -> Sentence:
    phases, start = crisis.phases, crisis.phases.outbreak.retained
    if phases.too_few:
        return say_count(
            N_("%(n)s post was captured: too few for a curve, so it is only counted."),
            N_("%(n)s posts were captured: too few for a curve, so they are only counted."),
            crisis.corpus.counted,
        )
    if phases.main_peak is None:
        return say(N_("No run-up stands out from the usual volume in the posts captured."))
    peak = {
        "peak": Moment(phases.main_peak.at, "full"),
        "n": Token("volume.peak_hour", phases.main_peak.posts),
        "span": _span(crisis),
    }
    if start is None:
        return say(
            N_("The outbreak cannot be dated; volume was highest on %(peak)s, with %(n)s posts %(span)s."), **peak
        )
    if len(phases.peaks) > 1:
        return say(
            N_(
                "Volume left its usual level on %(start)s and peaked %(k)s times, "
                "highest on %(peak)s with %(n)s posts %(span)s."
            ),
            start=Moment(start, "full"),
            k=Token("n_peaks", len(phases.peaks)),
            **peak,
        )
    if _same_day(crisis, start, phases.main_peak.at):
        peak["peak"] = Moment(phases.main_peak.at, "time")
        text = N_("Volume left its usual level on %(start)s and peaked at %(peak)s, with %(n)s posts %(span)s.")
    else:
        text = N_("Volume left its usual level on %(start)s and peaked on %(peak)s, with %(n)s posts %(span)s.")
    return say(text, start=Moment(start, "full"), **peak)


def _same_day(crisis: Crisis, one: datetime, other: datetime) -> bool:
    zone = ZoneInfo(crisis.sheet.time_zone or "UTC")
    return one.astimezone(zone).date() == other.astimezone(zone).date()


def _span(crisis: Crisis) -> Sentence:
    """The width of the bin a peak is counted in."""
    seconds = crisis.volume.seconds
    if seconds == 3600:
        return say(N_("in an hour"))
    return say(N_("in a day")) if seconds == 86400 else say(N_("in %(length)s"), length=timedelta(seconds=seconds))


def _acts(crisis: Crisis, known: dict[str, Figure]) -> tuple[Line, ...]:
    log, start = crisis.log, crisis.phases.outbreak.retained
    if not log.ours:
        return (
            Line(
                id="p1.acts.none",
                sentence=say(
                    N_(
                        "Not recorded: no log was given and no post of ours was captured. "
                        "This does not mean that nothing was done."
                    )
                ),
            ),
        )
    lines = []
    detected = _first(log.ours, "detection")
    if detected is not None:
        lines.append(
            Line(
                id="p1.acts.detected",
                sentence=say(N_("We noticed it on %(when)s."), when=marks.told(detected)),
                tag=Term(vocabulary="evidence_strength", key="logged"),
            )
        )
    answers = _answers_by_language(crisis)
    if answers:
        lines.append(
            Line(
                id="p1.acts.answered", sentence=answers, tag=Term(vocabulary="evidence_strength", key=_strength(crisis))
            )
        )
    elif start is not None:
        lines.append(
            Line(
                id="p1.acts.no-answer",
                sentence=say(
                    N_("No public response is recorded after the outbreak; this does not mean that there was none.")
                ),
            )
        )
    return tuple(lines)  # fmt: skip


def _strength(crisis: Crisis) -> str:
    first = _first_answer(crisis, None)
    return "measured" if first is not None and first.source == "posts" else "logged"


def _answers_by_language(crisis: Crisis) -> Sentence | None:
    """First public response, by language where two are owed and recorded at different times."""
    first = _first_answer(crisis, None)
    if first is None:
        return None
    if first.source == "posts":
        return say(
            N_(
                "The first of our own posts captured after the outbreak is of %(first)s; "
                "no earlier response is recorded."
            ),
            first=marks.told(first),
        )
    owed = [(lang, _first_answer(crisis, lang)) for lang in crisis.sheet.languages_owed]
    found = sorted(((a.when.earliest, lang, a) for lang, a in owed if a is not None), key=lambda item: item[:2])
    if len(found) >= 2 and found[0][2] is not found[-1][2]:
        return say(
            N_("We first responded publicly on %(first)s in %(lang1)s, and on %(second)s in %(lang2)s."),
            first=marks.told(found[0][2]),
            lang1=Term(vocabulary="language", key=found[0][1]),
            second=marks.told(found[-1][2]),
            lang2=Term(vocabulary="language", key=found[-1][1]),
        )
    if len(found) >= 2:
        return say(N_("We first responded publicly on %(first)s, in both languages."), first=marks.told(first))
    return say(N_("We first responded publicly on %(first)s."), first=marks.told(first))


def _first_answer(crisis: Crisis, lang: str | None) -> Action | None:
    figure = crisis.measure("ttfr" if lang is None else f"ttfr.{lang}")
    wanted = figure.rows.actions[0] if figure is not None and figure.rows.actions else None
    return next((a for a in crisis.log.actions if a.id == wanted), None)


def _standing(crisis: Crisis, known: dict[str, Figure]) -> tuple[Line, ...]:
    phases, lines = crisis.phases, []
    if phases.normal.retained is not None:
        lines.append(
            Line(
                id="p1.now.normal",
                sentence=say(
                    N_("Volume came back to its usual range on %(day)s."), day=Moment(phases.normal.retained, "day")
                ),
            )
        )
    elif phases.exit.retained is not None:
        lines.append(
            Line(
                id="p1.now.exit",
                sentence=say(
                    N_(
                        "The measured exit is on %(day)s; "
                        "the return to the usual volume was not yet observed on %(last)s."
                    ),
                    day=Moment(phases.exit.retained, "day"),
                    last=Moment(crisis.window.ends, "day"),
                ),
            )
        )
    elif phases.too_few or phases.main_peak is None:
        lines.append(
            Line(
                id="p1.now.none",
                sentence=say(
                    N_("With these posts, an end cannot be told; the last one captured is of %(last)s."),
                    last=Moment(crisis.window.ends, "full"),
                ),
            )
        )
    else:
        lines.append(Line(id="p1.now.cut", sentence=_not_seen(crisis)))
    for window in phases.relapses[:1]:
        lines.append(
            Line(
                id="p1.now.relapse", sentence=say(N_("A relapse is seen on %(day)s."), day=Moment(window.starts, "day"))
            )
        )
    return tuple(lines)  # fmt: skip


def _not_seen(crisis: Crisis) -> Sentence:
    cut = next((g for g in crisis.volume.gaps if g.why == "abrupt_end"), None)
    if cut is not None:
        return say(
            N_("The collection stops on %(at)s, with volume still high: the end was not captured."),
            at=Moment(cut.window.starts, "full"),
        )
    return say(
        N_("The posts captured stop on %(last)s, before an exit could be observed."),
        last=Moment(crisis.window.ends, "full"),
    )


def _first(actions: tuple[Action, ...], kind: str) -> Action | None:
    return min((a for a in actions if a.kind == kind), key=lambda a: (a.when.earliest, a.id), default=None)


# --- six figures -------------------------------------------------------------------------------------------
SIX = (
    ("ttd_sign", N_("from the first sign to detection")),
    ("ttfr", N_("from the outbreak to the first response")),
    ("language_gap", N_("between the two languages")),
    ("volume", N_("posts captured")),
    ("peak_ratio", N_("times the usual volume, over 24 h")),
    ("rtb", N_("from the outbreak to the usual volume")),
)


def _cell(crisis: Crisis, known: dict[str, Figure], id: str, label: str) -> KeyFigure:
    figure = known.get(id)
    if figure is None or (figure.value is None and figure.interval is None):
        return KeyFigure(
            figure=None if figure is None else id,
            label=say(label),
            withheld=True,
            value=figure.printed if figure is not None else say(N_("cannot tell")),
            against=() if figure is None or figure.why_not is None else (figure.why_not,),
        )
    value, against = figure.printed, _against(crisis, known, figure)
    if figure.censored and isinstance(value, AtLeast):
        value, against = say(N_("≥ %(value)s"), value=value.value), (say(N_("not yet observed")), *against)
    if id == "ttfr" and not _is_logged(crisis):
        against = (*against, say(N_("our own post, captured; not in the log")))
    return KeyFigure(
        figure=id, value=Token(id, value), label=say(label), against=against[:2], confidence=figure.confidence
    )


def _against(crisis: Crisis, known: dict[str, Figure], figure: Figure) -> tuple[Sentence, ...]:
    """The comparison under a figure, in the fixed order: our plan, our normal level, else what it counts."""
    if isinstance(figure.against, timedelta):
        return (say(N_("plan: %(target)s"), target=figure.against),)
    if figure.id == "ttd_sign" and (outbreak := known.get("ttd_outbreak")) and outbreak.value is not None:
        return (say(N_("after the outbreak: %(delay)s"), delay=Token("ttd_outbreak", outbreak.printed)),)
    if figure.id == "volume":
        accounts = known["volume.accounts"]
        return (
            ()
            if accounts.value is None
            else (say(N_("by %(n)s distinct accounts"), n=Token("volume.accounts", accounts.printed)),)
        )
    if figure.id == "peak_ratio" and crisis.baseline.per_day is not None:
        return (say(N_("%(n)s captured; usual: %(usual)s a day"), n=figure.n, usual=_usual(crisis.baseline.per_day)),)
    if figure.id == "rtb" and crisis.phases.normal.retained is not None:
        return (say(N_("on %(day)s"), day=Moment(crisis.phases.normal.retained, "day")),)
    if figure.id == "language_gap":
        return (say(N_("the plan states no target")),)
    return ()  # fmt: skip


def _usual(per_day: float) -> Value:
    return round(per_day) if per_day >= 10 else Number(per_day, 1)


# --- beside, curve ------------------------------------------------------------------------------------------
def _beside(crisis: Crisis) -> Strip:
    items: list[tuple[Sentence | Value, Value]] = []
    for one in crisis.beside[:3]:
        name = sealed(one.series.name, 40)
        if one.during is None:
            items.append((name, say(N_("not comparable: no count inside the crisis"))))
        elif one.before is None:
            items.append((name, say(N_("%(during)s a day during"), during=_count(one.during))))
        else:
            items.append(
                (
                    name,
                    say(
                        N_("%(during)s a day, %(before)s before"),
                        during=_count(one.during),
                        before=_count(one.before),
                    ),
                )
            )
    if not items:
        items.append((say(N_("Calls, departures, gifts")), None))
    items.append((say(N_("Cost")), _cost(crisis)))
    return Strip(label=say(N_("Outside social media")), items=tuple(items))


def _cost(crisis: Crisis) -> Value:
    return sealed(crisis.sheet.costs, 60) if crisis.sheet.costs else None


def _count(value: float) -> Value:
    return round(value) if value >= 10 else Number(value, 1)


def _curve(crisis: Crisis) -> Curve:
    symbols = marks.shown(crisis)
    note = [say(N_("Circle: our acts. Diamond: outside event."))] if symbols else []
    if not crisis.volume.observed.all():
        note.append(say(N_("Hatched: not observed, the exports hold nothing there.")))
    note.append(say(N_("Phases are dated on the number of posts alone and are provisional.")))
    return Curve(picture=timeline.draw(crisis, symbols), marks=marks.legend(symbols), note=tuple(note))


# --- responses, findings --------------------------------------------------------------------------------------
def _after(crisis: Crisis) -> AfterResponses:
    symbols = {action.id: symbol for symbol, action in marks.shown(crisis)}
    kept = [
        r for r in crisis.responses if r.action.id in symbols and (r.action.source != "posts" or not _logged(crisis))
    ]
    kept = sorted(
        kept, key=lambda r: (r.peak_after is None, -marks.WEIGHT.get(r.action.kind, 3), r.action.when.earliest)
    )
    kept = sorted(kept[:SHORT], key=lambda r: (r.action.when.earliest, r.action.id))
    items = []
    for response in kept:
        counts = _around(response)
        if response.peak_after is None:
            line = counts
        else:
            line = say(
                N_("%(counts)s A peak follows %(delay)s later."),
                counts=counts,
                delay=timedelta(seconds=response.peak_after),
            )
        items.append(
            Followed(
                symbol=symbols[response.action.id],
                name=marks.named(response.action),
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
        return say(N_("%(after)s posts in the 6 hours after it; those before were not all observed."), after=after)
    if after is None:
        return say(N_("%(before)s posts in the 6 hours before it; those after were not all observed."), before=before)
    return say(N_("6 h before: %(before)s posts; 6 h after: %(after)s."), before=before, after=after)


def _logged(crisis: Crisis) -> bool:
    return any(a.source != "posts" for a in crisis.log.public)


def _found(findings: tuple[Finding, ...]) -> Findings:
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
