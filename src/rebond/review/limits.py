"""What the review does not know, and how it was done: said plainly, with counts."""

from collections.abc import Iterator
from datetime import timedelta

from rebond.analysis.measure import Window
from rebond.analysis.shapes import Gap
from rebond.corpus.relevance import EVERYTHING
from rebond.crisis import Crisis
from rebond.evidence.grade import usual
from rebond.review.coverage import bends
from rebond.review.dates import counted_at, dated, last_of, period
from rebond.sentences import N_, Listing, Sentence, Term, Verbatim, say, say_count

FAR = timedelta(days=1)  # from the time people give: an outbreak further off is said


def unknowns(crisis: Crisis) -> list[tuple[str, Sentence]]:
    """What a reader of page one must know is not known, most serious first; (key, sentence)."""
    return list(_unknowns(crisis))


def _unknowns(crisis: Crisis) -> Iterator[tuple[str, Sentence]]:
    if (doubt := _about_outbreak(crisis)) is not None:
        yield "outbreak", doubt
    gap = worst_gap(crisis)
    span = {} if gap is None else {
        "start": counted_at(crisis, gap.window.starts), "end": counted_at(crisis, gap.window.ends)
    }  # fmt: skip
    if gap is not None and gap.why == "abrupt_end" and not resumes(crisis, gap):
        yield "gap", say(N_("What was published after %(start)s: the collection stops while volume is still high."),
                         start=counted_at(crisis, gap.window.starts))  # fmt: skip
    elif gap is not None and gap.why == "abrupt_end":
        yield "gap", say(N_("What was published from %(start)s to %(end)s: the collection is cut there, "
                            "with volume still high."), **span)  # fmt: skip
    elif gap is not None and gap.why == "capped":
        yield "gap", say(N_("What was published from %(start)s to %(end)s: an export was cut at its maximum."), **span)
    elif gap is not None:
        yield "gap", say(N_("What was published from %(start)s to %(end)s: nothing was captured there."), **span)
    if crisis.corpus.unchecked:
        yield "relevance", say(N_("Which posts are about us: no name or account was given, so all of them count."))
    start, end = crisis.phases.outbreak.retained, crisis.phases.normal.retained or crisis.window.ends
    if not any(action.source != "posts" for action in crisis.log.actions):
        yield "log", say(N_("What we did: no log was given. Not recorded is not the same as not done."))
    elif start is not None and not crisis.log.is_complete("actions", start, end):
        yield "log", say(N_("Whether the log is complete: nobody has confirmed it, so no silence is stated."))
    if crisis.baseline.kind == "none":
        yield "baseline", say(N_("The usual level: the exports hold no calm period before the crisis."))
    elif crisis.baseline.kind == "pseudo":
        yield "baseline", _stand_in(crisis)
    yield "closed", say(N_("What was said in closed groups and private messages: absent from every figure."))
    yield "tone", say(N_("How it was said, and by whom: tone and stakeholders are not measured in these pages."))


def _stand_in(crisis: Crisis) -> Sentence:
    """Which days are taken for the usual ones: they may all be later ones."""
    window = crisis.baseline.window
    if window is None:
        return say(N_("The usual level before the crisis: a calm stretch of the same export stands in for it."))
    words = N_("The usual level before the crisis: a calm stretch of the same export stands in for it, %(days)s.")
    return say(words, days=period(crisis, window))


def _about_outbreak(crisis: Crisis) -> Sentence | None:
    """Why the outbreak is in doubt: it was not seen, or lies far from the time that people give."""
    outbreak, told = crisis.phases.outbreak, crisis.sheet.happened_at
    if outbreak.computed is None and outbreak.censored:
        return outbreak.why
    if told is None or outbreak.computed is None or told[0] - FAR <= outbreak.computed <= told[1] + FAR:
        return None
    return say(N_("Why the volume left its usual level on %(start)s, while the case sheet says %(told)s: no run-up "
                  "begins within a day of that."),
               start=counted_at(crisis, outbreak.computed), told=dated(crisis, told[0]))  # fmt: skip


