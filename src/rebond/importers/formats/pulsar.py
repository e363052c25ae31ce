"""Pulsar TRAC: the results of a search, as a workbook of 200,000 rows at most, or as text.

Times are those of the account, and it is not said whose. The id is Pulsar's own; a post of X is told by its address.
`Parent` is the original of a repost, 0 for any other post. Visibility and impressions are its estimates. It never tells
who is answered.
"""

from rebond.importers.format import Format, Signature
from rebond.sentences import Verbatim

FORMAT = Format(
    key="pulsar",
    name=Verbatim("Pulsar TRAC"),
    caps=(200_000,),
    signatures=(Signature(("Search", "Application", "Content", "Parent")),),
    columns={
        "published_at": ("Date",),
        "text": ("Content",),
        "title": ("Title",),
        "native_id": ("ID",),
        "url": ("URL",),
        "platform": ("Source", "Domain"),
        "lang_declared": ("Language",),
        "repost_of": ("Parent",),
    },
    never=("parent_id", "root_id", "views", "is_owned"),
)
