"""Use case: say what a file is, what it carries, what it lacks, what is wrong with it. Imports nothing."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from rebond.casefile.sources import open_source
from rebond.desk.capped import told_of_cut
from rebond.desk.guide import Interview, understood
from rebond.desk.other_files import told_of_notes, told_of_other
from rebond.desk.screenshots import told_of_screenshots
from rebond.errors import NotATable
from rebond.importers import FileReport, Mappings, Recognition, recognise, summarise
from rebond.importers.cuts import find_cut
from rebond.importers.format import formats
from rebond.importers.guided.mapping import NO_MAPPINGS
from rebond.importers.recognition import check_zone
from rebond.sentences import N_, Listing, Sentence, Term, Value, Verbatim, say, say_count
from rebond.tables import BY_HAND

# What a review leaves open when a file carries none of these fields.
LEFT_OPEN = (
    (("handle",), N_("who spoke")),
    (("likes", "reposts", "replies"), N_("interactions")),
    (("views",), N_("views")),
    (("followers",), N_("potential audience")),
    (("parent_id",), N_("individual replies")),
)
TIMES = {
    "stated": N_("The file states the zone of its times."),
    "proved": N_("Times are those of %(zone)s: the X ids prove it."),
    "given": N_("Times are read in %(zone)s, as you said."),
}
SHOWN, MOST_NAMES = 60, 12  # characters of a name or of an odd value; names listed


def examine(
    path: Path, zone: str | None, mappings: Mappings = NO_MAPPINGS, person: Interview | None = None
) -> Iterator[Sentence]:  # fmt: skip
    """The report on one file, line by line. Raises RebondError when it is none that a review takes.

    mappings: at hand for a file of no known format. person: who settles its doubts; None: nobody is there.
    """
    source = open_source(path)
    check_zone(zone)
    other = tuple(told_of_other(source, zone))
    if other:
        yield from other
        return
    try:
        if person is not None:
            mappings = understood((path,), zone, mappings, person)
        found = recognise(source, zone, mappings)
    except NotATable:
        if not (notes := told_of_notes(source, zone)):
            raise
        yield from notes
        return
    yield say(N_("%(file)s: %(format)s"), file=Verbatim(path.name), format=found.format)
    report = summarise(source, found, datetime.now(UTC))
    lines = (*_counts(report), *_times(found, report), *_columns(found), *_doubts(found), *_problems(report))
    pictures = told_of_screenshots(path) if found.importer == BY_HAND else ()
    yield from (say(N_("– %(line)s"), line=line) for line in (*lines, *pictures))
    known = formats().get(found.known or "")
    cut = find_cut(report.ending, known.caps if known else ())
    yield from () if cut is None else told_of_cut(cut, found, zone)


def _counts(report: FileReport) -> Iterator[Sentence]:
    if report.refused == 0:
        yield say_count(N_("%(n)s row, kept."), N_("%(n)s rows, all kept."), report.rows_in)
    elif report.kept == 0:
        yield say_count(N_("%(n)s row, not kept."), N_("%(n)s rows, none kept."), report.rows_in)
    else:
        yield say_count(N_("%(n)s row."), N_("%(n)s rows."), report.rows_in)
        yield say_count(N_("%(n)s row is left out: the reason is below."),
                        N_("%(n)s rows are left out: the reasons are below."), report.refused)  # fmt: skip
    if report.repeated_ids:
        yield say_count(N_("%(n)s post comes again: it will be counted once."),
                        N_("%(n)s posts come again: each will be counted once."), report.repeated_ids)  # fmt: skip
    if report.accounts:
        yield say_count(N_("%(n)s account."), N_("%(n)s distinct accounts."), report.accounts)
    if set(report.platforms) == {"unknown"}:
        yield say(N_("The file does not say on which platform."))
    elif report.platforms:
        yield say(N_("Platforms: %(list)s."), list=_shares("platform", report))
    if len(report.kinds) > 1:
        yield say(N_("Kinds: %(list)s."), list=_shares("post_kind", report))


def _shares(vocabulary: str, report: FileReport) -> Listing:
    """Each platform or kind with its posts, the largest first."""
    found = report.platforms if vocabulary == "platform" else report.kinds
    ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return Listing(tuple(
        say(N_("%(what)s (%(count)s)"), what=Term(vocabulary=vocabulary, key=key), count=n) for key, n in ordered
    ))  # fmt: skip


def _times(found: Recognition, report: FileReport) -> Iterator[Sentence]:
    if report.first is not None and report.last is not None and report.fullest is not None:
        first, last = (at.astimezone(ZoneInfo(found.dates.zone)).date() for at in (report.first, report.last))
        zone = Verbatim(found.dates.zone)
        day, count = report.fullest
        if first == last:
            yield say(N_("All on %(day)s (%(zone)s)."), day=day, zone=zone)
        else:
            yield say(N_("Posts from %(first)s to %(last)s (%(zone)s); the fullest day is %(day)s, with %(count)s."),
                      first=first, last=last, zone=zone, day=day, count=count)  # fmt: skip
    if found.dates.shape != "ids" and found.dates.zone_is in TIMES:
        yield say(TIMES[found.dates.zone_is], zone=Verbatim(found.dates.zone))


def _columns(found: Recognition) -> Iterator[Sentence]:
    yield say(N_("It carries: %(fields)s."), fields=Listing(tuple(_field(name, found) for name in found.carries)))
    names = tuple(Verbatim(name.strip()[:SHOWN]) for name in found.mapping.ignored)
    if len(names) > MOST_NAMES + 1:  # one more name takes less room than "and 1 other"
        yield say(N_("Columns left aside: %(names)s and %(more)s others."),
                  names=Listing(names[:MOST_NAMES]), more=len(names) - MOST_NAMES)  # fmt: skip
    elif names:
        yield say(N_("Columns left aside: %(names)s."), names=Listing(names))
    open_ = tuple(say(what) for fields, what in LEFT_OPEN if not set(fields) & set(found.carries))
    if open_ and found.importer != BY_HAND:
        yield say(N_("Not in this export, so left open in a review: %(list)s."), list=Listing(open_))


def _field(name: str, found: Recognition) -> Value:
    """A field, with the column it is read from."""
    read_from = "url" if name == "native_id" and not found.details["id_trusted"] else name
    column, term = found.mapping.name_of(read_from).strip(), Term(vocabulary="post_field", key=name)
    return say(N_("%(field)s (“%(column)s”)"), field=term, column=Verbatim(column[:SHOWN])) if column else term


def _doubts(found: Recognition) -> Iterator[Sentence]:
    yield from (say(N_("To be decided: %(question)s"), question=question) for question in found.questions)
    yield from (say(N_("Note: %(warning)s"), warning=warning) for warning in found.warnings)


def _problems(report: FileReport) -> Iterator[Sentence]:
    for code, (count, example) in sorted(report.problems.items(), key=lambda item: (-item[1][0], item[0])):
        what = Term(vocabulary="problem_code", key=code)
        if example.value:
            yield say(N_("%(count)s × %(what)s; the first at line %(line)s: “%(value)s”."), count=count, what=what,
                      line=example.raw_row, value=Verbatim(" ".join(example.value.split())[:SHOWN]))  # fmt: skip
        else:
            yield say(N_("%(count)s × %(what)s; the first at line %(line)s."), count=count, what=what,
                      line=example.raw_row)  # fmt: skip
