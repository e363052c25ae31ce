"""The three sentences of page one: the fact, our acts, where we stand. Dates, and no verb of cause."""

from datetime import datetime, timedelta

from rebond.actions import Action
from rebond.analysis.clock import Clock, First
from rebond.analysis.ranges import first_time
from rebond.analysis.shapes import Peak
from rebond.crisis import Crisis
from rebond.evidence.grade import printed, usual
from rebond.evidence.sealed import sealed
from rebond.review import marks
from rebond.review.blocks import Line
from rebond.review.dates import by_the_day, counted_at, dated, on_one_day
from rebond.review.limits import resumes, worst_gap
from rebond.review.titles import first_answer, is_short, span
from rebond.sentences import N_, InWords, Moment, Number, Sentence, Term, Token, say, say_count

LOGGED, MEASURED = (Term(vocabulary="evidence_strength", key=key) for key in ("logged", "measured"))


# --- the fact -----------------------------------------------------------------------------------------
def fact(crisis: Crisis) -> tuple[Line, ...]:
    """What people say happened, then what the volume did."""
    return (*as_people_say(crisis), Line(id="p1.fact.volume", sentence=_what_volume_did(crisis)))


def as_people_say(crisis: Crisis) -> tuple[Line, ...]:
    """What the case sheet says that happened; nothing where it says nothing."""
    if not crisis.sheet.what_happened:
        return ()
    words = sealed(crisis.sheet.what_happened, 240, inside=True)
    return (Line(id="p1.fact.told", sentence=say(N_("%(what)s."), what=words), tag=LOGGED),)


def _what_volume_did(crisis: Crisis) -> Sentence:
    phases, start, peak = crisis.phases, crisis.phases.outbreak.retained, crisis.phases.main_peak
    if phases.too_few:
        return say_count(
            N_("%(n)s post was captured: too few for a curve, so it is only counted."),
            N_("%(n)s posts were captured: too few for a curve, so they are only counted."),
            crisis.corpus.counted,
        )
    if peak is None:
        if crisis.baseline.per_day is None and phases.outbreak.why is not None:
            return phases.outbreak.why
        return say(N_("No run-up stands out from the usual volume in the posts captured."))
    if start is None:
        text = N_("The outbreak cannot be dated; volume was highest on %(peak)s, with %(n)s posts %(span)s.")
        return say(text, **_peak(crisis, peak))
    if len(phases.peaks) > 1 and (count := crisis.measure("n_peaks")) and count.value is not None:
        text = N_("Volume left its usual level on %(start)s; %(k)s peaks followed, "
                  "the highest on %(peak)s with %(n)s posts %(span)s.")  # fmt: skip
        peaks = Token("n_peaks", InWords(len(phases.peaks)))
        return say(text, start=counted_at(crisis, start), k=peaks, **_peak(crisis, peak))
    if on_one_day(crisis, start, peak.at) and by_the_day(crisis):
        text = N_("Volume left its usual level on %(start)s and was highest that day, with %(n)s posts.")
        return say(text, start=counted_at(crisis, start), n=_peak(crisis, peak)["n"])
    if start >= peak.at:
        text = N_("Volume left its usual level on %(start)s and was highest within that hour, with %(n)s posts.")
        return say(text, start=counted_at(crisis, start), n=_peak(crisis, peak)["n"])
    if on_one_day(crisis, start, peak.at):
        text = N_("Volume left its usual level on %(start)s and peaked at %(peak)s, with %(n)s posts %(span)s.")
        return say(text, start=counted_at(crisis, start), **{**_peak(crisis, peak), "peak": Moment(peak.at, "time")})
    text = N_("Volume left its usual level on %(start)s and peaked on %(peak)s, with %(n)s posts %(span)s.")
    return say(text, start=counted_at(crisis, start), **_peak(crisis, peak))


def _peak(crisis: Crisis, peak: Peak) -> dict[str, Moment | Token | Sentence]:
    measure = crisis.measure("volume.peak_hour")
    n = peak.posts if measure is None else printed(measure)  # "at least" where posts are missing
    return {"peak": counted_at(crisis, peak.at), "n": Token("volume.peak_hour", n), "span": span(crisis)}


