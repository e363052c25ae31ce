"""From each figure back to its posts: what it counts, how many there are, a sample of them, and every row in one file.

One pass over the posts, in time order, a batch at a time: a million posts never stand in memory. The sample is of
wordings, near-copies being one: the smallest md5(seed ‖ family), computed here so that no engine has a say in it.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import ibis
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from rebond.actions import Action
from rebond.analysis.counted import RELEVANT
from rebond.analysis.measure import Rows, Window
from rebond.crisis import Crisis
from rebond.evidence import rows_file
from rebond.evidence.figures import Figure
from rebond.evidence.sealed import without_accounts
from rebond.sentences import N_, Moment, Sentence, Term, say, say_count
from rebond.tables import BY_HAND, stream

SEED = b"rebond"
SHOWN = 50  # wordings of a sample
CUT = 280  # characters of a text that travel into the evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One post of a sample.

    text: its first 280 characters, with […] for each account it names but ours. account: a pseudonym, None when the
    file names nobody. times: how many posts of its wording the figure counts, of which it is the first.
    """

    at: datetime
    platform: str
    account: str | None
    kind: str
    text: str
    raw_file: str
    raw_row: int
    times: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """What one figure rests on.

    found: posts that meet the conditions; None when the figure rests on the log alone. conditions: in words;
    filter: the same for a program, on the columns of posts.csv. shown: the first of each of at most 50
    wordings, in time order.
    about: the post that they refer to, where the figure is about one and it was captured.
    """

    figure: str
    found: int | None
    conditions: tuple[Sentence, ...]
    filter: str
    shown: tuple[Post, ...]
    actions: tuple[Action, ...]
    about: Post | None = None


def trace(
    posts: ibis.Table, crisis: Crisis, figures: tuple[Figure, ...], write: Callable[[bytes], object]
) -> tuple[Trace, ...]:
    """Find what each figure rests on, and write every post of the case as one line of posts.csv (`rows_file`).

    posts: WALK_POSTS. write: takes the file's bytes, piece by piece, in order.
    """
    asked = {figure.rows: _Asked(figure.rows) for figure in figures if figure.rows.posts}
    write(rows_file.HEAD)
    for batch in stream(_columns(posts), by=("published_at", "post_id")):
        write(rows_file.lines(batch, crisis))
        seen = _Seen(batch)
        for one in asked.values():
            one.look(seen)
    return tuple(_trace(figure, asked.get(figure.rows), crisis) for figure in figures)


def _columns(posts: ibis.Table) -> ibis.Table:
    return posts.select(
        "post_id", "published_at", "platform", "author_id", "kind", "lang", "relevance", "is_ours", "likes", "reposts",
        "replies", "views", "thread_id", "family_id", "source_tool", "raw_file", "raw_row",
        text=posts.text.substr(0, CUT), points_to=posts.repost_of.fill_null(posts.parent_id),
    )  # fmt: skip


def _trace(figure: Figure, asked: "_Asked | None", crisis: Crisis) -> Trace:
    by_id = {action.id: action for action in crisis.log.actions}
    ours = crisis.sheet.accounts
    return Trace(
        figure=figure.id,
        found=None if asked is None else asked.found,
        conditions=() if asked is None else conditions(figure.rows),
        filter="" if asked is None else rows_file.condition(figure.rows),
        shown=() if asked is None else tuple(_unnamed(post, ours) for post in asked.sample()),
        about=None if asked is None or asked.about is None else _unnamed(asked.about, ours),
        actions=tuple(by_id[id] for id in figure.rows.actions if id in by_id),
    )


def _unnamed(post: Post, ours: tuple[str, ...]) -> Post:
    """The post, with no account named in its text but our own."""
    return replace(post, text=without_accounts(post.text, ours))


# --- in words ----------------------------------------------------------------------------------------
def conditions(rows: Rows) -> tuple[Sentence, ...]:
    """What a post must be to be counted, one short sentence a condition."""
    return tuple(_conditions(rows))


def _conditions(rows: Rows) -> Iterable[Sentence]:
    if rows.ours:
        yield say(N_("Published by one of the organisation's own accounts."))
    elif rows.counted:
        yield say(N_("About the organisation, and not published by it."))
    if rows.window is not None:
        yield say(N_("Published from %(start)s on, and before %(end)s."),
                  start=Moment(rows.window.starts), end=Moment(rows.window.ends))  # fmt: skip
    if rows.original:
        yield say(N_("Reposts left out."))
    if rows.platform is not None:
        yield say(N_("Platform: %(platform)s."), platform=Term(vocabulary="platform", key=rows.platform))
    if rows.lang is not None:
        yield say(N_("Language: %(language)s."), language=Term(vocabulary="language", key=rows.lang))
    if rows.author_ids is not None:
        yield say_count(N_("From %(n)s account."), N_("From %(n)s accounts."), len(rows.author_ids))
    if rows.post_ids is not None:
        yield say_count(N_("%(n)s post, singled out."), N_("%(n)s posts, singled out."), len(rows.post_ids))
    if rows.points_to is not None:
        yield say(N_("Reposts of one post, answers to it, and the rest of its thread."))
    if rows.carrying is not None:
        yield say(N_("The export gives this count for them: %(count)s."),
                  count=Term(vocabulary="post_field", key=rows.carrying))  # fmt: skip


