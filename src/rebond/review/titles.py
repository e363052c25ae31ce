"""The title of page one: what, how long, compared with what; and what the case is called."""

from dataclasses import replace
from datetime import timedelta
from typing import Literal

from rebond.analysis.clock import First, first_of
from rebond.crisis import Crisis
from rebond.evidence.figures import Figure
from rebond.evidence.room import shortened
from rebond.evidence.sealed import sealed
from rebond.review.dates import DAY, begins, in_one_year, is_undated, last_of
from rebond.sentences import N_, Between, Moment, Sentence, Token, Value, Verbatim, say

HOUR = 3600
NAME = 64  # small letters of the name of a case or an organisation: a title then holds on three lines


def title(crisis: Crisis, known: dict[str, Figure]) -> Sentence:
    """What, how long, compared with what: only measured or logged facts (A4).

    A board may read the title alone: a ratio of low confidence is left to the page.
    """
    if crisis.corpus.counted <= 1:
        return say(ONE if crisis.corpus.counted else NONE, case=case_name(crisis))
    what: dict[str, Value] = {"case": case_name(crisis), "posts": Token("volume", known["volume"].printed)}
    answer, ratio, back = known.get("ttfr"), known.get("peak_ratio"), known.get("rtb")
    start: Literal["plan", "answer", "ratio", "peak", "least", "posts"] = "posts"
    if answer is not None and isinstance(answer.printed, timedelta | Between):  # words do not go in a title
        start, what["answer"] = "answer", Token("ttfr", answer.printed)
        if isinstance(answer.against, timedelta):
            start, what["plan"] = "plan", answer.against
    elif ratio is not None and ratio.value is not None and ratio.confidence != "low" and _has_a_curve(crisis):
        start, what["ratio"] = "ratio", Token("peak_ratio", ratio.printed)
    end: Literal["back", "unseen", "none"] = "none"
    if back is not None and back.value is not None and _has_a_curve(crisis):
        end = "back" if not back.censored else "none" if is_short(crisis) else "unseen"
        if end == "back":
            what["back"] = Token("rtb", back.printed)
    peak = known.get("volume.peak_hour")
    if (start, end) == ("posts", "none") and _has_a_curve(crisis) and peak is not None and peak.why_not is None:
        start = "least" if peak.value is None else "peak"
        what |= {"peak": Token("volume.peak_hour", peak.printed), "span": span(crisis)}
    return say(TITLES[start, end], **what)


TITLES = {
    ("plan", "back"): N_("%(case)s: %(posts)s posts captured, first response in %(answer)s (plan: %(plan)s), "
                         "back to the usual volume in %(back)s"),
    ("plan", "unseen"): N_("%(case)s: %(posts)s posts captured, first response in %(answer)s (plan: %(plan)s), "
                           "no return to the usual volume seen yet"),
    ("plan", "none"): N_("%(case)s: %(posts)s posts captured, first response in %(answer)s (plan: %(plan)s)"),
    ("answer", "back"): N_("%(case)s: %(posts)s posts captured, first response in %(answer)s, "
                           "back to the usual volume in %(back)s"),
    ("answer", "unseen"): N_("%(case)s: %(posts)s posts captured, first response in %(answer)s, "
                             "no return to the usual volume seen yet"),
    ("answer", "none"): N_("%(case)s: %(posts)s posts captured, first response in %(answer)s"),
    ("ratio", "back"): N_("%(case)s: %(posts)s posts captured, up to %(ratio)s times the usual volume, "
                          "back to it in %(back)s"),
    ("ratio", "unseen"): N_("%(case)s: %(posts)s posts captured, up to %(ratio)s times the usual volume, "
                            "no return to it seen yet"),
    ("ratio", "none"): N_("%(case)s: %(posts)s posts captured, up to %(ratio)s times the usual volume"),
    ("peak", "none"): N_("%(case)s: %(posts)s posts captured, up to %(peak)s %(span)s"),
    ("least", "none"): N_("%(case)s: %(posts)s posts captured, of which %(peak)s %(span)s"),
    ("posts", "back"): N_("%(case)s: %(posts)s posts captured, back to the usual volume in %(back)s"),
    ("posts", "unseen"): N_("%(case)s: %(posts)s posts captured, no return to the usual volume seen yet"),
    ("posts", "none"): N_("%(case)s: %(posts)s posts captured"),
}  # fmt: skip


ONE = N_("%(case)s: a single post captured")
NONE = N_("%(case)s: no post about it captured")


def is_short(crisis: Crisis) -> bool:
    """Whether the posts captured stop before a return to the usual volume could be told, were it already there."""
    peaks, wait = crisis.phases.peaks, timedelta(days=crisis.settings.parameters.normal_days)
    return bool(peaks) and crisis.window.ends - peaks[-1].window.ends < wait


def _has_a_curve(crisis: Crisis) -> bool:
    """Whether there are posts enough for a summit: fewer are only counted."""
    return crisis.phases.main_peak is not None and not crisis.phases.too_few


def case_name(crisis: Crisis) -> Value:
    """The title people gave the case; without one in the reader's language, the organisation and the day."""
    sheet, name = crisis.sheet, Verbatim(shortened(crisis.sheet.organisation or "", NAME), is_name=True)
    if is_undated(crisis):
        start, end = crisis.window.starts, last_of(crisis.window)
        ends: dict[str, Value] = {
            "start": Moment(start, "day" if in_one_year(crisis, start, end) else "day_year"),
            "end": Moment(end, "day_year"),
        }
        dated = say(N_("Posts from %(start)s to %(end)s"), **ends)
        if sheet.organisation:
            dated = say(N_("%(organisation)s, from %(start)s to %(end)s"), organisation=name, **ends)
    else:
        day = Moment(begins(crisis), "day_year")
        dated = say(N_("Crisis of %(day)s"), day=day)
        if sheet.organisation:
            dated = say(N_("%(organisation)s, %(day)s"), organisation=name, day=day)
    return replace(sealed(sheet.title, NAME), otherwise=dated) if sheet.title else dated


def span(crisis: Crisis) -> Sentence:
    """The stretch a peak is counted in: the highest hour, or the bin where bins are longer."""
    seconds = crisis.volume.seconds
    if seconds <= HOUR:
        return say(N_("in an hour"))
    return say(N_("in a day")) if seconds == DAY else say(N_("in %(length)s"), length=timedelta(seconds=seconds))


def first_answer(crisis: Crisis, lang: str | None = None) -> First | None:
    """What the first response rests on; lang: the first in that language."""
    figure = crisis.measure("ttfr" if lang is None else f"ttfr.{lang}")
    return None if figure is None else first_of(a for a in crisis.log.actions if a.id in figure.rows.actions)
