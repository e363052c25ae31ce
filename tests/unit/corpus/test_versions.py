"""What a row that gave way says otherwise than the one that stays."""

from datetime import UTC, datetime, timedelta
from hashlib import md5

import numpy as np
import pyarrow as pa

from rebond.corpus.versions import TOLD, others, still_other, versions_of
from rebond.tables import POSTS

NOON = datetime(2024, 7, 19, 12, tzinfo=UTC)


def rows(*told: tuple) -> pa.Table:
    """A row: post, text, minutes after noon, precision. Its wording is its text."""
    columns = {
        "post_id": [post.rjust(12, "p") for post, *_ in told],
        "text_key": [md5(text.encode()).hexdigest()[:12] for _, text, *_ in told],
        "published_at": [NOON + timedelta(minutes=minutes) for _, _, minutes, _ in told],
        "precision": [precision for *_, precision in told],
        "raw_file": ["a.csv"] * len(told),
        "raw_row": list(range(2, len(told) + 2)),
        "text": [text for _, text, *_ in told],
    }
    return pa.table(columns, schema=pa.schema([POSTS.field(name) for name in (*TOLD, "text")]))


def told(table: pa.Table, *stays: bool) -> list[tuple[int, str]]:
    found = others(table, np.array(stays, bool))
    return [(one["raw_row"], one["differs"]) for one in versions_of(table, found).to_pylist()]


def test_another_text_and_another_time_are_versions():
    table = rows(
        ("1", "avant", 0, "second"), ("1", "après", 0, "second"), ("2", "égal", 0, "second"),
        ("2", "égal", 120, "second"), ("3", "même", 0, "second"), ("3", "même", 0, "second"),
    )  # fmt: skip
    assert told(table, False, True, True, False, True, False) == [(2, "text"), (5, "published_at")]


def test_what_precision_allows_is_no_contradiction():
    table = rows(("1", "a", 0, "second"), ("1", "a", 1, "minute"), ("2", "b", 0, "second"), ("2", "b", 11 * 60, "day"),
                 ("3", "c", 0, "hour"), ("3", "c", 61, "second"))  # fmt: skip
    assert told(table, True, False, True, False, True, False) == [(7, "published_at")]


def test_the_beginning_of_a_text_says_nothing_else():
    whole = "Votre facture compte deux prélèvements, nous corrigeons"
    table = rows(("1", whole, 0, "second"), ("1", whole[:20] + "… https://t.co/a", 0, "second"))
    assert told(table, True, False) == []
    assert told(table, False, True) == [(2, "text")]


def test_a_version_that_is_counted_now_is_none():
    table = rows(("1", "avant", 0, "second"), ("1", "après", 0, "second"))
    found = versions_of(table, others(table, np.array([False, True])))
    assert found.num_rows == 1
    assert still_other(found, table.slice(1)).num_rows == 1
    assert still_other(pa.concat_tables([found, found]), table.slice(1)).num_rows == 1
    assert still_other(found, table.slice(0, 1)).num_rows == 0


def test_no_row_is_no_version():
    assert told(rows()) == []
