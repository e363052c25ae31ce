"""Metrics and pictures as the evidence file prints them."""

import pytest

from rebond.vocabulary import UnknownTerm, metric, metrics, pictures


def test_a_metric_says_how_it_is_counted_in_both_languages():
    ratio = metric("peak_ratio")
    assert (ratio.id, ratio.unit, ratio.family) == ("M-15", "ratio", "volume")
    assert ratio.label("fr") == "Ampleur du pic"
    assert ratio.formula("en") == "Posts of the busiest 24 hours, divided by the usual number of posts a day."


def test_several_keys_share_an_id():
    assert [m.key for m in metrics() if m.id == "M-10"] == ["volume", "excess_volume"]


def test_what_is_too_technical_for_a_page_stays_in_the_annex():
    assert {m.key for m in metrics() if m.annex} == {
        "gini_author", "effective_voices", "dynamic_class", "narrative_drift", "narrative_breadth",
        "cluster_perceived", "coding_quality",
    }  # fmt: skip


def test_an_unknown_metric_is_refused():
    with pytest.raises(UnknownTerm, match="ttfr"):
        metric("advertising_value")


def test_pictures_are_numbered_without_a_hole():
    assert [p.id for p in pictures()] == [f"F{n}" for n in range(1, 19)]
