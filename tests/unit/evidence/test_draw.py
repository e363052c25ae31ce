"""What may be proposed as a finding: a fact held against a target or a rule; anything else is at most a question."""

import runpy
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from rebond.actions import Action, ActionLog, When
from rebond.evidence.draw import draw_findings
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
