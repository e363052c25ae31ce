"""The two pages of domain.md A9, as one tree. Words here, figures from the crisis, looks in the renderers."""

from datetime import datetime

from rebond.crisis import Crisis
from rebond.evidence.figures import Figure, Finding
from rebond.evidence.room import shortened
from rebond.review import decide, happened, limits, picked
from rebond.review.blocks import Review
from rebond.review.coverage import table
from rebond.review.titles import NAME
from rebond.sentences import N_, Value, Verbatim, say

SEALED = N_("no post, no account, no group of fewer than 5 authors")
PICKED = N_("no text, no account; items chosen by people: reread before sharing")
FEW = N_("no post, no account; few people wrote: reread before sharing")


def compose(crisis: Crisis, figures: tuple[Figure, ...], findings: tuple[Finding, ...], drawn_at: datetime) -> Review:
    """The review of one crisis: page one says what happened, page two what is decided."""
    return Review(
        organisation=_organisation(crisis),
        kind=say(N_("After-crisis review")),
        seal=say(N_("Shareable version")),
        sealed=say(PICKED if crisis.picked.alone else FEW if crisis.few_spoke else SEALED),
        zone=crisis.sheet.time_zone or "UTC",
        drawn_at=drawn_at,
        pages=(
            picked.page(crisis, findings, drawn_at) if crisis.picked.alone
            else happened.page(crisis, figures, findings, drawn_at),
            decide.page(crisis, findings, drawn_at),
        ),
        figures=figures,
        limits=limits.told(crisis),
        coverage=table(crisis),
    )  # fmt: skip


def _organisation(crisis: Crisis) -> Value:
    name = crisis.sheet.organisation
    return Verbatim(shortened(name, NAME)) if name else say(N_("Organisation not named"))
