"""Where the cells of a workbook of before 2007 stand: a file system of sectors drawn by hand."""

import struct

import pytest

from rebond.errors import SheetTooLarge
from rebond.importers.old_reach import reach_of_old
from rebond.importers.opening import open_workbook

END = 0xFFFFFFFE
NUMBER, MANY = 0x0203, 0x00BD


def record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def cell(row: int, column: int) -> bytes:
    return record(NUMBER, struct.pack("<HHHd", row, column, 0, 12.5))


def entry(name: str, kind: int, start: int, size: int) -> bytes:
    written = name.encode("utf-16-le")
    head = written.ljust(64, b"\0") + struct.pack("<HB", len(written) + 2, kind)
    return (head.ljust(116, b"\0") + struct.pack("<IQ", start, size)).ljust(128, b"\0")


def numbers(*told: int) -> bytes:
    return struct.pack(f"<{len(told)}I", *told).ljust(512, b"\xff")  # free


def filed(records: bytes, chains: tuple[int, ...] = (END, END, END, 4, 5, 6, 7, 8, 9, 10, END)) -> bytes:
    """Sectors: 0 the chains, 1 the directory, 2 the chains of small sectors, from 3 on the records."""
    size = max(len(records), 4_096)
    root, book = entry("Root Entry", 5, 3, 512), entry("Workbook", 2, 3, size)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(30, b"\0") + struct.pack("<HH", 9, 6) + bytes(10)
    head += struct.pack("<IIIIIIIII", 1, 1, 0, 4_096, 2, 1, END, 0, 0) + numbers()[:432]
    return head + numbers(*chains) + (root + book).ljust(512, b"\0") + numbers(END) + records.ljust(4_096, b"\0")


def old_book(*places: tuple[int, int]) -> bytes:
    """Cells at (row, column), from 0."""
    return filed(b"".join(cell(row, column) for row, column in places))


def reached(data: bytes) -> tuple[int, int]:
    found = reach_of_old(data)
    return found.rows, found.columns


def test_the_furthest_row_and_column_are_those_of_any_cell():
    assert reached(old_book()) == (0, 0)
    assert reached(old_book((0, 0), (41, 2), (3, 255))) == (42, 256)


def test_cells_side_by_side_reach_to_the_last_of_them():
    many = record(MANY, struct.pack("<HH", 7, 1) + bytes(12) + struct.pack("<H", 2))
    assert reached(filed(many + cell(0, 0))) == (8, 3)


def test_what_is_no_cell_moves_nothing():
    assert reached(filed(record(0x00E5, struct.pack("<HHHH", 9, 65_535, 65_535, 65_535)) + cell(1, 1))) == (2, 2)


def test_records_are_read_in_the_order_of_their_chain():
    first, second = bytes(508) + struct.pack("<HH", NUMBER, 14), struct.pack("<HHHd", 5, 6, 0, 1.0)
    moved = filed(first + second.ljust(512, b"\0"))
    assert reached(moved) == (6, 7)
    apart = filed(first + bytes(512) + second, chains=(END, END, END, 5, 6, 4, 7, 8, 9, 10, END))
    assert reached(apart) == (6, 7)


def test_a_short_book_lies_in_the_small_sectors():
    data = bytearray(filed(cell(9, 4)))
    struct.pack_into("<Q", data, 512 + 512 + 128 + 120, 64)  # the size of the book
    struct.pack_into("<I", data, 512 + 512 + 128 + 116, 0)  # its first sector, a small one
    assert reached(bytes(data)) == (10, 5)


@pytest.mark.parametrize("data", [
    filed(cell(0, 0), chains=(END, END, END, 4, 3)), b"\xd0\xcf\x11\xe0", old_book()[:60],
])  # fmt: skip
def test_what_cannot_be_followed_is_refused(data):
    with pytest.raises(ValueError):
        reach_of_old(data)


def test_two_damaged_bytes_do_not_end_the_process():
    with pytest.raises(SheetTooLarge):
        open_workbook("a.xls", old_book((0, 0), (65_535, 65_535)))
