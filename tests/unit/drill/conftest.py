"""The demo's crisis, drawn once for all the tests of the simulation."""

import pytest

from rebond.drill.plan import load_plan
from rebond.drill.simulate import simulate

SEED = 12


@pytest.fixture(scope="session")
def plan():
    return load_plan()


@pytest.fixture(scope="session")
def crisis(plan):
    return simulate(plan, SEED)


@pytest.fixture(scope="session")
def posts(crisis):
    return tuple(crisis.posts())


@pytest.fixture(scope="session")
def talked(posts):
    """Posts of the public about the organisation."""
    return tuple(post for post in posts if post.about_us and not post.owned)


@pytest.fixture(scope="session")
def written(talked):
    """Those that somebody wrote: reposts left out."""
    return tuple(post for post in talked if post.kind != "repost")
