"""The talk in a real terminal (a pseudo one), keys only."""

import os
import re
import select
import sys

import pytest
from tests.unit.importers.guided import sheets

pty = pytest.importorskip("pty", reason="needs a system with pseudo-terminals")
PATIENCE = 60  # seconds without a word, after which the process is taken for hung
MARKS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def talked(words, keys, folder, lang):
    """(exit number, all that was shown) of `rebond` typed in a terminal, `keys` typed at each prompt."""
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(folder)
        environment = {**os.environ, "REBOND_LANG": lang, "TERM": "xterm", "COLUMNS": "120"}
        command = [sys.executable, "-c", "from rebond.cli import main; main()", *words]
        os.execvpe(sys.executable, command, environment)
    shown, keys = b"", list(keys)
    while select.select([terminal], [], [], PATIENCE)[0]:
        try:
            piece = os.read(terminal, 65_536)
        except OSError:  # the other end is closed
            break
        shown += piece
        if shown.endswith(b"> "):
            os.write(terminal, (keys.pop(0) if keys else "").encode() + b"\n")
    _, ended = os.waitpid(process, 0)
    text = MARKS.sub("", shown.decode("utf-8", "replace")).replace("\r", "")
    return os.waitstatus_to_exitcode(ended), re.sub("[\u00a0\u202f]", " ", text)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "veille.csv").write_text(sheets.visibrain(), "utf-8")
    return tmp_path


def test_check_asks_shows_keeps_and_asks_no_more(folder):
    number, shown = talked(["check", "veille.csv"], ["2", "", "", "Visibrain"], folder, "fr")
    assert number == 0
    assert shown.count("Quelle colonne") == 2 and "Est-ce juste ?" in shown
    assert "Il contient : date et heure (« Vu le »)" in shown
    number, shown = talked(["check", "veille.csv"], [], folder, "en")
    assert number == 0 and "Which column" not in shown
    assert "read with the mapping “Visibrain”" in shown


def test_an_import_keeps_the_mapping_in_the_case(folder):
    number, shown = talked(["import", "case", "veille.csv"], ["", "", "n", "8", "2", "", "0"], folder, "en")
    assert number == 0 and "120 rows, all kept." in shown
    (kept,) = (folder / "case" / "mappings").iterdir()
    assert 'likes = "Cœurs"' in kept.read_text("utf-8")
    assert not list(folder.glob("*.toml"))


def test_no_ask_takes_the_best_reading(folder):
    number, shown = talked(["check", "veille.csv", "--no-ask"], [], folder, "en")
    assert number == 0 and "> " not in shown
    assert "It could be “Paru le” and “Vu le”" in shown


def test_a_mapping_that_no_longer_fits_has_its_number(folder):
    talked(["check", "veille.csv"], ["", "", "", "Visibrain"], folder, "en")
    (folder / "veille.csv").write_text(sheets.visibrain().replace("Propos", "Corps"), "utf-8")
    words = ["check", "veille.csv", "--mapping", "visibrain.mapping.toml"]
    number, shown = talked(words, [], folder, "en")
    assert number == 61 and "it has no column “Propos”" in shown and "[mapping.does-not-fit]" in shown
