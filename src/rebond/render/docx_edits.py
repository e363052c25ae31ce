"""A review that people corrected in Word, LibreOffice or Google Docs, read again: what the next run keeps of it.

    reading = read_edits(name, content, known, written)   # known: the edits so far; written: as kept when it was drawn
    review = apply_edits(review, reading.edits)           # review.edits
    for sentence in told(reading): …

Kept: sentences in people's own words, with live figures where they left them; sentences deleted; blanks filled in.
Not kept, and told: paragraphs added outside the sentences, labels and cells changed, pictures replaced, comments.
Not kept, not told: fonts, colours, sizes.
So whoever writes the next document puts the edited one aside first, and never over it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from rebond.errors import DocumentNotOurs
from rebond.render.docx_text import EditedDocument, read_document
from rebond.review.edits import Edits, joined
from rebond.review.rereading import Compared, Loose, compare
from rebond.review.state import STEPS
from rebond.review.written import Written
from rebond.sentences import N_, Sentence, Verbatim, say, say_count

ENOUGH = 0.5  # share of our paragraphs below which another document was saved under the name of ours
START = 60  # characters quoted of what is not kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one document holds. edits: all known edits, this document's among them. lines …: how many changed in it."""

    edits: Edits
    lines: int
    checked: int
    hidden: int
    blanks: int
    loose: tuple[Loose, ...]
    picture_replaced: bool
    comments: int
    pending: int
    state: int | None = None  # the step of the state box that people chose in this document

    @property
    def changed(self) -> bool:
        """Whether people left anything in it that is worth a copy."""
        kept = self.lines or self.checked or self.hidden or self.blanks or self.state is not None
        return bool(kept or self.loose or self.picture_replaced or self.comments)


def read_edits(file: str, data: bytes, known: Edits, written: Written | None = None) -> Reading:
    """What people changed. file: its name, for the messages.

    written: the record of the document as it was drawn (`written_in`), for editors that drop the one inside the file.
    Raises DocumentUnreadable; DocumentNotOurs when there is no record, or when most of what was written is not there.
    """
    document = read_document(file, data)
    record = document.written or written
    if record is None:
        raise DocumentNotOurs(file=file)
    compared = compare(record, document.segments)
    if compared.known < ENOUGH:
        raise DocumentNotOurs(file=file)
    return _reading(document, record, compared, known)


def _reading(document: EditedDocument, record: Written, compared: Compared, known: Edits) -> Reading:
    return Reading(
        edits=joined(known, compared.reread),
        lines=compared.lines,
        checked=compared.checked,
        hidden=compared.hidden,
        blanks=compared.blanks,
        loose=compared.loose,
        picture_replaced=not document.pictures.issuperset(record.pictures),
        comments=document.comments,
        pending=document.pending,
        state=None if compared.reread.state is None else compared.reread.state.step,
    )


def written_in(file: str, data: bytes) -> Written:
    """The record inside a document just drawn; keep its `to_plain()`. Raises DocumentUnreadable, DocumentNotOurs."""
    written = read_document(file, data).written
    if written is None:
        raise DocumentNotOurs(file=file)
    return written


def told(reading: Reading) -> tuple[Sentence, ...]:
    """What is kept, then what is not, in sentences for the person who edited. Nothing when nothing was changed."""
    return tuple(_told(reading))


def _told(reading: Reading) -> Iterator[Sentence]:
    if reading.lines:
        yield say_count(
            N_("%(n)s sentence corrected in the document is kept."),
            N_("%(n)s sentences corrected in the document are kept."),
            reading.lines,
        )
    if reading.checked:
        yield say_count(
            N_("%(n)s sentence whose mark was erased is taken as checked."),
            N_("%(n)s sentences whose marks were erased are taken as checked."),
            reading.checked,
        )
    if reading.hidden:
        yield say_count(
            N_("%(n)s sentence deleted from the document stays out, in both languages."),
            N_("%(n)s sentences deleted from the document stay out, in both languages."),
            reading.hidden,
        )
    if reading.blanks:
        yield say_count(
            N_("%(n)s blank filled in or changed is kept."),
            N_("%(n)s blanks filled in or changed are kept."),
            reading.blanks,
        )
    if reading.state is not None:
        yield say(N_("State of the review, as you set it: %(step)s."), step=say(STEPS[reading.state]))
    if reading.pending:
        yield say(N_("Tracked changes that nobody had accepted yet were read as accepted."))
    yield from _not_kept(reading)


def _not_kept(reading: Reading) -> Iterator[Sentence]:
    if reading.loose:
        first = reading.loose[0].text
        yield say_count(
            N_("%(n)s passage stands outside the sentences and is in the earlier copy only: “%(start)s”."),
            N_("%(n)s passages stand outside the sentences and are in the earlier copy only; the first: “%(start)s”."),
            len(reading.loose),
            start=Verbatim(first if len(first) <= START else first[:START].rstrip() + "…"),
        )
    if reading.picture_replaced:
        yield say(
            N_("A picture was replaced or removed: the new document draws its own, yours is in the earlier copy.")
        )
    if reading.comments:
        yield say(N_("Comments are in the earlier copy only."))
