"""The bands of the phases and the labels of the peaks, on a curve of eight days whose first six were not observed."""

import runpy
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from rebond.analysis.measure import Window
from rebond.analysis.shapes import Gap, Peak
from rebond.crisis import Crisis
from rebond.review.figures._curve import hot_panel
from rebond.review.figures._ink import PAGE, PHONE, Frame
from rebond.review.figures._scene import scene
from rebond.wording.voice import Voice

SAMPLE = runpy.run_path(str(Path(__file__).parents[2] / "render" / "sample_crisis.py"))
at, phase = SAMPLE["at"], SAMPLE["phase"]
# Posts an hour from 20 October at noon: a high peak, a night, and a second that is half as high.
LATE = [100, 120, 130, 110, 76, 74, 40, 36, 20, 18, 24, 26, 28, 50, 62, 66, 76, 72, 74, 66, 66, 74, 48, 58, 34, 40, 40,
        46, 38, 46, 28, 26, 18, 12, 20, 38, 44, 34, 44, 62, 62, 64, 42, 46]  # fmt: skip
SEEN = at(20, 12)
LOCAL = timedelta(hours=-4)  # of Toronto in October: pictures are drawn in the organisation's time


def late_start() -> Crisis:
    """Two peaks at the end of a picture that begins with six unobserved days."""
    gap = Gap(window=Window(at(14), SEEN), why="abrupt_start")
    whole = SAMPLE["sample_crisis"](gaps=(gap,))
    counts = whole.volume.posts[: 156 + len(LATE)].copy()
    counts[156:] = LATE
    peaks = (
        Peak(at=at(20, 14), posts=130, window=Window(SEEN, at(20, 18))),
        Peak(at=at(21, 4), posts=76, window=Window(at(21, 1), at(21, 15))),
    )
    cut = (phase("peak", SEEN, at(20, 18), 1), phase("lull", at(20, 18), at(21, 1), 1),
           phase("peak", at(21, 1), at(21, 15), 2), phase("decline", at(21, 15), at(22, 8)))  # fmt: skip
    volume = replace(whole.volume, posts=counts, observed=whole.volume.observed[: len(counts)])
    phases = replace(whole.phases, phases=cut, main_peak=peaks[0], peaks=peaks, relapses=())
    return replace(whole, window=Window(at(14), at(22, 8)), volume=volume, phases=phases)


def texts(view: dict[str, Any]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """(mark, value) of every text of a view."""
    return [
        (layer["mark"], value) for layer in view["layer"] if layer["mark"]["type"] == "text"
        for value in layer["data"]["values"]
    ]  # fmt: skip


def said(value: dict[str, Any]) -> str:
    parts = value["s"] if isinstance(value["s"], list) else [value["s"]]
    return " ".join(Voice.of("en", "America/Toronto").text(part) for part in parts)


def labels(frame: Frame) -> list[tuple[list[str], float, float, float]]:
    """What each label of a peak says, the hours it spans since the picture starts, and the posts it goes down to."""
    crisis = late_start()
    hot = scene(crisis).hot
    assert hot is not None
    view = hot_panel(crisis, scene(crisis), (), (), frame, frame.width - frame.margin)
    hour = hot.lasts / timedelta(hours=1) / view["width"]  # hours a point
    post = view["layer"][0]["encoding"]["y"]["scale"]["domain"][1] / view["height"]  # posts a point
    found = []
    for mark, value in texts(view):
        if isinstance(value["s"], list) and "stroke" not in mark:
            wide = 9 * 0.5 * mark["fontSize"] * hour  # at least
            at_hour = (datetime.fromisoformat(value["t"]) - LOCAL - hot.starts) / timedelta(hours=1)
            left = at_hour - {"left": 0, "center": wide / 2, "right": wide}[mark["align"]]
            lowest = value["v"] - (len(value["s"]) - 0.6) * 1.12 * mark["fontSize"] * post
            found.append((said(value).split()[-3:], left, left + wide, lowest))
    return found


@pytest.mark.parametrize("frame", [PAGE, PHONE], ids=["page", "phone"])
def test_a_peak_is_labelled_at_its_own_summit(frame: Frame):
    """The summits stand 158 and 172 hours after the start of the picture."""
    first, second = labels(frame)
    assert (first[0], second[0]) == (["130", "at", "14:00"], ["76", "at", "4:00"])
    assert first[1] - 5 < 158 < first[2] + 5 and second[1] - 5 < 172 < second[2] + 5


def test_on_a_page_no_label_stands_on_the_curve():
    counts = [0] * 156 + LATE
    for _, left, right, lowest in labels(PAGE):
        assert max(n for hour, n in enumerate(counts) if left <= hour + 0.5 <= right) <= lowest + 2


def test_a_band_that_is_wide_enough_bears_the_name_of_its_peak():
    crisis = late_start()
    view = hot_panel(crisis, scene(crisis), (), (), PAGE, PAGE.width - PAGE.margin)
    assert {"peak 2", "lull", "decline"} <= {said(value) for _, value in texts(view)}


def test_no_phase_is_drawn_or_named_where_nothing_was_observed():
    """The decline begins where the collection is cut: nobody saw it."""
    gap = Gap(window=Window(at(17, 15), at(20, 9)), why="abrupt_end")
    crisis = SAMPLE["sample_crisis"](gaps=(gap,))
    view = hot_panel(crisis, scene(crisis), (), (), PAGE, PAGE.width - PAGE.margin)
    named = {said(value) for _, value in texts(view)}
    assert "decline" not in named and {"outbreak", "lull"} <= named
    whole = hot_panel(SAMPLE["sample_crisis"](), scene(SAMPLE["sample_crisis"]()), (), (), PAGE, 490.0)
    assert "decline" in {said(value) for _, value in texts(whole)}
