"""No post is lost or counted twice, whatever the files, their order and their repeats; slow twins in plain Python."""

import random
import re
import tempfile
from datetime import timedelta
from pathlib import Path

import numpy as np
import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.corpus.raw_posts import AT, LATER, assembled, raw

from rebond.casefile.case import Case, open_case
from rebond.corpus.assemble import Assembler
from rebond.corpus.digest import COLUMNS, posts_digest
from rebond.corpus.marks import Bytes, hashtags, links, mentions
from rebond.corpus.pseudonyms import Pseudonyms
from rebond.corpus.relevance import about
from rebond.corpus.wordings import text_keys, without_repost, wordings
from rebond.desk.staging import Staging
from rebond.importers import Batch
from rebond.settings import CaseSheet
from rebond.tables import POSTS

WORDS = st.sampled_from(
    ["rivage", "Rivage", "#panne", "@ana", "RT @jo:", "é", "\n", "https://t.co/a?b", "  ", "l'", "'", "😀", "x"]
)
TEXTS = st.one_of(st.lists(WORDS, max_size=6).map(" ".join), st.text(max_size=30))
ROWS = st.fixed_dictionaries(
    {
        "native_id": st.sampled_from([None, None, "1", "2", "3", "4"]),
        "handle": st.sampled_from([None, "ana", "Ana", "jo"]),
        "text": st.sampled_from(["", "panne", "Panne ", "RT @ana: panne"]),
        "likes": st.sampled_from([None, 0, 5]),
        "platform": st.sampled_from(["x", "facebook"]),
        "kind": st.sampled_from(["post", "repost"]),
        "published_at": st.sampled_from([AT, AT + timedelta(seconds=30), AT + timedelta(days=40)]),
    }
)


def apart(row: dict) -> dict:
    """Whoever gives no id never gives one: an id may then come in several wordings."""
    return {**row, "handle": row["handle"] and f"{row['handle']}{'_2' if row['native_id'] is None else ''}"}


def steady(row: dict) -> dict:
    """A post with an id is always told alike, and may be in another file without it."""
    told = {"1": ("ana", "panne", "post", 0), "2": ("ana", "panne", "repost", 0), "3": ("jo", "", "post", 30),
            "4": (None, "panne", "post", 0)}  # fmt: skip
    if row["native_id"] is None:
        return row
    who, text, kind, seconds = told[row["native_id"]]
    return {**row, "handle": who, "text": text, "kind": kind, "published_at": AT + timedelta(seconds=seconds)}


FILES = st.one_of(
    *(st.lists(st.lists(ROWS.map(told), min_size=1, max_size=6), min_size=1, max_size=4) for told in (apart, steady))
)


def brought_in(case: Case, files: list[list[dict]], folder: Path) -> None:
    """Each file as an import of its own, past the importers: these rows are what a reader gave."""
    for n, rows in enumerate(files):
        path = folder / f"{n}.json"
        path.write_text(repr(rows))
        with case.writing() as change, Staging(change.aside, case, change.before) as staging:
            taken = change.take(path)
            if taken.known:
                continue
            names = Pseudonyms(case.key())
            assembler = Assembler(names, raw_file=taken.name, source_tool="test", imported_at=LATER)
            count = staging.stage(taken, iter([Batch(raw(*rows), (), len(rows))]), assembler, LATER)
            chosen = staging.choose()
            facts = {taken.sha256: {"without_id": count.without_id}}
            change.commit(LATER, posts=chosen.posts, tables=chosen.tables, facts=facts)


def kept(case: Case) -> list[dict]:
    """What a case says of its posts, whichever key named them and whichever of two equal rows it was read from."""
    aside = {"imported_at", "raw_file", "raw_row"}
    names = case.identities()
    native = dict(zip(names["id"].to_pylist(), names["native"].to_pylist(), strict=True))
    rows = [{k: v for k, v in row.items() if k not in aside} for row in case.posts().to_table().to_pylist()]
    return sorted(({**row, "post_id": native[row["post_id"]], "author_id": None} for row in rows), key=repr)


