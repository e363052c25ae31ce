"""Whatever a person settles is written, read again, and is the same."""

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from rebond.importers.guided.mapping import TableMapping, column_of, folded
from rebond.importers.guided.mapping_file import ORDERS, read_mapping, written
from rebond.importers.names import synonyms

NAMES = st.text(st.characters(codec="utf-8"), max_size=40)
COLUMNS = NAMES.filter(str.strip) | st.integers(1, 2_000)
MAPPINGS = st.builds(
    TableMapping,
    tool=NAMES,
    columns=st.dictionaries(st.sampled_from(sorted(synonyms())), COLUMNS, min_size=1),
    header=st.lists(NAMES, max_size=8).map(tuple),
    order=st.none() | st.sampled_from(ORDERS),
    zone=st.none() | st.sampled_from(("UTC", "Europe/Paris", "America/Toronto", "Etc/GMT+5")),
    platform=st.none() | st.sampled_from(("x", "facebook", "reddit")),
)


@given(MAPPINGS)
def test_a_mapping_written_and_read_again_is_equal(mapping):
    assert read_mapping("any.mapping.toml", written(mapping)) == mapping


@given(MAPPINGS)
def test_a_mapping_is_toml_and_holds_nothing_but_its_names(mapping):
    kept = tomllib.loads(written(mapping).decode())
    assert set(kept) <= {"format", "tool", "order", "zone", "platform", "columns", "made_for"}
    assert kept["columns"] == dict(mapping.columns)


@given(st.lists(NAMES, min_size=1, max_size=8))
def test_a_column_is_found_again_where_it_was_named(header):
    for at in range(len(header)):
        mapping = TableMapping(tool="a", columns={"text": column_of(header, at)}, header=tuple(header))
        assert mapping.places(header)["text"] == at
        assert not any(map(folded, header)) or mapping.is_made_for(header)
