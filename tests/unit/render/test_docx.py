"""The review in Word, read back by an independent reader (zip and ElementTree)."""

import io
import json
import runpy
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from rebond.render import docx
from rebond.render.charts import draw_pictures
from rebond.review.blocks import Line, Review
from rebond.sentences import Sentence, Token, Verbatim, say
from rebond.wording.voice import Voice

sample_review = runpy.run_path(str(Path(__file__).with_name("sample_review.py")))["sample_review"]
VOICES = {tag: Voice.of(tag, "America/Toronto") for tag in ("fr-CA", "fr-FR", "en-CA")}
PICTURES = {tag: draw_pictures(sample_review(), voice) for tag, voice in VOICES.items()}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def drawn(tag: str, review: Review | None = None) -> bytes:
    return docx.render(review or sample_review(), VOICES[tag], PICTURES[tag])


def part(content: bytes, name: str = "word/document.xml") -> ElementTree.Element:
    return ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(content)).read(name))


def text(node: ElementTree.Element) -> str:
    return "".join(t.text or "" for t in node.iter(W + "t"))


def figures_printed(node: object, voice: Voice) -> list[tuple[str, str]]:
    """Every figure of the tree with what the voice says of it, found by brute force."""
    if isinstance(node, Line):
        return [] if node.hidden or node.edited else figures_printed(node.sentence, voice)
    if isinstance(node, Token):
        return [(node.figure, voice.text(node.value))]
    if isinstance(node, Sentence):
        return [one for _, value in node.values for one in figures_printed(value, voice)]
    if isinstance(node, tuple):
        return [one for inner in node for one in figures_printed(inner, voice)]
    names = getattr(type(node), "__dataclass_fields__", {}) if type(node).__module__ == Line.__module__ else {}
    return [one for name in names for one in figures_printed(getattr(node, name), voice)]


@pytest.mark.parametrize("tag", VOICES)
def test_each_figure_of_the_tree_is_a_content_control_with_its_id_and_value(tag):
    controls = Counter(
        (sdt.find(f"{W}sdtPr/{W}tag").get(W + "val"), text(sdt)) for sdt in part(drawn(tag)).iter(W + "sdt")
    )
    assert controls - Counter({key: n for key, n in controls.items() if key[0] == "blank"}) == Counter(
        figures_printed(sample_review().pages, VOICES[tag])
    )


def test_both_languages_print_the_same_figures():
    ids = [[sdt.find(f"{W}sdtPr/{W}tag").get(W + "val") for sdt in part(drawn(tag)).iter(W + "sdt")] for tag in VOICES]
    assert Counter(ids[0]) == Counter(ids[1]) == Counter(ids[2])


def test_a_hidden_line_is_nowhere_in_the_file():
    content = drawn("en-CA")
    assert "p1.acts.hidden" not in record(content)
    assert "p1.acts.detected" in record(content)


def record(content: bytes) -> str:
    return part(content, "customXml/item1.xml").text or ""


def test_equal_reviews_give_equal_bytes_dated_by_the_review():
    first, second = drawn("fr-CA"), drawn("fr-CA")
    assert first == second
    core = part(first, "docProps/core.xml")
    told = {node.tag.partition("}")[2]: node.text for node in core}
    assert told["created"] == told["modified"] == "2025-11-21T15:00:00Z"
    assert told["creator"] == "Coopérative Rivage"
    assert told["language"] == "fr-CA"
    assert told["title"].startswith("Double prélèvement d’octobre 2025")
    assert {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(first)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("tag", ["fr-CA", "en-CA", "fr-FR"])
@pytest.mark.parametrize(("zone", "size"), [("America/Toronto", "12240"), ("Europe/Paris", "11906")])
def test_the_language_is_the_reader_s_and_the_paper_that_of_the_place(tag, zone, size):
    content = drawn(tag, replace(sample_review(), zone=zone))
    assert {page.get(W + "w") for page in part(content).iter(W + "pgSz")} == {size}
    assert next(part(content, "word/styles.xml").iter(W + "lang")).get(W + "val") == tag


def test_the_picture_carries_its_alternative_text_and_tables_their_header_row():
    body = part(drawn("fr-CA"))
    alt = [node.get("descr") for node in body.iter() if node.tag.endswith("}docPr")]
    assert len(alt) == 1
    assert len(alt[0]) > 80
    headers = [sum(1 for _ in table.findall(f"{W}tr/{W}trPr/{W}tblHeader")) for table in body.iter(W + "tbl")]
    assert headers.count(1) == 4  # decisions, lessons, promises, relations; the others only lay out
    assert set(headers) == {0, 1}


def test_titles_are_word_titles_so_that_the_navigation_pane_lists_them():
    used = Counter(style.get(W + "val") for style in part(drawn("en-CA")).iter(W + "pStyle"))
    assert (used["Title"], used["Heading1"]) == (2, 3)
    known = {style.get(W + "styleId") for style in part(drawn("en-CA"), "word/styles.xml").iter(W + "style")}
    named = {
        node.get(W + "val")
        for name in (W + "pStyle", W + "rStyle", W + "tblStyle")
        for node in part(drawn("en-CA")).iter(name)
    }
    assert named <= known


def test_no_two_objects_share_a_number_and_no_tag_is_longer_than_word_allows():
    review = sample_review()
    long = replace(review.pages[0].title, sentence=say("%(n)s posts captured", n=Token("volume." + "x" * 80, 12)))
    body = part(drawn("fr-CA", replace(review, pages=(replace(review.pages[0], title=long), review.pages[1]))))
    ids = [node.get(W + "id") for node in body.iter(W + "bookmarkStart")]
    ids += [node.get(W + "val") for node in body.iter(W + "id")]
    assert len(ids) == len(set(ids))
    names = [node.get(W + "name") for node in body.iter(W + "bookmarkStart")]
    assert len(names) == len(set(names))
    assert max(len(name) for name in names) <= 40
    assert max(len(node.get(W + "val")) for node in body.iter(W + "tag")) <= 64


HOSTILE = (
    "</w:t></w:r>",
    "a\x00b\x0b\x1f\ufffe\ud800c",
    "=cmd|' /C calc'!A0",
    "\u202eevil\u202c \u05d0\u05d1",
    "👩‍👩‍👧‍👦 🏳️‍🌈",
    "a\r\nb\tc",
    "]]>&amp;&#x0;",
)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_only_words(words):
    content = drawn("fr-CA", sample_review(words))
    opened(content)
    assert "evil" not in words or "evil" in text(part(content))


def opened(content: bytes) -> None:
    """Opens in python-docx, and every XML part is well formed."""
    from docx import Document

    archive = zipfile.ZipFile(io.BytesIO(content))
    for name in archive.namelist():
        if name.endswith((".xml", ".rels")):
            ElementTree.fromstring(archive.read(name))
    assert len(Document(io.BytesIO(content)).tables) > 5


def test_515_naughty_strings_are_printed_and_break_nothing(shared_data):
    strings = json.loads((shared_data / "hostile" / "blns.json").read_text("utf-8"))
    assert len(strings) == 515
    limits = tuple(say("Times are in the zone %(zone)s.", zone=Verbatim(one)) for one in strings)
    content = drawn("en-CA", replace(sample_review(" ".join(strings)), limits=limits))
    opened(content)
    printed = [text(p) for p in part(content).iter(W + "p")]
    plain = [one for one in strings if one.isprintable() and one.strip()]
    assert len(plain) > 400
    assert all(f"Times are in the zone {one}." in printed for one in plain)
