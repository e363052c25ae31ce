"""Bands of a MinHash signature: two wordings that share one may be near-copies, and are worth comparing.

Broder (1997) for the signature, Leskovec, Rajaraman and Ullman for its bands. Sixty-four smallest hashes in sixteen
bands of four: of two texts that share six shingles in ten, nine pairs in ten meet in a band; of seven in ten, 99 %.
"""

from itertools import pairwise

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from rebond.corpus.shingles import Shingles, shingles
from rebond.corpus.wordings import without_repost, wordings

LETTERS = 25  # of a text, below which only an equal wording is a copy
BANDS, ROWS = 16, 4
BAND = np.dtype("<u4")
WIDTH = BANDS * BAND.itemsize  # bytes of the bands of one text
AT_ONCE = 100_000  # shingles signed at once: what the processor keeps at hand
MIX = np.uint64(0x9E3779B97F4A7C15)

_FACTORS = np.random.default_rng(20251125).integers(1, 2**32, BANDS * ROWS, dtype=np.uint32) | np.uint32(1)
_SHIFTS = np.random.default_rng(20251126).integers(0, 2**32, BANDS * ROWS, dtype=np.uint32)


def bands_of(wordings: pa.StringArray) -> pa.FixedSizeBinaryArray:
    """The bands of each wording, WIDTH bytes; null below 25 letters."""
    read = shingles(wordings)
    signed = np.zeros((len(wordings), BANDS), BAND)
    edges = np.searchsorted(read.starts[:-1], np.arange(0, int(read.starts[-1]) + AT_ONCE, AT_ONCE))
    for start, end in pairwise(edges.tolist()):
        signed[start:end] = _signed(read, start, end)
    raw = [None, pa.py_buffer(signed)]
    bands = pa.FixedSizeBinaryArray.from_buffers(pa.binary(WIDTH), len(wordings), raw)
    return pc.if_else(pa.array(read.letters >= LETTERS), bands, pa.scalar(None, bands.type))


def banded(texts: pa.RecordBatch) -> pa.Table:
    """text_key, since and bands of the texts that are long enough. texts: text_key, text, since."""
    bands = bands_of(wordings(without_repost(texts.column("text"))))
    rows = pa.table({"text_key": texts.column("text_key"), "since": texts.column("since"), "bands": bands})
    return rows.filter(pc.is_valid(bands))


def as_numbers(bands: pa.FixedSizeBinaryArray) -> np.ndarray:
    """Bands, none of them null, as numbers: shape (n, BANDS)."""
    if not len(bands):
        return np.zeros((0, BANDS), BAND)
    return np.frombuffer(bands.buffers()[1], BAND, len(bands) * BANDS, bands.offset * WIDTH).reshape(-1, BANDS)


def _signed(read: Shingles, start: int, end: int) -> np.ndarray:
    """Bands of the texts from start to end, shape (end - start, BANDS)."""
    signed = np.zeros((end - start, BANDS), np.uint64)
    filled = np.flatnonzero(read.sizes[start:end])
    if not len(filled):
        return signed.astype(BAND)
    hashes = read.hashes[read.starts[start] : read.starts[end]]
    begins = read.starts[start:end][filled] - read.starts[start]
    for place, (factor, shift) in enumerate(zip(_FACTORS, _SHIFTS, strict=True)):
        smallest = np.minimum.reduceat(hashes * factor + shift, begins)
        band = signed[:, place // ROWS]
        band[filled] = (band[filled] ^ smallest) * MIX
    return (signed >> np.uint64(32)).astype(BAND)
