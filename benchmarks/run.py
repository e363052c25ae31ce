"""How fast and how heavy, as ratios against named baselines measured in the same run: `make bench`.

    .venv/bin/python -m benchmarks.run            every case
    .venv/bin/python -m benchmarks.run --small    without the million posts
    .venv/bin/python -m benchmarks.run --large    with ten million posts as well: 2.4 GB of CSV, made once in an hour

Each command is a whole process, start-up included. Writes benchmarks/RESULTS.md.
"""

import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from benchmarks.inputs import ROOT, airlines, cut_before_the_last, simulated
from benchmarks.process import Cost, measure

PYTHON = [sys.executable, "-c"]
REBOND = [*PYTHON, "from rebond.cli import main; main()"]
START = "import rebond.desk.bring_in"
BARE = """
import duckdb
duckdb.sql("copy (select * from read_csv('{csv}', all_varchar=true)) to '{out}' (format parquet)")
"""
GIGA = 1e9
LANGUAGES_A_SECOND = 15_000  # texts
PER_MILLION = "s a million"
NEW = 10_000  # posts that an overlapping export adds
TIMES = 3  # a busy machine only ever adds to what a command costs
RESULTS = ROOT / "benchmarks" / "RESULTS.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of the page. limit: of CPU seconds or of a ratio; None: told for comparison."""

    what: str
    cost: Cost
    ratio: float | None = None  # to the baseline named in `what`, or per what `unit` says
    limit: float | None = None
    memory: float | None = None  # limit, in GB
    unit: str = "×"  # of the ratio

    @property
    def held(self) -> bool | None:
        if self.limit is None:
            return None
        measured = self.cost.cpu if self.ratio is None else self.ratio
        return measured <= self.limit and (self.memory is None or self.cost.peak <= self.memory * GIGA)


def import_alone(
    csv: Path, name: str, folder: Path, times: int = TIMES, memory: float | None = None
) -> Iterator[Line]:  # fmt: skip
    """Import against DuckDB's bare CSV to Parquet on the same file, in turn: the least of each."""
    rounds = []
    for n in range(times):
        bare = measure([*PYTHON, BARE.format(csv=csv, out=folder / "bare.parquet")], folder)
        start = measure([*PYTHON, START], folder)
        ours = measure([*REBOND, "import", folder / f"imported-{n}", csv, "--tz", "UTC"], folder)
        rounds.append((bare, start, ours))
    bare, start, ours = (min(costs, key=lambda cost: cost.cpu) for costs in zip(*rounds, strict=True))
    yield Line(what=f"{name}: DuckDB, bare CSV to Parquet (baseline)", cost=bare)
    yield Line(what=f"{name}: our libraries loaded, nothing done", cost=start)
    yield Line(what=f"{name}: import alone, against the baseline", cost=ours, ratio=ours.cpu / bare.cpu, limit=4,
               memory=memory)  # fmt: skip


def overlap(csv: Path, name: str, folder: Path) -> Iterator[Line]:
    """An export that the case has but for its last rows, against those rows alone and against the first import."""
    known, new = cut_before_the_last(csv, NEW, folder)
    first = measure([*REBOND, "import", folder / "case", known, "--tz", "UTC"], folder)
    alone = measure([*REBOND, "import", folder / "alone", new, "--tz", "UTC"], folder)
    again = measure([*REBOND, "import", folder / "case", csv, "--tz", "UTC"], folder)
    yield Line(what=f"{name}: import of the {NEW:,} last alone", cost=alone)
    yield Line(what=f"{name}: import of all the others", cost=first)
    yield Line(
        what=f"{name}: import of the whole over the others, which reads and compares them all and writes {NEW:,}; "
        "against their import",
        cost=again, ratio=again.cpu / first.cpu, limit=1.6, memory=1.6,
    )  # fmt: skip


def tenfold(csv: Path, name: str, folder: Path, tenth: Path) -> Iterator[Line]:
    """Import of ten times a file, against that file."""
    small = measure([*REBOND, "import", folder / "tenth", tenth, "--tz", "UTC"], folder)
    large = measure([*REBOND, "import", folder / "case", csv, "--tz", "UTC"], folder)
    yield Line(what=f"{name}: import of a tenth as many (baseline)", cost=small)
    yield Line(what=f"{name}: import alone, against the baseline", cost=large, ratio=large.cpu / small.cpu, limit=12,
               memory=3.0)  # fmt: skip


def review(csv: Path, name: str, folder: Path, limit: float, memory: float | None, *options: str) -> Iterator[Line]:
    """Both languages, three formats, and how much of it is import."""
    case = folder / "case"
    brought = measure([*REBOND, "import", folder / "share", csv, "--tz", "UTC"], folder)
    whole = measure([*REBOND, "review", csv, "--out", case, "--no-ask", *options], folder)
    missing = [f"review.{lang}.{suffix}" for lang in ("fr", "en") for suffix in ("html", "pdf", "docx")
               if not (case / f"review.{lang}.{suffix}").is_file()]  # fmt: skip
    if missing:
        raise RuntimeError(f"not written: {missing}")
    yield Line(what=f"{name}: review, both languages, three formats", cost=whole, limit=limit, memory=memory)
    yield Line(what=f"{name}: of which import (share of the CPU)", cost=brought, ratio=brought.cpu / whole.cpu)


