"""Feeds: RSS in its versions, RDF and Atom, as a site gives them. An entry is a row; its number stands for its line.

Dates are read as they are written, so that a day stays a day and a missing zone is asked for (docs/decisions/0052).
Entities of the file are never expanded, and nothing it points to is fetched.
"""

import codecs
import io
import re
from collections.abc import Iterator
from typing import Any

from rebond.errors import EmptyFeed, FeedTooLarge, NotATable
from rebond.importers.dates import looks_like_date
from rebond.importers.decode import encoding_of
from rebond.importers.format import formats
from rebond.importers.glimpse import Glimpse
from rebond.importers.markup import text_of
from rebond.importers.posts import build, file_problems
from rebond.importers.recognition import recognise_table
from rebond.importers.source import Batch, Recognition, Source
from rebond.sentences import N_, Verbatim, say

KEY = "feeds"
FORM = N_("XML feed")
LARGEST = 8 << 20  # bytes: a long feed has some hundred thousand, and reading takes half a second a megabyte
BATCH = 20_000
WIDE = 64  # bytes in which text of two bytes a letter, or four, has a zero
HEADER = ("entry.published", "entry.title", "entry.text", "entry.link", "entry.id", "entry.author", "entry.language")
BEFORE_ROOT = re.compile(
    rb"\s+|<\?[^>]*>|<!--.*?-->|<!DOCTYPE(?:[^\[>]*\[.*?\]\s*|[^\[>]*)>", re.DOTALL | re.IGNORECASE
)
ROOT = re.compile(rb"<(?:[\w.-]{1,40}:)?(?:rss|feed|rdf|channel)\b", re.IGNORECASE)
ZONE = re.compile(r"(?:[A-Z]{1,5}|[+-]\d\d:?\d\d)\s*$")
MAIL = re.compile(r"\S{1,99}@\S{1,199}\s{0,9}\(([^()]+)\)")
MARKUP = ("text/html", "application/xhtml+xml")


class Feeds:
    """XML whose root is that of a feed."""

    key = KEY
    order = 30

    def recognise(self, source: Source, zone: str | None) -> Recognition | None:
        """None when it is no feed. Raises FeedTooLarge, NotATable, EmptyFeed, and what a table may raise."""
        if not _is_feed(source.head(1 << 16)):
            return None
        if source.size > LARGEST:
            raise FeedTooLarge(file=Verbatim(source.name), size=source.size >> 20, most=LARGEST >> 20)
        rows = _entries(source)
        if not any(row[0] for row in rows):
            raise EmptyFeed(file=Verbatim(source.name))
        known = formats()["feed"]
        return recognise_table(
            Glimpse(source=source, importer=KEY, form=say(FORM), header=HEADER, sample=rows, known=known), zone
        )

    def read(self, source: Source, found: Recognition) -> Iterator[Batch]:
        """Every entry."""
        rows, problems = _entries(source), list(file_problems(found))
        for at in range(0, len(rows), BATCH):
            part = rows[at : at + BATCH]
            yield build(part, list(range(at + 1, at + len(part) + 1)), found, problems)
            problems = []


def _is_feed(head: bytes) -> bool:
    """Whether the first element, after declarations and comments, is the root of a feed. Two bytes a letter, or one."""
    plain = head.translate(None, b"\x00").lstrip(b"\xef\xbb\xbf\xff\xfe")
    return ROOT.match(plain, _prologue(plain)[0]) is not None


def _prologue(content: bytes) -> tuple[int, list[bytes]]:
    """(where the root may stand, what stands before it)."""
    at, before = 0, []
    while found := BEFORE_ROOT.match(content, at):
        at = found.end()
        before.append(found[0])
    return at, before


def _without_entities(source: Source, content: bytes) -> bytes:
    """The feed without its document type: names that stand for other names fill the memory in ten lines."""
    if b"\x00" in content[:WIDE]:
        content = codecs.BOM_UTF8 + content.decode(encoding_of(source), "replace").lstrip("\ufeff").encode()
    mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    root, before = _prologue(content[len(mark) :])
    kept = (one for one in before if not one[:9].upper().startswith(b"<!DOCTYPE"))
    return mark + b"".join(kept) + content[len(mark) + root :]


def _entries(source: Source) -> list[list[str]]:
    """Rows under HEADER. Raises NotATable for XML that reads as no feed, and what `encoding_of` may raise."""
    import feedparser

    with source.open() as stream:
        content = _without_entities(source, stream.read(LARGEST))
    try:
        # From a stream: a text would be taken for an address and fetched.
        read = feedparser.parse(io.BytesIO(content), sanitize_html=False, resolve_relative_uris=False)
    except Exception:  # of a damaged declaration or name it raises whatever its parsers happened to stumble on
        raise NotATable(file=Verbatim(source.name)) from None
    if not read.get("version") and not read.entries:
        raise NotATable(file=Verbatim(source.name))
    return [_row(entry, _told(read.feed, "language")) for entry in read.entries]


def _row(entry: Any, language: str) -> list[str]:
    text = next((one for one in entry.get("content") or () if _told(one, "value")), entry.get("summary_detail"))
    said = (text, entry.get("title_detail"), {"language": language})
    return [
        _date(entry), _words(entry.get("title_detail")), _words(text), _told(entry, "link"), _told(entry, "id"),
        _author(entry),
        next((found for one in said if (found := _told(one, "language"))), ""),
    ]  # fmt: skip


def _told(record: Any, name: str) -> str:
    """A value as text; empty where there is none."""
    # By the dictionary itself: feedparser's own gives one date in the place of another.
    found = dict.get(record, name) if isinstance(record, dict) else None
    return found.strip() if isinstance(found, str) else ""


def _author(entry: Any) -> str:
    """The name, without the address of mail that RSS puts before it."""
    written = _told(entry, "author")
    found = MAIL.fullmatch(written)
    return found[1] if found else _told(entry.get("author_detail"), "name") or written


def _words(detail: Any) -> str:
    """Texts as people read them, of whatever kind the feed says they are."""
    words = _told(detail, "value")
    return text_of(words) if _told(detail, "type") in MARKUP else words


def _date(entry: Any) -> str:
    """When an entry was published, else last changed, as it is written; in ISO form where it is written oddly."""
    for name in ("published", "updated", "created"):
        written, parsed = _told(entry, name), dict.get(entry, f"{name}_parsed")
        if not written:
            continue
        if looks_like_date(written) or parsed is None or ":" not in written:
            return written
        return "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}".format(*parsed[:6]) + ("Z" if ZONE.search(written) else "")
    return ""


IMPORTER = Feeds()
