"""Reading a log from top to bottom: what one line leaves unsaid about its time is carried from the line above."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from rebond.importers.people.days import Nearby
from rebond.importers.people.times import Reading, read_cells, read_time

ONE_DAY = timedelta(days=1)
NIGHT = timedelta(hours=12)  # an hour that falls back this much, with no day written, belongs to the next day


@dataclass(slots=True)
class Carry:
    """Where the reading of one log stands. near: what completes the next date; last: the time above."""

    near: Nearby
    last: Reading | None = None
    over_midnight: bool = False  # the last time read was moved to the next day

    def read(self, day: str, hour: str = "", until: str = "") -> Reading | None:
        """The time of a line, and remember it. A line without any time keeps the day above, whole."""
        self.over_midnight = False
        if not (day.strip() or hour.strip()):
            return self._same_day()
        found = read_cells(day, hour, self.near, until)
        if found is None:
            return None
        found = self._after_midnight(found)
        self.near = replace(self.near, day=found.day, carried=True)
        self.last = found
        return found

    def within(self, text: str) -> Reading | None:
        """A time told inside a cell, beside that of its row. It does not move the day on."""
        return read_time(text, self.near)

    def _same_day(self) -> Reading | None:
        if self.last is None or self.near.day is None:
            return None
        return replace(replace(self.last, day=self.near.day).whole_day, has_day=False)

    def _after_midnight(self, found: Reading) -> Reading:
        """23:50, then 0:15 with no day written: the day after. Below an hour, "midnight" is the one that follows."""
        above = self.last
        if found.has_day or above is None or self.near.backwards or found.day != above.day:
            return found
        if not (above.has_clock and found.has_clock):
            return found
        if found.ends - found.starts == ONE_DAY and above.starts > found.starts:
            self.over_midnight = True
            return replace(found, starts=found.ends, day=found.day + ONE_DAY)
        if above.starts - found.ends >= NIGHT and found.ends.hour < 6:
            self.over_midnight = True
            return replace(found, starts=found.starts + ONE_DAY, ends=found.ends + ONE_DAY, day=found.day + ONE_DAY)
        return found


def is_backwards(texts: Sequence[str], near: date | None) -> bool:
    """Whether dates mostly go from the newest to the oldest. A weekday alone is of any week, and has no say."""
    read = (_dated(text, near) for text in texts[:2000])
    days = [found.starts for found in read if found is not None]
    steps = [(a < b) - (a > b) for a, b in pairwise(days)]
    return sum(steps) < 0


def _dated(text: str, near: date | None) -> Reading | None:
    """The time of a text that names its day, whatever the week it stands in."""
    found = read_time(text, Nearby(day=near))
    if found is None or not found.completed:
        return found
    a_week_on = near and read_time(text, Nearby(day=near + timedelta(days=7)))
    return found if a_week_on and a_week_on.day == found.day else None


def first_day(texts: Sequence[str]) -> date | None:
    """The first date written with its year: it completes the others when nobody said when the crisis was."""
    for text in texts[:2000]:
        found = read_time(text, Nearby())
        if found is not None and found.has_day and not found.completed:
            return found.day
    return None
