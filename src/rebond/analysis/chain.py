"""Which episodes are the crisis, which of its flares are relapses, and when it was over.

One episode is the crisis: the one that people say happened, else the one that stands highest above normal over 24 h.
Episodes that begin before the measured exit are further peaks of it; between exit and return to normal, a flare is a
relapse; after the return, a resurgence, be it of the same matter or not: volume alone cannot tell.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import numpy as np

from rebond.analysis.baseline import expected_posts, highest_day
from rebond.analysis.days import HOUR
from rebond.analysis.ending import date_exit, date_normal, exit_limit, flares_after
from rebond.analysis.episodes import bins_of, first_instant
from rebond.analysis.measure import Window
from rebond.analysis.new_level import find_new_level
from rebond.analysis.shapes import Baseline, Boundary, Episode, Peak, Volume
from rebond.settings import Parameters, Settings

NEAR_TOLD = timedelta(days=1)  # an episode may begin this long before or after the time people give
STAND_IN_SHARE = 0.1  # a rise under this share of the peak is none, where the normal level is a stand-in
LEAST_SIGNS = timedelta(hours=3)  # a rise shorter than this is the outbreak itself


@dataclass(frozen=True, slots=True)
class Flare:
    """The matter, or another one, flares again after the exit."""

    key: str  # relapse, resurgence
    span: Window
    onset: Boundary
    ends: Boundary


@dataclass(frozen=True, slots=True)
class Chain:
    """The crisis: its first episode, its peaks until the exit, and what flared after it."""

    first: Episode
    peaks: tuple[Peak, ...]
    flares: tuple[Flare, ...]
    outbreak: Boundary
    exit: Boundary
    normal: Boundary
    new_level: float | None = None  # posts a day at which it settled, when it never came back to the usual level


def main_episode(
    volume: Volume, baseline: Baseline, episodes: tuple[Episode, ...], happened: tuple[datetime, datetime] | None
) -> Episode:
    """The episode under review: the one that holds what people say happened, or begins nearest to it.

    Where none does within a day, and where nobody says, the one that stands highest above normal over 24 h.
    """
    if happened is not None:
        near = [e for e in episodes if _far_from(_span(volume, e), happened) <= NEAR_TOLD]
        if near:
            return min(near, key=lambda e: (_far_from(_span(volume, e), happened), starts_of(e)))
    excess = np.where(volume.observed, volume.posts - expected_posts(volume, baseline), 0.0)

    def above(episode: Episode) -> tuple[float, float]:
        return highest_day(excess, bins_of(volume, episode), volume.seconds), -starts_of(episode).timestamp()

    return max(episodes, key=above)


def _far_from(span: Window, happened: tuple[datetime, datetime]) -> timedelta:
    """How long before or after what people say happened an episode is seen; none where it holds it."""
    return max(span.starts - happened[1], happened[0] - span.ends, timedelta(0))


def find_chain(volume: Volume, baseline: Baseline, episodes: tuple[Episode, ...], settings: Settings) -> Chain:
    """Episodes are taken in while they begin before an exit was seen, and within the days of a relapse."""
    main, parameters = main_episode(volume, baseline, episodes, settings.sheet.happened_at), settings.parameters
    at = next(i for i, e in enumerate(episodes) if e is main)
    members, later = [main], list(episodes[at + 1 :])
    while True:
        exit = _exit(volume, baseline, members, parameters)
        if not later or not _goes_on(volume, members[-1], later[0], exit, parameters):
            break
        members.append(later.pop(0))
    flares = _flares_inside(volume, baseline, members, exit, parameters)
    flares += [Flare("", _span(volume, e), e.onset, e.ends) for e in later]
    onsets = [f.span.starts for f in flares]
    normal = date_normal(volume, baseline, exit, onsets, parameters)
    settled = None if normal.computed else find_new_level(volume, baseline, exit, onsets, parameters)
    normal = settled.starts if settled else normal
    known = normal.computed or normal.high
    named = tuple(replace(f, key="relapse" if known is None or f.span.starts < known else "resurgence") for f in flares)
    outbreak, level = _outbreak(volume, baseline, main, parameters), settled.per_day if settled else None
    return Chain(main, _peaks(members, parameters), named, outbreak, exit, normal, level)


def _peaks(members: list[Episode], parameters: Parameters) -> tuple[Peak, ...]:
    """Those of every member; beside the highest of them, a flicker is no peak."""
    found = [p for e in members for p in e.peaks]
    least = parameters.peak_least_share * max(p.posts for p in found)
    return tuple(p for p in found if p.posts >= least or p in members[0].peaks)


def _flares_inside(
    volume: Volume, baseline: Baseline, members: list[Episode], exit: Boundary, parameters: Parameters
) -> list[Flare]:
    """Flares between the exit and the end of the last episode: a long tail may be calm, and catch fire again."""
    run = _bins(volume, members)
    if exit.computed is None or volume.bin_of(exit.computed) >= run[1]:
        return []
    tail = volume.bin_of(exit.computed), run[1]
    limit = exit_limit(volume, baseline, run, parameters)
    found = []
    for first, last in flares_after(volume, members[-1].path, tail, limit, parameters):
        low, at, high = first_instant(volume, first)
        ends = volume.starts_of(last)
        onset, end = Boundary(computed=at, low=low, high=high), Boundary(computed=ends, low=ends, high=ends)
        found.append(Flare("", Window(at, ends), onset, end))
    return found


def _bins(volume: Volume, members: list[Episode]) -> tuple[int, int]:
    return bins_of(volume, members[0])[0], bins_of(volume, members[-1])[1]


def _exit(volume: Volume, baseline: Baseline, members: list[Episode], parameters: Parameters) -> Boundary:
    last = _peaks(members, parameters)[-1]
    after = -(-(last.window.ends - volume.starts) // timedelta(seconds=volume.seconds))
    return date_exit(volume, baseline, _bins(volume, members), after, members[-1].ends, parameters)


def _goes_on(volume: Volume, last: Episode, following: Episode, exit: Boundary, parameters: Parameters) -> bool:
    over = exit.computed or exit.high
    if over is not None and over <= starts_of(following):
        return False
    return starts_of(following) - _span(volume, last).ends <= timedelta(days=parameters.relapse_days)


def _outbreak(volume: Volume, baseline: Baseline, episode: Episode, parameters: Parameters) -> Boundary:
    """The onset, or the jump that follows a few hours of signs; where the highest bin is the very first, its start.

    A few posts an hour before a run-up of hundreds are above normal, and are what people afterwards call signs. Above a
    stand-in they may be no more than that week's own level, however long they lasted.
    """
    onset, peak = episode.onset, episode.peaks[0]
    if baseline.per_day is None:
        return onset
    known = baseline.kind == "before"
    seen = starts_of(episode)
    start, top = volume.bin_of(seen), volume.bin_of(peak.at)
    climb = episode.path[start : top + 1]
    share = parameters.signs_share if known else max(parameters.signs_share, STAND_IN_SHARE)
    height = 1 + share * (float(climb.max(initial=1.0)) - 1)
    jump = start + int(np.argmax(climb >= height)) if len(climb) else start
    lead = timedelta(seconds=volume.seconds * (jump - start))
    if lead >= LEAST_SIGNS and (not known or lead <= timedelta(hours=parameters.signs_hours)):
        low, at, high = first_instant(volume, jump)
        onset = Boundary(computed=at, low=low, high=high)
    if onset.computed is None or onset.computed <= peak.at:  # a peak does not precede its outbreak…
        return onset
    if volume.seconds > HOUR and volume.bin_of(onset.computed) == top:  # …but a day that peaks may hold it
        return onset
    return replace(onset, computed=peak.at, low=min(onset.low or onset.computed, peak.at))


def starts_of(episode: Episode) -> datetime:
    """When it began, as far as it was seen."""
    starts = episode.onset.computed or episode.onset.high
    assert starts is not None  # find_episodes gives one of the two
    return starts


def _span(volume: Volume, episode: Episode) -> Window:
    first, last = bins_of(volume, episode)
    starts = starts_of(episode)
    ends = episode.ends.computed or episode.ends.low or volume.starts_of(last)
    return Window(starts, max(ends, volume.starts_of(first + 1)))
