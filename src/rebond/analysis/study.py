"""The whole study of volume: the curve, where we were not looking, the normal level, episodes, phases."""

from dataclasses import dataclass

import ibis

from rebond.actions import ActionLog
from rebond.analysis.baseline import find_baseline
from rebond.analysis.episodes import find_episodes
from rebond.analysis.gaps import find_gaps, mark_gaps
from rebond.analysis.measure import Window
from rebond.analysis.phases import date_phases
from rebond.analysis.shapes import Baseline, Episode, Phases, Volume
from rebond.analysis.volume import count_captured, count_posts
from rebond.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """What volume alone says of a crisis."""

    volume: Volume
    baseline: Baseline
    episodes: tuple[Episode, ...]
    phases: Phases


def study_volume(posts: ibis.Table, window: Window, log: ActionLog, settings: Settings) -> Study:
    """Count, find the gaps, the normal level and the episodes, and date the phases.

    posts: WALK_POSTS; window: first to last captured post, which the phases cover.
    """
    asked = Window(*settings.window) if settings.window else None  # what was asked for and not captured is a gap
    counted = count_posts(posts, asked, settings.parameters, settings.sheet.time_zone)
    return study_curve(counted, window, log, settings, count_captured(posts, asked, counted))


def study_curve(
    counted: Volume, window: Window, log: ActionLog, settings: Settings, captured: Volume | None = None
) -> Study:
    """The same from curves already counted: NumPy alone, about 0.1 ms a bin. captured: None where every post counts."""
    parameters = settings.parameters
    volume = mark_gaps(counted, find_gaps(counted, parameters, captured, settings.sheet.happened_at))
    baseline = find_baseline(volume, parameters, settings.sheet.time_zone)
    episodes = find_episodes(volume, baseline, parameters)
    phases = date_phases(volume, baseline, episodes, window, log, settings)
    return Study(volume=volume, baseline=baseline, episodes=episodes, phases=phases)
