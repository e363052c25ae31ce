"""What is told of the logs people gave: what was read, how, what was left out or told twice, and what would mend it."""

from collections.abc import Iterable, Iterator, Sequence

from rebond.desk.records_told import LISTED, told_of_problems
from rebond.importers.people.log import LogReading
from rebond.importers.people.merging import UNTOLD, Again, Merged
from rebond.importers.source import Problem
from rebond.sentences import N_, Between, Listing, Sentence, Term, Verbatim, say, say_count

SHOWN = 90  # characters of a line
LEFT_OUT = frozenset({"no-day", "time-not-understood", "no-time"})
FAR = "far-date"
WHOLE_DAY = "hour-not-understood"
KIND = "kind-not-understood"


def told_of_log(name: str, reading: LogReading) -> Iterator[Sentence]:
    """How many acts were read, each line that gave none, each hour or kind that was not understood, and how it was
    read."""
    file, problems = Verbatim(name), reading.problems
    yield from _read(file, len(reading.log.actions), problems)
    out = [one for one in problems if one.refused and one.code in LEFT_OUT]
    far = [one for one in problems if one.code == FAR]
    rough = [one for one in problems if one.code == WHOLE_DAY]
    kinds = [one for one in problems if one.code == KIND]
    yield from _listed(file, out, N_("%(file)s, line %(line)s, left out: “%(words)s” does not say when it was."))
    if any(one.code == "no-day" for one in out):
        yield say(N_("These hours name no day: write it on a line above them, for example “Tuesday 14 October 2025”, "
                     "then give the file again."))  # fmt: skip
    yield from _listed(file, far, N_("%(file)s, line %(line)s, left out: is the year right? It is more than a year "
                                     "from the posts (“%(words)s”)."))  # fmt: skip
    yield from _listed(
        file, rough, N_("%(file)s, line %(line)s: time not understood (“%(words)s”), the whole day kept.")
    )
    yield from _kinds(file, kinds, reading)
    yield from _untold(file, {one.raw_row for one in kinds}, reading)
    yield from told_of_problems(name, [one for one in problems if one not in (*out, *far, *rough, *kinds)])


def told_of_several(whole: Merged) -> Iterator[Sentence]:
    """The lines of a log that a later one tells again; where most of it is, those that still count, and the way out."""
    pairs: dict[tuple[str, str], list[Again]] = {}
    for one in whole.again:
        pairs.setdefault((one.gone.raw_file, one.kept.raw_file), []).append(one)
    for (gone, kept), told in pairs.items():
        files = {"file": Verbatim(gone), "other": Verbatim(kept)}
        yield say_count(
            N_("%(file)s, line %(lines)s: told again in %(other)s, and counted once, as %(other)s tells it."),
            N_("%(file)s, lines %(lines)s: told again in %(other)s, and counted once, as %(other)s tells them."),
            len(told), lines=_lines(one.gone.raw_row for one in told), **files,
        )  # fmt: skip
        left = [act.raw_row for act in whole.log.actions if act.raw_file == gone]
        if left and len(left) < len(told):
            yield say_count(
                N_("%(file)s, line %(lines)s: told nowhere else, and still counted. If %(other)s takes the place of "
                   "%(file)s, empty %(file)s, all but its line of column names, and give it again with --log."),
                N_("%(file)s, lines %(lines)s: told nowhere else, and still counted. If %(other)s takes the place of "
                   "%(file)s, empty %(file)s, all but its line of column names, and give it again with --log."),
                len(left), lines=_lines(left), **files,
            )  # fmt: skip


def _read(file: Verbatim, entries: int, problems: Sequence[Problem]) -> Iterator[Sentence]:
    if entries:
        yield say_count(
            N_("%(file)s: %(n)s log entry read."), N_("%(file)s: %(n)s log entries read."), entries, file=file
        )
    elif problems:
        yield say(N_("%(file)s: no log entry could be read."), file=file)
    else:
        yield say(N_("%(file)s: nothing is filled in yet."), file=file)


def _kinds(file: Verbatim, problems: Sequence[Problem], reading: LogReading) -> Iterator[Sentence]:
    """A kind as people wrote it, and what the words of the entry made of it: it may be public, and ours."""
    written = {one.raw_row: one.value or "" for one in problems}
    acts = [act for act in reading.log.actions if act.raw_row in written]
    for act in sorted(acts, key=lambda one: one.raw_row)[:LISTED]:
        words = Verbatim(written[act.raw_row])
        if act.is_event:
            yield say(N_("%(file)s, line %(line)s: kind not understood (“%(words)s”), read as an outside event: "
                         "“%(kind)s”."), file=file, line=act.raw_row, words=words,
                      kind=Term(vocabulary="event_kind", key=act.kind))  # fmt: skip
        else:
            yield say(N_("%(file)s, line %(line)s: kind not understood (“%(words)s”), read as an act of yours: "
                         "“%(kind)s” (%(visibility)s)."), file=file, line=act.raw_row, words=words,
                      kind=Term(vocabulary="action_kind", key=act.kind),
                      visibility=Term(vocabulary="visibility", key=act.visibility))  # fmt: skip
    yield from _more(file, len(acts))


def _untold(file: Verbatim, said: set[int], reading: LogReading) -> Iterator[Sentence]:
    """Entries whose words do not say what was done: they count as internal where nothing says that they were public."""
    lines = [one.raw_row for one in reading.log.ours if one.kind in UNTOLD and one.raw_row not in said]
    if lines:
        yield say_count(
            N_("%(file)s: %(n)s entry does not say what kind of act it was (line %(lines)s): it is told as "
               "“other act”. Fill the column “Kind” if it matters."),
            N_("%(file)s: %(n)s entries do not say what kind of act they were (lines %(lines)s): they are told as "
               "“other act”. Fill the column “Kind” where it matters."),
            len(lines), file=file, lines=_lines(lines),
        )  # fmt: skip


def _lines(numbers: Iterable[int]) -> Listing:
    """Numbers of lines, in order, those that follow each other as a range; some shown for many."""
    runs: list[list[int]] = []
    for n in sorted(set(numbers)):
        if runs and runs[-1][-1] == n - 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    shown = [part for run in runs for part in ([Between(run[0], run[-1])] if len(run) > 2 else run)]
    return Listing((*shown[:LISTED], *([Verbatim("…")] if len(shown) > LISTED else [])))


def _listed(file: Verbatim, problems: Sequence[Problem], sentence: str) -> Iterator[Sentence]:
    for one in problems[:LISTED]:
        words = " ".join((one.value or "").split())
        cut = words if len(words) <= SHOWN else f"{words[:SHOWN].rsplit(' ', 1)[0]}…"
        yield say(sentence, file=file, line=one.raw_row, words=Verbatim(cut))
    yield from _more(file, len(problems))


def _more(file: Verbatim, found: int) -> Iterator[Sentence]:
    """How many lines were not shown."""
    if (more := found - LISTED) > 0:
        yield say_count(
            N_("%(file)s: %(n)s other line likewise."), N_("%(file)s: %(n)s other lines likewise."), more, file=file
        )
