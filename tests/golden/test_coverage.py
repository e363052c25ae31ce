"""Coverage on real exports: D1's cut, D2's late start, and weeks of D5 that a collector stopped at 1,000 rows."""

import runpy
import tarfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from rebond.actions import ActionLog
from rebond.casefile.case import open_case
from rebond.corpus.exports import Export
from rebond.desk.bring_in import bring_in
from rebond.desk.check import examine
from rebond.desk.enrich import opened
from rebond.importers.cuts import Cut, Ending
from rebond.review.coverage import bends
from rebond.settings import CaseSheet, Settings
from rebond.tables import AUTHORS
from rebond.walk import Inputs, draw_review, reconstruct
from rebond.wording.voice import Voice

REAL = runpy.run_path(str(Path(__file__).with_name("walk_posts.py")))
HOUR = timedelta(hours=1)


def walked(posts, exports=(), authors=None, **sheet):
    inputs = Inputs(
        posts=posts, authors=AUTHORS.empty_table() if authors is None else authors, log=ActionLog(), series=(),
        problems={}, inputs_hash="", exports=exports,
    )  # fmt: skip
    crisis = reconstruct(inputs, Settings(sheet=CaseSheet(**sheet)))
    assert crisis is not None
    return crisis


def plain(value, lang="en"):
    return Voice.of(lang).text(value).replace("\u00a0", " ").replace("\u202f", " ")


def test_d1_the_hours_after_the_cut_are_not_observed_and_the_paragraph_says_what_they_may_hide(shared_data):
    """PROVENANCE: dense only from 10 July 2024; 33 posts in ten minutes from 18:30 on 19 July, then one."""
    crisis = walked(REAL["freebox"](shared_data), organisation="Free", time_zone="Europe/Paris")
    (x,) = crisis.coverage.platforms
    reasons = dict(x.reasons)
    assert set(reasons) == {"abrupt_start", "abrupt_end"} and reasons["abrupt_end"] == 26
    assert x.observed == x.hours - sum(reasons.values())
    assert "Hours are missing inside the period captured: a peak may lie in them" in plain(bends(crisis))


def test_d2_a_collection_that_begins_late_is_told_as_such(shared_data):
    crisis = walked(REAL["airlines"](shared_data, "American"), organisation="American", time_zone="America/Chicago")
    (x,) = crisis.coverage.platforms
    assert "abrupt_start" in dict(x.reasons) and x.observed < x.hours
    assert "first signs and outbreak may be earlier" in plain(bends(crisis))


def test_d2_cut_by_engagement_gives_no_share_no_multiple_and_no_end(shared_data):
    """As if the same posts had been the 10,000 most liked of more: nothing else of the file changes."""
    posts = REAL["airlines"](shared_data, "Delta")
    spans = {"first": datetime(2015, 2, 16, tzinfo=UTC), "last": datetime(2015, 2, 25, tzinfo=UTC)}
    ending = Ending(rows=10_000, by="engagement", shown=True, ranked_by="likes", **spans)
    cut = Export(tool="talkwalker", platforms=("x",), cut=Cut(cap=10_000, sure=True, ending=ending), **spans)
    whole, crisis = (walked(posts, given, organisation="JetBlue") for given in ((), (cut,)))
    assert plain(draw_review(crisis, datetime(2026, 1, 1, tzinfo=UTC)).figure("volume").printed) == "at least 426"
    assert whole.measure("volume").value == crisis.measure("volume").low == 426
    for barred in ("peak_ratio", "excess_volume", "rtb", "half_life", "n_peaks"):
        assert crisis.measure(barred).value is None and crisis.measure(barred).low is None
    assert crisis.phases.exit.computed is None and crisis.phases.normal.computed is None


WEEKS = ("2022-47", "2022-48", "2022-49", "2022-50", "2022-51", "2022-52")


@pytest.fixture(scope="module")
def weeks(shared_data, tmp_path_factory):
    """Six weeks of D5: three whole, then three that stop at 1,000 rows, newest first."""
    folder = tmp_path_factory.mktemp("d5")
    with tarfile.open(shared_data / "boycott_india" / "boycott_weekly_csv.tar.gz") as archive:
        wanted = [member for member in archive if Path(member.name).stem.removeprefix("tweets-") in WEEKS]
        archive.extractall(folder, members=wanted, filter="data")
    return sorted(folder.rglob("tweets-*.csv"))


@pytest.fixture(scope="module")
def cut_case(weeks, tmp_path_factory):
    case = open_case(tmp_path_factory.mktemp("case") / "case")
    bring_in(case, tuple(weeks), None, lambda step: None)
    return case


@pytest.fixture(scope="module")
def cut_crisis(cut_case):
    settings = Settings(sheet=CaseSheet(queries=("*",), time_zone="Asia/Kolkata"))
    with opened(cut_case, settings) as prepared:
        yield walked(prepared.posts, prepared.exports, prepared.authors, queries=("*",), time_zone="Asia/Kolkata")


def test_d5_what_a_cut_week_lost_lies_between_the_week_before_and_its_oldest_post(cut_crisis):
    """By hand, from the files: last post of the week before, first post of the week cut."""
    capped = [gap.window for gap in cut_crisis.volume.gaps if gap.why == "capped"]
    assert [(w.starts, w.ends) for w in capped] == [
        (datetime(2022, 12, 11, 19, 50, 41, tzinfo=UTC), datetime(2022, 12, 18, 6, 48, 19, tzinfo=UTC)),
        (datetime(2022, 12, 18, 23, 41, 50, tzinfo=UTC), datetime(2022, 12, 24, 11, 19, 6, tzinfo=UTC)),
        (datetime(2022, 12, 25, 23, 58, 47, tzinfo=UTC), datetime(2022, 12, 26, 2, 3, 15, tzinfo=UTC)),
    ]  # fmt: skip


def test_d5_no_outbreak_is_dated_through_a_cut_and_no_cut_is_an_end(cut_crisis):
    phases = cut_crisis.phases
    capped = [gap.window for gap in cut_crisis.volume.gaps if gap.why == "capped"]
    assert phases.outbreak.computed is None
    for boundary in (phases.exit, phases.normal):
        assert boundary.computed is None or not any(w.starts - HOUR <= boundary.computed <= w.ends for w in capped)


def test_d5_the_usual_level_rests_on_days_that_were_observed(cut_crisis):
    assert cut_crisis.baseline.window.ends <= datetime(2022, 12, 11, 20, tzinfo=UTC)


def test_d5_the_volume_reads_at_least(cut_crisis):
    review = draw_review(cut_crisis, datetime(2026, 1, 1, tzinfo=UTC))
    volume = review.figure("volume")
    assert volume.value is None and plain(volume.printed).startswith("at least ")
    assert plain(volume.printed, "fr").startswith("au moins ")
    assert "An export was cut at its maximum: its oldest posts are missing." in map(plain, volume.caveats)
    assert any("Hatched: not observed (an export cut at its maximum)." in plain(note)
               for block in review.pages[0].blocks for note in getattr(block, "note", ()) or ())  # fmt: skip


def test_d5_check_lists_the_days_to_ask_for(weeks):
    week = next(path for path in weeks if "2022-51" in path.name)
    lines = [plain(line) for line in examine(week, "Asia/Kolkata")]
    days = [f"  · {date(2022, 12, day).day} December 2022" for day in (22, 23, 24)]
    assert [line for line in lines if line in days] == days
    assert "  · from 24 November 2022 to 21 December 2022, the 28 days before: for the usual volume" in lines
