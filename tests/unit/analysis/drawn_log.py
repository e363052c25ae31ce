"""Logs drawn as small tables: `when | kind | who sees it | languages or channels`, times of 14 October 2024, UTC.

`10:05` is exact, `10:05-11:00` a range, `+1 08:15` the next day, `-1 08:15` the day before.
"""

import re
from datetime import UTC, datetime, timedelta

from rebond.actions import Action, ActionLog, Confirmation, When
from rebond.analysis.measure import Window
from rebond.analysis.shapes import Boundary, Peak, Phases

DAY = datetime(2024, 10, 14, tzinfo=UTC)


def at(text: str) -> datetime:
    """One instant."""
    day, hour, minute = re.fullmatch(r"(?:([+-]\d+) )?(\d+):(\d+)", text.strip()).groups(default="0")
    return DAY + timedelta(days=int(day), hours=int(hour), minutes=int(minute))


def log(table: str, complete: str | None = None) -> ActionLog:
    """complete: `from .. to` a person confirmed to hold everything."""
    actions = []
    for n, line in enumerate(table.strip().splitlines(), start=1):
        when, kind, seen, tags, *source = [cell.strip() for cell in (line + "|||").split("|")][:5]
        edges = [at(edge) for edge in re.split(r"(?<=\d)-(?=\d|\+)", when)]
        tags_ = tuple(tags.split())
        actions.append(
            Action(
                id=f"a{n}", kind=kind, when=When(edges[0], edges[-1]), title=kind, visibility=seen or "public",
                langs=tuple(t for t in tags_ if len(t) == 2), channels=tuple(t for t in tags_ if len(t) != 2),
                source=(source or [""])[0] or "log",
            )
        )  # fmt: skip
    confirmed = ()
    if complete:
        starts, ends = (at(edge) for edge in complete.split(".."))
        confirmed = (Confirmation(what="actions", starts=starts, ends=ends, by_role="head of communications"),)
    return ActionLog(actions=tuple(actions), confirmed=confirmed)


def dated(text: str | None) -> Boundary:
    """`10:00`, or `10:00 (9:50 .. 10:20)`; None: not observed."""
    if text is None:
        return Boundary(computed=None, low=None, high=None, censored=True)
    main, _, span = text.partition("(")
    low, high = (at(edge) for edge in span.rstrip(") ").split("..")) if span else (at(main), at(main))
    return Boundary(computed=at(main), low=low, high=high)


def phases(
    outbreak: str | None, exit: str | None = None, normal: str | None = None, sign: str | None = None,
    peak: str | None = None, declared: tuple[str, str] | None = None,
) -> Phases:  # fmt: skip
    """Turning points alone."""
    peaks = ()
    if peak:
        peaks = (Peak(at=at(peak), posts=100, window=Window(at(peak), at(peak) + timedelta(hours=1))),)
    ended = dated(exit)
    if declared:
        ended = Boundary(computed=ended.computed, low=ended.low, high=ended.high, censored=ended.censored,
                         declared=(at(declared[0]), at(declared[1])))  # fmt: skip
    return Phases(phases=(), warning=dated(sign or outbreak), outbreak=dated(outbreak), exit=ended,
                  normal=dated(normal), main_peak=peaks[0] if peaks else None, peaks=peaks)  # fmt: skip
