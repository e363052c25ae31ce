"""What people corrected survives what can go wrong between two drawings."""

import json
from pathlib import Path

import pytest
from docx import Document
from tests.unit.desk.test_review import all_paragraphs, drawn, retype

from rebond.casefile.case import REVIEWS
from rebond.desk.corrections import EDITS
from rebond.errors import CannotWrite, CorrectionsDamaged

OURS = "Nous avons répondu tard, et nous le savons."


def corrected(folder: Path) -> None:
    """One sentence of the French document, typed over."""
    document = Document(str(folder / "review.fr.docx"))
    retype(next(p for p in all_paragraphs(document) if "Le volume a quitté" in p.text), OURS)
    document.save(str(folder / "review.fr.docx"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    done = drawn(tmp_path, lang="both", formats=("docx", "pdf"))
    corrected(done.folder)
    return done.folder


def says(path: Path) -> bool:
    return any(p.text == OURS for p in all_paragraphs(Document(str(path))))


def test_a_drawing_that_stops_in_the_middle_loses_no_correction(tmp_path: Path, folder: Path):
    obstacle = folder / "review.fr.pdf"  # what is moved aside or written over cannot be: a folder stands there
    obstacle.unlink()
    (obstacle / "held").mkdir(parents=True)
    for _ in range(2):
        with pytest.raises(CannotWrite):
            drawn(tmp_path, lang="both", formats=("docx", "pdf"))
    assert OURS in (folder / REVIEWS / EDITS).read_text("utf-8")
    (obstacle / "held").rmdir()
    obstacle.rmdir()
    drawn(tmp_path, lang="both", formats=("docx", "pdf"))
    assert says(folder / "review.fr.docx")


@pytest.mark.parametrize("text", ["", "{", '{"languages": []}', '{"version": 1}', "[]", "null"])
def test_a_damaged_list_of_corrections_is_told_and_never_written_over(tmp_path: Path, folder: Path, text: str):
    drawn(tmp_path, lang="both", formats=("docx",))
    path = folder / REVIEWS / EDITS
    good = path.read_text("utf-8")
    path.write_text(text)
    standing = (folder / "review.fr.docx").read_bytes()
    with pytest.raises(CorrectionsDamaged):
        drawn(tmp_path, lang="both", formats=("docx",))
    assert path.read_text() == text and (folder / "review.fr.docx").read_bytes() == standing
    path.write_text(good, "utf-8")
    drawn(tmp_path, lang="both", formats=("docx",))
    assert says(folder / "review.fr.docx") and json.loads(path.read_bytes())["languages"]
