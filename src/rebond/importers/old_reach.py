"""Where the cells of a workbook of before 2007 stand, told before it is opened: two damaged bytes ask for 100 GB.

The file is a small file system of sectors; one of its streams is a list of records, of which some are cells. Source:
[MS-CFB] and [MS-XLS].
"""

import struct
from collections.abc import Iterator, Sequence

from rebond.importers.reach import Reach

STREAMS = ("workbook", "book")
CELLS = frozenset((0x0006, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E, 0x00BD, 0x00BE, 0x00D6, 0x00FD))
SEVERAL = (0x00BD, 0x00BE)  # cells side by side: the last two bytes are the last column
ENTRY = 128
SHORT, SMALL = 4_096, 64  # bytes under which a stream is kept in the small sectors, and of one of those


def reach_of_old(content: bytes) -> Reach:
    """Of its largest sheet. Raises ValueError where the file system cannot be followed."""
    reach = Reach()
    try:
        for stream in _streams(content):
            _look(reach, stream)
    except (struct.error, IndexError):
        raise ValueError from None
    return reach


def _look(reach: Reach, stream: bytes) -> None:
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        at += 4
        if kind in CELLS and length >= 6 and at + length <= len(stream):
            row, column = struct.unpack_from("<HH", stream, at)
            if kind in SEVERAL:
                column = max(column, int.from_bytes(stream[at + length - 2 : at + length], "little"))
            reach.include(row + 1, column + 1)
        at += length


def _streams(content: bytes) -> Iterator[bytes]:
    """The streams of records: one, or the same for two generations of spreadsheets."""
    size = 1 << (content[30] & 15)
    sectors = _Sectors(content[size:], size)
    begins, small_begins = (struct.unpack_from("<I", content, at)[0] for at in (48, 60))
    sectors.chains = _numbers(b"".join(sectors.at(n) for n in _allocation(content, sectors)))
    directory = sectors.follow(begins)
    entries = [directory[at : at + ENTRY] for at in range(0, len(directory) - ENTRY + 1, ENTRY)]
    held = {_name(entry): struct.unpack_from("<II", entry, 116) for entry in entries}
    root, small = next((_start(one) for one in entries if one[66] == 5), None), None
    for start, size in (held[name] for name in STREAMS if name in held):
        if size >= SHORT:
            yield sectors.follow(start)[:size]
        elif root is not None:
            small = small or _Sectors(sectors.follow(root), SMALL, _numbers(sectors.follow(small_begins)))
            yield small.follow(start)[:size]


class _Sectors:
    """Pieces of one size. chains: number of a piece → number of the next."""

    def __init__(self, data: bytes, size: int, chains: Sequence[int] = ()) -> None:
        self.data, self.size, self.chains = data, size, chains

    def at(self, n: int) -> bytes:
        return self.data[n * self.size : (n + 1) * self.size]

    def follow(self, start: int) -> bytes:
        """Raises ValueError for a chain that turns round."""
        pieces = []
        while start < len(self.chains):
            pieces.append(self.at(start))
            start = self.chains[start]
            if len(pieces) > len(self.chains):
                raise ValueError
        return b"".join(pieces)


def _allocation(content: bytes, sectors: _Sectors) -> Iterator[int]:
    """Numbers of the sectors that hold the chains: 109 in the header, the others in a list of their own."""
    yield from (n for n in _numbers(content[76:512]) if n < len(content))
    (more,) = struct.unpack_from("<I", content, 68)
    for _ in range(len(content) // sectors.size):
        piece = sectors.at(more)
        if not piece:
            return
        *numbers, more = _numbers(piece)
        yield from (n for n in numbers if n < len(content))


def _numbers(data: bytes) -> Sequence[int]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])


def _name(entry: bytes) -> str:
    length = int.from_bytes(entry[64:66], "little")
    return entry[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace").lower()


def _start(entry: bytes) -> int:
    return int.from_bytes(entry[116:120], "little")
