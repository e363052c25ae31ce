"""The questions a file leaves open, as data: what is asked, the answers there are, and how much hangs on them.

A draft is a mapping that is not settled yet: the best reading. Each answer makes the next draft.
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rebond.importers.dates import SHORT, read_date
from rebond.importers.glimpse import Glimpse
from rebond.importers.guided.candidates import differing, examples, name_of, nameable, rivals
from rebond.importers.guided.mapping import TableMapping, column_of
from rebond.importers.people.zones import zone_named
from rebond.importers.platforms import of_word
from rebond.importers.source import ColumnMap, Dates, Recognition
from rebond.sentences import N_, Sentence, Term, Value, Verbatim, say

MOST = 2  # questions asked before a preview
WEIGHTS = {"published_at": 4.0, "order": 3.0, "text": 2.0, "zone": 1.5, "handle": 1.0}
SHOWN = 30  # columns shown to choose from
WHICH = {
    "published_at": N_("Which column says when each post was published?"),
    "text": N_("Which column holds the words of the post?"),
    "handle": N_("Which column names the account that published?"),
    "platform": N_("Which column names the platform? If all posts are of one, type its name, for example Facebook."),
}  # fmt: skip
WHICH_OTHER = N_("Which column holds this: %(field)s?")
ORDER = N_("Is “%(example)s” the day first or the month first?")
DAY_FIRST, MONTH_FIRST = N_("day first: %(day)s"), N_("month first: %(day)s")
ZONE = N_("Whose hour is “%(example)s”? Choose, or type a city.")
ZONES = (
    ("America/Toronto", Verbatim("Montréal, Toronto, New York")), ("Europe/Paris", say(N_("Paris, Brussels, Geneva"))),
    ("Europe/London", say(N_("London"))), ("UTC", say(N_("UTC, the hour of no country"))),
)  # fmt: skip
DO_NOT_KNOW = say(N_("I do not know"))
NONE_OF_THEM = N_("none of them")
COLUMN, COLUMN_NUMBER = N_("“%(name)s”"), N_("column number %(name)s")
NO_COLUMN = -1


@dataclass(frozen=True, slots=True)
class Option:
    """One answer. value: place of a column (NO_COLUMN: none), an order, or a zone."""

    value: int | str
    label: Value
    examples: tuple[Verbatim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question. kind: a field, "order" or "zone". default: place of the option taken by an empty answer.

    default None: an empty answer is `open`. typed: words may be typed in the place of an option.
    stakes: share of the posts that the answer may change, times the weight of its kind.
    """

    kind: str
    asked: Sentence
    options: tuple[Option, ...]
    default: int | None = 0
    typed: bool = False
    stakes: float = 0.0
    open: Sentence = DO_NOT_KNOW  # the answer that changes nothing


def drafted(glimpse: Glimpse, read: ColumnMap) -> TableMapping:
    """The best reading of a file as a mapping. read: which column feeds which field."""
    header = tuple(name.strip() for name in read.header)
    header += ("",) * (max(read.columns.values(), default=-1) + 1 - len(header)) if header else ()
    columns = {field: column_of(header, at) for field, at in sorted(read.columns.items())}
    return TableMapping(tool="", columns=columns, header=header)


def open_questions(
    glimpse: Glimpse, read: ColumnMap, draft: TableMapping, found: Recognition | None, settled: frozenset[str]
) -> tuple[Question, ...]:
    """What is not sure, the highest stakes first. found: what the draft gives; None: nothing that can be read.

    settled: kinds already answered, or not to be asked.
    """
    asked = [*_of_columns(glimpse, read, draft)]
    if found is not None:
        asked += [*_of_order(glimpse, draft, found), *_of_zone(glimpse, draft, found)]
    asked = [one for one in asked if one.kind not in settled and one.stakes > 0]
    return tuple(sorted(asked, key=lambda one: -one.stakes))


def _of_columns(glimpse: Glimpse, read: ColumnMap, draft: TableMapping) -> Iterator[Question]:
    if "published_at" not in draft.columns and not {"native_id", "url"} & set(draft.columns):
        yield replace(which(glimpse, "published_at", draft), default=None, stakes=WEIGHTS["published_at"])
    for field in ("published_at", "text", "handle"):
        found = rivals(field, glimpse, read)
        if found:
            share = max(differing(field, glimpse, found[0].at, one.at) for one in found[1:])
            options = tuple(_option(glimpse, one.at) for one in found)
            yield Question(kind=field, asked=say(WHICH[field]), options=options, stakes=share * WEIGHTS[field])


