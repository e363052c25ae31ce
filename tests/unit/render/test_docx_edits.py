"""A review edited as people edit: in python-docx for Word's ways, in LibreOffice, and without any mark of ours left."""

import io
import random
import re
import runpy
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from rebond.errors import DocumentNotOurs, DocumentUnreadable
from rebond.render import docx
from rebond.render.charts import draw_pictures
from rebond.render.docx_edits import Reading, read_edits, told, written_in
from rebond.review.blocks import Review
from rebond.review.edits import Edits, Printed, apply_edits, from_plain, to_plain
from rebond.review.written import same
from rebond.wording.voice import Voice

sample_review = runpy.run_path(str(Path(__file__).with_name("sample_review.py")))["sample_review"]
FR, EN = Voice.of("fr", "America/Toronto"), Voice.of("en", "America/Toronto")
PICTURES = draw_pictures(sample_review(), FR)
WRITTEN = docx.render(sample_review(), FR, PICTURES)


def edited(change: Callable[[list[Paragraph]], object], content: bytes = WRITTEN) -> bytes:
    """The document after `change`, which is given every paragraph in reading order."""
    document = Document(io.BytesIO(content))
    change([Paragraph(p, document) for p in document.element.body.iter(qn("w:p"))])
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def read(content: bytes, known: Edits | None = None) -> Reading:
    return read_edits("review.fr.docx", content, known or Edits())


def words(reading: Reading, id: str) -> tuple[str | Printed, ...]:
    return reading.edits.by_lang["fr"].lines[id].words


def text(paragraph: Paragraph) -> str:
    return "".join(node.text or "" for node in paragraph._p.iter(qn("w:t")))


def find(paragraphs: list[Paragraph], start: str) -> Paragraph:
    return next(p for p in paragraphs if same(text(p)).startswith(same(start)))


def replace_text(paragraph: Paragraph, old: str, new: str) -> None:
    node = next(node for node in paragraph._p.iter(qn("w:t")) if old in (node.text or ""))
    node.text = node.text.replace(old, new)


def retype(paragraph: Paragraph, words: str) -> None:
    """Three clicks and a new sentence: everything of ours in the paragraph goes."""
    for node in [child for child in paragraph._p if child.tag != qn("w:pPr")]:
        paragraph._p.remove(node)
    paragraph.add_run(words)


def remove(paragraph: Paragraph) -> None:
    paragraph._p.getparent().remove(paragraph._p)


# --- what people do -------------------------------------------------------------------------------------
def test_a_document_nobody_touched_holds_no_edit():
    reading = read(edited(lambda _: None))
    assert not reading.changed
    assert told(reading) == ()


def test_words_around_a_figure_are_kept_and_the_figure_stays_a_figure():
    reading = read(edited(lambda all: replace_text(find(all, "Double"), " publications captées", " messages lus")))
    title = words(reading, "p1.title")
    assert Printed("volume", "6\u202f412") in title
    assert "messages lus" in "".join(part for part in title if isinstance(part, str))
    assert told(reading)[0].n == 1


def test_the_next_run_prints_the_new_value_in_their_sentence():
    reading = read(edited(lambda all: replace_text(find(all, "Double"), " publications captées", " messages lus")))
    again = docx.render(apply_edits(with_volume(7001), from_plain(to_plain(reading.edits))), FR, PICTURES)
    title = next(line for line in lines_of(again) if "messages lus" in line)
    assert "7\u202f001 messages lus" in title


def test_a_number_typed_over_stays_and_the_line_is_flagged_when_the_figure_moves():
    reading = read(edited(lambda all: replace_text(find(all, "Double"), "6\u202f412", "6 500")))
    assert all(part.figure != "volume" for part in words(reading, "p1.title") if isinstance(part, Printed))
    again = apply_edits(with_volume(7001), reading.edits)
    assert again.pages[0].title.moved == ("volume",)
    assert any(
        "6 500" in line and "un chiffre a changé depuis" in line for line in lines_of(docx.render(again, FR, PICTURES))
    )


def test_a_paragraph_retyped_whole_is_found_by_its_place():
    reading = read(edited(lambda all: retype(find(all, "Nous l’avons détecté"), "Vu à 8 h 15 par la garde de nuit.")))
    assert words(reading, "p1.acts.detected") == ("Vu à 8 h 15 par la garde de nuit.",)
    assert (reading.lines, reading.hidden, reading.loose) == (1, 0, ())


def test_a_line_deleted_stays_out_of_both_languages():
    reading = read(edited(lambda all: remove(find(all, "Le volume est revenu"))))
    assert (reading.lines, reading.hidden) == (0, 1)
    again = apply_edits(sample_review(), reading.edits)
    assert not any("came back to its usual range" in line for line in lines_of(docx.render(again, EN, PICTURES)))


