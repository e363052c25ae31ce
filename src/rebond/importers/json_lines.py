"""JSON lines, one post a line; also one array, one object that holds a list of posts, or one such object a line.

Nested names are joined by dots ("user.screen_name"). Responses of the X API v2 are opened: each post of `data` is a
row, with its author looked up in `includes`.
"""

from collections.abc import Iterator
from typing import Any

import orjson

from rebond.errors import HeaderOnly, ListTooLong, NotATable
from rebond.importers.decode import encoding_of, text_blocks
from rebond.importers.posts import build, file_problems
from rebond.importers.recognition import SAMPLE, recognise_table
from rebond.importers.rows import physical_lines
from rebond.importers.source import CUT, Batch, Problem, Recognition, Source
from rebond.sentences import N_, Verbatim, say

KEY = "json_lines"
BATCH = 20_000
FORM_LINES, FORM_ARRAY = N_("JSON lines"), N_("JSON, one list of posts")
LISTS = ("data", "results", "posts", "items", "tweets", "statuses", "mentions", "messages", "comments", "value")
DEEPEST = 4
LONGEST = 64 << 20  # a page of answers is one line of some megabytes; a list is read whole, at ten times its size
BLANK = " \ufeff\r\n\t\x00"
Record = dict[str, Any]


class JsonLines:
    """JSON in its usual shapes."""

    key = KEY
    order = 20

    def recognise(self, source: Source, zone: str | None) -> Recognition | None:
        """None when it is not JSON. Raises HeaderOnly, NotATable, and what a table may raise."""
        start = source.head(512).lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t\x00")
        if not start.startswith((b"{", b"[")) or start.startswith(b"{\\rtf"):
            return None
        codec = encoding_of(source)
        whole = not _is_lines(source, codec)
        flats = _sample(source, codec, whole)
        header = tuple(dict.fromkeys(name for flat in flats for name in flat))
        rows = [[flat.get(name, "") for name in header] for flat in flats]
        form = say(FORM_ARRAY if whole else FORM_LINES)
        return recognise_table(source, KEY, form, header, rows, zone, {"encoding": codec, "whole": whole})

    def read(self, source: Source, found: Recognition) -> Iterator[Batch]:
        """Every record; a line that is not JSON is a counted, refused row."""
        header = found.mapping.header
        needed = sorted(set(found.mapping.columns.values()))
        rows: list[list[str]] = []
        lines: list[int] = []
        problems = list(file_problems(found))
        for line, record, bad in _records(source, str(found.details["encoding"]), bool(found.details["whole"])):
            if record is None:
                problems.append(bad or Problem(line, "bad-json", refused=True))
            else:
                flat = flatten(record)
                row = [""] * len(header)
                for at in needed:
                    row[at] = flat.get(header[at], "")
                rows.append(row)
                lines.append(line)
            if len(rows) >= BATCH:
                yield build(rows, lines, found, problems)
                rows, lines, problems = [], [], []
        if rows or problems:
            yield build(rows, lines, found, problems)


def _sample(source: Source, codec: str, whole: bool) -> list[dict[str, str]]:
    """The first records, then one in fifty. Raises HeaderOnly when there is none, NotATable when none is an object."""
    flats: list[dict[str, str]] = []
    n = -1
    for n, (_line, record, _bad) in enumerate(_records(source, codec, whole)):
        if record is not None and (len(flats) < SAMPLE or n % 50 == 0):
            flats.append(flatten(record))
        if len(flats) >= 2 * SAMPLE:
            break
    if not flats:
        raise (HeaderOnly if n < 0 else NotATable)(file=Verbatim(source.name))
    return flats


def _is_lines(source: Source, codec: str) -> bool:
    """Whether each line is a whole object: the first one that is not empty must be."""
    for lines, refused in physical_lines(source, codec, LONGEST):
        if refused:
            return False
        for line in lines:
            if line.strip(BLANK):
                return isinstance(_loaded(line), dict)
    return False


def _loaded(line: str) -> Any:
    try:
        return orjson.loads(line.strip(BLANK))
    except orjson.JSONDecodeError:
        return None


