"""One post told in two ways: another text, another time. It is counted once; what the other row said is kept.

An author edits, a tool shifts its clock: exports that overlap then contradict each other, and which of them is right is
for people to say (docs/decisions/0067).
"""

import re
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from rebond.corpus.pseudonyms import fixed_ids
from rebond.tables import VERSIONS

TOLD = ("post_id", "text_key", "published_at", "precision", "raw_file", "raw_row")
# Of two times, the one known less exactly says how far apart they may be; tools round seconds.
SLACK = {"second": 60, "minute": 60, "hour": 3_600, "day": 86_400}
MICRO = 1_000_000
_CUT = re.compile(r"(?:…|\.\.\.)\s*(?:https?://\S+\s*)?$")


@dataclass(frozen=True, slots=True)
class Others:
    """Rows that gave way and say something else. places: rows of the table they come from; of: the row that stays."""

    places: np.ndarray
    of: np.ndarray
    in_text: np.ndarray
    in_time: np.ndarray

    def __len__(self) -> int:
        return len(self.places)

    def among(self, kept: np.ndarray) -> "Others":
        """The same, in the table of the rows that are kept of theirs. kept: shape (n,), bool."""
        moved = np.cumsum(kept) - 1
        return Others(moved[self.places], moved[self.of], self.in_text, self.in_time)


def others(rows: pa.Table, stays: np.ndarray) -> Others:
    """The rows of a post whose wording or time is not that of the row that stays.

    rows: TOLD, of posts of which each has one row that stays. stays: shape (n,), bool.
    """
    ids, keys = fixed_ids(rows["post_id"]), fixed_ids(rows["text_key"])
    kept = np.flatnonzero(stays)
    kept = kept[np.argsort(ids[kept], kind="stable")]
    rest = np.flatnonzero(~stays)
    of = kept[np.minimum(np.searchsorted(ids[kept], ids[rest]), len(kept) - 1)] if len(kept) else rest[:0]
    rest = rest if len(kept) else rest[:0]
    seconds = np.asarray(rows["published_at"].cast(pa.int64())) // MICRO
    slack = np.array([SLACK[one] for one in rows["precision"].to_pylist()], np.int64)
    known = ids[of] == ids[rest]
    in_text = known & (keys[of] != keys[rest])
    in_time = known & (np.abs(seconds[of] - seconds[rest]) > np.maximum(slack[of], slack[rest]))
    found = in_text | in_time
    return Others(rest[found], of[found], in_text[found], in_time[found])


def versions_of(rows: pa.Table, found: Others) -> pa.Table:
    """VERSIONS. rows: TOLD with `text`. A text that is only the beginning of the one that stays says nothing else."""
    theirs, ours = (rows["text"].take(pa.array(at)).to_pylist() for at in (found.places, found.of))
    shorter = np.array([_is_beginning(one, whole) for one, whole in zip(theirs, ours, strict=True)], bool)
    told = ~(found.in_text & shorter) | found.in_time
    taken = rows.take(pa.array(found.places[told]))
    differs = np.where(found.in_text[told] & ~shorter[told], "text", "published_at")
    return taken.append_column("differs", pa.array(differs.tolist(), pa.string())).select(VERSIONS.names).cast(VERSIONS)


def still_other(versions: pa.Table, posts: pa.Table) -> pa.Table:
    """VERSIONS without those that say what is now counted: a later file may have put them in the place of another.

    posts: post_id, text, published_at, precision of the posts they are versions of.
    """
    counted = {one["post_id"]: one for one in posts.to_pylist()}
    told: dict[tuple[object, ...], dict[str, object]] = {}
    for row in versions.to_pylist():
        post = counted.get(row["post_id"])
        apart = post and abs((row["published_at"] - post["published_at"]).total_seconds()) > SLACK[post["precision"]]
        if post is None or apart or row["text"] != post["text"]:
            told.setdefault((row["post_id"], row["text"], row["published_at"]), row)
    return pa.Table.from_pylist(list(told.values()), schema=VERSIONS)


def _is_beginning(text: str, whole: str) -> bool:
    cut = _CUT.sub("", text)
    return cut != text and whole.startswith(cut.rstrip())
