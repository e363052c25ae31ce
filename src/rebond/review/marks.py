"""Which acts and events are shown in the curve, and under which digit or letter."""

import re
from datetime import timedelta
from zoneinfo import ZoneInfo

from rebond.actions import Action, When
from rebond.analysis.measure import Window
from rebond.crisis import Crisis
from rebond.evidence.sealed import logged
from rebond.review.blocks import Mark
from rebond.review.dates import dated, on_one_day
from rebond.review.figures._scene import hot_stretch
from rebond.sentences import N_, Between, Listing, Moment, Sentence, Term, Value, say
from rebond.settings import CaseSheet

OURS, EVENTS = 8, 3  # more would hide the curve
_LONGEST = re.compile(r"([^\W\u2e80-\uffff]{22})[^\W\u2e80-\uffff]{5,}")  # a word that a third of the page cannot hold
SHORT = 56  # characters of a name under the curve
UNTOLD = frozenset({"other", "unknown"})
WEIGHT = {
    "detection": 9,
    "apology": 9,
    "holding_statement": 8,
    "statement": 8,
    "service_measure": 8,
    "exit_declared": 8,
    "correction": 7,
    "press_conference": 7,
    "press_release": 7,
    "update": 6,
    "instruction": 6,
    "video": 6,
    "operational_fix": 6,
    "commitment": 6,
    "cell_activation": 5,
    "regulatory_filing": 5,
    "interview": 5,
    "web_page": 4,
    "internal_note": 3,
    "other": 2,
    "reply": 4,
}  # how much a reader of one page needs to see it


def shown(crisis: Crisis) -> tuple[tuple[str, Action], ...]:
    """(symbol, act) in time order: digits for ours, letters for outside events; the weightiest of each.

    Acts outside what the picture shows are left out, and those that are neither public nor of a kind we know: what
    was said in a conversation is of the log, not of page one. Of several own posts read in the exports, only the first.
    """
    drawn = _drawn(crisis)
    inside = [a for a in crisis.log.actions if drawn.starts <= a.when.middle <= drawn.ends]
    first = _first_own_post(inside, crisis)
    ours = _weightiest([a for a in inside if is_telling(a) and (a.source != "posts" or a is first)], OURS)
    events = _weightiest([a for a in inside if a.is_event], EVENTS)
    digits = [(str(n), a) for n, a in enumerate(ours, start=1)]
    letters = [(chr(ord("A") + n), a) for n, a in enumerate(events)]
    return tuple(digits + letters)


def is_telling(action: Action) -> bool:
    """Whether an act of ours is for page one: a public one, or one of a kind we know."""
    return not action.is_event and (action.is_public or action.kind not in UNTOLD)


def _drawn(crisis: Crisis) -> Window:
    """From the first hour of the curve to the last post captured."""
    hot = hot_stretch(crisis, ZoneInfo(crisis.sheet.time_zone or "UTC"))
    return crisis.window if hot is None else Window(hot.starts, crisis.window.ends)


def _first_own_post(inside: list[Action], crisis: Crisis) -> Action | None:
    """Our first post captured since the outbreak; later ones would add nothing to a curve."""
    start = crisis.phases.outbreak.retained or crisis.window.starts
    posts = [a for a in inside if a.source == "posts" and a.when.earliest >= start]
    return min(posts, key=lambda a: (a.when.earliest, a.id), default=None)


def _weightiest(actions: list[Action], most: int) -> list[Action]:
    ranked = sorted(actions, key=lambda a: (-WEIGHT.get(a.kind, 3), a.when.earliest, a.id))[:most]
    return sorted(ranked, key=lambda a: (a.when.middle, a.id))


def legend(symbols: tuple[tuple[str, Action], ...], sheet: CaseSheet) -> tuple[Mark, ...]:
    """The list under the curve."""
    return tuple(
        Mark(symbol=symbol, ours=not action.is_event, when=moment(action), what=named(action, sheet))
        for symbol, action in symbols
    )


def moment(action: Action) -> Value:
    """When it happened; a range stays a range."""
    return moment_of(action.when)


def moment_of(when: When) -> Value:
    """A time as lists give it; a range stays a range."""
    if when.exact:
        return Moment(when.earliest)
    if _whole_day(when):
        return say(N_("%(day)s, hour not recorded"), day=Moment(when.earliest, "short"))
    return Between(Moment(when.earliest), Moment(when.latest))


def told(when: When, crisis: Crisis) -> Sentence:
    """The same inside a sentence, with its preposition: on, between."""
    start, end = when.earliest, when.latest
    if when.exact:
        return say(N_("on %(at)s"), at=dated(crisis, start))
    if _whole_day(when):
        return say(N_("on %(day)s, at an hour not recorded"), day=dated(crisis, start, "day"))
    if on_one_day(crisis, start, end):
        times = {"start": Moment(start, "time"), "end": Moment(end, "time")}
        return say(N_("on %(day)s between %(start)s and %(end)s"), day=dated(crisis, start, "day"), **times)
    return say(N_("between %(start)s and %(end)s"), start=dated(crisis, start), end=dated(crisis, end))


def _whole_day(when: When) -> bool:
    """People wrote the day and no hour."""
    return timedelta(hours=23) <= when.latest - when.earliest <= timedelta(hours=25)


def named(action: Action, sheet: CaseSheet) -> Sentence | Value:
    """What it was, in the reader's language: its kind, and the language it was in, or its channel.

    People's own words name an outside event alone, nobody's name in them; an own post is never quoted (A3).
    """
    if action.source == "posts":
        return say(
            N_("own post, captured (%(channel)s)"),
            channel=Term(vocabulary="platform", key=action.channels[0] if action.channels else "unknown"),
        )
    if action.title and action.is_event:
        return logged(_LONGEST.sub(r"\1…", action.title), sheet, SHORT)
    kind = Term(vocabulary="event_kind" if action.is_event else "action_kind", key=action.kind)
    if not action.langs:
        if action.kind in UNTOLD and action.channels:
            channel = Term(vocabulary="platform", key=action.channels[0])
            return say(N_("%(kind)s (%(channel)s)"), kind=kind, channel=channel)
        return kind
    if len(action.langs) == 2:
        return say(N_("%(kind)s, both languages"), kind=kind)
    languages = Listing(tuple(Term(vocabulary="language", key=lang) for lang in action.langs))
    return say(N_("%(kind)s, in %(languages)s"), kind=kind, languages=languages)