def _of_order(glimpse: Glimpse, draft: TableMapping, found: Recognition) -> Iterator[Question]:
    """Day or month first, where the column leaves a doubt."""
    short = _short_dates(glimpse, draft)
    readings = [(one, *_both_ways(one)) for one in short]
    apart = [(one, day, month) for one, day, month in readings if day and month and day != month]
    if found.dates.order_sure or draft.order or not apart:
        return
    example, day, month = apart[0]
    options = (Option("dmy", say(DAY_FIRST, day=day)), Option("mdy", say(MONTH_FIRST, day=month)))
    yield Question(kind="order", asked=say(ORDER, example=Verbatim(example)), options=options,
                   stakes=WEIGHTS["order"] * len(apart) / len(readings))  # fmt: skip


def _of_zone(glimpse: Glimpse, draft: TableMapping, found: Recognition) -> Iterator[Question]:
    """Whose hour it is, where nothing states or proves it; for days alone it changes little."""
    if found.dates.zone_is == "assumed" and not found.dates.day_only and "published_at" in draft.columns:
        at = draft.places(glimpse.header)["published_at"]
        seen = examples(glimpse, at) if at is not None else ()
        if seen:
            options = tuple(Option(zone, label) for zone, label in ZONES)
            yield Question(kind="zone", asked=say(ZONE, example=seen[0]), options=options, default=None, typed=True,
                           stakes=WEIGHTS["zone"])  # fmt: skip


def _short_dates(glimpse: Glimpse, draft: TableMapping) -> Sequence[str]:
    at = draft.places(glimpse.header).get("published_at")
    cells = (row[at].strip() for row in glimpse.sample if at is not None and at < len(row))
    return [cell for cell in cells if SHORT.fullmatch(cell)]


def _both_ways(cell: str) -> tuple[date | None, date | None]:
    day, month = (read_date(cell, Dates(order=order)) for order in ("dmy", "mdy"))
    return day.at.date() if day else None, month.at.date() if month else None


def with_order(draft: TableMapping, glimpse: Glimpse, found: Recognition) -> TableMapping:
    """With the order of its dates, where the file shows one: the next file may show none."""
    shown = found.dates.order_sure and bool(_short_dates(glimpse, draft))
    return replace(draft, order=draft.order or (found.dates.order if shown else None))


# --- after a "no" -----------------------------------------------------------------------------------
def which(glimpse: Glimpse, field: str, draft: TableMapping, tried: Container[int] = ()) -> Question:
    """Any column for a field, the one read first. The last answer is that there is none. tried: those it is not."""
    now = draft.places(glimpse.header).get(field)
    places = sorted((at for at in nameable(field, glimpse) if at not in tried), key=lambda at: (at != now, at))[:SHOWN]
    options = [_option(glimpse, at) for at in places]
    if field != "published_at":
        options.append(Option(NO_COLUMN, say(NONE_OF_THEM)))
    asked = say(WHICH[field]) if field in WHICH else say(WHICH_OTHER, field=Term(vocabulary="post_field", key=field))
    return Question(kind=field, asked=asked, options=tuple(options), default=None, typed=field == "platform")


def _option(glimpse: Glimpse, at: int) -> Option:
    name = name_of(glimpse, at)
    label = COLUMN if isinstance(column_of(glimpse.header, at), str) else COLUMN_NUMBER
    return Option(at, say(label, name=Verbatim(name)), examples(glimpse, at))


# --- answers ----------------------------------------------------------------------------------------
def answered(draft: TableMapping, question: Question, answer: int | str) -> TableMapping | None:
    """The next draft. answer: value of an option, or words typed; None when those are not understood."""
    if question.kind == "order":
        return replace(draft, order=str(answer))
    if question.kind == "zone":
        zone = zone_named(str(answer))
        return replace(draft, zone=zone) if zone else None
    if isinstance(answer, str):
        platform = of_word(answer)
        return replace(_without(draft, "platform"), platform=platform) if platform else None
    if answer == NO_COLUMN:
        return replace(_without(draft, question.kind), platform=None if question.kind == "platform" else draft.platform)
    return _with(draft, question.kind, answer)


def _with(draft: TableMapping, field: str, at: int) -> TableMapping:
    """With a column for a field. It is taken from the field it fed so far; another date has its own order and hour."""
    column = column_of(draft.header, at)
    gone = (field, "time") if field == "published_at" else (field,)
    others = {one: fed for one, fed in draft.columns.items() if fed != column and one not in gone}
    changed = replace(draft, columns=dict(sorted({**others, field: column}.items())))
    return replace(changed, order=None, zone=None) if field == "published_at" else changed


def _without(draft: TableMapping, field: str) -> TableMapping:
    return replace(draft, columns={one: column for one, column in draft.columns.items() if one != field})
