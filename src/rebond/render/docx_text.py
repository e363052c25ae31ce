"""The text of a Word document that people edited, paragraph by paragraph, with the marks of ours that are left in it.

A change still pending is read as accepted: what was inserted counts, what was struck out does not.
"""

import hashlib
import io
import json
import zipfile
from dataclasses import dataclass, field
from xml.etree import ElementTree

from rebond.errors import DocumentUnreadable
from rebond.render.docx_package import RECORD, SPACES
from rebond.review.edits import Printed
from rebond.review.written import MARK, Segment, Written

MOST = 64 * 2**20  # bytes of one part: a document of ours holds 200 KB
W = f"{{{SPACES['w']}}}"
# The same text a second time, for older programs.
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
SKIPPED = {
    W + name for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "trPr", "tcPr", "instrText", "delText", "pict")
}
STRUCK, ADDED = {W + "del", W + "moveFrom"}, {W + "ins", W + "moveTo"}
SIGNS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "‑"}


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedDocument:
    """What is read. written: our record of what it was, if the editor kept it. pending: changes nobody accepted yet."""

    segments: tuple[Segment, ...]
    written: Written | None
    pictures: frozenset[str]  # SHA-256 of every picture inside
    comments: int
    pending: int


def read_document(file: str, data: bytes) -> EditedDocument:
    """file: its name, for the messages. Raises DocumentUnreadable for anything but a Word document of today."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            walk = _Walk(prompts=_prompts(archive, names))
            walk.body(_parsed(archive, "word/document.xml"))
            comments = _parsed(archive, "word/comments.xml") if "word/comments.xml" in names else ()
            return EditedDocument(
                segments=tuple(walk.segments), written=_record(archive, names), pending=walk.pending,
                pictures=frozenset(_digest(archive, name) for name in names if name.startswith("word/media/")),
                comments=sum(1 for _ in comments),
            )  # fmt: skip
    except (
        zipfile.BadZipFile,
        ElementTree.ParseError,
        KeyError,
        ValueError,
        RuntimeError,
        NotImplementedError,
    ) as reason:
        raise DocumentUnreadable(file=file) from reason


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    if archive.getinfo(name).file_size > MOST:
        raise ValueError(name)
    return archive.read(name)


def _parsed(archive: zipfile.ZipFile, name: str) -> ElementTree.Element:
    """Only plain XML: no document type, so nothing is expanded and nothing is fetched."""
    content = _part(archive, name)
    if b"<!DOCTYPE" in content:
        raise ValueError(name)
    return ElementTree.fromstring(content)


def _digest(archive: zipfile.ZipFile, name: str) -> str:
    return hashlib.sha256(_part(archive, name)).hexdigest()


def _prompts(archive: zipfile.ZipFile, names: list[str]) -> frozenset[str | None]:
    """Ids of the style Word calls "Placeholder Text" whatever its language; the id itself is translated."""
    styles = _parsed(archive, "word/styles.xml").iter(W + "style") if "word/styles.xml" in names else ()
    return frozenset(
        style.get(W + "styleId")
        for style in styles
        if any(name.get(W + "val", "").lower() == "placeholder text" for name in style.findall(W + "name"))
    )


def _record(archive: zipfile.ZipFile, names: list[str]) -> Written | None:
    """Our record, wherever the editor put it. None when it is gone, or is not what we wrote."""
    for name in names:
        if (
            name.startswith("customXml/")
            and name.endswith(".xml")
            and RECORD.encode() in (content := _part(archive, name))
        ):
            if b"<!DOCTYPE" in content or not (root := ElementTree.fromstring(content)).tag.endswith("}written"):
                continue
            try:
                return Written.from_plain(json.loads(root.text or ""))
            except (KeyError, TypeError, ValueError):
                return None
    return None


@dataclass
class _Walk:
    """Goes through the document in reading order and cuts it into segments."""

    prompts: frozenset[str | None]  # styles in which Word says "click here" in a control that was emptied
    segments: list[Segment] = field(default_factory=list)
    pending: int = 0
    _parts: list[str | Printed] = field(default_factory=list)
    _mark: str | None = None
    _open: dict[str, str] = field(default_factory=dict)  # bookmarks of ours that are open: number → name
    _figures: list[str] = field(default_factory=list)  # figures we are inside of, by the key they carry

    def body(self, node: ElementTree.Element) -> None:
        for child in node:
            self._node(child)

    def _node(self, node: ElementTree.Element) -> None:
        if node.tag in SKIPPED or node.tag == FALLBACK:
            return
        if node.tag in STRUCK or node.tag in ADDED:
            self.pending += 1
        if node.tag in STRUCK:
            return
        if node.tag == W + "p":
            self._paragraph(node)
        elif node.tag == W + "t":
            self._add(node.text or "")
        elif node.tag in SIGNS:
            self._add(SIGNS[node.tag])
        elif node.tag == W + "sdt":
            self._control(node)
        elif node.tag == W + "bookmarkStart":
            self._start(node.get(W + "name") or "", node.get(W + "id") or "")
        elif node.tag == W + "bookmarkEnd":
            self._end(node.get(W + "id") or "")
        else:
            self.body(node)

    def _paragraph(self, node: ElementTree.Element) -> None:
        """A paragraph begun while a sentence's bookmark is open is a part of that sentence: somebody pressed Enter."""
        held = (self._parts, self._mark)
        self._parts, self._mark = [], next((name for name in self._open.values() if not _is_figure(name)), None)
        self.body(node)
        self._cut()
        self._parts, self._mark = held  # a text box stands inside a paragraph

    def _cut(self) -> None:
        self.segments.append(Segment(mark=self._mark, words=tuple(self._parts)))
        self._parts = []

    def _control(self, node: ElementTree.Element) -> None:
        tag = node.find(f"{W}sdtPr/{W}tag")
        key = None if tag is None else tag.get(W + "val")
        content = node.find(W + "sdtContent")
        if content is None or self.prompts & {style.get(W + "val") for style in content.iter(W + "rStyle")}:
            return
        if key:
            self._figures.append(key)
        self.body(content)
        if key:
            self._figures.pop()

    def _start(self, name: str, number: str) -> None:
        if not name.startswith(MARK):
            return
        if _is_figure(name):
            self._figures.append(name)
        elif self._mark is None and not self._has_text():
            self._mark = name
        elif name != self._mark:
            self._cut()
            self._mark = name
        self._open[number] = name

    def _end(self, number: str) -> None:
        name = self._open.pop(number, None)
        if name is not None and name in self._figures:
            self._figures.remove(name)
        elif name is not None and name == self._mark and not self._has_text():
            self._mark = None  # some editors close a mark at the start of the next paragraph

    def _has_text(self) -> bool:
        return any((part if isinstance(part, str) else part.text).strip() for part in self._parts)

    def _add(self, text: str) -> None:
        """Text inside a figure belongs to the figure; a bookmark says more than a tag (which sentence, which place)."""
        if not self._figures:
            self._parts.append(text)
            return
        key = self._figures[0]
        last = self._parts[-1] if self._parts else None
        if isinstance(last, Printed) and last.figure == key:
            self._parts[-1] = Printed(key, last.text + text)
        else:
            self._parts.append(Printed(key, text))


def _is_figure(name: str) -> bool:
    return name.startswith(f"{MARK}fi")
