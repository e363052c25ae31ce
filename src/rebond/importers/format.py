"""What a tool writes: what tells its files, and what its columns mean. One file a format, in `formats/`."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from rebond.importers.names import squeezed
from rebond.importers.table import Table, addressed, all_ours, gathered, headed, taken_from, unmarked, without
from rebond.registry import registered
from rebond.sentences import Sentence, Verbatim

PROOF = 0.6  # share of filled cells that must look as a signature says


@dataclass(frozen=True, slots=True)
class Signature:
    """Names that together tell a format, whatever else stands beside them.

    names: as the tool writes them; case, accents, spaces and marks do not count; "metrics.*" is any name that begins
    so. where: name → what most of its cells must match, for names that other tools use as well.
    """

    names: tuple[str, ...]
    where: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One format of one tool, as formats.md and its documentation give it.

    columns: field → names, the best first, each a name of the tool's own; "Published Date*" is any name that begins so;
    a name may serve two fields (an account known by its name alone); a field that begins with _ is for `adapt`.
    never: fields this format cannot carry, though a column has a name that says so.
    zone: of its times, where nothing in the file states or proves another. order: of 03/04/05, likewise.
    notes: what a person should know of any file of this format before trusting it.
    caps: rows at which an export stops, as the tool documents it; by_period: whether one can ask it for other dates.
    absent: field → cells that stand for nothing. titled: titles stand above texts. markup: texts are HTML.
    parts: field → what of its cells counts: the group of a pattern; nothing where it is not found.
    address: that of each post, from {fields} of its row. all_ours: every row is the organisation's own.
    """

    key: str
    name: Verbatim | Sentence
    signatures: tuple[Signature, ...]
    columns: Mapping[str, tuple[str, ...]]
    never: tuple[str, ...] = ()
    zone: str | None = None
    order: str | None = None  # dmy, mdy or ymd
    notes: tuple[Sentence, ...] = ()
    caps: tuple[int, ...] = ()
    by_period: bool = True
    platform: str | None = None
    kind: str | None = None  # what a row is where nothing in it says so
    kinds: Mapping[str, str] = field(default_factory=dict)  # the tool's words, lower case → vocabulary post_kind
    absent: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    titled: bool = False
    markup: bool = False
    parts: Mapping[str, str] = field(default_factory=dict)
    address: str | None = None
    all_ours: bool = False
    adapt: Callable[[Table], Table] | None = None  # cells in the tool's manner → cells as every importer has them
    makes: tuple[str, ...] = ()  # fields that `adapt` gives and no column bears
    opened: Callable[[dict[str, Any]], Iterable[dict[str, Any]]] | None = None  # one JSON object → its posts
    archive: tuple[str, ...] = ()  # patterns: which files of its zip hold what is read, in the order of reading

    def adapted(self, table: Table) -> Table:
        """Cells in the manner of the tool, as every importer has them."""
        table = without(taken_from(gathered(table), self.parts), self.absent)
        table = unmarked(table) if self.markup else table
        table = headed(table) if self.titled else table
        table = addressed(table, self.address) if self.address else table
        table = all_ours(table) if self.all_ours else table
        return self.adapt(table) if self.adapt else table

    def part_of(self, name: str, cells: Sequence[str]) -> Sequence[str]:
        """What of the cells of a field counts, of those where it is found."""
        pattern = self.parts.get(name)
        return cells if pattern is None else [found[1] for cell in cells if (found := re.search(pattern, cell))]

    @property
    def gives(self) -> tuple[str, ...]:
        """Fields that no column bears."""
        return (*self.makes, *(("url",) if self.address else ()), *(("is_owned",) if self.all_ours else ()))


@cache
def formats() -> Mapping[str, Format]:
    """Every format the registry finds, by key."""
    return registered("rebond.importers.formats", "FORMAT")


def known_format(
    header: Sequence[str], sample: Sequence[Sequence[str]], known: Mapping[str, Format] | None = None
) -> Format | None:
    """The format of a table; the longest signature where several are there. None when it is none that we know."""
    places = {squeezed(name): at for at, name in reversed(list(enumerate(header)))}
    best: tuple[int, Format | None] = (0, None)
    for one in (formats() if known is None else known).values():
        sizes = (len(s.names) + len(s.where) for s in one.signatures if _told(s, places, sample))
        best = max(best, (max(sizes, default=0), one), key=lambda pair: pair[0])
    return best[1]


def _told(signature: Signature, places: Mapping[str, int], sample: Sequence[Sequence[str]]) -> bool:
    named = all(_is_there(name, places) for name in (*signature.names, *signature.where))
    return named and all(_proved(places[squeezed(n)], p, sample) for n, p in signature.where.items())


def _is_there(name: str, places: Mapping[str, int]) -> bool:
    if name.endswith("*"):
        start = squeezed(name)
        return any(one.startswith(start) for one in places)
    return squeezed(name) in places


def _proved(at: int, pattern: str, sample: Sequence[Sequence[str]]) -> bool:
    cells = [row[at].strip() for row in sample if at < len(row) and row[at].strip()]
    return bool(cells) and sum(bool(re.search(pattern, cell)) for cell in cells) >= PROOF * len(cells)
