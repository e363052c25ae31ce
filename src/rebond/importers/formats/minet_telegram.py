"""minet: messages of public channels of Telegram as a table.

Times state their offset. The account is the channel of the address; `user` is its title. Views are Telegram's own, of
the day of collection. A reply shows whom it answers, not which message. It never tells likes, replies nor followers.
"""

import pyarrow as pa
import pyarrow.compute as pc

from rebond.importers.format import Format, Signature
from rebond.importers.table import Table
from rebond.sentences import Verbatim
from rebond.tables import NOTHING


def adapt(table: Table) -> Table:
    """The channel, from its address; replies, from whom they answer."""
    found: dict[str, pa.StringArray] = {}
    address, answered = table.get("_channel"), table.get("_answered")
    if address is not None:
        channel = pc.struct_field(pc.extract_regex(address, r"t\.me/(?:s/)?(?P<name>\w+)"), "name")
        named = table.get("author_name")
        found["handle"] = channel if named is None else pc.coalesce(channel, named)
    if answered is not None:
        found["is_reply"] = pc.if_else(pc.is_valid(answered), "true", NOTHING)
    return table.having(**found)


FORMAT = Format(
    key="minet_telegram",
    name=Verbatim("minet (Telegram)"),
    signatures=(Signature(("link_to_message", "could_be_displayed")),),
    platform="telegram",
    columns={
        "published_at": ("datetime",),
        "text": ("text",),
        "author_name": ("user",),
        "_channel": ("user_link",),
        "url": ("link_to_message",),
        "_answered": ("is_reply_user",),
        "views": ("views",),
    },
    never=("likes", "reposts", "replies", "followers", "parent_id", "lang_declared"),
    adapt=adapt,
    makes=("handle", "kind"),
)
