"""Episodes: the stretches of volume above normal, from the level path alone (methods/statistics.md B).

Hysteresis on the path: an episode starts at 1.75 times normal, ends under 1.35, and stretches less than 16 h apart
are one. The onset is then dated within its first bin on the posts' own times; the end is a range.
"""

from datetime import UTC, datetime

import numpy as np

from rebond.analysis.baseline import SMALL
from rebond.analysis.days import HOUR
from rebond.analysis.levels import joined, level_path, runs_above
from rebond.analysis.local import local_expected
from rebond.analysis.peaks import find_peaks
from rebond.analysis.shapes import Baseline, Boundary, Episode, Volume
from rebond.sentences import N_, Moment, Sentence, say
from rebond.settings import Parameters

LEAST_POSTS = 5  # above normal: n_min of domain.md 1.1
SMALL_TAIL = 0.001  # exact Poisson tail for small organisations (domain.md 7.1)
BRIEF_HOURS = 6  # a stretch shorter than this…
BRIEF_SIGMAS = 5.0  # …must exceed normal by this many standard deviations…
BRIEF_SHARE = 0.10  # …and by this share of a normal day, or it is a busy hour and no episode
INTERVAL_95 = 1.92  # drop of the log-likelihood at the ends of a 95 % range

NOT_SEEN_BEGIN = N_("The volume was already above normal when the collection began: the outbreak was not observed.")
TOO_LITTLE = N_("Too little was captured to know the usual volume: no outbreak can be told from it.")
CANNOT_TELL = N_("On %(at)s either the crisis or its collection begins, abruptly: the posts cannot tell which.")
NOT_SEEN_END = N_("The captured posts stop before the volume came back to normal.")
CUT = N_("The collection was cut while the volume was high: the end was not observed.")


