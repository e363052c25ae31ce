"""What people changed comes back: their words, today's figures, their deletions, their blanks."""

import runpy
from dataclasses import replace
from pathlib import Path

from rebond.actions import ActionLog
from rebond.review.blocks import Blank, Line, Review, Told
from rebond.review.decide import page
from rebond.review.edits import (
    Edits,
    InOneLanguage,
    Own,
    Printed,
    Reread,
    apply_edits,
    from_plain,
    joined,
    named,
    to_plain,
)  # fmt: skip
from rebond.review.state import APPROVED, State
from rebond.sentences import Sentence
from rebond.wording.voice import Voice

SAMPLE = runpy.run_path(str(Path(__file__).parents[1] / "render" / "sample_review.py"))
sample_review = SAMPLE["sample_review"]
FRENCH = Voice.of("fr", "America/Toronto")
VOLUME = Printed("volume", "6\u202f412")
KEPT = Own(words=("Nous avons lu ", VOLUME, " messages."), rested=(VOLUME, Printed("rtb", "23\u00a0jours")))
TYPED_OVER = Own(words=("Nous avons lu 6500 messages.",), rested=(VOLUME,))


def edits(**lines: Own) -> Edits:
    return Edits(
        by_lang={"fr": InOneLanguage(tag="fr-CA", lines={id.replace("_", "."): own for id, own in lines.items()})}
    )


def with_volume(n: int) -> Review:
    """The sample review, had the exports held n posts."""
    review = sample_review()
    title = review.pages[0].title.sentence
    values = tuple(
        (key, replace(v, value=n) if getattr(v, "figure", None) == "volume" else v) for key, v in title.values
    )
    page = replace(review.pages[0], title=Line(id="p1.title", sentence=replace(title, values=values)))
    figures = tuple(replace(f, value=n, printed=n) if f.id == "volume" else f for f in review.figures)
    return replace(review, pages=(page, review.pages[1]), figures=figures)


def printed(line: Line) -> str:
    own = line.edited["fr"]
    assert isinstance(own, Sentence) is False
    return FRENCH.text(own)


def test_a_kept_figure_takes_its_new_value_and_the_words_stay():
    title = apply_edits(with_volume(7001), edits(p1_title=KEPT)).pages[0].title
    assert printed(title) == "Nous avons lu 7\u202f001 messages."
    assert [run.figure for run in FRENCH.runs(title.edited["fr"])] == [None, "volume", None]
    assert title.moved == ()


def test_a_number_typed_over_stays_and_says_when_the_figure_behind_it_moves():
    same, moved = (apply_edits(with_volume(n), edits(p1_title=TYPED_OVER)).pages[0].title for n in (6412, 7001))
    assert printed(same) == printed(moved) == "Nous avons lu 6500 messages."
    assert (same.moved, moved.moved) == ((), ("volume",))


def test_a_figure_that_no_longer_exists_is_printed_as_it_was_and_told():
    review = sample_review()
    gone = Own(words=("Pic de ", Printed("gone", "12"), "."))
    title = apply_edits(review, edits(p1_title=gone)).pages[0].title
    assert printed(title) == "Pic de 12."
    assert title.moved == ("gone",)


def test_a_sentence_deleted_in_one_language_leaves_both():
    known = Edits(by_lang={"en": InOneLanguage(tag="en-CA", hidden=frozenset({"p1.now.normal"}))})
    told = next(block for block in apply_edits(sample_review(), known).pages[0].blocks if isinstance(block, Told))
    assert {line.id: line.hidden for line in told.rows[2][1]} == {"p1.now.normal": True, "p1.now.refunds": False}


def test_every_blank_has_a_name_of_its_own_that_does_not_count_rows():
    ids = [blank.id for blank in blanks(named(sample_review()))]
    assert len(ids) == len(set(ids)) == 12  # findings 1, decisions 3, cards 5, boxes 3
    assert all(ids)
    assert any("p2.decision.2" in id for id in ids)
    assert [id for id in ids if id.startswith("p2.approval")] == ["p2.approval.head", "p2.approval.chair"]
    assert [id.rpartition("/")[0] for id in ids if "Signatures/boxes" in id] == [
        "pages/decide/blocks/Signatures/boxes/Total cost of the crisis"
    ]


