"""Files on disk as importers see them."""

import os
import sys

import pytest

from rebond.casefile.sources import open_source
from rebond.errors import FileNotOpened, FileNotThere


def test_a_file_is_opened_as_often_as_asked(tmp_path):
    path = tmp_path / "export.csv"
    path.write_bytes(b"date,text\n")
    source = open_source(path)
    assert (source.name, source.size) == ("export.csv", 10)
    assert source.head(4) == source.open().read(4) == b"date"


def test_a_file_that_is_not_there_and_a_folder_are_refused(tmp_path):
    with pytest.raises(FileNotThere):
        open_source(tmp_path / "export.csv")
    with pytest.raises(FileNotOpened):
        open_source(tmp_path)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems allow no such name")
def test_a_name_that_is_no_text_is_told_as_text(tmp_path):
    path = tmp_path / os.fsdecode(b"caf\xe9.csv")
    path.write_bytes(b"date,text\n")
    assert open_source(path).name == "caf\ufffd.csv"
