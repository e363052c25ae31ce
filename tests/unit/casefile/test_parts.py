"""The Parquet files of posts/: each post once, in its day, in the order in which it came."""

import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.golden.walk_posts import walk_posts

from rebond.casefile import parts
from rebond.casefile.parts import lay_out
from rebond.corpus.assemble import days
from rebond.tables import POSTS


def posts(minutes: list[int]) -> pa.RecordBatch:
    """A post at each minute of 2025, text: its place."""
    at = pa.array([1_735_689_600_000_000 + minute * 60_000_000 for minute in minutes], pa.int64())
    rows = walk_posts({"published_at": one, "text": str(n)} for n, one in enumerate(
        at.cast(POSTS.field("published_at").type).to_pylist()))  # fmt: skip
    table = rows.to_pyarrow().select(POSTS.names).cast(POSTS)
    whole = table.set_column(
        POSTS.get_field_index("day"), POSTS.field("day"), days(table["published_at"].combine_chunks())
    )
    return whole.combine_chunks().to_batches()[0]


def told(folder, path: str) -> list[str]:
    return pq.ParquetFile(folder / path).read()["text"].to_pylist()


@pytest.mark.parametrize("piece", [1, 3, 100])
def test_a_day_is_one_file_in_the_order_of_its_posts_whatever_the_order_of_the_days(tmp_path, monkeypatch, piece):
    monkeypatch.setattr(parts, "PIECE", piece)
    whole = posts([1500, 3, 1501, 4, 2900, 5])  # of 2, 1, 2, 1, 3, 1 January
    added = lay_out(tmp_path, [whole.slice(n, 2) for n in (0, 2, 4)], by_day=True)
    files = {one.partition_values["day"]: told(tmp_path, one.path) for one in added}
    assert files == {"2025-01-02": ["0", "2"], "2025-01-01": ["1", "3", "5"], "2025-01-03": ["4"]}
    assert [one.stats for one in added] == ['{"numRecords":2}', '{"numRecords":3}', '{"numRecords":1}']
    assert all(one.size == (tmp_path / one.path).stat().st_size for one in added)


def test_a_thin_history_is_one_file_with_its_days_inside(tmp_path):
    (one,) = lay_out(tmp_path, [posts([3, 1500])], by_day=False)
    assert pq.ParquetFile(tmp_path / one.path).read()["day"].to_pylist() == ["2025-01-01", "2025-01-02"]


@pytest.mark.skipif(sys.platform != "linux", reason="asks the system which files are open")
def test_files_of_days_are_not_kept_open(tmp_path, monkeypatch):
    monkeypatch.setattr(parts, "PIECE", 1)
    whole, seen = posts([n * 1440 for n in range(40)]), []

    def batches():
        for n in range(40):
            seen.extend(one for one in Path("/proc/self/fd").iterdir() if one.resolve().is_relative_to(tmp_path))
            yield whole.slice(n, 1)

    assert len(lay_out(tmp_path, batches(), by_day=True)) == 40
    assert not seen
