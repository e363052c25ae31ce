"""Use case: make the posts of a case ready for the walk. What is about us, ours, addressed to us, in which language;
of which near-copies, in which thread.

Nothing is stored inside the posts: what is added depends on the case sheet, and is kept apart in tables/ until either
the posts or the sheet change.
"""

import operator
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import reduce
from hashlib import sha256

import ibis
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from rebond.casefile.case import Case
from rebond.casefile.manifest import Manifest
from rebond.corpus.digest import COLUMNS, posts_digest
from rebond.corpus.exports import Export
from rebond.corpus.languages import LANGUAGES, languages_by_key
from rebond.corpus.pseudonyms import Pseudonyms
from rebond.corpus.relevance import about, handles_addressed, patterns_of
from rebond.corpus.threads import threads_of
from rebond.corpus.wordings import WORDLESS
from rebond.desk import copies
from rebond.engines.local import Local, local
from rebond.engines.pool import mapped
from rebond.settings import CaseSheet, Settings
from rebond.tables import BY_HAND, ENRICHED, WALK_POSTS

NEEDED = ("post_id", "author_id", "text_key", "is_ours", "lang_declared", "kind", "parent_id", "root_id", "repost_of",
          "repost_of_author", "mentioned_ids")  # fmt: skip
RULES = "3"  # of what enrichment adds: another number makes every case work it out anew


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """What a walk starts from. posts: WALK_POSTS; authors: AUTHORS; problems: counted by code; exports: files of posts.

    posts_digest: equal for equal posts, whatever the order and the names of files.
    """

    posts: ibis.Table
    authors: pa.Table
    problems: dict[str, int]
    posts_digest: str
    exports: tuple[Export, ...] = ()


@contextmanager
def opened(case: Case, settings: Settings) -> Iterator[Prepared]:
    """The posts of a case, enriched, for as long as the engine is open. Raises CaseError."""
    case = case.as_it_is()
    manifest, authors, problems = case.manifest(), case.authors(), case.problems()
    with local(case.folder) as engine:
        posts = engine.posts(case.posts_files())
        digest = posts_digest(engine.batches(posts.select(*COLUMNS)))
        names, sheet = Pseudonyms(case.key()), settings.sheet
        of_posts = _digest(copies.RULES, _posts_of(manifest))  # kept apart: it outlives a change of the sheet
        alike = case.derived("families", of_posts, lambda: copies.find_copies(engine, posts))
        made_from = _made_from(manifest, sheet)
        enriched = case.derived("enriched", made_from, lambda: enrich(engine, posts, names, sheet, alike))
        added = engine.table("enriched", enriched)
        whole = posts.inner_join(added, "post_id").select(*WALK_POSTS.names)
        yield Prepared(
            posts=engine.keep("walk_posts", whole),
            authors=authors,
            problems=dict(sorted(Counter(problems["code"].to_pylist()).items())),
            posts_digest=digest,
            exports=tuple(
                Export.of(file.facts)
                for file in manifest.files
                if file.role == "posts" and file.facts.get("importer") != BY_HAND
            ),
        )


def enrich(engine: Local, posts: ibis.Table, names: Pseudonyms, sheet: CaseSheet, alike: pa.Table) -> pa.Table:
    """ENRICHED, one row a post. posts: POSTS. alike: FAMILIES."""
    platforms = sorted(posts.select("platform").distinct().to_pyarrow()["platform"].to_pylist())
    own = [names.author(platform, account) for platform in platforms for account in sheet.accounts]
    ours = posts.mutate(is_ours=_known(posts.author_id.isin(own) if own else None) | _known(posts.is_owned))
    ours = engine.keep("ours", ours.select(*NEEDED))
    our_posts = ours.filter(ours.is_ours).post_id
    answers = _known(ours.parent_id.isin(our_posts)) | (
        ours.kind.isin(("reply", "comment")) & _known(ours.root_id.isin(our_posts))
    )
    called = [names.author(platform, handle) for platform in platforms for handle in handles_addressed(sheet)]
    mentions = _any_of(ours.mentioned_ids.contains(one) for one in called)
    replies = answers & (ours.kind != "quote")  # a quote speaks of us to others
    directed = (mentions | replies | (ours.kind == "review")) & ~ours.is_ours & (ours.kind != "repost")
    relevance: ibis.Value = ibis.literal("unchecked")
    if patterns_of(sheet):
        relevance = ibis.ifelse(
            _about(engine, posts, ours, sheet)
            | ours.is_ours
            | mentions
            | answers
            | (ours.kind == "review")
            | _known(ours.repost_of.isin(our_posts))
            | _known(ours.repost_of_author.isin(called) if called else None),
            "about_us",
            "off_topic",
        )
    table = ours.mutate(relevance=relevance, is_directed=directed)
    table = _with_languages(engine, posts, table, sheet)
    table = _with_family_and_thread(engine, ours, table, alike)
    return table.to_pyarrow().select(ENRICHED.names).cast(ENRICHED)


