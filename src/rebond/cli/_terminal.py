"""Old terminals know few letters: say it more plainly there rather than stop on one.

A Windows console in cp1252 has no “≥” and no narrow space, a log server may speak ASCII only. UTF-8 is left alone.
"""

import codecs
import os
import unicodedata
from typing import TextIO

PLAINER = {
    "’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "…": "...", "–": "-", "—": "-", "−": "-", "·": "-",
    "×": "x", "≥": ">=", "≤": "<=", "→": "->", "•": "*", "\u202f": " ", "\u00a0": " ", "œ": "oe", "Œ": "OE",
}  # fmt: skip


def plainer(text: str) -> str:
    """ASCII nearest to the text; a question mark for what has none."""
    return "".join(PLAINER.get(letter) or _without_accent(letter) for letter in text)


def never_fail_on_a_letter(*streams: TextIO) -> None:
    """Letters that a stream cannot write become plainer ones instead of an error."""
    codecs.register_error("rebond.plainer", _replace)
    for stream in streams:
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="rebond.plainer")


def let_go_of(stream: TextIO) -> bool:
    """Write what is still held back, and give whether that could be done. Python does not try again at the end."""
    try:
        stream.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        return False
    return True


def _replace(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    return plainer(error.object[error.start : error.end]), error.end


def _without_accent(letter: str) -> str:
    return unicodedata.normalize("NFKD", letter).encode("ascii", "ignore").decode() or "?"
