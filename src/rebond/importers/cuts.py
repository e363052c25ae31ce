"""A file as full as an export may be: how it ends, and what its number of rows means.

A round number proves nothing by itself: a tool whose maximum is known is believed, and what the rows show
(docs/decisions/0063; endings.py looks at the rows).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any, Literal

USUAL = (1_000, 5_000, 10_000, 20_000, 200_000)  # maxima that tools and people set
SHEETS = (65_536, 1_048_576)  # rows that a spreadsheet holds, .xls and .xlsx, its line of names among them

NUMBERS = re.compile(r"\d+")

By = Literal["newest_first", "oldest_first", "engagement", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How the rows of a file run and where they stop.

    shown: the rows themselves show that some are missing. at: of the last row of a file in order of date.
    per_hour: pace of the last rows before it. busiest_day, busiest_6h: most posts in any 24 and any 6 hours. ranked_by:
    the count that rows are sorted by, "interactions" for the sum of three. least: fewest interactions of a row.
    """

    rows: int
    by: By = "unknown"
    shown: bool = False
    first: datetime | None = None
    last: datetime | None = None
    at: datetime | None = None
    per_hour: float | None = None
    busiest_day: int = 0
    busiest_6h: int = 0
    ranked_by: str | None = None
    least: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A file as full as an export may be. sure: False: nothing but the number of its rows shows it."""

    cap: int
    sure: bool
    ending: Ending

    @property
    def by_date(self) -> bool:
        return self.ending.by in ("newest_first", "oldest_first")

    def facts(self) -> dict[str, Any]:
        """Plain values, for the manifest of a case."""
        ending = {name: _plain(value) for name, value in asdict(self.ending).items()}
        return {"cap": self.cap, "sure": self.sure, **ending}

    @classmethod
    def of(cls, facts: Mapping[str, Any]) -> "Cut":
        """From what `facts` gave."""
        told = dict(facts)
        cap, sure = told.pop("cap"), told.pop("sure")
        for name in ("first", "last", "at"):
            told[name] = None if told[name] is None else datetime.fromisoformat(told[name])
        return cls(cap=cap, sure=sure, ending=Ending(**told))


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


def find_cut(ending: Ending, caps: Sequence[int] = ()) -> Cut | None:
    """The cut that a number of rows means. caps: known maxima of the tool."""
    for cap in (*caps, *SHEETS):
        if ending.rows in (cap, cap - 1):  # some count the line of names
            return Cut(cap=cap, sure=True, ending=ending)
    for cap in USUAL:
        if ending.rows == cap or (ending.rows == cap - 1 and ending.shown):
            return Cut(cap=cap, sure=ending.shown, ending=ending)
    return None


def ending_of_parts(parts: Sequence[Ending]) -> Ending:
    """How the files of one export end, taken together. Parts that run in unlike orders: it cannot be told."""
    whole = replace(
        parts[0], rows=sum(one.rows for one in parts), shown=False, at=None, per_hour=None,
        first=min((one.first for one in parts if one.first), default=None),
        last=max((one.last for one in parts if one.last), default=None),
        busiest_day=max(one.busiest_day for one in parts), busiest_6h=max(one.busiest_6h for one in parts),
    )  # fmt: skip
    if {one.by for one in parts} not in ({"newest_first"}, {"oldest_first"}):
        return replace(whole, by="unknown", ranked_by=None, least=None)
    edge = (min if whole.by == "newest_first" else max)(parts, key=lambda one: one.at or one.first)  # type: ignore[arg-type,return-value]
    return replace(whole, at=edge.at, per_hour=edge.per_hour, shown=edge.shown)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFile:
    """What tells the parts of one export: names alike but for numbers, one tool, one header."""

    name: str
    tool: str
    header: tuple[str, ...]
    caps: tuple[int, ...]
    ending: Ending

    @property
    def export(self) -> tuple[str, ...]:
        return (NUMBERS.sub("#", self.name), self.tool, *self.header)


def find_cuts(files: Sequence[ReadFile]) -> tuple[Cut | None, ...]:
    """The cut of each file, or of the export it is a part of. Parts add up to a known maximum of their tool only."""
    exports: dict[tuple[str, ...], list[ReadFile]] = {}
    for file in files:
        exports.setdefault(file.export, []).append(file)
    whole = {key: _of_parts(parts) for key, parts in exports.items() if len(parts) > 1}
    return tuple(find_cut(file.ending, file.caps) or whole.get(file.export) for file in files)


def _of_parts(parts: Sequence[ReadFile]) -> Cut | None:
    ending = ending_of_parts([one.ending for one in parts])
    return Cut(cap=ending.rows, sure=True, ending=ending) if ending.rows in parts[0].caps else None
