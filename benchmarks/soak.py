"""The long checks, whole: `make soak`. Writes benchmarks/SOAK.md.

.venv/bin/python -m benchmarks.soak                                every check, all its trials
.venv/bin/python -m benchmarks.soak fuzz_imports                   one of them; the lines of the others stay
.venv/bin/python -m benchmarks.soak fuzz_readers --trials 20000    as many trials as there is time for
"""

import argparse
import re
import traceback
from datetime import UTC, datetime

from benchmarks.checks import Check
from benchmarks.inputs import ROOT
from rebond.registry import registered

PAGE = ROOT / "benchmarks" / "SOAK.md"
HEAD = """# The long checks

Written by `make soak`. Each check tries what may break many times, in many ways, from the seed of the day; \
`make test` runs one trial in a hundred, or less.

| Check | What holds | Trials | Seed | Held |
|---|---|--:|--:|---|
"""


def checks() -> dict[str, Check]:
    """Every check, by name of its file."""
    return registered("benchmarks.checks", "CHECK")


def main() -> int:
    asked = argparse.ArgumentParser()
    asked.add_argument("names", nargs="*")
    asked.add_argument("--trials", type=int)
    given = asked.parse_args()
    seed = int(datetime.now(UTC).strftime("%Y%m%d"))
    rows, failed = _rows_so_far(), 0
    for name in given.names or checks():
        check = checks()[name]
        trials = given.trials or check.full
        held = check.missing() or _held(check, trials, seed)
        failed += held == NO
        rows[name] = f"| `{name}` | {check.claim} | {trials:,} | {seed} | {held} |"
        print(rows[name], flush=True)
        PAGE.write_text(HEAD + "".join(f"{rows[one]}\n" for one in checks() if one in rows), "utf-8")
    return 1 if failed else 0


YES, NO = "yes", "**no**"


def _held(check: Check, trials: int, seed: int) -> str:
    try:
        check.run(trials, seed)
    except AssertionError:
        traceback.print_exc()
        return NO
    return YES


def _rows_so_far() -> dict[str, str]:
    """Line of the page by name of the check."""
    lines = PAGE.read_text("utf-8").splitlines() if PAGE.is_file() else []
    return {found[1]: line for line in lines if (found := re.match(r"\| `(\w+)` ", line))}


if __name__ == "__main__":
    raise SystemExit(main())
