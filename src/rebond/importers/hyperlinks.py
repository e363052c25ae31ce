"""Addresses behind the cells of an XLSX workbook: a browser that copies a link may paste the title of its page."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from html import unescape

from rebond.importers.opening import UNREADABLE

Links = Mapping[tuple[int, int], str]  # (row, from 1; column, from 0) → address
NONE: Links = {}
SHEET = re.compile(r"<(?:\w+:)?sheet\b[^<>]*>")
LINK = re.compile(r"<(?:\w+:)?hyperlink\b[^<>]*>")
RELATION = re.compile(r"<(?:\w+:)?Relationship\b[^<>]*>")
PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
LARGEST = 16 << 20  # bytes of one part that is looked at


def hyperlinks(content: bytes) -> Mapping[str, Links]:
    """By name of the sheet; nothing for another kind of file, or one that cannot be opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return dict(_sheets(archive))
    except (*UNREADABLE, KeyError):
        return {}


def _sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, Links]]:
    paths = _targets(archive, "xl/_rels/workbook.xml.rels")
    for tag in SHEET.findall(_part(archive, "xl/workbook.xml")):
        path = paths.get(_attribute(tag, "id"), "")
        path = path.lstrip("/") if path.startswith("/") else f"xl/{path}"
        folder, _, name = path.rpartition("/")
        targets = _targets(archive, f"{folder}/_rels/{name}.rels")
        if targets:
            yield _attribute(tag, "name"), dict(_placed(_part(archive, path), targets))


def _placed(sheet: str, targets: Mapping[str, str]) -> Iterator[tuple[tuple[int, int], str]]:
    for tag in LINK.findall(sheet):
        place, target = PLACE.match(_attribute(tag, "ref")), targets.get(_attribute(tag, "id"))
        if place and target:
            column = 0
            for letter in place[1]:
                column = column * 26 + ord(letter) - 64
            yield (int(place[2]), column - 1), target


def _targets(archive: zipfile.ZipFile, path: str) -> dict[str, str]:
    return {_attribute(tag, "Id"): _attribute(tag, "Target") for tag in RELATION.findall(_part(archive, path))}


def _part(archive: zipfile.ZipFile, path: str) -> str:
    """A part as text; empty where there is none, or where it is too large to be typed."""
    if path not in archive.namelist() or archive.getinfo(path).file_size > LARGEST:
        return ""
    return archive.read(path).decode("utf-8", "replace")


def _attribute(tag: str, name: str) -> str:
    found = re.search(rf'[\s:]{name}="([^"]*)"', tag)
    return unescape(found[1]) if found else ""
