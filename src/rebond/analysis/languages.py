"""Words in the languages owed: how long one waited for the other, and which texts came out together (M-08).

The log alone is read here, under domain.md A1; language_shares.py holds what was said in each language.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations

from rebond.actions import Action
from rebond.analysis.clock import (
    METHOD,
    NOT_AN_ANSWER,
    NOT_CONFIRMED,
    Clock,
    first_of,
    no_entry,
    unknown,
)  # fmt: skip
from rebond.analysis.measure import Measure, Rows, Window
from rebond.analysis.ranges import between_firsts
from rebond.sentences import N_, Sentence, say

# Public acts that are not texts owed to everybody: spoken, or addressed to one person.
NOT_A_TEXT = NOT_AN_ANSWER | {
    "reply", "private_reply", "direct_outreach", "press_conference", "interview", "regulatory_filing", "silence",
}  # fmt: skip

NO_LANGUAGE_STATED = N_("Some public acts do not say in which language they were published.")
NO_LANGUAGES = N_("The case sheet does not say which languages are owed.")
ONE_LANGUAGE = N_("One language owed: no gap to measure.")
NO_PAIR = N_("No text is recorded in every language owed, and nobody has confirmed that the log is complete.")
MORE_TEXTS = N_("The log is not confirmed complete: other texts may not be recorded.")
BY_KIND = N_("Two entries of one kind in two languages are read as one text, the nearest in time first.")
IN_TEXTS = N_("Texts published together: %(together)s of %(texts)s; not known: %(doubtful)s.")


def measure_languages(clock: Clock) -> Iterable[Measure]:
    """language_gap and parity_rate."""
    owed = clock.settings.sheet.languages_owed
    if len(owed) < 2:
        why = say(ONE_LANGUAGE if owed else NO_LANGUAGES)
        yield from (unknown("language_gap", None, why), _no_rate(why))
        return
    yield from _gaps(clock)
    yield _parity(clock)


# --- the gap ---------------------------------------------------------------------------------------
def _gaps(clock: Clock) -> Iterable[Measure]:
    """Gap between the first public answers in the languages owed."""
    owed = clock.settings.sheet.languages_owed
    answers = [a for a in clock.log.recorded if a.kind not in NOT_AN_ANSWER and clock.may_answer(a)]
    known = {lang: of_it for lang in owed if (of_it := [a for a in answers if lang in a.langs])}
    target = clock.settings.sheet.targets.other_language
    if not known:
        yield unknown("language_gap", None, no_entry(clock.log), target, not_recorded=True)
        return
    if len(known) == len(owed):
        yield _gap_between(known, target)
        return
    if any(not a.langs for a in answers):  # one of them may well be in the language that seems to be missing
        yield unknown("language_gap", None, say(NO_LANGUAGE_STATED), target, not_recorded=True)
        return
    yield _gap_still_open(clock, known, target)


def _gap_between(known: dict[str, list[Action]], target: timedelta | None) -> Measure:
    """known: the answers in each language owed."""
    low, high = between_firsts(list(known.values()))
    firsts = {lang: first for lang, acts in known.items() if (first := first_of(acts)) is not None}
    order = sorted(firsts, key=lambda lang: (firsts[lang].when.earliest, firsts[lang].when.latest, lang))
    entries = sorted({id for first in firsts.values() for id in first.ids})
    return Measure(
        metric="language_gap",
        unit="duration",
        value=high if low == high else None,
        low=low,
        high=high,
        interval_is="none" if low == high else "log_range",
        n=len(entries),
        n_of="entries",
        method=METHOD,
        window=Window(
            min(first.when.earliest for first in firsts.values()), max(first.when.latest for first in firsts.values())
        ),
        against=target,
        against_is="plan" if target is not None else "none",
        details={"first": order[0], "last": order[-1]},
        rows=Rows(posts=False, actions=tuple(entries)),
    )


def _gap_still_open(clock: Clock, known: dict[str, list[Action]], target: timedelta | None) -> Measure:
    """A language is missing: censored at the exit if the record is confirmed complete, else not recorded."""
    first = first_of(act for acts in known.values() for act in acts)
    window = clock.crisis_window
    missing = tuple(lang for lang in clock.settings.sheet.languages_owed if lang not in known)
    if first is None or window is None or not clock.log.is_complete("actions", window.starts, window.ends):
        return unknown("language_gap", None, say(NOT_CONFIRMED), target, not_recorded=True)
    return Measure(
        metric="language_gap",
        unit="duration",
        value=window.ends - first.when.latest,
        censored=True,
        n=len(first.entries),
        n_of="entries",
        method=METHOD,
        window=Window(first.when.earliest, window.ends),
        against=target,
        against_is="plan" if target is not None else "none",
        details={"first": next(lang for lang, acts in known.items() if first.entries[0] in acts), "last": missing[0]},
        rows=Rows(posts=False, actions=first.ids),
    )


# --- parity ------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Text:
    """One public text, in one entry of the log or several."""

    entries: tuple[Action, ...]

    def langs(self, owed: tuple[str, ...]) -> frozenset[str]:
        return frozenset(lang for entry in self.entries for lang in entry.langs if lang in owed)

    @property
    def gap(self) -> tuple[timedelta, timedelta]:
        """Shortest and longest time there may be between its first version and its last."""
        return between_firsts([(entry,) for entry in self.entries])


def texts_of(entries: tuple[Action, ...], owed: tuple[str, ...]) -> tuple[Text, ...]:
    """Entries that are versions of one text, put together: of one kind, no language in common, nearest first.

    entries: in time order. One that holds no language owed is no text owed.
    """
    text_of = {entry.id: Text((entry,)) for entry in entries if any(lang in owed for lang in entry.langs)}
    pairs = [(a, b) for a, b in combinations(entries, 2) if a.kind == b.kind and {a.id, b.id} <= text_of.keys()]
    for a, b in sorted(pairs, key=lambda pair: (*Text(pair).gap, pair[0].id, pair[1].id)):
        one, other = text_of[a.id], text_of[b.id]
        if not one.langs(owed) & other.langs(owed):
            whole = Text(tuple(e for e in entries if e in one.entries or e in other.entries))
            text_of |= dict.fromkeys((e.id for e in whole.entries), whole)
    return tuple(dict.fromkeys(text_of.values()))


def _parity(clock: Clock) -> Measure:
    """Share of the texts whose versions came out within the minutes allowed. A range where the log leaves it open."""
    owed, window = clock.settings.sheet.languages_owed, clock.crisis_window
    entries = tuple(a for a in clock.log.recorded if a.kind not in NOT_A_TEXT and _in_crisis(a, clock))
    texts = texts_of(entries, owed)
    if not texts:
        return _no_rate(say(NO_LANGUAGE_STATED) if entries else no_entry(clock.log), not_recorded=True)
    complete = window is not None and clock.log.is_complete("actions", window.starts, window.ends)
    silent = frozenset(a.kind for a in entries if not a.langs)  # one of these may be the version that is missing
    verdicts = [_together(text, clock, complete and text.entries[0].kind not in silent) for text in texts]
    together, doubtful = verdicts.count(True), verdicts.count(None)
    if doubtful == len(texts):
        return _no_rate(say(NO_PAIR if not complete else NO_LANGUAGE_STATED), not_recorded=True)
    caveats = [] if complete else [say(MORE_TEXTS)]
    if any(len(text.entries) > 1 for text in texts):
        caveats.append(say(BY_KIND))
    used = tuple(e for e in entries if any(e in text.entries for text in texts))
    return Measure(
        metric="parity_rate",
        unit="share",
        value=together / len(texts) if not doubtful else None,
        low=together / len(texts) if doubtful else None,
        high=(together + doubtful) / len(texts) if doubtful else None,
        interval_is="log_range" if doubtful else "none",
        n=len(used),
        n_of="entries",
        method=METHOD,
        window=Window(min(e.when.earliest for e in used), max(e.when.latest for e in used)),
        caveats=tuple(caveats),
        notes=(say(IN_TEXTS, together=together, texts=len(texts), doubtful=doubtful),),
        rows=Rows(posts=False, actions=tuple(e.id for e in used)),
    )


def _together(text: Text, clock: Clock, complete: bool) -> bool | None:
    """Whether every version came out within the minutes allowed; None where the log cannot tell."""
    if text.langs(clock.settings.sheet.languages_owed) < set(clock.settings.sheet.languages_owed):
        return False if complete else None
    limit = timedelta(minutes=clock.settings.parameters.parity_minutes)
    low, high = text.gap
    return True if high <= limit else False if low > limit else None


def _in_crisis(action: Action, clock: Clock) -> bool:
    window = clock.crisis_window
    return clock.may_answer(action) and (window is None or action.when.earliest < window.ends)


def _no_rate(why: Sentence, not_recorded: bool = False) -> Measure:
    return Measure(
        metric="parity_rate", value=None, unit="share", n=0, n_of="entries", method=METHOD, why_not=why,
        not_recorded=not_recorded, rows=Rows(posts=False),
    )  # fmt: skip
