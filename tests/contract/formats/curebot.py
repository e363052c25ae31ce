from tests.contract.formats import Sample, header

from rebond.importers.formats.curebot import FOUND
from rebond.importers.recognition import ZONE
from rebond.sentences import say

WATCH = header("""Titre de la ressource,Contenu de la ressource,URL de la ressource,Domaine de la ressource,
Date de trouvaille,Tags""")
ARTICLE = "https://www.ledevoir.com/economie/rivage"

SAMPLES = (
    Sample(
        "a watch",
        columns=WATCH, delimiter=";", encoding="utf-8-sig",
        rows=(
            {"Titre de la ressource": "Rivage s'explique", "Contenu de la ressource": "Elle dit « chercher » 🔎\nvite.",
             "URL de la ressource": ARTICLE, "Domaine de la ressource": "ledevoir.com", "Tags": "rivage|crise",
             "Date de trouvaille": "02/10/2025 09:15"},
            {"Titre de la ressource": "Rivage charges twice", "Contenu de la ressource": "",
             "URL de la ressource": "https://www.reddit.com/r/montreal/comments/16yk", "Tags": "",
             "Domaine de la ressource": "reddit.com", "Date de trouvaille": "03/10/2025 08:00"},
        ),
        posts=(
            {"published_at": "2025-10-02T09:15:00+00:00", "text": "Elle dit « chercher » 🔎\nvite.", "platform": "web",
             "native_id": ARTICLE, "url": ARTICLE, "handle": None, "kind": "post", "likes": None},
            {"published_at": "2025-10-03T08:00:00+00:00", "text": "Rivage charges twice", "platform": "reddit"},
        ),
        also={"questions": (say(ZONE),), "warnings": (say(FOUND),)},
    ),
)  # fmt: skip
