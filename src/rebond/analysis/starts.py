"""Where the collection starts inside a curve: hardly a stray post, then the usual flow at once, never near zero again.

A storm starts as sharply, but stands far above what follows it; a collection starts at the level it keeps. Where less
than a week of slight flow came before, posts cannot tell one from the other: the start is in doubt, unless people say
when it happened (decision 0012).
"""

from datetime import datetime, timedelta

import numpy as np

from rebond.analysis.measure import Window
from rebond.analysis.shapes import Gap, Volume

HOUR, DAY = 3600, 86400

STRAY_PER_DAY = 3.0  # posts a day before it, at most…
STRAY_SHARE = 0.01  # …and at most this share of the pace after it
SLIGHT_SHARE = 0.1  # a slight flow: this share of the pace after it, at most…
SLIGHT_DAYS = 8  # …in fewer days than this: no week of it, so it is no usual level either
TOLD_HOURS = (3, 6)  # a flow that begins this long before or after the time people give began with the crisis
LASTING_HOURS = 36  # the flow must last, or it may be a storm seen only in part
HEAD_HOURS = (12, 72)  # what counts as "at once": half a day, or three days where posts are few
BUSY_HOUR = 5.0  # posts an hour, from which half a day is enough
HEAD_RATIO = (0.35, 2.5)  # pace of the head against the pace of the whole flow
NEAR_ZERO = 0.1  # of the median day…
NEAR_ZERO_DAYS = 0.1  # …in at most this share of days


def abrupt_start(
    volume: Volume, happened: tuple[datetime, datetime] | None, since: datetime | None = None
) -> tuple[Gap, ...]:
    """The start of the collection inside the curve, if there is one. since: what lies before is known to be none."""
    first = 0 if since is None else volume.bin_of(since)
    posts = volume.posts[first:]
    if len(posts) < 2 or not posts.any():
        return ()
    at = _one_change(posts)
    stray = int(posts[:at].sum())
    before, after = at * volume.seconds, (len(posts) - at) * volume.seconds
    if after < LASTING_HOURS * HOUR or not _level_from_the_start(posts[at:], volume.seconds):
        return ()
    pace, starts = posts[at:].sum() / after, volume.starts_of(first + at)
    are_stray = stray / before <= min(STRAY_PER_DAY / DAY, STRAY_SHARE * pace)
    is_slight = stray / before <= SLIGHT_SHARE * pace and before < SLIGHT_DAYS * DAY
    if not are_stray and (not is_slight or _begins_as_told(starts, happened)):
        return ()
    window = Window(volume.starts_of(first), starts)
    return (Gap(window=window, why="abrupt_start", certain=stray == 0 or _begins_before(starts, happened)),)


def _begins_as_told(starts: datetime, happened: tuple[datetime, datetime] | None) -> bool:
    """Whether a flow begins when people say that it happened."""
    early, late = (timedelta(hours=h) for h in TOLD_HOURS)
    return happened is not None and happened[0] - early <= starts <= happened[1] + late


def _begins_before(starts: datetime, happened: tuple[datetime, datetime] | None) -> bool:
    """Whether a flow was there before what people say happened: it then began with the collection."""
    return happened is not None and starts < happened[0] - timedelta(hours=TOLD_HOURS[0])


def _one_change(posts: np.ndarray) -> int:
    """Bin in which one change of Poisson rate is most likely, 1 … n − 1."""
    n, before = len(posts), np.cumsum(posts)[:-1].astype(float)
    after = float(posts.sum()) - before
    left = np.arange(1, n, dtype=float)
    fit = before * np.log(np.maximum(before, 0.5) / left) + after * np.log(np.maximum(after, 0.5) / (n - left))
    return int(fit.argmax()) + 1


def _level_from_the_start(posts: np.ndarray, seconds: int) -> bool:
    """Whether the flow has its later pace at once and keeps it: no storm, whose head towers over its tail."""
    pace = posts.mean()
    busy = pace * HOUR / seconds >= BUSY_HOUR
    head = posts[: max(1, HEAD_HOURS[0 if busy else 1] * HOUR // seconds)].mean()
    if not HEAD_RATIO[0] <= head / pace <= HEAD_RATIO[1]:
        return False
    days = blocks(posts, max(1, DAY // seconds))
    return len(days) < 2 or bool((days < NEAR_ZERO * np.median(days)).mean() <= NEAR_ZERO_DAYS)


def blocks(posts: np.ndarray, width: int) -> np.ndarray:
    """Totals of consecutive whole stretches of `width` bins."""
    whole = len(posts) // width * width
    return posts[:whole].reshape(-1, width).sum(axis=1)
