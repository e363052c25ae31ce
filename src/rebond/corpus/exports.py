"""The files of a case as they were read: what each carries, on which platforms, over which days, and how it was cut."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from rebond.importers.cuts import Cut


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """One file. None: not known, for a file read before this was kept."""

    tool: str | None = None  # key of its format, else of its importer
    platforms: tuple[str, ...] = ()
    carries: tuple[str, ...] | None = None  # vocabulary post_field
    first: datetime | None = None
    last: datetime | None = None
    cut: Cut | None = None

    @classmethod
    def of(cls, facts: Mapping[str, Any]) -> "Export":
        """From how the manifest says that it was read."""
        carries, cut = facts.get("carries"), facts.get("cut")
        return cls(
            tool=facts.get("tool"),
            platforms=tuple(facts.get("platforms") or ()),
            carries=None if carries is None else tuple(carries),
            first=_instant(facts.get("first")),
            last=_instant(facts.get("last")),
            cut=None if cut is None else Cut.of(cut),
        )


def _instant(told: str | datetime | None) -> datetime | None:
    return datetime.fromisoformat(told) if isinstance(told, str) else told
