"""Two commands on one case take turns, and the one that waits says so."""

from rebond.casefile.case import Case
from rebond.desk.request import Step
from rebond.sentences import N_, say

LONGEST = 600  # seconds


def in_turn(case: Case, step: Step) -> Case:
    """The same case, whose writings wait aloud until another command is done. They raise CaseBusy after LONGEST."""
    return case.patient(LONGEST, lambda: step(say(N_("Another command is writing in this case: waiting for it…"))))
