"""How a text ends up on a screen: openings, second sentences, tags, emojis, capitals, slips of the thumb."""

import unicodedata
from random import Random

from rebond.drill.words import Moment, Tongue

# Share of texts that carry each trait, in the hurry of the street; offices write plainly.
OPENS, TAGGED, SMILES, HURRIED, SHOUTS = 0.20, 0.26, 0.28, 0.20, 0.035
ENDS = (".", ".", ".", "!", "...", "", "", " !!")


def compose(
    tongue: Tongue, pools: tuple[str, ...], now: Moment, *, tags: str, plain: bool
) -> tuple[str, tuple[str, ...]]:
    """One text, and the frames it is made of. pools: of its sentences, in order; plain: an office is writing."""
    random = tongue.random
    said, frames = [], []
    for pool in pools:
        text, frame = tongue.sentence(pool, now)
        said.append(text)
        frames.append(frame)
    tone = tongue.pools[pools[0]].tone
    if plain:
        return _joined(said, ".") + (f" {tongue.one_of(tags)}" if random.random() < TAGGED else ""), tuple(frames)
    if random.random() < OPENS and said[0][0] not in "@#" and "," not in said[0][:12]:
        said[0] = f"{tongue.one_of('opening')}, {_lower(said[0])}"
    text = _joined(said, ENDS[int(random.random() * len(ENDS))])
    text = _in_a_hurry(text, random)
    if random.random() < SMILES:
        text += " " + tongue.one_of(tone) * (1 if random.random() < 0.8 else 2)
    if random.random() < TAGGED:
        first = tongue.one_of(tags)
        second = tongue.one_of(tags)
        text += f" {first}" if first == second or random.random() < 0.6 else f" {first} {second}"
    return text, tuple(frames)


def _joined(said: list[str], end: str) -> str:
    text = ""
    for n, sentence in enumerate(said):
        stop = end if n == len(said) - 1 else "."
        text += (" " if text else "") + (sentence if sentence[-1] in "?!….»" else sentence + stop)
    return text


def _lower(text: str) -> str:
    """Lower first letter, unless the word is a name (its second letter tells nothing: names are listed by case)."""
    first = text.split(" ", 1)[0]
    return text if first in ("I", "I'm", "I'd", "I've", "Coop", "Rivage", "MNA") else text[0].lower() + text[1:]


def _in_a_hurry(text: str, random: Random) -> str:
    """What thumbs do: no capitals, no accents, doubled letters, a missing apostrophe, or everything shouted."""
    draw = random.random()
    if draw < SHOUTS:
        return text.upper() if "@" not in text and "#" not in text else text
    if draw > SHOUTS + HURRIED:
        return text
    way = int(random.random() * 5)
    if way == 0:
        return text.lower() if "#" not in text else text
    if way == 1:
        kept = unicodedata.normalize("NFD", text)
        return "".join(letter for letter in kept if not unicodedata.combining(letter))
    if way == 2:
        return _without_apostrophe(text)
    if way == 3:
        return _swapped(text, random)
    return text.replace("!", "!!!").replace("?", "??", 1)


def _without_apostrophe(text: str) -> str:
    """The first one goes, after a short word only: a name must stay a name."""
    at = text.find("'")
    word = text[text.rfind(" ", 0, max(at, 0)) + 1 : at]
    return text[:at] + text[at + 1 :] if at > 0 and word.isalpha() and len(word) <= 4 else text


def _swapped(text: str, random: Random) -> str:
    """Two neighbouring letters change places, inside a word and never in a name."""
    at = 1 + int(random.random() * max(1, len(text) - 3))
    left = text.rfind(" ", 0, at) + 1
    right = text.find(" ", at) if text.find(" ", at) > 0 else len(text)
    word = text[left:right]
    if len(word) < 5 or not word.isalpha() or not word.islower():
        return text
    cut = left + 1 + int(random.random() * (len(word) - 3))
    return text[:cut] + text[cut + 1] + text[cut] + text[cut + 2 :]