def resumes(crisis: Crisis, gap: Gap) -> bool:
    """Whether posts are captured again after a gap."""
    return gap.window.ends < crisis.window.ends


def worst_gap(crisis: Crisis) -> Gap | None:
    """The hole or cut that hides most of the crisis; one that lies wholly outside it comes last."""
    gaps = [g for g in crisis.volume.gaps if g.why in ("abrupt_end", "capped", "hole") and g.platform is None]
    volume = crisis.measure("volume")
    seen = crisis.window if volume is None or volume.window is None else volume.window
    return min(gaps, key=lambda g: (not _meets(g.window, seen), g.why, -g.window.lasts, g.window.starts), default=None)


def _meets(one: Window, other: Window) -> bool:
    return one.starts <= other.ends and other.starts <= one.ends


def told(crisis: Crisis) -> tuple[Sentence, ...]:
    """The chapter "How this was done, and its limits"."""
    return tuple(_told(crisis))


def _told(crisis: Crisis) -> Iterator[Sentence]:
    yield from _about_picked(crisis)
    if not crisis.picked.alone:
        yield from _about_posts(crisis)
    yield _about_zone(crisis)
    yield from _about_problems(crisis)
    changed = crisis.settings.parameters.changed()
    if changed:
        pairs = tuple(Verbatim(f"{name} = {value}") for name, value in sorted(changed.items()))
        yield say(N_("Parameters that differ from the default: %(list)s."), list=Listing(pairs))


def _about_picked(crisis: Crisis) -> Iterator[Sentence]:
    """What was chosen, not captured."""
    n = len(crisis.picked.items)
    if crisis.picked.alone:
        yield say(N_("%(barred)s. They are what somebody noticed and kept: how many others there were is not known."),
                  barred=crisis.picked.why)  # fmt: skip
        yield say(N_("The items and the log are told in order of time; a time known roughly stays a range. "
                     "Delays between two entries of the log rest on the log alone."))  # fmt: skip
    elif n:
        yield say_count(
            N_("%(n)s item was chosen by people: kept, told in the internal evidence, and left out of every count."),
            N_("%(n)s items were chosen by people: kept, told in the internal evidence, and left out of every count."),
            n,
        )


def _about_posts(crisis: Crisis) -> Iterator[Sentence]:
    """What was captured, and how it was counted."""
    corpus = crisis.corpus
    if crisis.few_spoke:
        yield say(N_("Fewer than %(n)s accounts wrote the posts counted: who knows the matter may tell who they are. "
                     "Reread before sharing."), n=crisis.settings.parameters.cell_floor_authors)  # fmt: skip
    yield say(
        N_("Captured: %(captured)s in %(files)s; counted: %(counted)s."), counted=corpus.counted,
        captured=say_count(N_("%(n)s post"), N_("%(n)s posts"), corpus.captured),
        files=say_count(N_("%(n)s file"), N_("%(n)s files"), corpus.files),
    )  # fmt: skip
    if EVERYTHING in crisis.sheet.queries:
        yield say(N_("Every post counts: people said that all of the exports are about this matter."))
    if corpus.ours:
        yield say_count(
            N_("%(n)s post of the organisation's own accounts is kept apart and never counted."),
            N_("%(n)s posts of the organisation's own accounts are kept apart and never counted."),
            corpus.ours,
        )
    if corpus.off_topic:
        yield say_count(
            N_("%(n)s post is about something else: kept, not counted."),
            N_("%(n)s posts are about something else: kept, not counted."),
            corpus.off_topic,
        )
    if corpus.outside_window:
        yield say_count(
            N_("%(n)s post lies outside the period asked for."),
            N_("%(n)s posts lie outside the period asked for."),
            corpus.outside_window,
        )
    yield say(N_("Reposts count: %(reposts)s of the posts counted are reposts; %(texts)s texts are distinct."),
              reposts=corpus.reposts, texts=corpus.distinct_texts)  # fmt: skip
    yield from _about_baseline(crisis)
    yield from _about_gaps(crisis)
    yield bends(crisis)
    yield say(N_("Phases are dated from the number of posts against its usual level, without tone or themes: "
                 "first signs, exit and return are provisional."))  # fmt: skip


