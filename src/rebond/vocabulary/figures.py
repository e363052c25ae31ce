"""What may be printed as a number, and what may be drawn."""

from dataclasses import dataclass
from functools import cache

from rebond.vocabulary.entries import Entry, UnknownTerm, load


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """A computable figure (domain.md 3.4). A number without a metric key is never printed.

    id: M-01 … M-46; several keys may share one id. unit: duration, count, ratio, share, index, points, time,
    category or table. annex: too technical for a page, shown in the annex only.
    """

    key: str
    id: str
    fr: str
    en: str
    family: str  # vocabulary metric_family
    unit: str
    formula_fr: str
    formula_en: str
    annex: bool = False

    def label(self, lang: str) -> str:
        """lang: fr or en."""
        return {"fr": self.fr, "en": self.en}[lang]

    def formula(self, lang: str) -> str:
        """How it is counted, in one plain sentence."""
        return {"fr": self.formula_fr, "en": self.formula_en}[lang]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One of the pictures F1 … F18 (domain.md 3.5); the id never reaches a reader."""

    id: str
    key: str
    fr: str
    en: str

    def label(self, lang: str) -> str:
        return {"fr": self.fr, "en": self.en}[lang]


@cache
def metrics() -> tuple[Metric, ...]:
    """Every metric, in the order of its id."""
    return tuple(_metric(entry) for entry in load("metric"))


def metric(key: str) -> Metric:
    """The metric of a key. Raises UnknownTerm."""
    found = next((m for m in metrics() if m.key == key), None)
    if found is None:
        raise UnknownTerm("vocabulary 'metric'", key, load("metric").keys)
    return found


@cache
def pictures() -> tuple[Picture, ...]:
    """F1 to F18."""
    return tuple(Picture(id=e.key, key=e.text("name"), fr=e.fr, en=e.en) for e in load("picture"))


def _metric(entry: Entry) -> Metric:
    return Metric(
        key=entry.key, id=entry.text("id"), fr=entry.fr, en=entry.en, family=entry.text("family"),
        unit=entry.text("unit"), formula_fr=entry.fr_def or "", formula_en=entry.en_def or "",
        annex=entry.fact("annex") is True,
    )  # fmt: skip
