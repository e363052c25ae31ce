"""The long checks, whole: `make soak`. Writes benchmarks/SOAK.md.

.venv/bin/python -m benchmarks.soak                every check, all its trials
.venv/bin/python -m benchmarks.soak fuzz_imports   one of them
"""

import sys
import traceback
from datetime import UTC, datetime

from benchmarks.checks import Check
from benchmarks.inputs import ROOT
from rebond.registry import registered

PAGE = ROOT / "benchmarks" / "SOAK.md"
HEAD = """# The long checks

Written by `make soak`. Each check tries what may break many times, in many ways, from the seed of the day; \
`make test` runs one trial in a hundred.

| Check | What holds | Trials | Seed | Held |
|---|---|--:|--:|---|
"""


def checks() -> dict[str, Check]:
    """Every check, by name of its file."""
    return registered("benchmarks.checks", "CHECK")


def main() -> int:
    asked = sys.argv[1:] or list(checks())
    seed = int(datetime.now(UTC).strftime("%Y%m%d"))
    rows, failed = [], 0
    for name in asked:
        check = checks()[name]
        try:
            check.run(check.full, seed)
            held = "yes"
        except AssertionError:
            traceback.print_exc()
            held, failed = "**no**", failed + 1
        rows.append(f"| `{name}` | {check.claim} | {check.full:,} | {seed} | {held} |")
        print(rows[-1], flush=True)
    if not sys.argv[1:]:
        PAGE.write_text(HEAD + "\n".join(rows) + "\n", "utf-8")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
