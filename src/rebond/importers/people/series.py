"""Dated counts people bring: calls, departures, gifts, price. A row a period and a column a count, or a row a count."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from rebond.actions import Series, SeriesPoint
from rebond.errors import PostsNotRecords, SeriesNoDates, SeriesNoValues, SeriesUnreadable
from rebond.importers.people.carry import first_day
from rebond.importers.people.days import Nearby
from rebond.importers.people.exports import is_export
from rebond.importers.people.folding import fold, plain, squeeze
from rebond.importers.people.headers import Table, by_name, column_values
from rebond.importers.people.numbers import decimal_mark, is_absent, number_in
from rebond.importers.people.pages import Page, Row, is_workbook, read_text, read_workbook, text_table
from rebond.importers.people.periods import Period, lengths_of, period_of
from rebond.importers.people.times import day_order
from rebond.importers.source import CUT, Problem
from rebond.sentences import Listing, Verbatim

MOST_SERIES = 40
ENOUGH = 0.5  # share of filled cells that are numbers, or periods, for a column to be one of them
LEVELS = frozenset({
    "cours", "prix", "price", "prices", "note", "notes", "rating", "ratings", "taux", "rate", "indice", "index",
    "score", "nps", "satisfaction", "moyenne", "average", "mean", "part", "share", "etoiles", "stars",
})  # fmt: skip
GENERIC = frozenset({"valeur", "value", "nombre", "count", "n", "total", "quantite", "quantity", ""})


@dataclass(frozen=True, slots=True)
class SeriesReading:
    """The series of a file, and what was not understood in it."""

    series: tuple[Series, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """One column of numbers. name: what it counts, unless each row says it. line: of a count that stands in one row."""

    at: int
    name: str
    unit: str | None
    decimal: str
    line: int | None = None


def read_series(name: str, data: bytes, zone: str) -> SeriesReading:
    """Every series of a file. zone: IANA name of the organisation: days begin at its midnight.

    Raises SeriesUnreadable, SeriesNoDates, SeriesNoValues, FileProtected, SheetTooLarge, UnpacksTooFar,
    PostsNotRecords.
    """
    if is_export(name, data):
        raise PostsNotRecords(file=Verbatim(name))
    pages = _pages(name, data)
    tables = [found for page in pages if (found := _found(page))]
    if not tables:
        header = next((row.cells for page in pages for row in page.rows if any(row.cells)), ())
        raise SeriesNoDates(file=Verbatim(name), columns=Listing(tuple(Verbatim(c) for c in header if c.strip())))
    series: list[Series] = []
    problems: list[Problem] = []
    for table, lines in tables:
        counted, doubts = _of_table(name, table, lines, zone)
        series += counted
        problems += doubts
    if not series:
        raise SeriesNoValues(file=Verbatim(name))
    return SeriesReading(tuple(series), tuple(sorted(problems, key=lambda p: (p.raw_row, p.code, p.value or ""))))


def _pages(name: str, data: bytes) -> tuple[Page, ...]:
    if is_workbook(data):
        return read_workbook(name, data, SeriesUnreadable)
    return (text_table(name, read_text(name, data, SeriesUnreadable)),)


# --- columns -------------------------------------------------------------------------------------------------
def _found(page: Page) -> tuple[Table, tuple[int, ...]] | None:
    """The table of a page; where periods stand along the top, with the line of each of its columns."""
    table = _table(page)
    if table:
        return table, ()
    turned = _table(_turned(page))
    return (turned, tuple(row.line for row in page.rows)) if turned else None


def _table(page: Page) -> Table | None:
    """The page with its column of periods: by its name, else by its values, with the row above as header."""
    named = by_name(page, "series", lambda c: "date" in c)
    if named and _share(column_values(named.rows, named.columns["date"])) >= ENOUGH:
        return named
    for n, row in enumerate(page.rows[:30]):
        at = next((at for at, cell in enumerate(row.cells) if cell.strip() and period_of(cell, Nearby())), None)
        if at is None:
            continue
        rows = page.rows[n:]
        header = page.rows[n - 1].cells if n else ()
        return Table(page, {"date": at}, header, rows) if _share(column_values(rows, at)) >= ENOUGH else None
    return None


def _share(cells: list[str]) -> float:
    here = Nearby(day=date(2000, 1, 1))
    return sum(period_of(cell, here) is not None for cell in cells) / len(cells) if cells else 0.0


def _turned(page: Page) -> Page:
    """Rows for columns: periods may stand along the top. Lines are then those of the header."""
    width = max((len(row.cells) for row in page.rows), default=0)
    if width > 2_000 or len(page.rows) > MOST_SERIES + 30:
        return Page(page.name, ())
    line = page.rows[0].line if page.rows else 1
    columns = ([row.cells[at] if at < len(row.cells) else "" for row in page.rows] for at in range(width))
    return Page(page.name, tuple(Row(line, tuple(cells)) for cells in columns))


def _counts(table: Table, lines: tuple[int, ...], stem: str) -> list[Count]:
    """Columns of numbers beside those that say when, what and in what unit."""
    taken = {at for field, at in table.columns.items() if field != "value"}
    width = max((len(row.cells) for row in table.rows), default=0)
    counts = []
    for at in range(width):
        cells = [cell for cell in column_values(table.rows, at) if not is_absent(cell)]
        if at in taken or not cells:
            continue
        decimal = decimal_mark(cells)
        if sum(number_in(cell, decimal) is not None for cell in cells) >= ENOUGH * len(cells):
            header = table.names[at] if at < len(table.names) else ""
            counts.append(Count(at, *_name_and_unit(header, stem), decimal, lines[at] if lines else None))
    return counts[:MOST_SERIES]


def _name_and_unit(header: str, stem: str) -> tuple[str, str | None]:
    """ "Ligne d'aide (appels)" → its name and its unit; a header that says nothing gives way to the file's name."""
    found = re.fullmatch(r"\s*(.*?)\s*[(\[]([^()\[\]]{1,40})[)\]]\s*", header[:200])
    name, unit = (found[1], squeeze(found[2])) if found else (header[:200], None)
    return (stem if plain(name) in GENERIC else squeeze(name)), unit


