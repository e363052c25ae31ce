"""What a table shows before it is decided what it is: names of columns, some rows, and what its reader will need."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rebond.importers.format import Format
from rebond.importers.source import Source
from rebond.sentences import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Glimpse:
    """One table of a file. header: names of its columns, or empty; sample: rows spread over it, of any width.

    details: for the importer to read it again; `numeric`: columns that a spreadsheet holds as numbers. known: its
    format, where the importer has told it; else its names tell it.
    """

    source: Source
    importer: str  # key in the registry
    form: Sentence
    header: Sequence[str]
    sample: Sequence[Sequence[str]]
    details: Mapping[str, object] = field(default_factory=dict)
    known: Format | None = None
