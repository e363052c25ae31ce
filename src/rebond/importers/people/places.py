"""Where an act stood: what its column of channels says, else its words, else the link to what we posted."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from rebond.importers.issued import Address, address_of
from rebond.importers.people.answers import is_open
from rebond.importers.people.cues import first, table, table_of, words_of
from rebond.importers.people.folding import fold
from rebond.importers.people.labels import terms_named
from rebond.importers.platforms import of_word

OPEN = frozenset({
    "x", "facebook", "instagram", "threads", "tiktok", "youtube", "linkedin", "bluesky", "mastodon", "reddit",
    "web", "newsletter", "news", "blog", "forum", "podcast", "tv", "radio", "print", "google_reviews", "trustpilot",
})  # fmt: skip
CHOSEN = frozenset({"email", "phone", "sms", "in_person", "whatsapp"})
LINKED = ("note", "channel", "text")  # cells, beside the words, in which people paste the link of a post
_ACCOUNT = re.compile(r"(?<=\w)\s+@([\w.@-]*\w)")  # "X @Rivage": the place, then the account that spoke there
_LINK = re.compile(r"(?i)\bhttps?://\S+|\b(?:[a-z0-9-]+\.)+[a-z]{2,}/\S+")
_HEAD = re.compile(r"\s*@([\w.@-]*\w)")


@dataclass(frozen=True, slots=True)
class Places:
    """Keys of the vocabulary of platforms. named: by the column, else by the words. stood: by the column or by a link
    of ours, not by words that may speak of somewhere else. ours: the platform of a post of ours that is linked."""

    named: tuple[str, ...]
    stood: tuple[str, ...]
    ours: str | None

    @property
    def public(self) -> bool:
        """Whether the act stood where anybody may look."""
        return not OPEN.isdisjoint(self.stood)


def places_of(text: str, cells: Mapping[str, str], words: str, own: Collection[str]) -> Places:
    """text, cells: as written; words: those of the text, folded. own: our accounts; one that the column of channels
    names ("X @Rivage") is ours too."""
    cell = cells.get("channel", "")
    named = _in_column(cell) or _in_words(words)
    stood = () if is_open(cell) else named
    speaking = _ACCOUNT.findall(cell) if OPEN.intersection(stood) else ()
    known = {bare(account) for account in (*own, *speaking)}
    ours = next((link.platform for link in _links(text, cells) if link.handle and bare(link.handle) in known), None)
    if ours is None:
        return Places(named, stood, None)
    return Places(named if stood else (ours,), stood or (ours,), ours)


def is_of_another(text: str, own: Collection[str]) -> bool:
    """Whether a line begins with an account that is none of ours; never when nobody said which are."""
    found = _HEAD.match(text)
    return bool(own) and found is not None and bare(found[1]) not in {bare(account) for account in own}


def bare(account: str) -> str:
    """An account as it is compared: "@Rivage" and "rivage" are one."""
    return fold(account.strip().removeprefix("@"))


def _in_column(cell: str) -> tuple[str, ...]:
    """A cell may name a person ("DM @jeanne_x"): a place that nobody knows is another channel, whatever its words."""
    if is_open(cell):
        return ()
    keys, unknown = terms_named("platform", _ACCOUNT.sub("", cell))
    others = (_channel_in(words_of(part)) or of_word(part) or "other" for part in unknown)
    return tuple(dict.fromkeys((*keys, *others)))


def _in_words(words: str) -> tuple[str, ...]:
    found = ((first(words, table_of("channel", key)), key) for key in table()["channel"])
    return tuple(key for at, key in sorted(found) if at >= 0)


def _channel_in(words: str) -> str | None:
    return next((key for key in table()["channel"] if first(words, table_of("channel", key)) >= 0), None)


def _links(text: str, cells: Mapping[str, str]) -> Iterator[Address]:
    """The addresses a row gives, in the order in which it gives them."""
    for written in (text, *(cells.get(name, "") for name in LINKED)):
        for found in _LINK.findall(written):
            address = address_of(found.rstrip(".,;:!?)]}»”’'\""))
            if address is not None:
                yield address
