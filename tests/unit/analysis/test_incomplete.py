"""Figures of posts that are incomplete: a count is a lower bound, a share is barred, a delay of the log stands."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.unit.analysis.curves import counts, curve, keys, study

from rebond.analysis.incomplete import REASON, as_far_as_known, without_end
from rebond.analysis.measure import Measure, Rows, Window
from rebond.analysis.missing import Missing

OCTOBER = Window(datetime(2025, 10, 1, tzinfo=UTC), datetime(2025, 11, 1, tzinfo=UTC))


def lacking(by, starts=OCTOBER.starts, ends=OCTOBER.ends):
    return Missing(by=by, starts=starts, ends=ends, platforms=("x",))


def measure(metric, value, unit="count", **more):
    return Measure(metric=metric, value=value, unit=unit, n=40, window=OCTOBER, **more)


def known(one, *missing):
    return as_far_as_known([one], missing)[0]


@pytest.mark.parametrize("by", ["newest_first", "oldest_first", "engagement", "unknown"])
def test_a_volume_reads_at_least(by):
    found = known(measure("volume", 1_000), lacking(by))
    assert (found.value, found.low, found.high) == (None, 1_000, None)
    assert [caveat.text for caveat in found.caveats] == [REASON[by]]


@pytest.mark.parametrize("by", ["engagement", "unknown"])
@pytest.mark.parametrize("metric", ["gini_author", "peak_ratio", "rtb", "top1_share", "excess_volume"])
def test_shares_comparisons_and_ends_are_barred_where_posts_are_missing_throughout(by, metric):
    found = known(measure(metric, 0.4, "share", low=0.3, high=0.5), lacking(by))
    assert (found.value, found.low, found.high) == (None, None, None)
    assert found.why_not.text == REASON[by] and found.caveats[-1].text == REASON[by]


def test_a_cut_by_date_leaves_shares_and_makes_the_excess_and_the_multiple_lower_bounds():
    share = measure("gini_author", 0.4, "index")
    assert known(share, lacking("newest_first")) is share
    excess = known(measure("excess_volume", 300, low=200, high=400), lacking("newest_first"))
    assert (excess.value, excess.low, excess.high) == (None, 300, None)
    ratio = known(measure("peak_ratio", 60.0, "ratio", low=49.0, high=74.0), lacking("newest_first"))
    assert (ratio.value, ratio.low, ratio.high) == (None, 60.0, None)


def test_delays_of_the_log_stand():
    delay = measure("ttfr", timedelta(hours=3), "duration", n_of="entries", rows=Rows(posts=False))
    assert known(delay, lacking("engagement")) is delay


def test_what_is_missing_elsewhere_changes_nothing():
    volume, far = measure("volume", 1_000), datetime(2025, 12, 1, tzinfo=UTC)
    assert known(volume, lacking("engagement", starts=far, ends=far + timedelta(days=3))) is volume


def test_an_unknown_value_stays_unknown():
    unknown = Measure(metric="volume", value=None, unit="count", n=0, window=OCTOBER)
    assert known(unknown, lacking("engagement")) is unknown


STORM = "2 x 480, 20 60 90 60 40 25 12 8, 2 x 400"


def test_without_the_least_engaged_no_exit_and_no_return_is_told():
    found = study(curve(counts(STORM)))
    assert "return_to_normal" in keys(found)
    whole = lacking("engagement", starts=None, ends=None)
    phases = without_end(found.phases, (whole,))
    assert [phase.key for phase in phases.phases][-1] == "decline" and phases.phases[-1].ends == found.phases.phases[
        -1
    ].ends
    assert phases.exit.computed is None and phases.normal.computed is None
    assert phases.exit.why.text == REASON["engagement"]
    assert sum(phase.posts for phase in phases.phases) == sum(phase.posts for phase in found.phases.phases)


def test_a_cut_by_date_or_one_before_the_outbreak_leaves_the_end():
    found = study(curve(counts(STORM)))
    early = found.phases.outbreak.computed - timedelta(days=2)
    assert without_end(found.phases, (lacking("newest_first", starts=None, ends=None),)) is found.phases
    assert without_end(found.phases, (lacking("engagement", starts=None, ends=early),)) is found.phases
