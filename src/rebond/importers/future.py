"""Rows dated after they were read: misdated, and refused. The hour of reading is given; nothing here asks for it."""

from datetime import datetime, timedelta

import pyarrow as pa
import pyarrow.compute as pc

from rebond.importers.source import Batch, Problem
from rebond.tables import UTC_US

AHEAD = timedelta(days=1)  # clocks differ


def up_to(batch: Batch, at: datetime) -> Batch:
    """The batch without the rows dated later than a day after `at`, each a problem."""
    late = pc.greater(batch.posts.column("published_at"), pa.scalar(at + AHEAD, UTC_US))
    if not pc.any(late, min_count=0).as_py():
        return batch
    refused = batch.posts.filter(late)
    pairs = zip(refused.column("raw_row").to_pylist(), refused.column("published_at").to_pylist(), strict=True)
    problems = (Problem(row, "future-date", "published_at", when.isoformat(), refused=True) for row, when in pairs)
    return Batch(batch.posts.filter(pc.invert(late)), (*batch.problems, *problems), batch.rows_in)
