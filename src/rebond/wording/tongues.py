"""Which of our two languages somebody wrote in, told by its small words and accents; None when they do not tell.

For a title or a sentence of a case sheet, never for posts: a wrong guess would only mark words as foreign that are not.
"""

import re
from functools import lru_cache

WORDS = re.compile(r"[^\W\d_]+(?:['’](?=\w))?")
FRENCH = """
    le la les l' d' un une des du de au aux et est sont a été à ce cette ces dans par pour sur avec qui que qu' n' s' j'
    c' pas plus nous notre nos leur leurs vers ne se en deux fois chez sans on avant après pendant depuis dès jusqu'
    mais tous tout cette son sa ses quand où contre entre il elle ils elles
    janvier février avril mai juin juillet août septembre octobre novembre décembre
"""
ENGLISH = """
    the a an of to and is are was were has have had by for with on at from not our their this that in it be been we who
    which will all after before out up twice no during since until but as they you your posts posted published
    answered says
    january february march april may june july august october november december
"""
SMALL = {"fr": frozenset(FRENCH.split()), "en": frozenset(ENGLISH.split())}
BOTH = SMALL["fr"] & SMALL["en"]
ACCENTED = re.compile(r"[a-zœ][a-zœàâçèéêëîïôùûü]*[àâçèéêëîïôùûü]|[àâçéêô]")  # a word in small letters: no name


@lru_cache(maxsize=1024)
def language_of(text: str) -> str | None:
    """ "fr", "en", or None for a name, a number, a mixture."""
    as_typed = WORDS.findall(text)
    words = [word.replace("’", "'").lower() for word in as_typed]
    french = sum(word in SMALL["fr"] - BOTH for word in words) + sum(bool(ACCENTED.match(word)) for word in as_typed)
    english = sum(word in SMALL["en"] - BOTH for word in words)
    if min(french, english) * 3 > max(french, english) or french == english:
        return None
    return "fr" if french > english else "en"
