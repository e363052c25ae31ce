"""One suite for every renderer: the same tree, the same figures, in both languages; equal arguments, equal bytes."""

import io
import re
import runpy
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from pypdf import PdfReader

from rebond.registry import registered
from rebond.render import charts
from rebond.render.spoken import put
from rebond.review.edits import Edits, InOneLanguage, apply_edits
from rebond.sentences import Token
from rebond.wording.voice import Voice

SAMPLE = runpy.run_path(str(Path(__file__).parents[1] / "unit" / "render" / "sample_review.py"))
REVIEW = SAMPLE["sample_review"]()
RENDERERS = registered("rebond.render", "RENDERER")
LANGUAGES = ("fr-CA", "fr-FR", "en")


def voice(lang: str) -> Voice:
    return Voice.of(lang, REVIEW.zone)


@cache
def rendered(key: str, lang: str) -> bytes:
    return RENDERERS[key].render(REVIEW, voice(lang), charts.draw_pictures(REVIEW, voice(lang)))


# --- reading back ---------------------------------------------------------------------------------------
class Page(HTMLParser):
    """The text of a page, and what stands in each link to the evidence, in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tokens: list[tuple[str, str]] = []
        self.inside: str | None = None
        self.unseen = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if values.get("class") == "token":
            self.inside = str(values["href"]).partition("#")[2]
            self.tokens.append((self.inside, ""))
        self.unseen += tag in ("style", "svg", "title")

    def handle_endtag(self, tag: str) -> None:
        self.inside = None if tag == "a" else self.inside
        self.unseen -= tag in ("style", "svg", "title")

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.words.append(data)
        if self.inside:
            self.tokens[-1] = (self.inside, self.tokens[-1][1] + data)


def text_of(content: bytes, suffix: str) -> str:
    """All the words of a document, spaces made one."""
    if suffix == ".pdf":
        words = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    elif suffix == ".docx":
        body = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
        words = re.sub(r"<[^>]+>", "", re.sub(r"</w:p>|<w:br/>", " ", body)).replace("&#160;", "\u00a0")
    else:
        words = " ".join(Page(content.decode()).words)
    return plain(words)


def plain(words: str) -> str:
    return re.sub(r"[\s\u200b]+", "", words)  # lines break where they like


def printed(part: object) -> Iterator[tuple[str, str]]:
    """Every figure of the tree as its reader reads it: (id, text), in order."""
    if isinstance(part, dict):
        if part.get("f"):
            yield part["f"], part["t"]
        for name, value in part.items():
            if name != "rests":  # the figures under a sentence that a person has rewritten
                yield from printed(value)
    elif isinstance(part, list):
        for value in part:
            yield from printed(value)


# --- what holds for all ------------------------------------------------------------------------------------
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("key", RENDERERS)
def test_every_figure_of_the_tree_is_on_the_page(key: str, lang: str):
    words = text_of(rendered(key, lang), RENDERERS[key].suffix)
    asked = list(printed(put(REVIEW, voice(lang))))
    assert len(asked) > 8
    for figure, text in asked:
        assert plain(text) in words, figure


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("key", RENDERERS)
def test_equal_arguments_give_equal_bytes(key: str, lang: str):
    again = RENDERERS[key].render(REVIEW, voice(lang), charts.draw_pictures(REVIEW, voice(lang)))
    assert again == rendered(key, lang)


@pytest.mark.parametrize("key", RENDERERS)
def test_the_renderer_is_named_after_what_format_asks(key: str):
    renderer = RENDERERS[key]
    assert renderer.key == key
    assert renderer.suffix == f".{key}"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_html_prints_each_figure_as_the_tree_does_and_links_it(lang: str):
    assert sorted(Page(rendered("html", lang).decode()).tokens) == sorted(printed(put(REVIEW, voice(lang))))


def test_both_languages_print_the_same_figures():
    french, english = (sorted(printed(put(REVIEW, voice(lang)))) for lang in ("fr", "en"))
    assert [figure for figure, _ in french] == [figure for figure, _ in english]
    same = {figure.id: Token(figure.id, figure.printed) for figure in REVIEW.figures}
    for said, lang in ((french, "fr"), (english, "en")):
        for figure, text in said:
            assert text == voice(lang).text(same[figure])


@pytest.mark.parametrize("lang", ["fr-CA", "fr-FR", "en"])
@pytest.mark.parametrize(("zone", "size"), [("Europe/Paris", (595.28, 841.89)), ("America/Toronto", (612, 792))])
def test_the_pdf_is_two_pages_of_the_paper_of_the_place(lang: str, zone: str, size: tuple[float, float]):
    content = RENDERERS["pdf"].render(
        replace(REVIEW, zone=zone), voice(lang), charts.draw_pictures(REVIEW, voice(lang))
    )
    pages = PdfReader(io.BytesIO(content)).pages
    assert len(pages) == 2
    for page in pages:
        assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(size, abs=0.5)


def test_the_pdf_says_its_language_and_its_standards():
    reader = PdfReader(io.BytesIO(rendered("pdf", "fr-CA")))
    metadata = reader.trailer["/Root"]["/Metadata"].get_data().decode()
    assert "pdfuaid:part>1" in metadata
    assert re.search(r"pdfaid:part>2.*pdfaid:conformance>A", metadata, re.DOTALL)
    assert reader.trailer["/Root"]["/Lang"] == "fr-CA"


def test_on_paper_a_name_that_signs_stands_under_its_label():
    """Copied out of the PDF, or read aloud, a label and what people wrote under it are two lines."""
    filled = Edits(by_lang={"fr": InOneLanguage(tag="fr-CA", blanks={"p2.approval.head": "Marie Roy, 2 mars"})})
    review, spoken = apply_edits(REVIEW, filled), voice("fr-CA")
    content = RENDERERS["pdf"].render(review, spoken, charts.draw_pictures(review, spoken))
    lines = [line.strip() for line in PdfReader(io.BytesIO(content)).pages[1].extract_text().splitlines()]
    assert "Marie Roy, 2 mars" in lines
