"""Global News: a press monitor of Latin America, in Spanish, as a workbook.

Day and hour stand in two columns, the day first, without zone. The number of an article is its own. The text is the
summary a reader of the monitor wrote. Audience, tier and CPE are estimates. It never tells a count of what readers did.
"""

from rebond.importers.format import Format, Signature
from rebond.sentences import Verbatim

FORMAT = Format(
    key="global_news",
    name=Verbatim("Global News"),
    signatures=(Signature(("Autor - Conductor", "Medio", "Fecha", "Resumen - Aclaracion")),),
    order="dmy",
    kind="post",
    columns={
        "published_at": ("Fecha",),
        "time": ("Hora",),
        "text": ("Resumen - Aclaracion",),
        "title": ("Titulo",),
        "handle": ("Autor - Conductor", "Medio"),
        "native_id": ("ID Noticia",),
        "url": ("Link Nota", "Link (Streaming - Imagen)"),
        "platform": ("Tipo de Medio",),
        "tone_declared": ("Tono",),
    },
    never=("likes", "reposts", "replies", "views", "followers", "is_owned"),
)
