"""How the rows of a file run and where they stop: by date, by engagement, or in no order that can be told.

Rows are looked at as they go by; the times and counts of one file are kept while it may be an export that was cut
(under 50 MB), its texts never. What the numbers mean: docs/decisions/0063.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from rebond.importers.cuts import SHEETS, By, Ending
from rebond.importers.source import Batch

NO_ROWS = ("not-a-post", "repeated-header")  # lines a tool writes under or between the rows
COUNTS = ("likes", "reposts", "replies", "views")
MINUTE, HOUR = 60_000_000, 3_600_000_000  # µs

IN_ORDER = 0.99  # share of neighbouring rows that must be in order
LEAST_RANKS = 10  # distinct values without which an order of counts says nothing
COUNTED = 0.9  # share of rows that must carry counts
LEAST_INTERACTIONS = 2  # fewest of any row from which the posts nobody reacted to are missing
TAIL, TAIL_SHARE = 50, 0.25  # last rows that give the pace at which a file stops
EXPECTED = 10  # posts between the last row and midnight, from which midnight is not why it stops
HIGH = 0.5  # times the mean pace of the file


class Rows:
    """What is remembered of the rows of one file as they go by: how many, when, with which counts."""

    def __init__(self) -> None:
        self.rows = 0
        self._times: list[np.ndarray] = []
        self._counts: list[np.ndarray] = []

    def look(self, batch: Batch) -> None:
        """Add the rows of a batch, in the order of the file."""
        self.rows += batch.rows_in - sum(one.refused and one.code in NO_ROWS for one in batch.problems)
        if self.rows > SHEETS[-1]:  # no export stops there: nothing more to keep
            self._times, self._counts = [], []
            return
        self._times.append(batch.posts.column("published_at").cast(pa.int64()).to_numpy())
        columns = [pc.fill_null(batch.posts.column(name), -1).to_numpy() for name in COUNTS]
        self._counts.append(np.stack(columns))

    def ending(self, zone: str) -> Ending:
        """How they run and where they stop. zone: of the days people ask a tool for."""
        times = np.concatenate(self._times) if self._times else np.zeros(0, np.int64)
        if len(times) < 2:
            return Ending(rows=self.rows)
        ending = Ending(
            rows=self.rows, first=_instant(times.min()), last=_instant(times.max()),
            busiest_day=_busiest(times, 24 * HOUR), busiest_6h=_busiest(times, 6 * HOUR),
        )  # fmt: skip
        counts = np.hstack(self._counts)
        ranked = None if (by := _order(times)) != "unknown" else _ranking(counts)
        if ranked is not None:
            return replace(ending, by="engagement", shown=True, ranked_by=ranked)
        if by != "unknown":
            ending = _stop(replace(ending, by=by), times, ZoneInfo(zone))
        least = _least(counts)
        if not ending.shown and least is not None and least >= LEAST_INTERACTIONS:
            return replace(ending, by="engagement", shown=True, at=None, per_hour=None, least=least)
        return ending


# --- what the rows show ------------------------------------------------------------------------------
def _order(times: np.ndarray) -> By:
    """Whether rows run by date; an export of one instant runs in no order."""
    steps = np.diff(times)
    if not steps.any():
        return "unknown"
    if (steps <= 0).mean() >= IN_ORDER:
        return "newest_first"
    return "oldest_first" if (steps >= 0).mean() >= IN_ORDER else "unknown"


def _stop(ending: Ending, times: np.ndarray, zone: ZoneInfo) -> Ending:
    """Where a file in order of date stops, at which pace, and whether midnight is why."""
    last = int(times[-1])
    hour = int((np.abs(times - last) < HOUR).sum()) - 1
    tail = times[-max(2, min(TAIL, int(len(times) * TAIL_SHARE))) :]
    pace = hour / HOUR if hour >= TAIL else (len(tail) - 1) / max(int(np.ptp(tail)), MINUTE)
    mean = (len(times) - 1) / max(int(np.ptp(times)), MINUTE)
    back = ending.by == "newest_first"  # a tool's day may be that of UTC
    expected = pace * min(_to_midnight(_instant(last), place, back=back) for place in (zone, ZoneInfo("UTC")))
    shown = pace >= HIGH * mean and expected >= EXPECTED
    return replace(ending, at=_instant(last), per_hour=pace * HOUR, shown=shown)


def _to_midnight(at: datetime, zone: ZoneInfo, *, back: bool) -> int:
    """µs from an instant back to the midnight before it, or on to the next one."""
    local = at.astimezone(zone)
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=0 if back else 1)
    return abs(int((midnight.astimezone(UTC) - at) / timedelta(microseconds=1)))


def _ranking(counts: np.ndarray) -> str | None:
    """The count rows are sorted by, the most first. counts: shape (4, n), −1 where there is none."""
    sums = {"interactions": _interactions(counts), **dict(zip(COUNTS, counts, strict=True))}
    for name, ranks in sums.items():
        carried = (ranks >= 0).mean() >= COUNTED
        if carried and len(np.unique(ranks)) >= LEAST_RANKS and (np.diff(ranks) <= 0).mean() >= IN_ORDER:
            return name
    return None


def _interactions(counts: np.ndarray) -> np.ndarray:
    """Likes, reposts and replies of each row, shape (n,); −1 where none is given."""
    three = counts[:3]
    return np.where((three >= 0).any(axis=0), np.maximum(three, 0).sum(axis=0), -1)


def _least(counts: np.ndarray) -> int | None:
    """Fewest interactions of a row; None where too few rows give any."""
    sums = _interactions(counts)
    return int(sums[sums >= 0].min()) if (sums >= 0).mean() >= COUNTED else None


def _busiest(times: np.ndarray, length: int) -> int:
    """Most rows in any stretch of `length` µs."""
    ordered = np.sort(times)
    return int((np.searchsorted(ordered, ordered + length) - np.arange(len(ordered))).max())


def _instant(micros: int | np.integer[Any]) -> datetime:
    return datetime.fromtimestamp(0, UTC) + timedelta(microseconds=int(micros))
