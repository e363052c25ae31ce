"""JSON lines, one post a line; also one array, one object that holds a list of posts, or one such object a line.

Nested names are joined by dots ("user.screen_name"). The posts of an object are those its format finds in it; of an
unknown one, those of the first list it holds. Responses of the X API v2 are opened: each post of `data` is a row, with
its author looked up in `includes`. A list that a script assigns to a name ("window.YTD.tweets.part0 = [") is read too.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

import orjson

from rebond.errors import HeaderOnly, ListTooLong, NotATable
from rebond.importers.decode import encoding_of, text_blocks
from rebond.importers.format import Format, formats, known_format
from rebond.importers.glimpse import Glimpse
from rebond.importers.guided.mapping import NO_MAPPINGS, Mappings
from rebond.importers.posts import build, file_problems
from rebond.importers.recognition import SAMPLE, recognise_table
from rebond.importers.rows import physical_lines
from rebond.importers.source import CUT, Batch, Problem, Recognition, Source
from rebond.sentences import N_, Verbatim, say

KEY = "json_lines"
BATCH = 20_000
FORM_LINES, FORM_ARRAY = N_("JSON lines"), N_("JSON, one list of posts")
LISTS = ("data", "results", "posts", "items", "tweets", "statuses", "mentions", "messages", "comments", "value",
         "records", "reviews", "videos", "feed", "entry", "documents", "result")  # fmt: skip
FORGIVEN = 6  # lines at the start of which some may be broken
FIRST = 50  # objects a format is told by
DEEPEST = 4
LONGEST = 64 << 20  # a page of answers is one line of some megabytes; a list is read whole, at ten times its size
BLANK = " \ufeff\r\n\t\x00"
ASSIGNED = re.compile(r"^\s*window\.([\w.]+?)(?:\.part\d+)?\s*=\s*", re.MULTILINE)
Record = dict[str, Any]
Opening = Callable[[Record], Iterable[Record]]


class JsonLines:
    """JSON in its usual shapes."""

    key = KEY
    order = 20

    def recognise(self, source: Source, zone: str | None, mappings: Mappings = NO_MAPPINGS) -> Recognition | None:
        """None when it is not JSON. Raises HeaderOnly, NotATable, and what a table may raise."""
        return next((recognise_table(one, zone, mappings) for one in self.glimpses(source)), None)

    def glimpses(self, source: Source) -> tuple[Glimpse, ...]:
        """Its posts, nested names joined by dots; none when it is not JSON. Raises HeaderOnly, NotATable."""
        start = source.head(512).lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t\x00")
        if start.startswith(b"{\\rtf"):
            return ()
        begins_well = start.startswith((b"{", b"[", b"window."))
        if not (begins_well or b"\n{" in start):  # a first line may be broken like any other
            return ()
        codec = encoding_of(source)
        if not begins_well and not _is_lines(source, codec):
            return ()
        whole = not _is_lines(source, codec)
        first = (record for _, record, _ in _objects(source, codec, whole) if record is not None)
        known, enveloped = told(list(islice(first, FIRST)))
        flats = _sample(_records(source, codec, whole, _opening(known, enveloped)), source)
        header = tuple(dict.fromkeys(name for flat in flats for name in flat))
        rows = [[flat.get(name, "") for name in header] for flat in flats]
        form = say(FORM_ARRAY if whole else FORM_LINES)
        details = {"encoding": codec, "whole": whole, "enveloped": enveloped}
        return (
            Glimpse(source=source, importer=KEY, form=form, header=header, sample=rows, details=details, known=known),
        )

    def read(self, source: Source, found: Recognition) -> Iterator[Batch]:
        """Every record; a line that is not JSON is a counted, refused row."""
        header = found.mapping.header
        needed = sorted(set(found.mapping.columns.values()))
        rows: list[list[str]] = []
        lines: list[int] = []
        problems = list(file_problems(found))
        opening = _opening(formats().get(found.known or ""), bool(found.details["enveloped"]))
        codec, whole = str(found.details["encoding"]), bool(found.details["whole"])
        for line, record, bad in _records(source, codec, whole, opening):
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


def told(objects: Sequence[Record], known: Mapping[str, Format] | None = None) -> tuple[Format | None, bool]:
    """The format of the first objects of a file, and whether they are envelopes it has in common with others."""
    found = _format_of(objects, known)
    return (found, False) if found else (_format_of([one for each in objects for one in _opened(each)], known), True)


def _format_of(objects: Sequence[Record], known: Mapping[str, Format] | None) -> Format | None:
    """Told by every name of the objects, those of the first level as well where they hold other objects."""
    flats = [{**dict.fromkeys(record, ""), **flatten(record)} for record in objects]
    header = list(dict.fromkeys(name for flat in flats for name in flat))
    return known_format(header, [[flat.get(name, "") for name in header] for flat in flats], known)


def _opening(known: Format | None, enveloped: bool) -> Opening:
    """How an object of the file is opened."""
    own: Opening = known.opened if known and known.opened else lambda record: (record,)
    return (lambda record: (post for one in _opened(record) for post in own(one))) if enveloped else own


def _sample(records: Iterable[tuple[int, Record | None, Problem | None]], source: Source) -> list[dict[str, str]]:
    """The first records, then one in fifty. Raises HeaderOnly when there is none, NotATable when none is an object."""
    flats: list[dict[str, str]] = []
    n = -1
    for n, (_line, record, _bad) in enumerate(records):
        if record is not None and (len(flats) < SAMPLE or n % 50 == 0):
            flats.append(flatten(record))
        if len(flats) >= 2 * SAMPLE:
            break
    if not flats:
        raise (HeaderOnly if n < 0 else NotATable)(file=Verbatim(source.name))
    return flats


def _is_lines(source: Source, codec: str) -> bool:
    """Whether each line is a whole object: one of the first that are not empty must be, and so must the next."""
    before = []
    for lines, refused in physical_lines(source, codec, LONGEST):
        if refused:
            return False
        for line in filter(str.strip, lines):
            before.append(isinstance(_loaded(line), dict))
            if before[-1] and (len(before) == 1 or before[-2]):
                return True
            if len(before) == FORGIVEN:
                return False
    return any(before)


def _loaded(line: str) -> Any:
    try:
        return orjson.loads(line.strip(BLANK))
    except orjson.JSONDecodeError:
        return None


def _records(
    source: Source, codec: str, whole: bool, opening: Opening
) -> Iterator[tuple[int, Record | None, Problem | None]]:
    """(physical line, post, or None and what is wrong). Posts of a list bear their number instead of a line."""
    number = 0
    for line, record, bad in _objects(source, codec, whole):
        for post in (None,) if record is None else opening(record):
            number += 1
            at = number if whole else line
            yield at, post, bad and replace(bad, raw_row=at)


def _objects(source: Source, codec: str, whole: bool) -> Iterator[tuple[int, Record | None, Problem | None]]:
    """(physical line, object, or None and what is wrong)."""
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
                yield number, record, None
            else:
                yield number, None, Problem(number, "bad-json", value=line[:CUT].rstrip("\n"), refused=True)


def _from_list(source: Source, text: str) -> Iterator[tuple[int, Record | None, Problem | None]]:
    loaded = _assigned(text) if ASSIGNED.match(text) else _loaded(text)
    if not isinstance(loaded, list | dict):
        raise NotATable(file=Verbatim(source.name))
    for number, record in enumerate(_flat_list(loaded) if isinstance(loaded, list) else [loaded], start=1):
        if isinstance(record, dict):
            yield number, record, None
        else:
            yield number, None, Problem(number, "bad-json", value=_text(record)[:CUT], refused=True)


def _assigned(text: str) -> Record | None:
    """Lists by the name a script gives them, their parts joined. None when one of them is not whole."""
    named: dict[str, list[Any]] = {}
    _, *pieces = ASSIGNED.split(text)
    for name, value in zip(pieces[::2], pieces[1::2], strict=True):
        listed = _loaded(value)
        if not isinstance(listed, list):
            return None
        named.setdefault(name, []).extend(listed)
    return named


def _flat_list(loaded: list[Any]) -> list[Any]:
    """A list of pages is one list."""
    if loaded and all(isinstance(one, list) for one in loaded):
        return [record for page in loaded for record in page]
    return loaded


def _opened(record: Record) -> list[Record]:
    """The posts inside an envelope, or the record itself."""
    users = _users(record.get("includes"))
    for name in LISTS:
        inside = record.get(name)
        if isinstance(inside, dict) and name == "data" and ("text" in inside or "id" in inside):
            inside = [inside]
        elif isinstance(inside, dict):
            inside = next((inside[one] for one in LISTS if isinstance(inside.get(one), list)), None)
        if isinstance(inside, list) and inside and all(isinstance(one, dict) for one in inside):
            return [_with_author(one, users) for one in inside]
    return [record]


def _users(includes: Any) -> dict[str, Record]:
    """Who an envelope describes, by id."""
    listed = includes.get("users") if isinstance(includes, dict) else None
    users = (user for user in listed if isinstance(user, dict)) if isinstance(listed, list) else ()
    return {_text(user.get("id")): user for user in users}


def _with_author(post: Record, users: dict[str, Record]) -> Record:
    """A post with its author, where the envelope describes him."""
    author = users.get(_text(post.get("author_id")))
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
    if values and all(isinstance(one, dict) and {"type", "id"} <= set(one) for one in values):
        return {f"{name}.{_text(one['type'])}.id": _text(one["id"]) for one in values}
    if any(isinstance(one, dict) and "text" in one for one in values):
        return {name: "".join(one if isinstance(one, str) else _text(one.get("text", "")) for one in values
                              if isinstance(one, str | dict))}  # fmt: skip
    if values and isinstance(values[0], dict) and "value" in values[0]:
        return {name: _text(values[0]["value"])}
    plain = ", ".join(str(one) for one in values if isinstance(one, str | int | float))
    return {name: plain} if plain else {}


def _text(value: Any) -> str:
    """A value as text; nothing for one nested deeper than Python prints."""
    try:
        return str(value)
    except RecursionError:
        return ""


IMPORTER = JsonLines()
