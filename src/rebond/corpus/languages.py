"""In which language a text is written: where its export does not say, and where there are words enough to tell.

py3langid (Lui and Baldwin 2012, in its new model), held to a few languages: most errors on short posts are languages
that nobody there speaks. Handles, links and hashtags are no language. docs/decisions/0060 says what was measured.
"""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from rebond.corpus.wordings import without_repost

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

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
    identifier = _identifier(tuple(sorted({*USUAL, *owed})))
    said: list[str | None] = [None] * len(texts)
    told = np.flatnonzero(letters >= LETTERS)
    for at, text in zip(told.tolist(), bare.take(pa.array(told)).to_pylist(), strict=True):
        said[at] = _language(identifier, text, int(letters[at]))
    return pa.array(said, pa.string())


def languages_by_key(part: tuple[pa.RecordBatch, Sequence[str]]) -> pa.Table:
    """text_key and lang of distinct texts. part: text_key and text; the languages owed."""
    texts, owed = part
    said = languages_of(without_repost(texts.column("text")), owed)
    return pa.table({"text_key": texts.column("text_key"), "lang": said}, schema=LANGUAGES)


def _language(identifier: "LanguageIdentifier", text: str, letters: int) -> str:
    chances = dict(identifier.rank(text))
    best = max(chances, key=lambda lang: (chances[lang], lang))
    if best not in ("fr", "en"):
        return best
    other = chances["en" if best == "fr" else "fr"]
    if other >= BOTH:
        return MIXED
    return MIXED if letters >= HALVES and other >= TRACE and _halves_differ(identifier, text) else best


def _halves_differ(identifier: "LanguageIdentifier", text: str) -> bool:
    middle = text.find(" ", len(text) // 2)
    if middle < 0:
        return False
    halves = (identifier.classify(half)[0] for half in (text[:middle], text[middle:]))
    return set(halves) == {"fr", "en"}


@cache
def _identifier(languages: tuple[str, ...]) -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # a model of 4.5 MB, loaded where it is asked

    one = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    one.set_languages([lang for lang in languages if lang in one.labels])
    return one
