"""raw/: the files as they came, byte for byte, each under its own name."""

import hashlib
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

from rebond.casefile.sources import open_source
from rebond.importers.decode import encoding_of
from rebond.importers.rows import physical_lines

FOLDER = "raw"
BLOCK = 1 << 20


def copy_aside(path: Path, aside: Path) -> tuple[str, int]:
    """Copy a file and give (its SHA-256, its bytes), read once. Raises FileNotThere, FileNotOpened, OSError."""
    source = open_source(path)
    digest, size = hashlib.sha256(), 0
    with source.open() as stream, aside.open("wb") as copy:
        while block := stream.read(BLOCK):
            digest.update(block)
            copy.write(block)
            size += len(block)
    return digest.hexdigest(), size


def sha256_of(path: Path) -> str:
    """The fingerprint of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def name_for(wanted: str, sha256: str, taken: Iterable[str]) -> str:
    """The name of a file in raw/: its own, with a piece of its fingerprint when another file has that name already.

    Names that differ only by case are one on many machines, and are told apart too.
    """
    name = unicodedata.normalize("NFC", wanted)
    if name.casefold() not in {one.casefold() for one in taken}:
        return name
    stem, dot, ending = name.rpartition(".")
    return f"{stem}-{sha256[:8]}{dot}{ending}" if stem else f"{name}-{sha256[:8]}"


def raw_lines(folder: Path, raw_file: str, rows: Iterable[int]) -> Mapping[int, str]:
    """Physical lines of a kept text file, by number (1 = first), as anybody would find them with a text editor.

    A post that runs over several lines shows its first one. Lines that the file does not have are left out.
    """
    source = open_source(folder / FOLDER / raw_file)
    wanted, first = frozenset(rows), 1
    found: dict[int, str] = {}
    for lines, _ in physical_lines(source, encoding_of(source)):
        found.update((first + n, line.rstrip("\r\n")) for n, line in enumerate(lines) if first + n in wanted)
        first += len(lines)
    return found
