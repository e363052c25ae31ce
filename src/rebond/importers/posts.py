"""From columns of text to RAW_POSTS, a whole column at a time. Nothing is invented: an absent value stays null."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from rebond.importers import platforms
from rebond.importers.cells import Lines, by_distinct, counts, filled, flags, holds, languages, ratings, unprinted
from rebond.importers.clock import FURTHEST
from rebond.importers.collected import Collection, date_delays
from rebond.importers.delays import read_delay
from rebond.importers.format import formats
from rebond.importers.ids import ROUNDED, X_EPOCH_MS, X_OWNER, X_STATUS
from rebond.importers.instants import PRECISIONS, read_column
from rebond.importers.names import plain
from rebond.importers.source import CUT, Batch, Problem, Recognition
from rebond.importers.table import Table, columns_of
from rebond.tables import NOTHING, RAW_POSTS, UTC_US

X_ID = r"^(?:\d{15,18}|[0-8]\d{18})$"  # a number of 19 figures may be none that 64 bits hold
REPOST = r"^\s*(?:RT|rt|Rt)\s*(?:@\s*(?P<who>[\w.\-]{1,50})|:)"
REFERENCE = r"^(?:0|nan|None|null|NaN|-)$"
PRINTED = {"handle": "username", "author_name": "displayname", "profile": "rawDescription"}
KINDS = {
    "retweet": "repost", "repost": "repost", "rt": "repost", "share": "repost", "shared": "repost", "partage": "repost",
    "reblog": "repost", "retweeted": "repost", "twitter retweet": "repost", "reply": "reply", "replied to": "reply",
    "reponse": "reply", "twitter reply": "reply", "quote": "quote", "quoted": "quote", "citation": "quote",
    "quote tweet": "quote", "comment": "comment", "commentaire": "comment", "review": "review", "avis": "review",
    "post": "post", "tweet": "post", "original": "post", "publication": "post", "app bsky feed post": "post",
    "app bsky feed repost": "repost", "like": "", "follow": "", "block": "", "j aime": "", "mention j aime": "",
    "app bsky feed like": "", "app bsky graph follow": "", "app bsky graph block": "",
}  # fmt: skip
ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#39;", "'"), ("&amp;", "&"))  # &amp; last: once only


def build(rows: list[list[str]], lines: list[int], found: Recognition, earlier: Sequence[Problem]) -> Batch:
    """A batch of rows as posts: `columns_of`, then `posts_of`."""
    problems = list(earlier)
    return posts_of(columns_of(rows, lines, found, problems), found, problems)


def posts_of(table: Table, found: Recognition, earlier: Sequence[Problem]) -> Batch:
    """A table of text as posts. Rows without a date are refused.

    earlier: what the reader already found wrong; its refused problems count as rows in.
    """
    problems = list(earlier)
    known = formats()[found.known] if found.known else None
    if known:
        table = known.adapted(table)
    rows_in = len(table) + sum(problem.refused for problem in problems)
    instants, precision = _dates(table, found, problems)
    words = {**KINDS, **known.kinds} if known else KINDS
    kept = pc.and_(pc.is_valid(instants), _are_posts(table, instants, words, problems))
    if not pc.all(kept, min_count=0).as_py():
        table, instants, precision = table.filter(kept), instants.filter(kept), precision.filter(kept)
    columns = {"published_at": instants, "precision": precision, "raw_row": pa.array(table.lines, pa.int64())}
    columns |= _who(table) | _what(table, found, words) | _figures(table, problems) | _where(table, found, problems)
    if found.platform == "x" and found.dates.shape != "ids":
        _tell_contradictions(columns, table.lines, problems)
    n = len(table)
    arrays = [columns[f.name] if columns.get(f.name) is not None else pa.nulls(n, f.type) for f in RAW_POSTS]
    return Batch(pa.RecordBatch.from_arrays(arrays, schema=RAW_POSTS), tuple(problems), rows_in)


# --- when -------------------------------------------------------------------------------------------
def _dates(table: Table, found: Recognition, problems: list[Problem]) -> tuple[pa.TimestampArray, pa.StringArray]:
    """(instants, precision). Null where the row has no date that can be read: the row is refused."""
    if found.dates.shape == "ids":
        return _dates_of_ids(table, problems)
    texts = filled(table.cells["published_at"])
    hours = table.get("time")
    if hours is not None:
        texts = join_time(texts, hours)
    read = read_column(texts, found.dates)
    collection = found.details.get("collection")
    if isinstance(collection, Collection):
        date_delays(texts, table, read, collection)
    for at in np.flatnonzero(~read.read):
        cell = texts[int(at)].as_py() or ""
        why = _why_no_date(table, int(at), cell, found)
        problems.append(Problem(int(table.lines[at]), why, "published_at", cell[:CUT], refused=True))
    for at in np.flatnonzero(read.swapped & read.read):
        problems.append(Problem(int(table.lines[at]), "ambiguous-date", "published_at", texts[int(at)].as_py()[:CUT]))
    for at in np.flatnonzero(read.doubled & read.read):
        problems.append(Problem(int(table.lines[at]), "doubled-hour", "published_at", texts[int(at)].as_py()[:CUT]))
    instants = pa.array(read.micros, pa.int64(), mask=~read.read).cast(UTC_US)
    if len(set(read.precision.tolist())) == 1:
        return instants, pa.repeat(pa.scalar(PRECISIONS[read.precision[0]]), len(table))
    return instants, pa.array(PRECISIONS).take(pa.array(read.precision))


def join_time(days: pa.StringArray, hours: pa.StringArray) -> pa.StringArray:
    """A day and an hour in two columns. A spreadsheet gives the hour a day of 1899, and the day an hour of midnight."""
    day = pc.replace_substring_regex(days, r"[ T]00:00(?::00)?$", "")
    hour = pc.replace_substring_regex(hours, r"^1(?:899|900)-\d\d-\d\d[ T]", "")
    return pc.coalesce(pc.binary_join_element_wise(day, hour, " "), day)


def _why_no_date(table: Table, at: int, date: str, found: Recognition) -> str:
    """Why a row has no date. A line under the table ("Source: …", a total) fills one or two cells of many."""
    cells = {field: column[at].as_py() or "" for field, column in table.cells.items()}
    if date and all(cell == found.mapping.name_of(field) for field, cell in cells.items()):
        return "repeated-header"
    if len(cells) >= 3 and sum(bool(cell.strip()) for cell in cells.values()) <= 1:
        return "not-a-post"
    if read_delay(date):
        return "relative-date"
    return "bad-date" if date else "no-date"


def _dates_of_ids(table: Table, problems: list[Problem]) -> tuple[pa.TimestampArray, pa.StringArray]:
    """The instant each X id was issued; used where the file has no date column."""
    texts = pc.coalesce(*(c for c in (_status(table.get("url")), table.get("native_id")) if c is not None))
    micros = _issued(texts)
    for at in np.flatnonzero(np.asarray(pc.is_null(micros))):
        cell = texts[int(at)].as_py() or ""
        problems.append(Problem(int(table.lines[at]), "no-date", "native_id", cell[:CUT], refused=True))
    return micros.cast(UTC_US), pa.repeat(pa.scalar("second"), len(table))


def _issued(ids: pa.StringArray) -> pa.Int64Array:
    """When X ids were issued, in microseconds since 1970; null for other ids."""
    numbers = pc.if_else(pc.match_substring_regex(ids, X_ID), ids, NOTHING).cast(pa.int64())
    return pc.multiply(pc.add(pc.shift_right(numbers, 22), X_EPOCH_MS), 1000)


def _tell_contradictions(columns: Mapping[str, pa.Array | None], lines: Lines, problems: list[Problem]) -> None:
    """A date that is days away from the clock of its X id is kept, and told: one of the two is not of this post."""
    ids, dates = columns["native_id"], columns["published_at"]
    if ids is None or dates is None:
        return
    apart = pc.abs(pc.subtract(dates.cast(pa.int64()), _issued(ids)))
    for at in np.flatnonzero(np.asarray(pc.fill_null(pc.greater(apart, FURTHEST // timedelta(microseconds=1)), False))):
        value = f"{dates[int(at)].as_py():%Y-%m-%d %H:%M} ({ids[int(at)].as_py()})"
        problems.append(Problem(int(lines[at]), "implausible-date", "published_at", value))


def _are_posts(
    table: Table, instants: pa.TimestampArray, words: Mapping[str, str], problems: list[Problem]
) -> pa.BooleanArray:
    """False for dated rows that say that they are something else: a like, a follow."""
    said = table.get("kind")
    if said is None:
        return pa.repeat(pa.scalar(True), len(table))
    other = pc.fill_null(by_distinct(said, lambda cell: words.get(plain(cell)) == "", pa.bool_()), False)
    for at in np.flatnonzero(np.asarray(pc.and_(other, pc.is_valid(instants)))):
        problems.append(Problem(int(table.lines[at]), "not-a-post", "kind", said[int(at)].as_py()[:CUT], refused=True))
    return pc.invert(other)


# --- who --------------------------------------------------------------------------------------------
def _who(table: Table) -> dict[str, pa.Array | None]:
    """Accounts as the file names them, without the @."""
    who = {field: table.get(field) for field in ("handle", "author_name", "profile")}
    handle = who["handle"]
    if handle is not None and pc.any(pc.starts_with(handle, "{")).as_py():
        printed = pc.starts_with(handle, "{")
        for field, key in PRINTED.items():
            told = _printed(handle, key)
            who[field] = pc.if_else(printed, told, who[field]) if who[field] is not None else told
    elif handle is None:
        who["handle"] = _owner(table.get("url"))
    if who["handle"] is not None:
        who["handle"] = filled(pc.utf8_ltrim(who["handle"], "@"))
    return who


def _printed(users: pa.StringArray, key: str) -> pa.StringArray:
    """A value of users printed as dictionaries; in such a text a quote mark decides which quote ends the value."""
    pattern = rf"'{key}': (?:'(?P<single>(?:[^'\\]|\\.)*)'|\"(?P<double>(?:[^\"\\]|\\.)*)\")"
    found = pc.extract_regex(users, pattern)
    single, double = pc.struct_field(found, "single"), pc.struct_field(found, "double")
    told = pc.if_else(pc.equal(single, ""), double, single)
    return filled(by_distinct(told, unprinted, pa.string()) if holds(told, ord("\\")) else told)


def _owner(urls: pa.StringArray | None) -> pa.StringArray | None:
    """An X address names its account: used only where the file names nobody."""
    if urls is None:
        return None
    who = pc.struct_field(pc.extract_regex(urls, f"(?i){X_OWNER}"), "who")
    return pc.if_else(pc.is_in(pc.utf8_lower(who), pa.array(["i", "anyuser", "statuses"])), NOTHING, who)


# --- what -------------------------------------------------------------------------------------------
def _what(table: Table, found: Recognition, words: Mapping[str, str]) -> dict[str, pa.Array | None]:
    """Texts and kinds of posts."""
    text = _texts(table, bool(found.details.get("escaped")))
    refers = {field: _reference(table.get(field)) for field in ("repost_of", "parent_id", "root_id", "quote_of")}
    marked = pc.match_substring_regex(text, REPOST)
    reposted = _reposted(table, text, marked)
    seen = _kinds_seen(table, refers, marked, str(found.details.get("answer", "reply")))
    said = table.get("kind")
    if said is not None:
        said = by_distinct(said, lambda cell: words.get(plain(cell)) or None, pa.string())
        # A tool that calls a reply a "tweet" does not deny that it is a reply: what is seen wins over a plain "post".
        seen = pc.coalesce(pc.if_else(pc.equal(said, "post"), NOTHING, said), seen, said)
    kind = pc.fill_null(seen, str(found.details.get("kind", "post")))
    answered = _answered(refers["parent_id"], refers["quote_of"], kind)
    return {"text": text, "kind": kind, "repost_of_handle": reposted, **refers, "parent_id": answered}


def _answered(
    parents: pa.StringArray | None, quoted: pa.StringArray | None, kinds: pa.StringArray
) -> pa.StringArray | None:
    """The post answered; of a quote that answers none, the post quoted: it refers to that one."""
    if quoted is None:
        return parents
    quoted = pc.if_else(pc.equal(kinds, "quote"), quoted, NOTHING)
    return quoted if parents is None else pc.coalesce(parents, quoted)


def _reposted(table: Table, text: pa.StringArray, marked: pa.BooleanArray) -> pa.StringArray | None:
    """The account reposted: said by a column, else shown by "RT @x:"."""
    told, shown = table.get("repost_of_handle"), None
    if pc.any(marked).as_py():
        found = pc.extract_regex(pc.if_else(marked, text, NOTHING), REPOST)
        shown = filled(pc.struct_field(found, "who"))
    known = [one for one in (None if told is None else filled(pc.utf8_ltrim(told, "@")), shown) if one is not None]
    return pc.coalesce(*known) if known else None


def _kinds_seen(
    table: Table, refers: Mapping[str, pa.StringArray | None], marked: pa.BooleanArray, answer: str
) -> pa.StringArray:
    """What a row shows itself to be, by its references, its flags or its text; null where it shows nothing."""
    n = len(table)
    reposts = (marked, _given(refers["repost_of"]), _flag(table, "is_repost"), _given(table.get("repost_of_handle")))
    is_repost = _any(n, *reposts)
    is_quote = _any(n, _flag(table, "is_quote"), _given(refers["quote_of"]))
    is_reply = _any(n, _given(refers["parent_id"]), _flag(table, "is_reply"))
    replies = pc.if_else(is_reply, answer, NOTHING)
    return pc.if_else(is_repost, "repost", pc.if_else(is_quote, "quote", replies))


def _texts(table: Table, escaped: bool) -> pa.StringArray:
    """The text, else the title, else nothing. An escaped column (X writes & as &amp;) is unescaped once."""
    text, title = table.cells.get("text"), table.get("title")
    if text is None:
        text = pa.nulls(len(table), pa.string()) if title is None else title
    elif title is not None:
        text = pc.if_else(pc.equal(pc.utf8_trim_whitespace(pc.fill_null(text, "")), ""), title, text)
    text = pc.fill_null(text, "")  # a picture alone: said to be without words, for every post has a text
    if holds(text, ord("\r")):
        text = pc.replace_substring(pc.replace_substring(text, "\r\n", "\n"), "\r", "\n")
    if escaped:
        for written, meant in ENTITIES:
            text = pc.replace_substring(text, written, meant)
    return text


def _reference(column: pa.StringArray | None) -> pa.StringArray | None:
    """The id of another post; an X address gives the id it holds."""
    if column is None:
        return None
    cells = pc.if_else(pc.match_substring_regex(column, REFERENCE), NOTHING, column)
    status = _status(cells)
    return cells if status is None else pc.coalesce(status, cells)


def _status(urls: pa.StringArray | None) -> pa.StringArray | None:
    return None if urls is None else pc.struct_field(pc.extract_regex(urls, f"(?i){X_STATUS}"), "id")


def _given(column: pa.Array | None) -> pa.BooleanArray | None:
    return None if column is None else pc.is_valid(column)


def _flag(table: Table, field: str) -> pa.BooleanArray | None:
    column = table.get(field)
    return None if column is None else pc.fill_null(flags(column), False)


def _any(n: int, *marks: pa.BooleanArray | None) -> pa.BooleanArray:
    whole = pa.repeat(pa.scalar(False), n)
    for mark in marks:
        whole = whole if mark is None else pc.or_(whole, mark)
    return whole


# --- figures ----------------------------------------------------------------------------------------
def _figures(table: Table, problems: list[Problem]) -> dict[str, pa.Array | None]:
    found: dict[str, pa.Array | None] = {}
    for field in ("likes", "reposts", "replies", "views", "followers"):
        column = table.get(field)
        found[field] = None if column is None else counts(column, field, table.lines, problems)
    stars, tone, lang = table.get("rating"), table.get("tone_declared"), table.get("lang_declared")
    found["rating"] = None if stars is None else ratings(stars, table.lines, problems)
    found["tone_declared"] = tone
    found["lang_declared"] = None if lang is None else languages(lang)
    for field in ("verified", "is_owned"):
        column = table.get(field)
        found[field] = None if column is None else flags(column)
    return found


# --- where ------------------------------------------------------------------------------------------
def _where(table: Table, found: Recognition, problems: list[Problem]) -> dict[str, pa.Array | None]:
    """Address, platform, and the id to trust: the X id of the address, else the id column when it holds platform ids,
    else the address."""
    urls = table.get("url")
    own = table.get("native_id") if found.details.get("id_trusted") else None
    if own is not None:
        own = _unrounded(own, table.lines, bool(found.details.get("ids_rounded")), problems)
    address = urls if found.details.get("url_trusted") else None
    choices = [one for one in (_status(address), own, address) if one is not None]
    native = pc.coalesce(*choices) if choices else None
    return {"native_id": native, "url": urls,
            "platform": platforms.of_column(table.get("platform"), urls, found.platform, len(table))}  # fmt: skip


def _unrounded(ids: pa.StringArray, lines: Lines, all_rounded: bool, problems: list[Problem]) -> pa.StringArray:
    """Ids that a spreadsheet has not rounded; the others are null, each a problem."""
    rounded = pc.is_valid(ids) if all_rounded else pc.fill_null(pc.match_substring_regex(ids, ROUNDED.pattern), False)
    if not pc.any(rounded, min_count=0).as_py():
        return ids
    for at in np.flatnonzero(np.asarray(rounded)):
        problems.append(Problem(int(lines[at]), "rounded-id", "native_id", ids[int(at)].as_py()[:CUT]))
    return pc.if_else(rounded, NOTHING, ids)


def file_problems(found: Recognition) -> tuple[Problem, ...]:
    """What is doubtful of the whole file (line 0): said once, so that the review counts it."""
    doubts = []
    if not found.dates.order_sure:
        doubts.append(Problem(0, "ambiguous-date", "published_at"))
    if found.dates.zone_is == "assumed":
        doubts.append(Problem(0, "no-zone", "published_at"))
    return tuple(doubts)
