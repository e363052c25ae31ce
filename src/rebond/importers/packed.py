"""Packed files: gzip, Zstandard and zip, read as the file inside them, as it comes out, without a copy.

A zip holds one file of posts, or is the archive that a platform hands to its members: its format says which files of
it are read, one after the other. What comes out is counted once, which tells a damaged file before anything is stored;
a file made to fill the memory is refused before it does (outflow.py).
"""

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, BinaryIO

import pyarrow as pa

from rebond.errors import ArchiveOfSeveral, DamagedArchive, EmptyFile, ProtectedWorkbook, UnpacksTooFar, WindowTooWide
from rebond.importers.decode import BLOCK, GZIP, ZIP
from rebond.importers.format import formats
from rebond.importers.outflow import Outflow, of_member
from rebond.importers.source import Source
from rebond.sentences import Listing, Verbatim

ZSTD = b"(\xb5/\xfd"
DIRECTORY = 16 << 20  # bytes: some 150,000 files
OFFICE = ("[Content_Types].xml", "mimetype")
DATA = (".csv", ".tsv", ".tab", ".json", ".jsonl", ".ndjson", ".xlsx", ".xls", ".xml", ".rss", ".atom")
MOST_NAMES = 8
BROKEN = (OSError, EOFError, zlib.error, zipfile.BadZipFile, NotImplementedError, ValueError)
Blocks = Callable[[], Iterator[bytes]]


def unpacked(source: Source) -> Source:
    """The file inside a packed one; any other as it is.

    Raises DamagedArchive, UnpacksTooFar, WindowTooWide, ArchiveOfSeveral, EmptyFile, ProtectedWorkbook.
    """
    blocks = _blocks(source)
    if blocks is None:
        return source
    return replace(source, size=sum(map(len, blocks())), open=lambda: io.BufferedReader(_Unpacked(blocks), BLOCK))


class _Unpacked(io.RawIOBase):
    """Blocks as a stream. Forward it skips what it reads; backward it begins again."""

    def __init__(self, blocks: Blocks) -> None:
        self._start, self._blocks, self._rest, self._at = blocks, blocks(), b"", 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._rest:
            block = next(self._blocks, None)
            if block is None:
                return 0
            self._rest = block
        into = memoryview(buffer)
        taken = min(len(into), len(self._rest))
        into[:taken] = self._rest[:taken]
        self._rest, self._at = self._rest[taken:], self._at + taken
        return taken

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Raises UnsupportedOperation from the end, which nobody knows."""
        if whence == io.SEEK_END:
            raise io.UnsupportedOperation
        goal = offset + (self._at if whence == io.SEEK_CUR else 0)
        if goal < self._at:
            self._blocks, self._rest, self._at = self._start(), b"", 0
        while self._at < goal and self.read(min(BLOCK, goal - self._at)):
            pass
        return self._at

    def tell(self) -> int:
        return self._at


def _blocks(source: Source) -> Blocks | None:
    """How a packed file is unpacked; None for any other."""
    head = source.head(4)
    if head.startswith(GZIP):
        return lambda: _guarded(source, lambda stream: _of_stream(source, stream, "gzip"))
    if head == ZSTD:
        return lambda: _guarded(source, lambda stream: _of_stream(source, stream, "zstd"))
    members = _members(source) if head == ZIP else None
    if members is None:
        return None
    return lambda: _guarded(source, lambda stream: _of_zip(source, stream, members))


def _guarded(source: Source, unpack: Callable[[BinaryIO], Iterator[tuple[bytes, int]]]) -> Iterator[bytes]:
    """Blocks, as long as they bear some proportion to the bytes they come from."""
    try:
        with source.open() as stream:
            yield from Outflow(source.name, source.size).of(unpack(stream))
    except BROKEN:
        raise DamagedArchive(file=Verbatim(source.name)) from None


def _of_stream(source: Source, stream: BinaryIO, kind: str) -> Iterator[tuple[bytes, int]]:
    """(block, bytes taken from the packed file so far)."""
    with pa.CompressedInputStream(stream, kind) as inside:
        try:
            while block := inside.read(BLOCK):
                yield block, stream.tell()
        except OSError as failure:
            if "too much memory" in str(failure):
                raise WindowTooWide(file=Verbatim(source.name)) from None
            raise


def _of_zip(source: Source, stream: BinaryIO, members: tuple[str, ...]) -> Iterator[tuple[bytes, int]]:
    """The files of a zip as one, each begun on a line of its own."""
    before = 0
    with zipfile.ZipFile(stream) as archive:
        for n, name in enumerate(members):
            member, taken = archive.getinfo(name), 0
            if member.flag_bits & 1:
                raise ProtectedWorkbook(file=Verbatim(source.name))
            if n:
                yield b"\n", before
            for block, taken in of_member(archive, member):
                yield block, before + taken
            before += taken


# --- what a zip holds -------------------------------------------------------------------------------
def _members(source: Source) -> tuple[str, ...] | None:
    """The files of a zip that are read; None for a workbook, or for what is no zip.

    Raises ArchiveOfSeveral, EmptyFile, UnpacksTooFar.
    """
    try:
        with source.open() as stream:
            if DIRECTORY < _directory_size(stream) <= source.size:
                raise UnpacksTooFar(file=Verbatim(source.name))
            with zipfile.ZipFile(stream) as archive:
                names = [name for name in archive.namelist() if _is_file(name)]
    except BROKEN:
        return None
    if any(name in OFFICE for name in names):
        return None
    return _of_platform(names) or (_only(source, names),)


def _directory_size(stream: BinaryIO) -> int:
    """Bytes of the list of files, as the end of the zip states them: it is read into memory whole."""
    tail = stream.seek(0, io.SEEK_END)
    stream.seek(max(0, tail - 66_000))
    end = stream.read()
    at, large = end.rfind(b"PK\x05\x06"), end.rfind(b"PK\x06\x06")
    size = int.from_bytes(end[at + 12 : at + 16], "little")
    return int.from_bytes(end[large + 40 : large + 48], "little") if large >= 0 and size == 0xFFFFFFFF else size


def _is_file(name: str) -> bool:
    parts = name.split("/")
    return bool(parts[-1]) and parts[0] != "__MACOSX" and not parts[-1].startswith(".")


def _of_platform(names: list[str]) -> tuple[str, ...]:
    """The files that hold posts in the archive of a platform, in the order its format gives."""
    for known in formats().values():
        found = [name for pattern in known.archive for name in sorted(names) if re.search(pattern, name)]
        if found:
            return tuple(dict.fromkeys(found))
    return ()


def _only(source: Source, names: list[str]) -> str:
    """The one file that may hold posts."""
    data = [name for name in names if name.lower().endswith(DATA)] or names
    if not data:
        raise EmptyFile(file=Verbatim(source.name))
    if len(data) != 1:
        shown = tuple(map(Verbatim, data[:MOST_NAMES]))
        raise ArchiveOfSeveral(file=Verbatim(source.name), count=len(data), files=Listing(shown))
    return data[0]
