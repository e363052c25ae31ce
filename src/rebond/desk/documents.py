"""Writing the documents of a review: the latest set on top of the case folder, the earlier ones kept by date.

A person may have changed any of them. So what was corrected in Word is read first, then the set that stands moves
to reviews/<the date it was drawn>, and only then is the new one written.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from rebond import __version__
from rebond.casefile.atomic import is_disk_full, laid_beside, replace, write_whole
from rebond.casefile.case import REVIEWS, Case
from rebond.crisis import Crisis
from rebond.desk.corrections import keep_as_drawn, keep_corrections, read_corrections
from rebond.desk.enrich import Prepared
from rebond.errors import CannotWrite, DiskFull, UnknownFormat
from rebond.evidence.draw import draw_findings
from rebond.evidence.picked import Pick, Shots, picks
from rebond.evidence.trace import Trace, trace
from rebond.registry import registered
from rebond.render import evidence_page
from rebond.render.charts import draw_pictures
from rebond.render.journal import journal_to_complete
from rebond.render.journal_rows import Asked, OwnPost, asked
from rebond.render.record import record
from rebond.render.renderer import Renderer
from rebond.review.blocks import Review
from rebond.review.edits import apply_edits, one_sided
from rebond.review.state import box_of
from rebond.sentences import N_, Listing, Sentence, Verbatim, say, say_count
from rebond.tables import collect
from rebond.walk import draw_review
from rebond.wording.voice import Voice

INTERNAL = "internal"
JOURNAL = f"{INTERNAL}/journal-a-completer.xlsx"  # it quotes our posts, with whom they name and their links
SHOWN = 200  # characters of an own post, of which the log to complete shows the first words
ONE_SIDED = (
    N_("%(n)s sentence is corrected in one language only: on the other page, correct it or erase its mark in Word."),
    N_("%(n)s sentences are corrected in one language only: on the other page, correct them or "
       "erase their marks in Word."),
)  # fmt: skip
MEMORY = "written.json"  # in reviews/: when the standing set was drawn, and the SHA-256 of each of its files


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What was written, and what a person should know of it. journal: the log to complete, under the name it took."""

    files: tuple[Path, ...]
    told: tuple[Sentence, ...]
    journal: Path


def renderers(asked: tuple[str, ...]) -> tuple[Renderer, ...]:
    """The formats asked for; all of them when none is named. Raises UnknownFormat."""
    known: dict[str, Renderer] = {one.key: one for one in registered("rebond.render", "RENDERER").values()}
    wanted = {name.lower() for name in asked} or set(known)
    for name in asked:
        if name.lower() not in known:
            raise UnknownFormat(format=Verbatim(name), known=Listing(tuple(Verbatim(key) for key in sorted(known))))
    return tuple(one for key, one in sorted(known.items()) if key in wanted)


def write_documents(
    case: Case, crisis: Crisis, prepared: Prepared, voices: tuple[Voice, ...], formats: tuple[str, ...], at: datetime,
    shots: Shots,
) -> Written:  # fmt: skip
    """Draw the review with what people corrected, and write it in each language and format.

    shots: screenshots of the items that people picked.
    One command at a time. Raises CaseBusy, CannotWrite, DiskFull: the earlier set is then still whole, on top or in
    reviews/.
    """
    try:
        with case.held():
            return _written(case, crisis, prepared, voices, formats, at, shots)
    except OSError as error:
        if is_disk_full(error):
            raise DiskFull(folder=Verbatim(str(case.folder))) from error
        raise CannotWrite(file=Verbatim(str(error.filename or case.folder)),
                          why=Verbatim(error.strerror or str(error))) from error  # fmt: skip


def _written(
    case: Case, crisis: Crisis, prepared: Prepared, voices: tuple[Voice, ...], formats: tuple[str, ...], at: datetime,
    shots: Shots,
) -> Written:  # fmt: skip
    memory = _remembered(case)
    corrections = read_corrections(case.folder, memory["files"])
    review = apply_edits(draw_review(crisis, at), corrections.edits)
    with _listed(case, crisis, prepared, review) as traces:
        items = picks(prepared.posts, crisis, shots)
        content = dict(_pages(crisis, review, traces, items, voices, renderers(formats)))
        journal = _journal(case, crisis, prepared, memory)
        with laid_beside({case.folder / name: data for name, data in {**content, **journal}.items()}) as put:
            keep_corrections(case.folder, corrections)  # before the documents that hold them are moved
            _put_aside(case, memory, content)
            put()
    _remember(case, memory, {**content, **journal}, at)
    keep_as_drawn(case.folder, content)
    names = (*content, f"{INTERNAL}/posts.csv", *journal)
    told = (*corrections.told, *_told(review, voices))
    files = tuple(case.folder / name for name in names)
    return Written(files=files, told=told, journal=files[-1])