# --- our acts -----------------------------------------------------------------------------------------
def acts(crisis: Crisis) -> tuple[Line, ...]:
    """When we noticed and when we answered, as recorded; what is not recorded is never called not done (A1)."""
    if not crisis.log.ours:
        text = N_("Not recorded: no log was given and no post of ours was captured. "
                  "This does not mean that nothing was done.")  # fmt: skip
        return (Line(id="p1.acts.none", sentence=say(text)),)
    lines = []
    clock = Clock(crisis.phases, crisis.log, crisis.settings, crisis.window.ends)
    noticed, public = clock.detection, [act for act in crisis.log.recorded if clock.concerns(act)]
    if noticed is not None:
        sentence = say(N_("We noticed it %(when)s."), when=marks.told(noticed.when, crisis))
        lines.append(Line(id="p1.acts.detected", sentence=sentence, tag=LOGGED))
    answer = first_answer(crisis)
    own = _own_post(crisis)
    if answer is not None:
        lines.append(Line(id="p1.acts.answered", sentence=_answered(crisis, answer), tag=LOGGED))
    elif own is not None:
        text = N_("No response is recorded. The first of our own posts captured after the outbreak came out %(first)s: "
                  "whether it answers is for people to say.")  # fmt: skip
        lines.append(Line(id="p1.acts.own-post", sentence=say(text, first=marks.told(own.when, crisis)), tag=MEASURED))
    elif crisis.phases.outbreak.retained is not None:
        text = N_("No public response is recorded after the outbreak; this does not mean that there was none.")
        lines.append(Line(id="p1.acts.no-answer", sentence=say(text)))
    elif public:  # the outbreak was not seen, so no act is after it
        first = first_time(act.when for act in public)
        sentence = say(N_("Our first public act recorded came out %(first)s."), first=marks.told(first, crisis))
        lines.append(Line(id="p1.acts.first", sentence=sentence, tag=LOGGED))
    if not lines:
        text = N_("No act is recorded. Posts of ours were captured: whether one of them answers this matter is for "
                  "people to say.")  # fmt: skip
        lines.append(Line(id="p1.acts.own-posts", sentence=say(text)))
    return tuple(lines)


def _own_post(crisis: Crisis) -> Action | None:
    """The first of our own posts captured after the outbreak, of which the log says nothing."""
    start = crisis.phases.outbreak.retained
    later = [a for a in crisis.log.public if a.source == "posts" and start is not None and a.when.earliest >= start]
    return min(later, key=lambda a: (a.when.earliest, a.id), default=None)


def _answered(crisis: Crisis, first: First) -> Sentence:
    """First public response, by language where two are owed and recorded at different times."""
    owed = [(lang, first_answer(crisis, lang)) for lang in crisis.sheet.languages_owed]
    answers = [(lang, answer) for lang, answer in owed if answer is not None]
    found = sorted(answers, key=lambda item: (item[1].when.earliest, item[1].when.latest, item[0]))
    if len(found) < 2:
        return say(N_("We first responded publicly %(first)s."), first=marks.told(first.when, crisis))
    (lang1, one), (lang2, other) = found[0], found[-1]
    if one == other or (one.when.exact and one.when == other.when):
        text = N_("We first responded publicly %(first)s, in both languages.")
        return say(text, first=marks.told(first.when, crisis))
    text = N_("We first responded publicly %(first)s in %(lang1)s, and %(second)s in %(lang2)s.")
    if one.when.latest > other.when.earliest:
        text = N_("We responded publicly %(first)s in %(lang1)s, and %(second)s in %(lang2)s; "
                  "the log does not say which came first.")  # fmt: skip
    return say(
        text,
        first=marks.told(one.when, crisis), lang1=Term(vocabulary="language", key=lang1),
        second=marks.told(other.when, crisis), lang2=Term(vocabulary="language", key=lang2),
    )  # fmt: skip


# --- where we stand -----------------------------------------------------------------------------------
def standing(crisis: Crisis) -> tuple[Line, ...]:
    """How it ended, in the order of the calendar: the measured exit, a relapse, the return to the usual volume."""
    phases = crisis.phases
    again = phases.relapses[0].starts if phases.relapses else None
    turns = {"exit": phases.exit.retained, "again": again, "day": phases.normal.retained}
    days = _in_order(crisis, turns) or _in_order(crisis, {**turns, "again": None})
    relapse = () if again is None or "again" in days else (
        Line(id="p1.now.relapse", sentence=say(N_("A relapse is seen on %(day)s."), day=dated(crisis, again, "day"))),
    )  # fmt: skip
    if tuple(days) not in ENDED:
        return _end(crisis), *relapse
    told = {name: dated(crisis, at, "day") for name, at in days.items()}
    if phases.new_level is not None:
        text = N_("Volume settled from %(day)s on at a level above its usual one: about %(level)s posts a day, "
                  "against %(usual)s before.")  # fmt: skip
        sentence = say(text, day=told["day"], level=Number(phases.new_level, 0),
                       usual=usual(crisis.baseline.per_day or 0.0))  # fmt: skip
        return Line(id="p1.now.level", sentence=sentence), *relapse
    sentence = say(ENDED[tuple(days)], **told, last=dated(crisis, crisis.window.ends, "day"))
    return Line(id="p1.now.normal" if "day" in days else "p1.now.exit", sentence=sentence), *relapse


