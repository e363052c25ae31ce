"""The words of the field: stable keys with their French and English labels, one data file per vocabulary.

A key is never translated and never reused; a label may be reworded. Files hold `[[term]]` tables in the
order people meet them. The French is that of Québec: rebond.wording.overlays says what France says otherwise.
"""

from rebond.vocabulary.entries import Entry, UnknownTerm, Vocabulary, load, names
from rebond.vocabulary.figures import Metric, Picture, metric, metrics, pictures
from rebond.vocabulary.review import Question, Section, questions, sections

__all__ = [
    "Entry", "Metric", "Picture", "Question", "Section", "UnknownTerm", "Vocabulary",
    "load", "metric", "metrics", "names", "pictures", "questions", "sections",
]  # fmt: skip
