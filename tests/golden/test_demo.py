"""The demo's crisis through the walk: what was planted is found, by means that know nothing of the plan."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest

from rebond.desk.demo import show
from rebond.drill.papers import log_workbook, sheet_workbook
from rebond.drill.plan import load_plan
from rebond.drill.simulate import simulate
from rebond.importers.people.log import read_log
from rebond.importers.people.sheet import read_sheet
from rebond.settings import Settings
from rebond.tables import AUTHORS
from rebond.walk import Inputs, reconstruct

from .walk_posts import walk_posts

HOUR = timedelta(hours=1)


@pytest.fixture(scope="module")
def plan():
    return load_plan()


def walked(plan, seed, lasting=None):
    """The crisis as the walk rebuilds it, straight from the simulated posts and the papers people kept.

    lasting: how long after the outbreak the export was made; None: at the end.
    """
    simulation = simulate(plan, seed)
    rows = (
        {
            "published_at": datetime.fromtimestamp(post.ms // 1000, tz=UTC), "platform": post.platform,
            "author_id": f"{post.platform}/{post.author.handle}", "text_key": post.text, "kind": post.kind,
            "lang": post.lang, "likes": post.likes, "reposts": post.reposts, "replies": post.replies,
            "views": post.views, "is_ours": post.owned, "relevance": "about_us" if post.about_us else "off_topic",
        }
        for post in simulation.posts()
        if lasting is None or post.ms < (simulation.truth.outbreak + lasting).timestamp() * 1000
    )  # fmt: skip
    log = read_log("journal.xlsx", log_workbook(plan), plan.zone, date(2025, 10, 14)).log
    sheet = read_sheet("fiche.xlsx", sheet_workbook(plan)).sheet
    inputs = Inputs(
        posts=walk_posts(rows), authors=AUTHORS.empty_table(), log=log, series=(), problems={}, inputs_hash=""
    )
    crisis = reconstruct(inputs, Settings(sheet=sheet))
    assert crisis is not None
    return simulation.truth, crisis


@pytest.fixture(scope="module")
def demo(plan):
    return walked(plan, 12)


@pytest.fixture(scope="module")
def truth(demo):
    return demo[0]


@pytest.fixture(scope="module")
def crisis(demo):
    return demo[1]


def test_the_outbreak_is_found_within_the_hour(truth, crisis):
    assert abs(crisis.phases.outbreak.retained - truth.outbreak) <= HOUR


def test_an_export_made_two_days_after_the_outbreak_dates_it_as_well(plan):
    truth, crisis = walked(plan, 12, timedelta(days=2))
    assert abs(crisis.phases.outbreak.retained - truth.outbreak) <= HOUR
    assert crisis.baseline.kind == "before"
    assert not [gap for gap in crisis.volume.gaps if gap.why == "abrupt_start"]


def test_the_two_peaks_are_found_within_the_hour(truth, crisis):
    assert len(crisis.phases.peaks) == 2
    for found, planted in zip(crisis.phases.peaks, truth.peaks, strict=True):
        assert abs(found.at - planted.at) <= HOUR
        assert abs(found.posts - planted.per_hour) <= 4 * planted.per_hour**0.5


def test_the_normal_day_is_the_planted_one(truth, crisis):
    assert crisis.baseline.kind == "before"
    assert abs(crisis.baseline.per_day - truth.per_day) <= 3


def test_the_exit_lies_in_the_planted_range(truth, crisis):
    assert truth.exit[0] <= crisis.phases.exit.retained <= truth.exit[1]


def test_the_return_lies_in_the_planted_range(truth, crisis):
    assert truth.normal[0] <= crisis.phases.normal.retained <= truth.normal[1]


def test_the_relapse_is_found_on_its_day_and_no_other(truth, crisis):
    (relapse,) = crisis.phases.relapses
    assert abs(relapse.starts - truth.relapse) <= 2 * HOUR
    assert "resurgence" not in {phase.key for phase in crisis.phases.phases}


def test_the_volume_is_the_planted_one(truth, crisis):
    assert crisis.measure("volume").value == pytest.approx(truth.posts, rel=0.06)


def near(measure, planted, margin):
    return abs(measure.value - planted) <= margin


def test_delays_are_those_of_the_acts(truth, crisis):
    assert near(crisis.measure("ttfr"), truth.first_answer, HOUR)
    assert near(crisis.measure("ttfr.en"), truth.first_answer, HOUR)
    assert near(crisis.measure("ttfr.fr"), truth.first_answer + truth.language_gap, HOUR)
    assert near(crisis.measure("ttd_outbreak"), truth.acts["detection"] - truth.outbreak, HOUR)
    assert crisis.measure("language_gap").value == timedelta(hours=5, minutes=10)
    assert crisis.measure("tta").value == timedelta(minutes=25)
    assert crisis.measure("approval_latency").value == timedelta(hours=2, minutes=10)


def test_platforms_are_reached_in_the_planted_order(truth, crisis):
    """Facebook before the outbreak and x at it share the first hour; the others follow, each by its own hours."""
    first = [crisis.measure(f"platform_lag.{name}") for name in ("facebook", "x")]
    assert all(lag.value is None and lag.high == HOUR for lag in first)
    for name in ("reddit", "instagram", "bluesky"):
        planted = truth.arrivals[name] - truth.outbreak
        assert near(crisis.measure(f"platform_lag.{name}"), planted, 3 * HOUR), name


def test_people_stood_down_before_the_measured_exit(truth, crisis):
    gap = crisis.measure("exit_gap").value
    assert truth.acts["stand_down"] - truth.exit[1] <= gap <= truth.acts["stand_down"] - truth.exit[0]
    assert gap < timedelta(0)


def test_our_own_posts_and_other_matters_are_not_counted(crisis):
    assert crisis.corpus.ours > 0
    assert crisis.corpus.off_topic > 200


def test_the_files_of_the_demo_give_the_crisis_they_were_drawn_from(tmp_path, crisis):
    """Exports that overlap, in two languages and two time zones, read back: not a post lost, not one counted twice."""
    steps = []
    done = show(tmp_path / "demo", step=steps.append)
    told = json.loads((done.folder / "review.json").read_text("utf-8"))
    figures = {figure.get("id", figure["metric"]): figure["value"] for figure in told["figures"]}
    assert figures["volume"] == crisis.measure("volume").value
    assert figures["volume.peak_hour"] == crisis.phases.main_peak.posts
    assert figures["ttfr"] == crisis.measure("ttfr").value.total_seconds()
    assert told["problems"].get("repeated-id", 0) > 2_000
    names = {path.relative_to(done.folder).as_posix() for path in done.files}
    wanted = {f"review.{lang}.{kind}" for lang in ("fr", "en") for kind in ("html", "pdf", "docx")}
    assert wanted | {"internal/evidence.fr.html", "internal/evidence.en.html", "review.json"} <= names
    assert steps and done.next_steps


def test_other_draws_of_the_same_plan_are_dated_as_well(plan):
    """Of many draws, one in twenty has murmurs the day before that read as the start: three of four must not."""
    dated = []
    for seed in (5, 17, 23, 31):
        truth, crisis = walked(plan, seed)
        dated.append(abs(crisis.phases.outbreak.retained - truth.outbreak) <= HOUR)
        for found, planted in zip(crisis.phases.peaks, truth.peaks, strict=True):
            assert abs(found.at - planted.at) <= HOUR
        assert truth.exit[0] <= crisis.phases.exit.retained <= truth.exit[1]
    assert sum(dated) >= 3
