"""Page one where people picked every post: what cannot be drawn from them, then items and log in order of time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
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
    entries = _entries(crisis)
    if len(entries) > MOST:
        entries = list(_by_day(entries, zone(crisis)))
    left = len(entries) - MOST
    note = say(N_("Hours as well as they are known: a day alone where nobody noted the hour."))
    if left > 0:
        note = say_count(N_("%(n)s more line is in the internal evidence."),
                         N_("%(n)s more lines are in the internal evidence."), left)  # fmt: skip
    years = not in_one_year(crisis, entries[0].when.earliest, entries[-1].when.latest)
    return Table(
        title=say(N_("In order of time")),
        header=(say(N_("When")), say(N_("What")), say(N_("Where from"))),
        rows=tuple((_when(entry.when, with_year=years), entry.what, say(entry.source)) for entry in entries[:MOST]),
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


def _by_day(entries: list[Entry], local: ZoneInfo) -> Iterator[Entry]:
    """Items of one day that follow each other, on one line."""

    def stretch(entry: Entry) -> tuple[object, ...]:
        return (entry.source, entry.when.earliest.astimezone(local).date(), "" if entry.items else id(entry))

    for _, group in groupby(entries, stretch):
        several = list(group)
        if len(several) == 1:
            yield several[0]
            continue
        items = tuple(item for entry in several for item in entry.items)
        where = sorted({item.platform for item in items})
        yield Entry(
            When(items[0].when.earliest, max(item.when.latest for item in items)),
            say_count(N_("%(n)s item: %(where)s"), N_("%(n)s items: %(where)s"), len(items),
                      where=Listing(tuple(Term(vocabulary="platform", key=key) for key in where))),
            several[0].source, items,
        )  # fmt: skip


def _when(when: When, *, with_year: bool) -> Value:
    """An instant, a day, or a range."""
    if with_year:
        first, last = Moment(when.earliest, "day_year"), Moment(when.latest, "day_year")
        return first if when.latest - when.earliest < timedelta(days=1) else Between(first, last)
    return marks.moment_of(when)
