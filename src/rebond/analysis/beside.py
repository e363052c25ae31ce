"""Counts from outside social media (calls, departures, gifts, price), before and during the crisis, by local days.

During: from the day of the outbreak, whole, to the measured exit, or to the latest it can have been. Before: the
ordinary days that precede it, at most 28 of them. Each mean says of which days; a count kept by the week is never cut
into days.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from rebond.actions import Series, SeriesPoint
from rebond.analysis.measure import Window
from rebond.analysis.shapes import Phases
from rebond.analysis.sides import Beside, Level

ORDINARY = timedelta(days=28)  # how far back the days that it is compared with may go
DAY = timedelta(hours=25)  # a day when the clocks go back
WEEK = timedelta(days=7)


def place_series(series: tuple[Series, ...], phases: Phases, captured: Window, zone: str) -> tuple[Beside, ...]:
    """Each series on the clock of the crisis; no comparison where no outbreak was dated.

    captured: from the first post to the last: it ends the crisis where no exit was seen. zone: IANA name of the
    organisation, in which days begin and end.
    """
    starts, ends = phases.outbreak.retained, phases.exit.retained or phases.exit.high or captured.ends
    if starts is None or ends <= starts:
        return tuple(_undated(one) for one in series)
    return tuple(_place(one, Window(starts, ends), ZoneInfo(zone)) for one in series)


def _undated(series: Series) -> Beside:
    return Beside(series=series, per="day", before=None, during=None, after=None, total_during=None)


def _place(series: Series, crisis: Window, zone: ZoneInfo) -> Beside:
    """A period belongs to the side that holds its middle. Absent values are left out: they are not zero."""
    first_day = datetime.combine(crisis.starts.astimezone(zone).date(), time(), zone)
    given = [point for point in series.points if point.value is not None]
    before = [p for p in given if first_day - ORDINARY <= _middle(p) < first_day]
    during = [p for p in given if first_day <= _middle(p) < crisis.ends]
    after = [p for p in given if _middle(p) >= crisis.ends]
    per = _per(series, given)
    return Beside(
        series=series, per=per,
        before=_level(before, per, zone), during=_level(during, per, zone), after=_level(after, per, zone),
        total_during=sum(p.value or 0.0 for p in during) if during and not series.is_level else None,
    )  # fmt: skip


def _middle(point: SeriesPoint) -> datetime:
    return point.starts + (point.ends - point.starts) / 2


def _per(series: Series, given: Sequence[SeriesPoint]) -> str:
    """ "day" where every period is a day or less, "week" where each is a week; else "period": a plain mean."""
    lengths = [point.ends - point.starts for point in given]
    if series.is_level:
        return "period"
    if all(length <= DAY for length in lengths):
        return "day"
    return "week" if all(abs(length - WEEK) <= timedelta(hours=1) for length in lengths) else "period"


def _level(points: list[SeriesPoint], per: str, zone: ZoneInfo) -> Level | None:
    if not points:
        return None
    periods = len(_days(points, zone)) if per == "day" else len(points)
    return Level(mean=sum(p.value or 0.0 for p in points) / periods, first=points[0].starts,
                 last=max(p.last for p in points), periods=periods)  # fmt: skip


def _days(points: list[SeriesPoint], zone: ZoneInfo) -> set[date]:
    """The local days of which something is known: counts by the hour are added up by the day."""
    return {_middle(point).astimezone(zone).date() for point in points}
