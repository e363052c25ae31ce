"""Text as it is compared: without case, accents and typographic marks, letter for letter.

`fold` keeps the length, so that what is found in the folded text can be cut out of the text people wrote.
"""

import re
import unicodedata

_MARKS = {
    "\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u00b4": "'", "\u2013": "-", "\u2014": "-", "\u2011": "-",
    "\u2212": "-", "\u2192": ">", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\t": " ", "\n": " ",
    "\r": " ", "\u2248": "~", "\u223c": "~", "\u0153": "o", "\u00e6": "a", "\u00df": "s", "\ufeff": " ",
    "\u200e": " ", "\u200f": " ",
}  # fmt: skip


class _Letters(dict[int, str]):
    """What each letter becomes, worked out the first time it is met."""

    def __missing__(self, code: int) -> str:
        self[code] = _letter(chr(code))
        return self[code]


_TABLE = _Letters()


def fold(text: str) -> str:
    """The text in lower case without accents, as long as the text itself."""
    return text.translate(_TABLE)


def _letter(letter: str) -> str:
    if letter.isascii():
        return " " if letter in "\t\n\r" else letter.lower()
    if letter in _MARKS:
        return _MARKS[letter]
    bare = unicodedata.normalize("NFKD", letter)[0].lower()
    return bare if len(bare) == 1 else letter


def squeeze(text: str) -> str:
    """One space between words, none at the ends."""
    return " ".join(text.split())


def plain(text: str) -> str:
    """Only words and figures, folded: the form in which names of columns and labels are compared."""
    return squeeze(re.sub(r"[^a-z0-9]+", " ", fold(unicodedata.normalize("NFC", text))))
