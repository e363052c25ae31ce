"""Rows of a log to entries: columns by name or by values, the time carried down, several acts in a cell."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from rebond.importers.people.carry import Carry, first_day, is_backwards
from rebond.importers.people.clocks import clock_of, find_clocks
from rebond.importers.people.days import Nearby
from rebond.importers.people.folding import fold, squeeze
from rebond.importers.people.headers import Table, by_name, column_values
from rebond.importers.people.leading import HEAD, acts_in, leading, tells_untold
from rebond.importers.people.marks import EXAMPLE, id_of, is_untouched
from rebond.importers.people.pages import Page, Row
from rebond.importers.people.times import Reading, day_order, read_time
from rebond.importers.source import CUT, Problem

SAID = ("what", "happened", "text")
HOURS = ("date", "when", "time", "until", "decided", "drafted", "approved", "published")
ENOUGH = 0.5  # share of filled cells that read as times for a column without a name to be the one of times


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One act of a log, at the time it was given. cells: what else the row says, by field. id: of a prefilled row."""

    line: int
    time: Reading
    text: str
    cells: Mapping[str, str] = field(default_factory=dict)
    id: str | None = None
    clock: str = ""  # of the log it stands in, see Nearby


Found = Entry | Problem


def table_of(page: Page) -> Table | None:
    """The page as a log: columns by their names, when one says what was done and one when."""
    return by_name(
        page, "log", lambda c: bool(c.keys() & {*SAID, "kind"}) and bool(c.keys() & {"date", "when", "time"})
    )


def table_by_values(page: Page) -> Table | None:
    """The page as a log without known names: a column of times, and the column with the longest texts."""
    width = max((len(row.cells) for row in page.rows), default=0)
    columns = {at: column_values(page.rows[:500], at) for at in range(width)}
    dated = [at for at, cells in columns.items() if cells and _share_of_times(cells) >= ENOUGH]
    if not dated:
        return None
    told = {at: sum(map(len, cells)) / len(cells) for at, cells in columns.items() if cells and at not in dated}
    if not told:
        return None
    what = max(told, key=lambda at: (told[at], -at))
    found = {"date": dated[0], "what": what} | ({"time": dated[1]} if len(dated) > 1 else {})
    return Table(page, found, (), page.rows)


def _share_of_times(cells: list[str]) -> float:
    return sum(len(cell) <= 40 and _is_time(cell) for cell in cells) / len(cells)


def _is_time(cell: str) -> bool:
    """Whether a cell holds a time and nothing else."""
    here = Nearby(day=date(2000, 1, 1), carried=True)
    if not any(sign.isalpha() for sign in cell):
        return read_time(cell, here) is not None
    time, rest = leading(cell, here)
    return bool(time) and not rest


def entries_of(table: Table, near: date | None) -> Iterator[Found]:
    """Every act of a table, and what could not be read, in the order of the rows. near: a day of the crisis."""
    carry = _start(table, near)
    for row in table.rows:
        yield from _of_row(table, row, carry)


def _start(table: Table, near: date | None) -> Carry:
    columns = {name: column_values(table.rows, table.columns[name]) for name in HOURS if name in table.columns}
    dates = [cell for name in ("date", "when") for cell in columns.get(name, ())]
    clock = clock_of(fold(cell) for cells in columns.values() for cell in cells)
    known = near or first_day(dates) or first_day([table.page.name])
    order, _ = day_order(dates, known)
    return Carry(Nearby(day=known, order=order, backwards=is_backwards(dates, known), clock=clock))


def _of_row(table: Table, row: Row, carry: Carry) -> Iterator[Found]:
    cells = {name: table.get(row, name) for name in table.columns}
    mark_at = table.columns.get("mark", -1)
    mark = cells.pop("mark", "")
    others = [cell for at, cell in enumerate(row.cells) if at != mark_at]
    when, hour = cells.get("date") or cells.get("when", ""), cells.get("time", "")
    if not any(cell.strip() for cell in others) or (id_of(mark) == EXAMPLE and is_untouched(mark, others)):
        return
    if is_untouched(mark, others):
        carry.read(when, hour)  # rows added below it without a day are of its day
        return
    text = _told(table, row, cells)
    alone = len({cell.strip() for cell in others if cell.strip()}) == 1
    if alone and (heading := _heading(text or when, carry)):
        carry.read(heading)
        return
    time, unread = _time_of(cells, when, hour, carry)
    if not text:
        if id_of(mark) is None and not alone:
            yield Problem(row.line, "no-text", "what", _cut(others), refused=True)
        return
    make = partial(Entry, line=row.line, cells=cells, clock=carry.near.clock)
    found = list(_acts(text, time, carry, make, when or hour, row.line))
    if unread and time is not None:
        found.append(Problem(row.line, "hour-not-understood", "time", unread[:CUT]))
    first = found[0]
    yield replace(first, id=id_of(mark)) if isinstance(first, Entry) else first
    yield from found[1:]


