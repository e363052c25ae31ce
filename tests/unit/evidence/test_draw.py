"""What may be proposed as a finding: a fact held against a target or a rule; anything else is at most a question."""

import runpy
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from rebond.actions import Action, ActionLog, When
from rebond.analysis.clock import AS_TOLD
from rebond.analysis.measure import Measure
from rebond.evidence.draw import draw_findings
from rebond.evidence.grade import grade
from rebond.sentences import say
from rebond.wording.voice import Voice

CRISIS = runpy.run_path(str(Path(__file__).parents[1] / "render" / "sample_crisis.py"))["sample_crisis"]()
LATER = CRISIS.phases.outbreak.retained + timedelta(hours=20)


def act(id: str, kind: str, title: str) -> Action:
    return Action(id=id, kind=kind, when=When(LATER, LATER), title=title)


def test_an_act_beyond_the_plan_is_asked_about_and_not_praised():
    log = ActionLog(actions=(act("1", "direct_outreach", "called the VP"), act("2", "support_people", "a night shift")))
    (only,) = [one for one in draw_findings(replace(CRISIS, log=log), ()) if one.kind == "worked"]
    assert Voice.of("en", "America/Toronto").text(only.sentence).replace("\u00a0", " ") == (
        "Recorded on 15 Oct: a night shift. Did it help?"
    )
    assert only.proposal and only.strength == "logged"


def test_without_a_rule_nothing_is_said_to_have_worked():
    log = ActionLog(actions=(act("1", "direct_outreach", "called the VP"), act("2", "statement", "a statement")))
    assert [one for one in draw_findings(replace(CRISIS, log=log), ()) if one.kind == "worked"] == []


def test_a_delay_counted_from_the_case_sheet_is_not_said_to_run_from_the_outbreak():
    """Where the outbreak was not observed, people's word for the start stands in for it."""
    delay = Measure(
        metric="ttfr", value=timedelta(hours=3), unit="duration", n=1, n_of="entries", caveats=(say(AS_TOLD),),
        against=timedelta(hours=2), against_is="plan",
    )  # fmt: skip
    crisis = replace(CRISIS, measures=(delay,), log=ActionLog())
    (found,) = draw_findings(crisis, grade(crisis))
    said = [" ".join(Voice.of(lang).text(found.sentence).split()) for lang in ("en", "fr")]
    assert said == [
        "First recorded public response 3 h after the start stated on the case sheet; plan: 2 h.",
        "Première réponse publique consignée 3 h après le début indiqué sur la fiche du cas ; plan : 2 h.",
    ]
