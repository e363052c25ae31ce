"""journal-a-completer.xlsx: the log to complete, prefilled with what is known, at the places where questions arise.

In the organisation's time zone; which rows it holds: journal_rows.py. Read back by importers/people/log.py: only rows
that people filled or changed add entries (see importers/people/marks.py).
"""

from collections.abc import Mapping
from dataclasses import replace
from zoneinfo import ZoneInfo

from rebond.actions import When
from rebond.crisis import Crisis
from rebond.importers.people.marks import mark
from rebond.render._book import Book, Column, both
from rebond.render.journal_rows import Asked, OwnPost, Prefilled, rows_of
from rebond.render.workbooks import LOG_COLUMNS, MARK, confirm, log_lists
from rebond.sentences import N_, Sentence, Verbatim, say, say_count

LINE = 17  # points of height of one line
SEEN = Column(field="seen", title=N_("What we saw"), width=66)
ZONE = Column(field="zone", title=N_("Time zone"), width=4, hidden=True)
TIME = replace(LOG_COLUMNS[2], width=25)  # "17:00 → 2025-10-15 08:15"
COLUMNS = (MARK, LOG_COLUMNS[1], TIME, SEEN, *LOG_COLUMNS[3:], ZONE)


def journal_to_complete(crisis: Crisis, found: Asked, own: Mapping[str, OwnPost]) -> bytes:
    """The workbook. found: what is asked about this crisis; own: text and link of its own posts, by post_id."""
    zone = crisis.sheet.time_zone or "UTC"
    rows = rows_of(found, own)
    book = Book(both(N_("Log to complete"), " · "), log_lists())
    sheet = book.sheet(both(N_("To complete"), " · "), COLUMNS, _lead(found, zone))
    sheet.offer(len(rows))
    for row in rows:
        cells = _cells(row, zone)
        free = "known" if row.look == "known" else "cell"
        looks = [row.look if column.field in ("date", "time", "seen") else free for column in COLUMNS[1:]]
        lines = max(2, row.cells["seen"].count("\n") + 1)
        sheet.write((mark(row.id, cells), *cells), ("mark", *looks), height=LINE * lines)
    sheet.blank(60)
    confirm(book)
    return book.close()


def _lead(found: Asked, zone: str) -> tuple[str | Sentence, ...]:
    """What stands above the rows: what to do, what the colours say, which posts have no row."""
    lead = (
        N_("Log to complete"),
        N_("Say what happened beside what we saw, add rows, correct what is wrong, then give this file with --log."),
        N_("Grey: your log. Yellow: your posts. Pink: peaks. Blue: nothing logged. Rows left as they are add nothing."),
        say(N_("Times are those of %(zone)s."), zone=Verbatim(zone)),
    )
    if not found.left_out:
        return lead
    more = say_count(
        N_("%(n)s other post of yours in these days has no row: those nearest the peaks are listed."),
        N_("%(n)s other posts of yours in these days have no row: those nearest the peaks are listed."),
        found.left_out,
    )
    return (*lead, more)


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
