"""What is told of an export that was cut at a maximum number of rows, and what to ask the tool for instead."""

from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

from rebond.importers import Recognition
from rebond.importers.ask_again import Period, ask_again
from rebond.importers.cuts import Cut, Ending
from rebond.importers.format import Format, formats
from rebond.sentences import N_, Listing, Sentence, Term, Value, Verbatim, say, say_count

MOST_PERIODS, MOST_NAMES = 14, 12  # listed; the rest is counted

FULL = N_("It was cut: it holds %(cap)s rows, the most that an export of %(tool)s may.")
SHOWN = N_("It was cut: it holds %(cap)s rows, a maximum of many tools, and its rows show that others are missing.")
MAY_BE = N_("It may be cut: it holds exactly %(cap)s rows, a maximum of many tools, and nothing in it shows that posts "
            "are missing. Compare with the number the tool announces.")  # fmt: skip
STOPS = {
    "newest_first": (
        N_("Cut by date: rows run from the newest to the oldest and stop in the middle of %(day)s, with %(n)s post "
           "an hour coming. What is older is missing."),
        N_("Cut by date: rows run from the newest to the oldest and stop in the middle of %(day)s, with %(n)s posts "
           "an hour coming. What is older is missing."),
    ),
    "oldest_first": (
        N_("Cut by date: rows run from the oldest to the newest and stop in the middle of %(day)s, with %(n)s post "
           "an hour coming. What is newer is missing."),
        N_("Cut by date: rows run from the oldest to the newest and stop in the middle of %(day)s, with %(n)s posts "
           "an hour coming. What is newer is missing."),
    ),
}  # fmt: skip
RUNS = {
    "newest_first": N_("Cut by date: rows run from the newest to the oldest. What is older than %(day)s is missing."),
    "oldest_first": N_("Cut by date: rows run from the oldest to the newest. What is newer than %(day)s is missing."),
}
RANKED = N_("Cut by engagement: rows are sorted by %(count)s, the most first. Posts that few people reacted to are "
            "missing, over the whole period.")  # fmt: skip
LIKED = N_("Cut by engagement: no post has under %(least)s interactions. Posts that few people reacted to are missing, "
           "over the whole period.")  # fmt: skip
NO_ORDER = N_("Whether by date or by engagement cannot be told: rows run in no order.")
BARRED = N_("Until the others are there, a review gives the volume as “at least”, and on these posts no share, "
            "ranking, multiple of the usual volume or return to normal.")  # fmt: skip
AT_LEAST = N_("Until the others are there, a review gives the volume as “at least”, and dates neither the usual volume "
              "nor an end across the cut.")  # fmt: skip
BY_DATE = N_("Ask for these exports, each under %(cap)s rows at the busiest pace seen (days of %(zone)s):")
SORTED = N_("Ask for these exports, sorted by date and each well under %(cap)s rows (days of %(zone)s):")
HALVE = N_("If one of them comes back full, halve its period, or ask for one platform or one language at a time.")
TICK = N_("Columns to tick as well, if the tool offers them: %(list)s.")
PAGE = N_("How, tool by tool: the page “Exports cut at their maximum” (docs/en/capped-exports.md).")
WORTH_TICKING = ("text", "handle", "native_id", "url", "lang_declared", "likes", "reposts", "replies", "views",
                 "followers", "parent_id", "repost_of")  # fmt: skip


def told_of_cut(cut: Cut, found: Recognition, zone: str | None) -> Iterator[Sentence]:
    """The lines on one file. zone: IANA name of the days people ask a tool for; None: that of the file."""
    place, known = zone or found.dates.zone, formats().get(found.known or "")
    if not cut.sure:
        yield _line(say(MAY_BE, cap=cut.cap))
        return
    is_known = known is not None and cut.cap in known.caps
    yield _line(say(FULL, cap=cut.cap, tool=known.name) if known and is_known else say(SHOWN, cap=cut.cap))
    yield _line(_how(cut.ending, place))
    yield _line(say(AT_LEAST if cut.by_date else BARRED))
    if known is None or known.by_period:
        yield from _asked(cut, place)
    columns = tuple(_to_tick(found, known))
    if columns:
        yield _line(say(TICK, list=Listing(columns)))
    yield _line(say(PAGE))


def _line(sentence: Sentence) -> Sentence:
    return say(N_("– %(line)s"), line=sentence)


