"""Marks of prefilled rows: an id, and a digest of what stood there, in a hidden column.

A row people did not touch is recognised on reading and adds nothing; one they overwrote is read like any other.
"""

import re
from collections.abc import Iterable
from hashlib import sha256

EXAMPLE = "example"
_MARK = re.compile(r"([a-z]+(?:-[\w.:]+)*)#([0-9a-f]{8})")


def mark(id: str, cells: Iterable[str]) -> str:
    """The mark of a row whose other cells are `cells`."""
    return f"{id}#{_digest(cells)}"


def id_of(cell: str) -> str | None:
    """The id in a mark; None when the cell is no mark."""
    found = _MARK.fullmatch(cell.strip())
    return found[1] if found else None


def is_untouched(cell: str, others: Iterable[str]) -> bool:
    """Whether the other cells of the row are those written with the mark, wherever they stand (empty ones aside)."""
    found = _MARK.fullmatch(cell.strip())
    return found is not None and found[2] == _digest(others)


def _digest(cells: Iterable[str]) -> str:
    filled = sorted(" ".join(cell.split()) for cell in cells if cell.strip())
    return sha256("\x1f".join(filled).encode()).hexdigest()[:8]
