"""Public acts on the clock of a curve of two posts an hour, broken out on 14 October 2024 at 10:00."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
from tests.golden.walk_posts import walk_posts
from tests.unit.analysis.curves import curve
from tests.unit.analysis.drawn_log import DAY, at, log, phases

from rebond.actions import When
from rebond.analysis.measure import Window
from rebond.analysis.responses import complete_log, match_responses
from rebond.settings import CaseSheet, Targets

CALM = curve(np.full(24 * 4, 2), starts=DAY)


def matched(table, volume=CALM, sheet=None, **turns):
    turns = {"outbreak": "10:00", **turns}
    return match_responses(log(table), volume, phases(**turns), sheet or CaseSheet())


def test_an_act_stands_between_the_six_hours_before_and_after():
    (found,) = matched("12:00 | statement | public | en")
    assert (found.posts_before, found.posts_after) == (12, 12)
    assert found.delay == (7200, 7200)


def test_hours_that_were_not_observed_are_not_zero():
    unseen = replace(CALM, observed=np.arange(len(CALM.posts)) < 14)
    (found,) = matched("12:00 | statement | public | en", volume=unseen)
    assert found.posts_before == 12 and found.posts_after is None
    (last,) = matched("+3 23:00 | update | public | en")  # an hour before the end of the curve
    assert last.posts_after is None


def test_an_imprecise_act_has_a_range_and_meets_a_target_only_if_all_of_it_does():
    sheet = CaseSheet(targets=Targets(answer=timedelta(hours=2)))
    (straddling,) = matched("11:00-13:00 | statement | public", sheet=sheet)
    assert straddling.delay == (3600, 10800) and straddling.target_met is None
    (late,) = matched("13:00 | statement | public", sheet=sheet)
    assert late.target_met is False


def test_a_peak_within_two_days_is_told_after_the_act_it_follows():
    (found,) = matched("12:00 | statement | public", peak="15:00")
    assert found.peak_after == 3 * 3600
    (found,) = matched("16:00 | statement | public", peak="15:00")
    assert found.peak_after is None


def test_acts_of_another_time_are_left_out():
    table = "-3 10:00 | statement | public\n12:00 | statement | public\n+2 10:00 | update | public"
    assert [r.action.id for r in matched(table, normal="+1 10:00")] == ["a2"]


def test_a_language_owed_is_missing_only_where_the_act_says_its_languages():
    sheet = CaseSheet(languages_owed=("en", "fr"))
    english, unsaid = matched("12:00 | statement | public | en\n13:00 | update | public", sheet=sheet)
    assert english.missing_langs == ("fr",) and unsaid.missing_langs == ()


def test_our_captured_posts_complete_the_log_once():
    posts = walk_posts(
        [
            {"published_at": at("12:10"), "is_ours": True},  # the statement of 12:00, as published
            {"published_at": at("15:00"), "is_ours": True, "kind": "reply", "lang": "fr"},
            {"published_at": at("16:00"), "is_ours": True, "kind": "repost"},  # somebody else's words
            {"published_at": at("17:00")},
        ]
    )
    found = complete_log(log("12:00 | statement | public | en"), posts, Window(at("0:00"), at("+1 0:00")))
    assert [(a.kind, a.source) for a in found.actions] == [("statement", "log"), ("reply", "posts")]
    assert found.actions[1].langs == ("fr",) and found.actions[1].channels == ("x",)


def test_our_post_without_an_hour_is_an_act_of_some_moment_of_its_day():
    posts = walk_posts([{"published_at": at("0:00"), "precision": "day", "is_ours": True}])
    completed = complete_log(log(""), posts, Window(at("0:00"), at("+1 0:00")))
    (act,) = completed.actions
    assert act.when == When(at("0:00"), at("+1 0:00") - timedelta(seconds=1)) and act.published_at is None
    (response,) = match_responses(completed, CALM, phases(outbreak="10:00"), CaseSheet())
    assert response.delay == (-36_000.0, 50_399.0)  # ten hours before the outbreak to the last second of the day


def test_our_post_without_an_hour_may_be_the_public_act_logged_that_day():
    posts = walk_posts([{"published_at": at(day), "precision": "day", "is_ours": True} for day in ("0:00", "+1 0:00")])
    found = complete_log(log("12:00 | statement | public | en"), posts, Window(at("0:00"), at("+2 0:00")))
    assert [(a.when.earliest, a.source) for a in found.actions] == [(at("12:00"), "log"), (at("+1 0:00"), "posts")]


def test_six_hours_of_days_alone_are_not_known():
    days = curve(np.full(4, 48), starts=DAY, seconds=86_400)
    (response,) = matched("12:00 | statement | public | en", volume=days)
    assert response.posts_before is None and response.posts_after is None
