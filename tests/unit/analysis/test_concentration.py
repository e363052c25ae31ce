"""M-19 and M-20 on accounts whose interactions are added up by hand."""

import numpy as np
import pytest
from tests.golden.walk_posts import walk_posts
from tests.unit.analysis.drawn_log import at

from rebond.analysis.concentration import effective_voices, gini, measure_concentration, top_share
from rebond.analysis.measure import Measure, Window

CRISIS = Window(at("10:00"), at("+1 10:00"))


def measured(*rows: dict) -> dict[str, Measure]:
    posts = walk_posts({"published_at": at("11:00"), **row} for row in rows)
    return {m.id: m for m in measure_concentration(posts, CRISIS)}


def held(*amounts: int) -> tuple[np.ndarray, np.ndarray]:
    return np.unique(np.array(amounts), return_counts=True)


def liked(*likes: int | None, **more) -> list[dict]:
    return [{"author_id": f"u{n}", "likes": one, **more} for n, one in enumerate(likes)]


BY_HAND = [  # what each account received, Gini, share of the top hundredth, effective voices
    ((2, 1, 1), 1 / 6, 1 / 2, 16 / 6),  # 2 (1·1 + 2·1 + 3·2) / (3·4) − 4/3; one account of three; 4² / (1 + 1 + 4)
    ((5, 5, 5, 5), 0, 1 / 4, 4),
    ((0, 0, 0, 7), 3 / 4, 1, 1),  # (n − 1) / n
    ((1, 2, 3, 4), 1 / 4, 4 / 10, 100 / 30),  # 2 (1 + 4 + 9 + 16) / (4·10) − 5/4
]


@pytest.mark.parametrize(("amounts", "g", "top", "voices"), BY_HAND)
def test_the_three_indices_by_hand(amounts, g, top, voices):
    found = [index(*held(*amounts)) for index in (gini, top_share, effective_voices)]
    assert found == pytest.approx([g, top, voices])


def test_the_top_hundredth_of_201_accounts_is_three():
    assert top_share(*held(*[1] * 198, 10, 20, 30)) == pytest.approx(60 / 258)


def test_concentration_is_told_from_thirty_accounts_on():
    found = measured(*liked(*[1] * 30))
    assert found["gini_author"].value == pytest.approx(0) and found["effective_voices"].value == pytest.approx(30)
    assert found["top1_share"].value == pytest.approx(1 / 30)
    few = measured(*liked(*[1] * 29))["gini_author"]
    assert few.value is None and "Fewer than 30" in few.why_not.text


def test_an_account_of_which_no_export_counts_anything_is_not_an_account_without_interactions():
    assert measured(*liked(*[1] * 30, None, None))["gini_author"].n == 30


def test_what_a_repost_shows_was_received_by_somebody_else():
    """X writes the 9,000 reposts of the original beside each repost of it: those who repost received none of them."""
    shown = liked(9_000, kind="repost")
    assert measured(*liked(*[1] * 30), *shown)["gini_author"].value == pytest.approx(0)


def test_multiplying_all_interactions_changes_no_index():
    amounts = [(7 * n) % 23 for n in range(40)]
    once, tenfold = (measured(*liked(*(k * a for a in amounts))) for k in (1, 10))
    for name, one in once.items():
        assert [one.value, one.low, one.high] == pytest.approx(
            [tenfold[name].value, tenfold[name].low, tenfold[name].high]
        )


def test_an_interval_holds_its_value_and_is_the_same_at_each_run():
    found, again = (measured(*liked(*range(60))) for _ in range(2))
    assert found == again
    for one in found.values():
        assert one.low < one.value < one.high and one.interval_is == "bootstrap95"


def test_the_interval_holds_the_true_gini_nine_times_in_ten():
    """Accounts that receive 0, 1, 2 … geometrically, p = 0.2: the Gini index of that law is 1 / (2 − p)."""
    rng, inside = np.random.default_rng(3), 0
    for _ in range(60):
        one = measured(*liked(*(rng.geometric(0.2, size=200) - 1).tolist()))["gini_author"]
        inside += one.low <= 1 / 1.8 <= one.high
    assert inside >= 54
