"""A mapping as a file: a page of TOML that people read, mend and pass on. Written and read again it is equal."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from rebond.errors import MappingUnreadable
from rebond.importers.guided.mapping import ENDING, TableMapping
from rebond.importers.names import plain, synonyms
from rebond.sentences import N_, Term, Verbatim
from rebond.vocabulary import load
from rebond.wording.voice import Voice

FORMAT = 1
ORDERS = ("dmy", "mdy", "ymd")
ABOUT = N_("How the exports of a tool are read: which column holds what. No post and no person is in this file.")
ORDER = N_("Order of 03/04/2025: dmy is the day first, mdy the month first, ymd the year first.")
ZONE = N_("Time zone of its hours, where the file does not say.")
PLATFORM = N_("All of its posts are of this platform.")
MADE_FOR = N_("The columns it was made for: a file that has them is recognised.")
NUMBERED = N_("A number is the place of a column, from 1.")
MOST_NAMES, LONGEST = 2_000, 300


class Misread(Exception):
    """A value that is not what its place asks for."""


# --- reading ----------------------------------------------------------------------------------------
def read_mapping(name: str, data: bytes) -> TableMapping:
    """The mapping in a file. Raises MappingUnreadable, which tells the place."""
    try:
        kept = tomllib.loads(data.decode("utf-8-sig"))
        _only(kept, ("format", "tool", "order", "zone", "platform", "columns", "made_for"))
        if kept.get("format") != FORMAT:
            raise Misread("format")
        made_for = _table(kept, "made_for")
        _only(made_for, ("header",))
        return TableMapping(
            tool=_text(kept, "tool"), columns=dict(_columns(_table(kept, "columns"))),
            order=_among(kept, "order", ORDERS), zone=_zone(kept),
            platform=_among(kept, "platform", load("platform").keys), header=_names(made_for.get("header", [])),
        )  # fmt: skip
    except Misread as error:
        raise MappingUnreadable(file=Verbatim(name), place=Verbatim(str(error))) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise MappingUnreadable(file=Verbatim(name), place=Verbatim(str(error))) from None


def _only(kept: Mapping[str, Any], known: tuple[str, ...]) -> None:
    for name in kept:
        if name not in known:
            raise Misread(name)


def _table(kept: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    table = kept.get(name, {})
    if not isinstance(table, dict):
        raise Misread(name)
    return table


def _text(kept: Mapping[str, Any], name: str) -> str:
    if not isinstance(kept.get(name, ""), str):
        raise Misread(name)
    return str(kept.get(name, ""))


def _columns(kept: Mapping[str, Any]) -> Iterator[tuple[str, str | int]]:
    for field, column in sorted(kept.items()):
        is_number = isinstance(column, int) and not isinstance(column, bool) and 1 <= column <= MOST_NAMES
        if field not in synonyms() or not (is_number or (isinstance(column, str) and column.strip())):
            raise Misread(f"columns.{field}")
        yield field, column
    if not kept:
        raise Misread("columns")


def _names(kept: Any) -> tuple[str, ...]:
    if not isinstance(kept, list) or not all(isinstance(name, str) for name in kept):
        raise Misread("made_for.header")
    return tuple(kept)


def _among(kept: Mapping[str, Any], name: str, known: Any) -> str | None:
    if name in kept and kept[name] not in known:
        raise Misread(name)
    return kept.get(name)


def _zone(kept: Mapping[str, Any]) -> str | None:
    try:
        return ZoneInfo(_text(kept, "zone")).key if "zone" in kept else None
    except (KeyError, ValueError, OSError):
        raise Misread("zone") from None


# --- writing ----------------------------------------------------------------------------------------
def written(mapping: TableMapping) -> bytes:
    """The file of a mapping, with its comments in both languages: it goes from hand to hand."""
    lines = [*_notes(ABOUT), f"format = {FORMAT}", f"tool = {_toml(mapping.tool)}"]
    for name, told in (("order", ORDER), ("zone", ZONE), ("platform", PLATFORM)):
        value = getattr(mapping, name)
        lines += ["", *_notes(told), f"{name} = {_toml(value)}"] if value else []
    lines += ["", "[columns]"]
    if any(isinstance(column, int) for column in mapping.columns.values()):
        lines += _notes(NUMBERED)
    pairs = [(f"{field} = {_toml(column)}", _label(field)) for field, column in sorted(mapping.columns.items())]
    widest = min(60, max((len(pair) for pair, _ in pairs), default=0))
    lines += [f"{pair:<{widest}}  {label}" for pair, label in pairs]
    if mapping.header:
        lines += ["", "[made_for]", *_notes(MADE_FOR), "header = ["]
        lines += [*(f"  {_toml(name)}," for name in mapping.header), "]"]
    return ("\n".join(map(str.rstrip, lines)) + "\n").encode()


def file_name(mapping: TableMapping) -> str:
    """The name of its file, after the tool: visibrain.mapping.toml."""
    return (plain(mapping.tool)[:60].strip().replace(" ", "-") or "export") + ENDING


def _notes(text: str) -> list[str]:
    return [f"# {Voice.of(lang).say(text)}" for lang in ("fr", "en")]


def _label(field: str) -> str:
    """What a field is, in both languages; nothing for the few whose key says it all."""
    if field not in load("post_field"):
        return ""
    term = Term(vocabulary="post_field", key=field)
    return "# " + " / ".join(Voice.of(lang).text(term) for lang in ("fr", "en"))


def _toml(value: str | int) -> str:
    if isinstance(value, int):
        return str(value)
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
