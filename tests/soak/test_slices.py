"""One part in a hundred of each long check (`make soak` runs them whole)."""

import pytest
from benchmarks.soak import checks


@pytest.mark.parametrize("name", checks())
def test_a_slice_of_the_long_check_holds(name):
    check = checks()[name]
    check.run(max(1, check.full // 100), seed=1)
