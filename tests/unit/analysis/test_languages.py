"""Which texts came out together in the languages owed (M-08), on small logs. Allowed: fifteen minutes."""

from datetime import timedelta

import numpy as np
import pytest
from tests.unit.analysis.curves import curve
from tests.unit.analysis.drawn_log import DAY, at, log, phases

from rebond.analysis.languages import texts_of
from rebond.analysis.measure import Measure
from rebond.analysis.times import measure_times
from rebond.settings import CaseSheet, Settings

CALM = curve(np.full(24 * 9, 2), starts=DAY - timedelta(days=2))
WHOLE = "-1 0:00 .. +3 0:00"


def rate(table: str, complete: str | None = WHOLE, owed=("en", "fr")) -> Measure:
    settings = Settings(sheet=CaseSheet(languages_owed=owed))
    turns = phases("10:00", exit="+2 10:00")
    found = measure_times(turns, log(table, complete), CALM, settings, at("+6 00:00"))
    return next(m for m in found if m.id == "parity_rate")


BOTH = "11:00 | statement | public | en fr"
PAIR = "12:00 | update | public | en\n12:15 | update | public | fr"
LATE = "13:00 | correction | public | en\n13:16 | correction | public | fr"
ALONE = "14:00 | apology | public | en"


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (BOTH, 1),
        (PAIR, 1),  # fifteen minutes are together…
        (LATE, 0),  # …sixteen are not
        (f"{BOTH}\n{PAIR}\n{LATE}\n{ALONE}", 2 / 4),
        (f"{BOTH}\n15:00 | reply | public | en", 1),  # an answer to one person is owed in their language
        (f"{BOTH}\n15:00 | paid_promotion | public | en", 1),
        (f"{BOTH}\n+3 15:00 | update | public | en", 1),  # after the exit
    ],
)
def test_the_share_of_texts_that_came_out_together(table, expected):
    assert rate(table).value == expected


def test_a_version_that_is_not_recorded_is_not_one_that_was_not_published():
    """Two texts of three are known; on a log that nobody confirmed, the third may be either."""
    found = rate(f"{BOTH}\n{LATE}\n{ALONE}", complete=None)
    assert (found.value, found.low, found.high) == (None, 1 / 3, 2 / 3)
    assert found.n == 4 and any("not confirmed complete" in c.text for c in found.caveats)


def test_times_that_straddle_the_limit_leave_a_range():
    found = rate(f"{BOTH}\n12:00 | update | public | en\n12:10-12:40 | update | public | fr")
    assert (found.value, found.low, found.high) == (None, 1 / 2, 1)


def test_an_entry_without_a_language_may_be_the_version_that_is_missing():
    found = rate(f"{BOTH}\n{ALONE}\n14:05 | apology | public")
    assert (found.value, found.low, found.high) == (None, 1 / 2, 1)


def test_nothing_is_told_where_no_text_is_known_in_both_languages():
    found = rate(ALONE, complete=None)
    assert found.value is None and found.low is None and found.not_recorded
    assert rate("", complete=None).not_recorded
    assert rate(ALONE).value == 0  # a person confirmed that there was no other


def test_where_one_language_is_owed_there_is_no_parity():
    found = rate(BOTH, owed=("fr",))
    assert found.value is None and not found.not_recorded


def test_the_nearest_entries_of_one_kind_are_one_text():
    acts = log("12:00 | update | public | en\n14:00 | update | public | en\n14:10 | update | public | fr").actions
    assert [[e.id for e in text.entries] for text in texts_of(acts, ("en", "fr"))] == [["a1"], ["a2", "a3"]]


def test_three_languages_make_one_text():
    acts = log("12:00 | update | public | en\n12:05 | update | public | fr\n12:20 | update | public | es").actions
    (text,) = texts_of(acts, ("en", "es", "fr"))
    assert len(text.entries) == 3 and text.gap == (timedelta(minutes=20), timedelta(minutes=20))
