"""A mapping as people read and mend it."""

import re

import pytest

from rebond.errors import MappingUnreadable
from rebond.importers.guided.mapping import TableMapping
from rebond.importers.guided.mapping_file import file_name, read_mapping, written

MAPPING = TableMapping(
    tool="Visibrain", columns={"likes": 4, "published_at": "Paru le", "text": 'Propos "cités"'},
    header=("Paru le", 'Propos "cités"', "x", "x"), order="dmy", zone="Europe/Paris", platform="facebook",
)  # fmt: skip


def test_each_line_says_what_it_holds_in_both_languages():
    page = written(MAPPING).decode().splitlines()
    assert 'published_at = "Paru le"   # date et heure / date and time' in page
    assert "likes = 4                  # mentions J’aime / likes" in page
    assert "# Time zone of its hours, where the file does not say." in page
    assert page[page.index("[made_for]") + 3 :] == ["header = [", '  "Paru le",', '  "Propos \\"cités\\"",', '  "x",',
                                                   '  "x",', "]"]  # fmt: skip


def test_what_people_typed_by_hand_is_enough():
    page = b'format = 1\ntool = "Ours"\n[columns]\npublished_at = "Jour"\ntext = 2\n'
    assert read_mapping("a.toml", page) == TableMapping(tool="Ours", columns={"published_at": "Jour", "text": 2})


@pytest.mark.parametrize(("page", "place"), [
    ('format = 2\ntool = "a"\n[columns]\ntext = "b"', "format"),
    ('format = 1\ntool = "a"\n[columns]\nwords = "b"', "columns.words"),
    ('format = 1\ntool = "a"\n[columns]\ntext = 0', "columns.text"),
    ('format = 1\ntool = "a"\n[columns]\ntext = true', "columns.text"),
    ('format = 1\ntool = "a"\n[columns]\ntext = " "', "columns.text"),
    ('format = 1\ntool = "a"\n', "columns"),
    ('format = 1\ntool = 3\n[columns]\ntext = "b"', "tool"),
    ('format = 1\ntool = "a"\nzone = "Mars"\n[columns]\ntext = "b"', "zone"),
    ('format = 1\ntool = "a"\norder = "first"\n[columns]\ntext = "b"', "order"),
    ('format = 1\ntool = "a"\nplatform = "Minitel"\n[columns]\ntext = "b"', "platform"),
    ('format = 1\ntool = "a"\ncolour = "red"\n[columns]\ntext = "b"', "colour"),
    ('format = 1\ntool = "a"\n[columns]\ntext = "b"\n[made_for]\nheader = [1]', "made_for.header"),
    ('format = 1\ntool = "a"\n[columns]\ntext = "b"\n[made_for]\nposts = ["Bonjour"]', "posts"),
])  # fmt: skip
def test_what_cannot_be_read_is_told_by_its_place(page, place):
    with pytest.raises(MappingUnreadable) as refused:
        read_mapping("ours.mapping.toml", page.encode())
    assert refused.value.values["place"].text == place


@pytest.mark.parametrize("page", [b"\xff\xfe", b"format = ", b"[" * 5000, b""])
def test_what_is_no_toml_of_ours_is_refused(page):
    with pytest.raises(MappingUnreadable):
        read_mapping("ours.mapping.toml", page)


@pytest.mark.parametrize(("tool", "name"), [
    ("Visibrain", "visibrain.mapping.toml"), ("Veille & médias 2025", "veille-medias-2025.mapping.toml"),
    ("../../etc", "etc.mapping.toml"), ("監視", "export.mapping.toml"), ("", "export.mapping.toml"),
])  # fmt: skip
def test_the_file_is_named_after_the_tool(tool, name):
    assert file_name(TableMapping(tool=tool, columns={"text": 1})) == name


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_mapping_shown_in_the_docs_is_one(repo, lang):
    (shown,) = re.findall(r"```toml\n(.*?)```", (repo / "docs" / lang / "unknown-export.md").read_text("utf-8"), re.S)
    mapping = read_mapping("docs", shown.encode())
    assert mapping.is_made_for(mapping.header) and (mapping.order, mapping.zone) == ("dmy", "Europe/Paris")
