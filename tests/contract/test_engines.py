"""One analysis, any engine, any day: equal inputs give equal bytes, five times on DuckDB, and on Spark Connect."""

import hashlib
import sys
from datetime import UTC, datetime, timedelta

import ibis
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.golden.walk_posts import walk_posts

from rebond.actions import ActionLog
from rebond.analysis.captured import captured_window, describe_corpus
from rebond.analysis.extent import crisis_window, measure_volume
from rebond.analysis.language_shares import measure_language_shares
from rebond.analysis.responses import complete_log
from rebond.analysis.spread import measure_platforms, measure_voices
from rebond.analysis.study import study_volume
from rebond.settings import Settings
from rebond.tables import AUTHORS, WALK_POSTS

START = datetime(2024, 5, 6, tzinfo=UTC)


@pytest.fixture(scope="module")
def table() -> pa.Table:
    """Three weeks of a few posts an hour and a storm, on two platforms, with ties wherever ties can be."""
    rng = np.random.default_rng(7)
    rate = np.full(24 * 21, 3.0)
    rate[24 * 14 :] += 80 * (1 + np.arange(24 * 7) / 3) ** -1.5
    rows = [
        {
            "published_at": START + timedelta(hours=hour, seconds=int(rng.integers(0, 3600))),
            "platform": str(rng.choice(["x", "facebook"], p=[0.8, 0.2])),
            "author_id": f"u{rng.integers(0, 120)}",
            "kind": str(rng.choice(["post", "repost", "reply"])),
            "root_id": f"p{rng.integers(900, 1100):07d}" if rng.random() < 0.3 else None,
            "repost_of": f"p{rng.integers(1, 9):07d}" if rng.random() < 0.3 else None,
            "likes": int(rng.integers(0, 4)) if rng.random() < 0.7 else None,
            "views": int(rng.integers(0, 50)) if rng.random() < 0.2 else None,
            "lang": str(rng.choice(["fr", "en", "es"])),
            "relevance": str(rng.choice(["about_us", "off_topic"], p=[0.9, 0.1])),
            "is_ours": bool(rng.random() < 0.01),
        }
        for hour, n in enumerate(rng.poisson(rate))
        for _ in range(n)
    ]
    return walk_posts(rows).to_pyarrow().select(WALK_POSTS.names)


def digest(posts: ibis.Table) -> str:
    """Everything the analyses say of these posts, as one hash."""
    window = captured_window(posts, None)
    assert window is not None
    log = complete_log(ActionLog(), posts, window)
    found = study_volume(posts, window, log, Settings())
    crisis = crisis_window(found.phases, window)
    authors = AUTHORS.empty_table()
    told = (
        describe_corpus(posts, None), log, found.volume.posts.tolist(), found.volume.accounts.tolist(),
        found.baseline, [(e.onset, e.ends, e.peaks, e.path.tolist()) for e in found.episodes], found.phases,
        measure_volume(posts, found.volume, found.baseline, found.phases, window),
        measure_voices(posts, authors, crisis), measure_platforms(posts, crisis),
        measure_language_shares(posts, log, ("en", "fr"), crisis),
    )  # fmt: skip
    return hashlib.sha256(repr(told).encode()).hexdigest()


def test_five_runs_on_shuffled_rows_give_the_same_bytes(table):
    orders = [np.random.default_rng(n).permutation(table.num_rows) for n in range(5)]
    assert len({digest(ibis.memtable(table.take(pa.array(order)))) for order in orders}) == 1


def test_spark_connect_gives_the_bytes_of_duckdb(table, tmp_path, monkeypatch):
    """On Sail, a Spark Connect server in a wheel: the same expressions, unmodified."""
    # A test worker's main module has no file, which PySpark takes for its own doctests and looks for a whole Spark.
    monkeypatch.setattr(sys.modules["__main__"], "__file__", __file__, raising=False)
    server = pytest.importorskip("pysail.spark").SparkConnectServer(ip="127.0.0.1", port=0)
    from pyspark.sql import SparkSession

    pq.write_table(table, tmp_path / "posts.parquet")
    server.start(background=True)
    session = SparkSession.builder.remote(f"sc://127.0.0.1:{server.listening_address[1]}").create()
    try:
        session.conf.set("spark.sql.session.timeZone", "UTC")
        connection = ibis.pyspark.connect(session)
        session.read.parquet(str(tmp_path / "posts.parquet")).createOrReplaceTempView("posts")
        assert digest(connection.table("posts")) == digest(ibis.memtable(table))
    finally:
        session.stop()
        server.stop()
