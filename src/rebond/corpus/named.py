"""Which names posts hold most often: what to show a person whose own name for the organisation finds none of them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import pyarrow as pa

from rebond.corpus.wordings import without_repost

# An account, a hashtag, or words with a capital; those that open a sentence say nothing.
NAME = re.compile(r"[@#]\w{3,}|(?<![.!?…:«“\"(] )(?<!^)(?<![\w@#])[A-ZÀ-Ý][\w-]{2,}(?: [A-ZÀ-Ý][\w-]{2,}){0,2}")
SHOWN, LEAST = 6, 2


def names_seen(texts: Iterable[str], most: int = SHOWN) -> tuple[str, ...]:
    """The names found in most texts, at least LEAST; each in the spelling most used, without its sign."""
    found, spelt = Counter[str](), dict[str, Counter[str]]()
    for text in without_repost(pa.array(texts, pa.string())).to_pylist():
        written = dict(_named(text))
        found.update(written.keys())
        for key, spelling in written.items():
            spelt.setdefault(key, Counter())[spelling] += 1
    often = sorted((key for key, n in found.items() if n >= LEAST), key=lambda key: (-found[key], key))
    return tuple(min(spelt[key], key=lambda one: (-spelt[key][one], one)) for key in often[:most])


def _named(text: str) -> Iterator[tuple[str, str]]:
    for match in NAME.finditer(text):
        name = match[0].lstrip("@#")
        if not name.isdigit():
            yield re.sub(r"[\W_]+", "", name).casefold(), name
