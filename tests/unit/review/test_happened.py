"""The state box of page one: what was captured, and the part of it that is the crisis."""

import runpy
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from rebond.analysis.measure import Measure, Window
from rebond.analysis.shapes import Boundary, Gap
from rebond.crisis import Crisis
from rebond.review import happened
from rebond.wording.voice import Voice

SAMPLE = runpy.run_path(str(Path(__file__).parents[1] / "render" / "sample_crisis.py"))
at = SAMPLE["at"]


def crisis_of(ends: datetime, *, outbreak: datetime | None = at(14, 17), normal: Boundary) -> Crisis:
    """Captured from 14 October to 7 November 2025; counted as a crisis from the 14th to `ends`."""
    whole = SAMPLE["sample_crisis"]()
    counted = Window(at(14, 17), ends)
    return replace(
        whole, phases=replace(whole.phases, outbreak=replace(whole.phases.outbreak, computed=outbreak), normal=normal),
        measures=(Measure(metric="volume", value=9, unit="count", n=9, window=counted, method="t/1"),),
    )  # fmt: skip


def told(crisis: Crisis, lang: str = "en") -> str:
    return " ".join(Voice.of(lang, "America/Toronto").text(happened._captured(crisis)).split())


def test_an_end_that_was_not_seen_is_given_no_day():
    dated = Boundary(computed=at(22), low=at(22), high=at(22))
    hidden = Boundary(computed=None, low=at(20), high=at(22), censored=True)
    unseen = Boundary(computed=None, low=at(20), high=None, censored=True)
    whole = "from 14 October to 7 November 2025; crisis: 14 Oct – "
    assert told(crisis_of(at(22), normal=dated)) == whole + "21 Oct"
    assert told(crisis_of(at(22), normal=hidden)) == whole + "end not captured"
    assert told(crisis_of(at(22), normal=unseen)) == whole + "end not dated"
    assert told(crisis_of(at(22), normal=hidden), "fr").endswith("crise : 14 oct. – fin non captée")


def test_a_start_that_was_not_seen_may_be_earlier():
    unseen = Boundary(computed=None, low=at(20), high=None, censored=True)
    assert told(crisis_of(at(22), outbreak=None, normal=unseen)).endswith("crisis: 14 Oct or before – end not dated")


def test_years_of_a_few_strays_are_no_period_of_capture():
    """Hardly a post from 2020 to 14 October 2025, then the flow at once."""
    stray = at(1).replace(year=2020)
    gap = Gap(window=Window(stray, at(14)), why="abrupt_start", certain=False)
    known = Boundary(computed=at(22), low=at(22), high=at(22))
    late = crisis_of(at(22), normal=known)
    late = replace(late, window=replace(late.window, starts=stray), volume=replace(late.volume, gaps=(gap,)))
    assert told(late).startswith("from 14 October to 7 November 2025 (a few since 1 October 2020); crisis: 14 Oct – ")
    assert "(quelques-unes dès le 1er octobre 2020)" in told(late, "fr")
