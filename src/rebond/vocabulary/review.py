"""What the review holds and what it asks: its sections and its bank of questions."""

from dataclasses import dataclass
from functools import cache

from rebond.vocabulary.entries import Entry, load


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One section of the full review (domain.md 3.3).

    answers: what it must answer. metrics, pictures: ids (M-01 …, F1 …); beside: other things shown, in words.
    source: vocabulary section_source (computed, people, both …).
    """

    id: str
    key: str
    fr: str
    en: str
    answers_fr: str
    answers_en: str
    source: str
    metrics: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    beside_fr: str = ""
    beside_en: str = ""

    def label(self, lang: str) -> str:
        """lang: fr or en."""
        return {"fr": self.fr, "en": self.en}[lang]

    def answers(self, lang: str) -> str:
        return {"fr": self.answers_fr, "en": self.answers_en}[lang]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question of the bank (domain.md 3.6): about what and how, never "why did you".

    audience: vocabulary audience_role. moments: vocabulary moment. types: vocabulary question_type.
    evidence: ids of the metrics, pictures and sections shown beside it; beside: other things shown, in words.
    light: belongs to the eight of a light review. org_kind: asked of that kind of organisation only.
    """

    id: str
    fr: str
    en: str
    area: str
    subject: str
    audience: tuple[str, ...]
    moments: tuple[str, ...]
    types: tuple[str, ...]
    evidence: tuple[str, ...] = ()
    beside_fr: str = ""
    beside_en: str = ""
    light: bool = False
    org_kind: str | None = None

    def text(self, lang: str) -> str:
        """lang: fr or en."""
        return {"fr": self.fr, "en": self.en}[lang]


@cache
def sections() -> tuple[Section, ...]:
    """The 18 sections, in their order."""
    return tuple(_section(entry) for entry in load("section"))


@cache
def questions(org_kind: str | None = None) -> tuple[Question, ...]:
    """The 53 questions, then those asked of that kind of organisation only. Raises UnknownTerm for another kind."""
    added = load("question_added").terms if org_kind is not None and load("org_kind").get(org_kind) else ()
    return tuple(_question(e) for e in (*load("question"), *added) if e.text("org_kind") in ("", org_kind))


def _section(entry: Entry) -> Section:
    return Section(
        id=entry.text("id"), key=entry.key, fr=entry.fr, en=entry.en, answers_fr=entry.fr_def or "",
        answers_en=entry.en_def or "", source=entry.text("source"), metrics=entry.texts("metrics"),
        pictures=entry.texts("pictures"), beside_fr=entry.text("fr_beside"), beside_en=entry.text("en_beside"),
    )  # fmt: skip


def _question(entry: Entry) -> Question:
    return Question(
        id=entry.key, fr=entry.fr, en=entry.en, area=entry.text("area"), subject=entry.text("subject"),
        audience=entry.texts("audience"), moments=entry.texts("moments"), types=entry.texts("types"),
        evidence=entry.texts("evidence"), beside_fr=entry.text("fr_beside"), beside_en=entry.text("en_beside"),
        light=entry.fact("light") is True, org_kind=entry.text("org_kind") or None,
    )  # fmt: skip