ENDED = {
    ("exit", "again", "day"): N_("Volume calmed down on %(exit)s (measured exit), rose again on %(again)s (relapse) "
                                 "and came back to its usual range on %(day)s."),
    ("exit", "day"): N_("Volume calmed down on %(exit)s (measured exit) and came back to its usual range on %(day)s."),
    ("again", "day"): N_("Volume rose again on %(again)s (relapse) and came back to its usual range on %(day)s."),
    ("day",): N_("Volume came back to its usual range on %(day)s."),
    ("exit", "again"): N_("Volume calmed down on %(exit)s (measured exit) and rose again on %(again)s (relapse); "
                          "its return to the usual range was not yet observed on %(last)s."),
    ("exit",): N_("Volume calmed down on %(exit)s (measured exit); its return to the usual range was not yet observed "
                  "on %(last)s."),
}  # fmt: skip


def _in_order(crisis: Crisis, turns: dict[str, datetime | None]) -> dict[str, datetime]:
    """The turns that are dated; an exit on the day of the return itself is not told twice. Empty when out of order."""
    known = {name: at for name, at in turns.items() if at is not None}
    if "exit" in known and "day" in known and on_one_day(crisis, known["exit"], known["day"]):
        del known["exit"]
    return known if list(known.values()) == sorted(known.values()) else {}


def _end(crisis: Crisis) -> Line:
    """The end was not seen, or cannot be told."""
    phases, last = crisis.phases, crisis.window.ends
    if phases.too_few or phases.main_peak is None:
        text = N_("With these posts, an end cannot be told; the last one captured is of %(last)s.")
        return Line(id="p1.now.none", sentence=say(text, last=counted_at(crisis, last)))
    if phases.exit.why is not None and not phases.exit.censored:
        return Line(id="p1.now.barred", sentence=say(N_("The end cannot be told. %(why)s"), why=phases.exit.why))
    if phases.exit.low is not None and phases.exit.high is not None:
        return Line(id="p1.now.cut", sentence=_hidden(crisis, phases.exit.low, phases.exit.high))
    cut = worst_gap(crisis)
    if cut is not None and cut.why == "abrupt_end":
        text = N_("The collection stops on %(at)s, with volume still high: the end was not captured.")
        return Line(id="p1.now.cut", sentence=say(text, at=counted_at(crisis, cut.window.starts)))
    text = N_("The posts captured stop on %(last)s, before an exit could be observed.")
    if is_short(crisis):
        text = N_("The posts captured stop on %(last)s, too soon to tell whether it was over: an exit takes %(exit)s "
                  "of low volume, a return to the usual volume %(normal)s.")  # fmt: skip
    wait = crisis.settings.parameters
    sentence = say(text, last=counted_at(crisis, last), exit=timedelta(hours=wait.exit_hours),
                   normal=timedelta(days=wait.normal_days))  # fmt: skip
    return Line(id="p1.now.cut", sentence=sentence)


def _hidden(crisis: Crisis, low: datetime, high: datetime) -> Sentence:
    """It ended where the collection has a hole, or is cut and resumes. low, high: the range of the exit."""
    cut, back = worst_gap(crisis), crisis.phases.normal.high
    if cut is None or cut.why != "abrupt_end" or not resumes(crisis, cut):
        text = N_("The end was not captured: it lies between %(low)s and %(high)s, where the collection has a hole.")
        return say(text, low=counted_at(crisis, low), high=counted_at(crisis, high))
    text = N_("The collection was cut from %(start)s to %(end)s, with volume still high: the end was not captured.")
    if back is not None and back <= cut.window.ends:
        text = N_("The collection was cut from %(start)s to %(end)s, with volume still high; when it resumed, volume "
                  "was back in its usual range: the end lies in between, and was not captured.")  # fmt: skip
    return say(text, start=counted_at(crisis, cut.window.starts), end=counted_at(crisis, cut.window.ends))
