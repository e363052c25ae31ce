"""Use case: say what a file is, what it carries, what it lacks, what is wrong with it. Imports nothing."""

from collections.abc import Iterator
from pathlib import Path

from rebond.casefile.sources import open_source
from rebond.importers import FileReport, Recognition, recognise, summarise
from rebond.sentences import N_, Between, Listing, Moment, Sentence, Term, Verbatim, say, say_count


def examine(path: Path, zone: str | None) -> Iterator[Sentence]:
    """The report on one file, line by line. Raises ExportError when it is not a file of posts."""
    source = open_source(path)
    found = recognise(source, zone=zone)
    yield say(N_("%(file)s: %(format)s"), file=Verbatim(path.name), format=found.format)
    report = summarise(source, found)
    yield from _counts(report)
    yield from _columns(found)
    yield from (say(N_("  To be decided: %(question)s"), question=question) for question in found.questions)
    yield from (say(N_("  Note: %(warning)s"), warning=warning) for warning in found.warnings)
    yield from _problems(report)


def _counts(report: FileReport) -> Iterator[Sentence]:
    yield say(N_("  %(rows)s rows in, %(kept)s kept, %(refused)s refused"),
              rows=report.rows_in, kept=report.kept, refused=report.refused)
    if report.first is not None and report.last is not None:
        yield say(N_("  Posts from %(span)s"), span=Between(Moment(report.first), Moment(report.last)))
    if report.accounts:
        yield say_count(N_("  %(n)s distinct account"), N_("  %(n)s distinct accounts"), report.accounts)
    if report.repeated_ids:
        yield say_count(N_("  %(n)s repeated id: it will be counted once"),
                        N_("  %(n)s repeated ids: each will be counted once"), report.repeated_ids)


def _columns(found: Recognition) -> Iterator[Sentence]:
    yield say(N_("  Carries: %(fields)s"), fields=_fields(found.carries))
    yield say(N_("  Lacks: %(fields)s"), fields=_fields(found.lacks))


def _fields(names: tuple[str, ...]) -> Listing:
    return Listing(tuple(Term(vocabulary="post_field", key=name) for name in names))


def _problems(report: FileReport) -> Iterator[Sentence]:
    for code, (count, example) in sorted(report.problems.items(), key=lambda item: (-item[1][0], item[0])):
        yield say(N_("  %(count)s × %(what)s (first at line %(line)s)"), count=count,
                  what=Term(vocabulary="problem_code", key=code), line=example)
