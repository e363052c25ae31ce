# ruff: noqa: E501 (two languages on one line read better)
"""The crisis of Coopérative Rivage, written out hour by hour: what the picture of the sample review is drawn from."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import numpy as np

from rebond.actions import Action, ActionLog, Confirmation, When
from rebond.analysis.captured import Corpus
from rebond.analysis.measure import Window
from rebond.analysis.shapes import Baseline, Boundary, Gap, Peak, Phase, Phases, Volume
from rebond.crisis import Crisis
from rebond.settings import CaseSheet, Settings

ZONE = ZoneInfo("America/Toronto")
# Posts captured per hour, 14 to 20 October 2025, local time.
HOURLY = [
    [1, 1, 0, 0, 1, 1, 1, 4, 5, 6, 6, 7, 8, 9, 9, 10, 14, 44, 62, 80, 88, 76, 54, 33],
    [18, 10, 6, 5, 5, 8, 14, 26, 38, 48, 58, 66, 72, 78, 86, 102, 132, 214, 290, 340, 412, 300, 196, 116],
    [64, 38, 20, 12, 9, 10, 16, 30, 48, 56, 52, 48, 44, 40, 37, 33, 30, 28, 27, 26, 24, 21, 17, 12],
    [8, 5, 4, 3, 4, 6, 12, 26, 44, 62, 98, 156, 198, 152, 104, 68, 46, 32, 24, 18, 14, 10, 7, 5],
    [4, 3, 2, 2, 2, 3, 5, 9, 14, 19, 23, 25, 26, 25, 23, 21, 19, 18, 17, 16, 15, 12, 9, 6],
    [3, 2, 1, 1, 1, 1, 2, 3, 5, 8, 10, 11, 11, 11, 10, 9, 9, 8, 8, 8, 7, 6, 4, 3],
    [1, 1, 0, 0, 1, 1, 1, 2, 4, 5, 6, 6, 5, 5, 5, 4, 4, 4, 4, 4, 3, 3, 3, 2],
]
# Posts captured per day, 21 October to 6 November.
DAILY = [42, 38, 35, 31, 30, 28, 29, 27, 310, 96, 41, 33, 28, 29, 26, 24, 23]


def at(day: int, hour: int = 0, minute: int = 0, month: int = 10) -> datetime:
    """Local time in October 2025, as UTC."""
    return datetime(2025, month, day, hour, minute, tzinfo=ZONE).astimezone(UTC)


def posts() -> np.ndarray:
    """Hour by hour, UTC bins from local midnight of 14 October; the days after are spread evenly, rest at noon."""
    hours = [n for day in HOURLY for n in day]
    for n in DAILY:
        day = [n // 24] * 24
        day[12] += n % 24
        hours += day
    return np.array(hours, dtype=np.int64)


def phase(key: str, starts: datetime, ends: datetime, number: int | None = None) -> Phase:
    return Phase(key=key, number=number, starts=starts, ends=ends, starts_range=(starts, starts),
                 ends_range=(ends, ends), posts=0, provisional=True)  # fmt: skip


def sure(moment: datetime | None, censored: bool = False) -> Boundary:
    return Boundary(computed=moment, low=moment, high=moment, censored=censored)


PHASES = (
    phase("warning", at(14, 7, 40), at(14, 17)), phase("outbreak", at(14, 17), at(15, 17)),
    phase("peak", at(15, 17), at(15, 22), 1), phase("lull", at(15, 22), at(17, 11), 1),
    phase("peak", at(17, 11), at(17, 15), 2), phase("decline", at(17, 15), at(20, 9)),
    phase("exit", at(20, 9), at(6, month=11)), phase("return_to_normal", at(6, month=11), at(7, month=11)),
)  # fmt: skip
PEAKS = (
    Peak(at=at(15, 20), posts=412, window=Window(at(15, 17), at(15, 22))),
    Peak(at=at(17, 12), posts=198, window=Window(at(17, 11), at(17, 15))),
)
ACTS = tuple(
    Action(id=f"act-{n}", kind=kind, when=When(when, when), title=title, is_event=is_event, visibility="public")
    for n, (kind, when, title, is_event) in enumerate(
        (
            ("detection", at(15, 8, 15), "détection", False),
            ("statement", at(15, 11, 5), "réponse, en anglais", False),
            ("statement", at(15, 16, 15), "réponse, en français", False),
            ("news", at(15, 18), "sujet au téléjournal", True),
            ("commitment", at(16, 9), "avis de remboursement", False),
            ("political", at(17, 10, 40), "une élue nous critique", True),
            ("apology", at(17, 14, 40), "excuses, deux langues", False),
            ("exit_declared", at(17, 17), "levée de la cellule", False),
            ("instruction", at(29, 10), "relevés corrigés", False),
        )
    )
)
MARKS = tuple((str(n), a) for n, a in enumerate([a for a in ACTS if not a.is_event], start=1)) + tuple(
    (letter, a) for letter, a in zip("AB", [a for a in ACTS if a.is_event], strict=True)
)


def sample_crisis(*, gaps: tuple[Gap, ...] = (), confirmed: bool = True) -> Crisis:
    """gaps: holes in the collection; hours inside a hole of every platform are marked not observed."""
    counts = posts()
    starts = at(14)
    observed = np.ones(len(counts), dtype=bool)
    for gap in gaps:
        if gap.platform is None:
            first, last = ((moment - starts).total_seconds() // 3600 for moment in (gap.window.starts, gap.window.ends))
            observed[int(first) : int(last)] = False
            counts[int(first) : int(last)] = 0
    watched = (Confirmation(what="monitoring", starts=at(14), ends=at(21), by_role="head of communications"),)
    return Crisis(
        settings=Settings(sheet=CaseSheet(organisation="Coopérative Rivage", time_zone="America/Toronto")),
        inputs_hash="sample", window=Window(starts, at(7, month=11)),
        corpus=Corpus(captured=6412, counted=6412, ours=0, off_topic=0, unchecked=False, reposts=0,
                      distinct_texts=4000, accounts=3104, by_platform={"x": 4000, "facebook": 2412}, by_lang={}, files=3),
        volume=Volume(starts=starts, seconds=3600, posts=counts, originals=counts, accounts=counts,
                      observed=observed, gaps=gaps),
        baseline=Baseline(kind="before", window=None, per_day=22.0, spread_per_day=5.0, days=28,
                          profile=(1.0,) * 24, dispersion=10.0),
        episodes=(),
        phases=Phases(phases=PHASES, warning=sure(at(14, 7, 40)), outbreak=sure(at(14, 17)), exit=sure(at(20, 9)),
                      normal=sure(at(6, month=11)), main_peak=PEAKS[0], peaks=PEAKS,
                      relapses=(Window(at(29, 9), at(30, 2)),), recovery_shape="w", onset_kind="sudden"),
        log=ActionLog(actions=ACTS, confirmed=watched if confirmed else ()),
        responses=(), beside=(), measures=(), problems={},
    )  # fmt: skip
