"""minet: comments of Facebook as a table.

`created_time` is the instant. The account is the one of the address of its profile. Likes are reactions of every kind.
It never tells the post commented, views, followers nor a language.
"""

import pyarrow.compute as pc

from rebond.importers.format import Format, Signature
from rebond.importers.table import Table
from rebond.sentences import N_, say
from rebond.tables import NOTHING

PROFILE = r"facebook\.com/(?:profile\.php\?id=|people/[^/]+/)?(?P<who>[\w.]+)"


def adapt(table: Table) -> Table:
    """Accounts, from the address of their profile."""
    address = table.get("_profile")
    if address is None:
        return table
    who = pc.struct_field(pc.extract_regex(address, PROFILE), "who")
    return table.having(handle=pc.if_else(pc.equal(who, "people"), NOTHING, who))


FORMAT = Format(
    key="minet_facebook_comments",
    name=say(N_("minet (Facebook comments)")),
    signatures=(Signature(("fbid", "depth", "created_time", "reactions")),),
    zone="UTC",
    platform="facebook",
    kind="comment",
    columns={
        "published_at": ("created_time",),
        "text": ("text",),
        "author_name": ("author_name",),
        "_profile": ("author_url",),
        "verified": ("author_is_verified",),
        "native_id": ("id", "fbid"),
        "parent_id": ("parent_id",),
        "likes": ("reactions",),
        "replies": ("replies",),
    },
    never=("url", "root_id", "reposts", "views", "followers", "lang_declared"),
    adapt=adapt,
    makes=("handle",),
)
