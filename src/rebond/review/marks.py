"""Which acts and events are shown in the curve, and under which digit or letter."""

from rebond.actions import Action
from rebond.crisis import Crisis
from rebond.review.blocks import Mark
from rebond.sentences import N_, Between, Moment, Sentence, Term, Value, Verbatim, say

OURS, EVENTS = 7, 3  # more would hide the curve
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
    "reply": 1,
}  # how much a reader of one page needs to see it


def shown(crisis: Crisis) -> tuple[tuple[str, Action], ...]:
    """(symbol, act) in time order: digits for ours, letters for outside events; the weightiest of each.

    Acts outside the captured window are left out. Of several own posts read in the exports, only the first.
    """
    inside = [a for a in crisis.log.actions if _inside(a, crisis)]
    ours = _weightiest([a for a in inside if not a.is_event and not _repeats(a, inside)], OURS)
    events = _weightiest([a for a in inside if a.is_event], EVENTS)
    digits = [(str(n), a) for n, a in enumerate(ours, start=1)]
    letters = [(chr(ord("A") + n), a) for n, a in enumerate(events)]
    return tuple(digits + letters)


def _inside(action: Action, crisis: Crisis) -> bool:
    return crisis.window.starts <= action.when.middle <= crisis.window.ends


def _repeats(action: Action, inside: list[Action]) -> bool:
    """Own posts read in the exports beyond the first after the outbreak add nothing to a curve."""
    posts = [a for a in inside if a.source == "posts"]
    return action.source == "posts" and len(posts) > 1 and action is not posts[0]


def _weightiest(actions: list[Action], most: int) -> list[Action]:
    ranked = sorted(actions, key=lambda a: (-WEIGHT.get(a.kind, 3), a.when.earliest, a.id))[:most]
    return sorted(ranked, key=lambda a: (a.when.middle, a.id))


def legend(symbols: tuple[tuple[str, Action], ...]) -> tuple[Mark, ...]:
    """The list under the curve."""
    return tuple(
        Mark(symbol=symbol, ours=not action.is_event, when=moment(action), what=named(action))
        for symbol, action in symbols
    )


def moment(action: Action) -> Value:
    """When it happened; a range stays a range."""
    if action.when.exact:
        return Moment(action.when.earliest)
    same_day = action.when.earliest.date() == action.when.latest.date()
    return Between(Moment(action.when.earliest), Moment(action.when.latest, "time" if same_day else "day_time"))


def named(action: Action) -> Sentence | Value:
    """What people called it; an own post read in the exports is named by its kind, never quoted (A3)."""
    if action.title:
        return Verbatim(action.title)
    if action.source == "posts":
        return say(
            N_("own post, read in the exports (%(channel)s)"),
            channel=Term(vocabulary="platform", key=action.channels[0] if action.channels else "unknown"),
        )
    return Term(vocabulary="event_kind" if action.is_event else "action_kind", key=action.kind)
