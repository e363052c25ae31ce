"""Several logs as one: an act that two of them tell counts once, as the last file given tells it.

People correct their log and give it again under another name; colleagues each keep theirs.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from difflib import SequenceMatcher

from rebond.actions import Action, ActionLog, Confirmation
from rebond.importers.people.folding import plain

ROUNDED = timedelta(minutes=5)  # people round the time of one act each their way
ALIKE = 0.75  # of two wordings, as difflib measures it
UNTOLD = ("other", "unknown")  # kinds that two acts may share by chance


@dataclass(frozen=True, slots=True)
class Again:
    """An act that a later file tells again: the one that gave way, and the one that counts."""

    gone: Action
    kept: Action


@dataclass(frozen=True, slots=True)
class Merged:
    """log: all acts, each once. again: those that were told twice, in time order."""

    log: ActionLog
    again: tuple[Again, ...]


def merged(logs: Sequence[ActionLog]) -> Merged:
    """Logs in the order in which they were given. It is one act under one id, or at one time in nearly the same words,
    or of one kind at one time where the words of one begin those of the other."""
    actions: dict[str, Action] = {}
    again: list[Again] = []
    confirmed: dict[Confirmation, None] = {}
    for log in logs:
        standing = dict(actions)  # each takes the place of one at most: twins in a file are two acts
        for one in sorted(log.actions, key=lambda act: act.id not in standing):
            if gone := one.id if one.id in standing else _closest(one, standing):
                again.append(Again(standing.pop(gone), one))
                del actions[gone]
        actions |= {one.id: one for one in log.actions}
        confirmed |= dict.fromkeys(log.confirmed)
    told = sorted(again, key=lambda one: (one.gone.when.earliest, one.gone.when.latest, one.gone.id))
    return Merged(ActionLog(actions=in_order(actions.values()), confirmed=tuple(confirmed)), tuple(told))


def in_order(actions: Iterable[Action]) -> tuple[Action, ...]:
    """Acts as they happened; ties by their ids."""
    return tuple(sorted(actions, key=lambda a: (a.when.earliest, a.when.latest, a.id)))


def _closest(one: Action, standing: Mapping[str, Action]) -> str | None:
    """The id under which an act stands already."""
    alike = {key: found for key, other in standing.items() if (found := _likeness(one, other))}
    return max(alike, key=lambda key: (alike[key], key), default=None)


def _likeness(one: Action, other: Action) -> float:
    """How alike two tellings of one act are, to 1; 0: they are two acts."""
    first, last = max(one.when.earliest, other.when.earliest), min(one.when.latest, other.when.latest)
    if first - last > ROUNDED:
        return 0.0
    words, others = plain(one.title), plain(other.title)
    said = SequenceMatcher(None, words, others, autojunk=False)
    if words == others or (said.quick_ratio() >= ALIKE and said.ratio() >= ALIKE):
        return said.ratio()
    short, long = sorted((words, others), key=len)
    opens = bool(short) and f"{long} ".startswith(f"{short} ")
    of_one_kind = (one.is_event, one.kind) == (other.is_event, other.kind) and one.kind not in UNTOLD
    return ALIKE / 2 if opens and of_one_kind else 0.0
