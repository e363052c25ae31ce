"""Use case: with a person at hand, settle how a file of no known format is read. Two questions, then five posts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from rebond.casefile.mappings import lay
from rebond.casefile.sources import open_source
from rebond.desk.refused import refuse_other
from rebond.errors import EmptyFile, ExportError, HeaderOnly, MappingDoesNotFit, NoDateColumn, UnreadableDates
from rebond.importers import Glimpse, Mappings, Recognition, Source, glimpses, recognise
from rebond.importers.guided.candidates import RIVALS, rivals
from rebond.importers.guided.mapping import TableMapping
from rebond.importers.guided.preview import Preview, previewed
from rebond.importers.guided.questions import (
    MOST,
    Option,
    Question,
    answered,
    drafted,
    open_questions,
    which,
    with_order,
)
from rebond.importers.recognition import best_reading, recognise_table
from rebond.importers.source import ColumnMap
from rebond.sentences import N_, Sentence, Term, Value, Verbatim, say

MENDED = ("published_at", "time", "text", "title", "handle", "platform", "url", "likes", "reposts", "replies", "views",
          "rating")  # fmt: skip
ANSWERS = frozenset(("published_at", "text", "handle", "order", "zone"))

INTRO = N_("%(file)s is in no format that Rebond knows. Here is how it will be read; you decide.")
POSTS = N_("Posts of %(file)s as they will be read; hours are those of %(zone)s:")
POSTS_UTC = N_("Posts of %(file)s as they will be read; hours are as it writes them, in a zone it does not say:")
RIGHT = N_("Is this right?")
WRONG = N_("What is wrong or missing?")
NOTHING = N_("nothing: show me the posts again")
NOT_THE_DATE = N_("That cannot be the date: %(why)s.")
NOT_UNDERSTOOD = N_("That was not understood: nothing is changed.")
NAME = N_(
    "Your answers can be kept in a small file, without any post or name in it: it reads the next export of this tool, "
    "and colleagues may use it. Which tool wrote this export? (Enter: %(name)s; 0: keep no file)"
)
KEPT = N_("Kept: %(file)s. To use it elsewhere, lay it beside an export, or give it with --mapping.")
KEPT_BARE = N_("Kept: %(file)s. These exports have no line of column names: give the file with --mapping each time.")
NOT_KEPT = N_("The file could not be written (%(why)s); your answers are used this time.")


class Interview(Protocol):
    """A person who answers, in their language."""

    def choose(self, question: Question) -> int | str | None:
        """The value of an option, or words typed; None: "I do not know"."""

    def agree(self, asked: Sentence) -> bool:
        """Yes or no; an empty answer is yes."""

    def type(self, asked: Sentence) -> str:
        """Words; empty when left open."""

    def tell(self, value: Sentence | Value) -> None:
        """One line."""

    def show(self, posts: Iterable[tuple[Sentence | Value, ...]], zone: str) -> None:
        """Posts, each in some lines, with the hours of a zone."""


def understood(
    files: Iterable[Path], zone: str | None, mappings: Mappings, person: Interview, *, asks_zone: bool = True
) -> Mappings:
    """Mappings with those that a person settles for files in doubt; the others are left to recognition.

    zone: that of the organisation. asks_zone: false where the case sheet asks for it anyway.
    Raises ExportError for a file that cannot be read whatever is answered, and NotAnExport.
    """
    for path in files:
        source = open_source(path)
        refuse_other(source)
        for guide in _guide(source, zone, mappings, person, asks_zone):
            settled = _named(guide.settled(), path, person)
            mappings = mappings.and_settled(guide.glimpse.source.name, guide.glimpse.source.size, settled)
    return mappings


def _guide(
    source: Source, zone: str | None, mappings: Mappings, person: Interview, asks_zone: bool
) -> Iterator["_Guide"]:
    """The talk about a file; none for a file that leaves no doubt. Raises ExportError."""
    refusal, sheet = None, None
    try:
        found = recognise(source, zone, mappings)
        if found.known or found.mapped:
            return
        sheet = found.details.get("sheet")
    except (EmptyFile, HeaderOnly):
        return  # an import leaves it aside where it is not alone
    except (NoDateColumn, UnreadableDates, MappingDoesNotFit) as error:
        if mappings.given:
            raise
        found, refusal = None, error
    seen = [one for one in glimpses(source) if found is None or one.importer == found.importer]
    seen = [one for one in seen if sheet is None or one.details.get("sheet") == sheet]
    if not seen and refusal:
        raise refusal
    glimpse = max(seen, key=lambda one: len(one.sample), default=None)
    if glimpse is None or (found is not None and not _in_doubt(glimpse, found)):
        return
    person.tell(refusal.told() if refusal else say(INTRO, file=Verbatim(source.name)))
    read = best_reading(glimpse)
    glimpse = replace(glimpse, header=read.header)
    yield _Guide(glimpse, read, zone, person, drafted(glimpse, read), refusal,
                 set() if asks_zone else {"zone"})  # fmt: skip


def _in_doubt(glimpse: Glimpse, found: Recognition) -> bool:
    """Whether a column was told by its values alone, or two readings rival. A zone alone starts no talk."""
    by_values = any(found.mapping.by.get(one) == "values" for one in ("published_at", "text"))
    rivalled = any(rivals(one, glimpse, found.mapping) for one in RIVALS)
    return by_values or rivalled or not found.dates.order_sure


@dataclass(slots=True)
class _Guide:
    """One talk about one file. draft: the mapping as the answers so far have it."""

    glimpse: Glimpse
    read: ColumnMap
    zone: str | None
    person: Interview
    draft: TableMapping
    refusal: ExportError | None
    closed: set[str] = field(default_factory=set)  # kinds answered, or not to be asked
    tried: set[int] = field(default_factory=set)  # columns named as the date that hold none

    def settled(self) -> TableMapping:
        """Ask, show, mend, until the person agrees. Raises ExportError when no date is found."""
        for _ in range(MOST):
            questions = self._open()
            if questions:
                self._put(questions[0])
        found = self._dated()
        while not self._agreed(found):
            self._mend()
            found = self._dated()
        return with_order(self.draft, self.glimpse, found)

    def _open(self) -> tuple[Question, ...]:
        try:
            found: Recognition | None = self._recognised()
        except ExportError:
            found = None
        return open_questions(self.glimpse, self.read, self.draft, found, frozenset(self.closed))

    def _recognised(self) -> Recognition:
        return recognise_table(self.glimpse, self.zone, Mappings((self.draft,)))

    def _put(self, question: Question) -> bool:
        """Ask, and draft anew; whether something was answered."""
        self.closed.add(question.kind)
        answer = self.person.choose(question)
        if answer is None:
            return False
        draft = answered(self.draft, question, answer)
        if draft is None:
            self.person.tell(say(NOT_UNDERSTOOD))
            return False
        self.draft = draft
        return True

    def _dated(self) -> Recognition:
        """The file as drafted; another date is asked as long as the column named holds none. Raises ExportError."""
        while True:
            try:
                return self._recognised()
            except NoDateColumn as error:
                raise self.refusal or error from None
            except MappingDoesNotFit as error:
                self.person.tell(say(NOT_THE_DATE, why=error.values["why"]))
                self._put_another_date(self.refusal or error)

    def _put_another_date(self, refusal: ExportError) -> None:
        """Raises the refusal when no other column is the date."""
        at = self.draft.places(self.glimpse.header)["published_at"]
        self.tried.add(-1 if at is None else at)
        question = which(self.glimpse, "published_at", self.draft, self.tried)
        if not question.options or not self._put(question):
            raise refusal from None

    def _agreed(self, found: Recognition) -> bool:
        preview: Preview = previewed(self.glimpse, found)
        zone, file = self.zone or found.dates.zone, Verbatim(self.glimpse.source.name)
        unknown = found.dates.zone_is == "assumed"
        self.person.tell(say(POSTS_UTC, file=file) if unknown else say(POSTS, file=file, zone=Verbatim(zone)))
        self.person.show(preview.told(), zone)
        return self.person.agree(say(RIGHT))

    def _mend(self) -> None:
        """The person names what is wrong, then its column; for a date, also its order and its hour."""
        options = tuple(Option(one, Term(vocabulary="post_field", key=one)) for one in MENDED)
        question = Question(kind="wrong", asked=say(WRONG), options=options, default=None, open=say(NOTHING))
        wrong = self.person.choose(question)
        if wrong is None or not self._put(which(self.glimpse, str(wrong), self.draft)) or wrong != "published_at":
            return
        self.closed = set(ANSWERS - {"order", "zone"})
        for question in self._open():
            self._put(question)


def _named(settled: TableMapping, path: Path, person: Interview) -> TableMapping:
    """With the name of its tool, and a copy beside the export if the person wants one."""
    name = path.name.partition(".")[0]
    typed = person.type(say(NAME, name=Verbatim(name)))
    mapping = replace(settled, tool=name if typed in ("", "0") else typed)
    if typed != "0":
        try:
            person.tell(say(KEPT if mapping.header else KEPT_BARE, file=Verbatim(str(lay(path.parent, mapping)))))
        except OSError as error:
            person.tell(say(NOT_KEPT, why=Verbatim(error.strerror or str(error))))
    return mapping
