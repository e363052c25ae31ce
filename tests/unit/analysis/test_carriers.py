"""M-21 on a handful of posts: who received most, and the post that most others referred to within three hours."""

import pytest
from tests.golden.walk_posts import walk_posts
from tests.unit.analysis.drawn_log import at

from rebond.analysis.carriers import measure_amplifiers, measure_tipping_post
from rebond.analysis.counted import behind
from rebond.analysis.measure import Window

CRISIS = Window(at("10:00"), at("+1 10:00"))


def posts(*rows: dict):
    return walk_posts({"published_at": at("11:00"), **row} for row in rows)


# --- amplifiers ------------------------------------------------------------------------------------------
def test_the_fewest_accounts_that_hold_half():
    """30 + 12 of 80 is over half; 30 alone is not."""
    rows = [{"author_id": who, "likes": n} for who, n in (("a", 30), ("b", 12), ("c", 11), ("d", 10), ("e", 17))]
    found = measure_amplifiers(posts(*rows), CRISIS)
    assert (found.value, found.n, found.n_of) == (2, 5, "accounts")
    assert [who for who, _, _ in found.details["ranked"]] == ["a", "e", "b", "c", "d"]


def test_reposts_counted_and_reposts_captured_are_not_added():
    """The export counts five reposts of a's post, three of which were captured; b's two are known from them alone."""
    shared = [{"author_id": f"u{n}", "kind": "repost", "repost_of_author": "a"} for n in range(3)]
    shared += [{"author_id": f"v{n}", "kind": "repost", "repost_of_author": "b"} for n in range(2)]
    found = measure_amplifiers(posts({"author_id": "a", "likes": 1, "reposts": 5}, *shared), CRISIS)
    assert found.details["ranked"] == (("a", 6, at("11:00")), ("b", 2, None))


def test_a_repost_goes_to_the_author_of_the_post_it_names():
    rows = [{"author_id": "a"}, {"author_id": "b", "kind": "repost", "repost_of": "p0000001"}]
    assert measure_amplifiers(posts(*rows), CRISIS).details["ranked"] == (("a", 1, at("11:00")),)


def test_we_do_not_amplify_ourselves():
    rows = [
        {"author_id": "us", "is_ours": True, "likes": 90},
        {"author_id": "b", "kind": "repost", "repost_of_author": "us"},
        {"author_id": "c", "likes": 3},
    ]
    assert [who for who, _, _ in measure_amplifiers(posts(*rows), CRISIS).details["ranked"]] == ["c"]


@pytest.mark.parametrize(
    ("row", "why"), [({}, "carry neither interactions"), ({"author_id": "a", "likes": 0}, "received an interaction")]
)
def test_what_nobody_received_or_no_export_counts_is_no_zero(row, why):
    found = measure_amplifiers(posts(row), CRISIS)
    assert found.value is None and why in found.why_not.text


# --- the tipping post ----------------------------------------------------------------------------------
def answers(*times: str, to: str = "p0000001", **more) -> list[dict]:
    return [{"published_at": at(when), "parent_id": to, "kind": "reply", **more} for when in times]


FIVE = ("11:10", "12:00", "13:00", "13:30", "13:59")


def test_the_post_that_most_others_refer_to_within_three_hours():
    """Five answers before 14:00 and one at it; with three posts about something else in those hours, 5 of 8."""
    others = [{"published_at": at(when)} for when in ("11:30", "11:31", "13:00", "15:00")]
    table = posts({"published_at": at("11:00")}, *answers(*FIVE, "14:00"), *others)
    found = measure_tipping_post(table, CRISIS)
    assert (found.value, found.n) == (5 / 8, 8)
    assert found.window == Window(at("11:00"), at("14:00")) and found.low < 5 / 8 < found.high
    assert found.details == {"post_id": "p0000001", "at": at("11:00")}
    assert behind(table, found.rows).count().to_pyarrow().as_py() == 5


def test_quotes_refer_to_a_post_as_answers_do():
    quotes = [{**row, "kind": "quote"} for row in answers(*FIVE)]
    found = measure_tipping_post(posts({"published_at": at("11:00")}, *quotes), CRISIS)
    assert (found.value, found.n) == (1, 5)


def test_an_answer_deep_in_a_thread_refers_to_the_post_it_began_with():
    deep = {"published_at": at("11:40"), "parent_id": "p0000002", "thread_id": "p0000001", "kind": "reply"}
    table = posts({"published_at": at("11:00")}, *answers(*FIVE[:4]), deep)
    found = measure_tipping_post(table, CRISIS)
    assert found.value == 1 and found.n == 5
    assert behind(table, found.rows).count().to_pyarrow().as_py() == 5


def test_what_is_carried_on_for_days_did_not_tip():
    late = answers("15:00", "18:00", "20:00", "22:00", "+1 01:00", "+1 02:00", to="p0000002")
    table = posts({"published_at": at("11:00")}, {"published_at": at("11:00")}, *answers(*FIVE), *late)
    assert measure_tipping_post(table, CRISIS).details["post_id"] == "p0000001"


def test_equals_are_told_apart_by_time_then_by_name():
    first = [{"published_at": at("11:05")}, {"published_at": at("11:00")}, {"published_at": at("11:00")}]
    rows = [row for to in ("p0000001", "p0000002", "p0000003") for row in answers(*FIVE, to=to)]
    assert measure_tipping_post(posts(*first, *rows), CRISIS).details["post_id"] == "p0000002"


REASONS = [
    ([{}, {}], "do not say which post"),
    (answers(*FIVE, to="elsewhere"), "not captured themselves"),
    ([{"published_at": at("11:00")}, *answers(*FIVE[:4])], "five times within three hours"),
]


@pytest.mark.parametrize(("rows", "why"), REASONS)
def test_without_references_none_is_told_and_the_reason_is(rows, why):
    found = measure_tipping_post(posts(*rows), CRISIS)
    assert found.value is None and why in found.why_not.text