def identities_by_hand(files: list[list[dict]]) -> set:
    """What makes two rows one post, said in ten obvious lines."""
    found, known = set(), set()
    for rows in files:
        seen: dict = {}
        for row in rows:
            who, words = (row["handle"] or "").lower(), re.sub(r"^RT @ana: ", "", row["text"]).strip().lower()
            one = (row["platform"], who, row["published_at"].replace(second=0), row["kind"], words)
            if row["native_id"] is not None:
                found.add((row["platform"], row["native_id"]))
                known |= {one} if who else set()
                continue
            seen[one] = seen.get(one, 0) + 1
            found.add(one if who else (*one, seen[one]))
    return found - known


@settings(max_examples=20, deadline=None)
@given(FILES, st.randoms(use_true_random=False))
def test_no_post_is_lost_or_counted_twice_and_the_order_of_files_does_not_matter(files, chance):
    shuffled = list(files)
    chance.shuffle(shuffled)
    with tempfile.TemporaryDirectory() as folder:
        one, other = open_case(Path(folder) / "one"), open_case(Path(folder) / "other")
        brought_in(one, files, Path(folder))
        brought_in(other, shuffled, Path(folder))
        assert one.manifest().rows == one.posts().count_rows() == len(identities_by_hand(files))
        assert kept(one) == kept(other)
        assert digest_of(one) == digest_of(other)
        refused = sum(one.problems()["refused"].to_pylist())
        distinct = list({repr(rows): rows for rows in files}.values())
        assert one.manifest().rows + refused == sum(map(len, distinct))
        assert one.authors().num_rows == len(
            {(r["platform"], r["handle"].lower()) for f in files for r in f if r["handle"]}
        )


def digest_of(case: Case) -> str:
    return posts_digest(case.posts().to_table(columns=list(COLUMNS)).combine_chunks().to_batches())


@settings(max_examples=60, deadline=None)
@given(st.lists(ROWS, max_size=12), st.integers(0, 10**6))
def test_shuffled_rows_have_one_digest(rows, seed):
    told = [row for row in rows if row["native_id"] or row["handle"]]  # unsigned rows are told apart by their rank
    shuffled = random.Random(seed).sample(told, len(told))
    tables = [pa.Table.from_batches([assembled(*some).posts]).select(COLUMNS) for some in (told, shuffled)]
    assert posts_digest(tables[0].to_batches()) == posts_digest(tables[1].to_batches())


@settings(max_examples=150, deadline=None)
@given(st.lists(TEXTS, max_size=8))
def test_marks_are_those_that_a_search_per_text_finds(texts):
    read = Bytes(pa.array(texts, pa.string()))
    plain = [re.sub(r"[\"'<>()\[\]{},;!]", " ", text) for text in texts]
    tags = [list(dict.fromkeys(t.lower() for t in re.findall(r"(?<![^\x00-\x7f\W])(?<![\w&/#])#(\w{1,100})", text)
                               if not re.fullmatch(r"\d+", t))) for text in plain]  # fmt: skip
    assert [ascii_only(one) for one in hashtags(read).lists(len(texts)).to_pylist()] == [
        ascii_only(one) for one in tags
    ]
    assert all("?" not in link for one in links(read).lists(len(texts)).to_pylist() for link in one)
    named = mentions(read, np.zeros(len(texts), bool))[0].lists(len(texts)).to_pylist()
    assert all(f"@{name}" in text for text, one in zip(texts, named, strict=True) for name in one)


def ascii_only(values: list[str]) -> list[str]:
    """Which letters of the world are part of a word is Python's affair in one twin, Unicode bytes' in the other."""
    return [value for value in values if value.isascii()]


@settings(max_examples=150, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=8))
def test_a_key_is_the_wording_and_relevance_follows_it(texts):
    column = pa.array(texts, pa.string())
    said = wordings(without_repost(column)).to_pylist()
    keys = text_keys(without_repost(column)).to_pylist()
    found = about(column, CaseSheet(names=("Rivage",))).to_pylist()
    for i in range(len(texts)):
        for j in range(i):
            assert (said[i] == said[j]) == (keys[i] == keys[j])
            assert keys[i] != keys[j] or found[i] == found[j]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.fixed_dictionaries({"text": st.text(max_size=60), "handle": st.text(max_size=12)}), max_size=5))
def test_any_text_and_any_name_can_be_kept(rows):
    made = assembled(*({**row, "handle": row["handle"] or None} for row in rows)).posts
    made.validate(full=True)
    assert made.schema == POSTS and [row["text"] for row in rows] == made.column("text").to_pylist()