def _records(source: Source, codec: str, whole: bool) -> Iterator[tuple[int, Record | None, Problem | None]]:
    """(physical line, object, or None and what is wrong). Objects of a list bear their number instead of a line."""
    if whole:
        if source.size > LONGEST:
            raise ListTooLong(file=Verbatim(source.name), size=source.size >> 20, most=LONGEST >> 20)
        yield from _from_list(source, "".join(text_blocks(source, codec)))
        return
    number = 0
    for lines, refused in physical_lines(source, codec, LONGEST):
        yield from ((problem.raw_row, None, problem) for problem in refused)
        for line in lines:
            number += 1
            if not line.strip(BLANK):
                continue
            record = _loaded(line)
            if isinstance(record, dict):
                yield from ((number, one, None) for one in _opened(record))
            else:
                yield number, None, Problem(number, "bad-json", value=line[:CUT].rstrip("\n"), refused=True)


def _from_list(source: Source, text: str) -> Iterator[tuple[int, Record | None, Problem | None]]:
    loaded = _loaded(text.strip())
    listed = _flat_list(loaded) if isinstance(loaded, list) else _opened(loaded) if isinstance(loaded, dict) else None
    if listed is None:
        raise NotATable(file=Verbatim(source.name))
    for number, record in enumerate(listed, start=1):
        if isinstance(record, dict):
            yield number, record, None
        else:
            yield number, None, Problem(number, "bad-json", value=str(record)[:CUT], refused=True)


def _flat_list(loaded: list[Any]) -> list[Any]:
    """A list of pages is one list."""
    if loaded and all(isinstance(one, list) for one in loaded):
        return [record for page in loaded for record in page]
    return [record for one in loaded for record in (_opened(one) if isinstance(one, dict) else [one])]


def _opened(record: Record) -> list[Record]:
    """The posts inside an envelope, or the record itself."""
    users = {}
    includes = record.get("includes")
    if isinstance(includes, dict):
        listed = includes.get("users")
        users = (
            {str(user.get("id")): user for user in listed if isinstance(user, dict)} if isinstance(listed, list) else {}
        )
    for name in LISTS:
        inside = record.get(name)
        if isinstance(inside, dict) and name == "data" and ("text" in inside or "id" in inside):
            inside = [inside]
        if isinstance(inside, list) and inside and all(isinstance(one, dict) for one in inside):
            return [_with_author(one, users) for one in inside]
    return [record]


def _with_author(post: Record, users: dict[Any, Record]) -> Record:
    """A post with its author, where the envelope describes him."""
    author = users.get(str(post.get("author_id")))
    return {**post, "author": author} if author else post


def flatten(record: Record, prefix: str = "", depth: int = 0) -> dict[str, str]:
    """{"a": {"b": 1}} → {"a.b": "1"}. Lists of plain values are joined; null is absent.

    A list of {"type", "id"} gives "name.type.id", as twarc names references; a list of pieces of text is one text.
    """
    flat: dict[str, str] = {}
    for key, value in record.items():
        name = f"{prefix}{key}"
        if isinstance(value, str):
            flat[name] = value
        elif isinstance(value, bool):
            flat[name] = "true" if value else "false"
        elif isinstance(value, dict):
            if depth < DEEPEST:
                flat.update(flatten(value, f"{name}.", depth + 1))
        elif isinstance(value, list):
            flat.update(_listed(name, value))
        elif value is not None:
            flat[name] = str(value)
    return flat


def _listed(name: str, values: list[Any]) -> dict[str, str]:
    if any(isinstance(one, dict) and "text" in one for one in values):
        return {name: "".join(one if isinstance(one, str) else str(one.get("text", "")) for one in values
                              if isinstance(one, str | dict))}  # fmt: skip
    if values and all(isinstance(one, dict) and {"type", "id"} <= set(one) for one in values):
        return {f"{name}.{one['type']}.id": str(one["id"]) for one in values}
    if values and isinstance(values[0], dict) and "value" in values[0]:
        return {name: str(values[0]["value"])}
    plain = ", ".join(str(one) for one in values if isinstance(one, str | int | float))
    return {name: plain} if plain else {}


IMPORTER = JsonLines()
