"""From bytes to text: one path for every encoding. Detect on samples of the whole file, then stream as UTF-8 would."""

import codecs
import io
from typing import BinaryIO

import chardet

from rebond.errors import BinaryFile, EmptyFile, OldWorkbook, PdfOrImage, ProtectedWorkbook
from rebond.importers.source import Source

MAX_LINE = 4_000_000                           # characters; a longer line is refused, not loaded
PICTURES = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"\x00\x00\x00\x18ftyp")
OLE, ZIP, GZIP = b"\xd0\xcf\x11\xe0", b"PK\x03\x04", b"\x1f\x8b"
BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
LATIN = {"mac-roman": "mac_roman", "macroman": "mac_roman", "windows-1252": "cp1252", "iso-8859-1": "cp1252",
         "iso-8859-15": "iso8859_15", "ascii": "utf-8"}  # fmt: skip


def encoding_of(source: Source) -> str:
    """Name of the Python codec. Raises EmptyFile, PdfOrImage, BinaryFile, OldWorkbook, ProtectedWorkbook."""
    head = source.head()
    if not head.strip(b"\xef\xbb\xbf\xff\xfe\r\n\t \x00"):
        raise EmptyFile(file=source.name)
    _refuse_binaries(source, head)
    for mark, codec in BOMS:
        if head.startswith(mark):
            return codec
    if b"\x00" in head:
        return _wide(source, head)
    samples = _samples(source)
    if all(_decodes(sample, "utf-8") for sample in samples):
        return "utf-8"
    return _legacy(b"\n".join(samples))


def _refuse_binaries(source: Source, head: bytes) -> None:
    if head.startswith(PICTURES):
        raise PdfOrImage(file=source.name)
    if head.startswith(OLE):
        raise (ProtectedWorkbook if b"E\x00n\x00c\x00r\x00y\x00p\x00t" in head else OldWorkbook)(file=source.name)
    if head.startswith((ZIP, GZIP)):
        raise BinaryFile(file=source.name)


def _wide(source: Source, head: bytes) -> str:
    """UTF-16 without a mark has a zero in every other byte of plain text; anything else with zeros is not text."""
    even, odd = head[0:4000:2].count(0), head[1:4000:2].count(0)
    total = len(head[0:4000]) / 2
    if odd > 0.6 * total and even < 0.1 * total:
        return "utf-16-le"
    if even > 0.6 * total and odd < 0.1 * total:
        return "utf-16-be"
    raise BinaryFile(file=source.name)


def _samples(source: Source, size: int = 131_072) -> list[bytes]:
    """Pieces from the start, the middle and the end: accents may come late in a file."""
    with source.open() as stream:
        pieces = [stream.read(size)]
        for part in (1, 2, 3):
            at = source.size * part // 4
            if at > size:
                stream.seek(min(at, max(0, source.size - size)))
                pieces.append(stream.read(size))
    return pieces


def _decodes(sample: bytes, codec: str) -> bool:
    """A sample may start and end in the middle of a character: up to three bytes at each end are forgiven."""
    for start in range(4):
        decoder = codecs.getincrementaldecoder(codec)()
        try:
            decoder.decode(sample[start:])
        except UnicodeDecodeError:
            continue
        return True
    return False


def _legacy(sample: bytes) -> str:
    """An encoding of the time before UTF-8. Mac Roman is told by its line ends, then by what chardet proposes."""
    if b"\r" in sample and b"\n" not in sample.replace(b"\r\n", b""):
        return "mac_roman"
    found = str(chardet.detect(sample).get("encoding") or "cp1252").lower()
    codec = LATIN.get(found, found)
    try:
        text = sample.decode(codec, errors="replace")
    except LookupError:
        return "cp1252"
    # Windows-1252 is what Excel in Europe and Québec writes; prefer it where it reads as well.
    plain = sample.decode("cp1252", errors="replace")
    return codec if text.count("\ufffd") < plain.count("\ufffd") or codec in ("mac_roman", "iso8859_15") else "cp1252"


def text_stream(stream: BinaryIO, codec: str) -> io.TextIOWrapper:
    """Lines of text whatever the line ends; a byte that cannot be read becomes U+FFFD, which is counted later."""
    return io.TextIOWrapper(stream, encoding=codec, errors="replace", newline="")
