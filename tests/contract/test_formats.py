"""What holds for every format the registry finds, on samples of its own."""

import importlib
import json
import random
from datetime import datetime

import pytest
from tests.contract.formats import Sample
from tests.unit.importers.exports import imported, source

from rebond.importers.format import formats, known_format
from rebond.importers.json_lines import told as told_by_objects
from rebond.importers.names import squeezed
from rebond.importers.people.given import what_is
from rebond.importers.recognition import FIELDS

ALL = [(key, sample) for key in sorted(formats())
       for sample in importlib.import_module(f"tests.contract.formats.{key}").SAMPLES]  # fmt: skip
TABLES = [(key, sample) for key, sample in ALL if sample.columns]
OBJECTS = [(key, sample) for key, sample in ALL if sample.data[:1] in (b"{", b"[")]


def named(pairs):
    return pytest.mark.parametrize(("key", "sample"), pairs, ids=[f"{key}: {sample.name}" for key, sample in pairs])


def told(post: dict, expected: dict) -> dict:
    """The fields of a post that a sample speaks of, instants as text."""
    kept = {field: post[field] for field in expected}
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in kept.items()}


def holds(data: bytes, sample: Sample) -> None:
    done = imported(source(data))
    expected = [post for post in sample.posts if post is not None]
    assert [told(post, one) for post, one in zip(done.posts, expected, strict=True)] == expected


@named(ALL)
def test_a_file_is_told_and_read(key, sample):
    done = imported(source(sample.file))
    assert done.found.known == key
    assert done.rows_in == len(sample.posts)
    assert {
        name: getattr(done.found.dates if name == "zone" else done.found, name) for name in sample.also
    } == sample.also
    holds(sample.file, sample)


@named(TABLES)
def test_the_order_of_columns_and_others_beside_them_change_nothing(key, sample):
    shuffled = list(sample.columns)
    random.Random(key).shuffle(shuffled)
    holds(sample.table(("Etiquette interne", *shuffled, "")), sample)


@named(TABLES)
def test_columns_that_are_empty_may_be_missing(key, sample):
    told_by = {name for one in formats()[key].signatures for name in (*one.names, *one.where)}
    used = [name for name in sample.columns if name in told_by or any(row.get(name) for row in sample.rows)]
    holds(sample.table(used), sample)


@named(TABLES)
def test_the_same_table_in_a_workbook(key, sample):
    assert imported(source(sample.book())).found.known == key
    holds(sample.book(), sample)


@named(OBJECTS)
def test_the_order_of_keys_and_others_beside_them_change_nothing(key, sample):
    chance = random.Random(key)

    def shuffled(value):
        if isinstance(value, list):
            return [shuffled(one) for one in value]
        if not isinstance(value, dict):
            return value
        return {name: shuffled(value[name]) for name in chance.sample(list(value), len(value))}

    holds(remade(sample.data, lambda one: {"etiquette_interne": {"n": 1}, **shuffled(one), "notes": None}), sample)


@named(OBJECTS)
def test_keys_that_are_null_may_be_missing(key, sample):
    def without(value):
        if isinstance(value, list):
            return [without(one) for one in value]
        if not isinstance(value, dict):
            return value
        return {name: without(one) for name, one in value.items() if one is not None}

    holds(remade(sample.data, without), sample)


@named(OBJECTS)
def test_a_broken_line_is_one_problem(key, sample):
    if len(objects_of(sample.data)) < 2 or sample.data[:1] == b"[":
        return  # one object over several lines
    done = imported(source(sample.data + b'{"broken": \n' + sample.data.splitlines(keepends=True)[0]))
    assert done.codes.count("bad-json") == 1
    assert done.found.known == key


def objects_of(data: bytes) -> list:
    """The objects of a file: its lines, or its one value."""
    try:
        found = json.loads(data)
    except json.JSONDecodeError:
        return [json.loads(line) for line in data.splitlines()]
    return found if isinstance(found, list) else [found]


def remade(data: bytes, change) -> bytes:
    """The same file, each of its objects changed."""
    found = [change(one) if isinstance(one, dict) else one for one in objects_of(data)]
    if data[:1] == b"[":
        return json.dumps(found).encode()
    return "\n".join(map(json.dumps, found)).encode()


@named(ALL)
def test_no_other_format_claims_it(key, sample):
    others = {name: one for name, one in formats().items() if name != key}
    if (key, sample) in OBJECTS:
        assert told_by_objects([one for one in objects_of(sample.data) if isinstance(one, dict)], others)[0] is None
        return
    found = imported(source(sample.file)).found
    rows = [[row.get(name, "") for name in sample.columns] for row in sample.rows]
    assert known_format(sample.columns or found.mapping.header, rows, others) is None


@named(TABLES)
def test_a_bad_row_is_one_problem(key, sample):
    dates = tuple(squeezed(name) for name in formats()[key].columns["published_at"])
    written = [name for name in sample.columns if any(row.get(name) for row in sample.rows)]
    date = next(name for wanted in dates for name in written if squeezed(name).startswith(wanted))
    bad = {**sample.rows[0], date: "quand ?"}
    done = imported(source(sample.table(rows=(*sample.rows, bad))))
    assert done.codes.count("bad-date") == 1 + imported(source(sample.file)).codes.count("bad-date")
    assert done.refused == 1 + sum(post is None for post in sample.posts)


@named(TABLES)
def test_posts_without_words_are_kept_with_an_empty_text(key, sample):
    words = {squeezed(name) for field in ("text", "title") for name in formats()[key].columns.get(field, ())}
    bare = [{name: "" if squeezed(name) in words else cell for name, cell in row.items()} for row in sample.rows]
    done, whole = imported(source(sample.table(rows=(*sample.rows, *bare)))), imported(source(sample.file))
    assert len(done.posts) == 2 * len(whole.posts)
    assert None not in done.column("text")


@named(ALL)
def test_what_it_never_carries_is_absent(key, sample):
    done = imported(source(sample.file))
    for field in formats()[key].never:
        assert field in FIELDS
        assert set(done.column(field)) <= {None}


@named(ALL)
def test_it_is_never_taken_for_a_log_or_a_case_sheet(key, sample):
    assert what_is("export", sample.file) is None


@named(ALL)
def test_twice_is_the_same(key, sample):
    assert imported(source(sample.file)) == imported(source(sample.file))


@pytest.mark.parametrize("key", sorted(formats()))
def test_a_format_is_named_by_its_file_and_says_how_it_is_dated(key):
    assert formats()[key].key == key
    assert formats()[key].signatures and "published_at" in formats()[key].columns
