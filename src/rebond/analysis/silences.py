"""Silences: the longest stretch without a public act of ours, and the one during which most was said (M-07).

A silence is stated only on a record that people confirmed complete (domain.md A1).
"""

from datetime import datetime, timedelta

from rebond.actions import ActionLog, When
from rebond.analysis.clock import METHOD, NO_OUTBREAK, NOT_CONFIRMED, Clock, unknown
from rebond.analysis.measure import Measure, Rows, Window
from rebond.analysis.ranges import longest_stretch
from rebond.analysis.shapes import Volume, posts_between
from rebond.sentences import say

MICROSECOND = timedelta(microseconds=1)


def measure_silences(clock: Clock, volume: Volume) -> tuple[Measure, ...]:
    """max_silence and loud_silence; ranges where acts are known roughly."""
    window, names = clock.crisis_window, ("max_silence", "loud_silence")
    if window is None:
        return tuple(unknown(m, None, clock.outbreak.why or say(NO_OUTBREAK)) for m in names)
    if not any(clock.log.is_complete(record, window.starts, window.ends) for record in ("actions", "own_account")):
        return tuple(unknown(m, None, say(NOT_CONFIRMED), not_recorded=True) for m in names)
    acts = _inside(clock.log, window)
    return _longest(acts, window, clock), _loudest(acts, window, volume)


def certain_silences(log: ActionLog, window: Window) -> tuple[Window, ...]:
    """Stretches of `window` that hold no public act, wherever in its range each of them lies; in time order."""
    found, silent_from = [], window.starts
    for when in sorted(_inside(log, window), key=lambda when: when.earliest):
        if when.earliest > silent_from:
            found.append(Window(silent_from, when.earliest))
        silent_from = max(silent_from, when.latest)
    return (*found, Window(silent_from, window.ends)) if window.ends > silent_from else tuple(found)


def _inside(log: ActionLog, window: Window) -> tuple[When, ...]:
    """When the public acts that may lie inside the window were."""
    return tuple(a.when for a in log.public if a.when.latest >= window.starts and a.when.earliest < window.ends)


def _longest(acts: tuple[When, ...], window: Window, clock: Clock) -> Measure:
    found = longest_stretch(acts, window, lambda at: (at - window.starts) // MICROSECOND)
    low, high = found.least * MICROSECOND, found.most * MICROSECOND
    stretch = _in_minutes(found.window)
    return Measure(
        metric="max_silence",
        unit="duration",
        value=high if low == high else None,
        low=low,
        high=high,
        interval_is="none" if low == high else "log_range",
        n=len(acts),
        n_of="entries",
        method=METHOD,
        window=stretch,
        censored=found.window.ends == window.ends and clock.phases.exit.retained is None,
        rows=Rows(window=stretch),
    )


def _loudest(acts: tuple[When, ...], window: Window, volume: Volume) -> Measure:
    found = longest_stretch(acts, window, lambda at: posts_between(volume, Window(window.starts, at)))
    is_open, stretch = found.least < found.most, _in_minutes(found.window)
    return Measure(
        metric="loud_silence",
        unit="count",
        value=None if is_open else found.most,
        low=found.least if is_open else None,
        high=found.most if is_open else None,
        interval_is="log_range" if is_open else "none",
        n=found.most,
        method=METHOD,
        window=stretch,
        rows=Rows(window=stretch),
    )


def _in_minutes(window: Window) -> Window:
    """The same in whole minutes: posts are counted by the minute."""
    return Window(_minute(window.starts), _minute(window.ends))


def _minute(at: datetime) -> datetime:
    """The minute that begins at or after an instant."""
    return at if at.second == at.microsecond == 0 else at.replace(second=0, microsecond=0) + timedelta(minutes=1)
