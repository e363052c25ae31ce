"""The files people kept: read back with the product's own readers, they say what was planted."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from rebond.drill.papers import log_workbook, series_table, sheet_workbook
from rebond.importers.people.log import read_log
from rebond.importers.people.sheet import read_sheet

ZONE = ZoneInfo("America/Toronto")


def logged(plan):
    return read_log("journal.xlsx", log_workbook(plan), plan.zone, date(2025, 10, 14))


def test_each_dated_act_stands_in_the_log_at_its_true_time(plan, crisis):
    found = {(a.kind, a.when.earliest) for a in logged(plan).log.actions}
    truth = crisis.truth.acts
    kinds = {"detection": "detection", "cell": "cell_activation", "answer_en": "statement", "answer_fr": "statement",
             "refund": "commitment", "apology": "apology", "stand_down": "exit_declared", "refunds_done": "update",
             "statements": "correction", "television": "news", "elected_official": "political"}  # fmt: skip
    assert {(kind, truth[name]) for name, kind in kinds.items()} <= found


def test_imprecise_hours_stay_ranges_that_hold_the_truth(plan, crisis):
    fact = next(a for a in logged(plan).log.actions if a.kind == "operational")
    assert not fact.when.exact
    assert fact.when.earliest <= crisis.truth.acts["fact"] <= fact.when.latest


def test_the_first_answer_is_logged_in_english_alone(plan):
    first, second = [a for a in logged(plan).log.actions if a.kind == "statement"]
    assert (first.langs, second.langs) == (("en",), ("fr",))


def test_no_line_of_the_log_is_lost(plan):
    assert [p for p in logged(plan).problems if p.refused or p.code == "kind-not-understood"] == []


def test_the_log_is_confirmed_complete_over_the_crisis(plan, crisis):
    log = logged(plan).log
    assert log.is_complete("actions", crisis.truth.outbreak, crisis.truth.acts["stand_down"])
    assert log.is_complete("monitoring", crisis.truth.outbreak, crisis.truth.acts["detection"])


def test_the_sheet_is_understood_whole(plan):
    reading = read_sheet("fiche.xlsx", sheet_workbook(plan))
    assert reading.problems == ()
    assert reading.sheet.languages_owed == ("fr", "en")
    assert reading.sheet.time_zone == "America/Toronto"
    assert reading.sheet.declared_exit[0] == datetime(2025, 10, 17, 17, tzinfo=ZONE)


def test_calls_of_the_first_week_add_up_to_the_planted_number(plan):
    rows = series_table(plan, 12).decode("utf-8-sig").splitlines()[1:]
    week = [row.split(";") for row in rows if "2025-10-14" <= row[:10] <= "2025-10-20"]
    assert sum(int(calls) for _, calls, _ in week) == 1_930


def test_equal_plans_give_equal_workbooks(plan):
    assert log_workbook(plan) == log_workbook(plan)
    assert sheet_workbook(plan) == sheet_workbook(plan)
