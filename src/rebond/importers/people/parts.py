"""Parts of the day as people name them: "matin", "late afternoon", "dans la nuit"."""

import re
import tomllib
from functools import cache
from importlib import resources


def find_parts(text: str) -> list[tuple[int, int]]:
    """Where the parts of a day are named in a folded text."""
    return [found.span() for found in _parts()[0].finditer(text)]


def part_in(text: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The longest name of a part of the day, "late afternoon" before "afternoon": its minutes, and where it stands."""
    words, named = _parts()
    found = max(words.finditer(text), key=lambda found: (len(found.group()), -found.start()), default=None)
    return (named[found.group()], found.span()) if found else None


@cache
def _parts() -> tuple[re.Pattern[str], dict[str, tuple[int, int]]]:
    """Any of the words, the longest first, and the stretch each names."""
    source = (resources.files(__package__) / "parts_of_day.toml").read_text("utf-8")
    parts = tomllib.loads(source)["part"]
    named = {word: (_minutes(part["from"]), _minutes(part["to"])) for part in parts for word in part["words"]}
    words = "|".join(re.escape(word) for word in sorted(named, key=lambda word: (-len(word), word)))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)"), named


def _minutes(clock: str) -> int:
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)
