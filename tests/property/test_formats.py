"""No object of JSON, however misshapen, stops a format that opens it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rebond.importers.format import formats
from rebond.importers.json_lines import flatten

# Words that stand in the objects of platforms, so that the openings go deep.
WORDS = st.sampled_from((
    "id", "type", "text", "snippet", "topLevelComment", "replies", "comments", "commit", "record", "collection", "post",
    "reason", "by", "did", "uri", "author", "account", "acct", "reblog", "quote", "quoted_status", "content", "note",
    "orderedItems", "object", "contentMap", "to", "cc", "actor", "body", "permalink", "score", "link_id", "messages",
    "chats", "list", "reactions", "count", "YTD.account", "YTD.tweets", "tweet", "companyReply", "reviewReply",
    "comment", "reviewer", "consumer", "embed", "reply", "parent", "root", "langs", "spoiler_text", "value", "item_id",
    "data", "source_platform", "kind", "operation", "url",
))  # fmt: skip
ATOMS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8)
VALUES = st.recursive(ATOMS, lambda some: st.lists(some, max_size=3) | st.dictionaries(WORDS, some, max_size=4))
OPENING = [key for key, one in formats().items() if one.opened]


@pytest.mark.parametrize("key", OPENING)
@settings(max_examples=150, deadline=None)
@given(record=st.dictionaries(WORDS, VALUES, max_size=6))
def test_any_object_is_opened(key, record):
    opened = formats()[key].opened
    assert all(isinstance(flatten(post), dict) for post in opened(record))
