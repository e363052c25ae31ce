"""JSON in its usual shapes."""

import json

import pytest
from tests.unit.importers.exports import imported

from rebond.importers.json_lines import flatten

POST = {
    "id": "1814500000000000001",
    "created_at": "2024-07-19T17:10:00Z",
    "text": "La box ne répond plus",
    "author_id": "7",
}
PAGE = {"data": [POST, {**POST, "id": "1814500000000000002", "text": "Toujours rien"}],
        "includes": {"users": [{"id": "7", "username": "lea", "public_metrics": {"followers_count": 12}}]}}  # fmt: skip


def test_nested_names_are_joined_by_dots_and_null_is_absent():
    assert flatten({"a": {"b": 1, "c": None}, "d": [1, "x"], "e": True}) == {"a.b": "1", "d": "1, x", "e": "true"}


def test_references_are_named_by_their_type():
    assert flatten({"referenced_tweets": [{"type": "quoted", "id": 5}]}) == {"referenced_tweets.quoted.id": "5"}


def test_pieces_of_text_are_one_text():
    assert flatten({"text": ["Bonjour ", {"type": "link", "text": "ici"}]}) == {"text": "Bonjour ici"}


def test_a_page_of_the_api_is_opened_with_its_authors():
    done = imported(json.dumps(PAGE))
    assert done.column("handle") == ["lea", "lea"]
    assert done.column("followers") == [12, 12]
    assert done.column("raw_row") == [1, 1]


def test_a_list_numbers_its_posts():
    done = imported(json.dumps(PAGE["data"], indent=1))
    assert done.column("text") == ["La box ne répond plus", "Toujours rien"]
    assert done.column("raw_row") == [1, 2]


def test_a_line_cut_short_is_refused_and_the_others_stay():
    done = imported(f'{json.dumps(POST)}\n{{"id": "18145000\n\n{json.dumps(POST)}\n')
    assert done.column("raw_row") == [1, 4]
    assert [(p.raw_row, p.code, p.refused) for p in done.problems if p.raw_row] == [(2, "bad-json", True)]


def test_an_object_in_an_object_holds_the_posts():
    done = imported(json.dumps({"data": {"videos": [POST, {**POST, "id": "1814500000000000002"}], "cursor": 2}}))
    assert done.column("native_id") == ["1814500000000000001", "1814500000000000002"]


def test_a_list_assigned_by_a_script_is_a_list_and_its_parts_are_one():
    parts = [f"window.YTD.posts.part{n} = {json.dumps([{**POST, 'id': f'181450000000000000{n}'}])}" for n in (0, 1)]
    assert imported("\n".join(parts).replace("YTD.posts", "posts")).column("native_id") == [
        "1814500000000000000", "1814500000000000001"]  # fmt: skip


def test_references_that_hold_the_whole_post_are_named_all_the_same():
    """twarc puts the post referred to inside its reference."""
    flat = flatten({"referenced_tweets": [{"type": "quoted", "id": "5", "text": "Bonjour"}]})
    assert flat == {"referenced_tweets.quoted.id": "5"}


@pytest.mark.parametrize("first", ["NaN", '{"text": "\\ud83d"}', "null", "# export du 3 octobre"])
def test_a_broken_first_line_is_one_problem_like_any_other(first):
    rows = [
        json.dumps({"id": f"a{n}", "created_at": f"2025-10-01T10:0{n}:00Z", "text": f"Rivage {n}"}) for n in range(9)
    ]
    done = imported("\n".join([first, *rows]))
    assert done.found.importer == "json_lines"
    assert (done.rows_in, len(done.posts), done.codes) == (10, 9, ["bad-json"])


def test_a_table_whose_cells_hold_objects_is_no_json():
    assert (
        imported('date,text\n2025-10-01T10:00:00Z,"un\n{deux}"\n2025-10-01T11:00:00Z,trois').found.importer
        == "text_table"
    )


def test_what_is_nested_deeper_than_anybody_prints_is_one_problem_or_no_text():
    deep = "[" * 1_000 + "]" * 1_000
    done = imported(f"[{json.dumps(POST)}, {deep}]")
    assert (len(done.posts), done.codes) == (1, ["bad-json"])
    row = json.dumps({**POST, "place": [{"text": 1}]}).replace("1}", deep + "}")
    assert imported(f"{row}\n{row}").column("text") == [POST["text"]] * 2
