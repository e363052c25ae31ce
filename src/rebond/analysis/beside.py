"""Counts from outside social media (calls, departures, gifts, price), before, during and after the crisis."""

from datetime import datetime, timedelta

from rebond.actions import Series, SeriesPoint
from rebond.analysis.measure import Window
from rebond.analysis.sides import Beside


def place_series(series: tuple[Series, ...], crisis: Window, dated: bool) -> tuple[Beside, ...]:
    """Each series on the clock of the crisis. dated: False when the crisis could not be dated; then no comparison."""
    return tuple(_place(one, crisis, dated) for one in series)


def _place(series: Series, crisis: Window, dated: bool) -> Beside:
    """A period belongs to the side that holds its middle. Means are per day; absent values are left out, not zero."""
    given = [p for p in series.points if p.value is not None]
    if not dated:
        return Beside(series=series, before=None, during=None, after=None, total_during=None, days_during=0)
    before = [p for p in given if _middle(p) < crisis.starts]
    during = [p for p in given if crisis.starts <= _middle(p) < crisis.ends]
    after = [p for p in given if _middle(p) >= crisis.ends]
    return Beside(
        series=series,
        before=_per_day(before),
        during=_per_day(during),
        after=_per_day(after),
        total_during=sum(p.value or 0.0 for p in during) if during else None,
        days_during=round(_days(during)),
    )


def _middle(point: SeriesPoint) -> datetime:
    return point.starts + (point.ends - point.starts) / 2


def _days(points: list[SeriesPoint]) -> float:
    return sum((p.ends - p.starts) / timedelta(days=1) for p in points)


def _per_day(points: list[SeriesPoint]) -> float | None:
    """Mean per day over the periods given; None when there is none."""
    days = _days(points)
    return sum(p.value or 0.0 for p in points) / days if days else None
