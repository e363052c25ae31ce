"""Writing the workbooks to fill: never over somebody's answers."""

import pytest

from rebond.desk.template import TEMPLATES, write_templates
from rebond.errors import CannotWrite


def test_three_workbooks_are_written_in_a_folder_made_for_them(tmp_path):
    paths = write_templates(tmp_path / "cas" / "gabarits")
    assert [path.name for path in paths] == list(TEMPLATES)
    assert all(path.read_bytes().startswith(b"PK") for path in paths)


def test_running_again_writes_nothing_more(tmp_path):
    assert write_templates(tmp_path) == write_templates(tmp_path)
    assert len(list(tmp_path.iterdir())) == 3


def test_a_workbook_somebody_filled_is_left_as_it_is_and_a_numbered_one_is_written_beside_it(tmp_path):
    mine = tmp_path / "journal_log.xlsx"
    mine.write_bytes(b"my log")
    paths = write_templates(tmp_path)
    assert mine.read_bytes() == b"my log"
    assert paths[1] == tmp_path / "journal_log-2.xlsx"
    assert write_templates(tmp_path) == paths


def test_a_folder_that_cannot_be_is_said(tmp_path):
    (tmp_path / "fichier").write_text("")
    with pytest.raises(CannotWrite):
        write_templates(tmp_path / "fichier" / "dedans")
