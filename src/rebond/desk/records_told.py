"""What is told of the logs and counts people gave: what was read, what was left out, and what would mend it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from zoneinfo import ZoneInfo

from rebond.actions import ActionLog, Series
from rebond.importers.source import Problem
from rebond.sentences import N_, Listing, Sentence, Term, Verbatim, say, say_count

LISTED = 8  # lines left out that are shown one by one
SHOWN = 90  # characters of a line
LEFT_OUT = frozenset({"no-day", "time-not-understood", "no-time"})
FAR = "far-date"
UNTOLD = ("other", "unknown")  # vocabulary action_kind
WHOLE_DAY = "hour-not-understood"


def told_of_log(name: str, entries: int, problems: Sequence[Problem]) -> Iterator[Sentence]:
    """How many acts were read, each line that gave none, and each hour for which a whole day was kept."""
    file = Verbatim(name)
    if entries:
        yield say_count(
            N_("%(file)s: %(n)s log entry read."), N_("%(file)s: %(n)s log entries read."), entries, file=file
        )
    elif problems:
        yield say(N_("%(file)s: no log entry could be read."), file=file)
    else:
        yield say(N_("%(file)s: nothing is filled in yet."), file=file)
    out = [one for one in problems if one.refused and one.code in LEFT_OUT]
    far = [one for one in problems if one.code == FAR]
    rough = [one for one in problems if one.code == WHOLE_DAY]
    yield from _listed(file, out, N_("%(file)s, line %(line)s, left out: “%(words)s” does not say when it was."))
    if any(one.code == "no-day" for one in out):
        yield say(N_("These hours name no day: write it on a line above them, for example “Tuesday 14 October 2025”, "
                     "then give the file again."))  # fmt: skip
    yield from _listed(file, far, N_("%(file)s, line %(line)s, left out: is the year right? It is more than a year "
                                     "from the posts (“%(words)s”)."))  # fmt: skip
    yield from _listed(
        file, rough, N_("%(file)s, line %(line)s: time not understood (“%(words)s”), the whole day kept.")
    )
    yield from told_of_problems(name, [one for one in problems if one not in (*out, *far, *rough)])


def told_of_untold(name: str, log: ActionLog) -> Iterator[Sentence]:
    """Entries whose words do not say what was done: they count as internal where nothing says that they were public."""
    lines = [one.raw_row for one in log.ours if one.kind in UNTOLD and one.source == "log"]
    if lines:
        yield say_count(
            N_("%(file)s: %(n)s entry does not say what kind of act it was (line %(lines)s): it is told as "
               "“other act”. Fill the column “Kind” if it matters."),
            N_("%(file)s: %(n)s entries do not say what kind of act they were (lines %(lines)s): they are told as "
               "“other act”. Fill the column “Kind” where it matters."),
            len(lines), file=Verbatim(name),
            lines=Listing((*lines[:LISTED], *([Verbatim("…")] if len(lines) > LISTED else []))),
        )  # fmt: skip


def told_of_several(again: int) -> Iterator[Sentence]:
    """again: entries that stand in several of the logs in use."""
    if again:
        yield say_count(
            N_("%(n)s entry stands in several logs: it counts once, as the last file given tells it."),
            N_("%(n)s entries stand in several logs: each counts once, as the last file given tells it."),
            again,
        )


def _listed(file: Verbatim, problems: Sequence[Problem], sentence: str) -> Iterator[Sentence]:
    for one in problems[:LISTED]:
        words = " ".join((one.value or "").split())
        cut = words if len(words) <= SHOWN else f"{words[:SHOWN].rsplit(' ', 1)[0]}…"
        yield say(sentence, file=file, line=one.raw_row, words=Verbatim(cut))
    more = len(problems) - LISTED
    if more > 0:
        yield say_count(
            N_("%(file)s: %(n)s other line likewise."), N_("%(file)s: %(n)s other lines likewise."), more, file=file
        )


def told_of_series(name: str, series: Iterable[Series], problems: Sequence[Problem], zone: str) -> Iterator[Sentence]:
    """Each count read: its name, how many values, from which day to which. zone: in which its days are days."""
    for one in series:
        given = [point for point in one.points if point.value is not None]
        if not given:
            yield say(N_("%(file)s: “%(name)s”, no value read."), file=Verbatim(name), name=Verbatim(one.name))
            continue
        first, last = (at.astimezone(ZoneInfo(zone)).date() for at in (given[0].starts, given[-1].last))
        if len(given) == 1:
            yield say(N_("%(file)s: “%(name)s”, one value read, of %(first)s."), file=Verbatim(name),
                      name=Verbatim(one.name), first=first)  # fmt: skip
        else:
            yield say(N_("%(file)s: “%(name)s”, values read from %(first)s to %(last)s: %(n)s."), file=Verbatim(name),
                      name=Verbatim(one.name), first=first, last=last, n=len(given))  # fmt: skip
    yield from told_of_problems(name, problems)


def told_of_refused(name: str, problems: Iterable[Problem]) -> Iterator[Sentence]:
    """Each row that people typed and that is left out, and why."""
    refused, file = [one for one in problems if one.refused], Verbatim(name)
    for one in refused[:LISTED]:
        yield say(N_("%(file)s, line %(line)s, left out: %(why)s."), file=file, line=one.raw_row,
                  why=Term(vocabulary="problem_code", key=one.code))  # fmt: skip
    if (more := len(refused) - LISTED) > 0:
        yield say_count(
            N_("%(file)s: %(n)s other line likewise."), N_("%(file)s: %(n)s other lines likewise."), more, file=file
        )


def told_of_problems(name: str, problems: Sequence[Problem]) -> Iterator[Sentence]:
    """One line a kind of problem, with its first place."""
    first: dict[str, Problem] = {}
    for one in problems:
        first.setdefault(one.code, one)
    counts = Counter(one.code for one in problems)
    for code, problem in first.items():
        yield say(N_("%(file)s: %(count)s × %(what)s (first at line %(line)s)"), file=Verbatim(name),
                  count=counts[code], what=Term(vocabulary="problem_code", key=code), line=problem.raw_row)  # fmt: skip
