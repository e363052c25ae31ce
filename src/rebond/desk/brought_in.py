"""What became of the files of an import, and what is told of it: file by file, or all together when there are many."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from rebond.casefile.manifest import RawFile
from rebond.desk.capped import told_of_files_cut, told_shortly
from rebond.desk.staging import Chosen, FileCount
from rebond.errors import ExportError
from rebond.importers import Recognition
from rebond.importers.cuts import Cut, Ending, ReadFile, find_cuts
from rebond.importers.format import formats
from rebond.sentences import N_, Sentence, Verbatim, say, say_count

MANY = 8  # files from which one line each would hide what matters


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What became of one file. Without a count: the case had it already, or it holds no post (empty)."""

    name: str
    file: RawFile
    found: Recognition | None = None
    count: FileCount | None = None
    empty: ExportError | None = None
    cut: Cut | None = None


def with_cuts(done: Sequence[BroughtIn]) -> list[BroughtIn]:
    """The same, with those that were cut at a maximum number of rows: each file alone, and the parts of one export."""
    cuts = iter(find_cuts([_as_read(one) for one in done if one.count is not None]))
    return [one if one.count is None else replace(one, cut=next(cuts)) for one in done]


def _as_read(one: BroughtIn) -> ReadFile:
    assert one.found is not None and one.count is not None
    known = formats().get(one.found.known or "")
    return ReadFile(
        name=one.name, tool=one.found.known or one.found.importer, header=one.found.mapping.header,
        caps=known.caps if known else (), ending=one.count.ending or Ending(rows=one.count.rows_in),
    )  # fmt: skip


def told_of(done: Sequence[BroughtIn], chosen: Chosen | None) -> Iterator[Sentence]:
    """The lines on an import. chosen: what was kept of it; None where no file was new."""
    repeats = {} if chosen is None else chosen.repeats
    if len(done) > MANY:
        yield from _together(done, sum(repeats.values()))
    else:
        for one in done:
            yield from _one(one, repeats.get(one.file.sha256, 0))
    if chosen is not None and chosen.otherwise:
        yield say_count(
            N_("%(n)s row gives a post already read another text or another time. The fuller row is counted; "
               "the other is kept in tables/, under “versions”."),
            N_("%(n)s rows give posts already read another text or another time. The fuller rows are counted; "
               "the others are kept in tables/, under “versions”."),
            chosen.otherwise,
        )  # fmt: skip


def told_of_case(rows: int) -> Sentence:
    """How many posts the case holds after it."""
    return say_count(N_("The case now holds %(n)s post."), N_("The case now holds %(n)s posts."), rows)


def _one(one: BroughtIn, again: int) -> Iterator[Sentence]:
    file = Verbatim(one.name)
    if one.empty is not None:
        yield say(N_("%(file)s: no post in it, left aside."), file=file)
    elif one.count is None or one.found is None:
        yield say(N_("%(file)s: already in the case, nothing changed."), file=file)
    else:
        yield _rows(file, one.count)
        cut = () if one.cut is None else told_shortly(one.cut)
        yield from _lines([*_span(one.count, one.found), *_again(again), *_doubts(one.found), *cut])


def _together(done: Sequence[BroughtIn], again: int) -> Iterator[Sentence]:
    read = [one for one in done if one.count is not None]
    counts = [one.count for one in read if one.count is not None]
    if read:
        yield say_count(N_("%(n)s file read."), N_("%(n)s files read."), len(read))
    empty = sum(one.empty is not None for one in done)
    if empty:
        yield say_count(N_("%(n)s file holds no post, and is left aside."),
                        N_("%(n)s files hold no post, and are left aside."), empty)  # fmt: skip
    known = len(done) - len(read) - empty
    if known:
        yield say_count(N_("%(n)s file was already in the case."), N_("%(n)s files were already in the case."), known)
    if counts:
        whole = _added(counts)
        yield _rows(None, whole)
        doubts = dict.fromkeys(doubt for one in read if one.found is not None for doubt in _doubts(one.found))
        cut = told_of_files_cut([(one.name, one.cut) for one in read if one.cut is not None])
        yield from _lines([*_span(whole, read[0].found), *_again(again), *doubts, *cut])
    yield from (say(N_("%(file)s: no post in it, left aside."), file=Verbatim(one.name)) for one in done if one.empty)


def _added(counts: Sequence[FileCount]) -> FileCount:
    whole = FileCount(rows_in=sum(one.rows_in for one in counts), kept=sum(one.kept for one in counts))
    whole.first = min((one.first for one in counts if one.first is not None), default=None)
    whole.last = max((one.last for one in counts if one.last is not None), default=None)
    return whole


def _lines(lines: Sequence[Sentence]) -> Iterator[Sentence]:
    yield from (say(N_("– %(line)s"), line=line) for line in lines)


def _rows(file: Verbatim | None, count: FileCount) -> Sentence:
    if file is None and not count.refused:
        return say_count(N_("%(n)s row, kept."), N_("%(n)s rows, all kept."), count.rows_in)
    if file is None:
        some = N_("%(rows)s rows, of which %(n)s is left out."), N_("%(rows)s rows, of which %(n)s are left out.")
        return say_count(*some, count.refused, rows=count.rows_in)
    if not count.refused:
        whole = N_("%(file)s: %(n)s row, kept."), N_("%(file)s: %(n)s rows, all kept.")
        return say_count(*whole, count.rows_in, file=file)
    return say_count(N_("%(file)s: %(rows)s rows, of which %(n)s is left out."),
                     N_("%(file)s: %(rows)s rows, of which %(n)s are left out."),
                     count.refused, rows=count.rows_in, file=file)  # fmt: skip


def _span(count: FileCount, found: Recognition | None) -> Iterator[Sentence]:
    """From which day to which, as the file dates them."""
    if count.first is None or count.last is None or found is None:
        return
    first, last = (at.astimezone(ZoneInfo(found.dates.zone)).date() for at in (count.first, count.last))
    zone = Verbatim(found.dates.zone)
    if first == last:
        yield say(N_("All on %(day)s (%(zone)s)."), day=first, zone=zone)
    else:
        yield say(N_("Posts from %(first)s to %(last)s (%(zone)s)."), first=first, last=last, zone=zone)


def _again(rows: int) -> Iterator[Sentence]:
    if rows:
        yield say_count(N_("%(n)s row repeats a post already read: it is counted once."),
                        N_("%(n)s rows repeat posts already read: each is counted once."), rows)  # fmt: skip


def _doubts(found: Recognition) -> Iterator[Sentence]:
    """What was assumed, and could be otherwise."""
    zone = Verbatim(found.dates.zone)
    if isinstance(left := found.details.get("left_aside"), Sentence):
        yield left
    if found.dates.zone_is == "assumed":
        yield say(N_("Its times do not say their zone: they are read as %(zone)s. Say which with --tz."), zone=zone)
    elif found.dates.zone_is == "given":
        yield say(N_("Times are read in %(zone)s, as you said."), zone=zone)
    if not found.dates.order_sure:
        yield say(N_("Its dates can be read day first or month first: they are read day first."))