def _is_level(name: str, unit: str | None) -> bool:
    """Whether what is counted is a level, by its name or its unit: a price, a rate, a rating are never added up."""
    return not LEVELS.isdisjoint(plain(name).split()) or "%" in f"{name}{unit or ''}" or (unit or "").startswith("/")


# --- points --------------------------------------------------------------------------------------------------
def _of_table(file: str, table: Table, lines: tuple[int, ...], zone: str) -> tuple[list[Series], list[Problem]]:
    stem = squeeze(re.sub(r"[_-]+", " ", file.rpartition("/")[2].rpartition(".")[0])) or file
    periods, problems = _periods(table)
    points: dict[tuple[str, str | None], list[SeriesPoint]] = {}
    for count in _counts(table, lines, stem):
        for row, period in periods:
            line = count.line or row.line
            cell = row.cells[count.at].strip() if count.at < len(row.cells) else ""
            value = None if is_absent(cell) else number_in(cell, count.decimal)
            if value is None and not is_absent(cell):
                problems.append(Problem(line, "not-a-number", count.name, cell[:CUT]))
            name = table.get(row, "name") or count.name
            unit = table.get(row, "unit") or count.unit
            starts, ends = _in_utc(period, zone)
            point = SeriesPoint(starts=starts, ends=ends, value=value, raw_file=file, raw_row=line)
            points.setdefault((name, unit), []).append(point)
    series = [
        Series(name=name, unit=unit, points=_in_order(found), is_level=_is_level(name, unit))
        for (name, unit), found in points.items()
    ]
    return series, problems


def _periods(table: Table) -> tuple[list[tuple[Row, Period]], list[Problem]]:
    """The period of each row; rows without one are refused."""
    cells = column_values(table.rows, table.columns["date"])
    known = first_day(cells)
    order, sure = day_order(cells, known)
    near = Nearby(day=known, order=order)
    header = fold(table.names[table.columns["date"]]) if table.columns["date"] < len(table.names) else ""
    found: list[tuple[Row, Period]] = []
    problems: list[Problem] = [] if sure else [Problem(0, "ambiguous-date", "date")]
    for row in table.rows:
        if not any(cell.strip() for cell in row.cells):
            continue
        said = table.get(row, "date")
        period = period_of(said, near, table.get(row, "time"), table.get(row, "until"))
        if period is None:
            code = "bad-date" if said else "no-date"
            problems.append(Problem(row.line, code, "date", (said or " ".join(row.cells))[:CUT], refused=True))
        else:
            found.append((row, period))
    lengths = lengths_of([period for _, period in found], header)
    return [(row, replace(period, ends=ends, starts=starts)) for (row, period), (starts, ends) in
            zip(found, lengths, strict=True)], problems  # fmt: skip


def _in_utc(period: Period, zone: str) -> tuple[datetime, datetime]:
    """Local edges in UTC: a day of 23 or 25 hours keeps its length."""
    local = ZoneInfo(period.zone or zone)
    starts, ends = (at.replace(tzinfo=local).astimezone(UTC) for at in (period.starts, period.ends))
    return starts, ends if ends > starts else starts + (period.ends - period.starts)


def _in_order(points: list[SeriesPoint]) -> tuple[SeriesPoint, ...]:
    return tuple(sorted(points, key=lambda point: (point.starts, point.raw_row)))
