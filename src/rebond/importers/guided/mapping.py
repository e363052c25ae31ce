"""A mapping: how the files of a tool whose header nobody published are read, as a person settled it once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

ALIKE = 0.8  # share of names two headers have in common when they are of one tool: people tick columns on and off
ENDING = ".mapping.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableMapping:
    """Which column feeds which field, and how its dates are read. Nothing of what a file says of people is in it.

    columns: field of fields.toml → name of its column, or its number from 1 where no name tells it from the others.
    header: names of the columns of the file it was made for; empty when that file had none.
    """

    tool: str
    columns: Mapping[str, str | int]
    header: tuple[str, ...] = ()
    order: str | None = None  # dmy, mdy or ymd for 03/04/05
    zone: str | None = None  # IANA name, of times whose zone nothing in the file states or proves
    platform: str | None = None  # vocabulary platform, where all posts are of one

    def places(self, header: Sequence[str]) -> dict[str, int | None]:
        """field → place of its column from 0; None where the header has it no more."""
        names = [folded(name) for name in header]
        return {field: _place(column, names, len(self.header)) for field, column in self.columns.items()}

    def is_made_for(self, header: Sequence[str]) -> bool:
        """Whether a file of these names is one of the same tool: all that is read is there, and most of the rest."""
        mine, theirs = ({folded(name) for name in names} for names in (self.header, header))
        alike = len(mine & theirs) >= ALIKE * len(mine | theirs) and bool(mine)
        by_number = any(isinstance(column, int) for column in self.columns.values())
        in_order = not by_number or _named(self.header) == _named(header)
        return alike and in_order and None not in self.places(header).values()


@dataclass(frozen=True, slots=True)
class Mappings:
    """Those at hand for a file. given: named by the person, one of which must fit a file of no known format.

    settled: (name, bytes, mapping) of files just talked about, which may have no names of columns to be known by.
    """

    given: tuple[TableMapping, ...] = ()
    kept: tuple[TableMapping, ...] = ()
    settled: tuple[tuple[str, int, TableMapping], ...] = ()

    def of(self, header: Sequence[str], name: str = "", size: int = -1) -> TableMapping | None:
        """The first that reads a file of these names of columns: of those given, where all it reads is there."""
        own = (mapping for known, length, mapping in self.settled if (known, length) == (name, size))
        fitting = (one for one in self.given if None not in one.places(header).values())
        made_for = (one for one in self.kept if one.is_made_for(header))
        return next(own, None) or next(fitting, None) or next(made_for, None)

    def and_settled(self, name: str, size: int, mapping: TableMapping) -> "Mappings":
        """With the one settled for a file, which goes before those kept so far."""
        return Mappings(self.given, (mapping, *self.kept), ((name, size, mapping), *self.settled))


NO_MAPPINGS = Mappings()


def column_of(header: Sequence[str], at: int) -> str | int:
    """How a column is named in a mapping: by its name, by its number where the name is empty or comes twice."""
    name = header[at].strip() if at < len(header) else ""
    alone = [folded(one) for one in header].count(folded(name)) == 1
    return name if name and alone else at + 1


def folded(name: str) -> str:
    """The form names of columns are compared in here: every letter counts, in any alphabet, but not its case."""
    return " ".join(name.replace("\ufeff", "").split()).casefold()


def _named(header: Sequence[str]) -> list[str]:
    """Names in their order, up to the last column that has one."""
    names = [folded(name) for name in header]
    while names and not names[-1]:
        names.pop()
    return names


def _place(column: str | int, names: Sequence[str], width: int) -> int | None:
    if isinstance(column, int):
        most = max(len(names), width) or column  # rows may be wider than the line of names
        return column - 1 if column <= most else None
    return next((at for at, name in enumerate(names) if name == folded(column)), None)
