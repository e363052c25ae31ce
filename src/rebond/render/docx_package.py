"""The parts of a Word document as one file: the same bytes for the same parts, whatever the hour."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": OFFICE,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
RECORD = "urn:rebond:written"  # namespace of the part that says what was written
RECORD_ID = "{5D1C1C43-6E0B-4E7B-9C0D-1B5A9F0B7A21}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Everything a document is made of. parts: name in word/ → its root element; media: name → bytes."""

    parts: Mapping[str, str]
    media: Mapping[str, bytes]
    record: str  # JSON, kept in a custom part that editors leave alone
    title: str
    author: str
    subject: str
    lang: str
    dated: datetime


def relation(part: str) -> str:
    """The id by which the document calls one of its parts: "media/F1.png" → "rId_media_F1_png"."""
    return "rId_" + "".join(c if c.isalnum() else "_" for c in part)


def packed(document: Document) -> bytes:
    """The .docx."""
    files: dict[str, bytes] = {
        "[Content_Types].xml": _types(document).encode(),
        "_rels/.rels": _top().encode(),
        "docProps/core.xml": _core(document).encode(),
        "docProps/app.xml": f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        'extended-properties"><Application>Rebond</Application></Properties>'.encode(),
        "word/_rels/document.xml.rels": _relations(document).encode(),
        **{f"word/{name}": _rooted(root).encode() for name, root in document.parts.items()},
        **{f"word/{name}": content for name, content in document.media.items()},
        "customXml/item1.xml": f'{HEAD}<written xmlns="{RECORD}">{escape(document.record)}</written>'.encode(),
        "customXml/itemProps1.xml": _record_properties().encode(),
        "customXml/_rels/item1.xml.rels": _rels({"rId1": (f"{OFFICE}/customXmlProps", "itemProps1.xml")}).encode(),
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.external_attr = 0, 0  # else the system it was made on
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def _rooted(root: str) -> str:
    """A part with its namespaces declared on its root element."""
    spaces = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in SPACES.items())
    cut = min(at for at in (root.find(">"), root.find(" "), root.find("/")) if at > 0)
    return f"{HEAD}{root[:cut]}{spaces}{root[cut:]}"


def _types(document: Document) -> str:
    kinds = {"document": "document.main", "fontTable": "fontTable"}
    overrides = {f"/word/{name}": f"{WORD}.{kinds.get(stem := _stem(name), stem)}+xml" for name in document.parts} | {
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        "/customXml/itemProps1.xml": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    }
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        "png": "image/png",
    }
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        + "".join(f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in defaults.items())
        + "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
        + "</Types>"
    )


def _stem(part: str) -> str:
    """document.xml → document; footer2.xml → footer."""
    return part.partition(".")[0].rstrip("0123456789")


def _top() -> str:
    return _rels({
        "rId1": (f"{OFFICE}/officeDocument", "word/document.xml"),
        "rId2": (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        "rId3": (f"{OFFICE}/extended-properties", "docProps/app.xml"),
    })  # fmt: skip


def _relations(document: Document) -> str:
    parts = {relation(name): (f"{OFFICE}/{_stem(name)}", name) for name in document.parts if name != "document.xml"}
    pictures = {relation(name): (f"{OFFICE}/image", name) for name in document.media}
    return _rels({**parts, **pictures, "rIdRecord": (f"{OFFICE}/customXml", "../customXml/item1.xml")})


def _rels(targets: Mapping[str, tuple[str, str]]) -> str:
    inside = "".join(f'<Relationship Id="{id}" Type="{kind}" Target="{name}"/>' for id, (kind, name) in targets.items())
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def _core(document: Document) -> str:
    at = document.dated.strftime("%Y-%m-%dT%H:%M:%SZ")
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(document.title)}</dc:title><dc:subject>{escape(document.subject)}</dc:subject>"
        f"<dc:creator>{escape(document.author)}</dc:creator><dc:language>{document.lang}</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{at}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{at}</dcterms:modified></cp:coreProperties>'
    )


def _record_properties() -> str:
    schema = f"<ds:schemaRefs><ds:schemaRef ds:uri={quoteattr(RECORD)}/></ds:schemaRefs>"
    return (
        f'{HEAD}<ds:datastoreItem ds:itemID="{RECORD_ID}" '
        f'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">{schema}</ds:datastoreItem>'
    )
