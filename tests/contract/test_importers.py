"""What holds for every importer the registry finds."""

import io
import json

import pytest
from tests.unit.importers.exports import imported, source, workbook

from rebond.importers import importers, read
from rebond.tables import RAW_POSTS

HEADER = ["Date", "Compte", "Texte", "Identifiant", "J'aime"]
ROWS = [
    ["2024-07-19T17:10:00Z", "lea", "La box ne répond plus", "at://abc1", "12"],
    ["2024-07-19T17:12:00Z", "omar", "RT @lea: La box ne répond plus", "at://abc2", ""],
    ["quand ?", "zoe", "Une date qui n'en est pas une", "at://abc3", "0"],
    ["2024-07-19T17:15:00Z", "ana", "Sur deux\nlignes, toujours rien", "at://abc4", "beaucoup"],
    ["2024-07-19T17:20:00Z", "li", "Tout est revenu", "at://abc5", "3"],
]


def text_table() -> bytes:
    quoted = [",".join(f'"{cell}"' for cell in row) for row in [HEADER, *ROWS]]
    return "\n".join(quoted).encode()


def json_lines() -> bytes:
    names = ("created_at", "username", "text", "id", "likes")
    return "\n".join(json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) for row in ROWS).encode()


def feeds() -> bytes:
    tags = ("pubDate", "author", "description", "guid")
    items = ("".join(f"<{tag}>{cell}</{tag}>" for tag, cell in zip(tags, row, strict=False)) for row in ROWS)
    return f"<rss version='2.0'><channel>{''.join(f'<item>{item}</item>' for item in items)}</channel></rss>".encode()


def by_hand() -> bytes:
    names = ("Lien", "Date", "Compte", "Texte", "Capture d'écran")
    quoted = [",".join(f'"{cell}"' for cell in names)]
    quoted += [",".join(f'"{cell}"' for cell in (f"https://example.org/{n}", *row[:3], ""))
               for n, row in enumerate(ROWS)]  # fmt: skip
    return "\n".join(quoted).encode()


# One sample an importer, of the same five posts: a new importer adds its own.
SAMPLES = {"text_table": text_table(), "json_lines": json_lines(), "workbook": workbook([HEADER, *ROWS]),
           "feeds": feeds(), "by_hand": by_hand()}  # fmt: skip
UNCOUNTED = ("feeds", "by_hand")  # what has no likes to tell


@pytest.fixture(params=importers(), ids=lambda importer: importer.key)
def importer(request):
    return request.param


@pytest.fixture
def done(importer):
    return imported(SAMPLES[importer.key])


def test_it_has_a_key_of_its_own_and_a_place_in_the_order(importer):
    assert isinstance(importer.key, str) and isinstance(importer.order, int)
    assert [one.key for one in importers()].count(importer.key) == 1


def test_it_recognises_its_sample_first(importer, done):
    assert done.found.importer == importer.key


def test_it_leaves_the_samples_of_others(importer):
    for key, data in SAMPLES.items():
        earlier = [one.key for one in importers()].index(importer.key) < [one.key for one in importers()].index(key)
        if key != importer.key and earlier:
            assert importer.recognise(source(data), None) is None


def test_rows_in_are_rows_kept_and_rows_refused(done):
    assert (done.rows_in, len(done.posts), done.refused) == (5, 4, 1)


def test_each_batch_is_of_the_schema_of_raw_posts(importer):
    file = source(SAMPLES[importer.key])
    for batch in read(file, importer.recognise(file, None)):
        assert batch.posts.schema == RAW_POSTS
        batch.posts.validate(full=True)


def test_lines_are_those_of_the_file(importer, done):
    if importer.key == "workbook":  # the rows that a spreadsheet shows
        assert done.column("raw_row") == [2, 3, 5, 6]
        return
    if importer.key == "feeds":  # the entries, as they come
        assert done.column("raw_row") == [1, 2, 4, 5]
        return
    lines = SAMPLES[importer.key].decode().split("\n")
    for post in done.posts:
        assert post["text"].split("\n")[0] in lines[post["raw_row"] - 1]


def test_absent_is_null_and_zero_is_zero(importer, done):
    assert done.column("likes") == ([None] * 4 if importer.key in UNCOUNTED else [12, None, None, 3])
    assert {*done.column("followers"), *done.column("views"), *done.column("rating")} == {None}
    assert not {"followers", "views", "rating"} & set(done.found.carries)


def test_what_is_wrong_is_told_with_its_line(importer, done):
    told = [(problem.code, problem.field, problem.value) for problem in done.problems]
    assert ("bad-date", "published_at", "quand ?") in told
    assert importer.key in UNCOUNTED or ("not-a-number", "likes", "beaucoup") in told


def test_a_repost_is_recognised_by_its_text_alone(done):
    assert done.column("kind") == ["post", "repost", "post", "post"]
    assert done.column("repost_of_handle") == [None, "lea", None, None]


def test_reading_twice_gives_the_same(importer):
    file = source(SAMPLES[importer.key])
    found = importer.recognise(file, None)
    once, again = (list(importer.read(file, found)) for _ in range(2))
    assert [batch.posts for batch in once] == [batch.posts for batch in again]
    assert [batch.problems for batch in once] == [batch.problems for batch in again]


def test_it_opens_the_file_and_never_writes(importer):
    class ReadOnly(io.BytesIO):
        def write(self, *_):
            raise AssertionError("an importer only reads")

    data = SAMPLES[importer.key]
    file = type(source(data))("export", len(data), lambda: ReadOnly(data))
    assert list(importer.read(file, importer.recognise(file, None)))
