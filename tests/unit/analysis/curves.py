"""Curves drawn by hand: `2 x 240, 40 80, 2 x 300` is 240 hours of 2 posts, one of 40, one of 80, 300 of 2."""

import re
from datetime import UTC, datetime

import numpy as np

from rebond.actions import ActionLog
from rebond.analysis.measure import Window
from rebond.analysis.shapes import Volume
from rebond.analysis.study import Study, study_curve
from rebond.settings import Settings

MONDAY = datetime(2024, 1, 1, tzinfo=UTC)


def counts(drawn: str) -> np.ndarray:
    """The counts of a drawing."""
    found: list[int] = []
    for part in re.split(r",\s*", drawn.strip()):
        times = re.fullmatch(r"(\d+) x (\d+)", part)
        found += [int(times[1])] * int(times[2]) if times else [int(n) for n in part.split()]
    return np.array(found, dtype=np.int64)


def curve(posts: np.ndarray, starts: datetime = MONDAY, seconds: int = 3600) -> Volume:
    """A counted curve whose posts are spread evenly inside each bin."""
    bins = np.repeat(np.arange(len(posts)), posts)
    nth = np.concatenate([np.arange(n) for n in posts]) if len(bins) else np.zeros(0)
    within = ((nth + 0.5) * seconds / np.maximum(posts[bins], 1)).astype(np.int64)
    minutes, each = np.unique((int(starts.timestamp()) + bins * seconds + within) // 60, return_counts=True)
    return Volume(
        starts=starts, seconds=seconds, posts=posts.astype(np.int64), originals=posts.astype(np.int64),
        accounts=posts.astype(np.int64), observed=np.ones(len(posts), dtype=bool), minutes=minutes,
        per_minute=each.astype(np.int64),
    )  # fmt: skip


def study(volume: Volume, settings: Settings | None = None, log: ActionLog | None = None) -> Study:
    """The study of a curve, over its whole length."""
    window = Window(volume.starts, volume.starts_of(len(volume.posts)))
    return study_curve(volume, window, log or ActionLog(), settings or Settings())


def keys(found: Study) -> str:
    """Phases in one line: `baseline outbreak peak1 decline …`."""
    return " ".join(f"{p.key}{p.number or ''}" for p in found.phases.phases)
