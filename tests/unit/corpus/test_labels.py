"""A column of brands that gives our posts to another brand is told; no other column is."""

import numpy as np

from rebond.corpus.labels import Mislabelled, mislabelled
from rebond.settings import CaseSheet

SHEET = CaseSheet(organisation="JetBlue", accounts=("JetBlue",))
ABOUT_US = np.array([True] * 60 + [False] * 140)


def test_our_posts_under_the_name_of_another_are_told():
    cells = ["Delta"] * 58 + ["United", ""] + ["United"] * 80 + ["Delta"] * 4 + [""] * 56
    assert mislabelled(cells, ABOUT_US, SHEET) == Mislabelled("Delta", 58, 60)


def test_a_column_that_names_us_is_right_however_it_writes_us():
    for name in ("JetBlue", "jet blue", "JetBlue Airways"):
        assert mislabelled([name] * 60 + ["United"] * 140, ABOUT_US, SHEET) is None


def test_a_tone_or_a_country_is_no_brand():
    assert (
        mislabelled(["negative"] * 58 + ["neutral"] * 2 + ["negative"] * 130 + ["neutral"] * 10, ABOUT_US, SHEET)
        is None
    )
    assert mislabelled(["US"] * 200, ABOUT_US, SHEET) is None


def test_few_posts_tell_nothing():
    assert mislabelled(["Delta"] * 9 + ["United"] * 140, np.array([True] * 9 + [False] * 140), SHEET) is None
