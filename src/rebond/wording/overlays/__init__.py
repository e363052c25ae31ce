"""Regional words. The French catalogues are written for Québec; an overlay swaps the words France says otherwise."""

import re
import tomllib
from functools import cache
from importlib import resources


def overlay(text: str, tag: str) -> str:
    """`text` with the words of the region; a capital initial stays a capital. Unknown regions change nothing."""
    pattern, words = _words(tag)
    if pattern is None:
        return text
    return pattern.sub(lambda found: _cased(words[found.group(0).lower()], found.group(0)), text)


@cache
def _words(tag: str) -> tuple[re.Pattern[str] | None, dict[str, str]]:
    source = resources.files(__name__) / f"{tag}.toml"
    if not source.is_file():
        return None, {}
    entries = tomllib.loads(source.read_text("utf-8")).get("replace", [])
    words = {entry["from"].lower(): entry["to"] for entry in entries}
    if not words:
        return None, {}
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)", re.IGNORECASE), words


def _cased(word: str, like: str) -> str:
    return word[:1].upper() + word[1:] if like[:1].isupper() else word
