"""What a line of a log says an act was: kind, who could see it, where, in which language, by which role.

Columns that say it win. Otherwise the words propose: first whether the act was public, then its kind among those.
Nothing found stays unknown; names of persons are not kept as roles.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from rebond.importers.people.answers import is_open
from rebond.importers.people.cues import best, first, has, longest, says, table_of, words_of
from rebond.importers.people.folding import plain, squeeze
from rebond.importers.people.labels import term_named, terms_named
from rebond.importers.people.places import CHOSEN, OPEN, Places, is_of_another, places_of
from rebond.vocabulary import load

LOOKED_AT = 600  # signs of a text in which words are looked for
_X = re.compile(
    r"(?:(?<=\bsur )|(?<=\bon )|(?<=\bet )|(?<=\band )|(?<=\bto )|(?<=\bvia )|(?<=, )|(?<=[/+(]))X(?!\w)"
    r"|\bX(?= (?:post|thread|account)\b)|(?:(?<=\b[Pp]ublication )|(?<=\b[Cc]ompte )|(?<=\b[Ff]il ))X(?!\w)"
)
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


def act_of(text: str, cells: Mapping[str, str], own: Collection[str] = ()) -> Act:
    """The act a line tells. text: what was done; cells: kind, channel, lang, who, visibility, outside, note, as
    written; own: accounts of the organisation, where they are known.

    A cell "spoken" marks a message of a conversation, which may speak of a statement without being one: it is a
    public act only if it says that something was published.
    """
    words = words_of(_X.sub(" sur x ", _SHORT_LANG.sub(" bilingual ", text[:LOOKED_AT])))
    if "spoken" in cells:
        words = _done(words)
    kind, event = _named_kind(cells.get("kind", ""))
    outside = _is_outside(cells, kind, event)
    places = places_of(text, cells, words, own)
    by_others = is_of_another(text, own)
    told = outside is None and kind is None and (_tells_of_others(words, by_others) or _tells_an_event(words, places))
    understood = bool(outside or kind) or is_open(cells.get("kind", ""))
    if outside or told:
        return _event(event or best("event_kind", words) or "other", places, cells, understood)
    stated = _stated(cells.get("visibility", ""))
    seen = _in_words(words, places)
    said = stated or seen
    open_yet = "spoken" in cells or has(words, table_of("prepared", "words"))
    tentative = text.rstrip().endswith("?") or (open_yet and said != "public")
    chosen = kind or _proposed(words, said, tentative) or ("statement" if places.ours and said == "public" else None)
    return Act(
        kind=chosen or "other", is_event=False, visibility=stated or _default(kind, chosen, seen, tentative),
        channels=places.named, langs=_langs(cells.get("lang", ""), words) or _marked_lang(text),
        by_role=role_of(cells.get("who", "")), understood=understood,
    )  # fmt: skip


def _event(kind: str, places: Places, cells: Mapping[str, str], understood: bool) -> Act:
    """What happened outside. Words say in which language others spoke of us, which is no language of ours."""
    return Act(kind=kind, is_event=True, visibility="public", channels=places.named,
               langs=_langs(cells.get("lang", ""), ""), by_role=role_of(cells.get("who", "")),
               understood=understood)  # fmt: skip


def role_of(text: str) -> str | None:
    """The role in "M. Roy, directrice des communications" or "Marie Tremblay (DG)"; None for a bare name."""
    parts = [squeeze(part) for part in re.split(r"[()\n;,]|\s[-–—/]\s", text[:200]) if part.strip()]
    kept = [part for part in parts if set(_runs(plain(part))) & table_of("role", "words")]
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
    """What columns say: the one that asks for it ("Outside event: yes"), else the kind; None when neither does."""
    answered = words_of(cells.get("outside", "")).split()[:1]
    for answer in ("yes", "no"):
        if not table_of("outside", answer).isdisjoint(answered):
            return answer == "yes"
    if event or any(_names_outside(words_of(cells.get(column, ""))) for column in ("outside", "kind")):
        return True
    return False if kind else None


def _names_outside(words: str) -> bool:
    """ "Fait extérieur (presse)", "Tiers : une association": a fact of others, whatever the line tells."""
    sides = {side.strip() for side in words.split(" . ")}
    return has(words, table_of("outside", "kind")) or not sides.isdisjoint(table_of("outside", "alone"))


def _tells_an_event(words: str, places: Places) -> bool:
    """The words name an outside fact more closely than an act, and nothing says that it is ours."""
    if places.ours or (places.public and _is_posted(words)):
        return False
    event, act = longest("event_kind", words), longest("action_kind", words)
    ours = set(words.split()) & table_of("ours", "words") or has(words, table_of("seen", "public"))
    return len(event) > len(act) and (words.startswith(f" {event} ") or not (ours or act))


def _is_posted(words: str) -> bool:
    """ "Thread pour expliquer la cause": something of ours, unless others are named."""
    is_form = words.split()[:1] and words.split()[0] in table_of("spoken", "forms")
    return bool(is_form) and not set(_runs(words)) & table_of("others", "who")


def _tells_of_others(words: str, by_others: bool) -> bool:
    """ "Une cliente publie une vidéo": somebody outside is the one who speaks. by_others: under an account not ours."""
    line, others = words.split(" . ")[0].split(), table_of("others", "who")
    opening = next((n for n, word in enumerate(line) if word not in table_of("others", "before")), len(line))
    if opening == len(line) or not (by_others or set(_runs(" ".join(line[opening : opening + 2]))) & others):
        return False
    after = f" {' '.join(line[opening + 1 : opening + 8])} "
    verb = first(after, table_of("others", "does"))
    return verb >= 0 and not set(after[:verb].split()) & table_of("ours", "words")


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


def _in_words(words: str, places: Places) -> str | None:
    """Public or not, by what was done and where; None when neither says."""
    if says(words, table_of("seen", "public")):
        return "internal" if has(words, table_of("seen", "inside")) else "public"
    prepared = has(words, table_of("prepared", "words"))
    private = has(words, table_of("seen", "targeted"))
    if places.ours and not prepared:
        return "public"
    if not OPEN.isdisjoint(places.named) and _answers(words) and not (prepared or private):
        return "public"
    for seen in ("internal", "targeted"):
        if has(words, table_of("seen", seen)):
            return seen
    if places.public:
        return "public"
    return "targeted" if places.stood and CHOSEN.issuperset(places.stood) else None


def _answers(words: str) -> bool:
    """The words tell of an answer or of excuses given, and do not deny it."""
    return says(words, table_of("spoken", "answered")) or says(words, table_of("spoken", "told"))


def _proposed(words: str, seen: str | None, tentative: bool) -> str | None:
    """The kind whose cue is the longest, among public kinds or among the others; failing that, among all.

    What is only being written or approved is none of the public kinds yet. What is published without saying what it is
    reads as an answer when it says so, else as a statement.
    """
    if tentative:
        return best("action_kind", words, public=False)
    among = None if seen is None else best("action_kind", words, public=seen == "public")
    if among is None and seen == "public":
        if says(words, table_of("spoken", "answered")):
            return "reply"
        if says(words, table_of("spoken", "plain")) or _is_posted(words):
            return "statement"
    return among or best("action_kind", words)


def _default(kind: str | None, chosen: str | None, seen: str | None, tentative: bool) -> str:
    """Of the kind people wrote, else as the words say, else of the kind proposed; internal when nothing says."""
    usual = load("action_kind").get(chosen).text("visibility") if chosen else ""
    if usual and (kind or (usual == "internal" and chosen not in ("operational_fix", "monitoring_change"))):
        return usual
    if usual == "targeted" and seen != "public":
        return usual
    return "internal" if tentative else seen or usual or "internal"


# --- in which language ------------------------------------------------------------------------------------
def _langs(cell: str, words: str) -> tuple[str, ...]:
    said = cell if not is_open(cell) else ""
    if said:
        keys, _ = terms_named("language", said)
        if keys:
            return keys
    where = words_of(said) if said else words
    if first(where, table_of("lang", "both")) >= 0:
        return ("fr", "en")
    return tuple(lang for lang in ("fr", "en") if first(where, table_of("lang", lang)) >= 0)


def _marked_lang(text: str) -> tuple[str, ...]:
    """ "(EN)" after a text."""
    found = _ONE_LANG.search(text[:LOOKED_AT])
    return (found[1].lower(),) if found else ()


# --- words -----------------------------------------------------------------------------------------------
def _done(words: str) -> str:
    """Without what people propose to one another: "on publie" is said before anything is published."""
    for talk in sorted(table_of("talk", "words")):
        words = words.replace(f" {talk} ", " ")
    return words


def _runs(words: str) -> list[str]:
    """Runs of one to three words."""
    split = words.split()
    return [" ".join(split[n : n + width]) for width in (1, 2, 3) for n in range(len(split))]
