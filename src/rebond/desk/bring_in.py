"""Use case: bring export files into a case. All or none: a file that cannot be read stops before anything is stored."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rebond.casefile.case import Case, open_case
from rebond.casefile.manifest import Manifest, RawFile
from rebond.casefile.sources import name_of, open_source
from rebond.casefile.writing import Writing
from rebond.corpus.assemble import Assembler
from rebond.corpus.pseudonyms import Pseudonyms
from rebond.desk.brought_in import BroughtIn, told_of, told_of_case, with_cuts
from rebond.desk.mapped import keep_mapping, read_otherwise, was_read_with
from rebond.desk.records_told import told_of_refused
from rebond.desk.refused import refuse_other
from rebond.desk.screenshots import take_screenshots
from rebond.desk.staging import Chosen, Staging
from rebond.errors import EmptyFile, HeaderOnly, NothingKept
from rebond.importers import Mappings, Source, read, recognise
from rebond.importers.guided.mapping import NO_MAPPINGS
from rebond.sentences import N_, Sentence, Term, Verbatim, say, say_count
from rebond.tables import BY_HAND

__all__ = ["bring_in", "open_case", "read_again"]

READING = N_("Reading %(file)s…")
Step = Callable[[Sentence], None]


def bring_in(
    case: Case, files: tuple[Path, ...], zone: str | None, step: Step, mappings: Mappings = NO_MAPPINGS
) -> tuple[Sentence, ...]:  # fmt: skip
    """Add files to the case; posts it already has are counted once. Gives what to tell the user.

    zone: IANA name, used where a file proves nothing. mappings: at hand for files of no known format. Several files
    make one version of the case. A file that holds no post at all is left aside and told, when it is not alone. Raises
    ExportError for the first file that cannot be read, and CaseError; the case is then as it was.
    """
    at = datetime.now(UTC)
    again = read_again(case, zone, step, mappings)
    with case.writing() as change, Staging(change.aside, case, change.before) as staging:
        names = Pseudonyms(case.key())
        done = with_cuts([_read_in(path, change, staging, names, zone, mappings, at, step) for path in files])
        fresh = [one for one in done if one.count is not None]
        _refuse_nothing(done, fresh)
        pictures = [take_screenshots(change, path) for path, one in zip(files, done, strict=True) if _is_picked(one)]
        facts = {sha256: told for taken in pictures for sha256, told in taken.facts.items()}
        chosen = _store(case, staging, change, fresh, facts, at, step) if fresh else None
        if facts and not fresh:
            change.commit(at, facts=facts)
    rows = (line for path, one in zip(files, done, strict=True) if _is_picked(one) for line in _told_of_rows(path, one))
    told = (*told_of(done, chosen), *rows, *(line for taken in pictures for line in taken.told))
    return (*again, *told, told_of_case(case.manifest().rows))


def _is_picked(one: BroughtIn) -> bool:
    """Whether a file is a list of posts that people picked, read now or before."""
    return BY_HAND in (one.found.importer if one.found else None, one.file.facts.get("importer"))


def _told_of_rows(path: Path, one: BroughtIn) -> Iterator[Sentence]:
    """What people typed is worth a line each where it is left out: they can mend it."""
    if one.found is not None:
        problems = (problem for batch in read(open_source(path), one.found) for problem in batch.problems)
        yield from told_of_refused(one.name, problems)


def read_again(
    case: Case, zone: str | None, step: Step, mappings: Mappings = NO_MAPPINGS
) -> tuple[Sentence, ...]:  # fmt: skip
    """Read the files that people now read otherwise: in a zone that was assumed, with a mapping they had not.

    What was kept of their rows depends on their times: all files of the case are read again, each in its zone and
    with its mapping, and their posts take the place of those there are, in one version. Files of a zone that was given
    keep it. Gives what to tell the user.
    """
    mapped = {file.sha256: mapping for file, mapping in read_otherwise(case, mappings)}
    assumed = [
        file for file in case.manifest().files if file.role == "posts" and file.facts.get("zone_is") == "assumed"
    ]
    if not mapped and (zone is None or not assumed):
        return ()
    at = datetime.now(UTC)
    with case.writing() as change, Staging(change.aside, case, Manifest()) as staging:
        names = Pseudonyms(case.key())
        files = [file for file in change.before.files if file.role == "posts"]
        zones = [zone if file in assumed else file.facts.get("zone") for file in files]
        ways = [Mappings((mapped[f.sha256],)) if f.sha256 in mapped else was_read_with(case, f) for f in files]
        done = with_cuts([
            _staged(file, open_source(case.raw_path(file.name)), staging, names, known, way, at, step)
            for file, known, way in zip(files, zones, ways, strict=True)
        ])  # fmt: skip
        chosen = staging.choose()
        step(say_count(N_("Storing %(n)s post…"), N_("Storing %(n)s posts…"), chosen.rows))
        change.commit(
            at, posts=replace(chosen.posts, instead=True), tables=chosen.tables,
            facts=dict(_facts(case, one) for one in done),
        )  # fmt: skip
    now = {one.file.sha256 for one in done if one.found is not None and one.found.dates.zone_is == "given"}
    with_mapping = tuple(
        say(N_("%(file)s: it is now read with the mapping “%(mapping)s”."), file=Verbatim(one.name),
            mapping=Verbatim(mapped[one.file.sha256].tool))
        for one in done if one.file.sha256 in mapped
    )  # fmt: skip
    return with_mapping + tuple(
        say(N_("%(file)s: its times are now read in %(zone)s, as you said."), file=Verbatim(file.given_as),
            zone=Verbatim(zone))
        for file in assumed if zone is not None and file.sha256 in now
    )  # fmt: skip


def _refuse_nothing(done: list[BroughtIn], fresh: list[BroughtIn]) -> None:
    """A file without any post is left aside among others; alone, it is the answer."""
    empty = [one.empty for one in done if one.empty is not None]
    if empty and len(empty) == len(done) and not fresh:
        raise empty[0]


def _store(
    case: Case, staging: Staging, change: Writing, fresh: list[BroughtIn], facts: Mapping[str, Any], at: datetime,
    step: Step,
) -> Chosen:  # fmt: skip
    """Keep one row of each post; gives what was chosen."""
    step(say(N_("Setting repeats apart…")))
    chosen = staging.choose()
    step(say_count(N_("Storing %(n)s post…"), N_("Storing %(n)s posts…"), chosen.rows))
    told = {**facts, **dict(_facts(case, one) for one in fresh)}
    change.commit(at, posts=chosen.posts, tables=chosen.tables, facts=told)
    return chosen


def _read_in(
    path: Path, change: Writing, staging: Staging, names: Pseudonyms, zone: str | None, mappings: Mappings,
    at: datetime, step: Step,
) -> BroughtIn:  # fmt: skip
    """Copy a file aside, and stage the posts of the copy."""
    taken = change.take(path)
    if taken.known:
        return BroughtIn(name_of(path), taken)
    try:
        return _staged(taken, open_source(change.copy_of(taken)), staging, names, zone, mappings, at, step)
    except (EmptyFile, HeaderOnly) as empty:
        change.leave(taken)
        return BroughtIn(taken.given_as, taken, empty=empty)


def _staged(
    file: RawFile, kept: Source, staging: Staging, names: Pseudonyms, zone: str | None, mappings: Mappings,
    at: datetime, step: Step,
) -> BroughtIn:  # fmt: skip
    """Read the copy of a file, and lay its posts aside."""
    step(say(READING, file=Verbatim(file.given_as)))
    source = replace(kept, name=file.given_as)
    refuse_other(source)
    found = recognise(source, zone, mappings)
    assembler = Assembler(names, raw_file=file.name, source_tool=found.importer, imported_at=at)
    count = staging.stage(file, read(source, found), assembler, at, found.dates.zone)
    if not count.kept:
        reason = max(sorted(count.problems), key=lambda code: count.problems[code], default="no-date")
        raise NothingKept(file=Verbatim(file.given_as), reason=Term(vocabulary="problem_code", key=reason))
    return BroughtIn(file.given_as, file, found, count)


def _facts(case: Case, one: BroughtIn) -> tuple[str, dict[str, Any]]:
    """How a file was read, for the manifest. Its mapping is laid in the case, where the manifest says it is."""
    assert one.found is not None and one.count is not None
    dates, count = one.found.dates, one.count
    return one.file.sha256, {
        "importer": one.found.importer, "zone": dates.zone, "zone_is": dates.zone_is, "date_order": dates.order,
        "rows_in": count.rows_in, "kept": count.kept, "refused": count.refused, "first": count.first,
        "last": count.last, "without_id": count.without_id, "tool": one.found.known or one.found.importer,
        "platforms": sorted(count.platforms), "carries": list(one.found.carries),
        "cut": None if one.cut is None else one.cut.facts(), **keep_mapping(case, one.found),
    }  # fmt: skip
