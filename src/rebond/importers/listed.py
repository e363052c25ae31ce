"""The rows of a list of picked posts, and what each says: its link first, then what people typed beside it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

import pyarrow as pa

from rebond.importers.cells import languages
from rebond.importers.clock import FURTHEST
from rebond.importers.hyperlinks import Links
from rebond.importers.issued import Address, address_of
from rebond.importers.names import forms
from rebond.importers.people.days import Nearby
from rebond.importers.people.labels import term_named
from rebond.importers.people.pages import Page, Row
from rebond.importers.people.times import day_order, read_cells
from rebond.importers.platforms import SUBJECTS, of_word
from rebond.importers.posts import REPOST, file_problems
from rebond.importers.recognition import FIELDS, REVIEWS, ZONE
from rebond.importers.source import CUT, Batch, ColumnMap, Dates, Problem, Recognition
from rebond.sentences import N_, say
from rebond.tables import BY_HAND, RAW_POSTS

FORM = N_("list of posts chosen by people")
TOLD = N_("Its posts were chosen by people: a review tells them in order of time, and counts none of them.")
HEADER_WITHIN = 40  # rows that may stand above the header
NAMES: Mapping[str, frozenset[str]] = {
    "url": frozenset(("lien", "link", "url", "adresse", "address")),
    "shot": frozenset(("capturedecran", "capturesdecran", "screenshot", "screenshots")),
    "published_at": frozenset(("date", "jour", "day")),
    "time": frozenset(("heure", "time", "hour")),
    "platform": frozenset(("plateforme", "platform", "reseau", "network", "site")),
    "handle": frozenset(("compte", "account", "auteur", "author")),
    "text": frozenset(("texte", "text")),
    "lang_declared": frozenset(("langue", "language")),
    "note": frozenset(("note", "notes", "remarque", "remark")),
}
SAYS = ("url", "text", "shot")  # what a row must have one of, to be a post
EXACT = ("second", "minute", "hour", "day")
HOUR, DAY = timedelta(hours=1), timedelta(hours=25)  # a day may have 25 hours
Tell = Callable[..., None]  # code, field, value, refused


@dataclass(frozen=True, slots=True)
class At:
    """An instant (UTC) and how exact it is: RAW_POSTS published_at and precision."""

    instant: datetime
    precision: str


@dataclass(frozen=True)
class Listed:
    """A list under its header. columns: field → place. rows: those in which something is written.

    behind: addresses of the cells of the column of links, by line.
    """

    header: tuple[str, ...]
    columns: Mapping[str, int]
    rows: tuple[Row, ...]
    behind: Mapping[int, str]

    def cell(self, row: Row, field: str) -> str:
        """What is typed, trimmed; empty where nothing is."""
        at = self.columns.get(field)
        return "" if at is None or at >= len(row.cells) else row.cells[at].strip()

    # --- what the file is ----------------------------------------------------------------------------
    @cached_property
    def order(self) -> tuple[str, bool]:
        """dmy or mdy, and whether it is sure."""
        return day_order([self.cell(row, "published_at") for row in self.rows], None)

    def recognition(self, zone: str | None) -> Recognition:
        """zone: of the times typed; without it they are read in UTC, which is told."""
        order, sure = self.order
        typed = any(self.cell(row, "published_at") for row in self.rows)
        zone_is = "proved" if not typed else "given" if zone else "assumed"
        carried = self._carried()
        return Recognition(
            importer=BY_HAND, format=say(FORM),
            mapping=ColumnMap(columns=self.columns, by=dict.fromkeys(self.columns, "name"), header=self.header),
            dates=Dates(shape="written" if typed else "ids", order=order, order_sure=sure or not typed,
                        zone=zone or "UTC", zone_is=zone_is),
            carries=carried, lacks=tuple(field for field in FIELDS if field not in carried),
            questions=(say(ZONE),) if zone_is == "assumed" else (), warnings=(say(TOLD),),
            rows_sampled=len(self.rows), details={"id_trusted": True},
        )  # fmt: skip

    def _carried(self) -> tuple[str, ...]:
        """Fields that a cell fills, or a link."""
        filled = {field for field in self.columns if any(self.cell(row, field) for row in self.rows)}
        if "url" in filled:
            filled |= {"published_at", "native_id", "platform", "handle"}
        return tuple(field for field in FIELDS if field in filled)

    @cached_property
    def shared(self) -> frozenset[str]:
        """Addresses of several posts: a page of reviews, a video and the comments under it."""
        said: dict[str, set[tuple[str, str]]] = {}
        for row in self.rows:
            address, what = self._linked(row), (self.cell(row, "handle"), self.cell(row, "text"))
            if address is not None and all(what):
                said.setdefault(address.url, set()).add(what)
        return frozenset(url for url, several in said.items() if len(several) > 1)

    def address(self, row: Row) -> Address | None:
        """What the link of a row tells of its post. One that several posts share tells the place alone."""
        address = self._linked(row)
        if address is not None and address.url in self.shared:
            return Address(address.url, address.platform, shared=True)
        return address

    def _linked(self, row: Row) -> Address | None:
        """What is typed as a link; else what the cell leads to."""
        return address_of(self.cell(row, "url")) or address_of(self.behind.get(row.line, ""))

    # --- its posts -----------------------------------------------------------------------------------
    def posts(self, found: Recognition) -> Batch:
        """Every row: a post, or one refused problem."""
        problems = list(file_problems(found))
        kept = [post for row in self.rows if (post := self._post(row, found.dates, problems)) is not None]
        columns = [pa.array([post.get(field.name) for post in kept], field.type) for field in RAW_POSTS]
        at = RAW_POSTS.get_field_index("lang_declared")
        columns[at] = languages(columns[at])
        return Batch(pa.RecordBatch.from_arrays(columns, schema=RAW_POSTS), tuple(problems), len(self.rows))

    def _post(self, row: Row, dates: Dates, problems: list[Problem]) -> dict[str, object] | None:
        def tell(code: str, field: str, value: str = "", *, refused: bool = False) -> None:
            problems.append(Problem(row.line, code, field, value[:CUT] or None, refused))

        link, who, text = (self.cell(row, field) for field in ("url", "handle", "text"))
        if not any(self.cell(row, field) for field in SAYS):
            tell("not-a-post", "url", " ".join(filter(None, row.cells)), refused=True)
            return None
        address = self.address(row)
        if link and address is None:
            tell("unknown-value", "url", link)
        at = self._at(row, address, dates, tell)
        if at is None:
            return None
        platform, named = self._platform(row, address, tell), who.lstrip("@") or None
        native_id = None if address is None or address.shared else address.native_id or address.url
        handle = address.handle if address and address.handle else named
        again = re.match(REPOST, text)
        return {
            "platform": platform, "native_id": native_id,
            "published_at": at.instant, "precision": at.precision,
            "handle": handle, "author_name": named if named != handle else None, "text": text,
            "lang_declared": self.cell(row, "lang_declared") or None,
            "kind": "repost" if again else "review" if platform in REVIEWS else "post",
            "repost_of_handle": again and again["who"],
            "url": address and address.url, "raw_row": row.line,
        }  # fmt: skip

    def _platform(self, row: Row, address: Address | None, tell: Tell) -> str:
        """That of the link, where its host is one of a platform; else the one typed."""
        typed, of_link = self.cell(row, "platform"), address.platform if address else "unknown"
        if of_link not in (*SUBJECTS, "unknown"):
            return of_link
        named = (term_named("platform", typed) or of_word(typed)) if typed else None
        if typed and named is None:
            tell("unknown-value", "platform", typed)
        return named or of_link

    # --- when ----------------------------------------------------------------------------------------
    def _at(self, row: Row, address: Address | None, dates: Dates, tell: Tell) -> At | None:
        """The finer of the time typed and the clock of the id; the time typed where the two are of different days."""
        typed, written = self._typed(row, dates)
        issued = At(address.issued, address.precision) if address and address.issued else None
        if written and typed is None:
            tell("bad-date", "published_at", written, refused=issued is None)
        elif typed is None and issued is None:
            tell("no-date", "published_at", address.url if address else "", refused=True)
        if typed is None or issued is None:
            return typed or issued
        if not typed.instant - FURTHEST <= issued.instant <= typed.instant + _lasts(typed) + FURTHEST:
            tell("implausible-date", "published_at", f"{written} ({issued.instant:%Y-%m-%d %H:%M} UTC)")
            return typed
        return min(issued, typed, key=lambda at: EXACT.index(at.precision))

    def _typed(self, row: Row, dates: Dates) -> tuple[At | None, str]:
        """What date and hour say, and how they are written. Rougher than an hour is a day; longer is no date."""
        day, hour = self.cell(row, "published_at"), self.cell(row, "time")
        read = read_cells(day, hour, Nearby(order=dates.order)) if day else None
        written = f"{day} {hour}".strip()
        if day and hour and read is None:
            read = read_cells(day, "", Nearby(order=dates.order))
        if read is None:
            return None, written
        when = read.when(dates.zone)
        lasts = when.latest - when.earliest
        if lasts <= HOUR:
            return At(when.earliest, "hour" if lasts else "minute"), written
        if lasts > DAY or read.starts.date() != read.ends.date():
            return None, written
        whole = read.whole_day.when(dates.zone)
        return At(whole.earliest, "day"), written


def _lasts(at: At) -> timedelta:
    return {"hour": HOUR, "day": DAY}.get(at.precision, timedelta(0))


def listed_in(page: Page, links: Links) -> Listed | None:
    """The list of a page; None where no row names a column of links and one of screenshots. links: of its cells."""
    for n, row in enumerate(page.rows[:HEADER_WITHIN]):
        columns = _named(row.cells)
        if {"url", "shot"} <= columns.keys():
            filled = (r for r in page.rows[n + 1 :] if any(_cell(r, at) for at in columns.values()))
            at = columns["url"] + page.first_column
            behind = {line: url for (line, column), url in links.items() if column == at}
            return Listed(row.cells, columns, tuple(filled), behind)
    return None


def _cell(row: Row, at: int) -> str:
    return row.cells[at].strip() if at < len(row.cells) else ""


def _named(cells: tuple[str, ...]) -> dict[str, int]:
    """Field → place, the first of each name. A header in both languages has them on two lines, or one in brackets."""
    found: dict[str, int] = {}
    for at, cell in enumerate(cells):
        written = {form for part in re.split(r"[\n/·]", cell) for form in forms(part)}
        for field, names in NAMES.items():
            if written & names:
                found.setdefault(field, at)
    return found