# --- one pass -----------------------------------------------------------------------------------------
class _Seen:
    """One batch, with what the conditions look at and the draw of each wording."""

    def __init__(self, batch: pa.RecordBatch) -> None:
        self.batch = batch
        self.at = batch["published_at"].cast(pa.int64()).to_numpy(zero_copy_only=False)
        self.ours = batch["is_ours"].to_numpy(zero_copy_only=False)
        self.relevant = _among(batch["relevance"], RELEVANT)
        self.exported = ~_among(batch["source_tool"], (BY_HAND,))
        wordings = pc.dictionary_encode(pc.coalesce(batch["family_id"], batch["post_id"]))  # without words: by itself
        self.wordings, self.wording = wordings.dictionary.to_pylist(), wordings.indices.to_numpy()
        self.draws = _draws(self.wordings)  # of each wording

    def where(self, rows: Rows) -> np.ndarray:
        """Which posts of the batch meet the conditions, shape (n,): `behind` of analysis.counted, without an engine."""
        kept = (
            self.ours
            if rows.ours
            else self.relevant & ~self.ours
            if rows.counted
            else np.ones(len(self.at), dtype=bool)
        ) & self.exported
        if rows.window is not None:
            kept = kept & _inside(self.at, rows.window)
        if rows.original:
            kept = kept & ~_among(self.batch["kind"], ("repost",))
        for name, values in (
            ("platform", None if rows.platform is None else (rows.platform,)),
            ("lang", None if rows.lang is None else (rows.lang,)),
            ("author_id", rows.author_ids),
            ("post_id", rows.post_ids),
        ):
            if values is not None:
                kept = kept & _among(self.batch[name], values)
        if rows.points_to is not None:
            pointing = (_among(self.batch[name], (rows.points_to,)) for name in ("points_to", "thread_id"))
            kept = kept & np.logical_or(*pointing) & ~_among(self.batch["post_id"], (rows.points_to,))
        if rows.carrying is not None:
            kept = kept & self.batch[rows.carrying].is_valid().to_numpy(zero_copy_only=False)
        return kept


def _among(column: pa.Array, values: tuple[str, ...]) -> np.ndarray:
    return pc.is_in(column, value_set=pa.array(values, type=pa.string())).to_numpy(zero_copy_only=False)


def _inside(at: np.ndarray, window: Window) -> np.ndarray:
    starts, ends = (round(edge.timestamp() * 1_000_000) for edge in (window.starts, window.ends))
    return (at >= starts) & (at < ends)


def _draws(wordings: list[str]) -> np.ndarray:
    """The first 8 bytes of md5(seed ‖ wording), shape (n,), uint64."""
    digests = b"".join(hashlib.md5(SEED + one.encode(), usedforsecurity=False).digest()[:8] for one in wordings)
    return np.frombuffer(digests, dtype=">u8")


@dataclass(slots=True)
class _Asked:
    """What is gathered for one set of conditions while the posts go by. kept: by draw and wording, its first post.

    A wording that is among the smallest draws of all was so when it first came, so its posts are counted from there.
    """

    rows: Rows
    found: int = 0
    kept: dict[tuple[int, str], Post] = field(default_factory=dict)
    about: Post | None = None

    def look(self, seen: _Seen) -> None:
        if self.rows.points_to is not None and self.about is None:
            itself = np.flatnonzero(_among(seen.batch["post_id"], (self.rows.points_to,)))
            self.about = next((_post(row) for row in seen.batch.take(pa.array(itself)).to_pylist()), None)
        met = np.flatnonzero(seen.where(self.rows))
        self.found += len(met)
        if len(self.kept) == SHOWN:
            met = met[seen.draws[seen.wording[met]] <= max(self.kept)[0]]
        wordings, firsts, times = np.unique(seen.wording[met], return_index=True, return_counts=True)
        drawn = np.argsort(seen.draws[wordings], kind="stable")[: SHOWN + 1]
        rows = seen.batch.take(pa.array(met[firsts[drawn]])).to_pylist()
        for at, row in zip(drawn.tolist(), rows, strict=True):
            key = (int(seen.draws[wordings[at]]), seen.wordings[wordings[at]])
            self.kept[key] = _again(self.kept.get(key), row, int(times[at]))
        self.kept = {key: self.kept[key] for key in sorted(self.kept)[:SHOWN]}

    def sample(self) -> tuple[Post, ...]:
        held = sorted(self.kept.items(), key=lambda one: (one[1].at, one[0]))
        return tuple(post for _, post in held)


def _again(first: Post | None, row: dict[str, object], times: int) -> Post:
    return replace(_post(row), times=times) if first is None else replace(first, times=first.times + times)


def _post(row: dict[str, object]) -> Post:
    at = row["published_at"]
    assert isinstance(at, datetime)
    return Post(
        at=at.astimezone(UTC), platform=str(row["platform"]), kind=str(row["kind"]), text=str(row["text"]),
        account=None if row["author_id"] is None else str(row["author_id"]),
        raw_file=str(row["raw_file"]), raw_row=int(str(row["raw_row"])),
    )  # fmt: skip
