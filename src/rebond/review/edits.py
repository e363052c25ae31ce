"""What people changed in a written review, and how it comes back into the next one. Plain values; kept as JSON.

A figure that people left in their sentence is still a figure: the next run prints its new value there. A number they
typed over is theirs: it stays, and the line says so once the figure behind it has changed.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields, is_dataclass, replace
from functools import partial
from typing import Any, TypeVar

from rebond.review import blocks
from rebond.review.blocks import Blank, Line, Review
from rebond.review.filled import as_filled
from rebond.review.state import APPROVAL, APPROVED, State, stated
from rebond.sentences import Rewritten, Sentence, Token, Value, Verbatim
from rebond.wording.voice import Voice

VERSION = 1
Node = TypeVar("Node")


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure as a page printed it. figure: Figure.id."""

    figure: str
    text: str


Words = tuple[str | Printed, ...]  # a sentence: stretches of text, and the figures between them


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """A sentence in somebody's own words. rested: the figures that the sentence they rewrote had printed."""

    words: Words
    rested: tuple[Printed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class InOneLanguage:
    """What was changed in one document. lines and hidden: by Line.id; blanks: by Blank.id (see `named`)."""

    tag: str  # fr-CA …
    lines: Mapping[str, Own] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()
    blanks: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reread:
    """One document read again. seen: ids of the lines and blanks it was written with; of others it says nothing.

    checked: lines among the edits that people left as they were, and said to be right. state: what people made of the
    state of the review in it; None: they left it alone.
    """

    lang: str
    edits: InOneLanguage
    seen: frozenset[str]
    checked: frozenset[str] = frozenset()
    state: State | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edits:
    """Everything people changed, by language: "fr", "en"; and the state they gave the review."""

    by_lang: Mapping[str, InOneLanguage] = field(default_factory=dict)
    state: State | None = None

    @property
    def hidden(self) -> frozenset[str]:
        """A sentence deleted in one language leaves both: the two pages say the same."""
        return frozenset().union(*(one.hidden for one in self.by_lang.values()))

    @property
    def any(self) -> bool:
        """Whether people changed a word."""
        return any(one.lines or one.hidden or one.blanks for one in self.by_lang.values())

    @property
    def signed(self) -> dict[str, str]:
        """What stands in the boxes to sign, which are one and the same in both languages."""
        return {
            id: text
            for _, one in sorted(self.by_lang.items())
            for id, text in one.blanks.items() if id.startswith(APPROVAL)
        }  # fmt: skip


# --- from one run to the next ------------------------------------------------------------------------
def joined(before: Edits, reread: Reread) -> Edits:
    """The edits known so far with those of one document. A line left as it was written keeps what was known of it."""
    known = before.by_lang.get(reread.lang, InOneLanguage(tag=reread.edits.tag))
    new = replace(
        reread.edits,
        lines={**known.lines, **reread.edits.lines},
        hidden=known.hidden | reread.edits.hidden,
        blanks={**{id: text for id, text in known.blanks.items() if id not in reread.seen}, **reread.edits.blanks},
    )
    state = reread.state or before.state
    if reread.state is None and state is not None and state.step == APPROVED:
        reworded = bool(reread.edits.lines.keys() - reread.checked or reread.edits.hidden)
        state = replace(state, reworded=state.reworded or reworded)
    return Edits(by_lang={**before.by_lang, reread.lang: new}, state=state)


def apply_edits(review: Review, edits: Edits) -> Review:
    """The review as people corrected it: their sentences with today's figures, their deletions, their blanks."""
    said = stated(review, edits.state, corrected=edits.any, signed=bool(edits.signed))
    whole = _rebuilt(named(said), partial(_edited, review, edits))
    return replace(whole, pages=tuple(map(as_filled, whole.pages)))


def one_sided(review: Review) -> int:
    """Sentences that people corrected in one language and not in the other: the two pages may now differ."""
    corrected = [line for page in review.pages for line in lines_of(page) if line.edited and not line.hidden]
    return sum(len({lang[:2] for lang in line.edited}) == 1 for line in corrected)


def lines_of(node: object) -> Iterator[Line]:
    """Every sentence of a part of the tree, in order."""
    if isinstance(node, Line):
        yield node
    elif isinstance(node, tuple):
        for one in node:
            yield from lines_of(one)
    elif is_dataclass(node) and type(node).__module__ == blocks.__name__:
        for part in fields(node):
            yield from lines_of(getattr(node, part.name))


def _edited(review: Review, edits: Edits, path: tuple[str, ...], node: Line | Blank) -> Line | Blank:
    if isinstance(node, Blank):
        found = {lang: one.blanks[node.id] for lang, one in edits.by_lang.items() if node.id in one.blanks}
        if node.id in edits.signed:
            found = dict.fromkeys(("fr", "en"), edits.signed[node.id]) | found
        return replace(node, filled={**node.filled, **found})
    own = {lang: one.lines[node.id] for lang, one in edits.by_lang.items() if node.id in one.lines}
    now = {figure.id: figure.printed for figure in review.figures} | dict(_tokens(node.sentence))
    moved = [id for lang, one in own.items() for id in _moved(one, now, Voice(edits.by_lang[lang].tag, review.zone))]
    return replace(
        node,
        edited={**node.edited, **{lang: _rewritten(one, now) for lang, one in own.items()}},
        hidden=node.hidden or node.id in edits.hidden,
        moved=tuple(dict.fromkeys((*node.moved, *moved))),
    )


def _rewritten(own: Own, now: Mapping[str, Value]) -> Rewritten:
    return Rewritten(tuple(_part(part, now) for part in own.words))


def _part(part: str | Printed, now: Mapping[str, Value]) -> Verbatim | Token:
    if isinstance(part, str):
        return Verbatim(part)
    return Token(part.figure, now[part.figure]) if part.figure in now else Verbatim(part.text)


def _moved(own: Own, now: Mapping[str, Value], voice: Voice) -> Iterator[str]:
    """Figures that the new words no longer print, or that no longer exist, and whose value is not what it was."""
    kept = {part.figure for part in own.words if isinstance(part, Printed)}
    for printed in (*own.rested, *(part for part in own.words if isinstance(part, Printed))):
        gone = printed.figure not in now
        if gone or (printed.figure not in kept and voice.text(now[printed.figure]) != printed.text):
            yield printed.figure


def _tokens(value: object) -> Iterator[tuple[str, Value]]:
    """Each figure of a sentence, as this sentence prints it."""
    if isinstance(value, Token):
        yield value.figure, value.value
    elif isinstance(value, Sentence):
        for _, inner in value.values:
            yield from _tokens(inner)


# --- places in the tree ------------------------------------------------------------------------------
def named(review: Review) -> Review:
    """The review with an id for every blank: its place, told by the ids and English titles around it, not by counting.

    So what people wrote on a rule finds its row again when another row comes before it.
    """

    def name(path: tuple[str, ...], node: Line | Blank) -> Line | Blank:
        return replace(node, id="/".join(path)) if isinstance(node, Blank) and not node.id else node

    return _rebuilt(review, name)


Change = Callable[[tuple[str, ...], Line | Blank], Line | Blank]


def _rebuilt(node: Node, change: Change, path: tuple[str, ...] = ()) -> Node:
    """The tree with every line and blank passed through `change`, with its path."""
    result: Any = node
    if isinstance(node, Line | Blank):
        result = change(path, node)
    elif isinstance(node, tuple):
        names = _names(node)
        result = tuple(_rebuilt(one, change, (*path, name)) for one, name in zip(node, names, strict=True))
    elif is_dataclass(node) and type(node).__module__ == blocks.__name__:
        parts = {f.name: getattr(node, f.name) for f in fields(node)}
        result = replace(node, **{key: _rebuilt(part, change, (*path, key)) for key, part in parts.items()})  # type: ignore[type-var]
    return result


def _names(nodes: tuple[object, ...]) -> list[str]:
    names: list[str] = []
    for n, node in enumerate(nodes):
        name, again = _name(n, node), 2
        while (name if again == 2 else f"{name}~{again - 1}") in names:
            again += 1
        names.append(name if again == 2 else f"{name}~{again - 1}")
    return names


def _name(n: int, node: object) -> str:
    if isinstance(node, tuple):
        told = [name for name in map(_told, node) if name]
        return told[0] if told else str(n)
    title = getattr(node, "title", None)
    if isinstance(node, blocks.Page):
        return node.key
    if isinstance(title, Sentence):
        return title.text
    return type(node).__name__ if is_dataclass(node) and not isinstance(node, Blank) else str(n)


def _told(node: object) -> str | None:
    """What a cell says of its row, if it says anything that lasts."""
    if isinstance(node, Line):
        return node.id
    if isinstance(node, Sentence | Verbatim):
        return node.text
    return None


# --- as JSON -------------------------------------------------------------------------------------------
def to_plain(edits: Edits) -> dict[str, Any]:
    """Dictionaries, lists and strings only, in a fixed order."""
    state = edits.state
    return {
        "version": VERSION,
        **({} if state is None else {"state": asdict(state)}),
        "languages": {
            lang: {
                "tag": one.tag,
                "lines": {
                    id: {"words": words_to_plain(own.words), "rested": words_to_plain(own.rested)}
                    for id, own in sorted(one.lines.items())
                },
                "hidden": sorted(one.hidden),
                "blanks": dict(sorted(one.blanks.items())),
            }
            for lang, one in sorted(edits.by_lang.items())
        },
    }


def from_plain(plain: Mapping[str, Any]) -> Edits:
    """The other way. Raises KeyError or TypeError for what `to_plain` did not write."""
    said = plain.get("state")
    state = None if said is None else State(
        step=said["step"], tag=said["tag"], figures=tuple((id, text) for id, text in said["figures"]),
        reworded=said["reworded"],
    )  # fmt: skip
    return Edits(by_lang={lang: _language(one) for lang, one in plain["languages"].items()}, state=state)


def _language(one: Mapping[str, Any]) -> InOneLanguage:
    lines = {
        id: Own(
            words=words_from_plain(own["words"]),
            rested=tuple(part for part in words_from_plain(own["rested"]) if isinstance(part, Printed)),
        )
        for id, own in one["lines"].items()
    }
    return InOneLanguage(tag=one["tag"], lines=lines, hidden=frozenset(one["hidden"]), blanks=dict(one["blanks"]))


def words_to_plain(words: Words) -> list[Any]:
    """["Text ", {"figure": "volume", "printed": "6 412"}, " text"]."""
    return [part if isinstance(part, str) else {"figure": part.figure, "printed": part.text} for part in words]


def words_from_plain(plain: list[Any]) -> Words:
    """The other way."""
    return tuple(part if isinstance(part, str) else Printed(part["figure"], part["printed"]) for part in plain)
