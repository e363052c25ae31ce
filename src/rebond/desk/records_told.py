"""What is told of the counts people gave, and of rows of any kind that were not understood."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from zoneinfo import ZoneInfo

from rebond.actions import Series
from rebond.importers.source import Problem
from rebond.sentences import N_, Sentence, Term, Verbatim, say, say_count

UNKNOWN = (
    N_("%(file)s: “%(name)s”, %(n)s row without a number: unknown, never zero (first at line %(line)s)."),
    N_("%(file)s: “%(name)s”, %(n)s rows without a number: unknown, never zero (first at line %(line)s)."),
)
LISTED = 8  # lines left out that are shown one by one


def told_of_series(name: str, series: Iterable[Series], problems: Sequence[Problem], zone: str) -> Iterator[Sentence]:
    """Each count read: its name, how many values, from which day to which, how many are unknown.

    zone: in which its days are days.
    """
    unread = {problem.raw_row for problem in problems if problem.code == "not-a-number"}  # told with the problems
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
        unknown = [point.raw_row for point in one.points if point.value is None and point.raw_row not in unread]
        if unknown:
            yield say_count(*UNKNOWN, len(unknown), file=Verbatim(name), name=Verbatim(one.name), line=min(unknown))
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
