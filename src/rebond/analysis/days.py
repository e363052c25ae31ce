"""The curve by local day and hour: the organisation's own days, daylight-saving changes included."""

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import numpy as np

from rebond.analysis.shapes import Volume

DAY, HOUR = 86400, 3600
WHOLE_DAY = 0.9  # share of a local day that must be observed (23-hour days of spring count)


@dataclass(frozen=True, slots=True)
class Days:
    """The curve by local day. of, hours: local day (from 0) and hour of each bin, shape (n,)."""

    of: np.ndarray
    hours: np.ndarray
    totals: np.ndarray  # posts, shape (d,)
    whole: np.ndarray  # bool, shape (d,): observed from midnight to midnight


def local_hours(volume: Volume, zone: str | None) -> tuple[np.ndarray, np.ndarray]:
    """Local hour (0–23) and local day number of each bin's start, shape (n,) each; of its middle, where it is a day.

    A day of another season begins an hour off midnight (volume.midnight); its middle lies in it all the same.
    """
    epochs = int(volume.starts.timestamp()) + volume.seconds * np.arange(len(volume.posts), dtype=np.int64)
    epochs += volume.seconds // 2 if volume.seconds >= DAY else 0
    local = epochs + _offsets(epochs, zone)
    return (local % DAY) // HOUR, local // DAY


def _offsets(epochs: np.ndarray, zone: str | None) -> np.ndarray:
    """Seconds to add to UTC. The zone is asked once a day, and each bin on the days the clocks change."""
    if zone is None or not len(epochs):
        return np.zeros_like(epochs)
    place = ZoneInfo(zone)

    def at(epoch: int) -> int:
        shift = datetime.fromtimestamp(epoch, tz=UTC).astimezone(place).utcoffset()
        return 0 if shift is None else int(shift.total_seconds())

    days = epochs // DAY
    midnights = np.array([at(int(d) * DAY) for d in range(days[0], days[-1] + 2)], dtype=np.int64)
    offsets = midnights[days - days[0]]
    changing = np.flatnonzero(offsets != midnights[days - days[0] + 1])
    offsets[changing] = [at(int(e)) for e in epochs[changing]]
    return offsets


def split_days(volume: Volume, zone: str | None) -> Days:
    """Totals by local day, and which days were observed whole."""
    hours, numbers = local_hours(volume, zone)
    of = numbers - numbers[0]
    totals = np.bincount(of, weights=volume.posts).astype(np.int64)
    seen = np.bincount(of, weights=volume.observed * float(volume.seconds))
    return Days(of, hours, totals, seen >= WHOLE_DAY * DAY)
