"""The state of a review: corrected by itself, approved by a person, and only for what that person read."""

import runpy
from dataclasses import replace
from pathlib import Path

from rebond.review.edits import Edits, InOneLanguage, Own, Reread, apply_edits, from_plain, joined, to_plain
from rebond.review.state import APPROVED, CORRECTED, DRAFT, State, box_of, printed
from rebond.wording.voice import Voice

SAMPLE = runpy.run_path(str(Path(__file__).parents[1] / "render" / "sample_review.py"))["sample_review"]()
DRAFTED = replace(
    SAMPLE,
    pages=tuple(
        replace(page, blocks=tuple(replace(b, now=DRAFT) if b is box_of(SAMPLE) else b for b in page.blocks))
        for page in SAMPLE.pages
    ),
)
FRENCH = Voice.of("fr", "America/Toronto")
READ = State(step=APPROVED, tag="fr-CA", figures=printed(DRAFTED, FRENCH))
SIGNED = {"fr": InOneLanguage(tag="fr-CA", blanks={"p2.approval.head": "M. Roy, 28 novembre"})}
REWRITTEN = {"fr": InOneLanguage(tag="fr-CA", lines={"p1.title": Own(words=("Autre titre",))})}


def now(edits: Edits) -> tuple[int, str | None]:
    box = box_of(apply_edits(DRAFTED, edits))
    return box.now, None if box.note is None else Voice.of("en").text(box.note)


def test_a_draft_is_corrected_as_soon_as_a_word_is():
    assert now(Edits()) == (DRAFT, None)
    assert now(Edits(by_lang=REWRITTEN)) == (CORRECTED, None)


def test_it_is_approved_with_a_mark_and_a_name():
    assert now(Edits(by_lang=SIGNED, state=READ)) == (APPROVED, None)
    assert now(Edits(state=READ)) == (CORRECTED, "not approved yet: no name in a box to sign, on page two")
    assert now(Edits(by_lang=SIGNED)) == (CORRECTED, None)


def test_a_figure_that_moves_afterwards_takes_the_approval_back():
    other = tuple((id, "6 411" if id == "volume" else text) for id, text in READ.figures)
    assert now(Edits(by_lang=SIGNED, state=replace(READ, figures=other))) == (
        CORRECTED,
        "1 figure has changed since it was approved",
    )


def test_a_word_corrected_afterwards_does_too():
    reread = Reread(lang="fr", edits=REWRITTEN["fr"], seen=frozenset())
    edits = joined(Edits(by_lang=SIGNED, state=READ), reread)
    assert now(edits) == (CORRECTED, "its words have changed since it was approved")
    again = joined(edits, replace(reread, edits=InOneLanguage(tag="fr-CA"), state=READ))
    assert now(again) == (APPROVED, None)


def test_the_state_is_kept_as_json():
    edits = Edits(by_lang=SIGNED, state=replace(READ, reworded=True))
    assert from_plain(to_plain(edits)) == edits
