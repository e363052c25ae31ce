"""NetBase, now Quid: sound bites as a workbook, about ten lines of terms of use under the table.

The name of the date column states an offset and a city ("Published Date (GMT-04:00) New York"): the city goes, summer
and winter. A row is a sound bite: the sentences of a post that match, not always the whole; told to whoever imports.
`Post ID` is an address or a number of its own. Followers stand in one column with visitors of sites: left aside.
"""

from rebond.importers.format import Format, Signature
from rebond.sentences import N_, Verbatim, say

BITES = N_("Its texts are the sentences of each post that match the search, not always the whole post.")

FORMAT = Format(
    key="netbase",
    name=Verbatim("NetBase Quid"),
    signatures=(Signature(("Sound Bite Text", "Source Type")),),
    notes=(say(BITES),),
    columns={
        "published_at": ("Published Date*",),
        "text": ("Sound Bite Text",),
        "title": ("Title",),
        "handle": ("Author Handle", "Author Name"),
        "author_name": ("Author Name",),
        "native_id": ("Post ID",),
        "url": ("URL",),
        "platform": ("Source Type", "Domain"),
        "kind": ("Post Type",),
        "_quoted": ("Quoted Post",),
        "reposts": ("Post Shares",),
        "likes": ("Post Likes",),
        "replies": ("Post Comments",),
        "views": ("Post Views",),
        "tone_declared": ("Sentiment",),
    },
    never=("followers", "is_owned", "rating"),
)
