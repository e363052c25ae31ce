"""A column of brands that gives our posts to another brand: exports come with their labels swapped.

Nothing is counted on such a column; people who read the file otherwise would be misled by it.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rebond.corpus.relevance import names_of
from rebond.corpus.wordings import folded_text
from rebond.settings import CaseSheet

MOST_LABELS = 40  # more are places, dates, free words
ENOUGH = 20  # posts about us, and posts that are not
MOSTLY, RARELY = 0.9, 0.1


@dataclass(frozen=True, slots=True)
class Mislabelled:
    """label: what the column calls posts that name us; so_called of `about_us` looked at bear it."""

    label: str
    so_called: int
    about_us: int


def mislabelled(cells: Sequence[str], about_us: np.ndarray, sheet: CaseSheet) -> Mislabelled | None:
    """The label of another that nearly all posts about us bear, and hardly any other post.

    cells: the column, a cell a post; about_us: shape (n,), bool. A column that does not part us from others (a tone, a
    country) is none of brands.
    """
    labels = np.array([cell.strip() for cell in cells], object)
    ours = Counter(labels[about_us])
    if not 2 <= len(set(labels) - {""}) <= MOST_LABELS or min(about_us.sum(), (~about_us).sum()) < ENOUGH:
        return None
    label, so_called = ours.most_common(1)[0]
    elsewhere = int((labels[~about_us] == label).sum())
    parts_us = so_called >= MOSTLY * about_us.sum() and elsewhere <= RARELY * (~about_us).sum()
    if not label or not parts_us or _names_us(label, sheet):
        return None
    return Mislabelled(label, so_called, int(about_us.sum()))


def _names_us(label: str, sheet: CaseSheet) -> bool:
    """Whether a label and a name of ours hold each other, whatever the case, the accents, the spaces."""
    said, ours = _squeezed(label), map(_squeezed, (*names_of(sheet), *sheet.accounts, *sheet.queries))
    return any(name and (said in name or name in said) for name in ours)


def _squeezed(text: str) -> str:
    return "".join(letter for letter in folded_text(text) if letter.isalnum())
