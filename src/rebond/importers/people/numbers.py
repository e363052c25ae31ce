"""Numbers as people write them: "1 234,5", "1,234.5", "18 000 $", "12 %". The decimal mark is decided on the column."""

import re
from collections.abc import Sequence

from rebond.importers.people.folding import plain

_SPACES = re.compile(r"(?<=\d)[ \u00a0\u202f\u2009'’](?=\d{3}(?!\d))")
_BEFORE, _AFTER = re.compile(r"^[^\d+.,-]{0,4}"), re.compile(r"(?<=\d)\D{0,12}$")
_PLAIN = re.compile(r"[+-]?\d{1,18}(?:\.\d{1,18})?")
_ABSENT = frozenset({"", "n a", "na", "nd", "null", "none", "nan", "non fourni", "not provided", "non disponible",
                     "not available", "inconnu", "unknown", "x"})  # fmt: skip


def is_absent(cell: str) -> bool:
    """Whether a cell says that there is no number: empty, a dash, n/a. It never means zero."""
    return plain(cell) in _ABSENT


def decimal_mark(cells: Sequence[str]) -> str:
    """ "," or ".": the mark that stands before the decimals of a column."""
    for cell in cells:
        text = _SPACES.sub("", cell.strip())
        marks = [sign for sign in text if sign in ".,"]
        if len(set(marks)) == 2:
            return marks[-1]
        if len(marks) == 1 and not re.search(rf"\d{{1,3}}\{marks[0]}\d{{3}}(?!\d)", text):
            return marks[0]
    return "."


def number_in(cell: str, decimal: str) -> float | None:
    """The number a cell holds, without its unit; None when it holds none, or several."""
    text = _SPACES.sub("", cell[:60].strip()).replace("\u2212", "-")
    text = _AFTER.sub("", _BEFORE.sub("", text))
    text = text.replace("," if decimal == "." else ".", "").replace(",", ".")
    return float(text) if _PLAIN.fullmatch(text) else None
