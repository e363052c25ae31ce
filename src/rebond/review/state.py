"""How far a review has come, as people say it in the document: computed draft, corrected, approved.

Corrected comes by itself with the first correction. Approved is a person's act: the mark moved in the box, and a name
in a box to sign at the foot of page two. It holds for the words and figures that were read: when they change
afterwards, the review is "corrected" again, and says why.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace

from rebond.review.blocks import Review, StateBox
from rebond.sentences import N_, Sentence, Token, say, say_count
from rebond.wording.voice import Voice

DRAFT, CORRECTED, APPROVED = range(3)
STEPS = (N_("computed draft"), N_("corrected"), N_("approved"))
APPROVAL = "p2.approval"  # what the ids of the boxes to sign begin with
UNSIGNED = N_("not approved yet: no name in a box to sign, on page two")
REWORDED = N_("its words have changed since it was approved")


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What people last said. figures: (Figure.id, text) as printed, in the language `tag`, when they said it."""

    step: int
    tag: str
    figures: tuple[tuple[str, str], ...] = ()
    reworded: bool = False  # a sentence was corrected after the approval


def stated(review: Review, state: State | None, *, corrected: bool, signed: bool) -> Review:
    """The review with its box set. corrected: people changed a word of it; signed: a name stands in a box to sign."""
    step, note = _step(review, state, corrected, signed)
    if step is None:
        return review
    pages = tuple(
        replace(page, blocks=tuple(replace(b, now=step, note=note) if isinstance(b, StateBox) else b
                                   for b in page.blocks))
        for page in review.pages
    )  # fmt: skip
    return replace(review, pages=pages)


def box_of(review: Review) -> StateBox | None:
    return next((b for page in review.pages for b in page.blocks if isinstance(b, StateBox)), None)


def _step(
    review: Review, state: State | None, corrected: bool, signed: bool
) -> tuple[int | None, Sentence | None]:  # fmt: skip
    if state is None or state.step != APPROVED:
        said = DRAFT if state is None else state.step
        step = max(said, CORRECTED if corrected else DRAFT)
        return (None if state is None and not corrected else step), None
    if not signed:
        return CORRECTED, say(UNSIGNED)
    if state.reworded:
        return CORRECTED, say(REWORDED)
    now = set(printed(review, Voice(state.tag, review.zone)))
    moved = len({figure for figure, text in state.figures if (figure, text) not in now})
    if not moved:
        return APPROVED, None
    return CORRECTED, say_count(
        N_("%(n)s figure has changed since it was approved"),
        N_("%(n)s figures have changed since it was approved"),
        moved,
    )


def printed(review: Review, voice: Voice) -> tuple[tuple[str, str], ...]:
    """Every figure of the computed pages as they print it, whatever people made of the sentences around it."""
    found = {(token.figure, voice.text(token.value)) for page in review.pages for token in _tokens(page)}
    return tuple(sorted(found))


def _tokens(node: object) -> Iterator[Token]:
    if isinstance(node, Token):
        yield node
    elif isinstance(node, Sentence):
        for _, value in node.values:
            yield from _tokens(value)
    elif isinstance(node, tuple):
        for one in node:
            yield from _tokens(one)
    elif is_dataclass(node):
        for part in fields(node):
            if part.name != "spec":
                yield from _tokens(getattr(node, part.name))
