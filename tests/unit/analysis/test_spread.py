"""M-18 and M-22 on a handful of posts, added up by hand."""

from datetime import timedelta

import pyarrow as pa
from tests.golden.walk_posts import walk_posts
from tests.unit.analysis.drawn_log import at

from rebond.analysis.measure import Measure, Window
from rebond.analysis.spread import measure_platforms, measure_voices
from rebond.tables import AUTHORS

CRISIS = Window(at("10:00"), at("+1 10:00"))
NOBODY = AUTHORS.empty_table()


def voices(rows, authors=NOBODY) -> dict[str, Measure]:
    return {m.id: m for m in measure_voices(walk_posts(rows), authors, CRISIS)}


def people(**bands) -> pa.Table:
    rows = [{"author_id": who, "platform": "x", "followers_band": band} for who, band in bands.items()]
    return pa.Table.from_pylist(rows, schema=AUTHORS)


def test_what_the_export_does_not_carry_is_not_zero():
    found = voices([{"published_at": at("11:00"), "author_id": "a"}])
    for metric in ("reach_measured", "audience_potential", "gini_author", "top1_share", "effective_voices",
                   "amplifiers", "tipping_post"):  # fmt: skip
        assert found[metric].value is None and found[metric].why_not is not None, metric


def test_views_are_those_of_the_posts_that_give_them():
    rows = [{"published_at": at("11:00"), "views": views} for views in (10, 5, None)]
    found = voices(rows)["reach_measured"]
    assert (found.value, found.n) == (15, 2)


def test_followers_are_counted_once_an_account_and_stay_a_range():
    rows = [{"published_at": at("11:00"), "author_id": who} for who in ("a", "a", "b")]
    found = voices(rows, people(a="100-999", b="1k-9k", c="1M+"))["audience_potential"]
    assert (found.value, found.low, found.high, found.n) == (None, 1_100, 10_998, 2)
    assert voices(rows, people(a="1M+"))["audience_potential"].high is None  # a million or more


def platforms(*rows) -> dict[str, Measure]:
    posts = [{"published_at": at(when), "platform": p} for when, p, times in rows for _ in range(times)]
    return {m.facet: m for m in measure_platforms(walk_posts(posts), CRISIS)}


def test_a_platform_arrives_with_its_first_hour_in_earnest():
    found = platforms(("10:30", "x", 3), ("11:05", "facebook", 1), ("14:10", "facebook", 3), ("9:00", "facebook", 1))
    assert found["x"].value == timedelta(0)
    assert found["facebook"].value == timedelta(hours=4)  # the stray post of 11:05 is no arrival
    assert not found["facebook"].caveats


def test_a_platform_of_which_nothing_was_seen_before_may_have_been_collected_late():
    found = platforms(("10:30", "x", 3), ("14:10", "facebook", 3))
    assert [c.text.startswith("Nothing of this platform") for c in found["facebook"].caveats] == [True]


def test_a_platform_is_reached_by_a_twentieth_of_its_posts_and_not_at_its_peak():
    """Of forty posts, two are a twentieth and three are asked for: the third came at 12:00, the peak at 15:00."""
    found = platforms(
        ("10:30", "x", 9), ("11:00", "facebook", 2), ("12:00", "facebook", 1), ("15:00", "facebook", 37)
    )  # fmt: skip
    assert found["facebook"].value == timedelta(hours=2)
    later = platforms(("10:30", "x", 9), ("11:00", "facebook", 3), ("12:00", "facebook", 1), ("15:00", "facebook", 96))
    assert later["facebook"].value == timedelta(hours=5)  # of a hundred, the fifth


def test_platforms_reached_in_the_same_hour_share_their_rank():
    found = platforms(("10:30", "x", 3), ("10:40", "facebook", 3), ("12:10", "reddit", 3))
    assert [found[p].details["order"] for p in ("x", "facebook", "reddit")] == [1, 1, 3]
    assert (found["facebook"].value, found["facebook"].low) == (None, timedelta(0)) and "cannot be told" in found[
        "facebook"
    ].notes[0].text
    assert found["x"].high == found["facebook"].high == timedelta(hours=1)
    assert (found["reddit"].low, found["reddit"].high) == (timedelta(hours=1), timedelta(hours=3))


def test_a_lag_of_zero_says_that_it_is_the_first():
    found = platforms(("10:30", "x", 3), ("14:10", "facebook", 3))["x"]
    assert found.value == timedelta(0) and "first platform" in found.notes[0].text


def test_one_platform_has_no_lag_to_another():
    """Two posts elsewhere are no arrival."""
    (found,) = platforms(("10:30", "x", 3), ("11:00", "facebook", 2)).values()
    assert found.value is None and "one platform" in found.why_not.text
