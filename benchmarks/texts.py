"""What is decided on every distinct wording, alone in a process: `python -m benchmarks.texts families FILE.csv`.

Prints how many wordings there were; a case of benchmarks.run reads it, and tells the cost per million.
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from rebond.corpus.bands import as_numbers, bands_of
from rebond.corpus.families import find_families
from rebond.corpus.languages import languages_of
from rebond.corpus.wordings import without_repost, wordings

ROWS = 65_536


def distinct(path: Path) -> pa.StringArray:
    """Distinct wordings of the texts of a simulated file, in the order in which they were first said."""
    with path.open(encoding="utf-8", newline="") as stream:
        texts = pa.array([row["text"] for row in csv.DictReader(stream)])
    return pc.unique(wordings(without_repost(texts)))


def families(texts: pa.StringArray) -> None:
    bands = pa.concat_arrays([bands_of(part) for part in _parts(texts)])
    long = np.flatnonzero(bands.is_valid().to_numpy(zero_copy_only=False))
    find_families(as_numbers(bands.drop_null()), lambda at: texts.take(pa.array(long[at])))


def languages(texts: pa.StringArray) -> None:
    for part in _parts(texts):
        languages_of(part)


def _parts(texts: pa.StringArray) -> Iterator[pa.StringArray]:
    return (texts.slice(at, ROWS) for at in range(0, len(texts), ROWS))


if __name__ == "__main__":
    whole = distinct(Path(sys.argv[2]))
    {"families": families, "languages": languages, "nothing": lambda texts: None}[sys.argv[1]](whole)
    print(len(whole))
