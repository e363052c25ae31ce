"""Files of some kilobytes that ask for gigabytes, and what is said of each: `python -m tests.faults.bombs` reads them.

A gigabyte is made by repeating one squeezed block: neither the making nor the test waits for it.
"""

import gzip
import io
import json
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress

import pyarrow as pa
from tests.unit.importers.exports import source, workbook
from tests.unit.importers.test_old_reach import old_book

MORE = 300 << 20  # bytes a reader may ask for beside what is loaded
GB, MB = 1 << 30, 1 << 20
SHEET, SHARED = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
MAIN = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
HEAD, TAIL = b"<worksheet " + MAIN + b"><sheetData>", b"</sheetData></worksheet>"
FIRST = b'<row r="1"><c r="A1"><v>1</v></c></row>'
TEXTS, NO_MORE_TEXTS = b"<sst " + MAIN + b">", b"</sst>"
LAUGHS = b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "lollollol">' + b"".join(
    b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)) + b"]>"  # fmt: skip
LONG_ENTITY = b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "' + b"lol" * 10_000 + b'">]>'
ITEM = b"<rss version='2.0'><channel><item><title>%s</title><pubDate>Tue, 14 Oct 2025 17:40:00 GMT</pubDate></item>"
OPEN = (b'<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        b'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        b'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        b'<table:table table:name="A"><table:table-row table:number-rows-repeated="1000000"><table:table-cell '
        b'table:number-columns-repeated="900" office:value-type="string"><text:p>x</text:p></table:table-cell>'
        b"</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>")  # fmt: skip


