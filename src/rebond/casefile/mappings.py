"""Mappings of columns on disk: in a case they say how its files were read, beside exports they are shared."""

from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path

from rebond.casefile.atomic import write_whole
from rebond.casefile.sources import open_source
from rebond.errors import MappingUnreadable
from rebond.importers.guided.mapping import ENDING, TableMapping
from rebond.importers.guided.mapping_file import file_name, read_mapping, written
from rebond.sentences import Verbatim

FOLDER = "mappings"  # of a case
LARGEST = 1_000_000  # bytes; a mapping is a page


def mapping_at(path: Path) -> TableMapping:
    """The mapping in a file. Raises FileNotThere, FileNotOpened, MappingUnreadable."""
    source = open_source(path)
    if source.size > LARGEST:
        raise MappingUnreadable(file=Verbatim(source.name), place=Verbatim("1"))
    return read_mapping(source.name, source.head(LARGEST))


def mappings_in(folders: Iterable[Path]) -> Iterator[TableMapping]:
    """Those that lie in some folders, each folder once, by name. Raises MappingUnreadable."""
    for folder in dict.fromkeys(folders):
        if folder.is_dir():
            yield from (mapping_at(path) for path in sorted(folder.glob(f"*{ENDING}")))


def lay(folder: Path, mapping: TableMapping) -> Path:
    """Write a mapping in a folder, under the name of its tool; gives where. Raises OSError.

    It takes the place of one made for the same columns; one of another tool keeps its name, and this one has a number.
    """
    folder.mkdir(parents=True, exist_ok=True)
    stem = file_name(mapping).removesuffix(ENDING)
    names = (f"{stem}{'' if n == 1 else f'-{n}'}{ENDING}" for n in count(1))
    path = next(folder / name for name in names if _may_take(folder / name, mapping))
    write_whole(path, written(mapping))
    return path


def _may_take(path: Path, mapping: TableMapping) -> bool:
    if not path.exists():
        return True
    try:
        there = mapping_at(path)
    except MappingUnreadable:
        return False  # somebody may want to mend it
    return there.is_made_for(mapping.header) or there == mapping
