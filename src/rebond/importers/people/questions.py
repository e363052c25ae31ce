"""What the case sheet asks, in plain words: the same questions in the workbook and, where they miss, in a terminal."""

from collections.abc import Callable
from dataclasses import dataclass

from rebond.importers.people.answers import understood
from rebond.sentences import N_, Sentence, say
from rebond.settings import CaseSheet

MOST_ASKED = 7
OPTIONAL = N_("%(question)s For example: %(example)s. Leave it empty if you do not know.")
AGAIN = N_("That was not understood; one more try, or leave it empty. For example: %(example)s.")


@dataclass(frozen=True, slots=True)
class Question:
    """One question. text, example: English, in the catalogue. answered: whether a sheet already says it."""

    key: str
    text: str
    example: str
    answered: Callable[[CaseSheet], bool] = lambda sheet: False

    def said(self) -> Sentence:
        """As it is asked in a terminal."""
        return say(OPTIONAL, question=say(self.text), example=say(self.example))

    def again(self) -> Sentence:
        """As it is asked once more, when the answer was not understood."""
        return say(AGAIN, example=say(self.example))


@dataclass(frozen=True, slots=True)
class Part:
    """Questions that stand together in the workbook, under one title."""

    title: str
    questions: tuple[Question, ...]


_ORGANISATION = Question(
    "organisation",
    N_("Which organisation is the review for?"),
    N_("Coopérative Rivage"),
    lambda sheet: sheet.organisation is not None,
)
_KIND = Question(
    "kind",
    N_("What kind of organisation is it?"),
    N_("co-operative, municipality, charity, listed company"),
    lambda sheet: sheet.kind != "unknown",
)
_ACCOUNTS = Question(
    "accounts",
    N_("Which social media accounts are its own?"),
    N_("@cooprivage, facebook.com/cooprivage"),
    lambda sheet: bool(sheet.accounts),
)
_LANGUAGES = Question(
    "languages_owed",
    N_("In which languages does it owe the public an answer?"),
    N_("French, English"),
    lambda sheet: bool(sheet.languages_owed),
)
_ZONE = Question(
    "time_zone",
    N_("In which time zone does it work?"),
    N_("Montréal, Paris, America/Toronto"),
    lambda sheet: sheet.time_zone is not None,
)

PARTS = (
    Part(N_("The organisation"), (
        _ORGANISATION,
        _KIND,
        Question("names", N_("How do people name it in their posts?"), N_("Rivage, Coop Rivage, #rivage")),
        _ACCOUNTS,
        _LANGUAGES,
        _ZONE,
    )),
    Part(N_("What happened"), (
        Question("title", N_("What do you call this matter?"), N_("Double charge, October 2025")),
        Question("what_happened", N_("What happened, in a sentence or two?"),
                 N_("A fault charged 41,000 members twice.")),
        Question("happened_at", N_("When did it happen?"), N_("14 October 2025, around 5 pm")),
        Question("queries", N_("Which words make a post part of the matter?"), N_("double charge, #rivage, refund")),
        Question("declared_exit", N_("When did you say that the crisis was over?"), N_("17 October 2025, 5 pm")),
    )),
    Part(N_("What your plan asked for"), (
        Question("target_detect", N_("Within what delay did your plan ask you to notice?"), N_("30 min")),
        Question("target_answer", N_("Within what delay did it ask you to answer in public?"), N_("2 h")),
        Question("target_other_language", N_("Within what delay did it ask for the other language?"), N_("15 min")),
    )),
    Part(N_("The watch, the cost"), (
        Question("watched_by", N_("Who watched social media, and at what hours?"),
                 N_("communications team, 8 am to 6 pm")),
        Question("watched_until", N_("Until when did the watch last?"), N_("20 October 2025")),
        Question("costs", N_("What did it cost, as far as you know?"), N_("overtime, $18,000; refunds not counted")),
    )),
    Part(N_("The review itself"), (
        Question("author", N_("Who draws the review up (a role, not a name)?"), N_("head of communications")),
        Question("circulation", N_("Who will read it?"), N_("management and board")),
        Question("privacy_regime", N_("Under which privacy law do you work?"), N_("Law 25, GDPR, PIPEDA")),
    )),
)  # fmt: skip

# Asked in a terminal, the most useful first; each fills one or more fields of the sheet.
_ASKED = (
    _ORGANISATION,
    _ACCOUNTS,
    _ZONE,
    Question("what_happened", N_("What happened, and when?"),
             N_("14 October 2025 around 5 pm, a fault charged 41,000 members twice"),
             lambda sheet: sheet.what_happened is not None),
    _LANGUAGES,
    Question("targets", N_("Within what delays did your plan ask you to notice, to answer, and to publish the other "
                           "language?"),
             N_("30 min, 2 h, 15 min"), lambda sheet: any((sheet.targets.detect, sheet.targets.answer,
                                                           sheet.targets.other_language))),
    Question("watched", N_("Who watched social media, and until when?"),
             N_("communications team, until 20 October 2025"), lambda sheet: sheet.watched_by is not None),
    _KIND,
)  # fmt: skip


def missing(sheet: CaseSheet) -> tuple[Question, ...]:
    """What a terminal asks: at most seven questions, on what the sheet does not say."""
    return tuple(question for question in _ASKED if not question.answered(sheet))[:MOST_ASKED]


def answered(sheet: CaseSheet, key: str, text: str) -> CaseSheet | None:
    """The sheet with the answer to one question; None when it is not understood. An empty answer leaves it open."""
    return understood(sheet, key, text)
