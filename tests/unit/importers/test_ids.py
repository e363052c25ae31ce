"""Ids of X, from addresses."""

import pytest

from rebond.importers.ids import x_id_of_url


@pytest.mark.parametrize("url, native_id", [
    ("https://x.com/lea_b/status/1973393148998582273?s=20", "1973393148998582273"),
    ("http://mobile.twitter.com/lea_b/statuses/1973393148998582273", "1973393148998582273"),
    ("https://x.com/i/web/status/1973393148998582273", "1973393148998582273"),
    ("http://twitter.com/statuses/1973393148998582273", "1973393148998582273"),
    ("x.com/lea_b/status/1973393148998582273", "1973393148998582273"),
    ("https://x.com/lea_b", None),
    ("https://www.netflix.com/fr/status/1973393148998582273", None),  # another host that ends in x.com
])  # fmt: skip
def test_the_address_of_a_post_holds_its_id(url, native_id):
    assert x_id_of_url(url) == native_id
