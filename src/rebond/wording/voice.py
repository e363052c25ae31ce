"""A voice: one language, one time zone. It turns language-free sentences and values into what a person reads.

A Voice is an argument, never a global. French and English go through the same code with the same values.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from rebond.sentences import (
    N_,
    AtLeast,
    Between,
    InWords,
    Listing,
    Moment,
    Number,
    Rewritten,
    Sentence,
    Share,
    Term,
    Token,
    Value,
    Verbatim,
    say,
    say_count,
)
from rebond.wording.catalogue import catalogue
from rebond.wording.overlays import overlay
from rebond.wording.tongues import language_of
from rebond.wording.typography import HARD, NARROW, set_type

NOT_PROVIDED = N_("not provided")
RANGE = N_("%(low)s to %(high)s")
AT_LEAST, AT_MOST = N_("at least %(value)s"), N_("at most %(value)s")
CENSORED = N_("≥ %(value)s, not yet observed")
BOTH = " // "  # between the two sides of a text that people wrote in both languages
LESS = N_("less than a minute")
DAY, DAYS = N_("%(n)s day"), N_("%(n)s days")
SMALL = (N_("one"), N_("two"), N_("three"), N_("four"), N_("five"), N_("six"), N_("seven"), N_("eight"), N_("nine"))
PLACE = re.compile(r"%\((\w+)\)s")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text. figure: id of the figure it prints, if any; verbatim: somebody's own words.

    lang: the language of those words, where it is known and is not that of the page.
    """

    text: str
    figure: str | None = None
    verbatim: bool = False
    lang: str | None = None


