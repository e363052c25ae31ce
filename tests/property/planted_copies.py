"""Texts of a simulated crisis that have nothing in common, and copies of them such as people and platforms make."""

from random import Random

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from rebond.corpus.bands import LETTERS, as_numbers, bands_of
from rebond.corpus.families import find_families
from rebond.corpus.shingles import CHARACTERS
from rebond.corpus.wordings import without_repost, wordings
from rebond.drill.plan import load_plan
from rebond.drill.simulate import simulate

UNLIKE = 0.15  # shared shingles that two texts of the same street may have
CHOSEN = 2 * LETTERS  # letters of an original: what is left of it must not fall below those that are read
SAID = ("vraiment", "really", "honte", "shame", "encore", "pas", "very", "franchement", "the")


def originals(posts: int, seed: int) -> list[str]:
    """Texts of that many simulated posts, none of them like another: ten obvious lines, on plain sets."""
    kept: list[tuple[str, set[str]]] = []
    for post in simulate(load_plan(), seed, posts=posts).posts():
        letters = "".join(one for one in post.text.lower() if one.isalnum())
        runs = {letters[at : at + CHARACTERS] for at in range(len(letters) - CHARACTERS + 1)}
        if len(letters) >= CHOSEN and all(len(runs & other) <= UNLIKE * len(runs | other) for _, other in kept):
            kept.append((post.text, runs))
    return [text for text, _ in kept]


def copied(text: str, kind: int, random: Random) -> str:
    """One of seven kinds of copy."""
    words = text.split()
    at = random.randrange(len(words))
    more = random.sample(SAID, 2)
    return (
        lambda: f"RT @user{random.randrange(9999)}: {text}",
        lambda: f"{text} https://t.co/{random.randrange(10**8):x}",
        lambda: text.upper() if random.random() < 0.3 else text.lower(),
        lambda: f"{text} {random.choice(('😡😡', '!!!', '#boycott', '😂', '#scandale'))}",
        lambda: f"{text[: int(len(text) * 0.8)]}…",
        lambda: " ".join([*words[:at], random.choice(SAID), *words[at + 1 :]]),
        lambda: " ".join(["Wow", *words[: at + 1], *more, *words[at + 1 :]]),
    )[kind]()


KINDS = 7
MOST = 60  # of one text: else the rates are those of a single text


def planted(texts: list[str], seed: int) -> tuple[list[str], np.ndarray]:
    """(texts and their copies, in no order; the original of each). Few are copied often, most are not."""
    random = Random(seed)
    rows = [(text, n) for n, text in enumerate(texts)]
    for n, text in enumerate(texts):
        copies = min(int(random.paretovariate(1.1)), MOST) - 1
        rows += [(copied(text, random.randrange(KINDS), random), n) for _ in range(copies)]
    random.shuffle(rows)
    return [text for text, _ in rows], np.array([n for _, n in rows])


def found(texts: list[str]) -> np.ndarray:
    """The family of each text, the first being the oldest; equal wordings are one."""
    coded = pc.dictionary_encode(wordings(without_repost(pa.array(texts))))
    distinct = coded.dictionary
    bands = bands_of(distinct)
    long = np.flatnonzero(bands.is_valid().to_numpy(zero_copy_only=False))
    oldest = np.arange(len(distinct))
    oldest[long] = long[find_families(as_numbers(bands.drop_null()), lambda at: distinct.take(pa.array(long[at])))]
    return oldest[coded.indices.to_numpy()]


def pairs(labels: np.ndarray) -> float:
    """Pairs of rows that bear one label."""
    _, sizes = np.unique(labels, return_counts=True)
    return float((sizes * (sizes - 1) / 2).sum())


def rates(*draws: tuple[np.ndarray, np.ndarray]) -> tuple[float, float]:
    """(precision, recall) over the pairs of copies of (families found, originals)."""
    right = sum(pairs(families * (truth.max() + 1) + truth) for families, truth in draws)
    return right / sum(pairs(families) for families, _ in draws), right / sum(pairs(truth) for _, truth in draws)
