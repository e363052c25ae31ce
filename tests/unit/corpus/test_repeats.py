"""One post, several rows: which row stays."""

import numpy as np
import pyarrow as pa
from tests.unit.corpus.raw_posts import assembled

from rebond.corpus.repeats import Claims, fixed_ids, joined, losers, shared
from rebond.tables import BY_HAND


def claims(*rows: dict, file: int = 0, tool: str = "test") -> Claims:
    posts = assembled(*rows).posts
    at = posts.schema.get_field_index("source_tool")
    return Claims.of(posts.set_column(at, posts.schema.field(at), pa.array([tool] * posts.num_rows, pa.string())), file)


def stays(*rows: dict) -> list[int]:
    lost = set(losers(claims(*rows)).tolist())
    return [at for at in range(len(rows)) if at not in lost]


def test_the_row_with_most_fields_stays():
    assert stays({"native_id": "1"}, {"native_id": "1", "likes": 3, "handle": "a"}, {"native_id": "1", "likes": 9}) == [
        1
    ]


def test_then_the_row_collected_later_which_has_the_higher_counts():
    assert stays({"native_id": "1", "likes": 3}, {"native_id": "1", "likes": 9}, {"native_id": "1", "likes": 4}) == [1]


def test_then_the_first_line():
    assert stays({"native_id": "2"}, {"native_id": "1"}, {"native_id": "1"}, {"native_id": "2"}) == [0, 1]


def test_then_the_first_file_by_fingerprint_whatever_the_order():
    one, other = claims({"native_id": "1"}, file=4), claims({"native_id": "1"}, file=2)
    assert losers(joined([one, other])).tolist() == [0]
    assert losers(joined([other, one])).tolist() == [1]


def test_an_exact_time_is_worth_a_field():
    assert stays({"native_id": "1", "precision": "day"}, {"native_id": "1"}) == [1]


def test_a_row_that_people_typed_gives_way_to_that_of_an_export_however_poor():
    typed = claims({"native_id": "1", "likes": 9, "handle": "a", "text": "words"}, tool=BY_HAND)
    assert losers(joined([typed, claims({"native_id": "1", "precision": "day"}, file=1)])).tolist() == [0]


def test_no_repeat_no_loser():
    assert losers(claims({"native_id": "1"}, {"native_id": "2"})).tolist() == []
    assert losers(claims()).tolist() == []


def test_ids_that_two_bodies_share():
    ids = np.array([b"aaaaaaaaaaaa", b"bbbbbbbbbbbb", b"cccccccccccc"])
    assert shared(ids, ids[1:2]).tolist() == [1]


def test_ids_of_a_slice_are_those_of_the_slice():
    column = pa.array(["aaaaaaaaaaaa", "bbbbbbbbbbbb"])
    assert fixed_ids(column.slice(1)).tolist() == [b"bbbbbbbbbbbb"]
