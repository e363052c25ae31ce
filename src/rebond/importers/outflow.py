"""What comes out of packed files, a block at a time, as long as it bears some proportion to what it takes."""

import zipfile
from collections.abc import Iterable, Iterator

from rebond.errors import UnpacksTooFar
from rebond.sentences import Verbatim

PATIENCE, RATIO = 16 << 20, 200  # text packs to a hundredth at the very best; a bomb, to a thousandth
BLOCK = 1 << 15  # as many packed bytes are read ahead of what comes out: with more, a bomb is seen late
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the others give a megabyte for a byte, and no tool uses them


class Outflow:
    """What has come out of one file so far. size: bytes of the file, whatever it says of its own parts."""

    def __init__(self, name: str, size: int) -> None:
        self.name, self.size, self.given = name, size, 0

    def of(self, blocks: Iterable[tuple[bytes, int]]) -> Iterator[bytes]:
        """The blocks of a part. blocks: (block, packed bytes taken for this part so far). Raises UnpacksTooFar."""
        given = 0
        for block, taken in blocks:
            given, self.given = given + len(block), self.given + len(block)
            if _is_bomb(given, min(taken, self.size)) or _is_bomb(self.given, self.size):
                raise UnpacksTooFar(file=Verbatim(self.name))
            yield block


def _is_bomb(given: int, taken: int) -> bool:
    return given > PATIENCE and given > RATIO * taken


def of_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[tuple[bytes, int]]:
    """(block, packed bytes taken so far) of a file in a zip; what the zip says of its size proves nothing.

    Raises NotImplementedError for a method no export is packed by, and what zipfile raises for a damaged file.
    """
    if member.compress_type not in METHODS:
        raise NotImplementedError
    with archive.open(member) as inside:
        while block := inside.read(BLOCK):
            yield block, archive.fp.tell() - member.header_offset if archive.fp else 0


def beginning(archive: zipfile.ZipFile, member: zipfile.ZipInfo, most: int) -> bytes:
    """The first bytes of a file in a zip. Raises what `of_member` raises."""
    held = bytearray()
    for block, _ in of_member(archive, member):
        held += block
        if len(held) >= most:
            break
    return bytes(held[:most])