def test_a_line_split_with_enter_stays_one_sentence():
    def split(all: list[Paragraph]) -> None:
        first = find(all, "L’avis de remboursement")
        second = deepcopy(first._p)
        first._p.addnext(second)
        replace_text(first, first_half, "L’avis portait une date.")
        for node in list(first._p):
            if node.tag == qn("w:bookmarkEnd") or text_of(node) not in ("", "L’avis portait une date."):
                first._p.remove(node)
        second.remove(second.find(qn("w:bookmarkStart")))
        next(second.iter(qn("w:t"))).text = "Il paraissait dans les deux langues."

    first_half = "L’avis de remboursement portait une date et paraissait dans les deux langues à la même minute."
    reading = read(edited(split))
    assert words(reading, "p1.worked.notice") == ("L’avis portait une date.\nIl paraissait dans les deux langues.",)


def text_of(node: object) -> str:
    return "".join(t.text or "" for t in node.iter(qn("w:t")))  # type: ignore[attr-defined]


def test_words_added_after_the_tag_belong_to_the_sentence():
    reading = read(edited(lambda all: find(all, "Quatre approbations").add_run(" C’est trop.")))
    assert "".join(map(str, words(reading, "p1.less.approvals"))).endswith("C’est trop.")


def test_a_blank_filled_in_comes_back_on_its_rule():
    def fill(all: list[Paragraph]) -> None:
        rules = [p for p in all if p._p.pPr.pStyle is not None and p._p.pPr.pStyle.val == "Rule"]
        next(rules[1]._p.iter(qn("w:t"))).text = "Oui, M. Roy, 28 novembre"
        rules[1]._p.find(f".//{qn('w:showingPlcHdr')}").getparent().remove(
            rules[1]._p.find(f".//{qn('w:showingPlcHdr')}")
        )

    reading = read(edited(fill))
    assert reading.edits.by_lang["fr"].blanks == {
        "pages/decide/blocks/Decisions needed/rows/p2.decision.1/5": "Oui, M. Roy, 28 novembre"
    }
    again = docx.render(apply_edits(sample_review(), reading.edits), FR, PICTURES)
    assert any("Oui, M. Roy, 28 novembre" in line for line in lines_of(again))
    assert not read(again, reading.edits).changed


def test_a_name_written_over_the_label_of_a_blank_is_what_fills_it():
    reading = read(edited(lambda all: retype(find(all, "à compléter par les finances"), "1,2 M$ (J. Roy)")))
    assert list(reading.edits.by_lang["fr"].blanks.values()) == ["1,2 M$ (J. Roy)"]


def test_the_prompt_word_puts_in_an_emptied_blank_is_nobody_s_answer():
    def prompt(all: list[Paragraph]) -> None:
        style = all[0].part.document.styles.add_style("Placeholder Text", 2)
        style.element.set(qn("w:styleId"), "Textedelespacerserv")
        rule = next(p for p in all if p._p.pPr.pStyle is not None and p._p.pPr.pStyle.val == "Rule")
        node = next(rule._p.iter(qn("w:t")))
        node.text = "Cliquez ou appuyez ici pour entrer du texte."
        node.getparent().style = "Textedelespacerserv"

    assert not read(edited(prompt)).changed


def test_tracked_changes_count_as_accepted():
    def track(all: list[Paragraph]) -> None:
        paragraph = find(all, "Quatre approbations")
        run = next(r for r in paragraph._p.iter(qn("w:r")) if "Quatre" in text_of(r))
        struck, added = OxmlElement("w:del"), OxmlElement("w:ins")
        run.addprevious(struck)
        run.addnext(added)
        struck.append(run)
        for node in run.iter(qn("w:t")):
            node.tag = qn("w:delText")
        added.append(deepcopy(run))
        for node in added.iter(qn("w:delText")):
            node.tag, node.text = qn("w:t"), "Quatre approbations, deux de trop."

    reading = read(edited(track))
    assert words(reading, "p1.less.approvals") == ("Quatre approbations, deux de trop.",)
    assert reading.pending == 2


def test_what_an_editor_changes_by_itself_is_no_edit():
    def autocorrect(all: list[Paragraph]) -> None:
        for node in (node for p in all for node in p._p.iter(qn("w:t"))):
            node.text = (node.text or "").replace("’", "'").replace("\u202f", "\u00a0").replace("…", "...")

    assert not read(edited(autocorrect)).changed


