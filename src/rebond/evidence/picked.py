"""The items that people picked, as those inside may read them: when, where, what, and the screenshots kept beside."""

from collections.abc import Mapping
from dataclasses import dataclass

import ibis

from rebond.actions import When
from rebond.crisis import Crisis
from rebond.evidence.sealed import without_accounts
from rebond.evidence.trace import CUT
from rebond.tables import collect

Shots = Mapping[tuple[str, int], tuple[str, ...]]  # (file, row) of a list → names of its screenshots in raw/


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """One item. text: as in `trace.Post`. shots: names in raw/. when: None for a row that repeats a captured post."""

    when: When | None
    platform: str | None
    account: str | None
    kind: str | None
    text: str
    raw_file: str
    raw_row: int
    shots: tuple[str, ...]


def picks(posts: ibis.Table, crisis: Crisis, shots: Shots) -> tuple[Pick, ...]:
    """Every item, in order of time; then the rows whose post an export holds as well, if a screenshot came with them.

    posts: WALK_POSTS.
    """
    when = {item.post_id: item.when for item in crisis.picked.items}
    kept = posts.filter(posts.post_id.isin(list(when))) if when else posts.limit(0)
    columns = kept.select(
        "post_id", "platform", "author_id", "kind", "raw_file", "raw_row", text=posts.text.substr(0, CUT)
    )
    rows = {row["post_id"]: row for row in collect(columns, by="post_id").to_pylist()}
    ours = crisis.sheet.accounts
    told = tuple(
        Pick(when=item.when, platform=row["platform"], account=row["author_id"], kind=row["kind"],
             text=without_accounts(row["text"], ours), raw_file=row["raw_file"], raw_row=row["raw_row"],
             shots=shots.get((row["raw_file"], row["raw_row"]), ()))
        for item in crisis.picked.items if (row := rows.get(item.post_id)) is not None
    )  # fmt: skip
    here = {(pick.raw_file, pick.raw_row) for pick in told}
    return (*told, *(_repeated(place, names) for place, names in sorted(shots.items()) if place not in here))


def _repeated(place: tuple[str, int], names: tuple[str, ...]) -> Pick:
    file, row = place
    return Pick(when=None, platform=None, account=None, kind=None, text="", raw_file=file, raw_row=row, shots=names)
