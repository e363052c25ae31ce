"""From bytes to text: one path for every encoding. Decide on the file (or on pieces spread over it), then stream."""

import codecs
import io
import re
from collections.abc import Iterator

import chardet
import numpy as np
import pyarrow as pa

from rebond.errors import BinaryFile, EmptyFile, OldWorkbook, PdfOrImage, ProtectedWorkbook
from rebond.importers.source import Source
from rebond.sentences import Verbatim

# Bytes read at a time. Rows of a small block are let go before the garbage collector has looked at them twice: a file
# is read in 60 % of the time that blocks of 1 MB take.
BLOCK = 1 << 17
WHOLE = 32 << 20  # a file up to this size is checked to its last byte
PIECES, PIECE = 64, 131_072
OLE, ZIP, GZIP = b"\xd0\xcf\x11\xe0", b"PK\x03\x04", b"\x1f\x8b"
PICTURES = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"II*\x00", b"MM\x00*")
ARCHIVES = (ZIP, GZIP, b"(\xb5/\xfd", b"BZh91AY", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!", b"PAR1", b"SQLite format 3")
BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
NAMES = {
    "utf-8": "UTF-8", "utf-8-sig": "UTF-8", "utf-16": "UTF-16", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16",
    "utf-32": "UTF-32", "cp1252": "Windows-1252", "iso8859_15": "ISO-8859-15", "mac_roman": "Mac Roman",
}  # fmt: skip
# Accented letters of French, the ligature and the apostrophe, as each family writes them.
MAC = bytes.fromhex("8e8f888d90919495999d9ecfd5c7c8cb83")
WINDOWS = bytes.fromhex("e9e8e0e7eaebeeeff4f9fb9c92abbbc0c9")
ASCII = bytes(range(128))
PRINTED = bytes(byte for byte in range(256) if byte >= 32 or byte in b"\t\n\v\f\r\x1b")  # a text has hardly any other
NOT_ASCII = re.compile(rb"[\x80-\xff]+")
AROUND, ENOUGH = 60, 200_000  # bytes looked at on each side of an accent, and in all
# Encodings that only chardet can tell. Among Western ones its guess is worse than the count of accents.
FAR = frozenset(
    (
        "windows-1251", "koi8-r", "koi8-u", "iso-8859-5", "iso-8859-7", "windows-1253", "windows-1255", "windows-1256",
        "iso-8859-6", "iso-8859-8", "shift-jis", "cp932", "euc-jp", "iso-2022-jp", "gb18030", "gb2312", "gbk", "big5",
        "big5hkscs", "euc-kr", "cp949", "windows-874",
    )
)  # fmt: skip
LATIN_9 = bytes.fromhex("a4a6a8b4b8bcbdbe")  # € Š š Ž ž Œ œ Ÿ, where Windows-1252 has ¤ ¦ ¨ ´ ¸ ¼ ½ ¾


def encoding_of(source: Source) -> str:
    """Name of the Python codec. Raises EmptyFile, PdfOrImage, BinaryFile, OldWorkbook, ProtectedWorkbook."""
    head = source.head()
    if not head.strip(b"\xef\xbb\xbf\xff\xfe\r\n\t \x00"):
        raise EmptyFile(file=Verbatim(source.name))
    refuse_binaries(source, head)
    for mark, codec in BOMS:
        if head.startswith(mark):
            return codec
    wide = _wide(head)
    if wide is not None:
        return wide
    if len(head[:4000].translate(None, PRINTED)) > 0.01 * len(head[:4000]):
        raise BinaryFile(file=Verbatim(source.name))
    pieces = _pieces(source)
    return "utf-8" if _is_utf8(pieces) else _legacy(b"\n".join(pieces))


def label_of(codec: str) -> Verbatim:
    """The name people know an encoding by."""
    return Verbatim(NAMES.get(codec, codec))


def refuse_binaries(source: Source, head: bytes) -> None:
    """Raises PdfOrImage, ProtectedWorkbook, OldWorkbook, BinaryFile for what is no text."""
    is_bitmap = head.startswith(b"BM") and head[6:10] == bytes(4)
    if head.startswith(PICTURES) or head[4:8] == b"ftyp" or is_bitmap:
        raise PdfOrImage(file=Verbatim(source.name))
    if head.startswith(OLE):
        raise (ProtectedWorkbook if is_protected(source) else OldWorkbook)(file=Verbatim(source.name))
    if head.startswith(ARCHIVES):
        raise BinaryFile(file=Verbatim(source.name))


def is_protected(source: Source) -> bool:
    """Whether an old container holds an encrypted workbook: its directory then names an EncryptedPackage."""
    with source.open() as stream:
        header = stream.read(512)
        sector = 1 << int.from_bytes(header[30:32], "little") % 16
        stream.seek((int.from_bytes(header[48:52], "little") + 1) * sector)
        directory = stream.read(8192)
    return "EncryptedPackage".encode("utf-16-le") in directory


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark has a zero in every other byte of plain text."""
    even, odd = head[0:4000:2].count(0), head[1:4000:2].count(0)
    total = len(head[0:4000]) / 2
    if odd > 0.5 * total and even < 0.1 * total:
        return "utf-16-le"
    if even > 0.5 * total and odd < 0.1 * total:
        return "utf-16-be"
    return None


def _pieces(source: Source) -> list[bytes]:
    """The whole file, or pieces spread over it: accents may come late."""
    with source.open() as stream:
        if source.size <= WHOLE:
            return [stream.read()]
        found = []
        for n in range(PIECES):
            stream.seek((source.size - PIECE) * n // (PIECES - 1))
            found.append(stream.read(PIECE))
        return found


def _is_utf8(pieces: list[bytes]) -> bool:
    """Valid, or so nearly that another encoding would be worse: one bad byte for twenty good ones is damage."""
    good = bad = 0
    for piece in pieces:
        if not is_utf8(piece[_boundary(piece) : _last_whole(piece)]):
            lost = piece.decode("utf-8", errors="replace").count("\ufffd")
            bad += lost
            good += len(piece.translate(None, ASCII)) - lost
    return bad == 0 or bad * 20 < good


def is_utf8(data: bytes) -> bool:
    """Whether bytes are UTF-8: Arrow looks at them ten times as fast as they are decoded."""
    whole = pa.py_buffer(np.array([0, len(data)], np.int32))
    try:
        pa.StringArray.from_buffers(1, whole, pa.py_buffer(data)).validate(full=True)
    except pa.ArrowInvalid:
        return False
    return True


def _boundary(piece: bytes) -> int:
    """A piece may start inside a character: where the first whole one begins."""
    return next((n for n in range(min(4, len(piece))) if piece[n] & 0xC0 != 0x80), 0)


def _last_whole(piece: bytes) -> int:
    """A piece may end inside a character: where the last whole one ends."""
    for back in range(1, min(4, len(piece)) + 1):
        if piece[-back] & 0xC0 == 0xC0:
            return len(piece) - back
        if piece[-back] & 0x80 == 0:
            break
    return len(piece)


def _legacy(sample: bytes) -> str:
    """An encoding of before UTF-8. Western ones are told by the bytes of their accents, others by chardet."""
    accents = _accented(sample)
    found = chardet.detect(accents)
    proposed = str(found.get("encoding") or "").lower().replace("_", "-")
    dense = len(accents.translate(None, ASCII)) > 0.3 * len(accents)  # no Western language writes so many accents
    if proposed in FAR and (dense or float(found.get("confidence") or 0.0) >= 0.7) and _reads(accents, proposed):
        return proposed
    counts = {byte: accents.count(bytes([byte])) for byte in range(128, 256)}
    mac, windows = (sum(counts[byte] for byte in family) for family in (MAC, WINDOWS))
    if mac > windows:
        return "mac_roman"
    controls = sum(counts[byte] for byte in range(0x80, 0xA0))
    return "iso8859_15" if controls == 0 and any(counts[byte] for byte in LATIN_9) else "cp1252"


def _accented(sample: bytes) -> bytes:
    """The text around bytes that are not ASCII, up to ENOUGH of it, never cut inside a character."""
    pieces, held, start, end = [], 0, 0, 0
    for found in NOT_ASCII.finditer(sample):
        if found.start() - AROUND > end or end - start > ENOUGH:
            pieces.append(sample[start : min(end, found.start())])
            held += len(pieces[-1])
            start = found.start() if found.start() - AROUND <= end else found.start() - AROUND
        if held > ENOUGH:
            break
        end = found.end() + AROUND
    return b"\n".join([*pieces, sample[start:end] if held <= ENOUGH else b""])


def _reads(sample: bytes, codec: str) -> bool:
    try:
        sample.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def text_blocks(source: Source, codec: str, size: int = BLOCK) -> Iterator[str]:
    r"""The text in blocks, every line end written "\n". A byte that cannot be read becomes U+FFFD."""
    decoder = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder(codec)(errors="replace"), translate=True)
    with source.open() as stream:
        while piece := stream.read(size):
            yield decoder.decode(piece)
        yield decoder.decode(b"", final=True)


def keeps_line_ends(codec: str) -> bool:
    """Whether the bytes of line ends are those of ASCII, so that lines can be cut before they are decoded."""
    return not codec.startswith(("utf-16", "utf-32", "iso-2022", "utf-7"))


def byte_blocks(source: Source, size: int = BLOCK) -> Iterator[bytes]:
    """The bytes in blocks, as they are, without a UTF-8 mark."""
    with source.open() as stream:
        first = stream.read(size)
        yield first.removeprefix(codecs.BOM_UTF8)
        while piece := stream.read(size):
            yield piece
