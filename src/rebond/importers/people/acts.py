"""What a line of a log says an act was: kind, who could see it, where, in which language, by which role.

Columns that say it win. Otherwise the words propose: first whether the act was public, then its kind among those.
Nothing found stays unknown; names of persons are not kept as roles.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from rebond.importers.people.answers import is_open
from rebond.importers.people.folding import plain, squeeze
from rebond.importers.people.labels import term_named, terms_named
from rebond.importers.platforms import of_word
from rebond.vocabulary import load

LOOKED_AT = 600  # signs of a text in which words are looked for
OPEN_PLACES = frozenset({
    "x", "facebook", "instagram", "threads", "tiktok", "youtube", "linkedin", "bluesky", "mastodon", "reddit",
    "web", "newsletter", "news", "blog", "forum", "podcast", "tv", "radio", "print", "google_reviews", "trustpilot",
})  # fmt: skip
CHOSEN_PLACES = frozenset({"email", "phone", "sms", "in_person", "whatsapp"})


_X = re.compile(r"(?:(?<=\bsur )|(?<=\bon )|(?<=\bet )|(?<=\band )|(?<=, )|(?<=[/+]))X(?!\w)")
_SHORT_LANG = re.compile(r"(?i)\((?:fr|en)\s*(?:et|and|[+/,&])\s*(?:fr|en)\)")
_ONE_LANG = re.compile(r"\((fr|en|FR|EN)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What a line says. understood: False when a kind was written and is not one of ours."""

    kind: str
    is_event: bool
    visibility: str
    channels: tuple[str, ...]
    langs: tuple[str, ...]
    by_role: str | None
    understood: bool = True


def act_of(text: str, cells: Mapping[str, str]) -> Act:
    """The act a line tells. text: what was done; cells: kind, channel, lang, who, visibility, outside, as written.

    A cell "spoken" marks a message of a conversation, which may speak of a statement without being one: it is a
    public act only if it says that something was published.
    """
    words = _words(_X.sub(" sur x ", _SHORT_LANG.sub(" bilingual ", text[:LOOKED_AT])))
    kind, event = _named_kind(cells.get("kind", ""))
    outside = _is_outside(cells, kind, event)
    if outside or (outside is None and kind is None and _tells_an_event(words)):
        return _event(event or _best("event_kind", words) or "other", words, cells)
    channels = _channels(cells, words)
    stood = () if is_open(cells.get("channel", "")) else channels
    seen = _stated(cells.get("visibility", ""))
    said = seen or _in_words(words, stood)
    tentative = text.rstrip().endswith("?") or ("spoken" in cells and said != "public")
    chosen = kind or _proposed(words, said, tentative)
    return Act(
        kind=chosen or "other", is_event=False, visibility=seen or _default(kind, chosen, words, stood, tentative),
        channels=channels, langs=_langs(cells.get("lang", ""), words) or _marked_lang(text),
        by_role=role_of(cells.get("who", "")),
        understood=kind is not None or is_open(cells.get("kind", "")),
    )  # fmt: skip


def _event(kind: str, words: str, cells: Mapping[str, str]) -> Act:
    """What happened outside. Words say in which language others spoke of us, which is no language of ours."""
    return Act(kind=kind, is_event=True, visibility="public", channels=_channels(cells, words),
               langs=_langs(cells.get("lang", ""), ""), by_role=role_of(cells.get("who", "")))  # fmt: skip


def role_of(text: str) -> str | None:
    """The role in "M. Roy, directrice des communications" or "Marie Tremblay (DG)"; None for a bare name."""
    parts = [squeeze(part) for part in re.split(r"[()\n;,]|\s[-–—/]\s", text[:200]) if part.strip()]
    kept = [part for part in parts if set(_runs(plain(part))) & _table_of("role", "words")]
    return ", ".join(kept) or None


# --- ours, or around us -------------------------------------------------------------------------------
def _named_kind(cell: str) -> tuple[str | None, str | None]:
    """(kind of act, kind of event) that a cell names; one of them at most."""
    if is_open(cell):
        return None, None
    act, event = term_named("action_kind", cell), term_named("event_kind", cell)
    if act in (None, "other", "unknown", "silence"):
        act = act if act == "other" and event in (None, "other") else None
    return (act, None) if act else (None, event if event != "unknown" else None)


def _is_outside(cells: Mapping[str, str], kind: str | None, event: str | None) -> bool | None:
    said = plain(cells.get("outside", ""))
    if said:
        return said in _table_of("outside", "yes")
    return True if event else False if kind else None


def _tells_an_event(words: str) -> bool:
    """The words name an outside fact more closely than an act, and nothing says that it is ours."""
    event, act = _longest("event_kind", words), _longest("action_kind", words)
    ours = set(words.split()) & _table_of("ours", "words") or _has(words, _table_of("seen", "public"))
    return len(event) > len(act) and (words.startswith(f" {event} ") or not (ours or act))


