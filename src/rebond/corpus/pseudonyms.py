"""Keyed names for posts and accounts: stable within a case, meaningless without its key.

A name is 72 bits of BLAKE2b, written as 12 characters: five columns of each post hold one. Among ten million posts the
chance of one clash is one in a hundred million (docs/decisions/0023).
"""

from base64 import urlsafe_b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

BYTES, WRITTEN = 9, 12  # of a digest, and of its text


@dataclass(frozen=True, slots=True)
class Accounts:
    """Accounts of n rows. ids: one a row, null where not known. distinct: each way of writing an account, once.

    rows: which of the distinct ones each row is, null where not known.
    """

    ids: pa.StringArray
    rows: pa.Int32Array
    distinct_ids: pa.StringArray
    distinct_platforms: pa.StringArray
    distinct_handles: pa.StringArray


class Pseudonyms:
    """The names of one case. key: 16 to 64 secret bytes, kept with the identities."""

    def __init__(self, key: bytes) -> None:
        self._posts = blake2b(digest_size=BYTES, key=key, person=b"post")
        self._untold = blake2b(digest_size=BYTES, key=key, person=b"post without id")
        self._authors = blake2b(digest_size=BYTES, key=key, person=b"author")

    def posts(self, platforms: pa.StringArray, native_ids: pa.StringArray) -> pa.StringArray:
        """post_id from the platform's own id; null where there is none."""
        if native_ids.null_count == len(native_ids):
            return pa.nulls(len(native_ids), pa.string())
        only = pc.unique(platforms)
        if len(only) > 1:
            return _named(pc.binary_join_element_wise(platforms, native_ids, "\n"), self._posts)
        start = self._posts.copy()  # what is common to all ids is taken in once
        start.update(f"{only[0].as_py()}\n".encode())
        return _named(native_ids, start)

    def untold(self, descriptions: pa.StringArray) -> pa.StringArray:
        """post_id of posts without an id of their own, from what tells them apart."""
        return _named(descriptions, self._untold)

    def accounts(self, platforms: pa.StringArray, handles: pa.StringArray) -> Accounts:
        """Accounts by platform and handle. Case, width and a leading @ make no difference."""
        coded = pc.dictionary_encode(pc.binary_join_element_wise(platforms, handles, "\n"))
        parts = pc.split_pattern(coded.dictionary, "\n", max_splits=1)
        where, who = pc.list_element(parts, 0), pc.list_element(parts, 1)
        ids = digests(bytes_of(pc.binary_join_element_wise(where, plain_handles(who), "\n")), self._authors)
        return Accounts(ids.take(coded.indices), coded.indices, ids, where, who)

    def authors(self, platforms: pa.StringArray, handles: pa.StringArray) -> pa.StringArray:
        """author_id of each row; null where the account is not known."""
        return self.accounts(platforms, handles).ids

    def author(self, platform: str, handle: str) -> str:
        """The pseudonym of one account."""
        return str(self.authors(pa.array([platform]), pa.array([handle]))[0].as_py())


def plain_handles(handles: pa.StringArray) -> pa.StringArray:
    """Handles in the one form they are compared in: no @, no case."""
    bare = pc.utf8_ltrim(pc.utf8_trim_whitespace(handles), "@")
    is_plain = pc.all(pc.string_is_ascii(bare), min_count=0).as_py()
    return pc.utf8_lower(bare if is_plain else pc.utf8_normalize(bare, "NFKC"))


def digests(values: Iterable[bytes], start: "blake2b") -> pa.StringArray:
    """One written digest a value. start: a hash object, left as it is."""
    raw, copy = [], start.copy
    for value in values:
        one = copy()
        one.update(value)
        raw.append(one.digest())
    return _written(b"".join(raw))


def bytes_of(texts: pa.StringArray) -> list[bytes]:
    """The UTF-8 of each text, none of them null. By NumPy: four times faster than `to_pylist`."""
    return list(pc.cast(texts, pa.binary()).to_numpy(zero_copy_only=False))


def characters(ids: pa.StringArray) -> np.ndarray:
    """The characters of written digests, none of them null: shape (n, WRITTEN), bytes."""
    if not len(ids):
        return np.zeros((0, WRITTEN), np.uint8)
    offsets = np.frombuffer(ids.buffers()[1], np.int32)
    start = int(offsets[ids.offset])  # a slice of a column with nulls does not start where its length says
    return np.frombuffer(ids.buffers()[2], np.uint8, len(ids) * WRITTEN, start).reshape(-1, WRITTEN)


def fixed_ids(ids: pa.StringArray | pa.ChunkedArray) -> np.ndarray:
    """post_ids as bytes of fixed length, shape (n,): sorted and compared without a Python object for each."""
    whole = ids.combine_chunks() if isinstance(ids, pa.ChunkedArray) else ids
    return characters(whole).copy().view(f"S{WRITTEN}").ravel()


def _named(texts: pa.StringArray, start: "blake2b") -> pa.StringArray:
    if not texts.null_count:
        return digests(bytes_of(texts), start)
    known = pc.is_valid(texts)
    place = pc.if_else(known, pc.subtract(pc.cumulative_sum(known.cast(pa.int64())), 1), pa.scalar(None, pa.int64()))
    return digests(bytes_of(texts.filter(known)), start).take(place)


def _written(raw: bytes) -> pa.StringArray:
    """All digests written at once: nine bytes make twelve characters, so their places are known beforehand."""
    n = len(raw) // BYTES
    offsets = np.arange(n + 1, dtype=np.int32) * WRITTEN
    return pa.StringArray.from_buffers(n, pa.py_buffer(offsets), pa.py_buffer(urlsafe_b64encode(raw)))
