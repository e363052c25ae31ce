"""Use case part: which wordings are near-copies of an older one. Each distinct wording is read once.

The texts stay in the engine, which may spill them to disk; what stands in memory is 64 bytes of each.
"""

import ibis
import numpy as np
import pyarrow as pa

from rebond.corpus.bands import as_numbers, banded
from rebond.corpus.families import find_families
from rebond.corpus.wordings import without_repost, wordings
from rebond.engines.local import Local
from rebond.engines.pool import mapped
from rebond.tables import FAMILIES

RULES = "1"  # another number makes every case work its families out anew
MANY = 20_000  # distinct texts from which several processes are worth starting


def find_copies(engine: Local, posts: ibis.Table) -> pa.Table:
    """FAMILIES: the wordings that have an older near-copy. posts: POSTS."""
    texts = posts.group_by("text_key").aggregate(text=posts.text.min(), since=posts.published_at.min())
    texts = engine.keep("distinct_texts", texts)
    alone = int(texts.count().to_pyarrow().as_py()) < MANY
    found = [part for part in mapped(banded, engine.batches(texts), alone=alone) if part.num_rows]
    if not found:
        return FAMILIES.empty_table()
    by_age = pa.concat_tables(found).sort_by([("since", "ascending"), ("text_key", "ascending")])
    keys = by_age["text_key"].combine_chunks()
    bands = as_numbers(by_age["bands"].combine_chunks())
    oldest = find_families(bands, lambda places: _wordings(engine, texts, keys.take(pa.array(places))))
    younger = np.flatnonzero(oldest != np.arange(len(keys)))
    return pa.table([keys.take(pa.array(younger)), keys.take(pa.array(oldest[younger]))], schema=FAMILIES)


def _wordings(engine: Local, texts: ibis.Table, keys: pa.StringArray) -> pa.StringArray:
    """The wordings of some keys, in their order."""
    asked = engine.table("keys_asked", pa.table({"text_key": keys, "place": np.arange(len(keys))}))
    rows = asked.inner_join(texts, "text_key").select("place", "text").to_pyarrow().sort_by("place")
    return wordings(without_repost(rows["text"].combine_chunks()))