@dataclass(frozen=True)
class Voice:
    """One language and one time zone. tag: fr-CA, fr-FR or en-CA."""

    tag: str
    zone: str = "UTC"

    @classmethod
    def of(cls, lang: str, zone: str = "UTC") -> "Voice":
        """fr and fr-CA, fr-FR, en. Raises KeyError for another language, ZoneInfoNotFoundError for another zone."""
        tags = {"fr": "fr-CA", "fr-CA": "fr-CA", "fr-FR": "fr-FR", "en": "en-CA", "en-CA": "en-CA"}
        ZoneInfo(zone)
        return cls(tags[lang], zone)

    @property
    def lang(self) -> str:
        return self.tag[:2]

    @property
    def region(self) -> str:
        return self.tag[3:]

    @cached_property
    def _locale(self) -> Locale:
        return Locale.parse(self.tag.replace("-", "_"))

    # --- sentences ------------------------------------------------------------------------------
    def text(self, value: "Sentence | Value") -> str:
        """What is printed for a sentence or a value."""
        return "".join(run.text for run in self.runs(value))

    def runs(self, value: "Sentence | Value") -> tuple[Run, ...]:
        """The same, cut where a figure or somebody's own words stand."""
        return tuple(_merged(self._runs(value)))

    def say(self, text: str, **values: object) -> str:
        """A catalogue text with its values."""
        return self.text(say(text, **values))

    def _runs(self, value: "Sentence | Value") -> Iterator[Run]:
        if isinstance(value, Sentence):
            yield from self._sentence(value)
        elif isinstance(value, Token):
            yield from (Run(run.text, value.figure, run.verbatim, run.lang) for run in self._runs(value.value))
        elif isinstance(value, Verbatim):
            yield from self._written(value)
        elif isinstance(value, Listing):
            yield from self._listing(value)
        elif isinstance(value, Rewritten):
            for part in value.parts:
                yield from self._runs(part)
        elif isinstance(value, Between):
            yield from self._between(value)
        elif isinstance(value, AtLeast):
            yield from self._sentence(say(CENSORED, value=value.value))
        else:
            yield Run(self._plain(value))

    def _sentence(self, sentence: Sentence) -> Iterator[Run]:
        known = catalogue(self.lang)
        if sentence.plural is not None and sentence.n is not None:
            pattern = known.ngettext(sentence.text, sentence.plural, sentence.n)
        else:
            pattern = known.gettext(sentence.text)
        pattern = set_type(overlay(pattern, self.tag), self.lang)
        values, at = dict(sentence.values), 0
        for place in PLACE.finditer(pattern):
            if place.start() > at:
                yield Run(pattern[at : place.start()])
            yield from self._runs(values[place.group(1)])
            at = place.end()
        if at < len(pattern):
            yield Run(pattern[at:])

    def _listing(self, listing: Listing) -> Iterator[Run]:
        items = listing.items
        for n, item in enumerate(items):
            if n and n == len(items) - 1:
                yield Run(" et " if self.lang == "fr" else " and ")
            elif n:
                yield Run(", ")
            yield from self._runs(item)

    def _between(self, between: Between) -> Iterator[Run]:
        low, high = between.low, self._shortened(between)
        if low is None or high is None:
            yield from self._sentence(say(AT_MOST, value=high) if low is None else say(AT_LEAST, value=low))
        elif self.text(low) == self.text(high):
            yield from self._runs(low)
        else:
            yield from self._sentence(say(RANGE, low=low, high=high))

    def _shortened(self, between: Between) -> Value:
        """The later end, without the day when both fall on the same one."""
        low, high = between.low, between.high
        if (
            isinstance(low, Moment)
            and isinstance(high, Moment)
            and low.form == high.form in ("day_time", "full", "full_year")
        ):
            days = {moment.at.astimezone(ZoneInfo(self.zone)).date() for moment in (low, high)}
            return Moment(high.at, "time") if len(days) == 1 and low.at != high.at else high
        return high

    def _written(self, words: Verbatim) -> Iterator[Run]:
        """Somebody's words: the side in this language where they wrote both, else as they are, in their language."""
        side = self.side(words.text)
        lang = None if words.is_name or side != words.text else language_of(side)
        foreign = lang if lang != self.lang else None
        if foreign and words.otherwise is not None:
            yield from self._runs(words.otherwise)
        else:
            yield Run(side, verbatim=True, lang=foreign)

    def side(self, text: str) -> str:
        """People may write both languages in one cell, French first: "membres prélevés // members charged"."""
        sides = text.split(BOTH)
        return text if len(sides) != 2 else sides[0 if self.lang == "fr" else 1].strip()

    # --- values ----------------------------------------------------------------------------------
    def _plain(self, value: Value) -> str:
        if value is None:
            return self.text(say(NOT_PROVIDED))
        if isinstance(value, bool):
            raise TypeError("a yes or no is said by a sentence")
        if isinstance(value, InWords):
            return self.text(say(SMALL[value.n - 1])) if 1 <= value.n <= len(SMALL) else self.count(value.n)
        if isinstance(value, Moment):
            return self.moment(value)
        if isinstance(value, datetime):
            return self.moment(Moment(value))
        if isinstance(value, date):
            return self._date(value, "day_year")
        if isinstance(value, timedelta):
            return self.duration(value)
        if isinstance(value, Share):
            return self.share(value)
        if isinstance(value, Number):
            return self.number(value.value, value.digits)
        if isinstance(value, Term):
            return self.label(value)
        if isinstance(value, int):
            return self.count(value)
        return str(value)

    def count(self, n: int) -> str:
        """6 412 in French (narrow no-break space), 6,412 in English."""
        grouped = f"{abs(n):,}"
        sign = "−" if n < 0 else ""
        return sign + (grouped.replace(",", NARROW) if self.lang == "fr" else grouped)

    def number(self, value: float, digits: int = 1) -> str:
        """A number with `digits` decimals at most; trailing zeros are kept off."""
        pattern = "#,##0." + "#" * digits if digits else "#,##0"
        text = format_decimal(value, format=pattern, locale=self._locale).replace("-", "−")
        return text.replace(HARD, NARROW) if self.lang == "fr" else text

    def share(self, share: Share) -> str:
        """71 % in French, 71% in English."""
        return self.number(share.value * 100, share.digits) + (f"{HARD}%" if self.lang == "fr" else "%")

    def label(self, term: Term) -> str:
        """The label of a vocabulary key."""
        from rebond.vocabulary import load

        return set_type(overlay(load(term.vocabulary).label(term.key, self.lang), self.tag), self.lang)

    def duration(self, length: timedelta) -> str:
        """18 h 05 (English: 18 h 5 min) · 45 min · 3 days 4 h · 23 days: two units at most, one beyond a week."""
        seconds = int(length.total_seconds())
        sign, minutes = ("−" if seconds < 0 else ""), (abs(seconds) + 30) // 60
        days, hours, rest = minutes // 1440, minutes % 1440 // 60, minutes % 60
        h = f"{hours}{HARD}h"
        if abs(seconds) < 60:
            return sign + self.say(LESS) if seconds else f"0{HARD}min"
        if minutes < 60:
            return f"{sign}{minutes}{HARD}min"
        if minutes < 2880:
            whole = f"{minutes // 60}{HARD}h"
            finer = f"{HARD}{rest:02d}" if self.lang == "fr" else f"{HARD}{rest}{HARD}min"
            return sign + (whole if rest == 0 else whole + finer)
        if days >= 7:
            return sign + self._days((minutes + 720) // 1440)
        return sign + self._days(days) + (f" {h}" if hours else "")

    def _days(self, n: int) -> str:
        return self.text(say_count(DAY, DAYS, n)).replace(" ", HARD)

    # --- dates ---------------------------------------------------------------------------------------
    def moment(self, moment: Moment) -> str:
        """An instant in the organisation's zone, in the form asked for."""
        at = moment.at.astimezone(ZoneInfo(self.zone))
        clock = self._clock(at)
        if moment.form == "time":
            return clock
        if moment.form == "day_time":
            return f"{self._date(at, 'short')}, {clock}"
        if moment.form in ("full", "full_year"):
            day = self._date(at, "day" if moment.form == "full" else "day_year")
            return f"{day} {'à' if self.lang == 'fr' else 'at'} {clock}"
        return self._date(at, moment.form)

    def _clock(self, at: datetime) -> str:
        if self.lang == "fr":
            return f"{at.hour}{HARD}h" + (f"{HARD}{at.minute:02d}" if at.minute else "")
        return f"{at.hour}:{at.minute:02d}"

    def _date(self, day: date, form: str) -> str:
        pattern = {"day": "d MMMM", "day_year": "d MMMM y", "short": "d MMM", "weekday": "EEEE d MMMM"}[form]
        text = format_date(day, pattern, locale=self._locale)
        if self.lang == "fr" and day.day == 1:
            text = re.sub(r"\b1 (?=\D)", "1er ", text)
        else:
            text = re.sub(r"\bSept\b", "Sep", text).replace(".", "") if self.lang == "en" else text
        return re.sub(r"(\d(?:er)?) ", rf"\1{HARD}", text, count=1)

    def vega_locale(self) -> tuple[dict[str, object], dict[str, object]]:
        """Number and time locale of the charts (d3 definitions)."""
        months, days = self._locale.months["format"]["wide"], self._locale.days["format"]["wide"]
        short_m, short_d = self._locale.months["format"]["abbreviated"], self._locale.days["format"]["abbreviated"]
        french = self.lang == "fr"
        numbers: dict[str, object] = {
            "decimal": "," if french else ".", "thousands": NARROW if french else ",", "grouping": [3],
            "currency": ["", ""], "percent": f"{HARD}%" if french else "%", "minus": "−",
        }  # fmt: skip
        order = [6, 0, 1, 2, 3, 4, 5]
        times: dict[str, object] = {
            "dateTime": "%x, %X", "date": "%-d/%-m/%Y", "time": "%-H:%M", "periods": ["AM", "PM"],
            "days": [days[d] for d in order], "shortDays": [short_d[d] for d in order],
            "months": [months[m] for m in range(1, 13)], "shortMonths": [short_m[m] for m in range(1, 13)],
        }  # fmt: skip
        return numbers, times


def _merged(runs: Iterator[Run]) -> Iterator[Run]:
    """Neighbours of the same kind become one run; empty ones go."""
    held: Run | None = None
    for run in runs:
        if not run.text:
            continue
        if held is not None and (held.figure, held.verbatim, held.lang) == (run.figure, run.verbatim, run.lang):
            held = Run(held.text + run.text, run.figure, run.verbatim, run.lang)
            continue
        if held is not None:
            yield held
        held = run
    if held is not None:
        yield held