def test_a_blank_filled_in_keeps_its_words():
    id = next(b.id for b in blanks(named(sample_review())))
    known = Edits(by_lang={"fr": InOneLanguage(tag="fr-CA", blanks={id: "Élu à l’unanimité"})})
    assert [dict(b.filled) for b in blanks(apply_edits(sample_review(), known)) if b.filled] == [
        {"fr": "Élu à l’unanimité"}
    ]


def test_a_page_that_people_filled_in_no_longer_says_that_nothing_is_decided():
    crisis = runpy.run_path(str(Path(__file__).parents[1] / "render" / "sample_crisis.py"))["sample_crisis"]()
    crisis = replace(crisis, log=ActionLog())
    whole = replace(sample_review(), pages=(sample_review().pages[0], page(crisis, (), crisis.window.ends)))
    decisions, _, promises, *_ = named(whole).pages[1].blocks
    filled = {one.id: "Dire oui" for table in (decisions, promises) for one in table.rows[0] if isinstance(one, Blank)}
    blank = apply_edits(whole, Edits()).pages[1]
    written = apply_edits(whole, Edits(by_lang={"fr": InOneLanguage(tag="fr-CA", blanks=filled)})).pages[1]
    said = [(FRENCH.text(one.title.sentence), FRENCH.text(one.blocks[2].note)) for one in (blank, written)]
    assert said[0][0].startswith("Rien n’est encore décidé") and said[0][1].startswith("Le journal ne consigne aucune")
    assert said[1] == ("Consigné par l’équipe\u00a0:\u00a01 point à décider", "Telles que l’équipe les a écrites.")


def test_a_line_left_as_written_keeps_what_was_known_of_it():
    before = edits(p1_title=TYPED_OVER)
    reread = Reread(lang="fr", seen=frozenset({"p1.title", "b"}), edits=InOneLanguage(tag="fr-CA", blanks={"b": "oui"}))
    after = joined(before, reread)
    assert after.by_lang["fr"].lines == before.by_lang["fr"].lines
    assert after.by_lang["fr"].blanks == {"b": "oui"}


def test_a_blank_emptied_again_is_a_blank_again_and_one_not_in_the_document_stays():
    before = Edits(by_lang={"fr": InOneLanguage(tag="fr-CA", blanks={"seen": "x", "elsewhere": "y"})})
    reread = Reread(lang="fr", seen=frozenset({"seen"}), edits=InOneLanguage(tag="fr-CA"))
    assert joined(before, reread).by_lang["fr"].blanks == {"elsewhere": "y"}


def test_a_sentence_said_to_be_right_does_not_undo_an_approval_and_a_reworded_one_does():
    approved = Edits(state=State(step=APPROVED, tag="fr-CA", figures=()))
    lines = InOneLanguage(tag="en-CA", lines={"p1.title": KEPT})
    checked, reworded = (
        joined(approved, Reread(lang="en", seen=frozenset(), edits=lines, checked=frozenset(right)))
        for right in (("p1.title",), ())
    )
    assert (checked.state.reworded, reworded.state.reworded) == (False, True)


def test_edits_go_to_json_and_come_back():
    known = replace(edits(p1_title=KEPT, p2_title=TYPED_OVER))
    assert from_plain(to_plain(known)) == known
    assert to_plain(known)["languages"]["fr"]["lines"]["p1.title"]["words"][1] == {
        "figure": "volume",
        "printed": "6\u202f412",
    }


def blanks(review: Review) -> list[Blank]:
    """Every blank of a review, found by brute force."""

    def inside(node: object) -> list[Blank]:
        if isinstance(node, Blank):
            return [node]
        if isinstance(node, tuple):
            return [blank for one in node for blank in inside(one)]
        names = (
            getattr(type(node), "__dataclass_fields__", {}) if type(node).__module__.startswith("rebond.review") else {}
        )
        return [blank for name in names for blank in inside(getattr(node, name))]

    return inside(review.pages)
