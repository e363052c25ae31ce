"""LinkedIn: `Comments.csv` of the data a member asks for: that member's own comments.

Every one is marked as the organisation's own. `Link` is the address of the post commented, not of the comment: there is
no id. LinkedIn does not say in which zone its hours are written, and leaves some empty. It never names the author.
"""

from rebond.importers.format import Format, Signature
from rebond.sentences import N_, say

FORMAT = Format(
    key="linkedin_comments",
    name=say(N_("LinkedIn (a member's comments)")),
    # Anybody may name three columns so; LinkedIn alone writes its addresses with %3A.
    signatures=(Signature(("Date", "Message"), where={"Link": r"linkedin\.com/feed/update/urn%3Ali%3A"}),),
    platform="linkedin",
    kind="comment",
    columns={"published_at": ("Date",), "text": ("Message",), "parent_id": ("Link",)},
    never=("handle", "author_name", "native_id", "url", "likes", "views"),
    all_ours=True,
)
