"""Near-copy families: a text sent on with a word changed, cut short or dressed up is one wording, said many times.

Pairs that share a band are compared shingle by shingle; then each member with the oldest of its family, since A may be
like B and B like C while A and C have nothing in common. docs/decisions/0061 says why, and what was measured.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from rebond.corpus.shingles import NONE, Shingles, by_width, joined, shingles

ALIKE = 0.6  # shared shingles, of all those of two texts
DISTANT = 0.4  # shared shingles with the oldest of a family, of which one may be the copy of a copy
WITHIN = 0.9  # shared shingles, of those of a text cut short
WHOLE = 30  # shingles from which what was cut short is more than a turn of phrase
CUT_SHORT = r"(?:…|\.\.\.)$"
READ = 16_384  # texts read at once
COMPARED = 4_000_000  # shingles compared at once


@dataclass(frozen=True, slots=True)
class _Texts:
    """What n texts are compared by. cut: shape (n,), which of them a platform cut short."""

    sets: Shingles
    cut: np.ndarray

    @classmethod
    def of(cls, texts: pa.StringArray) -> "_Texts":
        sets = joined(shingles(texts.slice(at, READ)).sets() for at in range(0, len(texts), READ))
        return cls(sets, pc.match_substring_regex(texts, CUT_SHORT).to_numpy(zero_copy_only=False))


def find_families(bands: np.ndarray, texts_at: Callable[[np.ndarray], pa.StringArray]) -> np.ndarray:
    """The oldest member of the family of each wording, shape (n,): itself where nothing older is like it.

    bands: shape (n, BANDS), wordings in order of age, so that the order in which they were met has no say.
    texts_at: the wordings at given places, asked for once.
    """
    oldest = np.arange(len(bands))
    places = np.flatnonzero(_sharing(bands))
    if len(places):
        texts = _Texts.of(texts_at(places))
        oldest[places] = places[_oldest(texts, _models(texts, bands[places]))]
    return oldest


def _sharing(bands: np.ndarray) -> np.ndarray:
    """Whether each wording shares a band with another, shape (n,)."""
    sharing = np.zeros(len(bands), bool)
    for heads, members in map(_pairs, bands.T):
        sharing[heads] = sharing[members] = True
    return sharing


def _pairs(band: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(heads, members): each wording beside the oldest that shares its band."""
    order = np.argsort(band, kind="stable")
    fresh = np.ones(len(band), bool)
    fresh[1:] = band[order][1:] != band[order][:-1]
    head = order[fresh][np.cumsum(fresh) - 1]
    return head[~fresh], order[~fresh]


def _models(texts: _Texts, bands: np.ndarray) -> np.ndarray:
    """An older text for each that has one, shape (n,), itself where none is found: where these lead to is a family.

    Families of which two members are copies become one where their oldest are near enough; so a text that is older
    than what links it to the first is not left out. No pair is compared twice, nor one that is together already.
    """
    n = len(bands)
    model, unlike = np.arange(n), np.zeros(0, np.int64)
    for heads, members in map(_pairs, bands.T):
        ends = _ends(model)
        apart = (ends[heads] != ends[members]) & ~_among(heads * n + members, unlike)
        heads, members = heads[apart], members[apart]
        same = _compared(texts, heads, members, ALIKE)
        unlike = np.sort(np.append(unlike, (heads * n + members)[~same]))
        ends = np.sort([ends[heads[same]], ends[members[same]]], axis=0)
        older, younger = np.divmod(np.unique(ends[0] * n + ends[1]), n)
        near = _compared(texts, older, younger, DISTANT)
        np.minimum.at(model, younger[near], older[near])
    return model


def _among(keys: np.ndarray, known: np.ndarray) -> np.ndarray:
    """Whether each key is among known ones, in ascending order."""
    at = np.searchsorted(known, keys)
    return np.append(known, -1)[at] == keys


def _oldest(texts: _Texts, model: np.ndarray) -> np.ndarray:
    """Where the models of each text lead to, shape (n,), each text being near enough to that one.

    One that is not begins a family, and those copied from it follow; then all is looked at again.
    """
    near_to = model.copy()  # the last end that each text was found near to
    while True:
        ends = _ends(model)
        asked = np.flatnonzero(ends != near_to)
        near = _compared(texts, ends[asked], asked, DISTANT)
        near_to[asked[near]] = ends[asked[near]]
        far = np.zeros(len(model), bool)
        far[asked[~near]] = True
        if not far.any():
            return ends
        begins = far & ~far[model]
        model[begins] = near_to[begins] = np.flatnonzero(begins)


def _ends(model: np.ndarray) -> np.ndarray:
    """Where it leads to go from each text to its model, and on."""
    ends = model
    while not np.array_equal(further := ends[ends], ends):
        ends = further
    return ends


# --- comparing -----------------------------------------------------------------------------------------
def _compared(texts: _Texts, one: np.ndarray, other: np.ndarray, least: float) -> np.ndarray:
    """Whether the two texts of each pair have enough in common, shape (pairs,)."""
    sizes = texts.sets.sizes
    parts = np.cumsum(sizes[one] + sizes[other]) // COMPARED
    edges = np.flatnonzero(parts[1:] != parts[:-1]) + 1
    halves = zip(np.split(one, edges), np.split(other, edges), strict=True)
    return np.concatenate([_part(texts, sizes, a, b, least) for a, b in halves])


def _part(texts: _Texts, sizes: np.ndarray, one: np.ndarray, other: np.ndarray, least: float) -> np.ndarray:
    a, b = np.where(sizes[one] <= sizes[other], (one, other), (other, one))  # the shorter first
    shared, short, long = _shared(texts.sets, a, b), sizes[a], sizes[b]
    alike, within = shared / np.maximum(short + long - shared, 1), shared / np.maximum(short, 1)
    return (alike >= least) | (texts.cut[a] & (short >= WHOLE) & (within >= WITHIN))


def _shared(sets: Shingles, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """How many shingles the two texts of each pair have in common."""
    shared = np.zeros(len(one), np.int64)
    for pairs, width in by_width(np.maximum(sets.sizes[one], sets.sizes[other])):
        both = np.sort(np.hstack([sets.block(one[pairs], width), sets.block(other[pairs], width)]), axis=1)
        shared[pairs] = ((both[:, 1:] == both[:, :-1]) & (both[:, 1:] != NONE)).sum(axis=1)
    return shared
