"""Mappings on disk: one file a tool, never written over by that of another."""

from dataclasses import replace

import pytest

from rebond.casefile.mappings import LARGEST, lay, mapping_at, mappings_in
from rebond.errors import FileNotThere, MappingUnreadable
from rebond.importers.guided.mapping import TableMapping

VISIBRAIN = TableMapping(tool="Visibrain", columns={"text": "Propos"}, header=("Paru le", "Qui", "Propos"))


def test_a_mapping_laid_down_is_found_again(tmp_path):
    path = lay(tmp_path / "mappings", VISIBRAIN)
    assert path.name == "visibrain.mapping.toml"
    assert mapping_at(path) == VISIBRAIN
    assert list(mappings_in([tmp_path / "mappings", tmp_path / "mappings", tmp_path / "absent"])) == [VISIBRAIN]


def test_the_same_columns_settled_anew_take_its_place(tmp_path):
    anew = replace(VISIBRAIN, columns={"text": "Qui"})
    assert lay(tmp_path, VISIBRAIN) == lay(tmp_path, anew)
    assert list(mappings_in([tmp_path])) == [anew]


def test_another_export_of_the_tool_and_a_file_somebody_may_mend_are_left_alone(tmp_path):
    lay(tmp_path, VISIBRAIN)
    (tmp_path / "visibrain-2.mapping.toml").write_text("half a file", "utf-8")
    other = replace(VISIBRAIN, header=("Jour", "Avis"), columns={"text": "Avis"})
    assert lay(tmp_path, other).name == "visibrain-3.mapping.toml"
    assert mapping_at(tmp_path / "visibrain.mapping.toml") == VISIBRAIN


def test_what_is_no_mapping_is_refused_by_name(tmp_path):
    with pytest.raises(FileNotThere):
        mapping_at(tmp_path / "absent.mapping.toml")
    (tmp_path / "huge.mapping.toml").write_bytes(b"#" * (LARGEST + 1))
    with pytest.raises(MappingUnreadable):
        list(mappings_in([tmp_path]))
