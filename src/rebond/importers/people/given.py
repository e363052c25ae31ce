"""What a file that people keep is, when nobody said it: a log, a case sheet, a table of posts still to be filled."""

import re
from dataclasses import replace
from datetime import date
from enum import Enum, auto

from rebond.errors import LogUnreadable, RebondError
from rebond.importers.names import is_known
from rebond.importers.people.acts import act_of
from rebond.importers.people.days import Nearby
from rebond.importers.people.entries import table_of
from rebond.importers.people.exports import is_export
from rebond.importers.people.headers import Table
from rebond.importers.people.leading import leading
from rebond.importers.people.marks import id_of
from rebond.importers.people.messages import is_mail_file, looks_like_messages
from rebond.importers.people.pages import Page, is_workbook, read_text, read_workbook, text_table
from rebond.importers.people.sheet import questions_in
from rebond.importers.source import HEAD_BYTES

FEW = 3  # questions of the case sheet that a table of another kind may hold by chance, and one more
SOME_DAY = Nearby(day=date(2000, 1, 1), carried=True)
_SPOKEN = re.compile(r"\s*[:)–—-]?\s+[^\W\d]")
_MARKED_UP = re.compile(r"[\ufeff\s]*(?:[{<]|\[\s*[\[{])")  # JSON, feeds; a chat begins with "[22/02/2015"
LOOKED_AT = 200  # rows in which it shows
UNTOLD = ("other", "unknown")  # kinds of acts of which nothing is known
NAMES = 4  # names of columns that make a row the header of an export


class Given(Enum):
    """What a file is."""

    LOG = auto()
    SHEET = auto()
    EMPTY_POSTS = auto()


def what_is(name: str, data: bytes) -> Given | None:
    """None: a file of posts, a side series, or what we do not know."""
    try:
        text = "" if is_workbook(data) else read_text(name, _head(data), LogUnreadable)
        pages = read_workbook(name, data, LogUnreadable) if is_workbook(data) else (text_table(name, text),)
    except RebondError:
        return None
    if _MARKED_UP.match(text):
        return None
    tops = [replace(page, rows=page.rows[:LOOKED_AT]) for page in pages]
    if any(id_of(cell) for page in tops for row in page.rows for cell in row.cells[:1]):
        return Given.LOG
    if any(questions_in(page, text) > FEW for page in tops):
        return Given.SHEET
    if any(map(_awaits_posts, pages)):
        return Given.EMPTY_POSTS
    told = is_mail_file(data) or looks_like_messages(text) or _are_notes(text)
    tables = [table for page in tops if (table := table_of(page)) is not None]
    told = told or any(_names_acts(table) or _tells_acts(table) for table in tables)
    return Given.LOG if told and not is_export(name, data) else None


def _head(data: bytes) -> bytes:
    """The first whole lines."""
    return data if len(data) <= HEAD_BYTES else data[: data.rfind(b"\n", 0, HEAD_BYTES) + 1]


def _are_notes(text: str) -> bool:
    """Whether most lines begin with a time that their words follow at once, and no mark between columns does."""
    lines = [line for line in text.split("\n")[:LOOKED_AT] if line.strip()]
    timed = [line.partition(time)[2] for line in lines if (time := leading(line, SOME_DAY)[0])]
    spoken = sum(bool(_SPOKEN.match(rest)) for rest in timed)
    return spoken > 1 and spoken > len(lines) / 2


def _awaits_posts(page: Page) -> bool:
    """Nothing stands below the names of the columns of an export."""
    filled = [row.cells for row in page.rows[:LOOKED_AT] if any(cell.strip() for cell in row.cells)]
    named = [n for n, cells in enumerate(filled) if sum(map(is_known, filter(None, cells))) >= NAMES]
    return bool(filled) and len(page.rows) <= LOOKED_AT and named == [len(filled) - 1]


def _names_acts(table: Table) -> bool:
    """Whether a column is named as no export names its own: "Action", "Ce qui a été fait"."""
    at = table.columns.get("what")
    return at is not None and not is_known(table.names[at])


def _tells_acts(table: Table) -> bool:
    """Whether most rows of "Date; Heure; Description" are acts by their words: posts hardly ever are."""
    said = [words for row in table.rows if (words := table.get(row, "what") or table.get(row, "text"))]
    acts = sum(not one.is_event and one.kind not in UNTOLD for one in (act_of(words, {}) for words in said))
    return acts > 1 and acts > len(said) / 2
