# ruff: noqa: E501 (sentences stand whole)
"""Page one: the title states what was measured, and says no more than that."""

import runpy
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from rebond.actions import Action, ActionLog, When
from rebond.analysis.measure import Measure, Rows, Window
from rebond.crisis import Crisis
from rebond.evidence.grade import grade
from rebond.review import marks, titles, told
from rebond.settings import CaseSheet, Settings
from rebond.wording.voice import Voice

SAMPLE = runpy.run_path(str(Path(__file__).parents[1] / "render" / "sample_crisis.py"))
at = SAMPLE["at"]
ANSWER = Action(
    id="act-1", kind="statement", when=When(at(15, 11, 5), at(15, 11, 5)), title="réponse", visibility="public"
)
OWN = replace(ANSWER, id="post-1", title="", source="posts", channels=("x",))


def measure(metric: str, value: Any, unit: str, **more: Any) -> Measure:
    return Measure(metric=metric, value=value, unit=unit, n=10, window=Window(at(14), at(16)), method="t/1", **more)  # type: ignore[arg-type]


VOLUME = measure("volume", 6412, "count")
PEAK_HOUR = measure("volume", 412, "count", facet="peak_hour")
RATIO = measure("peak_ratio", 120.0, "ratio")
ANSWERED = measure("ttfr", timedelta(hours=18, minutes=5), "duration", rows=Rows(posts=False, actions=("act-1",)))
PLANNED = replace(ANSWERED, against=timedelta(hours=2), against_is="plan")
BACK = measure("rtb", timedelta(days=23), "duration")
UNSEEN = replace(BACK, censored=True)


def crisis_with(*measures: Measure, **sheet: Any) -> Crisis:
    whole = SAMPLE["sample_crisis"]()
    filled = CaseSheet(
        **{"organisation": "Rivage", "time_zone": "America/Toronto", "title": "Double prélèvement"} | sheet
    )
    log = ActionLog(actions=(ANSWER, OWN))
    return replace(whole, settings=Settings(sheet=filled), measures=(VOLUME, PEAK_HOUR, *measures), log=log)


def title(lang: str, *measures: Measure, **sheet: Any) -> str:
    crisis = crisis_with(*measures, **sheet)
    said = titles.title(crisis, {figure.id: figure for figure in grade(crisis)})
    return " ".join(Voice.of(lang, "America/Toronto").text(said).split())


@pytest.mark.parametrize(
    ("measures", "english", "french"),
    [
        ((PLANNED, RATIO, BACK), "6,412 posts captured, first response in 18 h 05 (plan: 2 h), back to the usual volume in 23 days",
         "6 412 publications captées, première réponse en 18 h 05 (plan : 2 h), retour au volume habituel en 23 jours"),
        ((ANSWERED, UNSEEN), "6,412 posts captured, first response in 18 h 05, return to the usual volume not yet observed",
         "6 412 publications captées, première réponse en 18 h 05, retour au volume habituel pas encore observé"),
        ((RATIO, BACK), "6,412 posts captured, up to 120 times the usual volume, back to it in 23 days",
         "6 412 publications captées, jusqu’à 120 fois le volume habituel, retour en 23 jours"),
        ((), "6,412 posts captured, up to 412 in an hour", "6 412 publications captées, jusqu’à 412 en une heure"),
    ],
)  # fmt: skip
def test_the_title_says_what_was_measured(measures: tuple[Measure, ...], english: str, french: str):
    assert title("en", *measures) == f"Double prélèvement: {english}"
    assert title("fr", *measures) == f"Double prélèvement : {french}"


def test_a_post_of_ours_that_was_captured_is_not_called_a_response():
    assert "response" not in title("en", RATIO)
    crisis = crisis_with()
    (line,) = [one for one in told.acts(crisis) if one.id == "p1.acts.own-post"]
    assert Voice.of("en", "America/Toronto").text(line.sentence).replace("\u00a0", " ") == (
        "No response is recorded. The first of our own posts captured after the outbreak is of 15 October at 11:05: "
        "whether it answers is for people to say."
    )


def test_without_a_title_the_case_is_named_after_its_outbreak():
    assert title("fr", RATIO, title=None).startswith("Rivage, 14 octobre 2025 :")
    assert title("en", RATIO, title=None, organisation=None).startswith("Crisis of 14 October 2025:")


def test_a_time_known_roughly_stays_rough():
    voice = {lang: Voice.of(lang, "America/Toronto") for lang in ("fr", "en")}
    rough = replace(ANSWER, when=When(at(15, 13), at(15, 15)))
    day = replace(ANSWER, when=When(at(15), at(15, 23, 59)))
    said = {lang: [one.text(form(act)).replace("\u00a0", " ") for act in (rough, day) for form in (marks.moment, marks.told)]
            for lang, one in voice.items()}  # fmt: skip
    assert said["en"] == [
        "15 Oct, 13:00 to 15:00", "15 October at 13:00 at the earliest, 15 October at 15:00 at the latest",
        "15 Oct, hour not recorded", "15 October, at an hour not recorded",
    ]  # fmt: skip
    assert said["fr"] == [
        "15 oct., 13 h à 15 h", "15 octobre à 13 h au plus tôt, le 15 octobre à 15 h au plus tard",
        "15 oct., heure non consignée", "15 octobre, à une heure non consignée",
    ]  # fmt: skip


def test_acts_outside_the_picture_are_not_squeezed_into_it():
    early = replace(ANSWER, id="early", when=When(datetime(2025, 10, 1, tzinfo=UTC), datetime(2025, 10, 1, tzinfo=UTC)))
    crisis = replace(crisis_with(), log=ActionLog(actions=(early, ANSWER)))
    assert [action.id for _, action in marks.shown(crisis)] == ["act-1"]
