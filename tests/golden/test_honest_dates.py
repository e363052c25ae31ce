"""Dates through the real import: what the page may say of exports that begin late, are cut, or hold mostly others.

Truths: the sources of the data (their PROVENANCE.md). D1: the outage of 19 July 2024 from 17:10 UTC, cut at 18:39,
almost nothing collected before the middle of July. D2: American's own collection begins on 22 February 2015 at 20:00
UTC; what names it before stands in the rows of other airlines.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path

import pytest

from rebond.actions import Action, ActionLog, When
from rebond.casefile.case import Case, open_case
from rebond.crisis import Crisis
from rebond.desk.bring_in import bring_in
from rebond.desk.enrich import opened
from rebond.evidence.grade import grade
from rebond.review.limits import told, unknowns
from rebond.settings import CaseSheet, Settings
from rebond.walk import Inputs, reconstruct
from rebond.wording.voice import Voice


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


OUTAGE = utc(2024, 7, 19, 16, 30), utc(2024, 7, 19, 17, 30)  # "vers 19 h" in Paris
STORM = utc(2015, 2, 23, 10, 30), utc(2015, 2, 23, 11, 30)  # ice closes Dallas
FREE = {
    "Free": CaseSheet(organisation="Free", accounts=("freebox",)),
    "Freebox": CaseSheet(organisation="Freebox", accounts=("freebox",)),
    "both": CaseSheet(organisation="Free", names=("Freebox",), accounts=("freebox",), time_zone="Europe/Paris"),
    "words": CaseSheet(organisation="Free", names=("Freebox", "Free Mobile"), accounts=("free", "freebox"),
                       queries=("panne", "box", "fibre"), time_zone="Europe/Paris"),
    "all": CaseSheet(organisation="Free", names=("Freebox",), accounts=("freebox",), queries=("*",)),
}  # fmt: skip
EMPTY = ActionLog()
AMERICAN = CaseSheet(organisation="American Airlines", accounts=("AmericanAir",), time_zone="America/Chicago")


def case_of(folder: Path, *files: Path) -> Case:
    case = open_case(folder)
    bring_in(case, files, None, lambda step: None)
    return case


def walked(
    case: Case, sheet: CaseSheet, happened: tuple[datetime, datetime] | None = None, log: ActionLog = EMPTY
) -> Crisis:
    settings = Settings(sheet=replace(sheet, happened_at=happened))
    with opened(case, settings) as prepared:
        inputs = Inputs(posts=prepared.posts, authors=prepared.authors, log=log, series=(), problems={}, inputs_hash="")
        crisis = reconstruct(inputs, settings)
    assert crisis is not None
    return crisis


@pytest.fixture(scope="module")
def freebox(shared_data, tmp_path_factory) -> dict[str, Case]:
    whole = shared_data / "freebox_fr" / "free_tweet_export_until_2024-09-30.csv"
    folder = tmp_path_factory.mktemp("d1")
    lines = whole.read_text("utf-8").splitlines(keepends=True)
    july = folder / "juillet.csv"
    july.write_text(lines[0] + "".join(line for line in lines[1:] if ",2024-07-" in line), "utf-8")
    return {"whole": case_of(folder / "whole", whole), "July": case_of(folder / "July", july)}


@pytest.fixture(scope="module")
def airlines(shared_data, tmp_path_factory) -> Case:
    return case_of(tmp_path_factory.mktemp("d2") / "case", shared_data / "us_airlines_2015" / "Tweets.csv")


# --- D1: whatever is asked, the outage is the crisis -----------------------------------------------------
@pytest.mark.parametrize(
    ("part", "asked", "happened"),
    [*product(("whole", "July"), FREE, (None,)), *product(("whole", "July"), ("words", "all"), (OUTAGE,))],
)
def test_the_outage_breaks_out_between_19_and_20_h_however_the_posts_are_chosen(freebox, part, asked, happened):
    crisis = walked(freebox[part], FREE[asked], happened)
    assert utc(2024, 7, 19, 17) <= crisis.phases.outbreak.computed <= utc(2024, 7, 19, 18)
    assert crisis.phases.main_peak.at == utc(2024, 7, 19, 18)
    cut = next(gap for gap in crisis.volume.gaps if gap.why == "abrupt_end")
    assert utc(2024, 7, 19, 18, 38) <= cut.window.starts <= utc(2024, 7, 19, 18, 41)
    start = next(gap for gap in crisis.volume.gaps if gap.why == "abrupt_start")
    assert utc(2024, 7, 15) <= start.window.ends <= utc(2024, 7, 18)
    assert crisis.baseline.kind == "pseudo"  # nothing ordinary was collected before, so no multiple is sure
    ratio = next(figure for figure in grade(crisis) if figure.id == "peak_ratio")
    assert ratio.confidence == "low" and ratio.value is None  # most of its day was not collected
    assert ("at least" in str(ratio.printed)) == (crisis.baseline.per_day >= 1)


def test_a_time_told_that_no_run_up_is_near_of_is_said_and_not_followed(freebox):
    crisis = walked(freebox["July"], FREE["all"], (utc(2024, 7, 11), utc(2024, 7, 12)))
    assert crisis.phases.outbreak.computed.date() == OUTAGE[0].date()
    assert any("the case sheet says" in sentence.text for key, sentence in unknowns(crisis) if key == "outbreak")


def test_a_cut_is_told_from_when_to_when(freebox):
    page = [Voice.of("fr").text(line) for line in told(walked(freebox["whole"], FREE["all"]))]
    assert any("entre le 19 juillet à 18 h 39 et le 20 juillet à 21 h" in line.replace("\xa0", " ") for line in page)


# --- D2: American, of which little was asked for at first ----------------------------------------------------
def test_american_begins_abruptly_and_the_posts_cannot_tell_why(airlines):
    crisis = walked(airlines, AMERICAN)
    start = next(gap for gap in crisis.volume.gaps if gap.window.ends == utc(2015, 2, 22, 20))
    assert start.why == "abrupt_start" and not start.certain
    assert crisis.phases.outbreak.computed is None
    assert "cannot tell" in crisis.phases.outbreak.why.text
    figures = {figure.id: figure for figure in grade(crisis)}
    assert figures["peak_ratio"].value is None and figures["ttfr"].value is None and figures["ttfr"].interval is None


def test_american_was_collected_before_the_storm_that_people_tell(airlines):
    answer = Action(
        id="a1", when=When(utc(2015, 2, 23, 13, 30), utc(2015, 2, 23, 13, 30)), title="", kind="statement",
        visibility="public", source="log",
    )  # fmt: skip
    crisis = walked(airlines, AMERICAN, STORM, ActionLog(actions=(answer,)))
    start = next(gap for gap in crisis.volume.gaps if gap.window.ends == utc(2015, 2, 22, 20))
    assert start.why == "abrupt_start" and start.certain
    assert crisis.phases.outbreak.computed is None
    assert "not observed" in crisis.phases.outbreak.why.text
    figures = {figure.id: figure for figure in grade(crisis)}
    first = utc(2015, 2, 23, 13, 30)  # two to three hours after the time told
    assert figures["ttfr"].interval == (first - STORM[1], first - STORM[0])
    assert figures["ttfr"].confidence != "high"


def test_american_begins_with_the_crisis_where_people_say_so(airlines):
    crisis = walked(airlines, AMERICAN, (utc(2015, 2, 22, 19), utc(2015, 2, 22, 20)))
    assert abs(crisis.phases.outbreak.computed - utc(2015, 2, 22, 20)) <= timedelta(hours=1)


def test_others_being_collected_is_no_hole_in_what_is_said_of_one(airlines):
    crisis = walked(airlines, CaseSheet(organisation="Virgin America", accounts=("VirginAmerica",)))
    assert not [gap for gap in crisis.volume.gaps if gap.why in ("hole", "abrupt_end")]
