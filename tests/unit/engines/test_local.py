"""DuckDB in the process: posts from files, answers in UTC, nothing left behind."""

import subprocess
import sys
from datetime import UTC, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.unit.corpus.raw_posts import assembled

from rebond.engines.local import local
from rebond.tables import POSTS, collect

LONG = "SELECT count(*) FROM range(7000) a, range(7000) b WHERE a.range * b.range % 7 = 3"  # a second or more
STOPPED = f"""
import os, signal, sys, threading
from pathlib import Path
import ibis
from rebond.engines.local import local

signal.signal(signal.SIGINT, signal.default_int_handler)
interrupt = lambda *_, **__: os.kill(os.getpid(), signal.SIGINT)
if sys.argv[2] == "opening":
    ibis.duckdb.connect = interrupt
try:
    with local(Path(sys.argv[1])) as engine:
        threading.Timer(0.1, interrupt).start()
        engine._connection.con.execute("{LONG}")
except BaseException as error:
    print(type(error).__name__)
"""


def posts() -> pa.Table:
    rows = ({"native_id": str(n), "text": f"texte {n % 7} #a @b", "handle": f"u{n % 11}"} for n in range(200))
    return pa.Table.from_batches([assembled(*rows).posts])


def test_posts_of_files_whether_the_day_is_a_column_or_a_folder(tmp_path):
    table = posts()
    pq.write_table(table, tmp_path / "flat.parquet")
    (tmp_path / "day=2025-10-14").mkdir()
    pq.write_table(table.drop(["day"]), tmp_path / "day=2025-10-14" / "part.parquet")
    with local(tmp_path) as engine:
        for name in ("flat.parquet", "day=2025-10-14/part.parquet"):
            read = collect(engine.posts([str(tmp_path / name)]), by="post_id", schema=POSTS)
            assert read.equals(table.sort_by("post_id").cast(POSTS))


def test_no_file_is_no_post(tmp_path):
    with local(tmp_path) as engine:
        read = collect(engine.posts([]), by="post_id", schema=POSTS)
    assert read.num_rows == 0


def test_instants_are_those_of_utc(tmp_path, monkeypatch):
    monkeypatch.setenv("TZ", "America/Toronto")
    at = datetime(2025, 3, 9, 7, 30, tzinfo=UTC)
    with local(tmp_path) as engine:
        times = engine.table("times", pa.table({"at": pa.array([at], pa.timestamp("us", tz="UTC"))}))
        read = times.mutate(hour=times.at.hour(), epoch=times.at.epoch_seconds()).to_pyarrow().to_pylist()
    assert read == [{"at": at, "hour": 7, "epoch": int(at.timestamp())}]


@pytest.mark.parametrize("threads", [1, 4])
def test_a_table_is_worked_out_once_and_read_in_batches(tmp_path, threads):
    with local(tmp_path, threads=threads) as engine:
        kept = engine.keep("kept", engine.table("posts", posts()).select("post_id", "author_id"))
        counted = collect(kept.group_by("author_id").aggregate(n=kept.count()), by="author_id")
        assert sum(batch.num_rows for batch in engine.batches(kept)) == 200
    assert sorted(counted["n"].to_pylist()) == [18] * 9 + [19] * 2


def test_what_was_spilled_is_cleared_even_after_an_error(tmp_path):
    with pytest.raises(KeyError), local(tmp_path):
        raise KeyError
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no way to send Ctrl-C to one process alone")
@pytest.mark.parametrize("when", ["opening", "asking"])
def test_ctrl_c_is_told_as_such_and_leaves_nothing(tmp_path, when):
    process = subprocess.run([sys.executable, "-c", STOPPED, tmp_path, when], capture_output=True, text=True)
    assert (process.stdout, list(tmp_path.iterdir())) == ("KeyboardInterrupt\n", []), process.stderr
