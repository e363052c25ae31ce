"""The phases of a crisis: one readable sequence over the captured window (domain.md 1.2), from volume alone.

Which episodes make the crisis is told in chain.py, when it was over in ending.py. Here they become one outbreak, peaks
with their lulls, a decline, and what follows. Without themes and tone, warning signs, exit and return are provisional.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import numpy as np

from rebond.actions import ActionLog
from rebond.analysis.chain import LEAST_SIGNS, Chain, Flare, find_chain
from rebond.analysis.episodes import TOO_LITTLE, first_instant
from rebond.analysis.levels import joined
from rebond.analysis.measure import Window
from rebond.analysis.ranges import first_time, last_time
from rebond.analysis.sequence import Turn, in_sequence
from rebond.analysis.shapes import Baseline, Boundary, Episode, Phases, Volume
from rebond.sentences import N_, say
from rebond.settings import CaseSheet, Parameters, Settings

HOUR = 3600
NOTICED = timedelta(days=14)  # a detection older than this is of another matter (domain.md 1.2)
CREEPING = timedelta(hours=24)  # from outbreak to the height of the first peak
SHORT_CRISIS = timedelta(days=7)  # recovery in V

NOTHING = N_("No run-up stands out from the usual volume.")
SEEN_FIRST = N_("Taken from the log: it was noticed before any sign in the volume.")


def date_phases(
    volume: Volume,
    baseline: Baseline,
    episodes: tuple[Episode, ...],
    window: Window,
    log: ActionLog,
    settings: Settings,
) -> Phases:
    """Cut the window into phases. Without an episode: normal time alone, and every turning point unknown.

    window: first to last captured post; phases cover it. The declared exit stands beside the measured one.
    """
    declared = declared_exit(log, settings.sheet)
    few = int(volume.posts.sum()) < settings.parameters.too_few_posts
    if not episodes:
        why = say(TOO_LITTLE if baseline.per_day is None else NOTHING)
        unknown = Boundary(computed=None, low=None, high=None, why=why)
        return Phases(
            phases=in_sequence(volume, window, [Turn("baseline", window.starts)]), warning=unknown, outbreak=unknown,
            exit=replace(unknown, declared=declared), normal=unknown, main_peak=None, peaks=(), too_few=few,
        )  # fmt: skip
    crisis = find_chain(volume, baseline, episodes, settings)
    outbreak = crisis.outbreak
    warning = _warning(volume, crisis.first, outbreak, log, settings.parameters)
    flares = crisis.flares
    relapses = tuple(f.span for f in flares if f.key == "relapse")
    turns = [*_opening(window, warning, outbreak), *_summits(volume, crisis, window), *_closing(crisis)]
    turns += [turn for flare in flares for turn in _interrupting(flare)]
    return Phases(
        phases=in_sequence(volume, window, turns),
        warning=warning,
        outbreak=outbreak,
        exit=replace(crisis.exit, declared=declared),
        normal=crisis.normal,
        main_peak=max(crisis.peaks, key=lambda p: (p.posts, -p.at.timestamp())),
        peaks=crisis.peaks,
        relapses=relapses,
        recovery_shape=_recovery(outbreak, crisis, bool(relapses)),
        new_level=crisis.new_level,
        onset_kind=_onset_kind(volume, crisis, warning, settings.parameters),
        too_few=few,
    )


# --- turning points --------------------------------------------------------------------------------------
def _warning(volume: Volume, episode: Episode, outbreak: Boundary, log: ActionLog, parameters: Parameters) -> Boundary:
    """First signs: the slighter rise of the path that leads to the outbreak, or an earlier detection in the log."""
    at = outbreak.computed
    if at is None:
        return Boundary(computed=None, low=None, high=outbreak.high, censored=True, why=outbreak.why)
    low, sign, high = _rise(volume, episode, at, parameters) or (outbreak.low or at, at, outbreak.high or at)
    seen = [a.when for a in log.ours if a.kind == "detection" and a.when.latest >= at - NOTICED]
    if seen and (first := first_time(seen)).latest < sign:
        return Boundary(computed=first.earliest, low=first.earliest, high=first.latest, why=say(SEEN_FIRST))
    return Boundary(computed=sign, low=min(low, sign), high=max(high, sign))


def _rise(
    volume: Volume, episode: Episode, outbreak: datetime, parameters: Parameters
) -> tuple[datetime, datetime, datetime] | None:
    """Where the path left normal before it reached the outbreak, or None.

    A level raised for longer than a day is how that week was, not a sign of what came: volume alone cannot tell more.
    """
    start = volume.bin_of(outbreak)
    raised = (episode.path[:start] >= parameters.episode_off) & volume.observed[:start]
    quiet = parameters.peak_distance_hours * HOUR // volume.seconds
    runs = joined([(int(b), int(b) + 1) for b in np.flatnonzero(raised)] + [(start, start + 1)], max(1, quiet))
    low, sign, high = first_instant(volume, runs[-1][0])
    return (low, sign, high) if LEAST_SIGNS <= outbreak - sign <= timedelta(hours=parameters.signs_hours) else None


def declared_exit(log: ActionLog, sheet: CaseSheet) -> tuple[datetime, datetime] | None:
    """When people stood down: as the sheet states it, else the last such entry of the log."""
    if sheet.declared_exit is not None:
        return sheet.declared_exit
    entries = [a.when for a in log.ours if a.kind == "exit_declared"]
    if not entries:
        return None
    last = last_time(entries)
    return last.earliest, last.latest


def _recovery(outbreak: Boundary, crisis: Chain, relapsed: bool) -> str:
    """L is told by volume here: it settled above its usual level. A lasting change of tone is not measured yet."""
    normal = crisis.normal
    if outbreak.computed is None or normal.computed is None:
        return "unknown"
    if crisis.new_level is not None:
        return "l"
    if relapsed:
        return "w"
    return "v" if normal.computed - outbreak.computed <= SHORT_CRISIS else "u"


def _onset_kind(volume: Volume, crisis: Chain, warning: Boundary, parameters: Parameters) -> str:
    at = crisis.outbreak.computed
    if at is None or warning.computed is None:
        return "unknown"
    start, peak = volume.bin_of(at), volume.bin_of(crisis.peaks[0].at)
    path = crisis.first.path[start : peak + 1]
    high = start + int(np.argmax(path >= parameters.outbreak_share * path[-1]))
    if volume.starts_of(high) - at > CREEPING:
        return "creeping"
    return "sudden" if warning.computed == at else "smouldering"


# --- the turns of the sequence -----------------------------------------------------------------------------
def _opening(window: Window, warning: Boundary, outbreak: Boundary) -> Iterator[Turn]:
    yield Turn("baseline", window.starts)
    if outbreak.computed is None:
        return
    if warning.computed is not None and warning.computed < outbreak.computed:
        yield Turn("warning", warning.computed, warning.low, warning.high, provisional=True)
    yield Turn("outbreak", outbreak.computed, outbreak.low, outbreak.high)


def _summits(volume: Volume, crisis: Chain, window: Window) -> Iterator[Turn]:
    """Peaks with their lulls, then the decline. A first peak already up when the collection began starts there."""
    step = timedelta(seconds=volume.seconds)
    edge = crisis.outbreak.computed
    for number, peak in enumerate(crisis.peaks, start=1):
        starts, ends = peak.window.starts, peak.window.ends
        if edge is None:
            starts = max(window.starts, crisis.outbreak.high or window.starts)
        elif number == 1:  # the outbreak lasts until the peak begins; it is never empty, nor does it hold the summit
            starts = min(max(starts, edge + step), peak.at) if edge < peak.at else edge + (ends - edge) / 2
        yield Turn("peak", starts, starts - step, starts + step, number=number)
        last = number == len(crisis.peaks)
        yield Turn("decline" if last else "lull", ends, ends - step, ends + step, number=None if last else number)
        edge = ends


def _closing(crisis: Chain) -> Iterator[Turn]:
    """Exit and return. A return hidden by a cut is told from where the volume was seen to be normal, with its range."""
    hidden = crisis.normal
    if hidden.computed is None and hidden.high is not None:
        yield Turn("return_to_normal", hidden.high, hidden.low, hidden.high, provisional=True)
    for key, boundary in (("exit", crisis.exit), ("return_to_normal", crisis.normal)):
        if boundary.computed is not None:
            yield Turn(key, boundary.computed, boundary.low, boundary.high, provisional=True)


def _interrupting(flare: Flare) -> Iterator[Turn]:
    """A flare interrupts the phase it falls in, which goes on after it."""
    yield Turn(flare.key, flare.span.starts, flare.onset.low, flare.onset.high, provisional=True)
    yield Turn("", flare.span.ends, flare.ends.low, flare.ends.high, provisional=True)
