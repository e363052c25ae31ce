"""RAW_POSTS as an importer gives them, from rows that say only what matters."""

from datetime import UTC, datetime
from typing import Any

import pyarrow as pa

from rebond.corpus.assemble import Assembled, Assembler
from rebond.corpus.pseudonyms import Pseudonyms
from rebond.tables import RAW_POSTS

AT = datetime(2025, 10, 14, 17, 0, tzinfo=UTC)
LATER = datetime(2026, 1, 5, tzinfo=UTC)
KEY = b"k" * 32
PLAIN: dict[str, Any] = {"platform": "x", "published_at": AT, "precision": "second", "text": "", "kind": "post"}


def raw(*rows: dict[str, Any]) -> pa.RecordBatch:
    """One row each; line 2 is the first, under the header."""
    full = [{**PLAIN, "raw_row": line, **row} for line, row in enumerate(rows, start=2)]
    columns = [pa.array([row.get(field.name) for row in full], field.type) for field in RAW_POSTS]
    return pa.RecordBatch.from_arrays(columns, schema=RAW_POSTS)


def assembler(key: bytes = KEY, raw_file: str = "export.csv") -> Assembler:
    return Assembler(Pseudonyms(key), raw_file=raw_file, source_tool="text_table", imported_at=LATER)


def assembled(*rows: dict[str, Any], key: bytes = KEY) -> Assembled:
    return assembler(key).assemble(raw(*rows))


def posts(*rows: dict[str, Any]) -> list[dict[str, Any]]:
    """POSTS of one file."""
    return assembled(*rows).posts.to_pylist()
