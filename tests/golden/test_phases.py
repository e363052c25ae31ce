"""Real crises: the phases agree with what is known of them from elsewhere, and admit what the collection hides.

Truths: the sources of the data (their PROVENANCE.md), the description file of each event of D3 (a day: Brazil's is
wrong, Alberta's is d/m/Y), and the press of the time for West, Texas.
"""

import json
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from tests.golden.walk_posts import airlines, at_instants, crisislex_instants, freebox, nab_counts
from tests.unit.analysis.curves import curve

from rebond.actions import ActionLog
from rebond.analysis.captured import captured_window
from rebond.analysis.episodes import bins_of
from rebond.analysis.shapes import Volume
from rebond.analysis.study import Study, study_curve, study_volume
from rebond.settings import Settings


def studied(posts) -> Study:
    window = captured_window(posts, None)
    assert window is not None
    return study_volume(posts, window, ActionLog(), Settings())


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


# --- D1: the national outage of Freebox, 19 July 2024 ------------------------------------------------
@pytest.fixture(scope="module")
def freebox_study(shared_data) -> Study:
    return studied(freebox(shared_data))


def test_the_freebox_outage_breaks_out_between_19_and_20_h_in_paris(freebox_study):
    assert utc(2024, 7, 19, 17) <= freebox_study.phases.outbreak.computed < utc(2024, 7, 19, 18)
    assert freebox_study.phases.main_peak.at == utc(2024, 7, 19, 18)


def test_its_fall_is_a_cut_in_the_collection_and_no_exit(freebox_study):
    cut = next(g for g in freebox_study.volume.gaps if g.why == "abrupt_end")
    assert utc(2024, 7, 19, 18, 38) <= cut.window.starts <= utc(2024, 7, 19, 18, 41)
    phases = freebox_study.phases
    assert phases.exit.computed is None and phases.exit.censored
    assert phases.normal.computed is None
    assert phases.exit.low == cut.window.starts and phases.exit.high == cut.window.ends
    assert "exit" not in [p.key for p in phases.phases]


def test_the_sabotage_of_29_july_is_told_as_a_later_episode(freebox_study):
    later = [p for p in freebox_study.phases.phases if p.key == "resurgence"]
    assert any(p.starts <= utc(2024, 7, 29, 12) <= p.ends for p in later)


# --- D2: airlines, February 2015 -------------------------------------------------------------------------
def test_the_ridicule_of_jetblue_is_an_episode_of_three_hours(shared_data):
    phases = studied(airlines(shared_data, "Delta")).phases  # its rows are labelled "Delta"
    assert utc(2015, 2, 23, 18) <= phases.outbreak.computed < utc(2015, 2, 23, 19)
    assert utc(2015, 2, 23, 18) <= phases.main_peak.at < utc(2015, 2, 23, 21) and phases.main_peak.posts == 82


def test_the_abrupt_start_of_american_is_the_start_of_its_collection(shared_data):
    found = studied(airlines(shared_data, "American"))
    assert [(g.why, g.window.ends) for g in found.volume.gaps] == [("abrupt_start", utc(2015, 2, 22, 20))]
    assert found.phases.outbreak.computed is None and found.phases.outbreak.why is not None
    assert "outbreak" not in [p.key for p in found.phases.phases]


# --- D3: events with a known day ----------------------------------------------------------------------------
KNOWN = {  # start day of the description file, and the days within which the public run-up is known to lie
    "2013_Glasgow_helicopter_crash": (utc(2013, 11, 29), 1),
    "2013_Alberta_floods": (utc(2013, 6, 17), 4),  # "17/06/2013" there; the water came on the 20th
    "2013_West_Texas_explosion": (utc(2013, 4, 17), 2),
}


@pytest.mark.parametrize("event", KNOWN)
def test_an_event_breaks_out_on_its_day_and_peaks_in_its_busiest_hour(shared_data, event):
    instants = crisislex_instants(shared_data, event)
    phases = studied(at_instants(instants)).phases
    day, within = KNOWN[event]
    assert day <= phases.outbreak.computed < day + timedelta(days=within)
    hours = Counter(at.replace(minute=0, second=0) for at in instants)
    busiest = max(hours.values())
    assert phases.main_peak.posts == busiest and hours[phases.main_peak.at] == busiest


def test_west_texas_flares_again_with_the_arrest_and_with_the_findings(shared_data):
    """Explosion on 18 April 2013 at 00:50 UTC; a paramedic arrested on 10 May, findings told on 16 May."""
    phases = studied(at_instants(crisislex_instants(shared_data, "2013_West_Texas_explosion"))).phases
    assert utc(2013, 4, 18, 0, 50) <= phases.outbreak.computed < utc(2013, 4, 18, 1, 50)
    assert [w.starts.date().isoformat() for w in phases.relapses] == ["2013-05-10", "2013-05-16"]


# --- D6: seven brand series with labelled anomalies ----------------------------------------------------------
def test_labelled_anomalies_hold_an_episode(shared_data):
    """18 of 22 windows (decision 0010): those missed are single hours, a lift of 1.6 for half a day, a Monday."""
    labels = json.loads((shared_data / "eval_kit" / "nab_tweet_volume" / "combined_windows.json").read_text("utf-8"))
    hits = [hit for key, windows in labels.items() for hit in _hits(shared_data, key, windows)]
    assert len(hits) == 22 and sum(hits) >= 18


def test_working_days_of_a_brand_are_no_crisis(shared_data):
    """PFE: about 250 mentions on a working day, 80 on a Saturday or Sunday, and a normal level that knows it."""
    starts, counts = nab_counts(shared_data, "PFE")
    found = _curve_study(curve(counts, starts))
    assert 200 <= found.baseline.per_day <= 300
    on = sum(last - first for first, last in (bins_of(found.volume, e) for e in found.episodes))
    assert on <= 0.25 * len(counts)


def _hits(data, key: str, windows: list[list[str]]) -> list[bool]:
    starts, counts = nab_counts(data, key.rpartition("_")[2].removesuffix(".csv"))
    found = _curve_study(curve(counts, starts))
    runs = [tuple(found.volume.starts_of(edge) for edge in bins_of(found.volume, e)) for e in found.episodes]
    asked = [[datetime.fromisoformat(edge).replace(tzinfo=UTC) for edge in window] for window in windows]
    return [any(first < end and start < last for first, last in runs) for start, end in asked]


def _curve_study(volume: Volume) -> Study:
    window = captured_window(at_instants([volume.starts, volume.starts_of(len(volume.posts))]), None)
    assert window is not None
    return study_curve(volume, window, ActionLog(), Settings())
