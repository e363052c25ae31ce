"""Sections and questions of the review."""

import pytest

from rebond.vocabulary import UnknownTerm, questions, sections


def test_sections_come_in_order_with_what_they_answer():
    first, *_, last = sections()
    assert [s.id for s in sections()] == [f"S{n}" for n in range(1, 19)]
    assert (first.key, last.key) == ("one_pager", "annexes")
    assert first.answers("en").startswith("What happened in three sentences?")
    assert len(last.metrics) == 46


def test_a_question_is_the_same_question_in_both_languages():
    gap = next(q for q in questions() if q.id == "Q33")
    assert gap.text("fr") == "Les deux langues ont-elles été servies en même temps et avec la même qualité ?"
    assert gap.text("en") == "Were both languages served at the same time and with the same quality?"
    assert gap.evidence == ("M-08", "F12")
    assert gap.moments == ("hot", "cold")
    assert gap.types == ("scale", "open")


def test_a_light_review_asks_eight():
    assert [q.id for q in questions() if q.light] == ["Q01", "Q02", "Q05", "Q09", "Q20", "Q34", "Q39", "Q44"]


def test_an_organisation_is_asked_its_own_questions_after_the_others():
    asked = questions("municipality")
    assert len(asked) == 54
    assert asked[:53] == questions()
    assert asked[-1].en == "How did the civil-security plan and the communication plan fit together?"
    assert questions("cooperative") == questions()


def test_an_unknown_kind_of_organisation_is_refused():
    with pytest.raises(UnknownTerm, match="municipality"):
        questions("circus")
