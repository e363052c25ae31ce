"""Wordings as sets of five characters in a row: what near-copies have in common, in any language.

Mentions, punctuation and pictures do not count: the same text is sent to ten accounts, with other faces at its end.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

CHARACTERS = 5
LONGEST = 5_000  # characters that are read: the copy of an article is known long before its end
SPACE = ord(" ")
MENTION = r"@[\pL\pN_.\-]+"
WORDED = frozenset("LNM")  # letters, digits, and the marks that letters of many scripts bear
NONE = np.uint32(2**32 - 1)  # no shingle
SPREAD = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Shingles:
    """Hashes of the shingles of n texts, one text after the other, as they stand in each.

    hashes: shape (all,), uint32. starts: shape (n + 1,), where each text begins. letters: shape (n,), of each text.
    """

    hashes: np.ndarray
    starts: np.ndarray
    letters: np.ndarray

    @property
    def sizes(self) -> np.ndarray:
        """How many each text has, shape (n,)."""
        return np.diff(self.starts)

    def sets(self) -> "Shingles":
        """Each text's shingles once, in ascending order."""
        blocks, sizes = [], np.zeros(len(self.letters), np.int64)
        for rows, width in by_width(self.sizes):
            block = np.sort(self.block(rows, width), axis=1)
            fresh = block != NONE
            fresh[:, 1:] &= block[:, 1:] != block[:, :-1]
            sizes[rows] = fresh.sum(axis=1)
            blocks.append((rows, block[fresh]))
        starts = np.append(0, np.cumsum(sizes))
        hashes = np.zeros(int(starts[-1]), np.uint32)
        for rows, found in blocks:
            hashes[spans(starts[rows], sizes[rows])] = found
        return Shingles(hashes, starts, self.letters)

    def block(self, rows: np.ndarray, width: int) -> np.ndarray:
        """The shingles of some texts, one text a row, NONE behind them: shape (rows, width)."""
        block, sizes = np.full((len(rows), width), NONE), self.sizes[rows]
        block[np.arange(width) < sizes[:, None]] = self.hashes[spans(self.starts[rows], sizes)]
        return block


def joined(parts: Iterable[Shingles]) -> Shingles:
    """The shingles of some texts, then those of others."""
    held = list(parts)
    sizes = np.concatenate([part.sizes for part in held])
    hashes, letters = (np.concatenate([getattr(part, name) for part in held]) for name in ("hashes", "letters"))
    return Shingles(hashes, np.append(0, np.cumsum(sizes)), letters)


def by_width(sizes: np.ndarray) -> Iterator[tuple[np.ndarray, int]]:
    """(places, width) of all that fit in a row of 64, 128, 256 …: short rows are sorted forty times faster than all."""
    width, narrower = 64, -1
    while narrower < sizes.max(initial=-1):
        places = np.flatnonzero((sizes <= width) & (sizes > narrower))
        if len(places):
            yield places, width
        width, narrower = 2 * width, width


def spans(starts: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """Each place from a start on, as many as its size, one span after the other."""
    ends = np.cumsum(sizes)
    return np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts - (ends - sizes), sizes)


def shingles(wordings: pa.StringArray) -> Shingles:
    """The shingles of each wording; none where it has fewer than five characters."""
    codes, starts, letters = _characters(wordings)
    hashes = np.zeros(max(0, len(codes) - CHARACTERS + 1), np.uint64)
    for place in range(CHARACTERS):
        hashes = hashes * np.uint64(0x100000001B3) + codes[place : place + len(hashes)]
    hashes = np.minimum((hashes * SPREAD >> np.uint64(32)).astype(np.uint32), NONE - np.uint32(1))
    kept = np.ones(len(codes), bool)
    for place in range(1, CHARACTERS):  # one that would run into the next text is none
        kept[np.maximum(starts[1:] - place, starts[:-1])[starts[1:] > starts[:-1]]] = False
    sizes = np.maximum(np.diff(starts) - CHARACTERS + 1, 0)
    return Shingles(hashes[kept[: len(hashes)]], np.append(0, np.cumsum(sizes)), letters)


def _characters(wordings: pa.StringArray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(code points of all texts, where each begins, letters of each), all that is no letter made one space."""
    whole = pc.utf8_slice_codeunits(wordings, 0, LONGEST)
    called = pc.match_substring(whole, "@")
    if pc.any(called, min_count=0).as_py():
        bare = pc.replace_substring_regex(whole.filter(called), MENTION, " ")
        whole = pc.replace_with_mask(whole, called, bare)
    codes = np.frombuffer("".join(whole.to_pylist()).encode("utf-32-le"), np.uint32)
    starts = np.append(0, np.cumsum(pc.utf8_length(whole).to_numpy()))
    worded = _worded(codes)
    letters = np.append(0, np.cumsum(worded))
    follows = np.append(False, worded[:-1])
    follows[starts[:-1][starts[:-1] < len(codes)]] = False
    more = letters[:-1] < np.repeat(letters[starts[1:]], np.diff(starts))
    kept = worded | (follows & more)  # one space after a word, none in front of a text or at its end
    passed = np.append(0, np.cumsum(kept))
    return np.where(worded, codes, SPACE)[kept].astype(np.uint64), passed[starts], np.diff(letters[starts])


def _worded(codes: np.ndarray) -> np.ndarray:
    """Which characters are part of a word. Each character met is looked up once."""
    met = np.flatnonzero(np.bincount(codes)) if len(codes) else codes
    table = np.zeros(int(met[-1]) + 1 if len(met) else 0, bool)
    table[met] = [unicodedata.category(chr(code))[0] in WORDED for code in met.tolist()]
    return table[codes]
