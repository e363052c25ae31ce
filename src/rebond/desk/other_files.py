"""What rebond check says of a file that is no export: what it is, what is read in it, and how to give it."""

from collections.abc import Iterator

from rebond.desk.log_told import told_of_log
from rebond.desk.records_told import told_of_problems
from rebond.desk.refused import is_list_of_posts
from rebond.errors import RebondError
from rebond.importers.guided.mapping import ENDING
from rebond.importers.guided.mapping_file import read_mapping
from rebond.importers.people.given import Given, what_is
from rebond.importers.people.log import read_log
from rebond.importers.people.sheet import read_sheet
from rebond.importers.source import Source
from rebond.sentences import N_, Sentence, Verbatim, say
from rebond.settings import CaseSheet

LARGEST = 20_000_000  # bytes: what people type is smaller, and an export need not be read twice to be known


def told_of_other(source: Source, zone: str | None) -> Iterator[Sentence]:
    """Lines on a file that is no export; none for one that may be an export. Raises SheetError."""
    if is_list_of_posts(source):
        yield say(N_("%(file)s: the list of posts that Rebond wrote for counting the figures of a review again. It is "
                     "no export and stays inside: give the files that its column raw_file names."),
                  file=Verbatim(source.name))  # fmt: skip
        return
    if source.name.endswith(ENDING):
        mapping = read_mapping(source.name, source.head())
        yield say(N_("%(file)s: a mapping of columns, made for %(tool)s. Give it with --mapping: "
                     "rebond review EXPORT… --mapping %(file)s"),
                  file=Verbatim(source.name), tool=Verbatim(mapping.tool))  # fmt: skip
        return
    data = _content(source)
    kind = what_is(source.name, data)
    if kind is Given.LOG:
        yield from _log(source.name, data, zone)
    elif kind is Given.SHEET:
        yield from _sheet(source.name, data)
    elif kind is Given.EMPTY_POSTS:
        yield say(N_("%(file)s: a table of posts, still empty. Fill it in, one post a row, then give it as an export: "
                     "rebond review %(file)s"), file=Verbatim(source.name))  # fmt: skip


def _content(source: Source) -> bytes:
    """The bytes of a file that people may have typed; none of a larger one."""
    if source.size > LARGEST:
        return b""
    with source.open() as stream:
        return stream.read()


def told_of_notes(source: Source, zone: str | None) -> tuple[Sentence, ...]:
    """Lines on a file that is no table: a log, where two acts or more are read in it; none otherwise."""
    data = _content(source)
    try:
        acts = read_log(source.name, data, zone or "UTC", None).log.actions
    except RebondError:
        return ()
    return tuple(_log(source.name, data, zone)) if len(acts) > 1 else ()


def _log(name: str, data: bytes, zone: str | None) -> Iterator[Sentence]:
    reading, file = read_log(name, data, zone or "UTC", None), Verbatim(name)
    if not (reading.log.actions or reading.problems):
        yield say(N_("%(file)s: a log, with nothing added yet. Fill it in, then give it with --log: "
                     "rebond review EXPORT… --log %(file)s"), file=file)  # fmt: skip
        return
    yield say(
        N_("%(file)s: a log of what was done. Give it with --log: rebond review EXPORT… --log %(file)s"), file=file
    )
    yield from told_of_log(name, reading)


def _sheet(name: str, data: bytes) -> Iterator[Sentence]:
    reading, file = read_sheet(name, data), Verbatim(name)
    if reading.sheet == CaseSheet():
        yield say(N_("%(file)s: a case sheet, still empty. Fill it in, then give it with --sheet: "
                     "rebond review EXPORT… --sheet %(file)s"), file=file)  # fmt: skip
        return
    yield say(N_("%(file)s: a case sheet. Give it with --sheet: rebond review EXPORT… --sheet %(file)s"), file=file)
    yield from told_of_problems(name, reading.problems)
