"""Use case: from raw exports, a case sheet and a log to the two pages, in one go. Called by the command and the web."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from rebond.casefile.case import Case, is_case, unmake
from rebond.casefile.sources import open_source
from rebond.corpus.named import names_seen
from rebond.corpus.relevance import names_of
from rebond.crisis import Crisis
from rebond.desk.bring_in import bring_in, open_case, read_again
from rebond.desk.documents import INTERNAL, renderers, write_documents
from rebond.desk.enrich import Prepared, opened
from rebond.desk.guide import Interview, understood
from rebond.desk.labels import told_of_labels
from rebond.desk.mapped import at_hand
from rebond.desk.records import Records, keep_records, read_records, refuse_unreadable
from rebond.desk.refused import refuse_other
from rebond.desk.request import Ask, Done, Request, Step
from rebond.desk.screenshots import kept_screenshots
from rebond.desk.sheet import voices_of, with_answers, with_request
from rebond.desk.turn import in_turn
from rebond.errors import EmptyFile, HeaderOnly, NoCaseThere, NoPosts, NothingAboutYou, NothingInWindow, RebondError
from rebond.importers import recognise
from rebond.sentences import N_, Listing, Sentence, Verbatim, say, say_count
from rebond.settings import Settings
from rebond.tables import collect
from rebond.walk import Inputs, reconstruct
from rebond.wording.voice import Voice

READ_FOR_NAMES = 20_000  # distinct texts read to say what posts name


def draw(
    request: Request, step: Step, ask: Ask | None, now: datetime | None = None, person: Interview | None = None
) -> Done:  # fmt: skip
    """Bring in what is given, rebuild the crisis, write the documents.

    ask: puts a question to the person and gives the answer; None: nobody is there, blanks stay open.
    person: who settles the doubts of files of no known format; None: the best reading.
    now: the analysis time stated on the page; None: this instant.
    Raises RebondError, in which case nothing already stored has changed but what was brought in before it.
    """
    renderers(request.formats)  # a format that does not exist is said before an hour of reading
    folder = folder_of(request)
    if not request.exports and not is_case(folder):
        raise NoPosts() if request.out is None else NoCaseThere(folder=Verbatim(str(folder)))
    with nothing_left(folder):
        case = in_turn(open_case(folder), step)
        settings, not_understood = with_request(case.settings(), request)
        voices_of(request.lang, settings.sheet.time_zone)
        refuse_unreadable(request.logs, request.series)
        mappings = at_hand(request.exports, request.mappings, folder)
        if person is not None:
            zone = settings.sheet.time_zone
            mappings = understood(request.exports, zone, mappings, person, asks_zone=zone is not None or ask is None)
        if ask is not None:
            for path in request.exports:  # nobody answers seven questions for a file that cannot be read
                source = open_source(path)
                refuse_other(source)
                with suppress(*((EmptyFile, HeaderOnly) if len(request.exports) > 1 else ())):  # left aside, and told
                    recognise(source, settings.sheet.time_zone, mappings)
            settings = with_answers(settings, ask)
        told: list[Sentence] = [*not_understood]
        if request.exports:
            told += bring_in(case, request.exports, settings.sheet.time_zone, step, mappings)
            told += told_of_labels(request.exports, settings.sheet)
        else:
            told += read_again(case, settings.sheet.time_zone, step, mappings)
        case.keep_settings(settings)
        keep_records(case, request.logs, request.series)
    drawn_at = (now or datetime.now(UTC)).replace(microsecond=0)
    with case.held_to_its_list(), opened(case, settings) as prepared:
        records = read_records(case, settings.sheet, prepared.posts)
        pictures = kept_screenshots(case)
        step(say(N_("Rebuilding the crisis…")))
        crisis = rebuild(prepared, records, settings, pictures.problems)
        _refuse_nothing_about(crisis, prepared)
        step(say(N_("Writing the pages…")))
        voices = voices_of(request.lang, settings.sheet.time_zone)
        written = write_documents(case, crisis, prepared, voices, request.formats, drawn_at, pictures.shots)
    told += (*_set_aside(crisis), *records.told, *written.told)
    steps = tuple(_next_steps(case, crisis, voices, written.journal, request.command))
    return Done(folder=case.folder, files=written.files, told=tuple(told), next_steps=steps)


@contextmanager
def nothing_left(folder: Path) -> Iterator[None]:
    """A first file that cannot be read leaves no empty case behind."""
    is_new, was_there = not is_case(folder), os.path.lexists(folder)
    try:
        yield
    except RebondError:
        if is_new:
            unmake(folder)
        if not was_there:
            with suppress(OSError):  # somebody laid something in it
                folder.rmdir()
        raise


def folder_of(request: Request) -> Path:
    """Where the case lies: as asked, else beside the person, named after the first export."""
    if request.out is not None:
        return request.out
    return Path(f"rebond-{request.exports[0].name.partition('.')[0]}" if request.exports else "rebond-case")


def rebuild(
    prepared: Prepared, records: Records, settings: Settings, beside: Mapping[str, int] | None = None
) -> Crisis:  # fmt: skip
    """The walk, on a prepared case. beside: problems of what lies beside posts and log, by code.

    Raises NoPosts, NothingInWindow.
    """
    asked = (prepared.posts_digest, records.digest, repr(settings), *sorted(map(repr, prepared.exports)))
    digest = sha256("\n".join(asked).encode()).hexdigest()
    inputs = Inputs(
        posts=prepared.posts, authors=prepared.authors, log=records.log, series=records.series,
        problems=_added(_added(prepared.problems, records.problems), beside or {}), inputs_hash=digest,
        exports=prepared.exports,
    )  # fmt: skip
    crisis = reconstruct(inputs, settings)
    if crisis is None:
        raise NothingInWindow() if settings.window else NoPosts()
    return crisis


def _refuse_nothing_about(crisis: Crisis, prepared: Prepared) -> None:
    """A misspelt name would draw two pages about no post at all. Raises NothingAboutYou."""
    if crisis.corpus.counted or crisis.corpus.ours or not crisis.corpus.off_topic:
        return
    one_each = prepared.posts.group_by("text_key").aggregate(text=prepared.posts.text.min())
    texts = collect(one_each.order_by("text_key").limit(READ_FOR_NAMES), by="text_key")["text"].to_pylist()
    sheet, seen = crisis.sheet, names_seen(texts)
    asked = dict.fromkeys((*names_of(sheet), *sheet.accounts, *sheet.queries))
    raise NothingAboutYou(
        n=crisis.corpus.captured,
        names=Listing(tuple(say(N_("“%(name)s”"), name=Verbatim(name)) for name in asked)),
        seen=Listing(tuple(map(Verbatim, seen))) if seen else say(N_("no name twice")),
    )


def _added(one: Mapping[str, int], other: Mapping[str, int]) -> dict[str, int]:
    return {code: one.get(code, 0) + other.get(code, 0) for code in sorted({*one, *other})}


def _set_aside(crisis: Crisis) -> Iterator[Sentence]:
    """What does not count, and how to make it count: an export is often about nothing else."""
    corpus = crisis.corpus
    if not corpus.off_topic:
        return
    yield say_count(
        N_("%(n)s post does not name you: it is kept, and not counted."),
        N_("%(n)s posts do not name you: they are kept, and not counted."),
        corpus.off_topic,
    )
    if corpus.off_topic > corpus.counted:
        yield say(N_("If all of your exports are about this matter, run it again with --all."))


def _next_steps(
    case: Case, crisis: Crisis, voices: tuple[Voice, ...], journal: Path, command: str
) -> Iterator[Sentence]:
    alone = Verbatim(f"review.{voices[0].lang}.html") if len(voices) == 1 else None
    yield say(
        N_("Next: open %(page)s; correct the text in Word (DOCX), your corrections are kept when you draw it again."),
        page=alone or say(N_("review.en.html")),  # of two, the one in the language of the person
    )
    if crisis.sheet.time_zone is None:
        yield say(N_("Times are in UTC: give your time zone with --tz, for example --tz America/Toronto."))
    if crisis.corpus.unchecked:
        yield say(N_("Every post counts: name your organisation with --org and your accounts with --own."))
    folder, log = Verbatim(_typed(case.folder)), Verbatim(_typed(journal))
    yield say(
        N_("Complete the log %(file)s, then: %(rebond)s review --out %(folder)s --log %(file)s"),
        file=log,
        folder=folder,
        rebond=Verbatim(command),
    )
    yield say(N_("review.* may be shared; the folder %(folder)s holds posts, names and the log to complete, "
                 "and stays inside."),
              folder=Verbatim(str(case.folder / INTERNAL)))  # fmt: skip


def _typed(path: Path) -> str:
    """A path as it is typed in a terminal."""
    return f'"{path}"' if " " in str(path) else str(path)
