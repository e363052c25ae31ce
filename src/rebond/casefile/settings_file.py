"""case.toml: the case sheet and the parameters, each with its reason, as people can read and mend them.

Settings written and read again are equal. A file that cannot be read is refused, and never written over.
"""

import json
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from rebond.casefile.atomic import write_whole
from rebond.casefile.manifest import FORMAT
from rebond.errors import CaseTooNew, SettingsDamaged
from rebond.sentences import N_, Verbatim
from rebond.settings import BOUNDS, CaseSheet, Parameters, Settings, Targets
from rebond.wording.voice import Voice

NAME = "case.toml"
DEFAULT, CHANGED = "default", "changed"
ABOUT = N_("The case, as people describe it, and how its posts are counted. You may edit this file.")
UNSET = N_("What is not known is left out; it is never guessed.")
Read = Callable[[Any], Any]
# Format n → n + 1: what to change in the file as read. Empty while there is one format.
UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}


class Misread(Exception):
    """A value that is not what its place asks for."""


# --- reading -----------------------------------------------------------------------------------------
def read_settings(folder: Path) -> tuple[Settings, dict[str, str]]:
    """The settings, and the reason of each parameter. Raises SettingsDamaged, CaseTooNew."""
    path = folder / NAME
    place = "format"
    try:
        kept = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
        kept = _upgraded(kept, folder)
        place = "window"
        window = _range(kept["window"]) if "window" in kept else None
        place = "sheet"
        sheet = _sheet(_section(kept, "sheet"))
        place = "parameters"
        parameters, reasons = _parameters(_section(kept, "parameters"))
        place = _unknown(kept, ("format", "window", "sheet", "parameters"))
    except tomllib.TOMLDecodeError as error:
        raise _damaged(path, str(error)) from None
    except Misread as error:
        raise _damaged(path, str(error) or place) from None
    except (OSError, ValueError, TypeError):
        raise _damaged(path, place) from None
    if place:
        raise _damaged(path, place)
    return Settings(sheet=sheet, parameters=parameters, window=window), reasons


def _damaged(path: Path, place: str) -> SettingsDamaged:
    return SettingsDamaged(file=Verbatim(str(path)), place=Verbatim(place))


def _upgraded(kept: dict[str, Any], folder: Path) -> dict[str, Any]:
    number = kept.get("format")
    if not isinstance(number, int) or number < 1:
        raise Misread("format")
    if number > FORMAT:
        raise CaseTooNew(folder=Verbatim(str(folder)), format=number)
    while number < FORMAT:
        kept = UPGRADES[number](kept)
        number += 1
    return kept


def _section(kept: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    section = kept.get(name, {})
    return section if isinstance(section, dict) else _refuse()


def _sheet(kept: Mapping[str, Any]) -> CaseSheet:
    values = {}
    for name, value in kept.items():
        if name not in SHEET:
            raise Misread(f"sheet.{name}")
        try:
            values[name] = SHEET[name](value)
        except (Misread, ValueError, TypeError, OverflowError):
            raise Misread(f"sheet.{name}") from None
    return CaseSheet(**values)


def _parameters(kept: Mapping[str, Any]) -> tuple[Parameters, dict[str, str]]:
    kinds: dict[str, Any] = {f.name: f.type for f in fields(Parameters)}
    values, reasons = {}, {}
    for name, entry in kept.items():
        told = entry if isinstance(entry, dict) else {"value": entry}  # a bare number is as good
        value = told.get("value")
        if name not in kinds or isinstance(value, bool) or not isinstance(value, (int, kinds[name])):
            raise Misread(f"parameters.{name}")
        if not Parameters.allows(name, value):
            raise Misread(f"parameters.{name} ({BOUNDS[name][0]:g} … {BOUNDS[name][1]:g})")
        values[name] = value
        reasons[name] = str(told.get("reason", CHANGED))
    return Parameters(**values), reasons


def _unknown(kept: Mapping[str, Any], known: tuple[str, ...]) -> str:
    return next((name for name in kept if name not in known), "")


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise Misread
    return value


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(_text(one) for one in value) if isinstance(value, list) else _refuse()


def _instant(value: Any) -> datetime:
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise Misread
    return value.astimezone(UTC)


def _range(value: Any) -> tuple[datetime, datetime]:
    starts, ends = value
    return _instant(starts), _instant(ends)


def _targets(value: Any) -> Targets:
    if not isinstance(value, dict) or not set(value) <= {f"{f.name}_minutes" for f in fields(Targets)}:
        raise Misread
    return Targets(**{name.removesuffix("_minutes"): timedelta(minutes=minutes) for name, minutes in value.items()})


def _refuse() -> Any:
    raise Misread


def _zone(value: Any) -> str:
    try:
        return ZoneInfo(_text(value)).key
    except (KeyError, ValueError, OSError):
        raise Misread from None


_OF: dict[str, Read] = {
    "str": _text, "tuple[str, ...]": _texts, "datetime": _instant, "tuple[datetime, datetime]": _range,
    "Targets": _targets,
}  # fmt: skip


def _reader_of(kind: Any) -> Read:
    written = kind.__name__ if isinstance(kind, type) and "[" not in str(kind) else str(kind)
    return _OF[written.replace("datetime.datetime", "datetime").removesuffix(" | None").strip()]


SHEET: dict[str, Read] = {f.name: _reader_of(f.type) for f in fields(CaseSheet)} | {"time_zone": _zone}


# --- writing -----------------------------------------------------------------------------------------
def write_settings(folder: Path, settings: Settings, reasons: Mapping[str, str]) -> None:
    """Write the settings whole. reasons: of parameters, those that are not given read "default" or "changed"."""
    lines = [*_notes(ABOUT), f"format = {FORMAT}"]
    if settings.window is not None:
        lines.append(f"window = {_toml(settings.window)}")
    lines += ["", *_notes(UNSET), "[sheet]"]
    told = {f.name: getattr(settings.sheet, f.name) for f in fields(CaseSheet)}
    lines += [f"{name} = {_toml(value)}" for name, value in told.items() if value not in UNKNOWN]
    lines += ["", "[parameters]"]
    changed = settings.parameters.changed()
    for f in fields(Parameters):
        reason = reasons.get(f.name, DEFAULT)
        if reason in (DEFAULT, CHANGED):
            reason = CHANGED if f.name in changed else DEFAULT
        lines.append(
            f"{f.name} = {{ value = {_toml(getattr(settings.parameters, f.name))}, reason = {_toml(reason)} }}"
        )
    write_whole(folder / NAME, ("\n".join(lines) + "\n").encode("utf-8", "replace"))


UNKNOWN: tuple[Any, ...] = (None, (), Targets())


def _notes(text: str) -> list[str]:
    """A comment in both languages: a case outlives whoever opened it."""
    return [f"# {Voice.of(lang).say(text)}" for lang in ("fr", "en")]


def _toml(value: Any) -> str:
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, tuple):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, Targets):
        told = {f.name: getattr(value, f.name) for f in fields(Targets)}
        minutes = {name: delay / timedelta(minutes=1) for name, delay in told.items() if delay is not None}
        return "{ " + ", ".join(f"{name}_minutes = {_toml(delay)}" for name, delay in minutes.items()) + " }"
    if isinstance(value, float) and value.is_integer():
        return f"{value:.0f}"
    return repr(value)
