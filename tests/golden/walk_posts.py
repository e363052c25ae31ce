"""WALK_POSTS tables built straight from the real files, without the import rooms: for tests of the analysis alone."""

import csv
import io
import tarfile
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import ibis
import numpy as np
import pyarrow as pa

from rebond.tables import WALK_POSTS

PLAIN: dict[str, Any] = {
    "platform": "x", "precision": "second", "text": "", "text_key": "", "kind": "post", "links": [], "hashtags": [],
    "mentioned_ids": [], "source_tool": "test", "raw_file": "test.csv", "relevance": "about_us", "is_ours": False,
    "is_directed": False,
}  # fmt: skip


def walk_posts(rows: Iterable[dict[str, Any]]) -> ibis.Table:
    """WALK_POSTS from rows that give at least published_at; everything else has a plain value."""
    full = [_row(i, row) for i, row in enumerate(rows, start=1)]
    columns = {f.name: pa.array([r.get(f.name) for r in full], type=f.type) for f in WALK_POSTS}
    return ibis.memtable(pa.table(columns, schema=WALK_POSTS))


def _row(i: int, row: dict[str, Any]) -> dict[str, Any]:
    at: datetime = row["published_at"]
    own = {"post_id": f"p{i:07d}", "raw_row": i, "imported_at": at, "day": at.strftime("%Y-%m-%d")}
    return {**PLAIN, **own, **row}


def at_instants(instants: Iterable[datetime], **same: Any) -> ibis.Table:
    """One post at each instant."""
    return walk_posts({"published_at": at, **same} for at in instants)


def from_counts(counts: np.ndarray, starts: datetime, seconds: int) -> ibis.Table:
    """Posts spread evenly inside each bin; the first and last instant of the curve hold a post about something else."""
    base = int(starts.timestamp())
    bins = np.repeat(np.arange(len(counts)), counts)
    nth = np.concatenate([np.arange(c) for c in counts]) if len(bins) else np.zeros(0)
    epochs = base + bins * seconds + ((nth + 0.5) * seconds / np.maximum(counts[bins], 1)).astype(np.int64)
    ends = [base, base + len(counts) * seconds - 1]
    instants = np.concatenate([ends, epochs]).astype(np.int64)
    n = len(instants)
    columns: dict[str, Any] = {
        name: pa.array([value] * n, type=WALK_POSTS.field(name).type) for name, value in PLAIN.items()
    }
    columns["relevance"] = pa.array(["off_topic"] * 2 + ["about_us"] * (n - 2))
    columns["post_id"] = pa.array([f"p{i:07d}" for i in range(n)])
    columns["published_at"] = pa.array(instants * 1_000_000, type=pa.int64()).cast(
        WALK_POSTS.field("published_at").type
    )
    columns["imported_at"] = columns["published_at"]
    columns["raw_row"] = pa.array(range(1, n + 1), type=pa.int64())
    columns["day"] = pa.array(["2000-01-01"] * n)
    for field in WALK_POSTS:
        columns.setdefault(field.name, pa.nulls(n, field.type))
    return ibis.memtable(pa.table({f.name: columns[f.name] for f in WALK_POSTS}, schema=WALK_POSTS))


def freebox(data: Path) -> ibis.Table:
    """D1: the account "Freebox" is the organisation's."""
    with (data / "freebox_fr" / "free_tweet_export_until_2024-09-30.csv").open(encoding="utf-8", newline="") as f:
        return walk_posts(
            {
                "published_at": datetime.fromisoformat(row["date"]),
                "author_id": row["author"],
                "kind": "repost" if row["text"].startswith("rt :") else "post",
                "is_ours": row["author"] == "Freebox",
            }
            for row in csv.DictReader(f)
        )


def airlines(data: Path, airline: str) -> ibis.Table:
    """D2: the rows of one airline are about it, the others about something else; repeated ids once."""
    with (data / "us_airlines_2015" / "Tweets.csv").open(encoding="utf-8", newline="") as f:
        rows = {row["tweet_id"]: row for row in csv.DictReader(f)}
    return walk_posts(
        {
            "published_at": datetime.strptime(row["tweet_created"], "%Y-%m-%d %H:%M:%S %z").astimezone(UTC),
            "author_id": row["name"],
            "relevance": "about_us" if row["airline"] == airline else "off_topic",
        }
        for row in rows.values()
    )


def crisislex_instants(data: Path, event: str) -> list[datetime]:
    """D3: the instants of one event's whole period, sorted."""
    name = f"CrisisLexT26/{event}/{event}-tweetids_entire_period.csv"
    with tarfile.open(data / "crisislex_t26" / "CrisisLexT26_22events.tar.gz") as archive:
        member = archive.extractfile(name)
        assert member is not None
        rows = csv.reader(io.TextIOWrapper(member, encoding="utf-8"))
        next(rows)
        return sorted(
            datetime.strptime(row[0].strip(), "%a %b %d %H:%M:%S +0000 %Y").replace(tzinfo=UTC) for row in rows
        )


def nab_counts(data: Path, name: str) -> tuple[datetime, np.ndarray]:
    """D6: mentions per hour (twelve 5-minute rows added up), from the first full hour."""
    with (data / "eval_kit" / "nab_tweet_volume" / f"Twitter_volume_{name}.csv").open(encoding="utf-8") as f:
        rows = [
            (datetime.fromisoformat(r["timestamp"]).replace(tzinfo=UTC), int(r["value"])) for r in csv.DictReader(f)
        ]
    starts = rows[0][0].replace(minute=0, second=0)
    hours = np.array([(at - starts).total_seconds() // 3600 for at, _ in rows], dtype=np.int64)
    return starts, np.bincount(hours, weights=[n for _, n in rows]).astype(np.int64)
