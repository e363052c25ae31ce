"""Use case: bring export files into a case. All or none: a file that cannot be read stops before anything is stored."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rebond.casefile.case import Case, open_case
from rebond.casefile.manifest import RawFile
from rebond.casefile.sources import open_source
from rebond.casefile.writing import Writing
from rebond.corpus.assemble import Assembler
from rebond.corpus.pseudonyms import Pseudonyms
from rebond.desk.staging import FileCount, Staging
from rebond.errors import NothingKept
from rebond.importers import Recognition, read, recognise
from rebond.sentences import N_, Moment, Sentence, Term, Verbatim, say, say_count

__all__ = ["bring_in", "open_case"]

Step = Callable[[Sentence], None]


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What became of one file."""

    file: RawFile
    found: Recognition | None = None  # None: the case had it already
    count: FileCount | None = None


def bring_in(case: Case, files: tuple[Path, ...], zone: str | None, step: Step) -> tuple[Sentence, ...]:
    """Add files to the case; posts it already has are counted once. Gives what to tell the user.

    zone: IANA name, used where a file proves nothing. Raises ExportError for the first file that cannot be read, and
    CaseError; the case is then as it was. Several files, one version of the case.
    """
    at = datetime.now(UTC)
    with case.writing() as change, Staging(change.aside, case, change.before) as staging:
        names = Pseudonyms(case.key())
        done = [_read_in(path, change, staging, names, zone, at, step) for path in files]
        fresh = [one for one in done if one.found is not None]
        repeats = _store(staging, change, fresh, at, step) if fresh else {}
    return (*(told for one in done for told in _told(one, repeats)), _told_of_case(case))


def _store(staging: Staging, change: Writing, fresh: list[BroughtIn], at: datetime, step: Step) -> Mapping[str, int]:
    """Keep one row of each post; gives the repeats by file."""
    step(say(N_("Setting repeats apart…")))
    chosen = staging.choose()
    step(say_count(N_("Storing %(n)s post…"), N_("Storing %(n)s posts…"), chosen.rows))
    change.commit(at, posts=chosen.posts, tables=chosen.tables, facts=dict(map(_facts, fresh)))
    return chosen.repeats


def _read_in(
    path: Path, change: Writing, staging: Staging, names: Pseudonyms, zone: str | None, at: datetime, step: Step
) -> BroughtIn:
    """Copy a file aside, and stage the posts of the copy."""
    step(say(N_("Reading %(file)s…"), file=Verbatim(path.name)))
    taken = change.take(path)
    if taken.known:
        return BroughtIn(taken)
    source = replace(open_source(change.copy_of(taken)), name=path.name)
    found = recognise(source, zone)
    assembler = Assembler(names, raw_file=taken.name, source_tool=found.importer, imported_at=at)
    count = staging.stage(taken, read(source, found), assembler, at)
    if not count.kept:
        reason = max(sorted(count.problems), key=lambda code: count.problems[code], default="no-date")
        raise NothingKept(file=Verbatim(path.name), reason=Term(vocabulary="problem_code", key=reason))
    return BroughtIn(taken, found, count)


def _facts(one: BroughtIn) -> tuple[str, dict[str, Any]]:
    """How a file was read, for the manifest."""
    assert one.found is not None and one.count is not None
    dates, count = one.found.dates, one.count
    return one.file.sha256, {
        "importer": one.found.importer, "zone": dates.zone, "zone_is": dates.zone_is, "date_order": dates.order,
        "rows_in": count.rows_in, "kept": count.kept, "refused": count.refused, "first": count.first,
        "last": count.last,
    }  # fmt: skip


# --- what is told -----------------------------------------------------------------------------------
def _told(one: BroughtIn, repeats: Mapping[str, int]) -> Iterator[Sentence]:
    file = Verbatim(one.file.given_as)
    if one.found is None or one.count is None:
        yield say(N_("%(file)s: already in the case, nothing changed."), file=file)
        return
    yield _rows(file, one.count)
    lines = [*_span(one.count), *_again(repeats.get(one.file.sha256, 0)), *_doubts(one.found)]
    yield from (say(N_("– %(line)s"), line=line) for line in lines)


def _rows(file: Verbatim, count: FileCount) -> Sentence:
    if not count.refused:
        return say_count(
            N_("%(file)s: %(n)s row, kept."), N_("%(file)s: %(n)s rows, all kept."), count.rows_in, file=file
        )
    return say_count(N_("%(file)s: %(rows)s rows, of which %(n)s is left out."),
                     N_("%(file)s: %(rows)s rows, of which %(n)s are left out."),
                     count.refused, rows=count.rows_in, file=file)  # fmt: skip


def _span(count: FileCount) -> Iterator[Sentence]:
    if count.first is None or count.last is None:
        return
    first, last = Moment(count.first, "day_year"), Moment(count.last, "day_year")
    if count.first.date() == count.last.date():
        yield say(N_("All on %(day)s."), day=first)
    else:
        yield say(N_("Posts from %(first)s to %(last)s."), first=first, last=last)


def _again(rows: int) -> Iterator[Sentence]:
    if rows:
        yield say_count(N_("%(n)s row repeats a post already read: it is counted once."),
                        N_("%(n)s rows repeat posts already read: each is counted once."), rows)  # fmt: skip


def _doubts(found: Recognition) -> Iterator[Sentence]:
    """What was assumed, and could be otherwise."""
    zone = Verbatim(found.dates.zone)
    if found.dates.zone_is == "assumed":
        yield say(N_("Its times do not say their zone: they are read as %(zone)s. Say which with --tz."), zone=zone)
    elif found.dates.zone_is == "given":
        yield say(N_("Times are read in %(zone)s, as you said."), zone=zone)
    if not found.dates.order_sure:
        yield say(N_("Its dates can be read day first or month first: they are read day first."))


def _told_of_case(case: Case) -> Sentence:
    manifest = case.manifest()
    return say_count(N_("The case now holds %(n)s post."), N_("The case now holds %(n)s posts."), manifest.rows)