def squeezed(head: bytes, block: bytes, tail: bytes = b"") -> bytes:
    """Deflated: the block again and again, up to a gigabyte."""
    made = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    parts = [made.compress(one) + made.flush(zlib.Z_FULL_FLUSH) for one in (head, block)]
    return parts[0] + parts[1] * (GB // len(block)) + made.compress(tail) + made.flush()


def zipped(deflated: dict[str, bytes], told: int = GB, **whole: bytes) -> bytes:
    """deflated: parts already so. told: the size that the zip says they have."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, inside in whole.items():
            archive.writestr(name, inside)
        for name, inside in deflated.items():
            archive.writestr(name, inside, zipfile.ZIP_STORED)
            info = archive.getinfo(name)
            info.compress_type, info.file_size = zipfile.ZIP_DEFLATED, told
    return made.getvalue()


def parts() -> dict[str, bytes]:
    """Of a workbook that is good."""
    book = workbook([["Date", "Texte"], ["2025-10-14 17:05", "a"], ["2025-10-14 17:06", "b"]])
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def book(**changed: bytes) -> bytes:
    return zipped({}, **{**parts(), **changed})


def swollen(name: str, head: bytes, block: bytes, tail: bytes = b"", told: int = GB) -> bytes:
    """A good workbook but for a part of a gigabyte."""
    others = {one: inside for one, inside in parts().items() if one != name}
    return zipped({name: squeezed(head, block * (MB // len(block)), tail)}, told, **others)


def sheet(rows: bytes) -> bytes:
    return HEAD + FIRST + rows + TAIL


def elsewhere(path: str) -> bytes:
    """The sheet lies where no tool puts it."""
    links = parts()["xl/_rels/workbook.xml.rels"].replace(b"worksheets/sheet1.xml", path.encode())
    return book(**{f"xl/{path}": sheet(FAR), "xl/_rels/workbook.xml.rels": links})


def other_method(method: int) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        archive.writestr("a.csv", bytes(64 * MB))
    return made.getvalue()


FAR = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
TOO_FAR, TOO_LARGE, NO_TEXT = "export.unpacks-too-far", "export.sheet-too-large", "export.not-text"
# name → (the file, the code of the refusal; "read": it holds no more than it shows)
BOMBS: dict[str, tuple[Callable[[], bytes], str]] = {
    "gzip": (lambda: b"\x1f\x8b\x08" + bytes(6) + b"\x03" + squeezed(b"", bytes(MB)) + bytes(8), TOO_FAR),
    "gzip in gzip": (lambda: gzip.compress(gzip.compress(bytes(64 * MB))), NO_TEXT),
    "zstandard": (lambda: pa.Codec("zstd").compress(bytes(64 * MB), asbytes=True), TOO_FAR),
    "zip": (lambda: zipped({"a.csv": squeezed(b"", b"a" * MB)}), TOO_FAR),
    "zip that says it is small": (lambda: zipped({"a.csv": squeezed(b"", b"a" * MB)}, 1_000), "export.damaged"),
    "zip by bzip2": (lambda: other_method(zipfile.ZIP_BZIP2), "export.damaged"),
    "zip by LZMA": (lambda: other_method(zipfile.ZIP_LZMA), "export.damaged"),
    "zip of many": (lambda: zipped({}, **{f"{n}.csv": b"" for n in range(20_000)}), "export.several-inside"),
    "sheet of spaces": (lambda: swollen(SHEET, HEAD + FIRST, b" ", TAIL), TOO_FAR),
    "sheet of one cell": (lambda: swollen(SHEET, HEAD + b"<row>", b'<c r="A1"><v>1</v></c>', TAIL), TOO_FAR),
    "one long text": (lambda: swollen(SHARED, TEXTS + b"<si><t>", b"a", b"</t></si>" + NO_MORE_TEXTS), TOO_FAR),
    "one long text that is said to be short": (
        lambda: swollen(SHARED, TEXTS + b"<si><t>", b"a", b"</t></si>" + NO_MORE_TEXTS, 1_000), NO_TEXT),
    "many texts": (lambda: swollen(SHARED, TEXTS, b"<si><t>a</t></si>", NO_MORE_TEXTS), TOO_FAR),
    "many styles": (lambda: swollen("xl/styles.xml", b"<styleSheet " + MAIN + b"><numFmts>", b"<numFmt/>"), TOO_FAR),
    "list of sheets": (lambda: swollen("xl/workbook.xml", parts()["xl/workbook.xml"], b" "), TOO_FAR),
    "one text in many cells": (lambda: book(**{
        SHEET: sheet(b'<row><c t="s"><v>0</v></c></row>' * 20_000),
        SHARED: TEXTS + b"<si><t>" + b"a" * MB + b"</t></si>" + NO_MORE_TEXTS}), TOO_LARGE),
    "merges that lie on each other": (lambda: book(**{SHEET: (
        sheet(b"".join(b'<row r="%d"><c r="A%d"/></row>' % (n, n) for n in range(2, 20_000))).replace(TAIL, b"")
        + b"</sheetData><mergeCells>" + b'<mergeCell ref="A1:A20000"/>' * 100_000 + b"</mergeCells></worksheet>"
    )}), "export.header-only"),
    "tags that never end": (lambda: book(**{
        SHEET: sheet(b"").replace(b"</worksheet>", b"<mergeCell " * 200_000 + b"</worksheet>")}), "export.header-only"),
    "letters of a column without end": (lambda: book(**{
        SHEET: sheet(b"").replace(b"</worksheet>", b'<mergeCell ref="' + b"A" * MB + b'1:A9"/></worksheet>')}),
        "export.header-only"),
    "far cell": (lambda: book(**{SHEET: sheet(FAR)}), TOO_LARGE),
    "far cell with spaces in its tag": (lambda: book(**{SHEET: sheet(FAR.replace(b'r="X', b'r = "X'))}), TOO_LARGE),
    "far cell with another attribute": (
        lambda: book(**{SHEET: sheet(FAR.replace(b"<c ", b"""<c t='> r="A1"' """))}), TOO_LARGE),
    "far cell under another prefix": (
        lambda: book(**{SHEET: sheet(b'<x:row><x:c r="XFD1048576"/></x:row>')}), TOO_LARGE),
    "far cell without a place": (
        lambda: book(**{SHEET: sheet(b'<row r="1048576">' + b"<c/>" * 16_383 + b"<c><v>1</v></c></row>")}), TOO_LARGE),
    "far cell in a sheet elsewhere": (lambda: elsewhere("other/s.xml"), TOO_LARGE),
    "far cell in a sheet in capitals": (lambda: elsewhere("WORKSHEETS/SHEET1.XML"), TOO_LARGE),
    "far cell in an old workbook": (lambda: old_book((0, 0), (65_535, 65_535)), TOO_LARGE),
    "repeated cells": (lambda: zipped({}, **{
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": OPEN,
        "META-INF/manifest.xml": b'<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:'
        b'opendocument:xmlns:manifest:1.0"/>'}), TOO_LARGE),
    "entities in a sheet": (lambda: book(**{SHEET: LAUGHS + sheet(
        b'<row r="2"><c r="A2" t="inlineStr"><is><t>&j;</t></is></c></row>')}), "export.header-only"),
    "entities in shared texts": (
        lambda: book(**{SHARED: LAUGHS + TEXTS + b"<si><t>&j;</t></si>" + NO_MORE_TEXTS}), NO_TEXT),
    "entities in a feed": (lambda: LAUGHS + ITEM % b"&j;" + b"</channel></rss>", "read"),
    "one long entity in a feed": (lambda: LONG_ENTITY + ITEM % (b"&a;" * 20_000) + b"</channel></rss>", "read"),
    "nested JSON": (lambda: b"[" * MB, "export.not-a-table"),
    "nested JSON that ends": (lambda: b"[" * 1_000 + b"]" * 1_000, "export.not-a-table"),
}  # fmt: skip


def said_of(data: bytes) -> str:
    """The code of the refusal, or "read"."""
    from rebond.errors import RebondError
    from rebond.importers import read, recognise

    try:
        for _ in read(source(data), recognise(source(data))):
            pass
    except RebondError as refusal:
        return refusal.code
    return "read"


def kept_by_people(data: bytes) -> None:
    """The same file given as a log: what people keep is opened in its own way."""
    from datetime import date

    from rebond.errors import RebondError
    from rebond.importers.people.log import read_log

    with suppress(RebondError):
        read_log("a.xlsx", data, "UTC", date(2025, 10, 14))


def under_limit() -> Iterator[tuple[str, str]]:
    """(name, what was said of it), with MORE memory than what is loaded."""
    import resource

    bombs = {name: make() for name, (make, _) in BOMBS.items()}
    warm = book()
    said_of(warm), kept_by_people(warm), said_of(ITEM % b"a" + b"</channel></rss>")  # what is loaded late is loaded
    loaded = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()  # noqa: PTH123, SIM115
    resource.setrlimit(resource.RLIMIT_AS, (loaded + MORE, loaded + MORE))
    for name, data in bombs.items():
        said = said_of(data)
        kept_by_people(data)
        yield name, said


if __name__ == "__main__":
    for pair in under_limit():
        print(json.dumps(pair), flush=True)
