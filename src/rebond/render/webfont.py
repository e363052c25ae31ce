"""A face cut down to the letters our pages use, as a WOFF file that travels inside the page.

With it a page opened from disk looks the same on every machine, without a request to anybody. Letters left out are
left to the reader's own system: the character map does not claim them. Formats: OpenType 1.9 (glyf, loca, cmap),
WOFF 1.0. About 35 KB a face instead of 290.
"""

import struct
import zlib
from functools import cache

from rebond.render import fonts

KEPT = (b"GDEF", b"GPOS", b"OS/2", b"cvt ", b"fpgm", b"gasp", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp",
        b"name", b"prep")  # fmt: skip
# Latin of both languages and of the names they quote, and the marks that typography needs.
LETTERS = frozenset(range(0x20, 0x180)) | frozenset(
    ord(c) for c in "ȘșȚțˆ˜–—‘’‚“”„†•…‰‹›€™−≈≠≤≥→\u2009\u202f\u2011"
)  # fmt: skip
COMPOSITE_WORDS, MORE, SCALES = 0x0001, 0x0020, ((0x0008, 2), (0x0040, 4), (0x0080, 8))


@cache
def woff(weight: int) -> bytes:
    """The face of a weight (400 or 600)."""
    tables = _tables(fonts.face(weight).read_bytes())
    glyph_of = {code: glyph for code, glyph in _mapped(tables[b"cmap"]).items() if code in LETTERS}
    kept = _with_parts(tables, {0, *glyph_of.values()})
    new = {name: tables[name] for name in KEPT if name in tables}
    new[b"glyf"], new[b"loca"] = _blanked(tables, kept)
    new[b"head"] = new[b"head"][:50] + struct.pack(">h", 1) + new[b"head"][52:]  # loca in four bytes an entry
    new[b"cmap"] = _map(glyph_of)
    new[b"post"] = struct.pack(">IIhhIIIII", 0x00030000, 0, -100, 50, 0, 0, 0, 0, 0)  # no glyph names
    return _packed(new)


@cache
def letters(weight: int) -> frozenset[int]:
    """The code points that the whole face of a weight draws."""
    return frozenset(_mapped(_tables(fonts.face(weight).read_bytes())[b"cmap"]))


# --- reading -------------------------------------------------------------------------------------------
def _tables(font: bytes) -> dict[bytes, bytes]:
    (count,) = struct.unpack_from(">H", font, 4)
    found = {}
    for n in range(count):
        name, _, start, length = struct.unpack_from(">4sIII", font, 12 + 16 * n)
        found[name] = font[start : start + length]
    return found


def _mapped(cmap: bytes) -> dict[int, int]:
    """Code point to glyph, from the format 4 table that every TrueType file of ours carries."""
    (count,) = struct.unpack_from(">H", cmap, 2)
    starts = sorted({struct.unpack_from(">I", cmap, 8 + 8 * n)[0] for n in range(count)})
    at = next(start for start in starts if struct.unpack_from(">H", cmap, start)[0] == 4)
    double = struct.unpack_from(">H", cmap, at + 6)[0]
    ends, firsts, deltas, offsets = (
        struct.unpack_from(f">{double // 2}H", cmap, at + place)
        for place in (14, 16 + double, 16 + 2 * double, 16 + 3 * double)
    )
    glyphs: dict[int, int] = {}
    for n, (last, first, delta, offset) in enumerate(zip(ends, firsts, deltas, offsets, strict=True)):
        for code in range(first, last + 1):
            if code == 0xFFFF:
                continue
            if offset == 0:
                glyph = (code + delta) & 0xFFFF
            else:
                place = at + 16 + 3 * double + 2 * n + offset + 2 * (code - first)
                (glyph,) = struct.unpack_from(">H", cmap, place)
                glyph = (glyph + delta) & 0xFFFF if glyph else 0
            if glyph:
                glyphs[code] = glyph
    return glyphs


