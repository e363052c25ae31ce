"""Page one where people picked every post: what cannot be drawn from them, then items and log in order of time."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Literal
from zoneinfo import ZoneInfo

from rebond.actions import When
from rebond.analysis.picked import Item
from rebond.crisis import Crisis
from rebond.evidence.figures import Finding
from rebond.review import happened, marks, outside, told
from rebond.review.blocks import Columns, Line, Notice, Page, Table, Told
from rebond.review.dates import dated, in_one_year, on_one_day, zone
from rebond.review.limits import unknowns
from rebond.review.titles import case_name
from rebond.sentences import N_, Between, Listing, Moment, Sentence, Term, Value, say, say_count

MOST = 18  # lines of the chronology: a page holds no more
KEPT = ("log", "closed", "tone")  # what is not known, with or without a curve
ALSO = 2
WHOLE = timedelta(hours=22, minutes=59)  # of a day, which may have 23 hours
ITEM, LOG, OURS = N_("item"), N_("log"), N_("our post")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the chronology. items: how many stand in it."""

    when: When
    what: Sentence | Value
    source: str
    items: tuple[Item, ...] = ()


def page(crisis: Crisis, findings: tuple[Finding, ...], drawn_at: datetime) -> Page:
    """The place of the figures says why there are none."""
    return Page(
        key="happened",
        kicker=say(N_("What happened")),
        title=Line(id="p1.title", sentence=_title(crisis)),
        blocks=(
            happened.state_box(crisis, drawn_at),
            Told(rows=(
                (say(N_("The fact")), (*told.as_people_say(crisis), _span(crisis))),
                (say(N_("Our acts")), told.acts(crisis)),
                (say(N_("Where we stand")), (_standing(crisis),)),
            )),
            Notice(sentence=crisis.picked.why, note=say(
                N_("Others may have said otherwise: nobody counted them. With an export, figures come back."))),
            outside.strip(crisis),
            _chronology(crisis),
            happened.found(findings),
            Columns(title=say(N_("What we do not know")), lines=tuple(_unknown(crisis))),
        ),
        foot=say(N_("Item: chosen by people. Log: recorded by people. Ranges: what the record allows.")),
    )  # fmt: skip


def _title(crisis: Crisis) -> Sentence:
    return say_count(N_("%(case)s: %(n)s item chosen by people, told in order of time"),
                     N_("%(case)s: %(n)s items chosen by people, told in order of time"),
                     len(crisis.picked.items), case=case_name(crisis))  # fmt: skip


def _span(crisis: Crisis) -> Line:
    """From when to when, and where."""
    items = crisis.picked.items
    first, last = items[0].when.earliest, max(item.when.latest for item in items)
    where = Listing(tuple(Term(vocabulary="platform", key=key) for key in sorted({item.platform for item in items})))
    if on_one_day(crisis, first, last):
        sentence = say(N_("What people kept is of %(day)s: %(where)s."), day=dated(crisis, first, "day"), where=where)
    else:
        sentence = say(N_("What people kept goes from %(first)s to %(last)s: %(where)s."),
                       first=dated(crisis, first, "day"), last=dated(crisis, last, "day"), where=where)  # fmt: skip
    return Line(id="p1.fact.picked", sentence=sentence)


def _standing(crisis: Crisis) -> Line:
    last = max(item.when.latest for item in crisis.picked.items)
    text = N_("With items chosen by people, an end cannot be told; the last one is of %(last)s.")
    return Line(id="p1.now.picked", sentence=say(text, last=dated(crisis, last, "day")))


def _unknown(crisis: Crisis) -> Iterator[Line]:
    yield Line(id="p1.unknown.picked", sentence=say(
        N_("How many spoke, and what most of them said: only what somebody chose to keep is here.")))  # fmt: skip
    others = [(key, sentence) for key, sentence in unknowns(crisis) if key in KEPT]
    yield from (Line(id=f"p1.unknown.{key}", sentence=sentence) for key, sentence in others[:ALSO])


# --- chronology -----------------------------------------------------------------------------------------
def _chronology(crisis: Crisis) -> Table:
    entries = _shortened(_entries(crisis), zone(crisis))
    left = len(entries) - MOST
    note = say(N_("Hours as well as they are known: a day alone where nobody noted the hour."))
    if left > 0:
        note = say_count(N_("%(n)s more line is in the internal evidence."),
                         N_("%(n)s more lines are in the internal evidence."), left)  # fmt: skip
    years = not in_one_year(crisis, entries[0].when.earliest, entries[-1].when.latest)
    return Table(
        title=say(N_("In order of time")),
        header=(say(N_("When")), say(N_("What")), say(N_("Where from"))),
        rows=tuple((_when(entry, crisis, with_year=years), entry.what, say(entry.source)) for entry in entries[:MOST]),
        widths=(1.3, 3.2, 0.8), note=note,
    )  # fmt: skip


def _entries(crisis: Crisis) -> list[Entry]:
    items = (
        Entry(item.when, _named(item), OURS if item.is_ours else ITEM, (item,)) for item in crisis.picked.items
    )  # fmt: skip
    acts = (
        Entry(action.when, marks.named(action, crisis.sheet), LOG)
        for action in crisis.log.actions
        if action.source != "posts" and (action.is_event or marks.is_telling(action))
    )
    return sorted((*items, *acts), key=lambda entry: (entry.when.earliest, entry.when.latest, entry.source != LOG))


def _named(item: Item) -> Sentence:
    kind, platform = Term(vocabulary="post_kind", key=item.kind), Term(vocabulary="platform", key=item.platform)
    return say(N_("%(kind)s, %(platform)s"), kind=kind, platform=platform)


def _shortened(entries: list[Entry], local: ZoneInfo) -> list[Entry]:
    """As many lines as a page holds, if it can be: items of one day on one line; else all those between two acts."""
    if len(entries) > MOST:
        entries = list(_together(entries, lambda entry: entry.when.earliest.astimezone(local).date()))
    if len(entries) > MOST:
        entries = list(_together(entries, lambda entry: None))
    return entries


def _together(entries: list[Entry], of: Callable[[Entry], object]) -> Iterator[Entry]:
    """Items that follow each other and are alike, on one line; an act of the log stands alone."""
    for _, group in groupby(entries, lambda entry: (entry.source, of(entry), None if entry.items else id(entry))):
        several = list(group)
        yield several[0] if len(several) == 1 else _as_one(several)


def _as_one(several: list[Entry]) -> Entry:
    items = tuple(item for entry in several for item in entry.items)
    where = Listing(tuple(Term(vocabulary="platform", key=key) for key in sorted({item.platform for item in items})))
    when = When(items[0].when.earliest, max(item.when.latest for item in items))
    what = say_count(N_("%(n)s item: %(where)s"), N_("%(n)s items: %(where)s"), len(items), where=where)
    return Entry(when, what, several[0].source, items)


def _when(entry: Entry, crisis: Crisis, *, with_year: bool) -> Value:
    """An instant, a day, or a range; of several items over several days, the days."""
    first, last = entry.when.earliest, entry.when.latest
    day: Literal["short", "day_year"] = "day_year" if with_year else "short"
    hour: Literal["day_time", "full_year"] = "full_year" if with_year else "day_time"
    if entry.when.exact:
        return Moment(first, hour)
    if not on_one_day(crisis, first, last) and len(entry.items) > 1:
        return Between(Moment(first, day), Moment(last, day))
    if last - first >= WHOLE:
        return say(N_("%(day)s, hour not recorded"), day=Moment(first, day))
    return Between(Moment(first, hour), Moment(last, hour))
