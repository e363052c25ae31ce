"""What is asked of a file, in which order, and what an answer makes of the draft."""

from dataclasses import replace

import pytest
from tests.unit.importers.guided import sheets

from rebond.importers.guided.mapping import Mappings
from rebond.importers.guided.questions import answered, drafted, open_questions, which, with_order
from rebond.importers.recognition import best_reading, recognise_table
from rebond.sentences import Verbatim

NOTHING = frozenset()


def asked(data, settled=NOTHING):
    glimpse = sheets.glimpse(data)
    read = best_reading(glimpse)
    draft = drafted(glimpse, read)
    found = recognise_table(glimpse, None, Mappings((draft,))) if "published_at" in draft.columns else None
    return glimpse, draft, found, open_questions(glimpse, read, draft, found, settled)


def kinds(data):
    return [question.kind for question in asked(data)[3]]


def test_what_moves_every_post_by_days_is_asked_before_what_moves_it_by_hours():
    assert kinds(sheets.visibrain()) == ["published_at", "text", "zone"]


def test_what_is_surely_recognised_is_not_asked():
    assert kinds(sheets.digimind()) == []


def test_two_columns_that_say_the_same_leave_no_doubt():
    rows = [(f"{sheets.at(n):%Y-%m-%dT%H:%M:%SZ}", f"{sheets.at(n):%Y-%m-%d %H:%M:%S}+00:00", sheets.text(n))
            for n in range(40)]  # fmt: skip
    assert kinds(sheets.table(("Un", "Deux", "Trois"), rows, ",")) == []


def test_day_or_month_is_asked_with_both_days_said():
    *_, questions = asked(sheets.agorapulse())
    assert [one.kind for one in questions] == ["order", "zone"]
    first, second = questions[0].options
    assert questions[0].asked.value("example") == Verbatim("01/04/2025 10:15")
    assert (first.value, str(first.label.value("day"))) == ("dmy", "2025-04-01")
    assert (second.value, str(second.label.value("day"))) == ("mdy", "2025-01-04")


def test_a_name_that_says_another_thing_is_offered_to_the_person_alone():
    glimpse, _, found, (question,) = asked(sheets.in_house())
    assert (found, question.kind, question.default) == (None, "published_at", None)
    assert [glimpse.header[one.value] for one in question.options] == ["Ajouté le"]


def test_columns_are_shown_with_what_the_file_holds():
    *_, questions = asked(sheets.digimind())
    glimpse, draft, *_ = asked(sheets.digimind())
    question = which(glimpse, "text", draft)
    assert question.options[0].examples[0] == Verbatim(sheets.text(0))
    assert question.options[-1].value == -1
    assert questions == ()


def test_an_answer_makes_the_next_draft():
    glimpse, draft, _, questions = asked(sheets.visibrain())
    seen = next(one for one in questions[0].options if glimpse.header[one.value] == "Vu le")
    changed = answered(draft, questions[0], seen.value)
    assert (draft.columns["published_at"], changed.columns["published_at"]) == ("Paru le", "Vu le")
    assert answered(changed, questions[2], "Montréal").zone == "America/Toronto"
    assert answered(changed, questions[2], "nowhere at all") is None


def test_a_column_feeds_one_field():
    glimpse, draft, *_ = asked(sheets.visibrain())
    changed = answered(draft, which(glimpse, "handle", draft), glimpse.header.index("Propos"))
    assert changed.columns == {"handle": "Propos", "published_at": "Paru le"}


def test_another_date_has_its_own_order_zone_and_hour():
    glimpse, draft, *_ = asked(sheets.visibrain())
    settled = replace(draft, order="mdy", zone="Europe/Paris", columns={**draft.columns, "time": "Portée"})
    changed = answered(settled, which(glimpse, "published_at", settled), 0)
    assert (changed.order, changed.zone, "time" in changed.columns) == (None, None, False)


@pytest.mark.parametrize(("typed", "platform"), [("Facebook", "facebook"), ("twitter", "x"), ("nulle part", None)])
def test_a_platform_may_be_typed(typed, platform):
    glimpse, draft, *_ = asked(sheets.visibrain())
    changed = answered(draft, which(glimpse, "platform", draft), typed)
    assert (changed and changed.platform) == platform


def test_the_order_a_file_shows_is_kept_for_the_next_that_shows_none():
    glimpse, draft, found, _ = asked(sheets.visibrain())
    assert with_order(draft, glimpse, found).order == "dmy"
    glimpse, draft, found, _ = asked(sheets.agorapulse())
    assert with_order(draft, glimpse, found).order is None
    glimpse, draft, found, _ = asked(sheets.digimind())
    assert with_order(draft, glimpse, found).order is None
