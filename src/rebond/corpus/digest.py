"""One short digest of all that posts say: equal for equal posts, whatever the order of files, rows and imports.

Pseudonyms differ from case to case, so they do not enter it as such. What enters is which posts share an account, or
repost or answer the same post: the digest of the same exports is the same in every case.
"""

from collections.abc import Iterable
from hashlib import blake2b

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from rebond.corpus.pseudonyms import characters

WORDS = ("platform", "precision", "kind", "lang_declared", "tone_declared")
NUMBERS = ("published_at", "likes", "reposts", "replies", "views", "rating", "is_owned")
TIES = ("author_id", "parent_id", "root_id", "repost_of", "repost_of_author")
COLUMNS = ("text_key", *WORDS, *NUMBERS, *TIES)
MILLION = 1_000_000


class PostsDigest:
    """Add batches in any order, then ask for the digest."""

    def __init__(self) -> None:
        self._rows: list[np.ndarray] = []
        self._ties: dict[str, list[np.ndarray]] = {name: [] for name in TIES}

    def add(self, batch: pa.RecordBatch) -> None:
        """batch: COLUMNS of POSTS."""
        self._rows.append(_said(batch))
        for name in TIES:
            self._ties[name].append(_short(batch.column(name)))

    def hexdigest(self) -> str:
        """64 characters."""
        rows = np.concatenate(self._rows) if self._rows else np.zeros(0, np.uint64)
        whole = blake2b(digest_size=32)
        whole.update(len(rows).to_bytes(8, "little"))
        whole.update(_sum(_mixed(rows)))
        for name in TIES:
            ids = np.concatenate(self._ties[name]) if rows.size else rows
            whole.update(_sum(_mixed(_sums_by(ids, rows))))
        return whole.hexdigest()


def posts_digest(batches: Iterable[pa.RecordBatch]) -> str:
    """The digest of a whole body of posts."""
    digest = PostsDigest()
    for batch in batches:
        digest.add(batch)
    return digest.hexdigest()


def rows_said(batch: pa.RecordBatch) -> np.ndarray:
    """What each post says as 64 bits, ties included, shape (n,): equal within a case for rows that say the same.

    batch: COLUMNS of POSTS, and their text, of which the length alone counts beside its key.
    """
    rows = _mixed(_said(batch) ^ _number(pc.binary_length(batch.column("text"))))
    for place, name in enumerate(TIES, start=1):
        rows = _mixed(rows ^ (_short(batch.column(name)) * np.uint64(2 * place + 1)))
    return rows


def _said(batch: pa.RecordBatch) -> np.ndarray:
    rows = _short(batch.column("text_key"))
    for place, name in enumerate((*WORDS, *NUMBERS), start=1):
        value = _word(batch.column(name)) if name in WORDS else _number(batch.column(name))
        rows = _mixed(rows ^ (value * np.uint64(2 * place + 1)))
    return rows


def _sums_by(ids: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """For each id that is known, the sum of the rows that bear it (modulo 2⁶⁴)."""
    known = ids != 0
    _, back = np.unique(ids[known], return_inverse=True)
    sums = np.zeros(int(back.max()) + 1 if len(back) else 0, np.uint64)
    np.add.at(sums, back, rows[known])
    return sums


def _sum(values: np.ndarray) -> bytes:
    """Sums of two scramblings: 128 bits, whatever the order."""
    pair = (values.sum(dtype=np.uint64), _mixed(values ^ np.uint64(0x9E3779B97F4A7C15)).sum(dtype=np.uint64))
    return b"".join(int(one).to_bytes(8, "little") for one in pair)


def _short(ids: pa.StringArray) -> np.ndarray:
    """Written digests as 64-bit numbers; 0 where unknown."""
    numbers = np.zeros(len(ids), np.uint64)
    known = np.asarray(pc.is_valid(ids))
    written = pc.drop_null(ids)
    if len(written):
        data = characters(written)
        head = data[:, :8].copy().view("<u8").ravel()
        tail = data[:, 8:].copy().view("<u4").ravel().astype(np.uint64)
        numbers[known] = _mixed(head ^ _mixed(tail)) | np.uint64(1)
    return numbers


def _word(column: pa.StringArray) -> np.ndarray:
    coded = pc.dictionary_encode(column)
    words = (blake2b(word.encode(), digest_size=8).digest() for word in coded.dictionary.to_pylist())
    hashes = [int.from_bytes(word, "little") for word in words]
    codes = pc.fill_null(coded.indices, len(hashes)).to_numpy(zero_copy_only=False)
    return np.array([*hashes, 0], np.uint64)[codes]


def _number(column: pa.Array) -> np.ndarray:
    """Whole numbers, ratings as millionths; unknown is told from every number."""
    if pa.types.is_floating(column.type):
        column = pc.round(pc.multiply(column, MILLION)).cast(pa.int64())
    whole = pc.fill_null(column.cast(pa.int64()), -(2**62)).to_numpy(zero_copy_only=False)
    return _mixed(whole.astype(np.int64).view(np.uint64))


def _mixed(values: np.ndarray) -> np.ndarray:
    """The finaliser of SplitMix64 (Steele, Lea and Flood, 2014): each bit in changes half of those out."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))
