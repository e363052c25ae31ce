"""In which language a text is written: where its export does not say, and where there are words enough to tell.

py3langid (Lui and Baldwin 2012, in its new model), held to a few languages: most errors on short posts are languages
that nobody there speaks. Handles, links and hashtags are no language. docs/decisions/0060 says what was measured.
"""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from rebond.corpus.language_model import LanguageModel, language_model
from rebond.corpus.wordings import without_repost

USUAL = ("fr", "en", "es", "pt", "de", "it", "nl", "ar", "zh", "ru")  # beside those that the organisation owes
LETTERS = 20  # of a text, below which nothing is guessed
HALVES = 60  # letters from which the two halves of a text are read apart
BOTH = 0.15  # chance of French and of English, each, in a text that mixes them
TRACE = 0.02  # chance of the other below which the halves are not worth reading
MIXED = "mul"  # ISO 639: several languages
LANGUAGES = pa.schema([("text_key", pa.string()), ("lang", pa.string())])
NO_LANGUAGE = r"(?i)https?://\S+|\bwww\.\S+|[@#][\pL\pN_]+|&\w+;"


def languages_of(texts: pa.StringArray, owed: Sequence[str] = ()) -> pa.StringArray:
    """ISO 639-1 codes, "mul" where French and English are written in one text; null under 20 letters.

    owed: languages that are candidates as well; those the model does not know are left out.
    """
    bare = pc.utf8_lower(pc.replace_substring_regex(texts, NO_LANGUAGE, " "))
    letters = pc.utf8_length(pc.replace_substring_regex(bare, r"\PL+", "")).to_numpy()
    told = np.flatnonzero(letters >= LETTERS)
    if not len(told):
        return pa.nulls(len(texts), pa.string())
    said = np.full(len(texts), None, object)
    said[told] = _languages(bare.take(pa.array(told)), letters[told], language_model(tuple(sorted({*USUAL, *owed}))))
    return pa.array(said, pa.string())


def languages_by_key(part: tuple[pa.RecordBatch, Sequence[str]]) -> pa.Table:
    """text_key and lang of distinct texts. part: text_key and text; the languages owed."""
    texts, owed = part
    said = languages_of(without_repost(texts.column("text")), owed)
    return pa.table({"text_key": texts.column("text_key"), "lang": said}, schema=LANGUAGES)


def _languages(texts: pa.StringArray, letters: np.ndarray, model: LanguageModel) -> np.ndarray:
    chances = model.chances(texts)
    best = np.array(model.labels, object)[chances.argmax(axis=1)]
    french, english = (chances[:, model.labels.index(lang)] for lang in ("fr", "en"))
    other = np.where(np.isin(best, ("fr", "en")), np.minimum(french, english), 0)
    doubtful = np.flatnonzero((other >= TRACE) & (other < BOTH) & (letters >= HALVES))
    mixed = other >= BOTH
    mixed[doubtful] = _halves_differ(texts.take(pa.array(doubtful)), model)
    return np.where(mixed, MIXED, best)


def _halves_differ(texts: pa.StringArray, model: LanguageModel) -> np.ndarray:
    """Whether one half of each text is French and the other English, cut at the space after its middle."""
    firsts, seconds = [], []
    for text in texts.to_pylist():
        middle = text.find(" ", len(text) // 2)
        firsts.append(text[:middle] if middle > 0 else text)
        seconds.append(text[middle:] if middle > 0 else text)
    labels = np.array(model.labels, object)
    halves = (model.chances(pa.array(half, pa.string())) for half in (firsts, seconds))
    one, other = (labels[chances.argmax(axis=1)] for chances in halves)
    return ((one == "fr") & (other == "en")) | ((one == "en") & (other == "fr"))
