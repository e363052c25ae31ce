"""What the typeface cannot draw is named, in the reader's language, and counted."""

import json
import runpy
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from rebond.render import charts, pdf
from rebond.render.printable import Printable
from rebond.wording.voice import Voice

sample_review = runpy.run_path(str(Path(__file__).with_name("sample_review.py")))["sample_review"]


@pytest.mark.parametrize(
    ("lang", "text", "printed", "replaced"),
    [
        ("fr", "feu 🔥", "feu [feu]", 1),
        ("en", "feu 🔥", "feu [fire]", 1),
        ("fr", "مرحبا بالعالم, ok", "[texte en écriture arabe], ok", 1),
        ("en", "汉字", "[text in Chinese characters]", 1),
        ("en", "停電、全国。 終", "[text in Chinese characters]", 1),
        ("fr", "全国的な サービス停止、発生", "[texte en japonais]", 1),
        ("fr", "a\u202eb\x07c\ud800", "abc", 3),
        ("fr", "Ａ①", "A1", 0),
        ("fr", "Ça coûte 5 €, Ωmega et Жук", "Ça coûte 5 €, Ωmega et Жук", 0),
        ("en", "a\tb\u3000c", "a b c", 0),
    ],
)
def test_it_names_what_it_cannot_draw(lang: str, text: str, printed: str, replaced: int):
    drawable = Printable(Voice.of(lang))
    assert (drawable(text), drawable.replaced) == (printed, replaced)


def test_a_word_that_no_line_holds_may_break():
    assert Printable(Voice.of("en"))("x" * 80).replace("\u200b", "") == "x" * 80


def test_naughty_strings_never_stop_the_pdf(shared_data: Path):
    naughty = json.loads((shared_data / "hostile" / "blns.json").read_text("utf-8"))
    review, voice = sample_review("".join(sorted(set("".join(naughty))))), Voice.of("fr", "America/Toronto")
    pictures = charts.draw_pictures(sample_review(), voice)
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(pdf.render(review, voice, pictures))).pages)
    assert "absents de la police" in text
    assert "6\u202f412" in text
