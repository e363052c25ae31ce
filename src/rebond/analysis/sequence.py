"""Turns into phases: in order, without a hole, covering the captured window, each with its posts."""

from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise

import numpy as np

from rebond.analysis.measure import Window
from rebond.analysis.shapes import Phase, Volume

FLARES = ("relapse", "resurgence")


@dataclass(frozen=True, slots=True)
class Turn:
    """From here on it is this phase. key "": a flare is over, what it interrupted goes on."""

    key: str
    at: datetime
    low: datetime | None = None
    high: datetime | None = None
    number: int | None = None
    provisional: bool = False


def in_sequence(volume: Volume, window: Window, turns: list[Turn]) -> tuple[Phase, ...]:
    """Phases from turns. Turns at or before the one they follow, or outside the window, give no phase of their own."""
    kept = _readable(window, _resumed(turns))
    edges = [turn.at for turn in kept] + [window.ends]
    posts = _posts(volume, edges)
    return tuple(
        Phase(
            key=turn.key,
            number=turn.number,
            starts=edges[i],
            ends=edges[i + 1],
            starts_range=_range(turn, window),
            ends_range=_range(kept[i + 1], window) if i + 1 < len(kept) else (window.ends, window.ends),
            posts=posts[i],
            provisional=turn.provisional,
        )
        for i, turn in enumerate(kept)
    )


def _resumed(turns: list[Turn]) -> list[Turn]:
    """In time order; what a flare interrupts goes on after it, under its own key, or under the one that came due."""
    found: list[Turn] = []
    under, flaring = turns[0], False
    for turn in sorted(turns, key=lambda t: t.at):
        if turn.key in FLARES:
            flaring = True
            found.append(turn)
        elif turn.key == "":
            flaring = False
            found.append(replace(turn, key=under.key, number=under.number))
        else:
            under = turn
            if not flaring:
                found.append(turn)
    return found


def _readable(window: Window, turns: list[Turn]) -> list[Turn]:
    """Turns inside the window, each later than the last, no phase twice in a row."""
    kept: list[Turn] = []
    for turn in turns:
        if turn.at >= window.ends:
            break
        at = max(turn.at, window.starts)
        while kept and kept[-1].at >= at:
            kept.pop()
        if not kept or (kept[-1].key, kept[-1].number) != (turn.key, turn.number):
            kept.append(replace(turn, at=at))
    return [replace(kept[0], at=window.starts), *kept[1:]]


def _posts(volume: Volume, edges: list[datetime]) -> list[int]:
    """Posts between edges; together, every counted post. Minutes are whole: a post belongs to the minute it is in."""
    if len(volume.minutes):
        places = np.searchsorted(volume.minutes, [-(-int(e.timestamp()) // 60) for e in edges])
        sums = np.concatenate(([0], np.cumsum(volume.per_minute)))
    else:
        places = np.array([min(max(volume.bin_of(e), 0), len(volume.posts)) for e in edges])
        sums = np.concatenate(([0], np.cumsum(volume.posts)))
    places[0], places[-1] = 0, len(sums) - 1
    return [int(sums[b] - sums[a]) for a, b in pairwise(places.tolist())]


def _range(turn: Turn, window: Window) -> tuple[datetime, datetime]:
    """What a boundary may be: open where the data end before it is sure."""
    low = min(turn.low or turn.at, turn.at)
    high = max(turn.at if turn.low is None and turn.high is None else turn.high or window.ends, turn.at)
    return max(low, window.starts), min(high, window.ends)