def test_a_run_cut_in_pieces_by_the_spell_checker_is_no_edit():
    def cut(all: list[Paragraph]) -> None:
        for run in [run for p in all for run in p._p.iter(qn("w:r")) if len(text_of(run)) > 8]:
            half, node = deepcopy(run), next(run.iter(qn("w:t")))
            next(half.iter(qn("w:t"))).text, node.text = node.text[5:], node.text[:5]
            run.addnext(half)

    assert not read(edited(cut)).changed


def test_what_has_no_place_in_the_tree_is_told_and_nothing_else_moves():
    def add(all: list[Paragraph]) -> None:
        paragraph = find(all, "Ce qui a suivi nos réponses")
        paragraph.insert_paragraph_before("Note de la directrice : à revoir avec le conseil.")
        replace_text(find(all, "M. Roy"), "M. Roy", "Mme Roy")

    reading = read(edited(add))
    assert [one.text for one in reading.loose] == ["Note de la directrice : à revoir avec le conseil.", "Mme Roy"]
    assert (reading.lines, reading.hidden, reading.blanks) == (0, 0, 0)
    assert "Note de la directrice" in FR.text(told(reading)[0])


def test_a_picture_replaced_is_told():
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WRITTEN)) as old, zipfile.ZipFile(content, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"another picture" if name.endswith(".png") else old.read(name))
    assert read(content.getvalue()).picture_replaced


def test_edits_of_two_runs_add_up():
    first = read(edited(lambda all: replace_text(find(all, "Quatre"), "Quatre", "Cinq")))
    again = docx.render(apply_edits(sample_review(), first.edits), FR, PICTURES)
    second = read(edited(lambda all: replace_text(find(all, "Cellule levée"), "Cellule", "Équipe"), again), first.edits)
    assert second.lines == 1
    assert set(second.edits.by_lang["fr"].lines) == {"p1.less.approvals", "p1.less.exit"}


@pytest.mark.parametrize("seed", range(6))
def test_whatever_people_do_the_document_drawn_again_holds_no_new_edit(seed):
    chance = random.Random(seed)

    def anything(all: list[Paragraph]) -> None:
        for paragraph in chance.sample(all, 8):
            nodes = list(paragraph._p.iter(qn("w:t")))
            chance.choice((
                lambda p=paragraph: remove(p) if p._p.getparent() is not None else None,
                lambda p=paragraph: retype(p, chance.choice(("Non.", "%(a)s %s", "\u202e6\u202f412", "</w:t>"))),
                lambda n=nodes: [setattr(node, "text", (node.text or "")[::-1]) for node in n],
            ))()  # fmt: skip

    reading = read(edited(anything))
    known = from_plain(to_plain(reading.edits))
    again = read(docx.render(apply_edits(sample_review(), known), FR, PICTURES), known)
    assert not again.changed
    assert again.edits == known == reading.edits


# --- other editors ----------------------------------------------------------------------------------------
def unmarked(content: bytes) -> bytes:
    """As Google Docs saves it: no content control, no bookmark of ours, no record."""
    saved = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(saved, "w") as new:
        for name in old.namelist():
            if name.startswith("customXml/"):
                continue
            data = old.read(name).decode("utf-8", "surrogateescape")
            if name == "word/document.xml":
                data = re.sub(
                    r"<w:sdtPr>.*?</w:sdtPr>|</?w:sdt>|</?w:sdtContent>|<w:bookmark(Start|End)[^>]*/>", "", data
                )
            if name.endswith(".rels"):
                data = re.sub(r"<Relationship [^>]*customXml[^>]*/>", "", data)
            new.writestr(name, data.encode("utf-8", "surrogateescape"))
    return saved.getvalue()


def test_without_our_record_the_one_kept_by_the_case_serves():
    with pytest.raises(DocumentNotOurs):
        read(unmarked(WRITTEN))
    assert not read_edits("x", unmarked(WRITTEN), Edits(), written_in("x", WRITTEN)).changed


def test_without_any_mark_sentences_are_found_by_likeness_and_figures_by_value():
    def change(all: list[Paragraph]) -> None:
        replace_text(find(all, "Double"), " publications captées", " messages lus")
        retype(find(all, "Nous l’avons détecté"), "Vu à 8 h 15 par la garde de nuit.")
        remove(find(all, "Le volume est revenu"))

    reading = read_edits("x", edited(change, unmarked(WRITTEN)), Edits(), written_in("x", WRITTEN))
    assert [part.figure for part in words(reading, "p1.title") if isinstance(part, Printed)] == [
        "volume",
        "ttfr",
        "rtb",
    ]
    assert words(reading, "p1.acts.detected") == ("Vu à 8 h 15 par la garde de nuit.",)
    assert reading.edits.hidden == {"p1.now.normal"}


