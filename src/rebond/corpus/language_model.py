"""py3langid's model, asked for a whole column of texts at once: its own features and weights, seven times as fast.

A text is walked byte by byte through an automaton whose states mark the features that end there; the library does so
one text after the other. Here all texts take their first byte, then their second: the same walk, in NumPy. A test
holds the two to one answer.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from rebond.corpus.marks import Bytes

AT_ONCE = 4_096  # texts walked together: what the processor keeps at hand
LONGEST = 1_000  # characters that are read: more change nothing


class LanguageModel:
    """What the model says of texts, held to a few languages. labels: those it knows of them, in order."""

    def __init__(self, languages: Sequence[str]) -> None:
        from py3langid.langid import MODEL_FILE, LanguageIdentifier  # 4.5 MB, unpacked where it is asked for

        whole = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
        whole.set_languages([lang for lang in languages if lang in whole.labels])
        self.labels: tuple[str, ...] = tuple(sorted({*whole.nb_classes}))
        self._label_of = np.searchsorted(self.labels, whole.nb_classes)  # two columns may bear one label
        self._next = np.frombuffer(whole.tk_nextmove, whole.tk_nextmove.typecode)
        self._row = np.asarray(whole.tk_row, np.int64) * 256
        self._feature = np.asarray(whole.tk_output, np.int32)
        self._weights, self._usual = whole.nb_ptc.astype(np.float64), whole.nb_pc.astype(np.float64)

    def chances(self, texts: pa.StringArray) -> np.ndarray:
        """The chance of each language, shape (texts, labels): rows add up to 1. texts: in lower case."""
        read = pc.utf8_normalize(pc.utf8_slice_codeunits(texts, 0, LONGEST), "NFC")
        parts = [self._part(Bytes(read.slice(at, AT_ONCE))) for at in range(0, len(read), AT_ONCE)]
        return np.concatenate([np.zeros((0, len(self.labels))), *parts])

    def _part(self, texts: Bytes) -> np.ndarray:
        sizes = np.diff(texts.offsets)
        features = self._walked(texts.data, texts.offsets[:-1], sizes)
        met = np.flatnonzero(features >= 0)
        pairs, times = np.unique(texts.rows(met) * len(self._weights) + features[met], return_counts=True)
        rows, found = np.divmod(pairs, len(self._weights))
        scores = np.zeros((len(sizes), self._weights.shape[1]))
        told, firsts = np.unique(rows, return_index=True)
        if len(told):
            weighed = self._weights[found] * np.log1p(times)[:, None]
            scores[told] = np.add.reduceat(weighed, firsts, axis=0) + self._usual
        scores /= np.sqrt(np.maximum(sizes, 1))[:, None]  # as the library does: long texts would all be sure
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        merged = np.zeros((len(self.labels), len(sizes)))
        np.add.at(merged, self._label_of, odds.T)
        return (merged / merged.sum(axis=0)).T

    def _walked(self, data: np.ndarray, starts: np.ndarray, sizes: np.ndarray) -> np.ndarray:
        """The feature that ends at each byte, -1 where none does. Longest texts first: those that end drop off."""
        order = np.argsort(-sizes, kind="stable")
        starts, sizes = starts[order], sizes[order]
        state, features = np.zeros(len(order), np.int64), np.full(len(data), -1, np.int32)
        going = np.searchsorted(-sizes, -np.arange(sizes.max(initial=0)), side="left")
        for step, n in enumerate(going.tolist()):
            at = starts[:n] + step
            state[:n] = self._next[self._row[state[:n]] + data[at]]
            features[at] = self._feature[state[:n]]
        return features


@cache
def language_model(languages: tuple[str, ...]) -> LanguageModel:
    """The model held to some languages, loaded once."""
    return LanguageModel(languages)
