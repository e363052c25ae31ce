"""posts.csv: every post of the case on one line, with the side it counts on. Internal: it holds texts and pseudonyms.

UTF-8 with a byte-order mark (spreadsheets need it for accents). Times are UTC without a zone, seconds and, where there
are any, fractions, so that they sort and compare as plain text.
"""

import io
from datetime import UTC, datetime

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from rebond.analysis.counted import RELEVANT
from rebond.analysis.measure import Rows
from rebond.crisis import Crisis
from rebond.tables import BY_HAND, POSTS_FILE

HEAD = b"\xef\xbb\xbf" + ",".join(POSTS_FILE).encode() + b"\n"
# A spreadsheet would run a text that starts so: an apostrophe keeps it a text. An account named first (“@name …”) is
# the one such start that posts are full of, and is no formula unless it calls a function or another program.
FORMULA = r"^\s*[=+\-@＝＋－＠]"
ACCOUNT_FIRST = r"^\s*@[\pL\pN_.\-]+(?:[\s,.:;!?…]|$)"
RUNS = r"[\pL\pN_.]\(|\|"  # SUM(…), cmd|…
BREAKS = r"[\x00-\x1f\x7f\x{2028}\x{2029}]+"


def lines(batch: pa.RecordBatch, crisis: Crisis) -> bytes:
    """The lines of one batch, in its order."""
    columns = {
        "raw_file": _plain(batch["raw_file"]), "raw_row": batch["raw_row"], "published_at_utc": _times(batch),
        "platform": _plain(batch["platform"]), "pseudonym": batch["author_id"], "kind": batch["kind"],
        "side": _sides(batch, crisis), "phase": _phases(batch, crisis), "language": batch["lang"],
        "likes": batch["likes"], "reposts": batch["reposts"], "replies": batch["replies"], "views": batch["views"],
        "points_to": batch["points_to"], "thread": batch["thread_id"], "family": batch["family_id"],
        "post_id": batch["post_id"], "text": _plain(batch["text"]),
    }  # fmt: skip
    held = io.BytesIO()
    csv.write_csv(pa.table(columns).select(POSTS_FILE), held, csv.WriteOptions(include_header=False))
    return held.getvalue()


def condition(rows: Rows) -> str:
    """The conditions of a figure as one expression on the columns of the file, readable as SQL."""
    asked = []
    if rows.ours:
        asked.append("side = 'ours'")
    elif rows.counted:
        asked.append("side = 'counted'")
    else:
        asked.append("side <> 'picked'")
    if rows.window is not None:
        asked.append(f"published_at_utc >= '{_instant(rows.window.starts)}'")
        asked.append(f"published_at_utc < '{_instant(rows.window.ends)}'")
    if rows.original:
        asked.append("kind <> 'repost'")
    if rows.platform is not None:
        asked.append(f"platform = {_quoted(rows.platform)}")
    if rows.lang is not None:
        asked.append(f"language = {_quoted(rows.lang)}")
    for column, values in (("pseudonym", rows.author_ids), ("post_id", rows.post_ids)):
        if values is not None:
            asked.append(f"{column} in ({', '.join(map(_quoted, values))})")
    if rows.points_to is not None:
        target = _quoted(rows.points_to)
        asked.append(f"(points_to = {target} or thread = {target}) and post_id <> {target}")
    if rows.carrying is not None:
        asked.append(f"{rows.carrying} <> ''")
    return " and ".join(asked)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).replace(tzinfo=None).isoformat()


def _times(batch: pa.RecordBatch) -> pa.Array:
    text = pc.replace_substring(batch["published_at"].cast(pa.timestamp("us")).cast(pa.string()), " ", "T")
    return pc.replace_substring_regex(text, r"\.0+$", "")


def _plain(column: pa.Array) -> pa.Array:
    """Texts on one line, none of them a formula."""
    line = pc.replace_substring_regex(column, BREAKS, " ")
    ordinary = pc.and_not(pc.match_substring_regex(line, ACCOUNT_FIRST), pc.match_substring_regex(line, RUNS))
    risky = pc.and_not(pc.match_substring_regex(line, FORMULA), ordinary)
    return pc.if_else(risky, pc.binary_join_element_wise("'", line, ""), line)


def _sides(batch: pa.RecordBatch, crisis: Crisis) -> pa.Array:
    """counted, ours, off_topic; picked by people; outside_period for what --from and --to leave out."""
    relevant = pc.is_in(batch["relevance"], value_set=pa.array(RELEVANT))
    side = pc.if_else(batch["is_ours"], "ours", pc.if_else(relevant, "counted", "off_topic"))
    side = pc.if_else(pc.equal(batch["source_tool"], BY_HAND), "picked", side)
    at = batch["published_at"]
    inside = pc.and_(
        pc.greater_equal(at, pa.scalar(crisis.window.starts, at.type)),
        pc.less(at, pa.scalar(crisis.window.ends, at.type)),
    )
    return pc.if_else(inside, side, "outside_period")


def _phases(batch: pa.RecordBatch, crisis: Crisis) -> pa.Array:
    """Key of the phase, with its number where there are several; empty outside all of them."""
    phases = crisis.phases.phases
    names = ["", *(p.key if p.number is None else f"{p.key}_{p.number}" for p in phases)]
    edges = np.array([round(p.starts.timestamp() * 1_000_000) for p in phases], dtype=np.int64)
    at = batch["published_at"].cast(pa.int64()).to_numpy(zero_copy_only=False)
    places = np.searchsorted(edges, at, side="right")
    if phases:
        places = np.where(at < round(phases[-1].ends.timestamp() * 1_000_000), places, 0)
    return pa.array(names, type=pa.string()).take(pa.array(places))
