"""Side series by local days: the day of the outbreak is of the crisis, and each mean says of which days it is."""

import runpy
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from rebond.analysis.beside import place_series
from rebond.analysis.measure import Window
from rebond.importers.people.series import read_series
from rebond.review.outside import compared
from rebond.wording.voice import Voice

SAMPLE = runpy.run_path(str(Path(__file__).parents[1] / "render" / "sample_crisis.py"))
PHASES = SAMPLE["sample_crisis"]().phases  # outbreak on 14 October at 17:00 in Toronto, exit on 20 October at 9:00
CAPTURED = Window(datetime(2025, 9, 1, 4, tzinfo=UTC), datetime(2025, 11, 5, 5, tzinfo=UTC))
CALLS = "Jour;Appels\n" + "".join(
    f"2025-10-{day};{n}\n" for day, n in ((12, 1100), (13, 1300), (14, 9850), (15, 4000), (16, 2000), (21, 900))
)


def told(text: str, lang: str = "en", **changes: object) -> str:
    series = read_series("appels.csv", text.encode(), "America/Toronto").series
    (one,) = place_series(series, replace(PHASES, **changes), CAPTURED, "America/Toronto")
    return Voice.of(lang, "America/Toronto").text(compared(one)).replace("\u202f", " ").replace("\u00a0", " ")


def test_the_day_of_the_outbreak_is_of_the_crisis_and_the_days_before_are_named():
    """During: (9850 + 4000 + 2000) / 3; before: (1100 + 1300) / 2. The 21st comes after the exit."""
    assert told(CALLS) == "during: 5,283 a day from 14 Oct to 16 Oct; before: 1,200 a day from 12 Oct to 13 Oct"
    assert told(CALLS, "fr") == (
        "pendant : 5 283 par jour du 14 oct. au 16 oct. ; avant : 1 200 par jour du 12 oct. au 13 oct."
    )


def test_without_any_day_before_it_says_so():
    only = "Jour;Appels\n2025-10-14;9850\n2025-10-15;4000\n"
    assert told(only) == "6,925 a day from 14 Oct to 15 Oct; no count before it to compare with"
    assert told("Jour;Appels\n2025-10-13;9\n") == "not comparable: no count inside the crisis"


def test_a_single_day_is_no_mean():
    assert told("Jour;Appels\n2025-10-13;1200\n2025-10-14;9850\n") == (
        "during: 9,850 on 14 Oct; before: 1,200 on 13 Oct"
    )


def test_hours_are_added_up_by_the_day_and_days_of_long_ago_do_not_count():
    hours = "Date et heure;Appels\n2025-08-01 10:00;9\n2025-10-13 09:00;10\n2025-10-13 15:00;20\n2025-10-14 18:00;90\n"
    assert told(hours) == "during: 90 on 14 Oct; before: 30 on 13 Oct"


def test_a_price_is_averaged_and_never_given_by_the_day():
    price = "Jour;Cours de l'action ($)\n2025-10-13;12\n2025-10-14;11\n2025-10-15;10\n"
    assert told(price) == "during: 10 on average from 14 Oct to 15 Oct; before: 12 on 13 Oct"


def test_without_a_dated_outbreak_nothing_is_compared():
    undated = replace(PHASES.outbreak, computed=None)
    assert told(CALLS, outbreak=undated) == "not comparable: no count inside the crisis"


def test_an_exit_that_a_cut_hides_ends_the_crisis_at_its_latest():
    hidden = replace(PHASES.exit, computed=None, high=PHASES.exit.computed)
    assert told(CALLS, exit=hidden) == told(CALLS)
