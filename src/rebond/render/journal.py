"""journal-a-completer.xlsx: the log to complete, prefilled with what is known, at the places where questions arise.

Own posts, entries of the log, peaks and long silences, in the organisation's time zone. Read back by
importers/people/log.py: only rows that people filled or changed add entries (see importers/people/marks.py).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from rebond.actions import Action, When
from rebond.analysis.measure import Window
from rebond.analysis.times import silences
from rebond.crisis import Crisis
from rebond.importers.people.marks import mark
from rebond.render._book import Book, Column, both, label
from rebond.render.workbooks import LOG_COLUMNS, MARK, confirm, log_lists
from rebond.sentences import N_, Sentence, Term, Verbatim, say, say_count

MOST_POSTS, MOST_SILENCES = 300, 15
HAPPENED = N_("%(seen)s What happened here?")
SEEN = Column(field="seen", title=N_("What we saw"), width=66)
ZONE = Column(field="zone", title=N_("Time zone"), width=4, hidden=True)
TIME = replace(LOG_COLUMNS[2], width=25)  # "17:00 → 2025-10-15 08:15"
COLUMNS = (MARK, LOG_COLUMNS[1], TIME, SEEN, *LOG_COLUMNS[3:], ZONE)


@dataclass(frozen=True, slots=True)
class Prefilled:
    """One row, before it is written. cells: by field of the log; look: how it is drawn."""

    when: When
    id: str
    look: str
    cells: dict[str, str]


def journal_to_complete(crisis: Crisis) -> bytes:
    """The workbook, for this crisis."""
    zone = crisis.sheet.time_zone or "UTC"
    rows = sorted(_rows(crisis), key=lambda row: (row.when.earliest, row.when.latest, row.id))
    book = Book(both(N_("Log to complete"), " · "), log_lists())
    sheet = book.sheet(both(N_("To complete"), " · "), COLUMNS, (
        N_("Log to complete"),
        N_("Say what happened beside what we saw, add rows, correct what is wrong, then give this file with --log."),
        N_("Grey: your log. Yellow: your posts. Pink: peaks. Blue: nothing logged. Rows left as they are add nothing."),
        say(N_("Times are those of %(zone)s."), zone=Verbatim(zone)),
    ))  # fmt: skip
    sheet.offer(len(rows))
    for row in rows:
        cells = _cells(row, zone)
        free = "known" if row.look == "known" else "cell"
        looks = [row.look if column.field in ("date", "time", "seen") else free for column in COLUMNS[1:]]
        sheet.write((mark(row.id, cells), *cells), ("mark", *looks), height=34)
    sheet.blank(60)
    confirm(book)
    return book.close()


def _cells(row: Prefilled, zone: str) -> tuple[str, ...]:
    day, hour = _local(row.when, ZoneInfo(zone))
    known = row.cells | {"date": day, "time": hour, "zone": zone}
    return tuple(known.get(column.field, "") for column in COLUMNS[1:])


def _local(when: When, zone: ZoneInfo) -> tuple[str, str]:
    """The day, and the hours: "17:00", "17:00 → 22:00", nothing for a whole day."""
    first, last = when.earliest.astimezone(zone), when.latest.astimezone(zone)
    day, starts = f"{first:%Y-%m-%d}", f"{first:%H:%M}"
    ends = f"{last:%H:%M}" if first.date() == last.date() else f"{last:%Y-%m-%d %H:%M}"
    if first == last or (starts, ends) == ("00:00", "23:59"):
        return day, starts if first == last else ""
    return day, f"{starts} → {ends}"


# --- what stands in it ----------------------------------------------------------------------------------------
def _rows(crisis: Crisis) -> Iterator[Prefilled]:
    yield from (_recorded(action) for action in crisis.log.actions if action.source != "posts")
    posts = [action for action in crisis.log.actions if action.source == "posts"]
    spoken = [action for action in posts if action.kind != "reply"][:MOST_POSTS]
    yield from (_own_post(action) for action in spoken)
    replies = [action for action in posts if action.kind == "reply"]
    yield from _replies(replies, ZoneInfo(crisis.sheet.time_zone or "UTC"))
    yield from _peaks(crisis)
    yield from _silences(crisis)


def _recorded(action: Action) -> Prefilled:
    cells = {
        "seen": both(N_("In the log")),
        "what": action.title,
        "kind": label("event_kind" if action.is_event else "action_kind", action.kind),
        "visibility": "" if action.is_event else label("visibility", action.visibility),
        "channel": ", ".join(_channel(channel) for channel in action.channels),
        "lang": ", ".join(label("language", lang).partition(" / ")[0] for lang in action.langs),
        "who": action.by_role or "",
        "note": action.note or "",
    }
    return Prefilled(action.when, action.id, "known", cells)


def _own_post(action: Action) -> Prefilled:
    where = ", ".join(_channel(channel) for channel in action.channels)
    seen = say(N_("Your own post (%(platform)s)"), platform=Verbatim(where))
    cells = {"seen": both(seen), "visibility": label("visibility", "public"), "channel": where,
             "lang": ", ".join(label("language", lang).partition(" / ")[0] for lang in action.langs)}  # fmt: skip
    return Prefilled(action.when, action.id, "own", cells)


def _channel(key: str) -> str:
    return both(Term(vocabulary="platform", key=key), " / ").partition(" / ")[0]


def _replies(replies: Sequence[Action], zone: ZoneInfo) -> Iterator[Prefilled]:
    """One row a day: a service desk may have answered thousands of posts."""
    days = Counter(action.when.earliest.astimezone(zone).date() for action in replies)
    for day, n in sorted(days.items()):
        times = [a.when.earliest for a in replies if a.when.earliest.astimezone(zone).date() == day]
        seen = say_count(N_("%(n)s reply of yours captured"), N_("%(n)s replies of yours captured"), n)
        cells = {"seen": both(seen), "visibility": label("visibility", "public")}
        yield Prefilled(When(min(times), max(times)), f"replies-{day}", "own", cells)


def _peaks(crisis: Crisis) -> Iterator[Prefilled]:
    for n, peak in enumerate(crisis.phases.peaks, start=1):
        seen = say_count(N_("Peak: %(n)s post at its highest."), N_("Peak: %(n)s posts at its highest."), peak.posts)
        yield _asked(When(peak.window.starts, peak.window.ends), f"peak-{n}", "peak", seen)


def _silences(crisis: Crisis) -> Iterator[Prefilled]:
    """The longest stretches of the crisis in which the log holds no public act; nothing says that none was done."""
    window = _crisis_window(crisis)
    hot = max((peak.window.ends for peak in crisis.phases.peaks), default=window.ends)
    hours = crisis.settings.parameters
    found = []
    for silence in silences(crisis.log, window):
        gap = Window(silence.after.latest, max(silence.after.latest, silence.until.earliest))  # sure to hold no act
        least = hours.silence_hours_hot if gap.starts < hot else hours.silence_hours_decline
        if gap.lasts >= timedelta(hours=least):
            found.append(gap)
    longest = sorted(found, key=lambda gap: (-gap.lasts, gap.starts))[:MOST_SILENCES]
    for n, gap in enumerate(sorted(longest, key=lambda gap: gap.starts), start=1):
        seen = say(N_("No public act in the log for %(length)s."), length=gap.lasts)
        yield _asked(When(_minute(gap.starts), _minute(gap.ends)), f"silence-{n}", "silence", seen)


def _crisis_window(crisis: Crisis) -> Window:
    starts = crisis.phases.outbreak.retained or crisis.window.starts
    ends = crisis.phases.exit.retained or crisis.window.ends
    return Window(starts, ends) if ends > starts else crisis.window


def _asked(when: When, id: str, look: str, seen: Sentence) -> Prefilled:
    return Prefilled(when, id, look, {"seen": both(say(HAPPENED, seen=seen))})


def _minute(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0)