def texts(csv: Path, name: str, folder: Path) -> Iterator[Line]:
    """What is decided on each distinct wording, less the reading of the file: CPU seconds per million of them."""
    alone = [sys.executable, "-m", "benchmarks.texts"]
    read = measure([*alone, "nothing", csv], folder, PYTHONPATH=str(ROOT))
    for what, told_as, limit in (
        ("families", "families of near-copies", 65), ("languages", "languages read", 1e6 / LANGUAGES_A_SECOND),
    ):  # fmt: skip
        cost = measure([*alone, what, csv], folder, PYTHONPATH=str(ROOT))
        n = int((folder / "said.txt").read_text())
        each = (cost.cpu - read.cpu) / n * 1e6
        yield Line(
            what=f"{name}: {told_as} of {n:,} distinct wordings", cost=cost, ratio=each, limit=limit, unit=PER_MILLION
        )


def warm_up() -> None:
    """Every command once on a small file, not told: the first run of a new installation compiles the libraries."""
    small = simulated(2_000)
    for run, rest in ((import_alone, (1,)), (review, (0.0, None))):
        with tempfile.TemporaryDirectory(prefix="rebond-warm-") as folder:
            list(run(small, "", Path(folder), *rest))


def cases(small: bool, large: bool) -> Iterator[Line]:
    """Every case, each in a folder of its own that goes away."""
    rivage = ("--org", "Rivage", "--own", "cooprivage", "--tz", "America/Toronto")
    todo = []
    if (real := airlines()) is not None:
        jetblue = ("--org", "JetBlue", "--own", "JetBlue", "--tz", "America/New_York")
        todo.append((review, (real, "14,640 real posts", 15, None, *jetblue)))
    todo += [
        (import_alone, (simulated(100_000), "100,000 simulated posts")),
        (review, (simulated(100_000), "100,000 simulated posts", 30, None, *rivage)),
        (texts, (simulated(100_000), "100,000 simulated posts")),
    ]
    if not small:
        todo += [
            (import_alone, (simulated(1_000_000), "1,000,000 simulated posts", TIMES, 1.2)),
            (overlap, (simulated(1_000_000), "1,000,000 simulated posts")),
            (review, (simulated(1_000_000), "1,000,000 simulated posts", 150, 2.0, *rivage)),
            (texts, (simulated(1_000_000), "1,000,000 simulated posts")),
        ]
    if large:
        todo.append((tenfold, (simulated(10_000_000), "10,000,000 simulated posts", simulated(1_000_000))))
    for run, (csv, name, *rest) in todo:
        folder = Path(tempfile.mkdtemp(prefix="rebond-bench-"))
        try:
            for line in run(csv, name, folder, *rest):
                print(told(line), flush=True)
                yield line
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def told(line: Line) -> str:
    """One row of the table."""
    ratio = "" if line.ratio is None else f"{line.ratio:.2f}"
    limit = "" if line.limit is None else f"≤ {line.limit:.3g} " + (line.unit if line.ratio is not None else "s")
    limit += "" if line.memory is None else f", {line.memory:g} GB"
    verdict = {None: "", True: "yes", False: "**no**"}[line.held]
    return f"| {line.what} | {line.cost.cpu:.1f} | {line.cost.peak / GIGA:.2f} | {ratio} | {limit} | {verdict} |"


def page(lines: list[Line], large: bool) -> str:
    libraries = ", ".join(f"{name} {version(name)}" for name in ("duckdb", "pyarrow", "deltalake", "typst"))
    return "\n".join([
        "# Speed and memory",
        "",
        "Written by `make bench`. CPU seconds of whole processes, children and start-up included; memory is the "
        "highest sum over the process and its children. Seconds depend on the machine, ratios hardly do; those "
        "a million leave out what reading the file takes. Import "
        f"and its baseline are run {TIMES} times in turn, and the least of each is told. "
        f"Ten million posts are imported once, with `--large`: {'as here' if large else 'not here'}.",
        "",
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}; {libraries}.",
        "",
        "| What | CPU s | Peak GB | Ratio | Limit | Held |",
        "|---|--:|--:|--:|--:|---|",
        *map(told, lines),
        "",
    ])  # fmt: skip


def main() -> int:
    warm_up()
    large = "--large" in sys.argv[1:]
    lines = list(cases(small="--small" in sys.argv[1:], large=large))
    RESULTS.write_text(page(lines, large), "utf-8")
    return 0 if all(line.held is not False for line in lines) else 1


if __name__ == "__main__":
    raise SystemExit(main())
