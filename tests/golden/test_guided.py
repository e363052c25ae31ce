"""Real exports whose names of columns were replaced by words that mean nothing: settled, they are the same posts."""

import csv
import io
from dataclasses import replace

import pytest
from tests.unit.importers.exports import source

from rebond.importers import Mappings, glimpses, read, recognise
from rebond.importers.guided.preview import previewed
from rebond.importers.guided.questions import answered, drafted, open_questions, which
from rebond.importers.recognition import best_reading, recognise_table

FILES = ("freebox_fr/free_tweet_export_until_2024-09-30.csv", "us_airlines_2015/Tweets.csv")
FIELDS = ("published_at", "text", "handle", "native_id", "platform", "kind")


@pytest.fixture(params=FILES, scope="module")
def export(request, shared_data):
    return (shared_data / request.param).read_text("utf-8")


def renamed(text: str, names) -> str:
    """With other names of columns; every other line as it was."""
    (header,) = csv.reader(io.StringIO(text.partition("\n")[0]))
    return ",".join(map(names, range(len(header)))) + "\n" + text.partition("\n")[2]


def posts(text: str, mappings=None):
    file = source(text)
    found = recognise(file, None, mappings or Mappings())
    return [[post[name] for name in FIELDS] for batch in read(file, found) for post in batch.posts.to_pylist()]


def test_names_that_mean_nothing_leave_no_question_and_the_same_posts(export):
    nonsense = renamed(export, lambda n: f"zorblax {n}")
    (glimpse,) = glimpses(source(nonsense))
    reading = best_reading(glimpse)
    draft = drafted(glimpse, reading)
    found = recognise_table(glimpse, None, Mappings((draft,)))
    assert open_questions(glimpse, reading, draft, found, frozenset()) == ()
    assert len(previewed(glimpse, found).posts) == 5
    assert posts(nonsense, Mappings(kept=(draft,))) == posts(export)


def test_a_column_of_collection_dates_is_asked_about_and_the_answer_reads_the_true_ones(export):
    """A second column of dates, some days later, before the true one: where addresses hold X ids nothing is asked."""
    rows = list(csv.reader(io.StringIO(export)))
    width = len(rows[0])
    header = [f"zorblax {n}" for n in range(width)]
    true = rows[0].index("date" if "date" in rows[0] else "tweet_created")
    without_ids = [[cell for n, cell in enumerate(row) if rows[0][n] not in ("url", "tweet_id")] for row in rows[1:]]
    kept = [n for n, name in enumerate(rows[0]) if name not in ("url", "tweet_id")]
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow(["zorblax seen", *(header[n] for n in kept)])
    writer.writerows([f"2025-01-{1 + n % 28:02d} 03:00:00+00:00", *row] for n, row in enumerate(without_ids))
    (glimpse,) = glimpses(source(made.getvalue()))
    reading = best_reading(glimpse)
    draft = drafted(glimpse, reading)
    found = recognise_table(glimpse, None, Mappings((draft,)))
    question = open_questions(glimpse, reading, draft, found, frozenset())[0]
    assert question.kind == "published_at"
    (value,) = (one.value for one in question.options if glimpse.header[int(one.value)] == header[true])
    settled = answered(draft, question, value)
    read_posts = posts(made.getvalue(), Mappings((settled,)))
    assert sorted(row[:2] for row in read_posts) == sorted(row[:2] for row in posts(export))


def test_counts_that_no_name_betrays_are_named(export):
    nonsense = renamed(export, lambda n: f"zorblax {n}")
    if "retweet_count" not in export.partition("\n")[0]:
        return  # D1 carries no count
    (glimpse,) = glimpses(source(nonsense))
    draft = drafted(glimpse, best_reading(glimpse))
    question = which(glimpse, "reposts", draft)
    at = export.partition("\n")[0].split(",").index("retweet_count")
    settled = replace(answered(draft, question, at), tool="Zorblax")
    file = source(nonsense)
    found = recognise(file, None, Mappings((settled,)))
    reposts = sum(post["reposts"] for batch in read(file, found) for post in batch.posts.to_pylist())
    assert reposts == sum(int(row["retweet_count"]) for row in csv.DictReader(io.StringIO(export)))
