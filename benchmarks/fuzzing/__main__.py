"""The process that atheris owns: `python -m benchmarks.fuzzing FOLDER EXECUTIONS SEED PATIENCE READER…`.

Importers are loaded once, with the marks that atheris reads, and forked for each reader: libFuzzer never gives a
process back. A finding does not stop it: the first input of each kind is written in FOLDER, beside the file it stands
for and what was raised. PATIENCE: CPU seconds that one input may take, 0 for any; wall time says how busy the machine
is. What takes WEDGED seconds, or more memory than MOST_MEMORY, ends the process.
"""

import hashlib
import os
import sys
import time
import traceback
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["rebond.importers"]):
    from benchmarks.fuzzing.readers import READERS, Reader
from benchmarks.fuzzing.seeds import LARGEST, seeds

WEDGED, MOST_MEMORY = 60, 2_048  # seconds of an input, MB of the process


class TooSlow(Exception):
    """An input took longer than people wait for a small file."""


class Trial:
    """One reader under one input after the other; findings told apart by where they come from."""

    def __init__(self, reader: Reader, folder: Path, patience: float) -> None:
        self.reader, self.folder, self.patience, self.seen = reader, folder, patience, set[str]()

    def __call__(self, given: bytes) -> None:
        began = time.process_time()
        try:
            self.reader.run(given)
            spent = time.process_time() - began
            if self.patience and spent > self.patience:
                raise TooSlow(f"{spent:.1f} s")
        except KeyboardInterrupt:
            raise
        except BaseException as unexpected:  # a panic in Rust is no Exception
            self._keep(given, unexpected)

    def _keep(self, given: bytes, unexpected: BaseException) -> None:
        frames = [(Path(f.filename).name, f.name, f.lineno) for f in traceback.extract_tb(unexpected.__traceback__)]
        kind = hashlib.sha256(repr((type(unexpected), frames[-3:])).encode()).hexdigest()[:10]
        if kind in self.seen:
            return
        self.seen.add(kind)
        (self.folder / f"{kind}.input").write_bytes(given)
        (self.folder / f"{kind}.file").write_bytes(self.reader.file(given))
        (self.folder / f"{kind}.txt").write_text("".join(traceback.format_exception(unexpected)), "utf-8")


def fuzz(name: str, folder: Path, executions: int, seed: int, patience: float) -> None:
    """Never returns: libFuzzer ends the process."""
    first, grown, found = (folder / part / name for part in ("seeds", "grown", "found"))
    for made in (first, grown, found):
        made.mkdir(parents=True, exist_ok=True)
    known = seeds(name)
    for at, given in enumerate(known[:: max(1, 4 * len(known) // executions)]):  # one in four executions, at most
        (first / f"{at:03}").write_bytes(given)
        if patience:
            READERS[name].run(given)  # what is loaded late is loaded before any clock runs
    options = {"runs": executions, "seed": seed, "max_len": LARGEST, "timeout": WEDGED, "rss_limit_mb": MOST_MEMORY,
               "artifact_prefix": f"{found}/", "verbosity": 0}  # fmt: skip
    argv = [sys.argv[0], *(f"-{option}={value}" for option, value in options.items()), str(grown), str(first)]
    atheris.Setup(argv, Trial(READERS[name], found, patience))
    atheris.Fuzz()


def main() -> int:
    folder, executions, seed, patience, *names = sys.argv[1:]
    ended = 0
    for name in names:
        child = os.fork()
        if not child:
            fuzz(name, Path(folder), int(executions), int(seed), float(patience))
        ended |= os.waitpid(child, 0)[1]
    return 1 if ended else 0


if __name__ == "__main__":
    raise SystemExit(main())
