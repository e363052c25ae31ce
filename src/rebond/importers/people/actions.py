"""An entry of a log to an Action: its kind, its range in UTC, its steps, and an id that other files give it too."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from rebond.actions import Action, When
from rebond.importers.people.acts import act_of
from rebond.importers.people.days import Nearby
from rebond.importers.people.entries import Entry
from rebond.importers.people.folding import squeeze
from rebond.importers.people.times import read_time
from rebond.importers.people.zones import zone_named
from rebond.importers.source import CUT, Problem

STEPS = {"decided_at": "decided", "drafted_at": "drafted", "approved_at": "approved", "published_at": "published"}
LONGEST_TITLE = 500


def action_of(name: str, entry: Entry, zone: str, own: Collection[str] = ()) -> tuple[Action, list[Problem]]:
    """The act an entry tells, and what in it was not understood. zone: used where the entry names none; own: accounts
    of the organisation."""
    zone_said = zone_named(entry.cells.get("zone", "")) or zone
    act = act_of(f"{entry.text} {entry.cells.get('text', '')}", entry.cells, own)
    steps, problems = _steps(entry, zone_said)
    when = entry.time.when(zone_said)
    published = steps.get("published_at")
    if published:  # what people saw, they saw then
        when = When(published, published)
    if not act.understood:
        problems.append(Problem(entry.line, "kind-not-understood", "kind", entry.cells.get("kind", "")[:CUT]))
    if not when.exact:
        problems.append(Problem(entry.line, "imprecise-time", "when"))
    note = squeeze(entry.cells.get("note", "")) or None
    action = Action(
        id=entry.id or "", kind=act.kind, when=when, title=squeeze(entry.text)[:LONGEST_TITLE], is_event=act.is_event,
        visibility=act.visibility, channels=act.channels, langs=act.langs,
        by_role=act.by_role, decided_at=steps.get("decided_at"), drafted_at=steps.get("drafted_at"),
        approved_at=steps.get("approved_at"), published_at=published, note=note, raw_file=name, raw_row=entry.line,
    )  # fmt: skip
    return action, problems


def _steps(entry: Entry, zone: str) -> tuple[dict[str, datetime], list[Problem]]:
    """Decided, drafted, approved, published. These are instants: an imprecise one stays unknown, and is told."""
    steps: dict[str, datetime] = {}
    problems: list[Problem] = []
    here = Nearby(day=entry.time.day, carried=True, clock=entry.clock)
    for field, column in STEPS.items():
        written = entry.cells.get(column, "")
        if not written.strip():
            continue
        found = read_time(written, here, in_time_column=True)
        when = found.when(zone) if found else None
        if when is not None and when.exact:
            steps[field] = when.earliest
        else:
            code = "time-not-understood" if when is None else "imprecise-time"
            problems.append(Problem(entry.line, code, field, written[:CUT]))
    return steps, problems


def told_apart(actions: list[Action]) -> list[Action]:
    """Ids from what an act is and when, so that the same act has the same id in every file; twins are numbered."""
    seen: dict[str, int] = {}
    named = []
    for action in actions:
        key = action.id
        if not key:
            said = f"{action.when.earliest.isoformat()}\x1f{action.when.latest.isoformat()}\x1f{action.title}"
            key = f"log-{sha256(said.encode()).hexdigest()[:12]}"
        seen[key] = seen.get(key, 0) + 1
        named.append(replace(action, id=key if seen[key] == 1 else f"{key}-{seen[key]}"))
    return named