def test_libreoffice_keeps_what_a_later_reading_needs(tmp_path):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("needs LibreOffice (soffice) to save the document as it does")
    change = edited(lambda all: replace_text(find(all, "Double"), " publications captées", " messages lus"))
    (tmp_path / "review.docx").write_bytes(change)
    command = [office, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to",
               "docx:MS Word 2007 XML", "--outdir", str(tmp_path / "out"), str(tmp_path / "review.docx")]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)
    reading = read((tmp_path / "out" / "review.docx").read_bytes())
    assert (reading.lines, reading.hidden, reading.blanks, reading.loose, reading.picture_replaced) == (
        1,
        0,
        0,
        (),
        False,
    )
    assert Printed("volume", "6\u202f412") in words(reading, "p1.title")


# --- files that are not ours ------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7", b"PK\x03\x04 cut", WRITTEN[:5000]], ids=["empty", "pdf", "zip", "cut"]
)
def test_what_is_not_a_word_document_is_refused_with_its_name(content):
    with pytest.raises(DocumentUnreadable) as refused:
        read(content)
    assert refused.value.values == {"file": "review.fr.docx"}


def test_a_document_type_is_refused_before_anything_is_expanded():
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha">]><a>&b;</a>'
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w") as new:
        new.writestr("word/document.xml", bomb)
    with pytest.raises(DocumentUnreadable):
        read(saved.getvalue())


def test_another_text_saved_under_the_same_name_is_refused_rather_than_taken_for_ours():
    with pytest.raises(DocumentNotOurs):
        read(edited(lambda all: [retype(p, f"Ordre du jour, point {n}") for n, p in enumerate(all)]))


# --- ------------------------------------------------------------------------------------------------------
def lines_of(content: bytes) -> list[str]:
    return [text(p) for p in (Paragraph(p, None) for p in Document(io.BytesIO(content)).element.body.iter(qn("w:p")))]  # type: ignore[arg-type]


def with_volume(n: int) -> Review:
    """The sample review, had the exports held n posts."""
    review = sample_review()
    title = review.pages[0].title
    values = tuple(
        (key, replace(v, value=n) if getattr(v, "figure", None) == "volume" else v) for key, v in title.sentence.values
    )
    first = replace(review.pages[0], title=replace(title, sentence=replace(title.sentence, values=values)))
    figures = tuple(replace(f, value=n, printed=n) if f.id == "volume" else f for f in review.figures)
    return replace(review, pages=(first, review.pages[1]), figures=figures)


# --- the state of the review --------------------------------------------------------------------------------
DRAFT, CORRECTED, APPROVED = "brouillon calculé", "corrigé", "approuvé"  # the sample stands at "corrigé"


def step(paragraphs: list[Paragraph], name: str) -> Paragraph:
    return next(p for p in paragraphs if same(text(p)) in (f"○ {name}", f"● {name}"))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda ps: None, None),
        (lambda ps: (replace_text(step(ps, APPROVED), "○", "●"), replace_text(step(ps, CORRECTED), "●", "○")), 2),
        (lambda ps: replace_text(step(ps, APPROVED), "○", "●"), 2),  # the old mark left in its place
        (lambda ps: replace_text(step(ps, APPROVED), "○ approuvé", "x approuvé"), 2),
        (lambda ps: retype(step(ps, CORRECTED), "● Approuvé"), 2),
        (lambda ps: (remove(step(ps, DRAFT)), remove(step(ps, CORRECTED))), 2),
        (lambda ps: (replace_text(step(ps, DRAFT), "○", "●"), replace_text(step(ps, CORRECTED), "●", "○")), 0),
    ],
)  # fmt: skip
def test_the_state_is_what_people_marked_or_typed(change, expected):
    reading = read(edited(change))
    assert reading.state == expected
    assert reading.changed == (expected is not None) and not reading.loose
    if expected is not None:
        assert reading.edits.state.step == expected and ("volume", "6\u202f412") in reading.edits.state.figures


def test_the_state_set_in_one_document_stands_in_both():
    def approve(paragraphs: list[Paragraph]) -> None:
        replace_text(step(paragraphs, APPROVED), "○", "●")
        texts = [same(text(paragraph)) for paragraph in paragraphs]
        retype(paragraphs[texts.index("Approbation : nom, date") + 2], "M. Roy, 28 novembre")

    reading = read(edited(approve))
    review = apply_edits(sample_review(), reading.edits)
    for voice, approved in ((FR, "● approuvé"), (EN, "● approved")):
        lines = lines_of(docx.render(review, voice, draw_pictures(review, voice)))
        assert approved in lines and "M. Roy, 28 novembre" in lines
