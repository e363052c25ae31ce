"""One part in a hundred of each long check, or less (`make soak` runs them whole)."""

import pytest
from benchmarks.soak import checks


@pytest.mark.parametrize("name", checks())
def test_a_slice_of_the_long_check_holds(name):
    check = checks()[name]
    if why := check.missing():
        pytest.skip(why)
    check.run(check.slice, seed=1)
