"""F1, the timeline: the conversation by the hour with its phases, our acts and outside events, then day by day."""

from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from rebond.analysis.measure import Window
from rebond.crisis import Crisis
from rebond.review.blocks import Picture
from rebond.review.coverage import why_unseen
from rebond.review.dates import counted_at, dated
from rebond.review.figures._acts import Marks
from rebond.review.figures._bars import SCALE, bars_panel
from rebond.review.figures._curve import hot_panel
from rebond.review.figures._ink import PAGE, PHONE, Frame
from rebond.review.figures._scene import Day, Scene, hot_stretch, scene
from rebond.sentences import N_, InWords, Listing, Moment, Sentence, Share, Value, say, say_count

GAP = 34  # between curve and bars, for the numbers of the second scale


def draw(crisis: Crisis, marks: Marks, unwatched: tuple[Window, ...] | None = None) -> Picture:
    """The timeline of one crisis.

    marks: (symbol, act) to show, chosen by the caller; about ten at most. unwatched: stretches in which the log
    confirms that nobody was on watch, drawn in a lane of their own; None: those `confirmed_unwatched` finds.
    At most some 2,000 points, whatever the crisis. Works on counts alone.
    """
    shown = scene(crisis)
    away = confirmed_unwatched(crisis) if unwatched is None else unwatched
    return Picture(
        key="F1", title=_title(crisis), alt=_alt(crisis, shown, marks, away), header=HEADER, rows=_rows(crisis, shown),
        spec=_spec(crisis, shown, marks, away, PAGE), narrow=_spec(crisis, shown, marks, away, PHONE),
    )  # fmt: skip


def drawn_over(crisis: Crisis) -> Window:
    """From when to when the picture runs."""
    hot = hot_stretch(crisis, ZoneInfo(crisis.sheet.time_zone or "UTC"))
    return crisis.window if hot is None else Window(hot.starts, max(hot.ends, crisis.window.ends))


def confirmed_unwatched(crisis: Crisis) -> tuple[Window, ...]:
    """From the outbreak to the first recorded detection, where people confirmed the record of the watch complete."""
    start = crisis.phases.outbreak.retained
    seen = [a.when for a in crisis.log.ours if a.kind == "detection"]
    if start is None or not seen:
        return ()
    first = min(seen, key=lambda when: when.earliest)
    if first.earliest <= start or not crisis.log.is_complete("monitoring", start, first.latest):
        return ()
    return (Window(start, first.earliest),)


# --- specification -------------------------------------------------------------------------------------
def _spec(crisis: Crisis, shown: Scene, marks: Marks, away: tuple[Window, ...], frame: Frame) -> dict[str, Any]:
    inner = frame.width - frame.margin
    if shown.hot is None:
        return _dressed([bars_panel(crisis, shown, marks, frame, inner, None)], frame)
    early = tuple(m for m in marks if m[1].when.middle < shown.hot.ends or not shown.days)
    late = tuple(m for m in marks if m not in early)
    if not shown.days:
        return _dressed([hot_panel(crisis, shown, early, away, frame, inner)], frame)
    if frame.stacked:
        curve = hot_panel(crisis, shown, early, away, frame, inner)
        return _dressed([curve, bars_panel(crisis, shown, late, frame, inner, None)], frame)
    side = max(96.0, min(160.0, 74 + 1.4 * len(shown.days)))
    curve = hot_panel(crisis, shown, early, away, frame, inner - side - GAP)
    return _dressed([curve, bars_panel(crisis, shown, late, frame, side, curve["height"])], frame)


def _dressed(panels: list[dict[str, Any]], frame: Frame) -> dict[str, Any]:
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json", "padding": 0,
        "spacing": 14 if frame.stacked else GAP - SCALE,
        ("vconcat" if frame.stacked else "hconcat"): panels,
        "config": {"axis": {"grid": False}, "view": {"stroke": None}},
        "resolve": {"scale": {"x": "independent", "y": "independent"}},
    }  # fmt: skip


# --- title, alternative text, table ----------------------------------------------------------------------
def _title(crisis: Crisis) -> Sentence:
    """The message of the picture: how many peaks, over how long, and whether it came back."""
    phases, peaks = crisis.phases, crisis.phases.peaks
    if phases.too_few:
        return say(N_("Too few posts for a curve: counted by day"))
    if not peaks:
        return say(N_("No peak stands out from the usual volume"))
    if len(peaks) == 1:
        told = say(N_("One peak, on %(at)s"), at=counted_at(crisis, peaks[0].at))
    else:
        texts = {2: N_("Two peaks %(span)s apart"), 3: N_("Three peaks in %(span)s")}
        text = texts.get(len(peaks), N_("The curve has %(k)s peaks in %(span)s"))
        told = say(text, k=InWords(len(peaks)), span=peaks[-1].at - peaks[0].at)
    if phases.relapses:
        return say(
            N_("%(peaks)s, then a relapse on %(day)s"), peaks=told, day=dated(crisis, phases.relapses[0].starts, "day")
        )
    if any(gap.why == "abrupt_end" and gap.platform is None for gap in crisis.volume.gaps):
        return say(N_("%(peaks)s; the collection stops before the end"), peaks=told)
    return told


