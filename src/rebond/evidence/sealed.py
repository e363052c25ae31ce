"""People's own words as a shareable page may print them: no link, account or address, cut and marked as cut.

Of a log, whose lines name colleagues, first names and what looks like a name are hidden too (`logged`). A rule does
not know every name: the page is for a person to reread.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources

from rebond.evidence.room import CUT, shortened
from rebond.importers.people.folding import plain
from rebond.sentences import Verbatim
from rebond.settings import CaseSheet
from rebond.vocabulary import load

LONG = 90  # small letters of a log title that a page of two columns can carry
SHOUTED = 0.7  # share of capitalised words from which capitals say nothing ("Crisis Team Convened")
SURELY = frozenset(("dr", "dre", "mme", "mlle", "mrs", "mr"))  # titles that no other word is, whatever their case
VOCABULARIES = ("platform", "language", "action_kind", "event_kind", "stakeholder_kind", "org_kind", "visibility")
# Endings of addresses of three letters and more; one of two letters is a country, and any counts.
_ENDINGS = (
    "com|org|net|info|biz|edu|gov|gouv|int|coop|app|dev|social|news|blog|shop|store|online|site|live|page|link|xyz|"
    "club|media|agency|tech|cloud|quebec|paris|bzh|alsace|corsica|swiss|brussels|watch|world|email|group|today"
)
_AT, _UNSEEN, _GAP = "[@\uff20\ufe6b]", "[\u200b-\u200f\u2060\ufeff]*", "[ .\\-\u00a0\u202f]"
_BARRED = re.compile(
    rf"""
      \b(?i:https?://|www\.)\S+                              # a link
    | \b[\w.+-]+{_AT}[\w-]+(?:\.[\w-]+)+\b                  # an e-mail address, or an account with its server
    | (?<![\w@]){_AT}{_UNSEEN}[\w.-]*\w                      # an account
    | \b(?:[\w-]+\.)+(?i:[a-z]{{2,}})/\S*                    # a link without its start
    | \b(?:[\w-]+\.)*[\w-]{{2,}}\.(?:[a-z]{{2}}|{_ENDINGS})\b   # the same without a path
    | \b(?=[\w.-]*[a-z\d-]{{3}})(?:[a-z\d-]+\.){{2,}}[a-z]{{2,}}\b   # an account that is an address: bob.bsky.social
    | (?<!\w)/?[ur]/[\w-]+                                   # an account or a board on a forum
    | \+\d(?:{_GAP}?[\d()]){{7,}}                            # a telephone number
    | (?<!\w)0\d(?:{_GAP}?\d\d){{4}}(?!\w)
    | (?<![\w(])\(?\d{{3}}\)?{_GAP}\d{{3}}{_GAP}\d{{4}}(?!\w)
    | (?<!\w)\d{{10}}(?!\w)
    | \b\d{{12,}}\b                                          # the number of a post on its platform
    """,
    re.VERBOSE,
)
_ACCOUNT = re.compile(rf"\b[\w.+-]+{_AT}[\w-]+(?:\.[\w-]+)+\b|(?<![\w@/]){_AT}{_UNSEEN}[\w.-]*\w")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_STARTS_A_SENTENCE = re.compile(r"(?:^|[.!?:;«“\"(/]|//|\s[-–—])\s*$")


def sealed(words: str, most: int = LONG, *, inside: bool = False) -> Verbatim:
    """On one line, in the room of `most` small letters; what may not circulate stands as […]. Nothing is reworded.

    A text in both languages ("fr // en") keeps both. inside: without its last full stop, to stand in a sentence.
    """
    return Verbatim(" // ".join(_cut(side, most, inside) for side in words.split(" // ")))


def logged(title: str, sheet: CaseSheet, most: int = LONG, *, inside: bool = False) -> Verbatim:
    """The same of a line of a log: nobody's name either. sheet: whose words about the organisation are no names."""
    return sealed(_without_names(title, _words_of(sheet)), most, inside=inside)


def without_accounts(text: str, ours: tuple[str, ...]) -> str:
    """A post's own text with […] for the accounts and the addresses it names, `ours` aside (without @)."""
    own = {account.removeprefix("@").lower() for account in ours}
    return _ACCOUNT.sub(lambda found: found[0] if found[0][1:].lower() in own else CUT, text)


def _cut(words: str, most: int, inside: bool) -> str:
    line = " ".join(_BARRED.sub(CUT, words).split())
    return shortened(line.rstrip(" .") if inside else line, most)


# --- names -----------------------------------------------------------------------------------------------
def _without_names(text: str, known: frozenset[str]) -> str:
    """The text with […] for each run of words that reads as somebody's name."""
    parts, at = [], 0
    for start, end in _runs(text, known):
        parts += [text[at:start], CUT]
        at = end
    return "".join((*parts, text[at:]))


def _runs(text: str, known: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where names stand: words that read as one, and those that follow it ("Marie de la Tour")."""
    words = list(_WORD.finditer(text))
    capitals = sum(_is_capital(word[0]) for word in words)
    shouted = len(words) > 2 and capitals > SHOUTED * len(words)
    n = 0
    while n < len(words):
        if not _is_name(text, words, n, known, shouted):
            n += 1
            continue
        last = n
        for follow in range(n + 1, len(words)):
            if not _joined(text, words[follow - 1], words[follow]):
                break
            large = _is_large(words[n][0]) and _is_large(words[follow][0])
            if (_is_capital(words[follow][0]) or large) and not _is_known(words[follow][0], known):
                last = follow
            elif plain(words[follow][0]) not in _list("inside", "particles"):
                break
        yield words[n].start(), words[last].end()
        n = last + 1


def _is_name(text: str, words: list[re.Match[str]], n: int, known: frozenset[str], shouted: bool) -> bool:
    word = words[n][0]
    if n and plain(words[n - 1][0]) in SURELY and len(word) > 2 and not _is_known(word, known):
        return True
    if _is_large(word):
        first = set(plain(word).split()) & _list("first", "names")
        return not _is_known(word, known) and (bool(first) or _is_large_name(text, words, n, known))
    if not _is_capital(word):
        return False
    if n and plain(words[n - 1][0]) in _list("before", "titles") and words[n - 1][0][:1].isupper():
        return True
    if _is_known(word, known) or plain(word) in _list("before", "titles"):
        return False
    if set(plain(word).split()) & _list("first", "names"):
        return True
    return not shouted and len(word) > 1 and not _STARTS_A_SENTENCE.search(text[: words[n].start()])


def _is_large_name(text: str, words: list[re.Match[str]], n: int, known: frozenset[str]) -> bool:
    """One of two words in capitals side by side, in a line that is not all so: "told KWAME NKRUMAH", not "CEO"."""
    if sum(_is_large(word[0]) for word in words) > SHOUTED * len(words):
        return False
    beside = [m for m in (n - 1, n + 1) if 0 <= m < len(words) and _joined(text, words[min(n, m)], words[max(n, m)])]
    return any(_is_large(words[m][0]) and not _is_known(words[m][0], known) for m in beside)


def _joined(text: str, one: re.Match[str], next: re.Match[str]) -> bool:
    """Nothing but a space, a hyphen or an apostrophe between two words; a dot after an initial."""
    between = text[one.end() : next.start()]
    return between in (" ", "-", "'", "’", "\u00a0") or (between == ". " and len(one[0]) == 1)


def _is_known(word: str, known: frozenset[str]) -> bool:
    """ "English", and "English-only": of a compound, the parts that bear a capital are looked up."""
    parts = [part for part in word.split("-") if _is_capital(part) or part.isupper()] or [word]
    return known.issuperset(plain(" ".join(parts)).split())


def _is_large(word: str) -> bool:
    """ "ROY", of three letters or more."""
    return len(word) > 2 and word.isupper()


def _is_capital(word: str) -> bool:
    """ "Roy", "Jean-Luc", not "CEO"."""
    return word[:1].isupper() and not (len(word) > 1 and word.isupper())


def _words_of(sheet: CaseSheet) -> frozenset[str]:
    """Words of the sheet, of the vocabulary and of public life."""
    told = (sheet.organisation, sheet.title, *sheet.names, *sheet.accounts, *sheet.queries)
    return _public() | {word for text in told if text for word in _folded(text)}


def _folded(text: str) -> Iterator[str]:
    yield from plain(text).split()


@cache
def _public() -> frozenset[str]:
    labels = (text for name in VOCABULARIES for term in load(name).terms for text in (term.fr, term.en))
    return _list("public", "words") | {word for text in labels for word in _folded(text)}


@cache
def _list(part: str, name: str) -> frozenset[str]:
    table = tomllib.loads((resources.files(__package__) / "names.toml").read_text("utf-8"))
    return frozenset(table[part][name].split())
