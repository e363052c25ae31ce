"""Infomart: articles of the Canadian press, and what was said on air, as a table.

Dates are days, without hour nor zone. There is no id: the address is one, where there is one. The text is the lead, not
the article. Circulation and advertising value are estimates. It never tells a count of what readers did.
"""

from rebond.importers.format import Format, Signature
from rebond.sentences import Verbatim

FORMAT = Format(
    key="infomart",
    name=Verbatim("Infomart"),
    signatures=(Signature(("Publication", "Lead", "Byline", "Circulation")),),
    kind="post",
    columns={
        "published_at": ("Date",),
        "text": ("Lead",),
        "title": ("Title",),
        "handle": ("Byline", "Publication"),
        "url": ("Link",),
        "platform": ("Media",),
        "tone_declared": ("Tone",),
    },
    never=("likes", "reposts", "replies", "views", "followers", "is_owned"),
)
