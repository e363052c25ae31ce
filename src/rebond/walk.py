"""THE WALK: from one clean body of posts and a log to a review, top to bottom, one line a step.

Read this first. It is the table of contents of the product: each step is one file of the room it is
imported from. The walk reads posts and never writes them; what surrounds it (open a case, import, enrich,
write the documents) is in `desk`.
"""

from dataclasses import dataclass
from datetime import datetime

import ibis
import pyarrow as pa

from rebond.actions import ActionLog, Series
from rebond.analysis.beside import place_series
from rebond.analysis.captured import captured_window, describe_corpus
from rebond.analysis.counted import exported
from rebond.analysis.coverage import describe_coverage, measure_coverage
from rebond.analysis.extent import crisis_window, measure_volume
from rebond.analysis.incomplete import as_far_as_known
from rebond.analysis.language_shares import measure_language_shares
from rebond.analysis.measure import Window
from rebond.analysis.missing import find_missing
from rebond.analysis.picked import barred, barred_study, find_picked
from rebond.analysis.responses import complete_log, match_responses
from rebond.analysis.spread import measure_platforms, measure_voices
from rebond.analysis.study import study_volume
from rebond.analysis.times import measure_times
from rebond.corpus.exports import Export
from rebond.crisis import Crisis
from rebond.evidence.draw import draw_findings
from rebond.evidence.grade import grade
from rebond.review.blocks import Review
from rebond.review.compose import compose
from rebond.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """What a walk starts from. posts: WALK_POSTS; authors: AUTHORS; problems: rows set aside, by code.

    exports: the files that the posts were read from, as far as is known.
    """

    posts: ibis.Table
    authors: pa.Table
    log: ActionLog
    series: tuple[Series, ...]
    problems: dict[str, int]
    inputs_hash: str
    exports: tuple[Export, ...] = ()


def reconstruct(inputs: Inputs, settings: Settings) -> Crisis | None:
    """Rebuild what happened. Same inputs and settings: same crisis, byte for byte. None: no post in the window."""
    asked = Window(*settings.window) if settings.window else None
    posts = exported(inputs.posts)  # what is counted, ever
    zone = settings.sheet.time_zone or "UTC"
    picked = find_picked(inputs.posts, posts, asked, zone)  # what is only told
    window = captured_window(inputs.posts if picked.alone else posts, asked)  # first to last captured post
    if window is None:
        return None
    corpus = describe_corpus(posts, asked)  # kept, ours, about something else
    log = complete_log(inputs.log, inputs.posts, window, zone)  # plus our own captured posts
    missing = find_missing(inputs.exports)  # what exports cut at their maximum lack
    study = (  # curve, gaps, normal level, phases
        barred_study(picked, window) if picked.alone else study_volume(posts, window, log, settings, missing)
    )
    crisis = crisis_window(study.phases, window)  # outbreak to return to normal
    measures = (
        *measure_volume(posts, study.volume, study.baseline, study.phases, window),
        *measure_times(study.phases, log, study.volume, settings, window.ends),
        *measure_language_shares(posts, log, settings.sheet.languages_owed, crisis),  # ours, everybody's
        *measure_voices(posts, inputs.authors, crisis),  # how concentrated, carried by whom
        *measure_platforms(posts, crisis),  # where it arrived, in which order
    )
    coverage = describe_coverage(posts, window, study.volume.gaps, inputs.exports, missing)  # what was not observed
    known = (*as_far_as_known(measures, missing), *measure_coverage(coverage, window))
    return Crisis(
        settings=settings,
        inputs_hash=inputs.inputs_hash,
        window=window,
        corpus=corpus,
        picked=picked,
        volume=study.volume,
        baseline=study.baseline,
        episodes=study.episodes,
        phases=study.phases,
        log=log,
        responses=match_responses(log, study.volume, study.phases, settings.sheet),
        beside=place_series(inputs.series, study.phases, window, zone),
        measures=barred(measures, picked) if picked.alone else known,
        coverage=coverage,
        problems=inputs.problems,
    )


def draw_review(crisis: Crisis, drawn_at: datetime) -> Review:
    """Say it in two pages. drawn_at: the analysis time, stated on the page."""
    figures = grade(crisis)  # what may be printed, and how sure
    findings = draw_findings(crisis, figures)  # what worked, what worked less well
    return compose(crisis, figures, findings, drawn_at)