def _how(ending: Ending, zone: str) -> Sentence:
    """By date or by engagement, with what shows it."""
    if ending.at is not None:
        day = ending.at.astimezone(ZoneInfo(zone)).date()
        pace = max(1, round(ending.per_hour or 0))
        return say_count(*STOPS[ending.by], pace, day=day) if ending.shown else say(RUNS[ending.by], day=day)
    if ending.ranked_by == "interactions":
        return say(RANKED, count=say(N_("number of interactions")))
    if ending.ranked_by is not None:
        return say(RANKED, count=Term(vocabulary="post_field", key=ending.ranked_by))
    return say(NO_ORDER) if ending.least is None else say(LIKED, least=ending.least)


def _asked(cut: Cut, zone: str) -> Iterator[Sentence]:
    """One line an export, with its dates as people type them into the tool."""
    asked = ask_again(cut, zone)
    if asked is None:
        return
    yield _line(say(BY_DATE if cut.by_date else SORTED, cap=cut.cap, zone=Verbatim(zone)))
    shown = asked.periods[:MOST_PERIODS]
    lines = [_period(one) for one in shown]
    if len(asked.periods) > len(shown):
        lines.append(say_count(N_("%(n)s more like it, until %(day)s"), N_("%(n)s more like them, until %(day)s"),
                               len(asked.periods) - len(shown), day=asked.periods[-1].last))  # fmt: skip
    lines.append(say(N_("from %(first)s to %(last)s, the 28 days before: for the usual volume"),
                     first=asked.baseline.first, last=asked.baseline.last))  # fmt: skip
    yield from (say(N_("  · %(line)s"), line=line) for line in lines)
    yield _line(say(HALVE))


def _period(one: Period) -> Value:
    days = one.first if one.first == one.last else say(N_("from %(first)s to %(last)s"), first=one.first, last=one.last)
    if one.hours is None:
        return days
    return say_count(
        N_("%(days)s, one export an hour"), N_("%(days)s, one export every %(n)s hours"), one.hours, days=days
    )


def _to_tick(found: Recognition, known: Format | None) -> Iterator[Sentence]:
    """Fields that the format can carry and this file lacks, with the tool's own name of their column."""
    for name in () if known is None else WORTH_TICKING:
        if known is not None and name in known.columns and name in found.lacks and name not in known.never:
            yield say(N_("%(field)s (“%(column)s”)"), field=Term(vocabulary="post_field", key=name),
                      column=Verbatim(known.columns[name][0]))  # fmt: skip


# --- at import ---------------------------------------------------------------------------------------------
LOST = {
    "newest_first": N_("It was cut at %(cap)s rows: what is older is missing."),
    "oldest_first": N_("It was cut at %(cap)s rows: what is newer is missing."),
    "engagement": N_("It was cut at %(cap)s rows: posts that few people reacted to are missing."),
    "unknown": N_("It was cut at %(cap)s rows: others are missing."),
}
SEE_CHECK = N_("rebond check lists the exports to ask for.")


def told_shortly(cut: Cut) -> Iterator[Sentence]:
    """The lines on one file that was brought in."""
    if not cut.sure:
        yield say(N_("It holds exactly %(cap)s rows: it may be cut."), cap=cut.cap)
        return
    yield say(LOST[cut.ending.by], cap=cut.cap)
    yield say(SEE_CHECK)


def told_of_files_cut(cuts: Sequence[tuple[str, Cut]]) -> Iterator[Sentence]:
    """The lines on many files: which of them were cut, and which may be."""
    sure = [name for name, cut in cuts if cut.sure]
    if sure:
        yield say_count(N_("%(n)s file was cut at its maximum number of rows: %(list)s."),
                        N_("%(n)s files were cut at their maximum number of rows: %(list)s."), len(sure),
                        list=_named(sure))  # fmt: skip
        yield say(SEE_CHECK)
    doubtful = [name for name, cut in cuts if not cut.sure]
    if doubtful:
        yield say_count(N_("%(n)s file is as full as an export often may be, and may be cut: %(list)s."),
                        N_("%(n)s files are as full as exports often may be, and may be cut: %(list)s."), len(doubtful),
                        list=_named(doubtful))  # fmt: skip


def _named(names: Sequence[str]) -> Listing:
    shown = tuple(Verbatim(name) for name in names[:MOST_NAMES])
    more = len(names) - len(shown)
    others = (say_count(N_("%(n)s other"), N_("%(n)s others"), more),) if more else ()
    return Listing((*shown, *others))
