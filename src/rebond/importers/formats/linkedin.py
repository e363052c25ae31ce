"""LinkedIn: `Shares.csv` of the data a member asks for: that member's own posts.

Every post is marked as the organisation's own. LinkedIn does not say in which zone its hours are written. The id is the
address. It never names the author, and never tells likes, comments or views.
"""

from rebond.importers.format import Format, Signature
from rebond.sentences import N_, say

FORMAT = Format(
    key="linkedin",
    name=say(N_("LinkedIn (a member's posts)")),
    signatures=(Signature(("ShareLink", "ShareCommentary")),),
    platform="linkedin",
    kind="post",
    columns={"published_at": ("Date",), "text": ("ShareCommentary",), "url": ("ShareLink",)},
    never=("handle", "author_name", "likes", "views"),
    all_ours=True,
)
