"""The log of what was done, as people wrote it: workbook, table, lines of text, pasted conversation, mail."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from rebond.actions import ActionLog, Confirmation
from rebond.errors import LogEmpty, LogUnreadable, PostsNotRecords
from rebond.importers.people.actions import action_of, told_apart
from rebond.importers.people.confirmations import confirmed_by, confirmed_in, is_ticked
from rebond.importers.people.days import Nearby
from rebond.importers.people.entries import Entry, Found, entries_of, lines_of, table_by_values, table_of
from rebond.importers.people.exports import is_export, is_too_busy
from rebond.importers.people.headers import Table, by_name
from rebond.importers.people.marks import id_of
from rebond.importers.people.merging import in_order
from rebond.importers.people.messages import is_mail_file, lines_above, looks_like_messages, mail_of, messages_of
from rebond.importers.people.pages import Page, is_workbook, read_text, read_workbook, text_table
from rebond.importers.source import CUT, Problem
from rebond.sentences import Verbatim

FAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class LogReading:
    """A log as far as it was understood, and what was not. Lines are rows of the workbook or lines of the text."""

    log: ActionLog
    problems: tuple[Problem, ...]


def read_log(name: str, data: bytes, zone: str, near: date | None, own: Collection[str] = ()) -> LogReading:
    """The log in a file. zone: IANA name, for times that name none. near: a day of the crisis, for dates without year.
    own: accounts of the organisation, for links to what it posted.

    Raises LogUnreadable, LogEmpty, FileProtected, SheetTooLarge, UnpacksTooFar, PostsNotRecords. An act has the same id
    in every file in which it is written alike.
    """
    pages = read_workbook(name, data, LogUnreadable) if is_workbook(data) else ()
    tops = pages or (text_table(name, read_text(name, data, LogUnreadable)),)
    ours = any(map(_is_ours, tops))
    if not ours and is_export(name, data):
        raise PostsNotRecords(file=Verbatim(name))
    found = list(_of_pages(pages, zone, near) if is_workbook(data) else _of_text_file(name, data, zone, near))
    timeless = all(isinstance(part, Problem) and part.code in ("no-time", "no-text") for part in found)
    named = ours or any(map(table_of, tops))  # names of columns alone are no error: they take a log out of use
    if timeless and (found or not named) and not ours:
        raise LogEmpty(file=Verbatim(name))
    pairs = [action_of(name, part, zone, own) for part in found if isinstance(part, Entry)]
    if is_too_busy(action.when.earliest for action, _ in pairs if action.when.exact):
        raise PostsNotRecords(file=Verbatim(name))
    problems = [part for part in found if isinstance(part, Problem)] + [
        doubt for _, doubts in pairs for doubt in doubts
    ]
    log = ActionLog(
        actions=in_order(told_apart([action for action, _ in pairs])),
        confirmed=tuple(part for part in found if isinstance(part, Confirmation)),
    )
    return LogReading(log, tuple(sorted(problems, key=_by_line)))


def of_the_crisis(reading: LogReading, first: date, last: date) -> LogReading:
    """Without the acts more than a year away from the posts: their year is mistyped, and every delay with it.

    first, last: days of the posts. What is left out is told as a problem of its line.
    """
    starts, ends = (datetime.combine(day, time(), UTC) for day in (first, last))
    acts = reading.log.actions
    far = [a for a in acts if a.when.latest < starts - FAR or a.when.earliest > ends + FAR]
    doubts = (Problem(a.raw_row, "far-date", "when", f"{a.when.earliest:%Y-%m-%d} · {a.title}"[:CUT], refused=True)
              for a in far)  # fmt: skip
    log = replace(reading.log, actions=tuple(a for a in acts if a not in far))
    return LogReading(log, tuple(sorted((*reading.problems, *doubts), key=_by_line)))


def _by_line(problem: Problem) -> tuple[int, str, str]:
    return problem.raw_row, problem.code, problem.field or ""


# --- what stands in the file -----------------------------------------------------------------------------
Part = Found | Confirmation


def _of_text_file(name: str, data: bytes, zone: str, near: date | None) -> Iterator[Part]:
    if is_mail_file(data):
        yield from _of_mail(data, zone, near)
        return
    text = read_text(name, data, LogUnreadable)
    page = text_table(name, text)
    if table_of(page) or _confirmations_of(page):
        yield from _of_pages((page,), zone, near)
    elif looks_like_messages(text):
        yield from messages_of(text, near)
    else:
        yield from _of_text(page, text, zone, near)


def _is_ours(page: Page) -> bool:
    """Whether we wrote the page: empty or untouched, it says nothing, and that is no error."""
    return any(id_of(cell) for row in page.rows for cell in row.cells[:1])


def _of_pages(pages: tuple[Page, ...], zone: str, near: date | None) -> Iterator[Part]:
    """Pages with a header we know; failing any, those that read as a log by their values; failing any, their lines."""
    tables = [table for page in pages if not _confirmations_of(page) and (table := table_of(page))]
    tables = tables or [table for page in pages if not _confirmations_of(page) and (table := table_by_values(page))]
    for table in tables:
        yield from _of_table(table, zone, near)
    for page in pages:
        confirm = _confirmations_of(page)
        if confirm:
            yield from _of_confirmations(confirm, zone, near)
        elif not tables:
            yield from _lines([(row.line, "  ".join(filter(None, row.cells))) for row in page.rows], zone, near)


def _of_table(table: Table, zone: str, near: date | None) -> Iterator[Part]:
    """Rows that confirm a record are no acts."""
    said: dict[int, Confirmation] = {}
    for row in table.rows:
        whole = " ".join(cell for cell in row.cells if cell.strip())
        found = confirmed_in(whole, Nearby(day=near), zone)
        if found:
            said[row.line] = found
    yield from said.values()
    kept = tuple(row for row in table.rows if row.line not in said)
    yield from entries_of(replace(table, rows=kept), near)


def _of_mail(data: bytes, zone: str, near: date | None) -> Iterator[Part]:
    """A mail whose body tells acts with their hours is a log; any other is one act."""
    entry, body = mail_of(data)
    day = entry.time.day if entry else near
    inside = list(
        messages_of(body, day) if looks_like_messages(body) else _lines(_numbered(body), zone, day, entry is not None)
    )
    above = lines_above(data, body)
    inside = [_lower(part, above) for part in inside]
    if entry and not any(isinstance(part, Entry) and part.time.has_clock for part in inside):
        yield entry
        yield from (part for part in inside if isinstance(part, Confirmation))
    else:
        yield from inside


def _lower(part: Part, lines: int) -> Part:
    """At its line of the file, when it was read in a text that begins further down."""
    if isinstance(part, Entry):
        return replace(part, line=part.line + lines)
    return replace(part, raw_row=part.raw_row + lines) if isinstance(part, Problem) else part


def _of_text(page: Page, text: str, zone: str, near: date | None) -> Iterator[Part]:
    """Columns without names where the lines are cut alike; else lines; columns again where lines tell nothing."""
    widths = [len(row.cells) for row in page.rows]
    even = len(widths) > 1 and min(widths) == max(widths) > 1 and any(mark in text for mark in ";\t|")
    table = table_by_values(page)
    if table and even:
        yield from _of_table(table, zone, near)
        return
    lines = list(_lines(_numbered(text), zone, near))
    told = any(not isinstance(part, Problem) for part in lines)
    yield from _of_table(table, zone, near) if table and not told else lines


def _lines(numbered: list[tuple[int, str]], zone: str, near: date | None, dated: bool = False) -> Iterator[Part]:
    kept = []
    for line, text in numbered:
        found = confirmed_in(text, Nearby(day=near), zone)
        if found:
            yield found
        elif text.strip():
            kept.append((line, text))
    yield from lines_of(kept, near, dated=dated)


def _numbered(text: str) -> list[tuple[int, str]]:
    return list(enumerate(text.split("\n"), start=1))


# --- confirmations -----------------------------------------------------------------------------------------
def _confirmations_of(page: Page) -> Table | None:
    return by_name(page, "confirm", lambda c: c.keys() >= {"mark", "yes", "from", "to"})


def _of_confirmations(table: Table, zone: str, near: date | None) -> Iterator[Part]:
    for row in table.rows:
        what = (id_of(table.get(row, "mark")) or table.get(row, "mark")).removeprefix("confirm-")
        cells = {name: table.get(row, name) for name in ("yes", "from", "to", "by")}
        if what not in ("actions", "monitoring", "own_account") or not is_ticked(cells["yes"]):
            continue
        found = confirmed_by(what, cells, Nearby(day=near), zone)
        value = f"{cells['from']} – {cells['to']}"[:CUT]
        yield found or Problem(row.line, "time-not-understood", "confirmed", value, refused=True)
