"""4CAT: posts of LinkedIn collected in a browser (Zeeschuimer), as a table.

LinkedIn shows an age ("3d") and no date, and 4CAT counts back from it; but ids carry their clock, milliseconds since
1970 in all but the last 22 bits: the date is taken from them. Likes are reactions of every kind. It never tells views,
followers, a language, nor the comments themselves.
"""

import pyarrow as pa
import pyarrow.compute as pc

from rebond.importers.format import Format, Signature
from rebond.importers.table import Table
from rebond.sentences import Verbatim
from rebond.tables import NOTHING

ESTIMATE = r"^\d{10}$|^\d{4}-\d\d-\d\d "


def adapt(table: Table) -> Table:
    """The instant each id was issued, in the place of an estimate."""
    own, estimate = table.get("native_id"), table.get("published_at")
    if own is None or estimate is None:
        return table
    numbers = pc.if_else(pc.match_substring_regex(own, r"^[0-8]\d{18}$"), own, NOTHING).cast(pa.int64())
    issued = pc.shift_right(numbers, 22).cast(pa.string())
    known = pc.and_(pc.is_valid(issued), pc.match_substring_regex(estimate, ESTIMATE))
    return table.having(published_at=pc.if_else(pc.fill_null(known, False), issued, estimate))


FORMAT = Format(
    key="fourcat_linkedin",
    name=Verbatim("4CAT (LinkedIn)"),
    signatures=(Signature(("thread_id", "body", "timestamp_ago", "reactions")),),
    zone="UTC",
    platform="linkedin",
    kind="post",
    columns={
        "published_at": ("unix_timestamp", "timestamp"),
        "text": ("body",),
        "handle": ("author",),
        "author_name": ("author_name",),
        "profile": ("author_description",),
        "native_id": ("id",),
        "url": ("post_url",),
        "likes": ("reactions",),
        "reposts": ("shares",),
        "replies": ("comments",),
    },
    never=("views", "followers", "lang_declared", "parent_id", "root_id", "is_owned"),
    adapt=adapt,
)
