"""Curebot: what a watch has found, in French, as a table.

`Date de trouvaille` is the day Curebot found a page, not the day it was published: the only date there is, told to
whoever imports. There is no id: the address is one. It never tells who wrote, nor any count.
"""

from rebond.importers.format import Format, Signature
from rebond.sentences import N_, Verbatim, say

FOUND = N_("Its dates are the days Curebot found each page, which may be later than the day it was published.")

FORMAT = Format(
    key="curebot",
    name=Verbatim("Curebot"),
    signatures=(Signature(("Date de trouvaille", "URL de la ressource")),),
    order="dmy",
    notes=(say(FOUND),),
    kind="post",
    columns={
        "published_at": ("Date de trouvaille",),
        "text": ("Contenu de la ressource",),
        "title": ("Titre de la ressource",),
        "url": ("URL de la ressource",),
        "platform": ("Domaine de la ressource",),
    },
    never=("likes", "reposts", "replies", "views", "followers", "is_owned"),
)
