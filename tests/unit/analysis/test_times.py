"""M-01 to M-09 on small tables: each expected delay is worked out by hand from the outbreak at 10:00."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from tests.unit.analysis.curves import curve
from tests.unit.analysis.drawn_log import DAY, at, log, phases

from rebond.actions import Action, ActionLog, When
from rebond.analysis.measure import Measure
from rebond.analysis.times import measure_times
from rebond.sentences import say
from rebond.settings import CaseSheet, Settings, Targets

CALM = curve(np.full(24 * 9, 2), starts=DAY - timedelta(days=2))
BILINGUAL = CaseSheet(languages_owed=("en", "fr"))


def measured(table, *, turns=None, complete=None, sheet=None, volume=CALM) -> dict[str, Measure]:
    turns = turns or phases("10:00", exit="+2 10:00")
    found = measure_times(turns, log(table, complete), volume, Settings(sheet=sheet or CaseSheet()), at("+6 00:00"))
    return {m.id: m for m in found}


def minutes(value) -> float | None:
    return None if value is None else value / timedelta(minutes=1)


DELAYS = [  # the log, the metric, its value in minutes
    ("10:45 | detection | internal", "ttd_outbreak", 45),
    ("9:15 | detection | internal", "ttd_outbreak", -45),  # anticipated
    ("11:30 | statement | public | en", "ttfr", 90),
    ("10:20 | paid_promotion | public\n11:30 | statement | public", "ttfr", 90),  # an advertisement answers nothing
    ("10:20 | statement | internal\n11:30 | statement | public", "ttfr", 90),  # nor what nobody could see
    ("10:20 | holding_statement | public\n12:00 | apology | public", "ttfr", 20),
    ("10:20 | holding_statement | public\n12:00 | apology | public", "ttsr", 120),
    ("-1 22:00 | statement | public", "ttfr", -720),  # told before it broke out
    ("10:45 | detection | internal\n11:05 | cell_activation | internal", "tta", 20),
]


@pytest.mark.parametrize(("table", "metric", "expected"), DELAYS)
def test_a_delay_runs_from_the_outbreak_to_the_entry(table, metric, expected):
    assert minutes(measured(table)[metric].value) == expected


def test_an_imprecise_entry_gives_a_range_and_no_value():
    found = measured("10:30-12:00 | statement | public")["ttfr"]
    assert (found.value, minutes(found.low), minutes(found.high)) == (None, 30, 120)
    assert found.interval_is == "log_range"


def test_an_exact_entry_keeps_the_range_of_the_outbreak_beside_it():
    found = measured("11:00 | statement | public", turns=phases("10:00 (9:50 .. 10:20)"))["ttfr"]
    assert (minutes(found.value), minutes(found.low), minutes(found.high)) == (60, 40, 70)
    assert found.interval_is == "boundary"


def test_an_outbreak_known_to_the_day_alone_gives_a_range():
    """It lies somewhere from midnight to midnight; the answer came at 10:30 the next day."""
    found = measured("+1 10:30 | statement | public", turns=phases("0:00 (0:00 .. +1 0:00)"))["ttfr"]
    assert (found.value, minutes(found.low), minutes(found.high)) == (None, 10.5 * 60, 34.5 * 60)
    assert found.interval_is == "boundary"


def test_what_no_entry_tells_is_not_recorded_and_not_zero():
    found = measured("12:00 | statement | internal")
    for metric in ("ttd_sign", "ttd_outbreak", "ttfr", "ttsr", "tta", "approval_latency", "exit_gap", "max_silence"):
        assert found[metric].value is None and found[metric].not_recorded, metric
        assert found[metric].why_not is not None and found[metric].n == 0


def test_an_approval_is_told_whole_and_in_its_two_parts():
    """Drafts at 10:00, 11:00 and 12:00; approved after 90 and 30 min, the third unknown; out after 2 h, 45 min, 3 h."""
    drafts = [
        Action(id=str(n), kind="statement", when=When(out, out), title="", drafted_at=draft, approved_at=said)
        for n, (draft, said, out) in enumerate((
            (at("10:00"), at("11:30"), at("12:00")), (at("11:00"), at("11:30"), at("11:45")),
            (at("12:00"), None, at("15:00")),
        ))
    ]  # fmt: skip
    told = ActionLog(actions=tuple(drafts))
    found = {m.id: m for m in measure_times(phases("10:00"), told, CALM, Settings(), at("+6 00:00"))}
    assert minutes(found["approval_latency"].value) == 120 and found["approval_latency"].n == 3
    assert minutes(found["approval_latency.to_approval"].value) == 60
    assert minutes(found["approval_latency.to_publication"].value) == (30 + 15) / 2
    assert found["approval_latency.to_publication"].n == 2


def test_without_an_outbreak_no_delay_is_told():
    found = measured("11:00 | statement | public", turns=phases(None))
    assert found["ttfr"].value is None and not found["ttfr"].not_recorded


def test_what_happened_a_month_before_belongs_to_another_matter():
    assert measured("-30 10:00 | detection | internal")["ttd_outbreak"].not_recorded


def test_our_posts_are_no_answers_until_people_say_so():
    """An advert of ours published during a storm is a public act, and not a response to it."""
    found = measured("9:00 | other | public | x | posts\n10:40 | other | public | x | posts")["ttfr"]
    assert found.value is None and found.not_recorded
    assert "for people to say" in found.why_not.text
    assert minutes(measured("10:40 | reply | public | x | log")["ttfr"].value) == 40


def test_a_plan_gives_the_delay_something_to_be_held_against():
    sheet = CaseSheet(targets=Targets(answer=timedelta(hours=2), detect=timedelta(hours=1)))
    found = measured("10:45 | detection | internal\n11:30 | statement | public", sheet=sheet)
    assert (found["ttfr"].against, found["ttfr"].against_is) == (timedelta(hours=2), "plan")
    assert found["ttd_outbreak"].against == timedelta(hours=1)
    assert found["ttd_sign"].against is None


def test_an_unconfirmed_log_may_hide_an_earlier_answer():
    open_, closed = (measured("11:30 | statement | public", complete=c)["ttfr"] for c in (None, "9:00 .. +3 0:00"))
    assert any("not confirmed complete" in c.text for c in open_.caveats) and not closed.caveats


# --- several entries, known roughly -----------------------------------------------------------------------
def test_the_first_answer_is_no_later_than_the_one_known_exactly():
    """Outbreak at 10:00, English at 11:00: French between 10:30 and 23:00 can only make it sooner."""
    found = measured("10:30-23:00 | statement | public | fr\n11:00 | statement | public | en", sheet=BILINGUAL)
    assert (found["ttfr"].value, minutes(found["ttfr"].low), minutes(found["ttfr"].high)) == (None, 30, 60)
    assert found["ttfr"].rows.actions == ("a1", "a2") and found["ttfr"].n == 2  # either may be the first
    assert (minutes(found["ttfr.fr"].low), minutes(found["ttfr.fr"].high)) == (30, 13 * 60)
    assert minutes(found["ttfr.en"].value) == 60


def test_a_rough_entry_that_comes_later_for_certain_changes_nothing():
    found = measured("11:30-23:00 | statement | public\n11:00 | statement | public")["ttfr"]
    assert minutes(found.value) == 60 and found.rows.actions == ("a2",)


def test_the_time_to_activate_runs_between_two_rough_times():
    """Detected by 10:40 at the latest, the cell called between 11:00 and 12:00: 20 min to 1 h 50."""
    table = "10:10-13:00 | detection\n10:40 | detection\n11:00-12:00 | cell_activation"
    found = measured(table.replace("\n", " | internal\n") + " | internal")["tta"]
    assert (found.value, minutes(found.low), minutes(found.high)) == (None, 20, 110)


def test_a_text_whose_hour_of_publication_is_rough_took_a_range():
    drafted = replace(log("11:00-13:00 | statement | public").actions[0], drafted_at=at("10:30"))
    found = {
        m.id: m for m in measure_times(phases("10:00"), ActionLog(actions=(drafted,)), CALM, Settings(), at("+1 0:00"))
    }
    assert (found["approval_latency"].value, minutes(found["approval_latency"].low)) == (None, 30)
    assert minutes(found["approval_latency"].high) == 150


def test_an_old_detection_does_not_hide_the_one_of_this_matter():
    assert (
        minutes(measured("-30 10:00 | detection | internal\n10:45 | detection | internal")["ttd_outbreak"].value) == 45
    )


# --- languages ---------------------------------------------------------------------------------------
def test_the_gap_between_languages_runs_between_their_first_answers():
    found = measured("11:05 | statement | public | en\n16:15 | statement | public | fr", sheet=BILINGUAL)
    assert minutes(found["language_gap"].value) == 310
    assert found["language_gap"].details == {"first": "en", "last": "fr"}
    assert minutes(found["ttfr.en"].value) == 65 and minutes(found["ttfr.fr"].value) == 375


def test_a_language_known_roughly_may_be_the_first_or_the_second():
    """French between 11:00 and 19:00, English at 13:00: from the same minute to 6 h after it."""
    found = measured("11:00-19:00 | statement | public | fr\n13:00 | statement | public | en", sheet=BILINGUAL)
    gap = found["language_gap"]
    assert (gap.value, minutes(gap.low), minutes(gap.high)) == (None, 0, 360) and gap.interval_is == "log_range"
    assert gap.rows.actions == ("a1", "a2")


def test_one_text_in_both_languages_has_no_gap():
    found = measured("11:05 | statement | public | en fr", sheet=BILINGUAL)["language_gap"]
    assert found.value == timedelta(0)


def test_a_missing_language_is_stated_on_a_complete_record_only():
    table = "11:00 | statement | public | en"
    assert measured(table, sheet=BILINGUAL)["language_gap"].not_recorded
    found = measured(table, sheet=BILINGUAL, complete="-1 0:00 .. +3 0:00")["language_gap"]
    assert found.censored and minutes(found.value) == 47 * 60  # at least until the exit


def test_an_answer_whose_language_nobody_wrote_down_may_be_the_missing_one():
    table = "11:00 | statement | public | en\n12:00 | update | public"
    found = measured(table, sheet=BILINGUAL, complete="-1 0:00 .. +3 0:00")["language_gap"]
    assert found.value is None and found.not_recorded


def test_where_no_second_language_is_owed_none_is_missing():
    found = measured("11:00 | statement | public | en", sheet=CaseSheet(languages_owed=("en",)))["language_gap"]
    assert found.value is None and not found.not_recorded and found.why_not is not None


# --- exit ------------------------------------------------------------------------------------------------
def test_standing_down_before_the_measured_exit_is_negative():
    turns = phases("10:00", exit="+6 09:00 (+6 06:00 .. +6 12:00)", declared=("+3 17:00", "+3 17:00"))
    found = measured("", turns=turns)["exit_gap"]
    assert [minutes(x) / 60 for x in (found.value, found.low, found.high)] == [-64, -67, -61]


def test_an_exit_that_was_not_observed_has_no_gap():
    found = measured("", turns=phases("10:00", declared=("+3 17:00", "+3 17:00")))["exit_gap"]
    assert found.value is None and not found.not_recorded and found.why_not is not None


def test_what_is_missing_says_whether_there_is_a_log_at_all():
    sheet = CaseSheet(languages_owed=("fr",))
    none, some = measured("", sheet=sheet), measured("11:00 | statement | public | fr", sheet=sheet)
    assert none["ttd_outbreak"].why_not == say("No log was given.")
    assert some["ttd_outbreak"].why_not == say("The log holds no such entry.")
    assert some["language_gap"].why_not == say("One language owed: no gap to measure.")
    assert measured("")["language_gap"].why_not == say("The case sheet does not say which languages are owed.")
