"""A person's word that a record is complete: "journal complet du 14 au 20 octobre", or a line of the Confirm page."""

import re
from collections.abc import Mapping
from datetime import timedelta

from rebond.actions import Confirmation
from rebond.importers.people.acts import role_of
from rebond.importers.people.days import Nearby
from rebond.importers.people.folding import fold, plain, squeeze
from rebond.importers.people.times import Reading, read_time

YES = frozenset({"oui", "yes", "x", "ok", "vrai", "true", "1", "coche", "confirme", "confirmed", "oui yes"})
TICKS = "✓✔☑"
RECORDS = {
    "actions": "journal|log|main courante|registre|record|chronologie|timeline",
    "monitoring": "veille|surveillance|watch|monitoring",
    "own_account": "nos publications|nos comptes?|notre compte|our posts|our accounts?|own accounts?",
}
_COMPLETE = r"(?:complete?s?|sans trou|sans interruption|en continu|continue|continuous|without a gap)"
_SAYS = {
    what: re.compile(rf"\b(?:(?:{names})\b[^.;\n]{{0,40}}?\b{_COMPLETE}|complete (?:{names}))\b(?P<rest>.{{0,160}})")
    for what, names in RECORDS.items()
}
_DENIED = re.compile(r"\b(?:pas|non|not|never|jamais|isn't|n'est)\b")
_BY = re.compile(r"\b(?:par|by|signe|signed)\s*:?\s*([^.;\n]{2,60})$")


def confirmed_in(text: str, near: Nearby, zone: str) -> Confirmation | None:
    """What a line of text confirms; None when it confirms nothing, or does not say from when to when."""
    line = squeeze(text[:400])
    folded = fold(line)
    for what, says in _SAYS.items():
        found = says.search(folded)
        if found is None or _DENIED.search(found.group()):
            continue
        rest = line[found.start("rest") : found.end("rest")]
        by = _BY.search(fold(rest))
        role = role_of(rest[by.start(1) : by.end(1)]) if by else None
        window = read_time(rest[: by.start()] if by else rest, near)
        if window is not None:
            return _confirmation(what, window, window, role, zone)
    return None


def confirmed_by(what: str, cells: Mapping[str, str], near: Nearby, zone: str) -> Confirmation | None:
    """What a line of the Confirm page says. cells: yes, from, to, by. None: not ticked, or without readable dates."""
    starts = read_time(cells.get("from", ""), near)
    ends = read_time(cells.get("to", ""), near if starts is None else Nearby(day=starts.day, carried=True))
    if not is_ticked(cells.get("yes", "")) or starts is None or ends is None:
        return None
    return _confirmation(what, starts, ends, role_of(cells.get("by", "")), zone)


def is_ticked(cell: str) -> bool:
    return plain(cell) in YES or any(tick in cell for tick in TICKS)


def _confirmation(what: str, first: Reading, last: Reading, role: str | None, zone: str) -> Confirmation | None:
    """Days count whole; around an imprecise hour only what is sure is confirmed."""
    starts = first.when(zone).earliest if not first.has_clock or first is last else first.when(zone).latest
    ends = last.when(zone).latest + timedelta(minutes=1) if not last.has_clock else last.when(zone).earliest
    ends = last.when(zone).latest if last.has_clock and first is last else ends
    return Confirmation(what=what, starts=starts, ends=ends, by_role=role or "") if ends > starts else None
