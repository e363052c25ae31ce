"""Columns of text to columns of values, a column at a time. Absent stays null; odd cells are told, not guessed."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from rebond.importers.names import plain
from rebond.importers.source import CUT, Problem
from rebond.tables import NOTHING

Lines = npt.NDArray[np.int64]
MOST_COUNT = 10**15
NUMBER = re.compile(r"(-?\d+(?:[.,]\d+)?)\s*([kKmM])?")
GROUPED = re.compile(r"-?\d{1,3}(?:([ \u00a0\u202f,.'’])\d{3})(?:\1\d{3})*")
STARS = {"one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0}
WORDS = {
    **dict.fromkeys(("true", "1", "1.0", "yes", "oui", "vrai", "t", "y", "o"), True),
    **dict.fromkeys(("false", "0", "0.0", "no", "non", "faux", "f", "n"), False),
}
LANGUAGES = {
    "french": "fr", "francais": "fr", "english": "en", "anglais": "en", "spanish": "es", "espagnol": "es",
    "german": "de", "allemand": "de", "italian": "it", "italien": "it", "portuguese": "pt", "portugais": "pt",
    "dutch": "nl", "neerlandais": "nl", "arabic": "ar", "arabe": "ar", "fre": "fr", "fra": "fr", "eng": "en",
    "spa": "es", "ger": "de", "deu": "de", "ita": "it", "por": "pt", "nld": "nl", "dut": "nl", "ara": "ar",
}  # fmt: skip
NOT_LANGUAGES = frozenset({"un", "qm"})
PRINTED = re.compile(r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|(.))", re.DOTALL)


def filled(column: pa.StringArray) -> pa.StringArray:
    """Cells without the spaces around them; empty ones are null."""
    trimmed = pc.utf8_trim_whitespace(column) if _may_need_trimming(column) else column
    empty = pc.equal(pc.binary_length(trimmed), 0)
    return pc.if_else(empty, NOTHING, trimmed) if pc.any(empty, min_count=0).as_py() else trimmed


def _may_need_trimming(column: pa.StringArray) -> bool:
    """Whether a cell begins or ends with a byte that may be of a space: most columns have none, and are left as is."""
    if not len(column):
        return False
    ends = np.frombuffer(column.buffers()[1], np.int32, len(column) + 1, column.offset * 4)
    first, last = ends[0], ends[-1]
    if first == last:
        return False
    data = np.frombuffer(column.buffers()[2], np.uint8)
    # An empty cell stands for a neighbour.
    begins, stops = data[np.minimum(ends[:-1], last - 1)], data[np.maximum(ends[1:], first + 1) - 1]
    return any(bool((some <= 32).any() or (some >= 128).any()) for some in (begins, stops))


def holds(column: pa.StringArray, byte: int) -> bool:
    """Whether a byte of ASCII stands anywhere in a column."""
    data = column.buffers()[2]
    return data is not None and bool((np.frombuffer(data, np.uint8) == byte).any())


def by_distinct(column: pa.StringArray, meaning: Callable[[str], Any], kind: pa.DataType) -> pa.Array:
    """What each cell means, asked once a distinct cell. Null stays null."""
    coded = pc.dictionary_encode(column)
    meanings = pa.array([None if cell is None else meaning(cell) for cell in coded.dictionary.to_pylist()], kind)
    return meanings.take(coded.indices)


def counts(column: pa.StringArray, field: str, lines: Lines, problems: list[Problem]) -> pa.Int64Array:
    """Counts. "1 234", "1,234", "1.2k", "12.0" are read; a negative number or a word is a problem, and null."""
    plainly = pc.and_(pc.ascii_is_decimal(column), pc.less_equal(pc.binary_length(column), 15))
    if pc.all(plainly, min_count=0).as_py():
        return column.cast(pa.int64())
    easy = pc.if_else(plainly, column, NOTHING).cast(pa.int64())
    odd = pc.if_else(plainly, NOTHING, column)
    read = by_distinct(odd, as_count, pa.int64())
    for at in np.flatnonzero(np.asarray(pc.and_(pc.is_valid(odd), pc.is_null(read)))):
        cell = odd[int(at)].as_py()
        if cell.lower() not in ("nan", "null", "none", "n/a", "na", "-", "–", "—"):
            code = "negative-number" if re.match(r"-\s*\d", cell) else "not-a-number"
            problems.append(Problem(int(lines[at]), code, field, cell[:CUT]))
    return pc.coalesce(easy, read)


@lru_cache(maxsize=4096)
def as_count(cell: str) -> int | None:
    """1 234, 1,234, 1.2k, 3M, 12.0 → a count; None when it is not one."""
    cell = cell.strip()
    if GROUPED.fullmatch(cell):
        cell = re.sub(r"[^\d-]", "", cell)
    found = NUMBER.fullmatch(cell)
    if not found:
        return None
    value = float(found.group(1).replace(",", ".")) * {"k": 1e3, "m": 1e6}.get((found.group(2) or "").lower(), 1)
    if not 0 <= value < MOST_COUNT:  # 400 figures are read as infinity
        return None
    return round(value) if abs(value - round(value)) < 1e-6 else None


def ratings(column: pa.StringArray, lines: Lines, problems: list[Problem]) -> pa.DoubleArray:
    """Stars, 0 to 5. "4/5", "4,5", "FIVE" and ★★★★ are read."""
    read = by_distinct(column, as_stars, pa.float64())
    for at in np.flatnonzero(np.asarray(pc.and_(pc.is_valid(column), pc.is_null(read)))):
        problems.append(Problem(int(lines[at]), "not-a-number", "rating", column[int(at)].as_py()[:CUT]))
    return read


@lru_cache(maxsize=1024)
def as_stars(cell: str) -> float | None:
    """The stars a cell gives, or None."""
    if cell.lower() in STARS:
        return STARS[cell.lower()]
    if set(cell) <= set("★☆⭐"):
        return float(len(cell) - cell.count("☆"))
    found = re.fullmatch(r"(\d(?:[.,]\d+)?)(?:\s*/\s*5)?", cell)
    value = float(found.group(1).replace(",", ".")) if found else 9.0
    return value if value <= 5 else None


def flags(column: pa.StringArray) -> pa.BooleanArray:
    """Yes or no, in both languages; anything else is null."""
    return by_distinct(column, lambda cell: WORDS.get(cell.lower()), pa.bool_())


def languages(column: pa.StringArray) -> pa.StringArray:
    """Codes of two letters. "French", "fr-CA", "FRA" are fr; "und" is null."""
    return by_distinct(column, as_language, pa.string())


def as_language(cell: str) -> str | None:
    """The code of a language, or None."""
    name = plain(cell).split(" ")[0] if cell else ""
    if name in LANGUAGES:
        return LANGUAGES[name]
    if name in NOT_LANGUAGES or not re.fullmatch(r"[a-z]{2}", name):
        return None
    return name


def unprinted(cell: str) -> str:
    r"""A text as it was before Python printed it between quotes: \n is a line, \uf8ff a sign."""
    return PRINTED.sub(_sign, cell)


def _sign(found: re.Match[str]) -> str:
    if found[4]:
        return {"n": "\n", "r": "\r", "t": "\t"}.get(found[4], found[4])
    code = int(found[1] or found[2] or found[3], 16)
    return chr(code) if code < 0xD800 or 0xDFFF < code <= 0x10FFFF else found[0]