def _told(review: Review, voices: tuple[Voice, ...]) -> Iterator[Sentence]:
    """What a person should know of the review as it now stands."""
    n, box = one_sided(review), box_of(review)
    if n and len(voices) > 1:
        yield say_count(*ONE_SIDED, n)
    if box is not None and box.note is not None:
        yield say(N_("State of the review: %(step)s; %(note)s."), step=box.steps[box.now], note=box.note)


# --- what is written ---------------------------------------------------------------------------------
@contextmanager
def _listed(case: Case, crisis: Crisis, prepared: Prepared, review: Review) -> Iterator[tuple[Trace, ...]]:
    """The list of every post, streamed to disk, and what each figure rests on. It takes its place with the pages."""
    folder = case.folder / INTERNAL
    folder.mkdir(exist_ok=True)
    aside = folder / ".posts.csv.part"
    try:
        with aside.open("wb") as stream:
            traces = trace(prepared.posts, crisis, review.figures, stream.write)
        yield traces
        replace(aside, folder / "posts.csv")
    finally:
        aside.unlink(missing_ok=True)


def _pages(
    crisis: Crisis, review: Review, traces: tuple[Trace, ...], items: tuple[Pick, ...], voices: tuple[Voice, ...],
    formats: tuple[Renderer, ...],
) -> Iterator[tuple[str, bytes]]:  # fmt: skip
    """(name in the case folder, content), in the order in which they are told."""
    for voice in voices:
        pictures = draw_pictures(review, voice)
        for renderer in formats:
            yield f"review.{voice.lang}{renderer.suffix}", renderer.render(review, voice, pictures)
    for voice in voices:
        yield f"{INTERNAL}/evidence.{voice.lang}.html", evidence_page.render(review, crisis, traces, items, voice)
    findings = draw_findings(crisis, review.figures)
    yield "review.json", record(crisis, review, findings, voices, f"Rebond {__version__}")


def _journal(case: Case, crisis: Crisis, prepared: Prepared, memory: Mapping[str, Any]) -> dict[str, bytes]:
    """The log to complete. One that people have written in is never written over: the next takes a number."""
    name, n = JOURNAL, 1
    while _touched(case.folder / name, memory["files"].get(name)):
        n += 1
        name = f"{JOURNAL.removesuffix('.xlsx')}-{n}.xlsx"
    found = asked(crisis)
    return {name: journal_to_complete(crisis, found, _own_posts(case, prepared, found))}


def _own_posts(case: Case, prepared: Prepared, found: Asked) -> dict[str, OwnPost]:
    """Text and link of the posts that have a row, by post_id."""
    rows = prepared.posts.filter(prepared.posts.post_id.isin(found.post_ids)) if found.posts else None
    if rows is None:
        return {}
    texts = collect(rows.select("post_id", text=rows.text.substr(0, SHOWN)), by="post_id").to_pylist()
    identities = case.identities()
    wanted = pc.is_in(identities["id"], value_set=pa.array(found.post_ids, type=pa.string()))
    urls = {row["id"]: row["url"] for row in identities.filter(wanted).to_pylist()}
    return {row["post_id"]: OwnPost(row["text"], urls.get(row["post_id"])) for row in texts}


# --- what stands there already -------------------------------------------------------------------------
def _remembered(case: Case) -> dict[str, Any]:
    """What we wrote last; nothing when it is the first time, or when the memory was lost (then all is kept aside)."""
    try:
        kept = json.loads((case.folder / REVIEWS / MEMORY).read_bytes())
        return {"drawn_at": str(kept["drawn_at"]), "files": dict(kept["files"])}
    except (OSError, ValueError, KeyError, TypeError):
        return {"drawn_at": "earlier", "files": {}}


def _remember(case: Case, memory: Mapping[str, Any], content: Mapping[str, bytes], at: datetime) -> None:
    files = {**memory["files"], **{name: sha256(data).hexdigest() for name, data in content.items()}}
    told = {"drawn_at": f"{at:%Y-%m-%dT%H%M%SZ}", "files": dict(sorted(files.items()))}
    write_whole(case.folder / REVIEWS / MEMORY, json.dumps(told, indent=1).encode())


def _touched(path: Path, written: str | None) -> bool:
    return path.is_file() and sha256(path.read_bytes()).hexdigest() != written


def _put_aside(case: Case, memory: Mapping[str, Any], content: Mapping[str, bytes]) -> None:
    """Move the standing set to reviews/<when it was drawn>; documents that would not change stay where they are."""
    folder = case.folder / REVIEWS / memory["drawn_at"]
    for name, data in content.items():
        standing = case.folder / name
        if not name.startswith(INTERNAL) and standing.is_file() and standing.read_bytes() != data:
            folder.mkdir(exist_ok=True)
            replace(standing, _free(folder / name))


def _free(path: Path) -> Path:
    """A name not taken yet."""
    n, found = 1, path
    while found.exists():
        n += 1
        found = path.with_name(f"{path.stem}-{n}{path.suffix}")
    return found
