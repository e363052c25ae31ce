"""One analysis, any engine, any day: equal posts give equal bytes, five times on DuckDB, and on Spark Connect.

The analyses are those that the package holds: one that takes posts and is not seen here at work is a failure.
"""

import hashlib
import inspect
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from typing import Any

import ibis
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.contract import bodies
from tests.contract.bodies import Body

from rebond import walk
from rebond.registry import modules_of
from rebond.walk import Inputs

Said = dict[str, list[str]]  # analysis → digest of what it gave, at each call


def analyses() -> Mapping[str, Callable[..., Any]]:
    """Every public function of the analysis that takes posts and gives more than other posts."""
    return {
        f"{module.__name__.rpartition('.')[2]}.{name}": function
        for module in modules_of("rebond.analysis")
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_") and _asks_posts(function)
    }


def _asks_posts(function: Callable[..., Any]) -> bool:
    told = inspect.get_annotations(function)
    return told.pop("return", None) is not ibis.Table and ibis.Table in told.values()


@contextmanager
def overheard() -> Iterator[Said]:
    """What each analysis gives while the walk goes on, wherever it is called from."""
    said: Said = {name: [] for name in analyses()}
    heard = {function: _aloud(function, said[name]) for name, function in analyses().items()}
    homes = [module for name, module in sorted(sys.modules.items()) if name.startswith("rebond.")]
    with pytest.MonkeyPatch.context() as patch:
        for home in homes:
            for name, one in inspect.getmembers(home, inspect.isfunction):
                if one in heard:
                    patch.setattr(home, name, heard[one])
        yield said


def _aloud(function: Callable[..., Any], said: list[str]) -> Callable[..., Any]:
    def aloud(*given: Any, **named: Any) -> Any:
        found = function(*given, **named)
        said.append(hashlib.sha256(repr(_plain(found)).encode()).hexdigest())
        return found

    return aloud


def _plain(value: Any) -> Any:
    """A value whose repr tells all of it: NumPy cuts long arrays short."""
    if is_dataclass(value) and not isinstance(value, type):
        return (type(value).__name__, [(one.name, _plain(getattr(value, one.name))) for one in fields(value)])
    if isinstance(value, np.ndarray):
        return (str(value.dtype), value.tolist())
    if isinstance(value, pa.Table):
        return (str(value.schema), value.to_pylist())
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, Mapping):
        return [(_plain(key), _plain(one)) for key, one in value.items()]
    return value


def told(body: Body, posts: ibis.Table) -> Said:
    """All that the analyses give on the way to the crisis, and the crisis."""
    inputs = Inputs(
        posts=posts, authors=body.authors, log=body.log, series=(), problems={}, inputs_hash="", exports=body.exports
    )  # fmt: skip
    with overheard() as said:
        crisis = walk.reconstruct(inputs, body.settings)
    assert crisis is not None
    return {**said, "crisis": [hashlib.sha256(repr(_plain(crisis)).encode()).hexdigest()]}


@pytest.fixture(scope="module", params=["ties", "demo", "airlines"])
def body(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Body:
    folder = tmp_path_factory.mktemp("body")
    if request.param == "airlines":
        return bodies.airlines(folder, request.getfixturevalue("shared_data"))
    return bodies.ties(folder) if request.param == "ties" else bodies.demo(folder)


@pytest.fixture(scope="module")
def on_duckdb(body: Body) -> Said:
    return told(body, ibis.memtable(body.posts))


@pytest.fixture(scope="module")
def sail() -> Iterator[Any]:
    """A session of Sail, a Spark Connect server in a wheel."""
    server = pytest.importorskip("pysail.spark").SparkConnectServer(ip="127.0.0.1", port=0)
    with pytest.MonkeyPatch.context() as patch:
        # A test worker's main module has no file, which PySpark takes for its own doctests and looks for a whole Spark.
        patch.setattr(sys.modules["__main__"], "__file__", __file__, raising=False)
        from pyspark.sql import SparkSession

        server.start(background=True)
        session = SparkSession.builder.remote(f"sc://127.0.0.1:{server.listening_address[1]}").create()
        session.conf.set("spark.sql.session.timeZone", "UTC")
        yield session
        session.stop()
        server.stop()


def test_the_drawn_posts_put_every_analysis_of_the_package_to_work(tmp_path):
    body = bodies.ties(tmp_path)
    said = told(body, ibis.memtable(body.posts))
    assert [name for name in analyses() if not said[name]] == []
    assert len(analyses()) > 10


def test_five_runs_on_shuffled_rows_give_the_same_bytes(body, on_duckdb):
    for seed in range(4):
        order = pa.array(np.random.default_rng(seed).permutation(body.posts.num_rows))
        assert told(body, ibis.memtable(body.posts.take(order))) == on_duckdb


def test_spark_connect_gives_the_bytes_of_duckdb(body, on_duckdb, sail, tmp_path):
    """The same expressions, unmodified."""
    pq.write_table(body.posts, tmp_path / "posts.parquet")
    sail.read.parquet(str(tmp_path / "posts.parquet")).createOrReplaceTempView("posts")
    assert told(body, ibis.pyspark.connect(sail).table("posts")) == on_duckdb
