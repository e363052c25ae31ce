"""Whether a file given as a log, a case sheet or a count is in truth an export of posts.

What strangers wrote must not become acts of the organisation, printed with their words: such a file is refused.
"""

import io
from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from rebond.errors import ExportError
from rebond.importers import Recognition, Source, read, recognise
from rebond.importers.names import forms
from rebond.importers.platforms import SUBJECTS

COUNTED = ("likes", "reposts", "replies", "views", "followers")
ANSWERS = ("parent_id", "root_id", "repost_of", "repost_of_handle", "quote_of")
HANDLES = frozenset({
    "username", "userhandle", "userscreenname", "screenname", "handle", "authorhandle", "authorusername", "pseudo",
    "pseudonyme", "nomdutilisateur", "auteurpseudo", "fromuser", "authoracct", "accountusername", "did", "userdid",
})  # fmt: skip
MOST_VOICES = 20  # people who wrote in one log, at most
MOST_AN_HOUR = 120  # acts that people write down in an hour, at most


def is_export(name: str, data: bytes) -> bool:
    """Whether a file is an export of posts: the format of a tool, or two of the marks that posts bear (their ids, who
    wrote them under a handle, their address on a platform, what they were answered or how often they were liked), or
    more voices than write in one log."""
    # What counts and tells nothing is a side series: "Date, Page, Followers".
    source = Source(name=name, size=len(data), open=lambda: io.BytesIO(data))
    try:
        found = recognise(source)
        if not {"text", "title"} & found.mapping.columns.keys():
            return False
        return found.known is not None or _marks(found) >= 2 or _voices(source, found) > MOST_VOICES
    except ExportError:
        return False


def is_too_busy(times: Iterable[datetime]) -> bool:
    """Whether more is dated to the minute in one hour than people write down."""
    hours = Counter(at.replace(minute=0, second=0) for at in times)
    return max(hours.values(), default=0) > MOST_AN_HOUR


def _marks(found: Recognition) -> int:
    named = {field for field, how in found.mapping.by.items() if how == "name"}
    return sum((
        bool(found.details.get("id_trusted")) and "native_id" in found.mapping.columns,
        bool(set(forms(found.mapping.name_of("handle"))) & HANDLES),
        bool(named.intersection(COUNTED)),
        bool(named.intersection(ANSWERS)),
        found.platform is not None and found.platform not in SUBJECTS,
    ))  # fmt: skip


def _voices(source: Source, found: Recognition) -> int:
    """How many accounts wrote the first rows, where a column says who wrote them."""
    first = next(read(source, found), None)
    return 0 if first is None else len(set(first.posts.column("handle").drop_null().to_pylist()))
