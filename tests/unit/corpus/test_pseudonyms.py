"""Pseudonyms: stable in a case, foreign to another, blind to the ways of writing one account."""

from base64 import urlsafe_b64encode
from hashlib import blake2b

import pyarrow as pa
from tests.unit.corpus.raw_posts import KEY

from rebond.corpus.pseudonyms import Pseudonyms

NAMES = Pseudonyms(KEY)


def by_hand(what: bytes, text: str) -> str:
    return urlsafe_b64encode(blake2b(text.encode(), digest_size=9, key=KEY, person=what).digest()).decode()


def test_a_name_is_the_keyed_digest_of_platform_and_native_id():
    found = NAMES.posts(pa.array(["x", "reddit"]), pa.array(["12", "12"])).to_pylist()
    assert found == [by_hand(b"post", "x\n12"), by_hand(b"post", "reddit\n12")]


def test_one_platform_or_several_give_the_same_names():
    alone = NAMES.posts(pa.array(["x", "x"]), pa.array(["1", "2"])).to_pylist()
    among = NAMES.posts(pa.array(["x", "x", "web"]), pa.array(["1", "2", "3"])).to_pylist()
    assert alone == among[:2]


def test_what_has_no_id_has_no_name():
    ids = pa.array([None, "1", None], pa.string())
    assert NAMES.posts(pa.array(["x"] * 3), ids).to_pylist() == [None, by_hand(b"post", "x\n1"), None]
    assert NAMES.posts(pa.array(["x"]), pa.array([None], pa.string())).to_pylist() == [None]


def test_case_width_and_at_make_no_difference_to_an_account():
    ways = ["@JetBlue", "jetblue", " JETBLUE ", "ｊｅｔｂｌｕｅ"]
    assert len(set(NAMES.authors(pa.array(["x"] * 4), pa.array(ways)).to_pylist())) == 1


def test_an_account_is_one_platform_s():
    assert NAMES.author("x", "rivage") != NAMES.author("facebook", "rivage")


def test_another_case_gives_other_names():
    assert Pseudonyms(b"z" * 32).author("x", "rivage") != NAMES.author("x", "rivage")


def test_a_post_and_an_account_of_one_name_are_told_apart():
    assert NAMES.posts(pa.array(["x"]), pa.array(["rivage"]))[0].as_py() != NAMES.author("x", "rivage")
