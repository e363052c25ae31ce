"""The simulated crisis drawn again and again: what was planted is found, from volume alone.

No two draws are alike, and some signs before the outbreak look like an outbreak: rates are asserted, and their floors
stand below what 500 draws gave (outbreak within the hour 97 %, exit in its range 100 %, both peaks 99 %, relapse 99 %).
"""

from collections import Counter
from datetime import UTC, datetime, timedelta

from tests.golden.walk_posts import at_instants

from benchmarks.checks import Check
from rebond.actions import ActionLog
from rebond.analysis.captured import captured_window
from rebond.analysis.study import study_volume
from rebond.drill.plan import load_plan
from rebond.drill.simulate import simulate
from rebond.settings import CaseSheet, Settings

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
SETTINGS = Settings(sheet=CaseSheet(time_zone="America/Toronto"))
FLOORS = {"outbreak": 0.9, "exit": 0.95, "peaks": 0.95, "relapse": 0.95}
ENOUGH = 50  # draws for a rate to mean something


def found_in(seed: int) -> set[str]:
    """What is found of one draw. Raises AssertionError for what no draw may miss."""
    drawn = simulate(load_plan(), seed)
    truth = drawn.truth
    public = [p.ms for p in drawn.posts() if p.about_us and not p.owned]
    posts = at_instants([datetime.fromtimestamp(ms / 1000, UTC) for ms in public])
    window = captured_window(posts, None)
    assert window is not None
    phases = study_volume(posts, window, ActionLog(), SETTINGS).phases
    outbreak, exit_ = phases.outbreak.retained, phases.exit.retained
    assert outbreak is not None, f"seed {seed}: no crisis found"
    assert truth.first_sign - DAY <= outbreak <= truth.outbreak + HOUR, f"seed {seed}: outbreak at {outbreak}"
    near = [any(abs(peak.at - planted.at) <= HOUR for peak in phases.peaks) for planted in truth.peaks]
    held = {
        "outbreak": abs(outbreak - truth.outbreak) <= HOUR,
        "exit": exit_ is not None and truth.exit[0] - DAY / 2 <= exit_ <= truth.exit[1] + DAY / 2,
        "peaks": all(near),
        "relapse": any(once.starts <= truth.relapse + HOUR and truth.relapse <= once.ends for once in phases.relapses),
    }
    return {name for name, yes in held.items() if yes}


def run(times: int, seed: int) -> None:
    found = Counter(name for n in range(times) for name in found_in(seed * 1000 + n))
    rates = {name: found[name] / times for name in FLOORS}
    print(", ".join(f"{name} {rate:.0%}" for name, rate in rates.items()))
    if times >= ENOUGH:
        assert all(rates[name] >= floor for name, floor in FLOORS.items()), rates


CHECK = Check(claim="The planted outbreak, peaks, exit and relapse are found", full=500, run=run)