def _time_of(cells: Mapping[str, str], when: str, hour: str, carry: Carry) -> tuple[Reading | None, str]:
    """The time of a row, and the hour that was not understood: its whole day is then kept.

    A row that only says when it was published happened then.
    """
    if not (when or hour):
        published = carry.read("", cells.get("published", ""))
        return published or carry.read(""), ""
    time = carry.read(when, hour, cells.get("until", ""))
    return (carry.read(when), hour) if time is None and hour else (time, "")


def _told(table: Table, row: Row, cells: Mapping[str, str]) -> str:
    """What was done; a cell merged over several rows tells it once; a row with its kind alone tells its kind."""
    for name in (*SAID, "kind"):
        if cells.get(name) and table.columns[name] not in row.filled:
            return cells[name]
    return ""


def _heading(text: str, carry: Carry) -> str | None:
    """A row that says a day and nothing else: "MARDI 14 OCTOBRE"."""
    acts = acts_in(text, carry.near)
    return acts[0][0] if len(acts) == 1 and acts[0][0] and not acts[0][1] else None


def _acts(
    text: str, time: Reading | None, carry: Carry, make: Callable[..., Entry], written: str, line: int
) -> Iterator[Found]:
    """One entry an act. time: of the row; an hour at the head of an act wins where the row has none of its own."""
    inside = acts_in(text, carry.near)
    for said, act in inside:
        own = bool(said) and (len(inside) > 1 or time is None or not time.has_clock)
        read = carry.within(said) if own else None
        at = read or (time.whole_day if own and time else time)
        if at is None:
            yield left_out(line, written or said, act or text)
            continue
        yield make(time=at, text=act if read and act else squeeze(f"{said} {act}"))
        if own and read is None:
            yield Problem(line, "hour-not-understood", "time", said[:CUT])
    if carry.over_midnight:
        yield Problem(line, "ambiguous-date", "when", written[:CUT])


def left_out(line: int, written: str, text: str) -> Problem:
    """An act without a day we can find. The value shows its time as written and the start of its words."""
    hour = read_time(written, Nearby(day=date(2000, 1, 1), carried=True), in_time_column=True)
    code = "no-day" if hour and not hour.has_day else "time-not-understood" if written else "no-time"
    return Problem(line, code, "when", " · ".join(filter(None, (written, squeeze(text))))[:CUT], refused=True)


def lines_of(numbered: list[tuple[int, str]], near: date | None, *, dated: bool = False) -> Iterator[Found]:
    """Lines of plain text: a day on its own is a title, a line with a time is an act, another goes on with it.

    dated: the text is the body of a mail written on the day `near`: an hour alone is an hour of that day, and what
    stands apart from the acts is prose, not told.
    """
    texts = [text for _, text in numbered]
    known = near or first_day(texts)
    order, _ = day_order(texts, known)
    clock = clock_of(fold(text[:HEAD]) for text in texts)
    near_by = Nearby(day=known, carried=dated, order=order, backwards=is_backwards(texts, known), clock=clock)
    carry = Carry(near_by)
    held: Entry | None = None
    before = 0
    for line, text in numbered:
        apart, before = dated and (line > before + 1 or not _goes_on(text)), line
        heading = _heading(text, carry)
        if heading and not find_clocks(fold(heading)) and carry.read(heading):
            continue
        found = list(_of_line(line, text, carry, held))
        if not found and not dated and tells_untold(text):
            found = [Problem(line, "time-not-understood", "when", text.strip()[:CUT], refused=True)]
        if found and held:
            yield held
            held = None
        if not found:
            if held and apart:
                yield held
                held = None
            held = replace(held, text=f"{held.text}\n{text.strip()}") if held else None
            if held is None and not dated:
                yield Problem(line, "no-time", "when", text.strip()[:CUT], refused=True)
            continue
        last = found.pop()
        yield from found
        if isinstance(last, Entry):
            held = last
        else:
            yield last
    if held:
        yield held


def _goes_on(text: str) -> bool:
    """A line of a mail that goes on with the one above: set in, or begun in lower case. A signature is neither."""
    return text[:1].isspace() or text.lstrip()[:1].islower()


def _of_line(line: int, text: str, carry: Carry, held: Entry | None) -> list[Found]:
    """The acts a line begins; none when it begins with no time and is no item of the day above."""
    inside = acts_in(text, carry.near)
    if not inside:
        return []
    said = inside[0][0]
    time = carry.read(said) if said else None
    if time is None:
        is_item = text.lstrip()[:1] in ("-", "•", "*", "–") and carry.last is not None and not said
        time = carry.read("") if is_item else None
        if time is None:
            return [left_out(line, said, inside[0][1])] if said else []
    first = Entry(line=line, time=time, text=inside[0][1].lstrip("-•*– "), clock=carry.near.clock)
    found: list[Found] = [first] if first.text else []
    for at, act in inside[1:]:
        read = carry.within(at)
        found += [] if read else [Problem(line, "hour-not-understood", "time", at[:CUT])]
        found.append(replace(first, time=read or time.whole_day, text=act if read else squeeze(f"{at} {act}")))
    if carry.over_midnight:
        found.insert(0, Problem(line, "ambiguous-date", "when", said[:CUT]))
    return found


def _cut(cells: list[str]) -> str:
    return " · ".join(cell.strip() for cell in cells if cell.strip())[:CUT]
