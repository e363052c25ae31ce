"""People's own words as a shareable page may print them: no link, account or address, cut and marked as cut."""

import re

from rebond.sentences import Verbatim

CUT = "[…]"
LONG = 90  # characters of a log title that a page of two columns can carry
_BARRED = re.compile(
    r"""
      \b(?:https?://|www\.)\S+                              # a link
    | \b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b                      # an e-mail address, or an account with its server
    | (?<![\w@/])@[\w.-]*\w                                 # an account
    | \b(?:[a-z0-9-]+\.)+(?:com|org|net|ca|fr|be|ch|io|social|app|ly|gl|me|tv)/\S+   # a link without its start
    | (?<![\w])/?[ur]/\w+                                   # an account or a board on a forum
    | \b\d{12,}\b                                           # the number of a post on its platform
    """,
    re.VERBOSE | re.IGNORECASE,
)


def sealed(words: str, most: int = LONG, *, inside: bool = False) -> Verbatim:
    """At most `most` characters on one line; what may not circulate stands as […]. Nothing is reworded.

    A text in both languages ("fr // en") keeps both. inside: without its last full stop, to stand in a sentence.
    """
    return Verbatim(" // ".join(_cut(side, most, inside) for side in words.split(" // ")))


def _cut(words: str, most: int, inside: bool) -> str:
    line = " ".join(_BARRED.sub(CUT, words).split())
    if inside:
        line = line.rstrip(" .")
    if len(line) <= most:
        return line
    kept = line[: most - len(CUT)].rsplit(" ", 1)[0]
    return f"{kept.rstrip(' ,;:.')} {CUT}"