def _places(tables: dict[bytes, bytes]) -> list[int]:
    long = struct.unpack_from(">h", tables[b"head"], 50)[0]
    loca = tables[b"loca"]
    if long:
        return list(struct.unpack(f">{len(loca) // 4}I", loca))
    return [2 * place for place in struct.unpack(f">{len(loca) // 2}H", loca)]


def _with_parts(tables: dict[bytes, bytes], glyphs: set[int]) -> set[int]:
    """The glyphs and those they are composed of (é is e and an accent)."""
    places, waiting, kept = _places(tables), sorted(glyphs), set(glyphs)
    while waiting:
        glyph = waiting.pop()
        drawn = tables[b"glyf"][places[glyph] : places[glyph + 1]]
        if not drawn or struct.unpack_from(">h", drawn, 0)[0] >= 0:
            continue
        at, flags = 10, MORE
        while flags & MORE:
            flags, part = struct.unpack_from(">HH", drawn, at)
            at += 4 + (4 if flags & COMPOSITE_WORDS else 2) + sum(size for bit, size in SCALES if flags & bit)
            if part not in kept:
                kept.add(part)
                waiting.append(part)
    return kept


# --- writing ---------------------------------------------------------------------------------------------
def _blanked(tables: dict[bytes, bytes], kept: set[int]) -> tuple[bytes, bytes]:
    """Glyph numbers stay, so that widths and kerning stay right; what is not kept is drawn as nothing."""
    places = _places(tables)
    drawn, loca = bytearray(), [0]
    for glyph in range(len(places) - 1):
        if glyph in kept:
            drawn += tables[b"glyf"][places[glyph] : places[glyph + 1]]
            drawn += b"\0" * (-len(drawn) % 4)
        loca.append(len(drawn))
    return bytes(drawn), struct.pack(f">{len(loca)}I", *loca)


def _map(glyph_of: dict[int, int]) -> bytes:
    """A format 4 character map, one segment a letter."""
    segments = [(code, code, (glyph - code) & 0xFFFF) for code, glyph in sorted(glyph_of.items())]
    segments.append((0xFFFF, 0xFFFF, 1))
    count = len(segments)
    near = 1 << (count.bit_length() - 1)
    body = struct.pack(">HHHHHHH", 4, 16 + 8 * count, 0, 2 * count, 2 * near, near.bit_length() - 1, 2 * (count - near))
    body += struct.pack(f">{count}H", *(last for _, last, _ in segments)) + b"\0\0"
    body += struct.pack(f">{count}H", *(first for first, _, _ in segments))
    body += struct.pack(f">{count}H", *(delta for _, _, delta in segments))
    body += b"\0\0" * count
    return struct.pack(">HHHHI", 0, 1, 3, 1, 12) + body


def _sum(table: bytes) -> int:
    padded = table + b"\0" * (-len(table) % 4)
    return sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF


def _packed(tables: dict[bytes, bytes]) -> bytes:
    """WOFF 1.0, each table deflated."""
    names = sorted(tables)
    tables = {**tables, b"head": tables[b"head"][:8] + b"\0" * 4 + tables[b"head"][12:]}
    whole = 12 + 16 * len(names) + sum(len(tables[name]) + -len(tables[name]) % 4 for name in names)
    start, entries, body = 44 + 20 * len(names), b"", b""
    for name in names:
        plain = tables[name]
        small = zlib.compress(plain, 9)
        held = small if len(small) < len(plain) else plain
        entries += struct.pack(">4sIIII", name, start + len(body), len(held), len(plain), _sum(plain))
        body += held + b"\0" * (-len(held) % 4)
    head = struct.pack(
        ">4sIIHHIHHIIIII", b"wOFF", 0x00010000, start + len(body), len(names), 0, whole, 1, 0, 0, 0, 0, 0, 0
    )
    return head + entries + body