def _about_baseline(crisis: Crisis) -> Iterator[Sentence]:
    baseline = crisis.baseline
    if baseline.per_day is not None and baseline.window is not None:
        under_one = N_("The usual level is less than one post a day, over %(days)s days from %(start)s to %(end)s.")
        level = N_("The usual level is %(level)s posts a day: the median of %(days)s days, from %(start)s to %(end)s.")
        yield say(
            under_one if baseline.per_day < 1 else level,
            level=usual(baseline.per_day), days=baseline.days, start=dated(crisis, baseline.window.starts, "day"),
            end=dated(crisis, last_of(baseline.window), "day"),
        )  # fmt: skip
    if baseline.why is not None:
        yield baseline.why


def _about_gaps(crisis: Crisis) -> Iterator[Sentence]:
    words = {
        "cut": N_("Hardly anything was captured from %(start)s to %(end)s, though volume was high: not observed."),
        "begun": N_("Hardly anything was captured before %(end)s, where the volume begins at once: "
                    "the collection is taken to begin there."),
        "abrupt_end": N_("The collection stops on %(start)s while volume is still high; what follows is not observed."),
        "abrupt_start": N_("The collection starts on %(end)s with volume already high; nothing is known before it."),
        "hole": N_("Nothing was captured from %(start)s to %(end)s, though posts were expected: not observed."),
        "capped": N_("An export was cut at its maximum: it holds nothing from %(start)s to %(end)s."),
        "cap": N_("One export was cut at its maximum number of rows: posts are missing from %(start)s to %(end)s."),
    }  # fmt: skip
    for gap in crisis.volume.gaps:
        key: str = gap.why
        if key == "abrupt_end" and resumes(crisis, gap):
            key = "cut"
        elif key == "abrupt_start" and not gap.certain:
            key = "begun"
        if key in words and gap.platform is None:
            yield say(words[key], start=counted_at(crisis, gap.window.starts), end=counted_at(crisis, gap.window.ends))


def _about_zone(crisis: Crisis) -> Sentence:
    zone = crisis.sheet.time_zone
    if zone is None:
        return say(N_("Times are in UTC: the case sheet states no time zone."))
    return say(N_("Times are in the zone %(zone)s."), zone=Verbatim(zone))


ROUGH = ("imprecise-time", "hour-not-understood")  # kept, unlike the other problems of a file
REPEATED = "repeated-id"


def _about_problems(crisis: Crisis) -> Iterator[Sentence]:
    rough = sum(crisis.problems.get(code, 0) for code in ROUGH)
    if rough:
        yield say_count(N_("%(n)s time of the log is known only as a range, and counts as one."),
                        N_("%(n)s times of the log are known only as ranges, and count as such."), rough)  # fmt: skip
    repeated = crisis.problems.get(REPEATED, 0)
    if repeated:
        yield say_count(
            N_("%(n)s row repeats a post already read, in the same file or another: each post counts once."),
            N_("%(n)s rows repeat posts already read, in the same file or another: each post counts once."),
            repeated,
        )
    aside = {code: n for code, n in crisis.problems.items() if code not in (*ROUGH, REPEATED)}
    total = sum(aside.values())
    if total:
        codes = sorted(aside.items(), key=lambda item: (-item[1], item[0]))
        yield say(N_("%(total)s rows or values of the files were set aside, emptied or read with a doubt: %(list)s."),
                  total=total,
                  list=Listing(tuple(say(N_("%(what)s (%(n)s)"), what=Term(vocabulary="problem_code", key=code), n=n)
                                     for code, n in codes[:6])))  # fmt: skip