def _with_languages(engine: Local, posts: ibis.Table, ours: ibis.Table, sheet: CaseSheet) -> ibis.Table:
    """What an export declares; else the language of the text; else, for a few words, that of its author's others."""
    read = engine.table("read_languages", _read_languages(engine, posts, sheet.languages_owed))
    said = ours.left_join(read, "text_key")
    said = engine.keep("said", said.mutate(lang=ibis.coalesce(ours.lang_declared, read.lang)).drop("text_key_right"))
    told = said.filter(said.lang.notnull() & said.author_id.notnull())
    by_lang = told.group_by("author_id", "lang").aggregate(n=told.count())
    whole = by_lang.group_by("author_id").aggregate(whole=by_lang.n.sum())
    most = by_lang.inner_join(whole, "author_id").filter(lambda t: 2 * t.n > t.whole)
    usual = most.select("author_id", usual=most.lang)
    return said.left_join(usual, "author_id").mutate(lang=lambda t: ibis.coalesce(t.lang, t.usual))


def _with_family_and_thread(engine: Local, ours: ibis.Table, table: ibis.Table, alike: pa.Table) -> ibis.Table:
    """Whose wording it repeats, and in which exchange it stands, as far as the exports tell."""
    linked = ours.filter(ours.parent_id.notnull() | ours.root_id.notnull())
    linked = linked.select("post_id", "kind", "parent_id", "root_id")
    threads = engine.table("threads", threads_of(linked.to_pyarrow()))
    families = engine.table("families", alike)
    table = table.left_join(families, "text_key").drop("text_key_right").left_join(threads, "post_id")
    return table.mutate(family_id=lambda t: ibis.coalesce(t.family_id, t.text_key).nullif(WORDLESS))


def _read_languages(engine: Local, posts: ibis.Table, owed: tuple[str, ...]) -> pa.Table:
    """text_key → language, of the wordings of which no post declares one. Each is read once."""
    untold = posts.filter(posts.lang_declared.isnull())
    distinct = untold.group_by("text_key").aggregate(text=untold.text.min())
    many = int(untold.text_key.nunique().to_pyarrow().as_py())
    parts = ((batch, owed) for batch in engine.batches(distinct))
    found = list(mapped(languages_by_key, parts, alone=many < copies.MANY))
    return pa.concat_tables([LANGUAGES.empty_table(), *found])


def _about(engine: Local, posts: ibis.Table, ours: ibis.Table, sheet: CaseSheet) -> ibis.Value:
    """Whether the text names us, or that of the post it reposts. Each wording is read once a batch."""
    keys = pa.chunked_array([_keys_about(batch, sheet) for batch in engine.batches(posts.select("text_key", "text"))],
                            pa.string())  # fmt: skip
    wordings = engine.table("wordings_about_us", pa.table({"text_key": pc.unique(keys)}))
    by_text = ours.text_key.isin(wordings.text_key)
    named = ours.filter(by_text).post_id
    return by_text | _known(ours.repost_of.isin(named))


def _keys_about(batch: pa.RecordBatch, sheet: CaseSheet) -> pa.StringArray:
    """Keys of the wordings of a batch that name us."""
    keys = pc.dictionary_encode(batch.column("text_key"))
    _, firsts = np.unique(keys.indices.to_numpy(), return_index=True)
    texts = batch.column("text").take(pa.array(firsts))
    return keys.dictionary.filter(about(texts, sheet))


def _known(mark: ibis.Value | None) -> ibis.Value:
    """A mark where it can be told; what cannot be told is not so."""
    return ibis.literal(False) if mark is None else mark.fill_null(False)


def _any_of(marks: Iterator[ibis.Value]) -> ibis.Value:
    return reduce(operator.or_, marks, ibis.literal(False))


def _posts_of(manifest: Manifest) -> list[tuple[str, str]]:
    return sorted(manifest.posts.items())


def _made_from(manifest: Manifest, sheet: CaseSheet) -> str:
    """Digest of what enrichment depends on."""
    return _digest(
        RULES, copies.RULES, _posts_of(manifest), sheet.organisation, sheet.names, sheet.accounts, sheet.queries,
        sheet.languages_owed,
    )  # fmt: skip


def _digest(*asked: object) -> str:
    return sha256(repr(asked).encode("utf-8", "replace")).hexdigest()