def find_episodes(volume: Volume, baseline: Baseline, parameters: Parameters) -> tuple[Episode, ...]:
    """Every episode, in time order. Without a normal level, what was observed is one episode whose onset is unknown."""
    if not volume.observed.any() or volume.posts.sum() < LEAST_POSTS:
        return ()
    expected = reference(volume, baseline, parameters)
    path = level_path(volume.posts, expected, volume.observed, baseline.dispersion, parameters)
    if baseline.per_day is None:
        seen = np.flatnonzero(volume.observed)
        runs = [(int(seen[0]), int(seen[-1]) + 1)]
    else:
        hold = -(-parameters.episode_hold_hours * HOUR // volume.seconds)
        found = joined(runs_above(path, parameters.episode_on, parameters.episode_off), hold)
        runs = [run for run in found if _stands_out(volume, baseline, expected, run)]
    return tuple(_episode(volume, baseline, path, run, parameters) for run in runs)


def reference(volume: Volume, baseline: Baseline, parameters: Parameters) -> np.ndarray:
    """What the path is a multiple of, shape (n,): the normal level, or the quietest tenth where there is none."""
    if baseline.per_day is not None:
        return local_expected(volume, baseline, parameters)
    seen = volume.posts[volume.observed]
    return np.full(len(volume.posts), max(float(np.quantile(seen, 0.1)), 0.5))


def _stands_out(volume: Volume, baseline: Baseline, expected: np.ndarray, run: tuple[int, int]) -> bool:
    """Whether a stretch is more than a busy hour or, for a small organisation, more than chance."""
    start, end = run
    seen = volume.observed[start:end]
    posts, normal = volume.posts[start:end][seen].sum(), expected[start:end][seen].sum()
    if posts - normal < LEAST_POSTS:
        return False
    if (baseline.per_day or 0.0) < SMALL:
        return poisson_tail(int(posts), float(normal)) <= SMALL_TAIL
    if (end - start) * volume.seconds >= BRIEF_HOURS * HOUR:
        return True
    sigma = np.sqrt(normal + normal**2 / baseline.dispersion)
    return bool(posts - normal >= max(BRIEF_SIGMAS * sigma, BRIEF_SHARE * (baseline.per_day or 0.0)))


def poisson_tail(count: int, mean: float) -> float:
    """P(N ≥ count) for a Poisson count, exact: 1 minus the terms below."""
    terms = np.cumsum(np.log(mean) - np.log(np.arange(1, count))) if count > 1 else np.zeros(0)
    below = np.exp(-mean) * (1.0 + np.exp(terms).sum()) if count > 0 else 0.0
    return float(max(0.0, 1.0 - below))


def _episode(
    volume: Volume, baseline: Baseline, path: np.ndarray, run: tuple[int, int], parameters: Parameters
) -> Episode:
    start, end = run
    return Episode(
        onset=_onset(volume, baseline, start),
        ends=_end(volume, path, run, parameters),
        peaks=find_peaks(volume, path, run, parameters),
        posts=int(volume.posts[start:end].sum()),
        path=path,
    )


# --- onset -------------------------------------------------------------------------------------------
def _onset(volume: Volume, baseline: Baseline, start: int) -> Boundary:
    """The instant volume leaves normal, with its range. Not dated where nothing was observed just before."""
    first_seen = start == 0 or not volume.observed[start - 1]
    if first_seen or baseline.per_day is None:
        start += int(volume.observed[start:].argmax())  # a run may begin where nothing is observed
        why = _why(volume, baseline, start)
        return Boundary(computed=None, low=None, high=volume.starts_of(start), censored=True, why=why)
    low, at, high = first_instant(volume, start)
    return Boundary(computed=at, low=low, high=high)


def _why(volume: Volume, baseline: Baseline, first: int) -> Sentence:
    """Why an onset cannot be dated: nothing was observed before, or the posts cannot tell it from a collection."""
    at = volume.starts_of(first)
    begun = next((g for g in volume.gaps if g.why == "abrupt_start" and g.window.ends == at), None)
    if begun is not None and not begun.certain:
        return say(CANNOT_TELL, at=Moment(at, "full"))
    return say(TOO_LITTLE if begun is None and baseline.per_day is None else NOT_SEEN_BEGIN)


def first_instant(volume: Volume, start: int) -> tuple[datetime, datetime, datetime]:
    """The most likely instant, within the first bin above normal, and its 95 % range: (low, at, high).

    One change of Poisson rate between the bin before and the end of the first bin, tried at each minute that holds
    a post (scan statistic on the posts' own times). Where times are no finer than bins: the bin itself.
    """
    opens, ends = volume.starts_of(start), volume.starts_of(start + 1)
    if volume.resolution >= volume.seconds or not len(volume.minutes):
        return opens, opens, ends
    first, last = int(opens.timestamp()) // 60, int(ends.timestamp()) // 60
    lead = volume.seconds // 60 if start and volume.observed[start - 1] else 0
    inside = slice(*np.searchsorted(volume.minutes, [first - lead, last]))
    minutes, posts = volume.minutes[inside], volume.per_minute[inside]
    tried = minutes >= first
    if not tried.any():
        return opens, opens, ends
    after = np.cumsum(posts[::-1])[::-1][tried]
    before = posts.sum() - after
    left, right = minutes[tried] - first + lead, last - minutes[tried]
    fit = _log_rate(after, right) + _log_rate(before, left)
    fit = np.where(after * left >= before * right, fit, -np.inf)  # a rise, never a fall
    if not np.isfinite(fit).any():
        return opens, opens, ends
    best = int(fit.argmax())
    near = minutes[tried][fit >= fit[best] - INTERVAL_95]
    return _minute(near[0]), _minute(minutes[tried][best]), _minute(near[-1] + 1)


def _log_rate(posts: np.ndarray, minutes: np.ndarray) -> np.ndarray:
    """Log-likelihood of a constant Poisson rate at its best, up to a constant."""
    rate = np.maximum(posts, 1e-9) / np.maximum(minutes, 0.5)
    return posts * np.log(rate) - posts


def _minute(number: int) -> datetime:
    return datetime.fromtimestamp(int(number) * 60, tz=UTC)


# --- end ---------------------------------------------------------------------------------------------
def _end(volume: Volume, path: np.ndarray, run: tuple[int, int], parameters: Parameters) -> Boundary:
    """The end as a range: from the last fall under 1.75 to the fall under 1.35, which is the one retained.

    Censored where the data stop, or stop being trusted, while the path is still up.
    """
    start, end = run
    if end >= len(path):
        return Boundary(computed=None, low=volume.starts_of(end), high=None, censored=True, why=say(NOT_SEEN_END))
    high = np.flatnonzero(path[start:end] >= parameters.episode_on)
    low = start + int(high[-1]) + 1 if len(high) else end  # without a normal level, a run may never be high
    lost = end if not volume.observed[end] else low
    if volume.observed[lost]:
        return Boundary(computed=volume.starts_of(end), low=volume.starts_of(low), high=volume.starts_of(end))
    return hidden(volume, lost)


def hidden(volume: Volume, first: int) -> Boundary:
    """An instant that lies somewhere in the unobserved stretch beginning with this bin."""
    seen = np.flatnonzero(volume.observed[first:])
    cut = next((g for g in volume.gaps if g.why == "abrupt_end" and volume.bin_of(g.window.starts) + 1 == first), None)
    return Boundary(
        computed=None,
        low=cut.window.starts if cut else volume.starts_of(first),
        high=volume.starts_of(first + int(seen[0])) if len(seen) else None,
        censored=True,
        why=say(CUT) if cut else say(NOT_SEEN_END),
    )


def bins_of(volume: Volume, episode: Episode) -> tuple[int, int]:
    """First and last bin [first, last) of an episode, its unobserved end included as far as it is known to last."""
    starts, ends = episode.onset.computed or episode.onset.high, episode.ends.computed or episode.ends.low
    assert starts is not None and ends is not None
    first = volume.bin_of(starts)
    last = -(-(ends - volume.starts).total_seconds() // volume.seconds)
    return first, max(first + 1, int(last))
