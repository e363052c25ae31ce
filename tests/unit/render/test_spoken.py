"""The tree in one language: what people wrote in the other bears its mark where it stands, else at the foot."""

import runpy
from dataclasses import replace
from pathlib import Path
from typing import Any

from rebond.render.spoken import put
from rebond.review.blocks import Curve, Mark, Review, StateBox, Table
from rebond.sentences import Moment, Value, Verbatim, say
from rebond.wording.voice import Voice

sample_review = runpy.run_path(str(Path(__file__).with_name("sample_review.py")))["sample_review"]
EVENT, PROMISE = "Le ministre réagit à la radio", "on promet un geste commercial avant fin juillet"


def logged(author: Value = None) -> Review:
    """A page with a curve, a table of promises and a state box, that hold words of a log in French."""
    sample = sample_review()
    blocks = {type(block): block for page in sample.pages for block in page.blocks}
    at = Moment(sample.drawn_at)
    curve = replace(blocks[Curve], marks=(Mark(symbol="A", ours=False, when=at, what=Verbatim(EVENT)),))
    promises = Table(title=say("Public promises"), header=(say("Promise"), say("Made on")),
                     rows=((Verbatim(PROMISE), at),), note=None)  # fmt: skip
    state = replace(blocks[StateBox], facts=((say("Author"), author),))
    return replace(sample, pages=(replace(sample.pages[0], blocks=(state, curve, promises)),))


def page(review: Review, lang: str) -> dict[str, Any]:
    return put(review, Voice.of(lang, "America/Toronto"))["pages"][0]


def test_words_of_a_log_are_marked_beside_them_on_the_page_of_the_other_language():
    english, french = page(logged(), "en"), page(logged(), "fr")
    for said, tags in ((english, ["as written, in French"]), (french, [])):
        _, curve, promises = said["blocks"]
        assert curve["marks"][0]["tags"] == tags
        assert [cell["tags"] for cell in promises["rows"][0]] == [tags, []]
        assert "as people wrote them" not in said["foot"]


def test_where_there_is_no_place_for_a_mark_the_foot_of_the_page_says_it():
    said = page(logged(Verbatim("la direction des communications")), "en")
    assert said["foot"].endswith("Words in French are printed as people wrote them.")
