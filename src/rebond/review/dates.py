"""Days and hours in running text: the year is written where it is not the one in which the crisis begins."""

from datetime import datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from rebond.analysis.measure import Window
from rebond.crisis import Crisis
from rebond.sentences import N_, Moment, Sentence, say

DAY = 86400
Form = Literal["day", "short", "full"]
WITH_YEAR: dict[Form, Literal["day_year", "full_year"]] = {"day": "day_year", "short": "day_year", "full": "full_year"}


def dated(crisis: Crisis, at: datetime, form: Form = "full") -> Moment:
    """An instant as the page writes it."""
    return Moment(at, form if in_one_year(crisis, at, begins(crisis)) else WITH_YEAR[form])


def counted_at(crisis: Crisis, at: datetime) -> Moment:
    """An instant told by counting: its day alone, where posts are counted by the day."""
    return dated(crisis, at, "day" if by_the_day(crisis) else "full")


def by_the_day(crisis: Crisis) -> bool:
    """Whether posts are counted by the day: few of them, or hours not known."""
    return crisis.volume.seconds >= DAY


def period(crisis: Crisis, window: Window, form: Form = "day") -> Sentence:
    """From one day to another, or the one day that it is."""
    start, end = dated(crisis, window.starts, form), dated(crisis, last_of(window), form)
    if on_one_day(crisis, window.starts, last_of(window)):
        return say(N_("on %(day)s"), day=start)
    return say(N_("from %(start)s to %(end)s"), start=start, end=end)


def last_of(window: Window) -> datetime:
    """Its last instant: one that ends at midnight does not hold the day that begins."""
    return window.ends - timedelta(microseconds=1)


def begins(crisis: Crisis) -> datetime:
    """Where the crisis begins, as well as it is known: its outbreak, the time people give, its peak, the first post."""
    sheet, peak = crisis.sheet, crisis.phases.main_peak
    told = sheet.happened_at[0] if sheet.happened_at else None
    return crisis.phases.outbreak.retained or told or (peak.at if peak else crisis.window.starts)


def is_undated(crisis: Crisis) -> bool:
    """Whether nothing says when a crisis begins, in posts of several days: none may have stood out."""
    phases, several = crisis.phases, not on_one_day(crisis, crisis.window.starts, last_of(crisis.window))
    return several and not (phases.outbreak.retained or phases.main_peak or crisis.sheet.happened_at)


def on_one_day(crisis: Crisis, one: datetime, other: datetime) -> bool:
    """Whether two instants fall on the same day where the organisation is."""
    return one.astimezone(zone(crisis)).date() == other.astimezone(zone(crisis)).date()


def in_one_year(crisis: Crisis, one: datetime, other: datetime) -> bool:
    """Whether two instants fall in the same year where the organisation is."""
    return one.astimezone(zone(crisis)).year == other.astimezone(zone(crisis)).year


def zone(crisis: Crisis) -> ZoneInfo:
    """The organisation's time zone; UTC where the sheet states none, and the page then says so."""
    return ZoneInfo(crisis.sheet.time_zone or "UTC")
