"""Use case: bring export files into a case. All or none: a file that cannot be read stops before anything is stored."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rebond.casefile.case import Case, open_case
from rebond.casefile.sources import open_source
from rebond.casefile.writing import Writing
from rebond.corpus.assemble import Assembler
from rebond.corpus.pseudonyms import Pseudonyms
from rebond.desk.brought_in import BroughtIn, told_of, told_of_case
from rebond.desk.staging import Staging
from rebond.errors import EmptyFile, HeaderOnly, NothingKept
from rebond.importers import read, recognise
from rebond.sentences import N_, Sentence, Term, Verbatim, say, say_count

__all__ = ["bring_in", "open_case"]

Step = Callable[[Sentence], None]


def bring_in(case: Case, files: tuple[Path, ...], zone: str | None, step: Step) -> tuple[Sentence, ...]:
    """Add files to the case; posts it already has are counted once. Gives what to tell the user.

    zone: IANA name, used where a file proves nothing. Several files make one version of the case. A file that holds no
    post at all is left aside and told, when it is not alone. Raises ExportError for the first file that cannot be
    read, and CaseError; the case is then as it was.
    """
    at = datetime.now(UTC)
    with case.writing() as change, Staging(change.aside, case, change.before) as staging:
        names = Pseudonyms(case.key())
        done = [_read_in(path, change, staging, names, zone, at, step) for path in files]
        fresh = [one for one in done if one.count is not None]
        _refuse_nothing(done, fresh)
        repeats = _store(staging, change, fresh, at, step) if fresh else {}
    return (*told_of(done, repeats), told_of_case(case.manifest().rows))


def _refuse_nothing(done: list[BroughtIn], fresh: list[BroughtIn]) -> None:
    """A file without any post is left aside among others; alone, it is the answer."""
    empty = [one.empty for one in done if one.empty is not None]
    if empty and len(empty) == len(done) and not fresh:
        raise empty[0]


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
        return BroughtIn(path.name, taken)
    source = replace(open_source(change.copy_of(taken)), name=path.name)
    try:
        found = recognise(source, zone)
    except (EmptyFile, HeaderOnly) as empty:
        change.leave(taken)
        return BroughtIn(path.name, taken, empty=empty)
    assembler = Assembler(names, raw_file=taken.name, source_tool=found.importer, imported_at=at)
    count = staging.stage(taken, read(source, found), assembler, at)
    if not count.kept:
        reason = max(sorted(count.problems), key=lambda code: count.problems[code], default="no-date")
        raise NothingKept(file=Verbatim(path.name), reason=Term(vocabulary="problem_code", key=reason))
    return BroughtIn(path.name, taken, found, count)


def _facts(one: BroughtIn) -> tuple[str, dict[str, Any]]:
    """How a file was read, for the manifest."""
    assert one.found is not None and one.count is not None
    dates, count = one.found.dates, one.count
    return one.file.sha256, {
        "importer": one.found.importer, "zone": dates.zone, "zone_is": dates.zone_is, "date_order": dates.order,
        "rows_in": count.rows_in, "kept": count.kept, "refused": count.refused, "first": count.first,
        "last": count.last,
    }  # fmt: skip
