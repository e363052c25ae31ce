"""minet: submissions of Reddit as a table.

Times state their offset. The id is in the address. Points (votes for less votes against) are given as likes, and absent
below zero or where Reddit hides them; "[Deleted]" is nobody. It never tells followers nor a language.
"""

import pyarrow as pa
import pyarrow.compute as pc

from rebond.importers.format import Format, Signature
from rebond.importers.table import Table
from rebond.sentences import N_, say
from rebond.tables import NOTHING

PLACE = r"/comments/(?P<post>\w+)(?:/[^/]*/(?P<comment>\w+))?"


def known(table: Table) -> dict[str, pa.StringArray]:
    """Points that are counts: neither hidden nor below zero."""
    points = table.get("_points")
    return {} if points is None else {"likes": pc.if_else(pc.match_substring_regex(points, r"^\d+$"), points, NOTHING)}


def part(addresses: pa.StringArray, name: str, kind: str) -> pa.StringArray:
    """The full name (t1_…, t3_…) of a post or comment, from its address."""
    key = pc.struct_field(pc.extract_regex(addresses, PLACE), name)
    return pc.if_else(pc.equal(key, ""), NOTHING, pc.binary_join_element_wise(pa.scalar(kind), key, "_"))


def adapt(table: Table) -> Table:
    """Ids from addresses."""
    found, address = known(table), table.get("url")
    return table.having(**found) if address is None else table.having(**found, native_id=part(address, "post", "t3"))


FORMAT = Format(
    key="minet_reddit",
    name=say(N_("minet (Reddit submissions)")),
    signatures=(
        Signature(("raw_number_comments", "number_comments", "published_date")),
        Signature(("scraped_number_comments", "number_comments", "published_date")),
    ),
    platform="reddit",
    kind="post",
    columns={
        "published_at": ("published_date",),
        "text": ("author_text",),
        "title": ("title",),
        "handle": ("author",),
        "url": ("url",),
        "_points": ("points", "approximated_points"),
        "replies": ("number_comments",),
    },
    never=("author_name", "reposts", "views", "followers", "lang_declared"),
    absent={"handle": ("[Deleted]",)},
    titled=True,
    adapt=adapt,
    makes=("native_id", "likes"),
)
