"""Containers put around an input: no change of a byte gets past the checksum of a zip, so the fuzzer writes the inside.

The first byte of an input chooses the container, so that the fuzzer may move from one to another.
"""

import gzip
import io
import zipfile
from collections.abc import Callable
from functools import cache

import pyarrow as pa
from tests.unit.importers.exports import workbook

Container = Callable[[bytes], bytes]
PARTS = ("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
         "xl/_rels/workbook.xml.rels", "[Content_Types].xml")  # fmt: skip
ROWS = [
    ["Date", "Compte", "Texte", "J'aime"], ["2025-10-14 17:05", "lea", "Prélevée deux fois", "12"],
    ["2025-10-14 17:40", "omar", "Same here", ""],
]  # fmt: skip
IN_ARCHIVES = ("outbox.json", "data/tweets.js", "posts.csv")  # names that tell the archive of a platform, and none


def bare(inside: bytes) -> bytes:
    """The input itself is the file."""
    return inside


def _part(name: str) -> Container:
    """A workbook that is good but for one part."""
    return lambda inside: _zipped({**_parts(), name: inside})


@cache
def _parts() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(workbook(ROWS))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zipped(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, inside in files.items():
            archive.writestr(zipfile.ZipInfo(name), inside)
    return made.getvalue()


def _zstandard(inside: bytes) -> bytes:
    return pa.Codec("zstd").compress(inside, asbytes=True)


def _named(name: str) -> Container:
    return lambda inside: _zipped({name: inside})


def put(containers: tuple[Container, ...], given: bytes) -> bytes:
    """The file that an input stands for."""
    if len(containers) == 1:
        return containers[0](given)
    return containers[given[0] % len(containers)](given[1:]) if given else b""


BARE: tuple[Container, ...] = (bare,)
BOOKS: tuple[Container, ...] = (*map(_part, PARTS), bare)
KEPT: tuple[Container, ...] = (bare, *map(_part, PARTS))  # what people keep is a text or a workbook
PACKED: tuple[Container, ...] = (bare, lambda inside: gzip.compress(inside, 1, mtime=0), _zstandard,
                                 *map(_named, IN_ARCHIVES))  # fmt: skip