def _alt(crisis: Crisis, shown: Scene, marks: Marks, away: tuple[Window, ...]) -> Sentence:
    """As full as the picture and its key: what is drawn, the peaks, what was not observed, the marks."""
    parts: list[Sentence] = [_drawn(crisis, shown)]
    peaks = [say(N_("%(n)s on %(at)s"), n=p.posts, at=counted_at(crisis, p.at)) for p in crisis.phases.peaks[:6]]
    if peaks and not crisis.phases.too_few:
        parts.append(say_count(N_("%(n)s peak: %(list)s."), N_("%(n)s peaks: %(list)s."), len(crisis.phases.peaks),
                               list=Listing(tuple(peaks))))  # fmt: skip
    parts += [say(N_("A relapse on %(day)s."), day=dated(crisis, w.starts, "day")) for w in crisis.phases.relapses[:3]]
    if crisis.phases.exit.retained is not None:
        parts.append(say(N_("Measured exit on %(at)s."), at=counted_at(crisis, crisis.phases.exit.retained)))
    parts += [_unseen(crisis, gap, shown) for gap in shown.unobserved[:4]]
    for gap in away:
        parts.append(say(N_("Nobody on watch, according to the log: from %(start)s to %(end)s."),
                         start=Moment(gap.starts), end=Moment(gap.ends)))  # fmt: skip
    ours, events = sum(not a.is_event for _, a in marks), sum(a.is_event for _, a in marks)
    if ours:
        parts.append(say_count(N_("%(n)s numbered act of ours, listed below."),
                               N_("%(n)s numbered acts of ours, listed below."), ours))  # fmt: skip
    if events:
        parts.append(
            say_count(N_("%(n)s outside event, listed below."), N_("%(n)s outside events, listed below."), events)
        )
    told = parts[0]
    for part in parts[1:]:
        told = say("%(before)s %(after)s", before=told, after=part)
    return told


def _unseen(crisis: Crisis, gap: Window, shown: Scene) -> Sentence:
    """A hatched stretch, with why it was not observed."""
    why, to_the_end = why_unseen(crisis, gap), shown.hot is not None and gap.ends >= shown.hot.ends
    span = {"start": Moment(gap.starts)} if to_the_end else {"start": Moment(gap.starts), "end": Moment(gap.ends)}
    if why and to_the_end:
        return say(N_("Hatched, not observed (%(why)s): from %(start)s on."), why=Listing(why), **span)
    if why:
        return say(N_("Hatched, not observed (%(why)s): from %(start)s to %(end)s."), why=Listing(why), **span)
    text = N_("Hatched, not observed: from %(start)s to %(end)s.")
    return say(N_("Hatched, not observed: from %(start)s on.") if to_the_end else text, **span)


def _drawn(crisis: Crisis, shown: Scene) -> Sentence:
    last = Moment(crisis.window.ends, "day_year")
    if shown.hot is None:
        return say(N_("Bars of posts captured per day, from %(first)s to %(last)s."),
                   first=Moment(crisis.window.starts, "day"), last=last)  # fmt: skip
    first, turn = Moment(shown.hot.starts, "day"), Moment(shown.bins[-1][0], "day_year")
    if not shown.days:
        return say(N_("Curve of posts captured per hour, from %(first)s to %(last)s."), first=first, last=turn)
    return say(N_("Curve of posts captured per hour, from %(first)s to %(turn)s, then per day until %(last)s."),
               first=first, turn=turn, last=last)  # fmt: skip


HEADER = (say(N_("Day")), say(N_("Posts captured")), say(N_("Coverage")))
SHOWN_ROWS = 120


def _rows(crisis: Crisis, shown: Scene) -> tuple[tuple[Value, ...], ...]:
    """Day by day: what was captured, and which share of the day was observed, or why it was not."""
    days = shown.every_day
    busiest = sorted(range(len(days)), key=lambda n: (-days[n].posts, n))[:SHOWN_ROWS]
    return tuple((days[n].first, days[n].posts, _coverage(crisis, days[n], shown.bar_days)) for n in sorted(busiest))


def _coverage(crisis: Crisis, day: Day, lasts: int) -> Sentence:
    if day.observed >= 1:
        return say(N_("complete"))
    starts = datetime.combine(day.first, time(), ZoneInfo(crisis.sheet.time_zone or "UTC"))
    why = why_unseen(crisis, Window(starts, starts + timedelta(days=lasts)))
    if day.observed <= 0:
        return say(N_("not observed (%(why)s)"), why=Listing(why)) if why else say(N_("not observed"))
    share = Share(day.observed)
    if why:
        return say(N_("%(share)s of the day observed (%(why)s)"), share=share, why=Listing(why))
    return say(N_("%(share)s of the day observed"), share=share)
