from tests.contract.formats import Sample, header

from rebond.importers.recognition import ZONE
from rebond.sentences import say

MONITOR = header("""ID Noticia,Fecha,Hora,Medio,Tipo de Medio,Sección - Programa,Región,Título,Autor - Conductor,
Nro. Pagina,Dimensión,Duración - Nro. Caracteres,CPE,Tier,Audiencia,Tono,Resumen - Aclaracion,Link Nota,
Link (Streaming - Imagen),Menciones - Empresa""")
ARTICLE = "https://www.eltiempo.example/rivage"

SAMPLES = (
    Sample(
        "press and air",
        columns=MONITOR,
        rows=(
            {"ID Noticia": "9120034411", "Fecha": "01/10/2025", "Hora": "14:22:45", "Medio": "El Tiempo", "Tier": "1",
             "Tipo de Medio": "Internet", "Título": "Rivage cobró dos veces", "Autor - Conductor": "José Peña",
             "CPE": "1.200.000", "Audiencia": "480000", "Tono": "Negativo", "Link Nota": ARTICLE,
             "Resumen - Aclaracion": "La cooperativa dice que busca 🔎,\n\"rápido\"", "Menciones - Empresa": "Rivage"},
            {"ID Noticia": "9120034412", "Fecha": "02/10/2025", "Hora": "8:05:00", "Medio": "Caracol",
             "Tipo de Medio": "Radio", "Título": "En breve", "Resumen - Aclaracion": "Rivage, dos cobros",
             "Audiencia": "0", "Tono": "Neutro", "Link (Streaming - Imagen)": "https://monitor.example/a/12"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45+00:00", "platform": "web", "native_id": "9120034411", "kind": "post",
             "handle": "José Peña", "text": "La cooperativa dice que busca 🔎,\n\"rápido\"", "url": ARTICLE,
             "tone_declared": "Negativo", "views": None, "likes": None},
            {"published_at": "2025-10-02T08:05:00+00:00", "platform": "radio", "handle": "Caracol",
             "url": "https://monitor.example/a/12"},
        ),
        also={"questions": (say(ZONE),)},
    ),
)  # fmt: skip