# --- kind and visibility -------------------------------------------------------------------------------
def _stated(cell: str) -> str | None:
    """What the column of visibility says."""
    named = term_named("visibility", cell)
    if named or is_open(cell):
        return named
    words = plain(cell)
    known = {"oui": "public", "yes": "public", "externe": "public", "external": "public", "public": "public",
             "non": "internal", "no": "internal", "prive": "targeted", "private": "targeted"}  # fmt: skip
    return known.get(words) or next((known[w] for w in words.split() if w in known), None)


def _in_words(words: str, channels: tuple[str, ...]) -> str | None:
    """Public or not, by the words, else by the channels of its column; None when neither says."""
    if _has(words, _table_of("seen", "public")):
        return "internal" if _has(words, frozenset({"intranet"})) else "public"
    for seen in ("internal", "targeted"):
        if _has(words, _table_of("seen", seen)):
            return seen
    if channels and set(channels) & OPEN_PLACES:
        return "public"
    return "targeted" if channels and set(channels) <= CHOSEN_PLACES else None


def _proposed(words: str, seen: str | None, tentative: bool) -> str | None:
    """The kind whose cue is the longest, among public kinds or among the others; failing that, among all.

    What is only being written or approved is none of the public kinds yet.
    """
    if tentative or (seen != "public" and _has(words, _table_of("prepared", "words"))):
        return _best("action_kind", words, public=False)
    among = None if seen is None else _best("action_kind", words, public=seen == "public")
    return among or _best("action_kind", words)


def _default(kind: str | None, chosen: str | None, words: str, channels: tuple[str, ...], tentative: bool) -> str:
    """Of the kind people wrote, else as the words say, else of the kind proposed; internal when nothing says."""
    usual = load("action_kind").get(chosen).text("visibility") if chosen else ""
    if usual and (kind or (usual == "internal" and chosen not in ("operational_fix", "monitoring_change"))):
        return usual
    if tentative:
        return usual if usual == "targeted" else "internal"
    return _in_words(words, channels) or usual or "internal"


def _best(vocabulary: str, words: str, public: bool | None = None) -> str | None:
    found = [
        (len(cue), -rank, key)
        for rank, (key, visibility, cues) in enumerate(_cues(vocabulary))
        if public is None or (visibility == "public") == public
        for cue in cues
        if f" {cue} " in words
    ]
    return max(found)[2] if found else None


def _longest(vocabulary: str, words: str) -> str:
    cues = (cue for _, _, cues in _cues(vocabulary) for cue in cues if f" {cue} " in words)
    return max(cues, key=lambda cue: (len(cue), cue), default="")


@cache
def _cues(vocabulary: str) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """(key, usual visibility, folded cues) of each term that has cues."""
    terms = load(vocabulary).terms
    return tuple(
        (t.key, t.text("visibility"), tuple(plain(cue) for cue in (*t.texts("cues_fr"), *t.texts("cues_en"))))
        for t in terms
    )


# --- where, in which language ----------------------------------------------------------------------------
def _channels(cells: Mapping[str, str], words: str) -> tuple[str, ...]:
    """Keys of the vocabulary of platforms; a channel nobody knows is kept as written."""
    cell = cells.get("channel", "")
    if not is_open(cell):
        keys, unknown = terms_named("platform", cell)
        others = (_channel_in(_words(part)) or of_word(part) or part for part in unknown)
        return tuple(dict.fromkeys((*keys, *others)))
    found = ((_at(words, _table_of("channel", key)), key) for key in _table()["channel"])
    return tuple(key for at, key in sorted(found) if at >= 0)


def _channel_in(words: str) -> str | None:
    return next((key for key in _table()["channel"] if _at(words, _table_of("channel", key)) >= 0), None)


def _langs(cell: str, words: str) -> tuple[str, ...]:
    said = cell if not is_open(cell) else ""
    if said:
        keys, _ = terms_named("language", said)
        if keys:
            return keys
    where = _words(said) if said else words
    if _at(where, _table_of("lang", "both")) >= 0:
        return ("fr", "en")
    return tuple(lang for lang in ("fr", "en") if _at(where, _table_of("lang", lang)) >= 0)


def _marked_lang(text: str) -> tuple[str, ...]:
    """ "(EN)" after a text."""
    found = _ONE_LANG.search(text[:LOOKED_AT])
    return (found[1].lower(),) if found else ()


# --- words -----------------------------------------------------------------------------------------------
def _words(text: str) -> str:
    """The folded words of a text, with a space at each end so that whole words can be looked for."""
    return f" {plain(text[:LOOKED_AT])} "


def _has(words: str, cues: Iterable[str]) -> bool:
    return any(f" {cue} " in words for cue in cues)


def _at(words: str, names: Iterable[str]) -> int:
    """Where the first of some names stands; -1: nowhere."""
    return min((at for name in names if (at := words.find(f" {name} ")) >= 0), default=-1)


def _runs(words: str) -> list[str]:
    """Runs of one to three words."""
    split = words.split()
    return [" ".join(split[n : n + width]) for width in (1, 2, 3) for n in range(len(split))]


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((resources.files(__package__) / "acts.toml").read_text("utf-8"))


@cache
def _table_of(part: str, name: str) -> frozenset[str]:
    return frozenset(plain(word) for word in _table()[part][name])
