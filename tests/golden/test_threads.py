"""D4: the reply trees that its authors published, found again from what each post says it answers."""

import json
import tarfile
from collections.abc import Iterator

import pyarrow as pa

from rebond.corpus.threads import threads_of


def in_tree(tree: object) -> Iterator[str]:
    """Every id of a tree of answers; a leaf is an empty list."""
    if isinstance(tree, dict):
        for post_id, answers in tree.items():
            yield post_id
            yield from in_tree(answers)


def test_every_published_tree_is_a_thread_but_where_a_captured_post_answers_a_lost_one(shared_data):
    parents, truth = {}, {}
    with tarfile.open(shared_data / "rumoureval2017/rumoureval2017_dev.tar.gz") as archive:
        for member in filter(tarfile.TarInfo.isfile, archive):
            if member.name.endswith("structure.json"):
                source = member.name.split("/")[-2]
                truth |= dict.fromkeys(in_tree(json.load(archive.extractfile(member))), source)
            elif "/replies/" in member.name or "/source-tweet/" in member.name:
                post = json.load(archive.extractfile(member))
                parents[post["id_str"]] = post["in_reply_to_status_id_str"]
    columns = {"post_id": list(parents), "kind": ["reply"] * len(parents), "parent_id": list(parents.values())}
    found = threads_of(pa.table({**columns, "root_id": pa.nulls(len(parents), pa.string())}))
    thread = dict(zip(*(found[name].to_pylist() for name in ("post_id", "thread_id")), strict=True))
    elsewhere = [post_id for post_id in parents if thread[post_id] != truth[post_id]]
    assert len(parents) == 5185 and len(elsewhere) == 2
    assert all(parents[post_id] not in parents and thread[post_id] == parents[post_id] for post_id in elsewhere)
