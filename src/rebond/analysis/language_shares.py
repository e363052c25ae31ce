"""What was said in each language: our own words beside the posts counted (M-08).

Languages are those that exports and the log state, and those read from the texts of which none is stated; what is too
short to tell stands beside the others, and so do posts in two languages. Shares of one breakdown add up to 1.
"""

from collections import Counter
from collections.abc import Iterator

import ibis

from rebond.actions import ActionLog
from rebond.analysis.counted import counted, ours
from rebond.analysis.intervals import wilson
from rebond.analysis.measure import Measure, Rows, Window, untold
from rebond.corpus.languages import MIXED
from rebond.sentences import N_, Sentence, say, say_count
from rebond.tables import collect

METHOD = "language_shares/1"
# Facets beside the languages owed.
OTHER, SEVERAL, UNSTATED = "other_languages", "several_languages", "no_language"

NO_LANGUAGES_OWED = N_("The case sheet does not say which languages are owed.")
NO_LANGUAGE_OF_POSTS = N_("The exports do not state the language of posts, and these are too short to tell.")
READ = N_("Where an export states no language, it is read from the text: about one post in a hundred is read wrongly.")
NO_WORD_OF_OURS = N_("Neither our own posts nor the log say in which language we spoke.")
POSTS_ALONE = N_("Words of our own posts captured; what we said elsewhere is not in them.")
ACTS = N_("Counted in public acts of the log, one for each language of each: our own words were not captured.")
UNSTATED_PART = (
    N_("%(n)s post has too few words to tell its language."),
    N_("%(n)s posts have too few words to tell their language."),
)


def measure_language_shares(
    posts: ibis.Table, log: ActionLog, owed: tuple[str, ...], crisis: Window
) -> tuple[Measure, ...]:
    """language_supply and language_demand, one of each for a language owed, for the others, and for none stated."""
    if not owed:
        why = say(NO_LANGUAGES_OWED)
        return tuple(untold(METHOD, metric, "share", why) for metric in ("language_supply", "language_demand"))
    return (*_supply(posts, log, owed, crisis), *_demand(posts, owed, crisis))


# --- demand ------------------------------------------------------------------------------------------
def _demand(posts: ibis.Table, owed: tuple[str, ...], crisis: Window) -> Iterator[Measure]:
    """Share of the counted posts by language."""
    kept = counted(posts, crisis)
    kept = kept.mutate(
        said=kept.lang.fill_null(""), read=(kept.lang.notnull() & kept.lang_declared.isnull()).cast("int8")
    )
    parts = kept.group_by("said").aggregate(n=kept.count(), accounts=kept.author_id.nunique(), read=kept.read.sum())
    table = collect(parts, by="said").to_pylist()
    by_part = _by_part({row["said"]: row["n"] for row in table}, owed)
    accounts = _by_part({row["said"]: row["accounts"] for row in table}, owed)
    total, unstated = sum(by_part.values()), by_part.get(UNSTATED, 0)
    if unstated == total:
        yield untold(METHOD, "language_demand", "share", say(NO_LANGUAGE_OF_POSTS))
        return
    notes: tuple[Sentence, ...] = (say_count(*UNSTATED_PART, unstated),) if unstated else ()
    notes += (say(READ),) if any(row["read"] for row in table) else ()
    for part, n in by_part.items():
        low, high = wilson(n, total)
        yield Measure(
            metric="language_demand", facet=part, unit="share", value=n / total, low=low, high=high,
            interval_is="wilson95", n=total, window=crisis, method=METHOD, notes=notes,
            details={"accounts": accounts[part] or n}, rows=Rows(window=crisis, lang=part if part in owed else None),
        )  # fmt: skip


# --- supply ------------------------------------------------------------------------------------------
def _supply(posts: ibis.Table, log: ActionLog, owed: tuple[str, ...], crisis: Window) -> Iterator[Measure]:
    """Share of our words; of our public acts, where our posts were not captured or state no language."""
    written = ours(posts, crisis).filter(lambda t: t.kind != "repost").select("post_id", "lang", "text")
    rows = collect(written, by="post_id").to_pylist()
    words: Counter[str] = Counter()
    for row in rows:
        words[row["lang"] or ""] += len(row["text"].split())
    if any(n for lang, n in words.items() if lang):
        yield from _shares(_by_part(words, owed), owed, crisis, POSTS_ALONE, len(rows), None)
        return
    acts = [a for a in log.recorded if a.when.latest >= crisis.starts and a.when.earliest < crisis.ends]
    spoken = Counter(lang for act in acts for lang in act.langs or ("",))
    if any(spoken[lang] for lang in spoken if lang):
        entries = tuple(sorted(act.id for act in acts))
        yield from _shares(_by_part(spoken, owed), owed, crisis, ACTS, len(acts), entries)
    else:
        yield untold(METHOD, "language_supply", "share", say(NO_WORD_OF_OURS))


def _shares(
    by_part: dict[str, int], owed: tuple[str, ...], crisis: Window, caveat: str, n: int, entries: tuple[str, ...] | None
) -> Iterator[Measure]:
    """entries: of the log, which the shares then rest on; None: they rest on our posts."""
    caveats: tuple[Sentence, ...] = (say(caveat),)
    for part, amount in by_part.items():
        yield Measure(
            metric="language_supply", facet=part, unit="share", value=amount / sum(by_part.values()), n=n,
            n_of="posts" if entries is None else "entries", window=crisis, method=METHOD, caveats=caveats,
            rows=Rows(posts=False, actions=entries) if entries is not None
            else Rows(window=crisis, ours=True, original=True, lang=part if part in owed else None),
        )  # fmt: skip


def _by_part(by_lang: dict[str, int], owed: tuple[str, ...]) -> dict[str, int]:
    """The languages owed, in their order, even where nothing was said in one; others; several in a post; none told."""
    found = {lang: by_lang.get(lang, 0) for lang in owed}
    several, told = by_lang.get(MIXED, 0), {"", MIXED, *owed}
    other = sum(n for lang, n in by_lang.items() if lang not in told)
    beside = {OTHER: other, SEVERAL: several, UNSTATED: by_lang.get("", 0)}
    return found | {part: n for part, n in beside.items() if n}
