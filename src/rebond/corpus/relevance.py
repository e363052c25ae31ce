"""Which posts are about the organisation: what the sheet names, looked for in each distinct wording.

A name is found as whole words, whatever the case and the accents, with or without the space or hyphen inside it
("Air Canada", "air-canada", "@AirCanada"), and, from five letters on, at either end of a hashtag (#BoycottRivage) or of
an account (@RivageCoop), since few people can list all of theirs. An account of the sheet is found after @ or #. A
query is found as a phrase; a * at its end stands for any ending. Addresses are not read.
"""

import re
from collections.abc import Iterable

import pyarrow as pa
import pyarrow.compute as pc

from rebond.corpus.pseudonyms import plain_handles
from rebond.corpus.wordings import folded, folded_text, without_repost, wordings
from rebond.settings import CaseSheet

START, END = r"(?:^|[^\pL\pN_])", r"(?:$|[^\pL\pN_])"
INSIDE = r"[^\pL\pN]{0,3}"  # between two words of a name
EVERYTHING = "*"  # as a query: people say that every post of their exports is about the matter
LONG = 5  # letters from which a name may be glued to other words
HEAVIEST = 200  # about half of what RE2 takes
MOST_GLUED, MOST_WORDS = 10, 60
UNSPACED = 0x2E80  # Chinese, Japanese, Korean: words have no edges


def about(texts: pa.StringArray, sheet: CaseSheet) -> pa.BooleanArray:
    """Whether each text speaks of what the sheet names. The answer depends on the wording alone."""
    read, found = folded(wordings(without_repost(texts))), pa.repeat(pa.scalar(False), len(texts))
    for pattern in patterns_of(sheet):
        found = pc.or_(found, pc.match_substring_regex(read, pattern))
    return found


def patterns_of(sheet: CaseSheet) -> tuple[str, ...]:
    """The regular expressions (RE2) for all that the sheet names: none when it names nothing, ("",) when all counts.

    RE2 refuses one that is too large: people may list a hundred names.
    """
    if EVERYTHING in (query.strip() for query in sheet.queries):
        return ("",)
    choices = [
        *(choice for name in names_of(sheet) for choice in _name(name)),
        *(f"[@#]{re.escape(handle)}{END}" for handle in _plain(sheet.accounts)),
        *(choice for query in sheet.queries for choice in _query(query)),
    ]
    parts: list[list[str]] = []
    weight = HEAVIEST + 1  # the first opens a part
    for choice in dict.fromkeys(choices):
        weight += _weight(choice)
        if weight > HEAVIEST:
            parts.append([])
            weight = _weight(choice)
        parts[-1].append(choice)
    return tuple(map("|".join, parts))


def _weight(choice: str) -> int:
    """Classes of letters in a pattern, as RE2 compiles it: those are what fills it."""
    return choice.count(r"\pL") + 2 * choice.count("{0,3}")


def names_of(sheet: CaseSheet) -> tuple[str, ...]:
    """How people name the organisation, its own name included."""
    return tuple(name for name in (sheet.organisation, *sheet.names) if name and name.strip())


def handles_addressed(sheet: CaseSheet) -> tuple[str, ...]:
    """Accounts by which people address the organisation: its own, and any that bears exactly its name."""
    squeezed = (re.sub(r"[\W_]+", "", folded_text(name)) for name in names_of(sheet))
    return tuple(dict.fromkeys((*_plain(sheet.accounts), *(name for name in squeezed if len(name) >= LONG))))


def _name(name: str) -> Iterable[str]:
    words = re.findall(r"[^\W_]+", folded_text(name))
    letters = sum(map(len, words))
    if not words:
        return
    # "C&A" must not find "ca"; and nobody glues ten words.
    glued = INSIDE.join(words) if letters >= LONG and len(words) <= MOST_GLUED else _literal(name)
    yield _edged(glued, words)
    if letters >= LONG:
        yield f"[@#]{glued}"
        yield rf"[@#][\pL\pN_]*{glued}{END}"


def _query(query: str) -> Iterable[str]:
    phrase = query.strip().strip("\"“”«»'").strip()
    words = re.findall(r"[^\W_]+", folded_text(phrase))
    if words:
        yield _edged(_literal(phrase.rstrip("*")), words, open_end=phrase.endswith("*"))


def _edged(pattern: str, words: list[str], *, open_end: bool = False) -> str:
    starts = "" if ord(words[0][0]) >= UNSPACED else START
    ends = "" if open_end or ord(words[-1][-1]) >= UNSPACED else END
    return f"{starts}{pattern}{ends}"


def _literal(phrase: str) -> str:
    """A phrase as it stands, any white space between its words."""
    return r"\s+".join(re.escape(word) for word in folded_text(phrase).split()[:MOST_WORDS])


def _plain(accounts: Iterable[str]) -> list[str]:
    return [one for one in plain_handles(pa.array(accounts, pa.string())).to_pylist() if one]
