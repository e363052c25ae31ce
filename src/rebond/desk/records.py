"""What the organisation recorded: its logs and its counts, kept in the case and read again at each draw.

A log file given again under the same name replaces the earlier one (people correct their workbook and give it
again); the earlier one stays in raw/, untouched.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

import ibis

from rebond.actions import ActionLog, Series
from rebond.analysis.counted import counted
from rebond.casefile.case import Case
from rebond.casefile.sources import open_source
from rebond.desk.log_told import told_of_log, told_of_several
from rebond.desk.records_told import told_of_series
from rebond.importers.people.log import of_the_crisis, read_log
from rebond.importers.people.merging import merged
from rebond.importers.people.series import read_series
from rebond.importers.source import Source
from rebond.sentences import Sentence
from rebond.settings import CaseSheet
from rebond.tables import collect

LOG, SERIES = "log", "series"


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """Log and side series of a case. problems: counted by code. digest: of the files they come from."""

    log: ActionLog
    series: tuple[Series, ...]
    problems: dict[str, int]
    digest: str
    told: tuple[Sentence, ...] = ()


def refuse_unreadable(logs: tuple[Path, ...], series: tuple[Path, ...]) -> None:
    """Read the files people gave, and keep nothing: one that cannot be read is said before an hour of importing.

    Raises FileNotThere, FileNotOpened, SheetTooLarge, SheetError.
    """
    for path in logs:
        read_log(path.name, _bytes(open_source(path)), "UTC", None)
    for path in series:
        read_series(path.name, _bytes(open_source(path)), "UTC")


def keep_records(case: Case, logs: tuple[Path, ...], series: tuple[Path, ...]) -> None:
    """Put the files people gave into the case. They were read before (refuse_unreadable)."""
    for role, paths in ((LOG, logs), (SERIES, series)):
        for path in paths:
            case.keep_raw(path, role)


def _bytes(source: Source) -> bytes:
    with source.open() as stream:
        return stream.read()


def _kept(case: Case, role: str) -> Iterator[tuple[str, bytes]]:
    """(name, content) of the last version of each file of a role, in the order in which they were first given."""
    for one in case.manifest().in_use(role):
        yield one.given_as, _bytes(open_source(case.raw_path(one.name)))


def read_records(case: Case, sheet: CaseSheet, posts: ibis.Table) -> Records:
    """Everything recorded. posts: WALK_POSTS, which give the day that completes a time like "mardi pm"."""
    zone, days = sheet.time_zone or "UTC", _days(posts)
    near = _near(sheet, days)
    told: list[Sentence] = []
    problems: Counter[str] = Counter()
    logs: list[ActionLog] = []
    series: list[Series] = []
    digest = sha256(zone.encode())
    for name, data in _kept(case, LOG):
        digest.update(data)
        reading = read_log(name, data, zone, near, sheet.accounts)
        reading = of_the_crisis(reading, min(days), max(days)) if days else reading
        logs.append(reading.log)
        problems.update(one.code for one in reading.problems)
        told += told_of_log(name, reading)
    for name, data in _kept(case, SERIES):
        digest.update(data)
        counts = read_series(name, data, zone)
        series += counts.series
        problems.update(one.code for one in counts.problems)
        told += told_of_series(name, counts.series, counts.problems, zone)
    whole = merged(logs)
    told += told_of_several(whole)
    return Records(
        log=whole.log, series=tuple(series), problems=dict(problems), digest=digest.hexdigest(), told=tuple(told)
    )


def _days(posts: ibis.Table) -> dict[date, int]:
    """How many posts are counted each day, in order."""
    kept = counted(posts)
    rows = collect(kept.group_by("day").aggregate(n=kept.count()), by="day").to_pylist()
    return {date.fromisoformat(row["day"]): row["n"] for row in rows}


def _near(sheet: CaseSheet, days: Mapping[date, int]) -> date | None:
    """A day of the crisis: the one people gave, else the first of those with most posts."""
    if sheet.happened_at is not None:
        return sheet.happened_at[0].date()
    return max(days, key=lambda day: days[day], default=None)
