"""Items that people picked: the range each time allows, and what stays null because of them."""

import runpy
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from rebond.actions import Action, ActionLog, When
from rebond.analysis.counted import behind, exported
from rebond.analysis.measure import Rows, Window
from rebond.analysis.picked import barred_study, find_picked, when_of
from rebond.analysis.responses import complete_log
from rebond.settings import CaseSheet, Settings
from rebond.tables import AUTHORS, BY_HAND
from rebond.walk import Inputs, reconstruct
from rebond.wording.voice import Voice

walk_posts = runpy.run_path(str(Path(__file__).parents[2] / "golden" / "walk_posts.py"))["walk_posts"]
TUESDAY = datetime(2025, 10, 14, 21, 0, tzinfo=UTC)  # 17:00 in Toronto
MIDNIGHT = datetime(2025, 10, 14, 4, 0, tzinfo=UTC)
SHEET = CaseSheet(organisation="Rivage", time_zone="America/Toronto")
WHOLE = Window(MIDNIGHT, MIDNIGHT + timedelta(days=3))


def item(at: datetime, precision: str = "minute", **more: object) -> dict:
    return {"published_at": at, "precision": precision, "source_tool": BY_HAND, "platform": "facebook", **more}


def walked(rows: list[dict], log: ActionLog | None = None, sheet: CaseSheet = SHEET):
    inputs = Inputs(posts=walk_posts(rows), authors=AUTHORS.empty_table(), log=log or ActionLog(), series=(),
                    problems={}, inputs_hash="h")  # fmt: skip
    return reconstruct(inputs, Settings(sheet=sheet))


@pytest.mark.parametrize(("at", "precision", "lasts"), [
    (TUESDAY, "second", timedelta(0)), (TUESDAY, "minute", timedelta(0)),
    (TUESDAY, "hour", timedelta(minutes=59, seconds=59)),
    (MIDNIGHT, "day", timedelta(hours=23, minutes=59, seconds=59)),
    (datetime(2025, 11, 2, 4, 0, tzinfo=UTC), "day", timedelta(hours=24, minutes=59, seconds=59)),  # end of summer time
])  # fmt: skip
def test_a_time_is_a_range_as_long_as_it_is_rough(at, precision, lasts):
    assert when_of(at, precision, "America/Toronto") == When(at, at + lasts)


def test_items_stand_in_order_of_time_and_alone_when_no_export_is_there():
    rows = [item(TUESDAY), item(MIDNIGHT, "day"), item(TUESDAY - timedelta(hours=2), is_ours=True)]
    posts = walk_posts(rows)
    picked = find_picked(posts, exported(posts), None, "America/Toronto")
    assert [one.when.earliest for one in picked.items] == [MIDNIGHT, TUESDAY - timedelta(hours=2), TUESDAY]
    assert picked.alone and [one.is_ours for one in picked.items] == [False, True, False]
    beside = walk_posts([*rows, {"published_at": TUESDAY}])
    assert not find_picked(beside, exported(beside), None, "America/Toronto").alone


def test_nothing_is_drawn_from_items_alone_and_each_null_says_why():
    crisis = walked([item(TUESDAY + timedelta(minutes=n)) for n in range(40)])
    why = "40 items chosen by people: no share, trend or effect can be drawn"
    voice = Voice.of("en")
    assert crisis.corpus.captured == crisis.corpus.counted == 0 and len(crisis.picked.items) == 40
    assert crisis.baseline.kind == "none" and voice.text(crisis.baseline.why) == why
    assert crisis.phases.phases == () and not crisis.volume.observed.any()
    on_posts = [m for m in crisis.measures if m.n_of != "entries" or m.unit in ("share", "ratio", "index")]
    assert {"volume", "peak_ratio", "rtb", "parity_rate"} <= {m.metric for m in on_posts}
    assert {(m.value, m.low, m.high, voice.text(m.why_not)) for m in on_posts} == {(None, None, None, why)}


def act(kind: str, at: datetime) -> Action:
    return Action(id=kind, kind=kind, when=When(at, at), title=kind, visibility="public")


def test_a_delay_of_the_log_stands_and_an_act_has_no_count_around_it():
    log = ActionLog(actions=(act("statement", TUESDAY + timedelta(hours=3)),))
    told = CaseSheet(organisation="Rivage", time_zone="America/Toronto", happened_at=(TUESDAY, TUESDAY))
    crisis = walked([item(TUESDAY), item(TUESDAY + timedelta(days=1))], log, told)
    assert crisis.measure("ttfr").value == timedelta(hours=3)  # from the start that the case sheet states
    (response,) = crisis.responses
    assert (response.posts_before, response.posts_after) == (None, None)


def test_items_beside_an_export_change_no_count_and_not_the_window():
    captured = [{"published_at": TUESDAY + timedelta(hours=n % 50, minutes=n)} for n in range(200)]
    items = [
        item(TUESDAY - timedelta(days=20)),
        item(TUESDAY + timedelta(hours=5)),
        item(MIDNIGHT, "day", is_ours=True),
    ]
    without, beside = walked(captured), walked([*captured, *items])
    assert (beside.window, beside.corpus, beside.measures) == (without.window, without.corpus, without.measures)
    assert len(beside.picked.items) == 3 and not beside.picked.alone


def test_a_measure_never_rests_on_an_item():
    posts = walk_posts([item(TUESDAY), {"published_at": TUESDAY}])
    assert behind(posts, Rows(window=WHOLE, counted=False)).count().to_pyarrow().as_py() == 1


def test_our_own_item_is_an_act_as_rough_as_its_time():
    log = complete_log(ActionLog(), walk_posts([item(MIDNIGHT, "day", is_ours=True)]), WHOLE, "America/Toronto")
    (act,) = log.actions
    assert act.when == When(MIDNIGHT, MIDNIGHT + timedelta(days=1) - timedelta(seconds=1)) and act.is_public


def test_the_study_of_items_is_one_hour_not_observed():
    posts = walk_posts([item(TUESDAY)])
    picked = find_picked(posts, exported(posts), None, "UTC")
    study = barred_study(picked, Window(TUESDAY, TUESDAY + timedelta(hours=1)))
    assert study.volume.observed.tolist() == [False] and study.episodes == ()
