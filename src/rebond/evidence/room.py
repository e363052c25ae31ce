"""People's words cut to the room a page gives them, so that two pages stay two whatever was typed."""

import unicodedata
from itertools import accumulate

CUT = "[…]"
CAPITAL, WIDE, NAMED = 1.25, 2.0, 14.0
FIRST_PICTURE = "\u2300"  # signs before it (©, ®, №, arrows) are letters to most faces
JOINERS = "\u200d\ufe0f"  # they tie a picture to the next one


def room(text: str) -> float:
    """The room a text takes, in small letters.

    A picture counts as its name, which paper prints in its place (rebond.render.printable): "[pouce vers le haut]".
    """
    return sum(map(_room, text))


def shortened(words: str, most: float) -> str:
    """The words on one line, cut after a word where they take more room than `most` small letters; […] marks it."""
    line = " ".join(words.split())
    if room(line) <= most:
        return line
    kept = line[: sum(end <= most - room(f" {CUT}") for end in accumulate(map(_room, line)))]
    whole = kept if line[len(kept)] == " " else kept.rpartition(" ")[0] or kept
    return f"{whole.rstrip(f' ,;:.{JOINERS}')} {CUT}"


def _room(char: str) -> float:
    if char.isascii():
        return CAPITAL if char.isupper() else 1.0
    if char >= FIRST_PICTURE and unicodedata.category(char) in ("So", "Sk"):
        return NAMED
    if unicodedata.east_asian_width(char) in "WF":
        return WIDE
    return CAPITAL if char.isupper() else 1.0
