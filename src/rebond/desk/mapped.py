"""Mappings at hand for an import, those a case was read with, and which of its files another one reads otherwise."""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from rebond.casefile.case import Case
from rebond.casefile.manifest import RawFile
from rebond.casefile.mappings import FOLDER, lay, mapping_at, mappings_in
from rebond.casefile.sources import open_source
from rebond.importers import Mappings, Recognition, glimpses
from rebond.importers.guided.mapping import TableMapping
from rebond.importers.guided.mapping_file import written


def at_hand(files: Iterable[Path], given: Iterable[Path], case: Path | None = None) -> Mappings:
    """The mappings a person names; else those that lie beside the exports, else those of the case.

    Raises FileNotThere, FileNotOpened, MappingUnreadable.
    """
    folders = [*(path.absolute().parent for path in files), *([case / FOLDER] if case else [])]
    return Mappings(tuple(map(mapping_at, given)), tuple(mappings_in(folders)))


def was_read_with(case: Case, file: RawFile) -> Mappings:
    """The mapping a file of the case was read with, to read it so again. Raises FileNotThere, MappingUnreadable."""
    name = file.facts.get("mapping")
    return Mappings((mapping_at(case.folder / FOLDER / str(name)),)) if name else Mappings()


def read_otherwise(case: Case, mappings: Mappings) -> Iterator[tuple[RawFile, TableMapping]]:
    """Files of the case that a mapping reads, and that were not read with it as it is now."""
    if mappings == Mappings():
        return
    for file in case.manifest().files:
        facts = file.facts
        if file.role != "posts" or facts.get("tool", facts.get("importer")) != facts.get("importer"):
            continue  # of a known format
        headers = (one.header for one in glimpses(open_source(case.raw_path(file.name))))
        chosen = next((found for names in headers if (found := mappings.of(names, file.given_as, file.size))), None)
        if chosen and facts.get("mapping_is") != digest(chosen):
            yield file, chosen


def keep_mapping(case: Case, found: Recognition | None) -> Mapping[str, str]:
    """Lay the mapping of a file just read in the case; gives what its list says of it. Raises OSError."""
    if found is None or found.mapped is None:
        return {}
    return {"mapping": lay(case.folder / FOLDER, found.mapped).name, "mapping_is": digest(found.mapped)}


def digest(mapping: TableMapping) -> str:
    """What tells a mapping from the same one mended."""
    return sha256(written(mapping)).hexdigest()
