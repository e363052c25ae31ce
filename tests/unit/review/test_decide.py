"""The sign of danger: an hour that ordinary time passes about once a year."""

import runpy
from dataclasses import replace
from pathlib import Path

import pytest

from rebond.review.decide import threshold

CRISIS = runpy.run_path(str(Path(__file__).parents[1] / "render" / "sample_crisis.py"))["sample_crisis"]()


@pytest.mark.parametrize(
    ("per_day", "dispersion", "posts"),
    [
        (None, 1e9, 5),
        (2.4, 1e9, 5),  # 0.1 an hour: an hour under five posts tells nothing
        (24, 1e9, 6),  # Poisson(1): P(X > 6) = 0.000083, P(X > 5) = 0.00059, one hour in 8,760 is 0.000114
        (240, 1e9, 24),  # Poisson(10): P(X > 24) = 0.000047, P(X > 23) = 0.00012
        (2_400_000, 1e9, 101_168),  # 100,000 an hour: 3.69 standard deviations above, and it must end
    ],
)
def test_threshold(per_day: float | None, dispersion: float, posts: int):
    baseline = replace(CRISIS.baseline, per_day=per_day, dispersion=dispersion, profile=(1.0,) * 24)
    assert threshold(replace(CRISIS, baseline=baseline)) == pytest.approx(posts, rel=0.001)


def test_a_restless_normal_time_asks_for_more():
    calm, restless = (
        threshold(replace(CRISIS, baseline=replace(CRISIS.baseline, dispersion=r))) for r in (1000.0, 1.5)
    )
    assert restless > calm
