"""The case sheet: a filled template, a table of questions and answers, lines of text, or TOML, to a CaseSheet."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

from rebond.errors import PostsNotRecords, SheetEmpty, SheetUnreadable
from rebond.importers.people.answers import is_open, understood
from rebond.importers.people.exports import is_export
from rebond.importers.people.folding import plain
from rebond.importers.people.headers import field_named
from rebond.importers.people.pages import Page, is_workbook, read_text, read_workbook, text_table
from rebond.importers.people.questions import PARTS
from rebond.importers.source import CUT, Problem
from rebond.sentences import Verbatim
from rebond.settings import CaseSheet
from rebond.wording.catalogue import catalogue

_TOML = re.compile(r"(?m)^\s*(?:\[\w+\]|\w+\s*=\s*[\"'\[\d])")
_LINE = re.compile(r"\s*(.{2,120}?)\s*(?:[:=;]|\?\s*:?)\s+(\S.*)")
_ORDER = ("time_zone", *(q.key for part in PARTS for q in part.questions if q.key != "time_zone"), "targets", "watched")


@dataclass(frozen=True, slots=True)
class SheetReading:
    """A case sheet as far as it was understood, and the answers that were not."""

    sheet: CaseSheet
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What was written under one question. line: row of the workbook or line of the text."""

    key: str
    text: str
    line: int


def read_sheet(name: str, data: bytes, zone: str | None = None) -> SheetReading:
    """The case sheet in a file. zone: IANA name, for the times of a sheet that states none.

    Raises SheetUnreadable, SheetEmpty, FileProtected, SheetTooLarge, UnpacksTooFar, PostsNotRecords.
    """
    if is_export(name, data):
        raise PostsNotRecords(file=Verbatim(name))
    answers = tuple(_answers(name, data))
    first: dict[str, Answer] = {}
    for answer in answers:
        if answer.key not in first or is_open(first[answer.key].text):
            first[answer.key] = answer
    blank = CaseSheet(time_zone=zone)
    sheet, problems = blank, []
    for key in _ORDER:  # the zone first: times are read in it
        if key in first:
            filled = understood(sheet, key, first[key].text)
            if filled is None:
                problems.append(_problem(first[key]))
            sheet = filled or sheet
    if sheet == blank and not (answers and all(is_open(answer.text) for answer in answers)):
        raise SheetEmpty(file=Verbatim(name))
    if sheet.happened_at and sheet.time_zone is None:
        problems.append(Problem(first.get("happened_at", answers[0]).line, "no-zone", "time_zone"))
    return SheetReading(sheet, tuple(sorted(problems, key=lambda p: (p.raw_row, p.code))))


def questions_in(page: Page, text: str) -> int:
    """How many questions of the case sheet a page, or the lines of a text, hold, answered or not."""
    return len({answer.key for answer in (*_of_page(page), *_of_lines(text))})


def _problem(answer: Answer) -> Problem:
    code = "unknown-value"
    if answer.key == "time_zone":
        code = "unknown-zone"
    elif answer.key in ("happened_at", "declared_exit", "watched_until"):
        code = "time-not-understood"
    return Problem(answer.line, code, answer.key, answer.text[:CUT])


# --- where the answers stand -------------------------------------------------------------------------------
def _answers(name: str, data: bytes) -> Iterator[Answer]:
    if is_workbook(data):
        for page in read_workbook(name, data, SheetUnreadable):
            yield from _of_page(page)
        return
    text = read_text(name, data, SheetUnreadable)
    if name.lower().endswith(".toml") or _TOML.search(text):
        yield from _of_toml(name, text)
        return
    found = tuple(_of_page(text_table(name, text)))
    lines = tuple(_of_lines(text))
    yield from found if len(found) >= len(lines) else lines


def _of_page(page: Page) -> Iterator[Answer]:
    """Rows in which one cell asks a question we know; two of them head the columns of another table.

    The answer stands under "Réponse", else in the next other cell.
    """
    under = None
    for row in page.rows:
        if under is None:
            under = next((at for at, cell in enumerate(row.cells) if field_named(cell, "answer") and at), None)
            if under is not None:
                continue
        asked = [(at, key) for at, cell in enumerate(row.cells) if (key := _question(cell))]
        if not asked or (under is None and len({key for _, key in asked}) > 1):
            continue
        at, key = asked[0]
        rest = row.cells[at + 1 :] if under is None else row.cells[under : under + 1]
        said = (cell for cell in rest if cell.strip() and _question(cell) != key)
        yield Answer(key, next(said, ""), row.line)


def _of_lines(text: str) -> Iterator[Answer]:
    """ "Organisation : Coopérative Rivage", one question a line."""
    for n, line in enumerate(text.split("\n"), start=1):
        found = _LINE.match(line[:5000])
        key = _question(found[1]) if found else None
        if found and key:
            yield Answer(key, found[2].strip(), n)


def _of_toml(name: str, text: str) -> Iterator[Answer]:
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise SheetUnreadable(file=Verbatim(name)) from None
    lines = text.split("\n")
    for key, value in _flat(content.items()):
        line = next((n for n, found in enumerate(lines, 1) if found.strip().startswith(key.removeprefix("target_"))), 0)
        field = _question(key)
        if field:
            yield Answer(field, _worded(field, value), line)


def _flat(items: Iterable[tuple[str, object]]) -> Iterator[tuple[str, object]]:
    """Answers wherever they stand. The case.toml of a case is read too: its parameters are no answers."""
    for key, value in items:
        if not isinstance(value, Mapping):
            yield key, value
        elif key == "targets":
            yield from ((f"target_{k.removesuffix('_minutes')}", _minutes(k, v)) for k, v in value.items())
        elif key != "parameters":
            yield from _flat(value.items())


def _minutes(key: str, value: object) -> object:
    return f"{value} min" if key.endswith("_minutes") else value


def _worded(field: str, value: object) -> str:
    """As people write it: from one time to another, one item a line."""
    items = value if isinstance(value, list) else [value]
    zone = " UTC" if any(isinstance(item, datetime) and item.tzinfo for item in items) else ""
    words = [str(item.astimezone(UTC).replace(tzinfo=None) if isinstance(item, datetime) and zone else item)
             for item in items]  # fmt: skip
    if field in ("happened_at", "declared_exit"):
        return " → ".join(words) + zone
    return "".join(f"{word}\n" for word in words) if isinstance(value, list) else words[0] + zone


def _question(cell: str) -> str | None:
    """The key of the question a cell asks: by key, in the words of the template, or in people's short words."""
    if not cell.strip() or len(cell) > 400:
        return None
    asked = _asked()
    sides = [cell, *re.split(r"[/|\n]", cell)]
    return next((key for side in sides if (key := asked.get(plain(side)))), None) or field_named(cell, "sheet")


@cache
def _asked() -> dict[str, str]:
    keys = {plain(key): key for key in _ORDER}
    for part in PARTS:
        for question in part.questions:
            for lang in ("en", "fr"):
                keys.setdefault(plain(catalogue(lang).gettext(question.text)), question.key)
    return keys
